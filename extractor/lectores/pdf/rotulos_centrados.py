"""A label that is centred over an unruled column of short texts, beside which it stands and not above: given back its column.

The stretches of a table tell its columns. Where those of one column are short and stand at its left (or right), a label in its
middle touches none of them and looks like the label of a blank column, next to one without any.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.lectores.pdf.lineas import Linea
from extractor.lectores.pdf.pasos import CIFRAS, columna_de
from extractor.lectores.pdf.rotulos_juntos import Columnas

_DEL_MEDIO = 0.1
"""How far from the middle of its column a centred label is at most (parts of its width)."""


def con_rotulos_centrados(renglones: Sequence[Sequence[Linea]], columnas: Columnas) -> list[tuple[float, float]]:
    """The columns, each that holds nothing but a label made one with the column of that label."""
    quedan = list(columnas)
    for suya in range(len(quedan) - 1, -1, -1):
        duena = _duena(renglones, quedan, suya)
        if duena is not None:
            a, b = sorted((suya, duena))
            quedan[a : b + 1] = [(quedan[a][0], quedan[b][1])]
    return quedan


def _duena(renglones: Sequence[Sequence[Linea]], columnas: Columnas, suya: int) -> int | None:
    """The column beside ``suya`` whose label is all that stands in this one: the only one without, in the middle of which the
    label is, and under a header where all others have theirs."""
    puestas = [(n, x, columna_de(x, columnas)) for n, r in enumerate(renglones) for x in r]
    sitios = [[n for n, _, columna in puestas if columna == c] for c in range(len(columnas))]
    propias = [x for _, x, columna in puestas if columna == suya]
    if len(columnas) < 3 or not propias or any(CIFRAS.match(x.texto) for x in propias):
        return None
    fin = sitios[suya][-1]
    sin_rotulo = [n for n, s in enumerate(sitios) if not s or s[0] > fin]
    if len(sin_rotulo) != 1 or abs(sin_rotulo[0] - suya) != 1 or not sitios[sin_rotulo[0]] or fin + 1 >= len(renglones):
        return None
    # past the header each line has something in the column without label
    if sitios[sin_rotulo[0]][0] != fin + 1:
        return None
    return sin_rotulo[0] if _al_medio(propias, columnas, suya, sin_rotulo[0]) else None


def _al_medio(propias: Sequence[Linea], columnas: Columnas, suya: int, duena: int) -> bool:
    """Whether a label stands in the middle of the column that two make, measured between what begins (or ends) at it and at the
    next one alike."""
    a, b = sorted((suya, duena))
    medio = (min(x.x0 for x in propias) + max(x.x1 for x in propias)) / 2
    if duena < suya:
        if b + 1 >= len(columnas):
            return False
        desde, hasta = columnas[a][0], columnas[b + 1][0]
    else:
        if not a:
            return False
        desde, hasta = columnas[a - 1][1], columnas[b][1]
    return abs(medio - (desde + hasta) / 2) <= _DEL_MEDIO * (hasta - desde)
