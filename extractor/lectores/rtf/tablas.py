"""RTF tables: rows told by their definition (cell edges and merges), put together level by level.

An edge is a distance in twips; the union of the edges of all the rows of a table is its grid, so that rows of unlike
widths keep sure columns.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from extractor.lectores.arbol import Casilla, Cuadro, Linea, Nodo, mezclar_verticales, revisar_hondura

TOLERANCIA = 30
"""Edges nearer than this (twips, half a millimetre) are one: hand-made tables never match to the twip."""
_ANCHO_SUPUESTO = 1000


@dataclass(slots=True)
class Definicion:
    """What ``\\trowd`` … ``\\cellx`` say of a row: its left edge, the right edge of each cell and the cells' merges."""

    izquierda: int = 0
    bordes: list[int] = field(default_factory=list)
    uniones: list[set[str]] = field(default_factory=list)
    pendientes: set[str] = field(default_factory=set)
    primera: bool = False

    def cerrar_celda(self, borde: int) -> None:
        """``\\cellx``: the merges said since the last one belong to this cell."""
        self.bordes.append(borde)
        self.uniones.append(self.pendientes)
        self.pendientes = set()


@dataclass(slots=True)
class _Fila:
    celdas: list[list[Nodo]]
    definicion: Definicion


@dataclass(slots=True)
class _Nivel:
    filas: list[_Fila] = field(default_factory=list)
    celdas: list[list[Nodo]] = field(default_factory=list)
    abierta: list[Nodo] = field(default_factory=list)


class Niveles:
    """The open tables, outermost first; depth 0 is the body."""

    def __init__(self) -> None:
        self.cuerpo: list[Nodo] = []
        self._abiertos: list[_Nivel] = []

    def poner(self, linea: Linea, hondura: int) -> None:
        """A paragraph that ended at this depth."""
        self._hasta(hondura)
        (self._abiertos[-1].abierta if hondura else self.cuerpo).append(linea)

    def cerrar_celda(self, hondura: int) -> None:
        """A cell ended at this depth (1 or more)."""
        self._hasta(hondura)
        nivel = self._abiertos[-1]
        nivel.celdas.append(nivel.abierta)
        nivel.abierta = []

    def cerrar_fila(self, hondura: int, definicion: Definicion) -> None:
        """A row ended at this depth; text after its last cell mark is kept as one more cell."""
        self._hasta(hondura)
        nivel = self._abiertos[-1]
        if definicion.primera and nivel.filas and nivel.filas[-1].definicion is not definicion:
            # two tables with nothing between them: only the row's own number parts them
            celdas, abierta = nivel.celdas, nivel.abierta
            nivel.celdas, nivel.abierta = [], []
            self._hasta(hondura - 1)
            self._hasta(hondura)
            nivel = self._abiertos[-1]
            nivel.celdas, nivel.abierta = celdas, abierta
        if _llena(nivel.abierta):
            nivel.celdas.append(nivel.abierta)
        nivel.abierta = []
        while definicion.bordes and len(nivel.celdas) > len(definicion.bordes) and not _llena(nivel.celdas[-1]):
            # writers of inner tables leave cell marks that no cell stands for
            nivel.celdas.pop()
        if nivel.celdas:
            nivel.filas.append(_Fila(nivel.celdas, definicion))
        nivel.celdas = []

    def cerrar(self) -> list[Nodo]:
        """The body with every table closed; a row that was cut short is kept."""
        self._hasta(0)
        return self.cuerpo

    def _hasta(self, hondura: int) -> None:
        revisar_hondura(hondura)
        while len(self._abiertos) > hondura:
            nivel = self._abiertos.pop()
            if _llena(nivel.abierta):
                nivel.celdas.append(nivel.abierta)
            if nivel.celdas:
                previa = nivel.filas[-1].definicion if nivel.filas else Definicion()
                nivel.filas.append(_Fila(nivel.celdas, previa))
            if nivel.filas:
                (self._abiertos[-1].abierta if self._abiertos else self.cuerpo).append(_cuadro(nivel.filas))
        while len(self._abiertos) < hondura:
            self._abiertos.append(_Nivel())


def _llena(contenido: list[Nodo]) -> bool:
    return any(isinstance(n, Cuadro) or n.dibujos or n.texto.strip() for n in contenido)


def _cuadro(filas: list[_Fila]) -> Cuadro:
    tramos = [_tramos(f) for f in filas]
    rejilla = _rejilla([borde for fila in tramos for tramo in fila for borde in tramo])
    hechas: list[list[tuple[Casilla, bool]]] = []
    for fila, suyos in zip(filas, tramos, strict=True):
        celdas: list[tuple[Casilla, bool]] = []
        for indice, (contenido, (desde, hasta)) in enumerate(zip(fila.celdas, suyos, strict=True)):
            columna = _columna(rejilla, desde)
            ancho = max(1, _columna(rejilla, hasta) - columna)
            uniones = fila.definicion.uniones[indice] if indice < len(fila.definicion.uniones) else set()
            if "clmrg" in uniones and celdas:
                previa = celdas[-1][0]
                previa.ancho += ancho
                previa.contenido += [n for n in contenido if isinstance(n, Cuadro) or n.texto.strip()]
            else:
                celdas.append((Casilla(columna, ancho, 1, contenido), "clvmrg" in uniones))
        hechas.append(celdas)
    return Cuadro(mezclar_verticales(hechas))


def _tramos(fila: _Fila) -> list[tuple[int, int]]:
    """Left and right edge of each cell; cells without a stated edge, or with one that goes back, follow the last one."""
    tramos = []
    desde = fila.definicion.izquierda
    for indice in range(len(fila.celdas)):
        bordes = fila.definicion.bordes
        hasta = bordes[indice] if indice < len(bordes) else desde + _ANCHO_SUPUESTO
        hasta = hasta if hasta > desde else desde + 1 + TOLERANCIA
        tramos.append((desde, hasta))
        desde = hasta
    return tramos


def _rejilla(bordes: list[int]) -> list[int]:
    """The edges of the grid, from left to right: near ones stand for one."""
    rejilla: list[int] = []
    for borde in sorted(set(bordes)):
        if not rejilla or borde - rejilla[-1] > TOLERANCIA:
            rejilla.append(borde)
    return rejilla


def _columna(rejilla: list[int], borde: int) -> int:
    return max(0, bisect.bisect_right(rejilla, borde) - 1)
