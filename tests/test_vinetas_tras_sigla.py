"""Bullets inside a line that follow an acronym, a year or a closing mark."""

from __future__ import annotations

import pytest

from extractor.estructura.items import textos
from extractor.modelo.base import Origen
from extractor.modelo.documento import Parrafo


def _items(texto: str) -> list[str]:
    parrafo = Parrafo(texto, Origen(linea_inicio=1, linea_fin=1, inicio=0, fin=len(texto), texto=texto))
    return [i.texto for i in textos([parrafo]).items]


@pytest.mark.parametrize(
    ("texto", "segunda"),
    [
        ("- Firmar el convenio con SERVIU - Cerrar los sitios eriazos", "- Cerrar los sitios eriazos"),
        ("- Firmar el convenio con SERVIU • Reunirse con los comités", "• Reunirse con los comités"),
        ("- Cerrar la cuenta del año 2008 - Rendirla al municipio", "- Rendirla al municipio"),
        ("- Contratar el estudio (fase 2) – Medir los caudales", "– Medir los caudales"),
        ("- Sembrar el 40% - Regar el resto", "- Regar el resto"),
    ],
)
def test_abre_otra_actividad_ante_un_infinitivo(texto: str, segunda: str) -> None:
    assert _items(texto) == [texto[: texto.index(segunda)].strip(), segunda]


def test_se_suma_a_las_que_siguen_a_una_minuscula() -> None:
    assert len(_items("Limpiar la caleta - Pintar la sede del SNP - Difundir en la radio - Cerrar")) == 4


@pytest.mark.parametrize(
    "texto",
    [
        # names of two parts
        "- Sesionar con el GORE - Biobío",
        "- Convenio SERVIU - Municipio",
        "- Mesa INDAP-Sembrar",
        "- Programa PRODESAL - Secano",
        # no other mark in the cell
        "Sesionar con el GORE - Redactar el acta",
        # what the dash numbers
        "- Fase 1 - Medir",
    ],
)
def test_no_parte_lo_que_puede_ser_un_nombre(texto: str) -> None:
    assert _items(texto) == [texto]
