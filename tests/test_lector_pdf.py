"""PDFs made from the samples by LibreOffice give the same data as the samples; and the places they name print the text."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from test_corpus import _datos, _leido
from verdad import comparar, leer_verdad

from extractor.lectores.pdf import leer
from extractor.modelo.base import Origen
from extractor.modelo.documento import BloqueTabla, Documento, Parrafo


@pytest.fixture(scope="module")
def convertidos(corpus: Path, programa: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every sample as PDF, by its name."""
    soffice, salida = programa("soffice"), tmp_path_factory.mktemp("pdf")
    fuentes = sorted((corpus / "docx").glob("*.docx"))
    perfil = (salida / "perfil").as_uri()
    orden = [soffice, f"-env:UserInstallation={perfil}", "--headless", "--convert-to", "pdf", "--outdir", str(salida)]
    subprocess.run([*orden, *map(str, fuentes)], check=True, capture_output=True, timeout=300)
    hechos = {p.stem: p for p in salida.glob("*.pdf")}
    assert len(hechos) == len(fuentes) >= 14
    return hechos


def _documento(ruta: Path) -> Documento:
    datos = ruta.read_bytes()
    return leer(datos, ruta.name, hashlib.sha256(datos).hexdigest())


def test_mismos_datos_que_word(convertidos: dict[str, Path], corpus: Path) -> None:
    from extractor.modelo.declarado import Declarado
    from extractor.proceso import informe_de

    distintos = {}
    for muestra, ruta in convertidos.items():
        informe = json.loads(informe_de(_documento(ruta), Declarado()).model_dump_json())
        diferencias = comparar(informe, leer_verdad(corpus / "verdad" / f"{muestra}.yaml"))
        if diferencias or _datos(informe) != _datos(_leido(f"docx/{muestra}.docx")):
            distintos[muestra] = diferencias or ["otros datos que el docx"]
    assert distintos == {}


def test_cada_caja_imprime_su_texto(convertidos: dict[str, Path]) -> None:
    """The words that the page prints inside a paragraph's box are its own, all of them."""
    import pdfplumber

    comprobados = 0
    for muestra in ("fosis_2007_etapa3", "serviu_maule_2009_etapa3"):
        with pdfplumber.open(convertidos[muestra]) as pdf:
            for origen in _lugares(_documento(convertidos[muestra])):
                assert origen.pagina is not None and origen.caja is not None
                x0, y0, x1, y1 = origen.caja
                pagina = pdf.pages[origen.pagina - 1]
                dentro = pagina.crop((x0 - 0.5, y0 - 0.5, x1 + 0.5, y1 + 0.5)).extract_text() or ""
                assert "".join(origen.texto.split()) == "".join(dentro.split())
                comprobados += 1
    assert comprobados > 300


def _lugares(documento: Documento) -> Iterator[Origen]:
    for bloque in documento.bloques:
        if isinstance(bloque, Parrafo):
            yield from bloque.origen.lugares
        elif isinstance(bloque, BloqueTabla):
            for fila in bloque.filas:
                for celda in fila.celdas:
                    for parrafo in celda.parrafos:
                        yield from parrafo.origen.lugares


def test_fila_partida_tiene_dos_paginas(convertidos: dict[str, Path]) -> None:
    documento = _documento(convertidos["fosis_2007_etapa3"])
    partidas = [f.origen for b in documento.bloques if isinstance(b, BloqueTabla) for f in b.filas if f.origen.partes]
    assert [[p.pagina for p in o.lugares] for o in partidas] == [[1, 2], [2, 3]]


def test_lectura_repetible(convertidos: dict[str, Path]) -> None:
    una, otra = (_documento(convertidos["conaf_2007_etapa3"]) for _ in range(2))
    assert una == otra


def test_pdf_cortado_no_rompe(convertidos: dict[str, Path]) -> None:
    """Cut and damaged files are refused or read in part, and nothing else."""
    import random

    from extractor.errores import ErrorLectura

    datos = convertidos["salud_coquimbo_2007_etapa3"].read_bytes()
    azar = random.Random(2007)
    rechazados = leidos = 0
    for caso in range(60):
        malo = bytearray(datos[: azar.randrange(len(datos))] if caso % 2 else datos)
        for _ in range(azar.randrange(1, 40)):
            malo[azar.randrange(len(malo))] = azar.randrange(256)
        try:
            assert leer(bytes(malo), "malo.pdf", "0" * 64).formato == "pdf"
            leidos += 1
        except ErrorLectura as error:
            assert error.codigo in ("DOCUMENTO_ILEGIBLE", "DOCUMENTO_PROTEGIDO", "LIMITE_EXCEDIDO")
            rechazados += 1
    assert rechazados > 5 and leidos > 5
