"""Cutting a list of lines into items at the least cost: the one mechanism behind every stacked cell.

Each line has a cost for opening an item and a cost for going on with the one before. Asked for ``n`` items, the
cheapest way to have exactly that many is found, and whether it is the only one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

PROHIBIDO = 1000


@dataclass(frozen=True, slots=True)
class Corte:
    """Where items open (indexes of lines), what it cost, and whether no other way costs as little."""

    inicios: tuple[int, ...]
    costo: int
    unico: bool


def natural(abrir: Sequence[int], seguir: Sequence[int]) -> int:
    """How many items the lines make when each one takes its cheaper side (opening, on a tie)."""
    if not abrir:
        return 0
    return 1 + sum(1 for a, s in zip(abrir[1:], seguir[1:], strict=True) if a <= s)


def cortar(abrir: Sequence[int], seguir: Sequence[int], n: int) -> Corte | None:
    """The cheapest cut into exactly ``n`` items; None when the lines cannot make that many."""
    if n < 1 or n > len(abrir):
        return None
    # mejor[k]: (cost, number of ways up to 2, openings) of the lines so far as k items
    mejor: dict[int, tuple[int, int, tuple[int, ...]]] = {1: (0, 1, (0,))}
    for linea in range(1, len(abrir)):
        nuevo: dict[int, tuple[int, int, tuple[int, ...]]] = {}
        for k in range(1, min(n, linea + 1) + 1):
            opciones = []
            if k in mejor:
                costo, formas, inicios = mejor[k]
                opciones.append((costo + seguir[linea], formas, inicios))
            if k - 1 in mejor:
                costo, formas, inicios = mejor[k - 1]
                opciones.append((costo + abrir[linea], formas, (*inicios, linea)))
            if not opciones:
                continue
            minimo = min(o[0] for o in opciones)
            mejores = [o for o in opciones if o[0] == minimo]
            nuevo[k] = (minimo, min(2, sum(o[1] for o in mejores)), mejores[0][2])
        mejor = nuevo
    if n not in mejor or mejor[n][0] >= PROHIBIDO:
        return None
    costo, formas, inicios = mejor[n]
    return Corte(inicios, costo, formas == 1)
