"""The region of the first table where nothing said the stage yet: its own heading, and no word of a list above it."""

from __future__ import annotations

import pytest
from ayudas_partes import docx, html

ACTA = ("Servicio de Faros y Boyas", "Acta de cierre del Programa de Trabajo GT 2008")
CABEZA = ("Objetivo", "Actividad", "Ponderación", "Cumple", "Ponderación ganada")
CUADRO = (CABEZA, ("Faros", "Encender la linterna", "60", "Sí", "60"), ("Boyas", "Fondear las nuevas", "40", "Sí", "40"))
PRESENTES = ("Asistentes:", "▪ Rosa Pinto Vidal, Encargada PMG", "▪ Luis Mora Tapia, Inspector Fiscal, Magallanes")
FORMATOS = pytest.mark.parametrize("leer", [html, docx])


@FORMATOS
@pytest.mark.parametrize(
    ("entre", "primera"),
    [
        ((*PRESENTES, "Temas tratados:", "1. Se revisaron los cuadros siguientes."), "REGIÓN DE AYSÉN"),
        (("Programa de Trabajo 2008, Atacama", "Se revisó el cuadro siguiente."), "Región de Aysén"),
        (("Luis Mora Tapia, Inspector Fiscal, Magallanes",), "XI Región de Aysén"),
    ],
)
def test_el_titulo_de_region_vale_antes_que_lo_de_mas_arriba(leer, entre: tuple[str, ...], primera: str) -> None:  # type: ignore[no-untyped-def]
    leido = leer(*ACTA, *entre, primera, CUADRO, "REGIÓN DE LOS LAGOS", CUADRO)
    assert [t.region.codigos for t in leido.tablas] == [("11",), ("10",)]


@FORMATOS
@pytest.mark.parametrize("lista", [PRESENTES, PRESENTES[:1] + PRESENTES[2:], ("- Faros", "- Balizas, Magallanes")])
def test_una_persona_o_un_elemento_de_lista_no_es_la_region(leer, lista: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    (tabla,) = leer(*ACTA, *lista, CUADRO).tablas
    assert tabla.region.codigos == ()


@FORMATOS
@pytest.mark.parametrize("titulo", ["Programa de Trabajo 2008, Magallanes", "▪ Programa de Trabajo 2008 – Región de Magallanes"])
def test_un_titulo_que_termina_en_region_si(leer, titulo: str) -> None:  # type: ignore[no-untyped-def]
    (tabla,) = leer(*ACTA, titulo, CUADRO).tablas
    assert tabla.region.codigos == ("12",)
