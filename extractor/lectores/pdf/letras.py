"""Printed characters, and the stretches of a line that the lines near it tell to be cells of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

HUECO_ESPACIO = 0.17
"""Gap between two characters, in type sizes, from which a space was meant (Word's own spaces are 0.25 or more)."""
_HUECO_ALINEADO = 0.6
"""The same where the second one is in line with others nearby: more than justified text leaves between words."""
_HUECO_ESTRECHO, _SOBRE_ESPACIO, _MUY_PAREJOS = 0.3, 1.12, 3
"""The same where more start there: gaps that are just wider than the page's usual space between words."""
_CERCA, _PAREJOS = 8, 2
"""Lines up and down that are near, and how many must start there."""
_LEJOS = 24
"""The same for the narrower gaps: several rows of several lines."""
_DE_FILA = 3
"""Stretches of a line whose first one, too, stands in a column."""
_VUELTAS = 4
"""How often the lines are looked at again for gaps that those just cut confirm."""


class Letra(NamedTuple):
    """One printed character. ``giro``: degrees its text is turned clockwise from upright (0, 90, 270)."""

    texto: str
    x0: float
    arriba: float
    x1: float
    abajo: float
    tamano: float
    giro: int = 0


def alineados(renglones: Sequence[list[list[Letra]]]) -> list[list[list[Letra]]]:
    """Stretches cut also at narrower gaps, where what follows starts just where stretches of lines nearby do: two full cells of
    one row stand closer than columns usually do. What is cut so shows where others are, so that the rows of a table tell its
    header's columns, be it lines away from the first row that parts them by a wide gap."""
    cortados = [list(trozos) for trozos in renglones]
    estrecho = max(_HUECO_ESTRECHO, _SOBRE_ESPACIO * _espacio_usual(renglones))
    for _ in range(_VUELTAS):
        nuevos = _una_vuelta(cortados, estrecho)
        if [len(t) for t in nuevos] == [len(t) for t in cortados]:
            break
        cortados = nuevos
    return cortados


def _espacio_usual(renglones: Sequence[list[list[Letra]]]) -> float:
    """The usual space between two words of a page, in type sizes."""
    pares = (p for trozos in renglones for t in trozos for p in pairwise(t))
    espacios = sorted(e for a, b in pares if (e := (b.x0 - a.x1) / max(1.0, a.tamano, b.tamano)) > HUECO_ESPACIO)
    return espacios[len(espacios) // 2] if espacios else _HUECO_ALINEADO


def _una_vuelta(renglones: Sequence[list[list[Letra]]], estrecho: float) -> list[list[list[Letra]]]:
    # the first stretch of a row whose first cells are blank stands in a column too
    inicios = [[(t[0].x0, t[0].abajo) for t in (trozos if len(trozos) >= _DE_FILA else trozos[1:])] for trozos in renglones]
    todos: list[list[list[Letra]]] = []
    for numero, trozos in enumerate(renglones):
        cerca, lejos = ([x for otros in inicios[max(0, numero - n) : numero + n + 1] for x in otros] for n in (_CERCA, _LEJOS))
        cortados: list[list[Letra]] = []
        for trozo in trozos:
            cortados.append([trozo[0]])
            for previa, letra in pairwise(trozo):
                tamano = max(letra.tamano, previa.tamano)
                hueco = letra.x0 - previa.x1
                if hueco > _HUECO_ALINEADO * tamano:
                    corta = _parejos(letra, cerca, _CERCA) >= _PAREJOS
                else:
                    corta = hueco > estrecho * tamano and _parejos(letra, lejos, _LEJOS) >= _MUY_PAREJOS
                if corta:
                    cortados.append([])
                cortados[-1].append(letra)
        todos.append(cortados)
    return todos


def _parejos(letra: Letra, inicios: Sequence[tuple[float, float]], cerca: int) -> int:
    lejos = 2 * cerca * letra.tamano
    return sum(abs(x - letra.x0) < 1.0 and abs(y - letra.abajo) < lejos for x, y in inicios)
