"""Text boxes: their text stands apart in the file, tied by the shape's number to the place that anchors it."""

from __future__ import annotations

import struct
from bisect import bisect_left

from extractor.lectores.arbol import Nodo
from extractor.lectores.doc.fib import ANCLAS, CUADROS, Fib

_ANCLA, _CUADRO = 26, 22
"""Bytes of a shape's anchor (FSPA) and of a text box's record (FTXBXS)."""
PARTE = 6


def cuadros(fib: Fib) -> list[tuple[int | None, int, int]]:
    """Each text box: the character of the body that anchors it, and first character and end of its text.

    A box inside a group of shapes has no anchor of its own: it takes that of the box before it, or None.
    """
    plc = fib.trozo(CUADROS) if fib.partes[PARTE] else b""
    cuantos = (len(plc) - 4) // (4 + _CUADRO)
    if cuantos < 1:
        return []
    inicio, fin = fib.parte(PARTE)
    limites = struct.unpack_from(f"<{cuantos + 1}I", plc, 0)
    anclas = _anclas(fib)
    leidos: list[tuple[int | None, int, int]] = []
    ancla: int | None = None
    anterior = 0
    for numero in range(cuantos):
        forma = struct.unpack_from("<i", plc, 4 * (cuantos + 1) + _CUADRO * numero + 14)[0]
        desde, hasta = max(limites[numero], anterior), limites[numero + 1]
        ancla = anclas.get(forma, ancla)
        if desde < hasta and inicio + hasta <= fin:
            leidos.append((ancla, inicio + desde, inicio + hasta))
            anterior = hasta
    return leidos


def _anclas(fib: Fib) -> dict[int, int]:
    """The character that anchors each shape, by the shape's number."""
    plc = fib.trozo(ANCLAS)
    cuantas = (len(plc) - 4) // (4 + _ANCLA)
    if cuantas < 1:
        return {}
    lugares = struct.unpack_from(f"<{cuantas}I", plc, 0)
    desde = 4 * (cuantas + 1)
    return {struct.unpack_from("<i", plc, desde + _ANCLA * i)[0]: lugar for i, lugar in enumerate(lugares)}


class Dibujos:
    """What the text boxes hold, by the character that anchors them."""

    def __init__(self, anclados: list[tuple[int, list[Nodo]]]) -> None:
        self._anclados = sorted(anclados, key=lambda a: a[0])
        self._lugares = [lugar for lugar, _ in self._anclados]

    def en(self, desde: int, hasta: int) -> list[Nodo]:
        """The paragraphs and tables of the boxes anchored between two characters."""
        primero = bisect_left(self._lugares, desde)
        ultimo = bisect_left(self._lugares, hasta)
        return [nodo for _, nodos in self._anclados[primero:ultimo] for nodo in nodos]
