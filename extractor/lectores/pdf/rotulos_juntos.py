"""Labels of an unruled table's header that stand so close as to look like one: cut where the rows below part their columns.

Labels are often centred, and wider than the figures under them. What is printed below tells the columns; a line of labels is cut
at a space between two words that stands over the blank between two of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.lectores.pdf.lineas import Linea, partir

_HOLGURA = 0.6
"""How far beside the blank between two columns the space between two labels may stand (type sizes)."""
_MAS_ANCHO = 1.12
"""How much wider than the other spaces the one between two labels is."""
_MISMO_PASO = 1.05
Columnas = Sequence[tuple[float, float]]


def cortar_encabezado(renglones: Sequence[Sequence[Linea]], columnas: Columnas) -> list[list[Linea]]:
    """The lines over the rows of a table, cut where they can be. Below one with a label over every column there are only labels:
    what groups labels stands over them."""
    cortados: list[list[Linea]] = []
    for renglon in renglones:
        bajo_rotulos = any(len(r) == len(columnas) for r in cortados)
        pocos = 2 * len(renglon) <= len(columnas) and not bajo_rotulos
        cortado = cortar_rotulos(renglon, columnas, como_celdas=pocos)
        cortados.append(list(renglon) if cortado is None else cortado)
    return cortados


def cortar_rotulos(renglon: Sequence[Linea], columnas: Columnas, *, como_celdas: bool) -> list[Linea] | None:
    """A line with each stretch that stands over several columns cut between them; None where there is none, or where one cannot
    be cut: no space stands there, or what follows a cut opens in small letters and must open as a cell does (``como_celdas``)."""
    if not any(_cruzados(x, columnas) for x in renglon):
        return None
    cortados: list[Linea] = []
    for linea in renglon:
        sitios = [_sitio(linea, blanco) for blanco in _cruzados(linea, columnas)]
        if any(s is None for s in sitios) or len(set(sitios)) < len(sitios):
            return None
        partes = partir(linea, sorted(s for s in sitios if s is not None))
        if como_celdas and any(not _abre(p.texto) for p in partes[1:]):
            return None
        cortados += partes
    return cortados


def es_rotulo_encima(linea: Linea, debajo: Sequence[Linea], columnas: Columnas, paso: float) -> bool:
    """Whether a line of one stretch is the first one of a label, whose others stand among the lines ``debajo``, the first of a
    table: over one column, not the first, and no farther above them than the lines of a cell are."""
    cerca = min(x.base for x in debajo) - linea.base <= paso * _MISMO_PASO
    return cerca and linea.x0 > columnas[0][1] and en_sus_columnas([linea], columnas)


def en_sus_columnas(renglon: Sequence[Linea], columnas: Columnas) -> bool:
    """Whether each stretch of a line stands over one column, and no two over the same."""
    suyas = [_columna(x, columnas) for x in renglon]
    return None not in suyas and len(set(suyas)) == len(suyas)


def con_rotulos(rotulos: Sequence[Sequence[Linea]], columnas: Columnas) -> list[tuple[float, float]]:
    """The columns as wide as their labels, which stay apart from those beside them."""
    anchas = list(columnas)
    for linea in (x for r in rotulos for x in r):
        suya = _columna(linea, columnas)
        if suya is not None:
            antes = anchas[suya - 1][1] if suya else float("-inf")
            despues = anchas[suya + 1][0] if suya + 1 < len(anchas) else float("inf")
            a, b = anchas[suya]
            anchas[suya] = (min(a, max(linea.x0, antes + 0.1)), max(b, min(linea.x1, despues - 0.1)))
    return anchas


def _cruzados(linea: Linea, columnas: Columnas) -> list[tuple[float, float]]:
    """The blanks between columns that a stretch goes over, with text over the columns at both sides."""
    return [(a[1], b[0]) for a, b in pairwise(columnas) if linea.x0 < a[1] - 1 and linea.x1 > b[0] + 1]


def _sitio(linea: Linea, blanco: tuple[float, float]) -> int | None:
    """The space of a stretch that stands over a blank between columns, clearly the widest of several; None where none does, or
    a word between two alike may be of either column."""
    holgura = _HOLGURA * linea.tamano
    todos = [(b - a, n) for n, (_, a, b) in enumerate(linea.huecos) if a < blanco[1] + holgura and b > blanco[0] - holgura]
    cerca = sorted(todos, reverse=True)
    if not cerca or (len(cerca) > 1 and cerca[0][0] < _MAS_ANCHO * cerca[1][0]):
        return None
    return cerca[0][1]


def _abre(texto: str) -> bool:
    return texto[:1].isupper() or not texto[:1].isalpha()


def _columna(linea: Linea, columnas: Columnas) -> int | None:
    """The column that a label stands over: the only one that it touches, or the one under most of it."""
    comunes = [min(linea.x1, b) - max(linea.x0, a) for a, b in columnas]
    mejor = max(range(len(columnas)), key=lambda n: comunes[n])
    if comunes[mejor] > 0:
        return mejor if sum(c > 1 for c in comunes) <= 1 else None
    medio = (linea.x0 + linea.x1) / 2
    cerca = [n for n, (a, b) in enumerate(columnas) if a - linea.tamano < medio < b + linea.tamano]
    return cerca[0] if len(cerca) == 1 else None
