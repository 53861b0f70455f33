"""Every Origen gives its text back from the source: walked over all samples, all real reports, every record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from extractor.lectores.comunes import decodificar, lineas_de
from extractor.modelo.declarado import Declarado
from extractor.proceso import procesar

MUESTRAS = sorted((Path(__file__).resolve().parent.parent / "corpus_muestra").glob("txt/*.txt"))
PDF = [MUESTRAS[0].parent.parent / "pdf" / f"{n}.pdf" for n in ("conadi_araucania_2009_etapa3", "fosis_arica_2009_etapa3")]
DOCX = sorted((Path(__file__).resolve().parent.parent / "corpus_muestra").glob("docx/*.docx"))


def origenes(nodo: Any) -> Iterator[dict[str, Any]]:
    """Every contiguous place in an Informe's JSON: parts instead of what was put together from them."""
    if isinstance(nodo, dict):
        if "texto" in nodo and "linea_inicio" in nodo:
            yield from nodo.get("partes") or [nodo]
            return
        for hijo in nodo.values():
            yield from origenes(hijo)
    elif isinstance(nodo, list):
        for hijo in nodo:
            yield from origenes(hijo)


def _en_texto(ruta: Path) -> int:
    informe = procesar(ruta, ruta.name, Declarado()).model_dump(mode="json")
    lineas = lineas_de(decodificar(ruta.read_bytes())[0])
    vistos = 0
    for origen in origenes(informe):
        if origen["linea_inicio"] is None:
            continue
        crudo = "\n".join(lineas[origen["linea_inicio"] - 1 : origen["linea_fin"]])
        assert crudo[origen["inicio"] : origen["fin"]] == origen["texto"], origen
        vistos += 1
    return vistos


@pytest.mark.parametrize("ruta", MUESTRAS, ids=lambda r: r.name)
def test_en_las_muestras_de_texto(ruta: Path) -> None:
    assert _en_texto(ruta) > 10


def _vacios(nodo: Any, camino: str = "") -> Iterator[str]:
    """Where an Informe's JSON holds an empty text; what an Origen quotes and the cells of a row are texts as they stand."""
    if isinstance(nodo, dict):
        for clave, hijo in nodo.items():
            if clave != "celdas" and not (clave == "texto" and "linea_inicio" in nodo):
                yield from _vacios(hijo, f"{camino}.{clave}")
    elif isinstance(nodo, list):
        for hijo in nodo:
            yield from _vacios(hijo, camino)
    elif nodo == "":
        yield camino


@pytest.mark.parametrize("ruta", MUESTRAS, ids=lambda r: r.name)
def test_lo_ausente_es_nulo_y_nunca_un_texto_vacio(ruta: Path) -> None:
    assert set(_vacios(procesar(ruta, ruta.name, Declarado()).model_dump(mode="json"))) == set()


def test_en_los_informes_reales(informes_reales: Path) -> None:
    rutas = sorted(informes_reales.glob("*_*.txt"))
    assert len(rutas) == 5
    assert all(_en_texto(r) > 20 for r in rutas)


@pytest.mark.parametrize("ruta", DOCX, ids=lambda r: r.name)
def test_en_las_muestras_de_word(ruta: Path) -> None:
    informe = procesar(ruta, ruta.name, Declarado()).model_dump(mode="json")
    cuerpo = docx.Document(str(ruta))
    parrafos = [_texto(p._p) for p in cuerpo.paragraphs]
    vistos = 0
    for origen in origenes(informe):
        nota = origen["tabla"] is None and origen["fila"] is not None
        if origen["parrafo"] is None or origen["inicio"] is None or nota:
            continue
        if origen["tabla"] is None:
            crudo = parrafos[origen["parrafo"]]
        else:
            celda = cuerpo.tables[origen["tabla"]].cell(origen["fila"], origen["columna"])
            crudo = _texto(celda.paragraphs[origen["parrafo"]]._p)
        assert crudo[origen["inicio"] : origen["fin"]] == origen["texto"], origen
        vistos += 1
    assert vistos > 5


def _texto(parrafo: Any) -> str:
    """A paragraph's text, computed another way than the reader does: tags replaced one by one in its XML order."""
    partes = []
    for nodo in parrafo.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        if nodo.tag == qn("w:t"):
            partes.append(nodo.text or "")
        elif nodo.getparent().tag == qn("w:r"):
            partes.append("\n" if nodo.tag == qn("w:br") else "\t")
    return re.sub("\u00ad", "", "".join(partes))


@pytest.mark.parametrize("ruta", [*MUESTRAS[:3], *DOCX[:3]], ids=lambda r: r.name)
def test_el_valor_sale_del_texto_de_su_lugar(ruta: Path) -> None:
    """A figure's printed text stands at its place, white space folded."""
    informe = procesar(ruta, ruta.name, Declarado())
    cifras = [
        c
        for t in informe.tablas
        for f in t.filas
        for c in (
            f.ponderacion,
            f.total_ponderacion,
            *(a.ponderacion for a in f.actividades),
            *(a.ponderacion_ganada for a in f.actividades),
        )
        if c is not None
    ]
    assert all(" ".join(c.origen.texto.split()) == c.texto for c in cifras)


@pytest.mark.parametrize("ruta", PDF, ids=lambda r: r.name)
def test_cada_parte_de_una_fila_que_corta_la_pagina_dice_lo_que_hay_en_su_caja(ruta: Path) -> None:
    """Rows and whole tables: the place of a row over a page end has two parts, each with the text of its own page."""
    import pdfplumber

    informe = procesar(ruta, ruta.name, Declarado()).model_dump(mode="json")
    cortadas = 0
    with pdfplumber.open(ruta) as pdf:
        letras = {n: pagina.chars for n, pagina in enumerate(pdf.pages, start=1)}
    for tabla in informe["tablas"]:
        for origen in (tabla["origen"], *(f["origen"] for f in tabla["filas"])):
            for parte in origen.get("partes") or [origen]:
                x0, y0, x1, y1 = parte["caja"]
                dentro = [c["text"] for c in letras[parte["pagina"]]
                          if x0 < (c["x0"] + c["x1"]) / 2 < x1 and y0 < (c["top"] + c["bottom"]) / 2 < y1]  # fmt: skip
                assert sorted("".join(parte["texto"].split())) == sorted("".join("".join(dentro).split())), parte
            cortadas += "partes" in origen
    assert cortadas
