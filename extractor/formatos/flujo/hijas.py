"""The second row of a header in a stream, where nothing marks it: the labels that one of the first groups ("Usuarios" over
"Ellas", "Ellos" and "Ambos"), with blanks under the others or without them.

Several readings may be open; which one is the header's, the cells under it tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from extractor.formatos.columnas.dobles import es_hija, unida
from extractor.modelo.documento import Celda

_HIJAS_MAXIMO = 5
"""Columns that one label groups, at most."""


def con_hijas(celdas: Sequence[Celda], ancho: int, madres: Sequence[int]) -> Iterator[tuple[list[Celda], int]]:
    """The headers that ``celdas`` may open with whose first row is of ``ancho`` labels: their cells, one per column, and how many
    of ``celdas`` they take. ``madres``: the labels that may group others where no blank tells which do."""
    resto = celdas[ancho:]
    blancas = sum(1 for _ in takewhile(lambda c: not c.parrafos, resto))
    hijas = list(takewhile(lambda c: bool(c.parrafos) and es_hija(c), resto[blancas:]))
    for grupos in (1, 2):
        tras = ancho - blancas - grupos
        for de_cada in range(2, min(_HIJAS_MAXIMO, len(hijas) // grupos) + 1):
            cuantas = de_cada * grupos
            cola = resto[blancas + cuantas : blancas + cuantas + tras]
            if 0 <= tras == len(cola) and not any(c.parrafos for c in cola):
                yield _unidas(celdas[:ancho], blancas, grupos, hijas[:cuantas]), ancho + blancas + cuantas + tras
    for madre in () if blancas else madres:
        for cuantas in range(2, min(_HIJAS_MAXIMO, len(hijas)) + 1):
            yield _unidas(celdas[:ancho], madre, 1, hijas[:cuantas]), ancho + cuantas


def _unidas(primera: Sequence[Celda], sitio: int, grupos: int, hijas: Sequence[Celda]) -> list[Celda]:
    """The first row with the labels from ``sitio`` on, as many as ``grupos``, parted in equal shares by ``hijas``."""
    de_cada = len(hijas) // grupos
    partidas = [unida(primera[sitio + n // de_cada], hija) for n, hija in enumerate(hijas)]
    return [*primera[:sitio], *partidas, *primera[sitio + grupos :]]
