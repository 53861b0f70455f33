"""How long `extractor --help` takes and what it loads, against a bare interpreter in the same run.

    python bench/arranque.py

Ends with status 1 if the help loads a library that only a command needs.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

VECES = 7
PESADOS = {"spacy", "pandas", "numpy", "sqlalchemy", "xlsxwriter", "docx", "lxml", "pdfplumber", "rapidfuzz", "rich.progress"}
AYUDA = "import sys; sys.argv = ['extractor', '--help']; from extractor.cli import main; sys.exit(main())"


def segundos(codigo: str) -> float:
    """Median wall time of `python -c codigo`. Raises CalledProcessError when it fails."""
    medidas = []
    for _ in range(VECES):
        inicio = time.perf_counter()
        subprocess.run([sys.executable, "-c", codigo], check=True, stdout=subprocess.DEVNULL)
        medidas.append(time.perf_counter() - inicio)
    return statistics.median(medidas)


def modulos_de_la_ayuda() -> set[str]:
    """Dotted names of all modules that the help imports, with the top-level packages among them."""
    hecho = subprocess.run([sys.executable, "-X", "importtime", "-c", AYUDA], check=True, capture_output=True, text=True)
    lineas = [linea for linea in hecho.stderr.splitlines() if linea.startswith("import time:")]
    return {linea.rsplit("|", 1)[1].strip() for linea in lineas}


def principal() -> int:
    vacio, ayuda = segundos("pass"), segundos(AYUDA)
    cargados = modulos_de_la_ayuda()
    de_mas = sorted(cargados & PESADOS)
    print(f"python -c pass      {vacio:6.3f} s  (median of {VECES})")
    print(f"extractor --help    {ayuda:6.3f} s  ({ayuda / vacio:.1f} times the bare interpreter)")
    print(f"modules loaded      {len(cargados):6d}    of those only a command needs: {', '.join(de_mas) or 'none'}")
    return 1 if de_mas else 0


if __name__ == "__main__":
    sys.exit(principal())
