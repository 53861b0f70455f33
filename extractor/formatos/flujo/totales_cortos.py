"""Rows of totals of a stream whose label spans several columns, so that they have fewer cells than the header."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.comun.numeros import leer_numero
from extractor.formatos.flujo.celdas import (
    Roles,
    acaba_en_texto,
    con_figuras,
    de_figuras,
    encaja,
    es_rotulo_de_total,
    nombra_region,
)
from extractor.formatos.piezas import Pieza, con_parrafos
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.documento import Celda
from extractor.vocabularios.estados import veredicto_inicial
from extractor.vocabularios.filas import es_objetivo_rotulado

Cuantas = Callable[[int, int], int]
"""How many cells stand from a place on before what ends them, up to a number of them."""


def total_corto(piezas: Sequence[Pieza], indice: int, roles: Roles, cuantas: Cuantas) -> tuple[list[Celda], int] | None:
    """Such a row from a place on, its cells with blanks in between, and how many pieces it takes; None when none begins there."""
    ancho = len(roles)
    antes = 0
    while antes < 2 and indice + antes < len(piezas) and not piezas[indice + antes].parrafos:
        antes += 1
    if indice + antes >= len(piezas) or not es_rotulo_de_total(piezas[indice + antes].celdas[0]):
        return None
    if piezas[indice + antes].clase != "celda":
        return None
    largo = _largo_de_total(piezas, indice, antes, roles, cuantas)
    if largo >= ancho:
        return None
    celdas = [p.celdas[0] for p in piezas[indice : indice + largo]]
    blanca = con_parrafos(celdas[antes], ())
    figuras = celdas[antes + 1 :]
    if not any(de_figuras(c) for c in figuras if c.parrafos):
        return None
    return con_figuras(celdas[: antes + 1], figuras, blanca, roles), largo


def _largo_de_total(piezas: Sequence[Pieza], indice: int, antes: int, roles: Roles, cuantas: Cuantas) -> int:
    """How many cells a row of totals has: up to what ends the table, or to where the row after it falls into the columns."""
    ancho = len(roles)
    hay = cuantas(indice, ancho)
    if hay == ancho and _cae_entera([p.celdas[0] for p in piezas[indice : indice + ancho]], roles):
        return ancho
    figuras = antes + 1
    for n, pieza in enumerate(piezas[indice : indice + hay]):
        if n and acaba_en_texto(pieza.celdas[0]):
            return n + 1
        if n and (es_objetivo_rotulado(pieza.celdas[0].texto) or nombra_region(pieza.celdas[0])):
            return n
        if n == figuras and (not pieza.parrafos or leer_numero(pieza.parrafos[0].texto) is not None):
            figuras += 1
    if hay < ancho:
        return hay
    largos: list[int] = [figuras, ancho, *range(figuras + 1, ancho)]
    for largo in largos:
        resto = [p.celdas[0] for p in piezas[indice + largo : indice + largo + ancho]]
        if len(resto) < ancho or encaja(resto, roles, con_peso=True):
            return largo
    return figuras


def _cae_entera(celdas: Sequence[Celda], roles: Roles) -> bool:
    """Whether a row as wide as the header has a figure in each of its columns of figures and no words of its own in the others,
    so that it is short of nothing: labels of totals, and the region's verdict in the column of states."""
    propias = [c for c, rol in zip(celdas, roles, strict=True) if rol in DE_CIFRAS]
    ajenas = [(c, rol) for c, rol in zip(celdas, roles, strict=True) if rol not in DE_CIFRAS and c.parrafos]
    if len(propias) < 2 or not all(c.parrafos and leer_numero(c.parrafos[0].texto) is not None for c in propias):
        return False
    return all(es_rotulo_de_total(c) or (rol == "estado" and _es_fallo(c)) for c, rol in ajenas)


def _es_fallo(celda: Celda) -> bool:
    return leer_numero(celda.texto) is not None or veredicto_inicial(celda.texto) is not None
