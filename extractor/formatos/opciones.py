"""Columns that are boxes to mark: "Sí" beside "No", "Cumple" beside "No cumple", each a column of its own."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import palabras
from extractor.modelo.documento import Celda

_A_FAVOR = frozenset({"si", "cumple", "si cumple", "cumplido", "cumplida", "cumplio"})
_EN_CONTRA = frozenset({"no", "no cumple", "no cumplido", "no cumplida", "no cumplio"})
_OTRAS = frozenset(
    {"parcial", "parcialmente", "cumple parcialmente", "cumplido parcialmente", "no aplica", "na", "en proceso", "pendiente"}
)


def es_opcion(texto: str) -> bool:
    """Whether a label is one of the answers of a form."""
    return palabras(texto) in _A_FAVOR | _EN_CONTRA | _OTRAS


def columnas_de_opciones(celdas: Sequence[Celda]) -> frozenset[int]:
    """Indexes of the header cells that stand side by side as answers, one for and one against among them."""
    halladas: set[int] = set()
    racha: list[int] = []
    for indice in range(len(celdas) + 1):
        if indice < len(celdas) and celdas[indice].parrafos and es_opcion(celdas[indice].texto):
            racha.append(indice)
            continue
        dichas = {palabras(celdas[i].texto) for i in racha}
        if len(dichas) == len(racha) and dichas & _A_FAVOR and dichas & _EN_CONTRA:
            halladas.update(racha)
        racha = []
    return frozenset(halladas)
