"""Text boxes: their text stands apart in the file, tied by the shape's number to the place that anchors it."""

from __future__ import annotations

import struct
from bisect import bisect_left
from dataclasses import dataclass

from extractor.lectores.arbol import Nodo
from extractor.lectores.doc.fib import ANCLAS, CUADROS, Fib

_ANCLA, _CUADRO = 26, 22
"""Bytes of a shape's anchor (FSPA) and of a text box's record (FTXBXS)."""
PARTE = 6


@dataclass(frozen=True, slots=True)
class Ancla:
    """Where a shape hangs from: the character of the body, the shape's number, and its width and height in twips."""

    lugar: int
    forma: int
    ancho: int
    alto: int


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
    por_forma = {a.forma: a.lugar for a in anclas(fib)}
    leidos: list[tuple[int | None, int, int]] = []
    ancla: int | None = None
    anterior = 0
    for numero in range(cuantos):
        forma = struct.unpack_from("<I", plc, 4 * (cuantos + 1) + _CUADRO * numero + 14)[0]
        desde, hasta = max(limites[numero], anterior), limites[numero + 1]
        ancla = por_forma.get(forma, ancla)
        if desde < hasta and inicio + hasta <= fin:
            leidos.append((ancla, inicio + desde, inicio + hasta))
            anterior = hasta
    return leidos


def anclas(fib: Fib) -> list[Ancla]:
    """The anchors of the body's shapes, in order."""
    plc = fib.trozo(ANCLAS)
    cuantas = (len(plc) - 4) // (4 + _ANCLA)
    if cuantas < 1:
        return []
    lugares = struct.unpack_from(f"<{cuantas}I", plc, 0)
    desde = 4 * (cuantas + 1)
    cajas = (struct.unpack_from("<I4i", plc, desde + _ANCLA * i) for i in range(cuantas))
    return [Ancla(lugar, forma, x1 - x0, y1 - y0) for lugar, (forma, x0, y0, x1, y1) in zip(lugares, cajas, strict=True)]


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
