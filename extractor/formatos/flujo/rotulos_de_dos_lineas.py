"""Labels of a header that take two lines of a text whose cells have no mark ("Pond." over "actividad")."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.comun.numeros import leer_numero
from extractor.formatos.columnas.encabezados import Rotulos
from extractor.formatos.columnas.rotulos import rotulo
from extractor.modelo.base import unir_origenes
from extractor.modelo.documento import Celda

_LISTADO = 95.0
"""What two lines together must come near a listed label."""
_LARGO_ROTULO = 60
_PARES_MAXIMO = 6


def con_rotulos_unidos(celdas: Sequence[Celda], rotulos: Sequence[Rotulos]) -> Iterator[list[Celda]]:
    """The lines with pairs of them as one label each, the most pairs first. Two lines are one where they make a label that some
    table lists, or the second goes on in lower case."""
    tope = next((i for i, c in enumerate(celdas) if leer_numero(c.texto) is not None), len(celdas))
    pares = [i for i in range(tope - 1) if _es_uno(celdas[i], celdas[i + 1], rotulos)][:_PARES_MAXIMO]
    for cuantos in range(len(pares), 0, -1):
        for elegidos in itertools.combinations(pares, cuantos):
            if all(b - a > 1 for a, b in itertools.pairwise(elegidos)):
                yield _unidas(celdas, elegidos)


def _es_uno(una: Celda, otra: Celda, rotulos: Sequence[Rotulos]) -> bool:
    texto = f"{una.texto} {otra.texto}"
    if len(texto) > _LARGO_ROTULO:
        return False
    if otra.texto[:1].islower():
        return True
    halladas = (juego.rol(rotulo(texto)) for juego in rotulos)
    return any(h is not None and h[1] >= _LISTADO for h in halladas)


def _unidas(celdas: Sequence[Celda], primeras: Sequence[int]) -> list[Celda]:
    hechas: list[Celda] = []
    for indice, celda in enumerate(celdas):
        if indice - 1 in primeras:
            previa = hechas[-1]
            parrafos = (*previa.parrafos, *(replace(p, hueco=1) for p in celda.parrafos))
            hechas[-1] = Celda(parrafos, unir_origenes([p.origen for p in parrafos]))
        else:
            hechas.append(celda)
    return hechas
