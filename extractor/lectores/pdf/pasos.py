"""What the lines of a table without strokes are measured by: which are figures, and how far apart those of one cell are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.lectores.pdf.lineas import Linea

CIFRAS = re.compile(r"^[\d.,%$/\s\-]*\d[\d.,%$/\s\-]*$")
_MISMO_RENGLON, _MISMO_INICIO = 0.4, 2.0
"""Distance, in type sizes, up to which two stretches stand on one line; and, in points, up to which they begin at one place."""


def paso_de(renglones: Sequence[Sequence[Linea]]) -> float | None:
    """How far apart the lines of one cell are: the least distance between stretches that begin at the same place, as what stands
    at other heights beside them (the middle of a taller cell) is nearer."""
    lineas = [x for r in renglones for x in r if es_llana(x)]
    bases: dict[float, list[float]] = {}
    for linea in sorted(lineas, key=lambda x: (x.pagina, x.base)):
        inicio = next((x for x in bases if abs(x - linea.x0) <= _MISMO_INICIO), linea.x0)
        bases.setdefault(inicio, []).append(linea.base)
    minimo = _MISMO_RENGLON * min((x.tamano for x in lineas), default=0.0)
    return min((b - a for propias in bases.values() for a, b in pairwise(propias) if b - a > minimo), default=None)


def columna_de(linea: Linea, columnas: Sequence[tuple[float, float]]) -> int:
    """The column of an unruled table that a stretch shares most with, or is nearest to."""
    return max(range(len(columnas)), key=lambda i: (min(linea.x1, columnas[i][1]) - max(linea.x0, columnas[i][0]), -i))


def es_llana(linea: Linea) -> bool:
    """Whether a stretch runs across, not up the page as the label of a narrow column."""
    return linea.caja[3] - linea.caja[1] < 2 * linea.tamano
