"""Tables without strokes: only what is clearly tabular, three columns or more that stay apart over several lines, or two
of which one holds figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.lectores.pdf.lineas import Linea

_FILAS = 3
"""Lines on which the columns must stand side by side."""
_CIFRAS = re.compile(r"^[\d.,%$/\s\-]*\d[\d.,%$/\s\-]*$")
_SEPARA_FILA = 1.3


@dataclass(frozen=True, slots=True)
class TablaSinRayas:
    """Rows of cells of lines; every row has as many cells as the table has columns (``bordes``: each one's edges)."""

    pagina: int
    bordes: tuple[tuple[float, float], ...]
    filas: tuple[tuple[tuple[Linea, ...], ...], ...]


def hallar_tabla(
    renglones: Sequence[list[Linea]], desde: int, reglas: Sequence[tuple[float, float, float]]
) -> tuple[TablaSinRayas, int] | None:
    """The unruled table that starts at line ``desde`` and the line past its end; None when there is none.

    A line of a single stretch belongs to it while it stays in one column.
    """
    columnas: list[tuple[float, float]] = [(x.x0, x.x1) for x in renglones[desde]]
    anchas = 0
    fin = ultima = desde
    pares: list[list[Linea]] = []
    previo: list[Linea] | None = None
    for renglon in renglones[desde:]:
        if previo is not None and renglon[0].base - previo[0].base > 4 * renglon[0].tamano:
            break
        nuevas = _encajar(columnas, renglon)
        if nuevas is None or len(nuevas) < 2 or (len(renglon) == 1 and _ocupa(renglon[0], nuevas) > 1):
            break
        if len(nuevas) < len(columnas) and anchas >= _FILAS:
            break
        columnas = nuevas
        previo = renglon
        fin += 1
        if len(renglon) >= max(2, len(columnas) - 1):
            anchas += 1
            ultima = fin
        pares.append(renglon)
    del pares[ultima + 2 - desde :]
    fin = min(fin, ultima + 2)
    if anchas < _FILAS or len(columnas) < 2:
        return None
    if len(columnas) == 2 and not _de_cifras(pares, columnas):
        return None
    return _armar(pares, columnas, reglas), fin


def _encajar(columnas: list[tuple[float, float]], renglon: list[Linea]) -> list[tuple[float, float]] | None:
    """The columns' extents with the stretches of a line taken in; two columns that a stretch covers become one."""
    unidas = sorted([*columnas, *((x.x0, x.x1) for x in renglon)])
    nuevas: list[tuple[float, float]] = []
    for x0, x1 in unidas:
        if nuevas and x0 < nuevas[-1][1] + 2:
            nuevas[-1] = (nuevas[-1][0], max(nuevas[-1][1], x1))
        else:
            nuevas.append((x0, x1))
    return nuevas if len(nuevas) >= 2 else None


def _ocupa(linea: Linea, columnas: Sequence[tuple[float, float]]) -> int:
    return sum(linea.x0 < b and linea.x1 > a for a, b in columnas)


def _de_cifras(renglones: Sequence[list[Linea]], columnas: Sequence[tuple[float, float]]) -> bool:
    """Whether one of two columns holds figures, on four lines at least."""
    for a, b in columnas:
        dentro = [x for r in renglones for x in r if a - 1 <= x.x0 and x.x1 <= b + 1]
        cifras = sum(bool(_CIFRAS.match(x.texto)) for x in dentro)
        if cifras >= 4 and cifras >= 0.6 * len(dentro):
            return True
    return False


def _armar(
    renglones: Sequence[list[Linea]], columnas: Sequence[tuple[float, float]], reglas: Sequence[tuple[float, float, float]]
) -> TablaSinRayas:
    """Lines into rows: at strokes across where there are two or more, else at gaps, else one to a line."""
    bordes = tuple(columnas)
    bases = [r[0].base for r in renglones]
    rayas = [y for y, x0, x1 in reglas if bases[0] - 40 < y < bases[-1] + 20 and x0 < bordes[0][1] and x1 > bordes[-1][0]]
    pasos = [b - a for a, b in pairwise(bases)]
    menor = min(pasos, default=0.0)
    hay_saltos = any(p > _SEPARA_FILA * menor for p in pasos)
    interiores = [y for y in rayas if bases[0] < y < bases[-1]]
    grupos: list[list[list[Linea]]] = []
    for indice, renglon in enumerate(renglones):
        abre = not grupos
        if indice and len(interiores) >= 2:
            abre = any(bases[indice - 1] - 1 < y <= bases[indice] for y in interiores)
        elif indice and hay_saltos:
            abre = pasos[indice - 1] > _SEPARA_FILA * menor
        elif indice:
            abre = True
        if abre:
            grupos.append([])
        grupos[-1].append(renglon)
    filas = tuple(tuple(tuple(x for r in g for x in r if _suya(x, bordes) == c) for c in range(len(bordes))) for g in grupos)
    return TablaSinRayas(renglones[0][0].pagina, bordes, filas)


def _suya(linea: Linea, bordes: Sequence[tuple[float, float]]) -> int:
    return max(range(len(bordes)), key=lambda i: (min(linea.x1, bordes[i][1]) - max(linea.x0, bordes[i][0]), -i))
