"""A blank line among the figures of a stacked cell: what follows it is neither lost nor taken for another activity's."""

from __future__ import annotations

import pytest
from ayudas_docx import hacer, p, tabla, tc
from ayudas_texto import CABEZA, COLUMNAS, celda, codigos, programa_2007

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

TEXTOS = ("1.1 Medir la salmuera", "1.2 Cercar las vegas", "1.3 Contar los flamencos")
ESTADOS = ("Cumple", "Cumple", "Cumple")
COLUMNA = ("Objetivos específicos", "Actividades", "Pond. actividad", "Cumple o No cumple", "Ponderación ganada")


def leer(datos: bytes, nombre: str) -> Informe:
    return informe_de(leer_bytes(datos, nombre), Declarado())


def de_word(pesos: tuple[str, ...], ganadas: tuple[str, ...]) -> Informe:
    fila = (("Salares",), TEXTOS, pesos, ESTADOS, ganadas)
    celdas = tabla(tuple(tc(p(c)) for c in COLUMNA), tuple(tc(*(p(t) for t in textos)) for textos in fila))
    cabeza = "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007", "Actividad 1.1: Implementación", "Región: I de Tarapacá"
    return leer(hacer("".join(p(c) for c in cabeza) + celdas), "informe.docx")


def ganadas(leido: Informe) -> list[str | None]:
    (fila,) = leido.tablas[0].filas
    return [a.ponderacion_ganada.valor if a.ponderacion_ganada else None for a in fila.actividades]


def test_frente_al_total_de_los_pesos_esta_el_de_lo_ganado() -> None:
    """Four places beside four: the second is blank, the last is the total's."""
    leido = de_word(("40", "30", "30", "100"), ("40", "", "30", "70"))
    (fila,) = leido.tablas[0].filas
    assert ganadas(leido) == ["40", None, "30"] and fila.total_ganada is not None and fila.total_ganada.valor == "70"
    assert {a.alineacion.get("ponderacion_ganada") for a in fila.actividades if a.ponderacion_ganada} == {"dudosa"}
    assert not [h for h in leido.hallazgos if h.gravedad != "aviso"]


@pytest.mark.parametrize(("pesos", "escritas"), [
    (("40", "30", "30", "100"), ("40", "", "30", "30")),  # the last one is no total: it is less than another
    (("40", "30", "30"), ("40", "", "30", "30")),  # no total beside it
])  # fmt: skip
def test_un_blanco_de_mas_no_hace_un_total(pesos: tuple[str, ...], escritas: tuple[str, ...]) -> None:
    leido = de_word(pesos, escritas)
    assert ganadas(leido) == ["40", "30", "30"] and not [h for h in leido.hallazgos if h.gravedad != "aviso"]


@pytest.mark.parametrize(("ultima", "leidas", "total"), [
    (("40", "", "30", "70"), ["40", None, "30"], "70"),
    (("40", "", "30"), ["40", None, "30"], None),
])  # fmt: skip
def test_la_cifra_tras_un_blanco_de_la_ultima_celda_no_se_pierde(
    ultima: tuple[str, ...], leidas: list[str | None], total: str | None
) -> None:
    """In text of Word the free text below a table is told by its blank lines; a bare figure that is wanting above is not free text."""
    filas = ((("Salares",), TEXTOS, ("40", "30", "30", "100"), ESTADOS, ultima),)
    leido = leer(programa_2007(*filas, region="I de Tarapacá").encode(), "informe.txt")
    cifras = [c.valor for f in leido.tablas[0].filas for a in f.actividades for c in (a.ponderacion_ganada,) if c]
    assert cifras + ([total] if total else []) == [c for c in (*leidas, total) if c]
    assert not [h for h in leido.hallazgos if h.gravedad != "aviso"] and "LECTURA_DUDOSA" in [c for c, *_ in codigos(leido)]


def test_un_numero_de_pagina_bajo_la_tabla_no_es_de_ella() -> None:
    entera = "".join(celda(*c) for c in (("Salares",), TEXTOS, ("40", "30", "30"), ESTADOS, ("40", "30", "30")))
    leido = leer((CABEZA.format(region="I de Tarapacá") + COLUMNAS + entera + "\n\n7\n").encode(), "informe.txt")
    assert ganadas(leido) == ["40", "30", "30"] and leido.hallazgos == ()
