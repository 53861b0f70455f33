"""A sketch of a text: the smallest hashes of its runs of words. Two sketches tell how much of two texts is the same.

An estimate of the share of common runs (bottom-k of a random order), so that copies of a report in two formats are
recognised without keeping either.
"""

from __future__ import annotations

import heapq
import zlib
from collections.abc import Iterable, Sequence
from hashlib import sha256

from extractor.comun.texto import plegar
from extractor.modelo.informe import Informe

TAMANO = 64
"""Hashes kept: the estimate errs by some 6 points in 100 at the middle, by less near the ends."""
CORRIDA = 4
"""Words per run."""

_LEIDOS = ("grado_avance",)
"""Fields of a section that the program read in others."""


def textos_de(informe: Informe) -> Iterable[str]:
    """The cells and the sections of a report, in order. Notes and what no form has a place for are left out, because what
    of them is read depends on the file's format."""
    for tabla in informe.tablas:
        for fila in tabla.filas:
            yield from (celda for celda in fila.celdas if celda)
    for seccion in (s for s in informe.secciones if s.numero or s.titulo or s.campos):
        yield f"{seccion.titulo or ''} {seccion.texto}"
        yield from (valor for campo, valor in sorted(seccion.campos.items()) if isinstance(valor, str) and campo not in _LEIDOS)


def bosquejar(textos: Iterable[str]) -> tuple[str, int, tuple[int, ...]]:
    """Hash of the whole text, number of words, and sketch."""
    entero = sha256()
    cuantas, hashes = 0, set()
    for texto in textos:
        voces = _voces(texto)
        cuantas += len(voces)
        entero.update(" ".join(voces).encode())
        entero.update(b"\n")
        for inicio in range(max(1, len(voces) - CORRIDA + 1)):
            hashes.add(zlib.crc32(" ".join(voces[inicio : inicio + CORRIDA]).encode()))
    return entero.hexdigest()[:16], cuantas, tuple(heapq.nsmallest(TAMANO, hashes))


def _voces(texto: str) -> list[str]:
    return "".join(c if c.isalnum() or c == "%" else " " for c in plegar.__wrapped__(texto)).split()


def parecido(uno: Sequence[int], otro: Sequence[int]) -> float:
    """Estimated share of common runs of words, from 0 to 1."""
    if not uno or not otro:
        return 0.0
    menores = heapq.nsmallest(TAMANO, set(uno) | set(otro))
    comunes = set(uno) & set(otro)
    return sum(h in comunes for h in menores) / len(menores)
