"""Rows with a number of their own on both sides of a page end are two rows, also where the stroke between them is missing; what
goes on under a cell merged downwards goes on with that cell."""

from __future__ import annotations

import pytest
from pdf_de_prueba import Hoja, pdf

from extractor.lectores.pdf import leer
from extractor.modelo.documento import BloqueTabla

XS = [50.0, 80.0, 220.0, 360.0, 420.0]


def _tabla(*hojas: Hoja) -> BloqueTabla:
    (tabla,) = [b for b in leer(pdf(*hojas), "a.pdf", "0" * 64).bloques if isinstance(b, BloqueTabla)]
    return tabla


def _primera(actividad: str = "Podar") -> Hoja:
    """A header and two numbered rows under one objective, without a stroke at the foot."""
    hoja = Hoja(alto=300)
    for x in XS:
        hoja.raya(x, 200, x, 270)
    for y in (200, 220):
        hoja.raya(XS[0], y, XS[-1], y)
    for x0, x1 in ((XS[0], XS[1]), (XS[2], XS[4])):  # the objective is merged over both rows
        hoja.raya(x0, 245, x1, 245)
    for x, texto in zip(XS, ("No", "Objetivo", "Actividad", "Peso"), strict=False):
        hoja.texto(x + 4, 214, texto)
    hoja.texto(54, 236, "1").texto(84, 236, "Cuidar el").texto(224, 236, "Sembrar").texto(364, 236, "60")
    return hoja.texto(84, 248, "bosque").texto(54, 259, "2").texto(224, 259, actividad).texto(364, 259, "20")


def _segunda(numero: str, objetivo: str, actividad: str, peso: str) -> Hoja:
    hoja = Hoja(alto=300).rejilla(XS, [40, 65, 90])
    hoja.texto(54, 56, numero).texto(84, 56, objetivo).texto(224, 56, actividad).texto(364, 56, peso)
    return hoja.texto(84, 81, "Total").texto(364, 81, "100")


def _con_estado(estado: str, otro: str, *, numeros: bool) -> list[list[str]]:
    """The rows of a table cut between two whole rows, the first of which ends in ``estado``."""
    una = Hoja(alto=300).rejilla(XS, [200, 220, 245, 270])
    columnas = (("No", "1", "2"), ("Actividad", "Podar", "Talar"), ("Peso", "60", "20"), ("Cumple", "Si", estado))
    for x, centro, textos in zip(XS, (4, 4, 4, 24), columnas, strict=False):
        for y, texto in zip((214, 236, 259), textos, strict=True):
            una.texto(x + (4 if y == 214 else centro), y, texto if numeros or x != XS[0] or y == 214 else "-")
    otra = Hoja(alto=300).rejilla(XS, [40, 65, 90])
    otra.texto(54, 56, "3" if numeros else "-").texto(84, 56, "Ripiar").texto(224, 56, "20").texto(384, 56, otro)
    otra.texto(84, 81, "Total").texto(224, 81, "100")
    return [[c.texto for c in f.celdas] for f in _tabla(una, otra).filas]


@pytest.mark.parametrize("numeros", [True, False])
@pytest.mark.parametrize("estado", ["No", "NO", "no.", "Si"])
def test_un_no_al_pie_es_una_respuesta(estado: str, numeros: bool) -> None:
    filas = _con_estado(estado, "Si", numeros=numeros)
    assert [f[1:] for f in filas] == [
        ["Actividad", "Peso", "Cumple"],
        ["Podar", "60", "Si"],
        ["Talar", "20", estado],
        ["Ripiar", "20", "Si"],
        ["Total", "100", ""],
    ]


def test_el_numero_siguiente_abre_otra_fila() -> None:
    tabla = _tabla(_primera(), _segunda("3", "Abrir caminos", "Ripiar", "20"))
    assert [[c.texto for c in f.celdas] for f in tabla.filas] == [
        ["No", "Objetivo", "Actividad", "Peso"],
        ["1", "Cuidar el bosque", "Sembrar", "60"],
        ["2", "Podar", "20"],
        ["3", "Abrir caminos", "Ripiar", "20"],
        ["", "Total", "", "100"],
    ]


def test_sin_numero_la_fila_cortada_sigue_entera() -> None:
    tabla = _tabla(_primera("Podar cada una de las"), _segunda("", "nativo", "lengas viejas", ""))
    assert [[c.texto for c in f.celdas] for f in tabla.filas][1:] == [
        ["1", "Cuidar el bosque nativo", "Sembrar", "60"],
        ["2", "Podar cada una de las lengas viejas", "20"],
        ["", "Total", "", "100"],
    ]
