"""tesseract: reads scanned pages. Here only whether it can be used; calling it is the reader's business."""

from __future__ import annotations

import subprocess
from functools import cache

from extractor.comun.herramientas.sonda import Sonda

SONDA = Sonda(
    programa="tesseract",
    nombres=("tesseract",),
    opcion="--version",
    patron=r"tesseract\s+v?(\d+(?:\.\d+)+)",
    minimo=(4, 1),
    instalar="apt-get install tesseract-ocr tesseract-ocr-spa",
)
IDIOMA = "spa"
SEGUNDOS = 20


def falta() -> str | None:
    """Why tesseract cannot be used here, with the line that installs it; None when it can."""
    ruta = SONDA.ruta()
    if ruta is None:
        return f"falta el programa tesseract; instálelo con: {SONDA.instalar}"
    if SONDA.version() is None:
        return f"tesseract no responde o es anterior a {'.'.join(map(str, SONDA.minimo))}; instálelo con: {SONDA.instalar}"
    if IDIOMA not in _idiomas(ruta):
        return f"a tesseract le faltan los datos del español; instálelos con: {SONDA.instalar}"
    return None


@cache
def _idiomas(ruta: str) -> frozenset[str]:
    """The languages that the program at ``ruta`` can read; none when it does not answer."""
    try:
        hecho = subprocess.run(
            [ruta, "--list-langs"], capture_output=True, text=True, errors="replace", timeout=SEGUNDOS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset((hecho.stdout + hecho.stderr).split())
