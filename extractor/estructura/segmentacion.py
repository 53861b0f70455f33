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
    """The cheapest cut into exactly ``n`` items; None when the lines cannot make that many.

    What a line costs does not depend on the others, so the ``n - 1`` lines that open are those to which opening adds least, the
    first ones where several add the same; the cut is the only one unless a line left out adds no more than one that opens.
    """
    if n < 1 or n > len(abrir):
        return None
    agrega = {linea: abrir[linea] - seguir[linea] for linea in range(1, len(abrir))}
    orden = sorted(agrega, key=agrega.__getitem__)
    abiertas, juntas = orden[: n - 1], orden[n - 1 :]
    costo = sum(seguir[1:]) + sum(agrega[linea] for linea in abiertas)
    if costo >= PROHIBIDO:
        return None
    unico = not abiertas or not juntas or agrega[abiertas[-1]] < agrega[juntas[0]]
    return Corte((0, *sorted(abiertas)), costo, unico)
