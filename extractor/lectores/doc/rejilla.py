"""Cells of rows with different edges into one grid of columns, as Word shows them."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.lectores.arbol import Nodo
from extractor.lectores.doc.filas import COMIENZA, CONTINUA, PRIMERA, UNIDA, Forma

TOLERANCIAS = (100, 50, 20, 0)
"""Edges of different rows nearer than this (twips; a cell's own margins take 140 or more) are one edge dragged by hand,
unless some row has a cell that narrow."""
_ANCHO = 1440
"""Width given to the cells whose edges the file does not state."""

CeldaSuelta = list[Nodo]


@dataclass(slots=True)
class FilaSuelta:
    """A row: what each cell holds, and its layout, None when the file does not state it."""

    celdas: list[CeldaSuelta]
    forma: Forma | None


@dataclass(slots=True)
class Puesta:
    """A cell in its place: first grid column and columns it spans, whether it goes on the cell above, and the cells to
    its right that were merged into it, whose content nobody sees."""

    contenido: CeldaSuelta
    columna: int
    ancho: int
    continua: bool
    unidas: list[CeldaSuelta] = field(default_factory=list)


@dataclass(slots=True)
class _Tramo:
    contenido: CeldaSuelta
    desde: int
    hasta: int
    banderas: int
    unidas: list[CeldaSuelta] = field(default_factory=list)


def colocar(filas: list[FilaSuelta]) -> list[list[Puesta]]:
    """The cells of each row in the columns of the union of all edges."""
    anterior: Forma | None = None
    tramos: list[list[_Tramo]] = []
    for fila in filas:
        anterior = _completa(fila, anterior)
        tramos.append(_unir_a_lo_ancho(fila, anterior))
    lugares = _columnas([[(t.desde, t.hasta) for t in fila] for fila in tramos])
    return [
        [
            Puesta(t.contenido, a, b - a, bool(t.banderas & CONTINUA) and not t.banderas & COMIENZA, t.unidas)
            for t, (a, b) in zip(fila, propios, strict=True)
        ]
        for fila, propios in zip(tramos, lugares, strict=True)
    ]


def _completa(fila: FilaSuelta, anterior: Forma | None) -> Forma:
    """A layout with as many cells as the row has; what is missing is taken from the row before, or is even."""
    cuantas = len(fila.celdas)
    forma = fila.forma
    if forma is None and anterior is not None and len(anterior.banderas) == cuantas:
        forma = Forma(anterior.bordes, (0,) * cuantas)
    bordes, banderas = ([*forma.bordes], [*forma.banderas]) if forma else ([0], [])
    while len(banderas) < cuantas:
        bordes.append(bordes[-1] + _ANCHO)
        banderas.append(0)
    return Forma(tuple(bordes[: cuantas + 1]), tuple(banderas[:cuantas]))


def _unir_a_lo_ancho(fila: FilaSuelta, forma: Forma) -> list[_Tramo]:
    tramos: list[_Tramo] = []
    for i, (contenido, banderas) in enumerate(zip(fila.celdas, forma.banderas, strict=True)):
        if banderas & UNIDA and not banderas & PRIMERA and tramos:
            tramos[-1].hasta = forma.bordes[i + 1]
            tramos[-1].unidas.append(contenido)
        else:
            tramos.append(_Tramo(contenido, forma.bordes[i], forma.bordes[i + 1], banderas))
    return tramos


def _columnas(filas: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    """The first grid column and the end of each cell, with the widest tolerance under which no cell vanishes."""
    bordes = sorted({b for fila in filas for tramo in fila for b in tramo})
    lugares: list[list[tuple[int, int]]] = []
    for tolerancia in TOLERANCIAS:
        numero: dict[int, int] = {}
        primero = columna = -1
        for i, borde in enumerate(bordes):
            if i == 0 or borde - primero > tolerancia:
                primero, columna = borde, columna + 1
            numero[borde] = columna
        lugares = [[(numero[a], numero[b]) for a, b in fila] for fila in filas]
        if all(a < b for fila in lugares for a, b in fila):
            return lugares
    # Cells of no width, or edges that go back: each takes at least one column after the one before it.
    return [_corridas(fila) for fila in lugares]


def _corridas(fila: list[tuple[int, int]]) -> list[tuple[int, int]]:
    fin = 0
    puestas: list[tuple[int, int]] = []
    for a, b in fila:
        desde = max(a, fin)
        fin = max(b, desde + 1)
        puestas.append((desde, fin))
    return puestas
