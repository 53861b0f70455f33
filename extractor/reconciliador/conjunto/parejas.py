"""Which commitment of one table is which of another: by text, with a threshold and a margin; what is not sure is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extractor.modelo.conjunto import PartidaResumida

PARECIDO = 85.0
"""Least likeness (rapidfuzz ratio of folded texts, 0-100) of two wordings of one commitment."""
MARGEN = 8.0
"""By how much a pair must be liker than the next candidate of either side."""
DISTINTO = 60.0
"""Below this likeness to everything a commitment is in no other table: added, or dropped."""
TOPE = 250_000
"""Comparisons of texts per pair of tables; beyond it only equal texts pair."""

Campo = Literal["ponderacion", "ponderacion_ganada", "estado"]


@dataclass(frozen=True, slots=True)
class Parejas:
    """``pares``: sure ones. ``solo_a``, ``solo_b``: surely in no other. ``dudosas``: how many items cannot be told."""

    pares: tuple[tuple[PartidaResumida, PartidaResumida], ...]
    solo_a: tuple[PartidaResumida, ...]
    solo_b: tuple[PartidaResumida, ...]
    dudosas: int

    @property
    def comparables(self) -> bool:
        """Whether the two tables are about the same commitments: most items of the shorter one pair."""
        menor = len(self.pares) + min(len(self.solo_a), len(self.solo_b))
        return bool(self.pares) and 2 * len(self.pares) > menor and len(self.pares) >= self.dudosas / 2


@dataclass(frozen=True, slots=True)
class Diferencia:
    """The same field of the same commitment, said otherwise."""

    campo: Campo
    a: PartidaResumida
    b: PartidaResumida
    dice_a: str | None
    dice_b: str | None


def emparejar(a: Sequence[PartidaResumida], b: Sequence[PartidaResumida]) -> Parejas:
    """The pairs of two tables, in the order of the first."""
    pares, resto_a, resto_b, dudosas = _iguales(a, b)
    if len(resto_a) * len(resto_b) > TOPE:
        return Parejas(tuple(pares), (), (), dudosas + len(resto_a) + len(resto_b))
    parecidos, solo_a, solo_b, mas = _parecidos(resto_a, resto_b)
    orden = {id(partida): n for n, partida in enumerate(a)}
    todos = sorted((*pares, *parecidos), key=lambda par: orden[id(par[0])])
    return Parejas(tuple(todos), tuple(solo_a), tuple(solo_b), dudosas + mas)


Par = tuple[PartidaResumida, PartidaResumida]


def _iguales(
    a: Sequence[PartidaResumida], b: Sequence[PartidaResumida]
) -> tuple[list[Par], list[PartidaResumida], list[PartidaResumida], int]:
    """Equal texts pair, in order where a text is repeated as often in both; else they are doubtful, as blank ones are."""
    en_a, en_b = _por_texto(a), _por_texto(b)
    pares: list[Par] = []
    dudosas = len(en_a.pop("", [])) + len(en_b.pop("", []))
    resto_a, resto_b = [], []
    for texto, suyas in en_a.items():
        otras = en_b.pop(texto, [])
        if len(suyas) == len(otras):
            pares.extend(zip(suyas, otras, strict=True))
        elif otras:
            dudosas += len(suyas) + len(otras)
        else:
            resto_a.extend(suyas)
    for otras in en_b.values():
        resto_b.extend(otras)
    return pares, resto_a, resto_b, dudosas


def _por_texto(partidas: Sequence[PartidaResumida]) -> dict[str, list[PartidaResumida]]:
    grupos: dict[str, list[PartidaResumida]] = {}
    for partida in partidas:
        grupos.setdefault(partida.texto, []).append(partida)
    return grupos


def _parecidos(
    a: list[PartidaResumida], b: list[PartidaResumida]
) -> tuple[list[Par], list[PartidaResumida], list[PartidaResumida], int]:
    from rapidfuzz import fuzz

    puntajes = [[fuzz.ratio(x.texto, y.texto) for y in b] for x in a]
    por_b = [[puntajes[i][j] for i in range(len(a))] for j in range(len(b))]
    pares: list[Par] = []
    solo_a, dudosas = [], 0
    tomadas: set[int] = set()
    for i, x in enumerate(a):
        j = _unico(puntajes[i])
        if j is not None and _unico(por_b[j]) == i:
            pares.append((x, b[j]))
            tomadas.add(j)
        elif max(puntajes[i], default=0.0) < DISTINTO:
            solo_a.append(x)
        else:
            dudosas += 1
    solo_b = [y for j, y in enumerate(b) if j not in tomadas and max(por_b[j], default=0.0) < DISTINTO]
    return pares, solo_a, solo_b, dudosas + len(b) - len(tomadas) - len(solo_b)


def _unico(puntajes: list[float]) -> int | None:
    """The best candidate, where it is like enough and by far the likest."""
    if not puntajes:
        return None
    mejor = max(range(len(puntajes)), key=lambda n: puntajes[n])
    segundo = max((p for n, p in enumerate(puntajes) if n != mejor), default=0.0)
    return mejor if puntajes[mejor] >= PARECIDO and puntajes[mejor] - segundo >= MARGEN else None


def diferencias(pares: Sequence[Par], escala: Decimal = Decimal(1)) -> list[Diferencia]:
    """What the pairs say otherwise, where both sides were read surely. ``escala``: what the second table's figures must
    be multiplied by to be on the scale of the first."""
    halladas = []
    for a, b in pares:
        if not (a.segura and b.segura):
            continue
        if _distintas(a.peso, b.peso, escala):
            halladas.append(Diferencia("ponderacion", a, b, a.peso, b.peso))
        if a.ganada is not None and b.ganada is not None and _distintas(a.ganada, b.ganada, escala):
            halladas.append(Diferencia("ponderacion_ganada", a, b, a.ganada, b.ganada))
        if a.estado and b.estado and a.estado != b.estado:
            halladas.append(Diferencia("estado", a, b, a.estado, b.estado))
    return halladas


def _distintas(uno: str | None, otro: str | None, escala: Decimal) -> bool:
    """A weight that only one of them prints is no change: what is missing is told in its own document."""
    return uno is not None and otro is not None and Decimal(uno) != Decimal(otro) * escala


def escala_entre(pares: Sequence[Par]) -> Decimal:
    """100 or 0.01 where one table weighs in fractions of 1 and the other in per cents, all its items alike; else 1."""
    pesos = [(a.valor, b.valor) for a, b in pares if a.valor and b.valor]
    for escala in (Decimal(100), Decimal("0.01")):
        if len(pesos) > 1 and all(x == y * escala for x, y in pesos if x is not None and y is not None):
            return escala
    return Decimal(1)

