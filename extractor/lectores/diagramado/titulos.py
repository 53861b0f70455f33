"""A label printed over two columns, each with its own below ("Cumplimiento" over "Sí" and "No"): its letters fill the blank that
parts them, which every other line leaves."""

from __future__ import annotations

from itertools import pairwise

from extractor.lectores.diagramado.cortes import Franja, Hueco, corrida, huecos, tapa
from extractor.lectores.diagramado.hoja import Renglon, Trozo

_LINEAS = 3
"""Lines of a header."""
_CERCA = 8
"""Characters within which a text stands beside a blank, or opens under a label that is centred."""


def partir_bajo_titulos(franja: Franja) -> None:
    """Adds the columns that such labels hide, and takes for labels the line where they stand, if it passed for a band."""
    renglones = franja.renglones
    for arriba, abajo in pairwise(renglones[:_LINEAS]):
        if abajo.y - arriba.y > 1 or abajo.linea in franja.bandas:
            return
        resto = [r for r in renglones if r.y > abajo.y and r.linea not in franja.bandas]
        pares = [(h, t) for h, t in _tapados(arriba, abajo) if _parten(t, abajo, h) and _abren(h, resto)]
        tapados = [h for h, _ in pares]
        nuevos = [h for h in tapados if not any(a < h[1] and b > h[0] for a, b in franja.huecos)]
        # two labels that one blank parts are cut there, as in any line
        enteros = [h for h, t in pares if (d := corrida(h, arriba)) is None or not t.x0 < d[0] < d[1] < t.x1]
        sobran = len(arriba.trozos) - (len(franja.huecos) + len(nuevos) + 1 - 2 * len(tapados))
        # a band over the labels of a header has few words; these stand beside the labels of the other columns
        if not (nuevos or enteros) or franja.sitios or sobran < 0:
            continue
        franja.huecos = sorted([*franja.huecos, *nuevos])
        if enteros:
            franja.bandas.discard(arriba.linea)
            franja.sobre.add(arriba.linea)


def _tapados(arriba: Renglon, abajo: Renglon) -> list[tuple[Hueco, Trozo]]:
    """The blanks of a line that a stretch of the one above it covers by half or more, just one each, with that stretch."""
    pares = [(h, t) for h in huecos(abajo) for t in arriba.trozos if tapa(t, h)]
    return [(h, t) for h, t in pares if sum(otro is t for _, otro in pares) == 1]


def _parten(titulo: Trozo, abajo: Renglon, hueco: Hueco) -> bool:
    """Whether the stretches at both sides of a blank are labels under that one: the first opens near it, the second before it
    ends."""
    return all(
        titulo.x0 - _CERCA <= t.x0 if t.x1 == hueco[0] else t.x0 <= titulo.x1 + 1
        for t in abajo.trozos
        if t.x1 == hueco[0] or t.x0 == hueco[1]
    )


def _abren(hueco: Hueco, resto: list[Renglon]) -> bool:
    """Whether every line below leaves the blank, and some prints beside it."""
    a, b = hueco
    if any(corrida(hueco, r, dobles=True) is None for r in resto):
        return False
    return any(a - _CERCA < t.x1 <= b or a <= t.x0 < b + _CERCA for r in resto for t in r.trozos)
