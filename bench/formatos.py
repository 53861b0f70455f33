"""Seconds per document and peak memory of every format, beside the bare library in the same run.

    python bench/formatos.py [--veces 3]

Reads the samples of ``corpus_muestra/``: our reader, the whole chain to an Informe, and what the format's own library
takes for the least that serves (all texts of all cells). The .doc against LibreOffice is bench/doc.py, pages and memory
of long PDFs bench/pdf.py, scans bench/escaneo.py.
"""

from __future__ import annotations

import argparse
import io
import resource
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.proceso import informe_de

CORPUS = Path(__file__).resolve().parent.parent / "corpus_muestra"


def python_docx(datos: bytes) -> int:
    import docx

    documento = docx.Document(io.BytesIO(datos))
    celdas = sum(len(c.text) for t in documento.tables for f in t.rows for c in f.cells)
    return celdas + sum(len(p.text) for p in documento.paragraphs)


def pdfplumber_tablas(datos: bytes) -> int:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(datos)) as pdf:
        return sum(len(p.extract_tables()) for p in pdf.pages)


def olefile_solo(datos: bytes) -> int:
    import olefile

    with olefile.OleFileIO(io.BytesIO(datos)) as ole:
        return len(ole.openstream("WordDocument").read())


def lxml_zip(datos: bytes) -> int:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(datos)) as paquete:
        return len("".join(etree.fromstring(paquete.read("content.xml")).itertext()))


def lxml_html(datos: bytes) -> int:
    from lxml import html

    return len(html.fromstring(datos).text_content())


def decodificar(datos: bytes) -> int:
    return len(datos.decode("utf-8", "replace").split("\n"))


BASES: dict[str, tuple[str, Callable[[bytes], int]]] = {
    "txt": ("decode and split", decodificar),
    "docx": ("python-docx, all cells", python_docx),
    "doc": ("olefile, one stream", olefile_solo),
    "rtf": ("decode and split", decodificar),
    "odt": ("zip and lxml", lxml_zip),
    "html": ("lxml.html, text", lxml_html),
    "pdf": ("pdfplumber tables", pdfplumber_tablas),
}


def _mediana(veces: int, hacer: Callable[[], object]) -> float:
    tiempos = []
    for _ in range(veces):
        inicio = time.perf_counter()
        hacer()
        tiempos.append(time.perf_counter() - inicio)
    return statistics.median(tiempos)


def principal() -> None:
    opciones = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opciones.add_argument("--veces", type=int, default=3)
    veces = opciones.parse_args().veces
    print(f"{'format':6} {'docs':>4} {'reader ms':>10} {'chain ms':>9} {'base ms':>8} {'reader/base':>11}  base")
    for formato, (nombre, base) in BASES.items():
        muestras = [p.read_bytes() for p in sorted((CORPUS / formato).glob(f"*.{formato}"))]
        if not muestras:
            sys.exit(f"no samples of {formato} in {CORPUS}")
        base(muestras[0])
        informe_de(leer_bytes(muestras[0], f"x.{formato}"), Declarado())
        lector = _mediana(veces, lambda m=muestras, f=formato: [leer_bytes(d, f"x.{f}") for d in m]) / len(muestras)
        cadena = _mediana(veces, lambda m=muestras, f=formato: [informe_de(leer_bytes(d, f"x.{f}"), Declarado()) for d in m])
        bruto = _mediana(veces, lambda m=muestras, b=base: [b(d) for d in m]) / len(muestras)
        cadena /= len(muestras)
        tiempos = f"{lector * 1e3:10.2f} {cadena * 1e3:9.2f} {bruto * 1e3:8.2f} {lector / bruto:11.2f}"
        print(f"{formato:6} {len(muestras):4} {tiempos}  {nombre}")
    pico = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process, all formats: {pico:.0f} MB")


if __name__ == "__main__":
    principal()
