"""Rows parted only by strokes across under a row that is boxed or filled: the strokes that go down are drawn on through them.

A web page printed to PDF often fills its header, whose cells then have edges, and draws the rows below with strokes across
alone. Those are rows of one table with the header's columns when the strokes run between the same edges as the box and what
is printed between them keeps to its columns.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from extractor.lectores.pdf.letras import Letra

Trazo = dict[str, Any]

_TOLERANCIA = 3.0
"""Strokes nearer than this meet (points)."""
_COLUMNAS = 2
"""Columns that a row fills at least; one that fills fewer is a band over others, or no row."""
_HUECO = 0.3
"""Gap, in type sizes, that parts two columns beyond the spaces printed in it; words stand nearer."""
_MISMO_RENGLON, _SUELTO = 0.4, 1.6
"""How far apart, in type sizes, what stands on one line is at most, and what is no longer the next line of a cell."""
_CERCA = 3.0
"""How far from an edge, in type sizes, what may run over it is looked for."""


def alargar(verticales: Sequence[Trazo], horizontales: Sequence[Trazo], letras: Sequence[Letra]) -> list[Trazo]:
    """The strokes down that carry the columns of each box on through the rows under it."""
    visibles = sorted((c for c in letras if not c.giro), key=_medio)
    nuevos: list[Trazo] = []
    for cierre in horizontales:
        y, izquierda, derecha = cierre["top"], cierre["x0"], cierre["x1"]
        propios = [v for v in verticales if izquierda - _TOLERANCIA <= v["x0"] <= derecha + _TOLERANCIA]
        xs = _bordes([v for v in propios if abs(v["bottom"] - y) <= _TOLERANCIA])
        if len(xs) <= _COLUMNAS or abs(xs[0] - izquierda) > _TOLERANCIA or abs(xs[-1] - derecha) > _TOLERANCIA:
            continue
        iguales = [h for h in horizontales if abs(h["x0"] - izquierda) <= _TOLERANCIA and abs(h["x1"] - derecha) <= _TOLERANCIA]
        nuevos += _filas(xs, sorted({y, *(h["top"] for h in iguales if h["top"] > y)}), propios, visibles)
    return nuevos


def _filas(xs: list[float], ys: list[float], propios: Sequence[Trazo], letras: Sequence[Letra]) -> list[Trazo]:
    """The strokes down between ``ys``, as far as there are rows of the columns ``xs``."""
    tomadas: list[list[Trazo]] = []
    seguras = 0
    for arriba, abajo in pairwise(ys):
        dentro = _entre(letras, xs, arriba, abajo)
        ocupada = any(min(v["bottom"], abajo) - max(v["top"], arriba) > _TOLERANCIA for v in propios)
        if ocupada or all(c.texto.isspace() for c in dentro):
            break
        libres = [x for x in xs[1:-1] if not _cruzado(x, dentro)]
        tomadas.append([_bajada(x, arriba, abajo) for x in (xs[0], *libres, xs[-1])])
        debajo = _bordes([v for v in propios if abs(v["top"] - abajo) <= _TOLERANCIA and v["bottom"] > abajo + _TOLERANCIA])
        if not all(any(abs(x - otro) <= _TOLERANCIA for x in xs) for otro in debajo):
            # the box of another table: what is over it may be its title
            break
        if 2 * len(libres) >= len(xs) - 2 and _llenas(dentro, (xs[0], *libres, xs[-1])) >= _COLUMNAS:
            seguras = len(tomadas)
    if seguras and seguras == len(ys) - 1:
        tomadas.append(_ultima(xs, ys, propios, letras))
        seguras += 1
    return [t for fila in tomadas[:seguras] for t in fila]


def _ultima(xs: list[float], ys: list[float], propios: Sequence[Trazo], letras: Sequence[Letra]) -> list[Trazo]:
    """The strokes down of a last row that nothing closes: what stands under the last stroke as near as the rows above do under
    theirs, fills most columns, runs over no edge and has room under it."""
    distancias = [min(c.arriba for c in _impresas(_entre(letras, xs, a, b))) - a for a, b in pairwise(ys)]
    bajo = _impresas(_entre(letras, xs, ys[-1], float("inf")))
    if not bajo or bajo[0].arriba - ys[-1] > max(distancias) + 1:
        return []
    fin = next((n for n, (a, b) in enumerate(pairwise(bajo), 1) if _medio(b) - _medio(a) > _SUELTO * a.tamano), len(bajo))
    fila = bajo[:fin]
    abajo = max(c.abajo for c in fila) + 1
    if any(v["top"] < abajo and v["bottom"] > ys[-1] + _TOLERANCIA for v in propios):
        return []
    enteras = _entre(letras, (xs[0] - fila[0].tamano, xs[-1] + fila[0].tamano), ys[-1], abajo)
    if any(_cruzado(x, enteras) for x in xs) or 2 * _llenas(fila, xs) <= len(xs) - 1:
        return []
    return [_bajada(x, ys[-1], abajo) for x in xs]


def _entre(letras: Sequence[Letra], xs: Sequence[float], arriba: float, abajo: float) -> list[Letra]:
    """What stands between two heights and the outer edges, of letters from top to bottom."""
    desde, hasta = bisect_right(letras, arriba, key=_medio), bisect_left(letras, abajo, key=_medio)
    return [c for c in letras[desde:hasta] if xs[0] < (c.x0 + c.x1) / 2 < xs[-1]]


def _impresas(letras: Sequence[Letra]) -> list[Letra]:
    return [c for c in letras if not c.texto.isspace()]


def _bordes(verticales: Sequence[Trazo]) -> list[float]:
    return sorted({v["x0"] for v in verticales})


def _bajada(x: float, arriba: float, abajo: float) -> Trazo:
    lados = {"x0": x, "x1": x, "top": arriba, "bottom": abajo, "width": 0.0, "height": abajo - arriba}
    return {"object_type": "line", "orientation": "v", **lados}


def _llenas(letras: Sequence[Letra], xs: Sequence[float]) -> int:
    """How many columns hold something."""
    medios = [(c.x0 + c.x1) / 2 for c in _impresas(letras)]
    return sum(any(a < m < b for m in medios) for a, b in pairwise(xs))


def _cruzado(x: float, letras: Sequence[Letra]) -> bool:
    """Whether some text runs over an edge: a letter on it, or words on both sides no farther apart than words are."""
    cerca = [c for c in letras if c.x0 - _CERCA * c.tamano < x < c.x1 + _CERCA * c.tamano]
    renglon: list[Letra] = []
    for letra in sorted(cerca, key=_medio):
        if renglon and _medio(letra) - _medio(renglon[-1]) > _MISMO_RENGLON * letra.tamano:
            if _corre(x, renglon):
                return True
            renglon = []
        renglon.append(letra)
    return _corre(x, renglon)


def _medio(letra: Letra) -> float:
    return (letra.arriba + letra.abajo) / 2


def _corre(x: float, renglon: Sequence[Letra]) -> bool:
    impresas = _impresas(renglon)
    if any(c.x0 + 1 < x < c.x1 - 1 for c in impresas):
        return True
    antes = max((c.x1 for c in impresas if (c.x0 + c.x1) / 2 < x), default=None)
    despues = min((c.x0 for c in impresas if (c.x0 + c.x1) / 2 >= x), default=None)
    if antes is None or despues is None:
        return False
    espacios = sum(min(c.x1, despues) - max(c.x0, antes) for c in renglon if c.texto.isspace() and antes - 1 < c.x0 < despues)
    return despues - antes - espacios < _HUECO * max(c.tamano for c in impresas)
