"""Texts made by other people's converters from our .docx (pdftotext: from our PDF): what an archive receives when somebody "saved
it as text".

What each one keeps and loses is told in ``convertidos.yaml``, which also names the file, the sample and the version.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import yaml


def convertir(carpeta: Path) -> list[Path]:
    """Makes again every file of ``convertidos.yaml``; raises CalledProcessError or FileNotFoundError if a program fails."""
    hechos: list[Path] = []
    for ficha in yaml.safe_load((carpeta / "convertidos.yaml").read_text("utf-8")):
        tipo = "pdf" if ficha["programa"] == "pdftotext" else "docx"
        fuente = carpeta / tipo / f"{ficha['muestra']}.{tipo}"
        with tempfile.TemporaryDirectory() as temporal:
            salida = _convertir(ficha["programa"], fuente, Path(temporal))
        destino = carpeta / ficha["archivo"]
        destino.write_bytes(salida)
        hechos.append(destino)
    return hechos


def _convertir(programa: str, fuente: Path, temporal: Path) -> bytes:
    if programa == "pdftotext":
        orden = ["pdftotext", "-layout", str(fuente), "-"]
        return subprocess.run(orden, check=True, capture_output=True, timeout=60).stdout
    if programa == "libreoffice":
        return _soffice(fuente, "txt:Text (encoded):UTF8", temporal, ".txt").read_bytes()
    doc = _soffice(fuente, "doc:MS Word 97", temporal, ".doc")
    orden = {
        "antiword": ["antiword", "-m", "UTF-8.txt", "-w", "0", str(doc)],
        "catdoc": ["catdoc", "-d", "utf-8", "-w", str(doc)],
    }[programa]
    return subprocess.run(orden, check=True, capture_output=True, timeout=60).stdout


def _soffice(fuente: Path, formato: str, temporal: Path, extension: str) -> Path:
    """LibreOffice exits with 0 though it converted nothing, so the file itself is looked for."""
    perfil = f"-env:UserInstallation={(temporal / 'perfil').as_uri()}"
    orden = ["soffice", "--headless", perfil, "--convert-to", formato, "--outdir", str(temporal), str(fuente)]
    subprocess.run(orden, check=True, capture_output=True, timeout=120)
    hecho = temporal / f"{fuente.stem}{extension}"
    if not hecho.exists():
        raise FileNotFoundError(f"LibreOffice no convirtió {fuente.name}")
    return hecho
