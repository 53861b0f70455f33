"""How long the PDF reader takes against pdfplumber's own table extraction in the same run, and its memory on 100 pages.

    python bench/pdf.py ARCHIVO.pdf [ARCHIVO.pdf ...]

Each file is read in turn by both, several times, and medians are compared. The long document is made here from the pages
of the first file, repeated. Ends with status 1 if the reader costs more than 30 % over pdfplumber or 100 pages more than
150 MB.
"""

from __future__ import annotations

import io
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

VECES = 7
PAGINAS = 100
SOBRECOSTO = 1.30
MEMORIA_MB = 150


def bare(datos: bytes) -> None:
    """pdfplumber's tables, pages closed as they are read."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(datos)) as pdf:
        for pagina in pdf.pages:
            pagina.extract_tables()
            pagina.close()


def propio(datos: bytes) -> None:
    """Our reader, whole: text, tables and paragraphs."""
    from extractor.lectores.pdf import leer_con_paginas

    leer_con_paginas(datos, "a.pdf", "0" * 64)


def paginas_de(datos: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(datos))


def repetido(datos: bytes) -> bytes:
    """A PDF of PAGINAS pages: those of ``datos`` over and over."""
    import pypdfium2

    origen, largo = pypdfium2.PdfDocument(datos), pypdfium2.PdfDocument.new()
    total = len(origen)
    largo.import_pages(origen, [n % total for n in range(PAGINAS)])
    salida = io.BytesIO()
    largo.save(salida)
    return salida.getvalue()


def medir(archivos: list[Path]) -> tuple[float, float, int]:
    """Median seconds of pdfplumber alone and of the reader over all files, and how many pages they have."""
    datos = [a.read_bytes() for a in archivos]
    tiempos: dict[str, list[float]] = {"bare": [], "propio": []}
    for _ in range(VECES):
        for nombre, funcion in (("bare", bare), ("propio", propio)):
            inicio = time.perf_counter()
            for crudo in datos:
                funcion(crudo)
            tiempos[nombre].append(time.perf_counter() - inicio)
    return statistics.median(tiempos["bare"]), statistics.median(tiempos["propio"]), sum(map(paginas_de, datos))


def memoria(archivo: Path) -> tuple[float, float]:
    """Peak megabytes of a fresh process that reads 100 pages, and of one that only imports what it needs."""
    codigo = "import sys; sys.path.insert(0, 'bench'); import pdf; pdf.pico({!r}, {})"
    picos = []
    for leer in (True, False):
        hecho = subprocess.run(
            [sys.executable, "-c", codigo.format(str(archivo), leer)], check=True, capture_output=True, text=True
        )
        picos.append(float(hecho.stdout))
    return picos[0], picos[1]


def pico(archivo: str, leer: bool) -> None:
    """Runs in the child: prints the peak resident megabytes."""
    import pdfplumber

    datos = Path(archivo).read_bytes()
    if leer:
        propio(datos)
    assert pdfplumber
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def principal(rutas: list[str]) -> int:
    if not rutas:
        print(__doc__)
        return 3
    archivos = [Path(r).resolve() for r in rutas]
    sola, nuestra, paginas = medir(archivos)
    largo = Path(f"{archivos[0]}.largo.pdf")
    largo.write_bytes(repetido(archivos[0].read_bytes()))
    try:
        pico_mb, vacio_mb = memoria(largo)
    finally:
        largo.unlink()
    razon = nuestra / sola
    print(f"files {len(archivos)}, pages {paginas}, median of {VECES}")
    print(f"pdfplumber extract_tables   {sola / paginas:7.4f} s/page")
    print(f"our reader, whole           {nuestra / paginas:7.4f} s/page   {razon:.2f} times (limit {SOBRECOSTO})")
    print(f"peak memory, {PAGINAS} pages      {pico_mb:7.1f} MB        {vacio_mb:.1f} MB after the imports (limit {MEMORIA_MB})")
    return 1 if razon > SOBRECOSTO or pico_mb > MEMORIA_MB else 0


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
