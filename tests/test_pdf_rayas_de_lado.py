"""Tables of a PDF with strokes across and none down: rows that share their first cell, and labels centred over short texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pdf_de_prueba import Hoja, pdf

from extractor.lectores.pdf import leer
from extractor.lectores.pdf.sin_rayas_fundidas import de_lado_a_lado
from extractor.modelo.documento import BloqueTabla

XS = (50, 180, 340, 420, 500)
ROTULOS = ("Objetivo", "Actividades", "Peso", "Estado", "Ganada")
FIN = 560


def _celdas(*hojas: Hoja) -> list[list[str]]:
    documento = leer(pdf(*hojas), "a.pdf", "0" * 64)
    (tabla,) = [b for b in documento.bloques if isinstance(b, BloqueTabla)]
    return [[c.texto for c in f.celdas] for f in tabla.filas]


def _renglon(hoja: Hoja, y: float, *textos: str) -> None:
    for x, texto in zip(XS, textos, strict=False):
        if texto:
            hoja.texto(x, y, texto)


def _raya(hoja: Hoja, y: float, desde: float = 45, *, por_celdas: bool = False) -> None:
    bordes = [desde, *(x - 5 for x in XS if x - 5 > desde), FIN] if por_celdas else [desde, FIN]
    for x0, x1 in pairwise(bordes):
        hoja.raya(x0, y, x1, y)


def _cabeza(hoja: Hoja, y: float) -> None:
    _raya(hoja, y - 12)
    _renglon(hoja, y, *ROTULOS)
    _raya(hoja, y + 4)


def _con_celda_compartida(*, por_celdas: bool = False) -> Hoja:
    hoja = Hoja()
    _cabeza(hoja, 100)
    _renglon(hoja, 115, "Acercar la oferta", "Levantar la lista de", "40", "Cumple", "40")
    _renglon(hoja, 127, "de cursos a las", "comunas del valle")
    _raya(hoja, 131, 175, por_celdas=por_celdas)
    _renglon(hoja, 142, "comunas rurales", "Visitar las escuelas", "20", "Cumple", "20")
    _renglon(hoja, 154, "", "de la costa norte")
    _raya(hoja, 158, por_celdas=por_celdas)
    _renglon(hoja, 169, "Medir los plazos", "Encuestar usuarias", "40", "Cumple", "40")
    _raya(hoja, 173, por_celdas=por_celdas)
    _renglon(hoja, 184, "Suma", "", "100", "", "100")
    _raya(hoja, 188, por_celdas=por_celdas)
    return hoja


@pytest.mark.parametrize("por_celdas", [False, True])
def test_la_raya_que_deja_fuera_la_primera_columna_parte_las_demas(por_celdas: bool) -> None:
    assert _celdas(_con_celda_compartida(por_celdas=por_celdas)) == [
        list(ROTULOS),
        ["Acercar la oferta de cursos a las comunas rurales", "Levantar la lista de comunas del valle", "40", "Cumple", "40"],
        ["", "Visitar las escuelas de la costa norte", "20", "Cumple", "20"],
        ["Medir los plazos", "Encuestar usuarias", "40", "Cumple", "40"],
        ["Suma", "", "100", "", "100"],
    ]


def test_las_rayas_de_cada_celda_son_una_aunque_no_esten_a_la_misma_altura() -> None:
    de_celdas = [(100.0, 340.0, 500.0), (100.4, 45.0, 175.0), (100.4, 175.0, 340.0), (120.0, 175.0, 340.0), (120.0, 420.0, 500.0)]
    assert de_lado_a_lado(de_celdas) == [(100.0, 45.0, 500.0), (120.0, 175.0, 340.0), (120.0, 420.0, 500.0)]


def test_una_raya_bajo_una_sola_columna_no_parte_nada() -> None:
    hoja = Hoja()
    _cabeza(hoja, 100)
    for y, peso in ((115, "40"), (145, "20"), (175, "40")):
        _renglon(hoja, y, "Acercar la oferta", "Levantar la lista de", peso, "Cumple", peso)
        hoja.raya(XS[-1], y + 2, FIN, y + 2)
        _renglon(hoja, y + 12, "de cursos a todos", "comunas del valle", "", "en plazo")
        _raya(hoja, y + 16)
    assert _celdas(hoja)[1:] == [
        ["Acercar la oferta de cursos a todos", "Levantar la lista de comunas del valle", p, "Cumple en plazo", p]
        for p in ("40", "20", "40")
    ]


def test_la_celda_compartida_que_corta_el_fin_de_pagina_sigue_siendo_una() -> None:
    una, otra = Hoja(alto=200), Hoja(alto=200)
    _cabeza(una, 60)
    _renglon(una, 75, "Acercar la oferta", "Levantar la lista", "20", "Cumple", "20")
    _raya(una, 79, 175)
    _renglon(una, 90, "de cursos", "Visitar las escuelas", "20", "Cumple", "20")
    _raya(una, 94)
    _renglon(una, 105, "Medir los plazos", "Encuestar usuarias", "20", "Cumple", "20")
    _renglon(una, 117, "de respuesta en las", "de los tres locales")
    _raya(una, 121)
    _cabeza(otra, 60)
    _renglon(otra, 75, "oficinas comunales", "Publicar los plazos", "20", "Cumple", "20")
    _raya(otra, 79)
    _renglon(otra, 90, "Formar al equipo", "Dictar dos talleres", "20", "Cumple", "20")
    _raya(otra, 94)
    assert _celdas(una, otra)[3:] == [
        [
            "Medir los plazos de respuesta en las oficinas comunales",
            "Encuestar usuarias de los tres locales",
            "20",
            "Cumple",
            "20",
        ],
        ["", "Publicar los plazos", "20", "Cumple", "20"],
        ["Formar al equipo", "Dictar dos talleres", "20", "Cumple", "20"],
    ]


def _lista(rotulo: float, nombres: tuple[str, ...]) -> list[list[str]]:
    hoja = Hoja()
    for x, texto in ((rotulo, "Oficina"), (230, "Gasto del periodo"), (380, "Personas atendidas")):
        hoja.texto(x, 100, texto)
    for numero, nombre in enumerate(nombres):
        for x, texto in ((50, nombre), (220, "1.200"), (370, "15")):
            if texto:
                hoja.texto(x, 114 + 14 * numero, texto)
    return _celdas(hoja)


def test_el_rotulo_centrado_sobre_textos_cortos_es_de_su_columna() -> None:
    filas = _lista(112, ("Norte", "Centro", "Sur", "Costa"))
    assert filas[0] == ["Oficina", "Gasto del periodo", "Personas atendidas"]
    assert [f[0] for f in filas[1:]] == ["Norte", "Centro", "Sur", "Costa"]


def test_el_rotulo_de_una_columna_en_blanco_sigue_siendo_de_ella() -> None:
    filas = _lista(165, ("Norte", "Centro", "Sur", "Costa"))
    assert filas[0] == ["", "Oficina", "Gasto del periodo", "Personas atendidas"]
    assert [f[:2] for f in filas[1:]] == [[n, ""] for n in ("Norte", "Centro", "Sur", "Costa")]
