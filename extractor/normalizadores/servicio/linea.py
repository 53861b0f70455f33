"""A line that names services as folded words, with where it is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.normalizadores.servicio.menciones import solo_palabras
from extractor.normalizadores.servicio.palabras import entera, internas
from extractor.vocabularios.base import plegar_con_lugares

_PALABRA = re.compile(r"[^\W_]+")
_CORTA = re.compile(r"[,;:/()–—|•-]|\.(?=\s)")


class Linea(NamedTuple):
    """Folded words; ``cortes``: indexes of the words before which the line is cut; ``dos_puntos``: those behind a colon."""

    palabras: Sequence[str]
    cortes: frozenset[int]
    dos_puntos: frozenset[int]

    def tramo(self, indice: int) -> tuple[int, int]:
        """The words between the cuts around ``indice``."""
        if not self.cortes:
            return 0, len(self.palabras)
        desde = max((c for c in self.cortes if c <= indice), default=0)
        return desde, min((c for c in self.cortes if c > indice), default=len(self.palabras))

    def tramos(self) -> Iterator[tuple[int, int]]:
        bordes = sorted({0, *self.cortes, len(self.palabras)})
        return pairwise(bordes)


def linea_de(texto: str, palabras: Sequence[str]) -> Linea:
    plegado = plegar_con_lugares(texto)[0]
    if solo_palabras(texto, plegado):
        return Linea(palabras, frozenset(), frozenset())
    cortes, dos_puntos, cursor = set(), set(), 0
    enteras = list(palabras)
    for indice, hallada in enumerate(_PALABRA.finditer(plegado)):
        entre = plegado[cursor : hallada.start()]
        cursor = hallada.end()
        if indice and entre.startswith("."):
            enteras[indice - 1] = entera(palabras[indice - 1])
        corta = bool(indice) and (enteras[indice - 1] != palabras[indice - 1] or palabras[indice - 1] in internas())
        abrevia = corta and entre.strip() == "."
        if indice and _CORTA.search(entre) and not abrevia:
            cortes.add(indice)
        if indice and ":" in entre:
            dos_puntos.add(indice)
    return Linea(enteras, frozenset(cortes), frozenset(dos_puntos))
