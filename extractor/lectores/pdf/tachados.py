"""Text that a stroke crosses from its first character to its last: a person struck it out, and it is left out.

A stroke that rules a table is longer than the words beside it, one that underlines stands at their foot.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.lectores.pdf.lineas import Letra

_ALTO, _BAJO = 0.4, 0.79
"""Where a character is crossed, from the top of its box to its foot: over its base line and under its upper half."""
_AL_RAS = 1.5
"""How far from the ends of the text those of the stroke may be (points)."""
_PASO = 4.0
_GRANDE = 60.0
"""Taller characters are looked for no further than this (points)."""


def sin_tachadas(letras: Sequence[Letra], trazos: Sequence[dict[str, Any]]) -> tuple[list[Letra], list[dict[str, Any]], int]:
    """The characters that no stroke crosses out, the strokes that cross none, and how many stretches were struck."""
    franjas: dict[int, list[int]] = {}
    for sitio, letra in enumerate(letras):
        if not letra.giro and letra.abajo - letra.arriba <= _GRANDE:
            for franja in range(int(letra.arriba // _PASO), int(letra.abajo // _PASO) + 1):
                franjas.setdefault(franja, []).append(sitio)
    fuera: set[int] = set()
    usados: set[int] = set()
    tramos: list[tuple[float, float, float]] = []
    for numero, trazo in enumerate(trazos):
        if trazo["orientation"] != "h":
            continue
        cruzadas = _cruzadas(letras, franjas.get(int(trazo["top"] // _PASO), ()), trazo)
        if cruzadas:
            usados.add(numero)
            fuera.update(cruzadas)
            # the two sides of a thick stroke are one
            if not any(abs(y - trazo["top"]) < _PASO and abs(x0 - trazo["x0"]) < _AL_RAS for y, x0, _ in tramos):
                tramos.append((trazo["top"], trazo["x0"], trazo["x1"]))
    if not usados:
        return list(letras), list(trazos), 0
    vivas = [c for i, c in enumerate(letras) if i not in fuera]
    return vivas, [t for i, t in enumerate(trazos) if i not in usados], len(tramos)


def _cruzadas(letras: Sequence[Letra], cercanas: Sequence[int], trazo: dict[str, Any]) -> list[int]:
    """The characters that a stroke crosses out; none unless it runs from the first of them to the last."""
    y, x0, x1 = trazo["top"], trazo["x0"], trazo["x1"]
    bajo: list[int] = []
    for sitio in cercanas:
        letra = letras[sitio]
        if x0 <= (letra.x0 + letra.x1) / 2 <= x1 and letra.arriba <= y <= letra.abajo:
            bajo.append(sitio)
    vistas = [letras[i] for i in bajo if not letras[i].texto.isspace()]
    if not any(c.texto.isalnum() for c in vistas):
        return []
    if any(not _ALTO <= (y - c.arriba) / max(c.abajo - c.arriba, 0.1) <= _BAJO for c in vistas):
        return []
    ambas = [letras[i] for i in bajo]
    if x0 < min(c.x0 for c in ambas) - _AL_RAS or x1 > max(c.x1 for c in ambas) + _AL_RAS:
        return []
    return bajo
