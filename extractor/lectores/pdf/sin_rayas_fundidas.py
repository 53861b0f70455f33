"""Rows of an unruled table that share their first cells: the strokes across that part them start past the shared columns.

A table may be drawn with strokes across and none down. One that runs over all its columns ends a row; one that leaves the first
columns out parts what stands in the others, beside a cell merged downwards, which goes whole with the first of these rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractor.lectores.pdf.lineas import Linea
from extractor.lectores.pdf.pasos import columna_de
from extractor.lectores.pdf.rotulos_juntos import Columnas

_TOLERANCIA = 3.0
"""Strokes nearer than this meet, and how far over a column's text a stroke that leaves it out may start (points)."""
_MISMA_ALTURA = 1.0
_COLUMNAS = 2
"""Columns that such a stroke runs over at least: under one only it may be anything, an underline too."""
Regla = tuple[float, float, float]


def de_lado_a_lado(reglas: Sequence[Regla]) -> list[Regla]:
    """Strokes across, each (y, from, to), with those that are drawn cell by cell put together."""
    unidas: list[Regla] = []
    alturas: list[list[Regla]] = []
    for regla in sorted(reglas):
        if alturas and regla[0] - alturas[-1][0][0] <= _MISMA_ALTURA:
            alturas[-1].append(regla)
        else:
            alturas.append([regla])
    for propias in alturas:
        y = propias[0][0]
        desde, hasta = min((x0, x1) for _, x0, x1 in propias)
        for x0, x1 in sorted((x0, x1) for _, x0, x1 in propias):
            if x0 > hasta + _TOLERANCIA:
                unidas.append((y, desde, hasta))
                desde = x0
            hasta = max(hasta, x1)
        unidas.append((y, desde, hasta))
    return unidas


def partir_fundidas(
    grupo: Sequence[list[Linea]], columnas: Columnas, reglas: Sequence[Regla]
) -> list[list[list[Linea]]]:
    """The lines of a row as the rows that such strokes make of it, each with the lines of its own cells; one row where there are
    none."""
    desde = {y: primera for y, x0, x1 in reglas if (primera := _primera(x0, x1, columnas)) is not None}
    ys = sorted(y for y in desde if grupo[0][0].base < y < grupo[-1][0].base)
    filas: list[list[list[Linea]]] = [[] for _ in range(len(ys) + 1)]
    for renglon in grupo:
        suyas: dict[int, list[Linea]] = {}
        for linea in renglon:
            propias = [y for y in ys if desde[y] <= columna_de(linea, columnas)]
            sobre = bisect_right(propias, linea.base)
            suyas.setdefault(ys.index(propias[sobre - 1]) + 1 if sobre else 0, []).append(linea)
        for fila, lineas in suyas.items():
            filas[fila].append(lineas)
    return [f for f in filas if f]


def _primera(x0: float, x1: float, columnas: Columnas) -> int | None:
    """The first column that a stroke runs over, past the first one and up to the last; None where it is no such stroke."""
    if x1 <= columnas[-1][0] or x0 < columnas[0][1] - _TOLERANCIA:
        return None
    primera = next((n for n, (a, _) in enumerate(columnas) if n and x0 <= a + _TOLERANCIA), None)
    if primera is None or x0 < columnas[primera - 1][1] - _TOLERANCIA or len(columnas) - primera < _COLUMNAS:
        return None
    return primera
