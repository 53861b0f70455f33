"""Columns that are boxes to mark: "Sí" beside "No", "Cumple" beside "No cumple", each a column of its own."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import palabras
from extractor.modelo.documento import Celda
from extractor.vocabularios.opciones import opcion_de_rotulo


def es_opcion(texto: str) -> bool:
    """Whether a label is one of the answers of a form."""
    return opcion_de_rotulo(texto) is not None


def columnas_de_opciones(celdas: Sequence[Celda]) -> frozenset[int]:
    """Indexes of the header cells that stand side by side as answers, one for and one against among them."""
    halladas: set[int] = set()
    racha: list[int] = []
    for indice in range(len(celdas) + 1):
        if indice < len(celdas) and celdas[indice].parrafos and es_opcion(celdas[indice].texto):
            racha.append(indice)
            continue
        dichas = {palabras(celdas[i].texto) for i in racha}
        if len(dichas) == len(racha) and {"CUMPLE", "NO_CUMPLE"} <= {opcion_de_rotulo(dicha) for dicha in dichas}:
            halladas.update(racha)
        racha = []
    return frozenset(halladas)
