"""A table put together from its pages: its cells and rows in one grid, each with the box of every part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractor.lectores.pdf.lineas import Caja, Linea
from extractor.lectores.pdf.tablas import TablaPagina

_MISMO_BORDE = 3.0


@dataclass(slots=True)
class CeldaUnida:
    """A cell of a table put together: its columns and rows in the whole grid, and the box and lines of each part of it."""

    columna: int
    ancho: int
    alto: int
    partes: list[tuple[int, Caja]]
    lineas: list[Linea] = field(default_factory=list)

    @property
    def texto(self) -> str:
        return " ".join(x.texto for x in self.lineas)


@dataclass(slots=True)
class FilaUnida:
    """A row and the boxes of its parts, each (page, box). ``dudosa``: it may be half a row, that a page end cut."""

    celdas: list[CeldaUnida]
    partes: list[tuple[int, Caja]]
    tras_corte: bool = False
    dudosa: bool = False


@dataclass(slots=True)
class TablaUnida:
    """A table over one page or several, in the grid of ``xs`` (edges, as on its first page)."""

    xs: list[float]
    filas: list[FilaUnida]
    ultima: TablaPagina
    con_interior: bool = False
    repetidas: int = 0


def abrir(tabla: TablaPagina) -> TablaUnida:
    """The table of one page, ready to go on."""
    return TablaUnida(list(tabla.xs), filas_de(tabla, tabla.xs, 0.0), tabla, tabla.con_interior)


def filas_de(tabla: TablaPagina, xs: Sequence[float], dx: float) -> list[FilaUnida]:
    x0, _, x1, _ = tabla.caja
    filas = [FilaUnida([], [(tabla.pagina, (x0, a, x1, b))]) for a, b in pairwise(tabla.ys)]
    for celda in tabla.celdas:
        columna = _cual(xs, tabla.xs[celda.columna] + dx)
        ancho = _cual(xs, tabla.xs[celda.columna + celda.ancho] + dx) - columna
        lineas = [replace(x, dx=dx) for x in celda.lineas] if dx else celda.lineas
        filas[celda.fila].celdas.append(CeldaUnida(columna, max(1, ancho), celda.alto, [(tabla.pagina, celda.caja)], lineas))
    return filas


def _cual(bordes: Sequence[float], valor: float) -> int:
    return min(range(len(bordes)), key=lambda i: abs(bordes[i] - valor))


def misma_rejilla(tabla: TablaUnida, siguiente: TablaPagina) -> float | None:
    """How far the columns of ``siguiente`` must be moved to fall on those of ``tabla``; None when they do not.

    A page may show only some of the columns' edges (its rows are merged), never others.
    """
    dx = tabla.xs[0] - siguiente.xs[0]
    if abs(dx) > 60 or abs(tabla.xs[-1] - siguiente.xs[-1] - dx) > _MISMO_BORDE:
        return None
    movidos = [x + dx for x in siguiente.xs]
    menos, mas = sorted((tabla.xs, movidos), key=len)
    if all(min(abs(x - y) for y in mas) <= _MISMO_BORDE for x in menos):
        return dx
    return None


def cambiar_rejilla(tabla: TablaUnida, xs: list[float]) -> None:
    """The same rows over a finer grid: the new page shows edges that merged rows had hidden."""
    for fila in tabla.filas:
        for celda in fila.celdas:
            fin = _cual(xs, tabla.xs[celda.columna + celda.ancho])
            celda.columna = _cual(xs, tabla.xs[celda.columna])
            celda.ancho = max(1, fin - celda.columna)
    tabla.xs = xs


def cubren(filas: Sequence[FilaUnida]) -> list[CeldaUnida]:
    """The cells that reach the last row, those merged downwards into it among them."""
    total = len(filas)
    return [c for numero, f in enumerate(filas) for c in f.celdas if numero + c.alto >= total]
