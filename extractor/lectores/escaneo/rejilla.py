"""Tables as grids of cells: rulings -> cells -> rows, columns and spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.lectores.escaneo.enderezado import Caja
from extractor.lectores.escaneo.rayas import Raya
from extractor.lectores.pdf.tablas import CeldaPagina, TablaPagina

TOLERANCIA = 0.05
"""Inches within which two edges are the same one, and by which a ruling may stop short of the one it meets."""
MIN_LADO = 0.1
MAX_CELDAS = 4000
MAX_CRUCES = 10_000


@dataclass(frozen=True, slots=True)
class CeldaRejilla:
    """A cell of a page's table: grid row and column, rows and columns spanned, and its box in pixels."""

    fila: int
    columna: int
    alto: int
    ancho: int
    caja: Caja


@dataclass(frozen=True, slots=True)
class Rejilla:
    """One ruled table of a page: the x of its column edges, its box and its cells in reading order."""

    bordes_x: tuple[float, ...]
    bordes_y: tuple[float, ...]
    celdas: tuple[CeldaRejilla, ...]

    @property
    def caja(self) -> Caja:
        return (self.bordes_x[0], self.bordes_y[0], self.bordes_x[-1], self.bordes_y[-1])


def rejillas(horizontales: list[Raya], verticales: list[Raya], ppp: float) -> list[Rejilla]:
    """The tables that the rulings draw, from the top. Frames around a whole text (one cell) are none."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells

    if not 0 < len(horizontales) * len(verticales) <= MAX_CRUCES * 10:
        return []
    tolerancia = TOLERANCIA * ppp
    ys = _ejes([r.eje for r in horizontales], tolerancia)
    xs = _ejes([r.eje for r in verticales], tolerancia)
    bordes = [{"orientation": "h", "x0": r.desde, "x1": r.hasta, "top": ys[r.eje], "bottom": ys[r.eje]} for r in horizontales] + [
        {"orientation": "v", "x0": xs[r.eje], "x1": xs[r.eje], "top": r.desde, "bottom": r.hasta} for r in verticales
    ]
    cruces = edges_to_intersections(bordes, tolerancia, tolerancia)
    if len(cruces) > MAX_CRUCES:
        return []
    cajas = [c for c in intersections_to_cells(cruces) if min(c[2] - c[0], c[3] - c[1]) >= MIN_LADO * ppp]
    if len(cajas) > MAX_CELDAS:
        return []
    tablas = [_rejilla(cajas_tabla, tolerancia) for cajas_tabla in cells_to_tables(cajas)]
    return sorted((t for t in tablas if len(t.celdas) > 1), key=lambda t: (t.caja[1], t.caja[0]))


def _ejes(valores: list[float], tolerancia: float) -> dict[float, float]:
    """Each value -> the mean of the values that stand together with it."""
    grupos: list[list[float]] = []
    for valor in sorted(set(valores)):
        if grupos and valor - grupos[-1][-1] <= tolerancia:
            grupos[-1].append(valor)
        else:
            grupos.append([valor])
    return {valor: sum(grupo) / len(grupo) for grupo in grupos for valor in grupo}


def _rejilla(cajas: list[Caja], tolerancia: float) -> Rejilla:
    xs = _ejes([x for c in cajas for x in (c[0], c[2])], tolerancia)
    ys = _ejes([y for c in cajas for y in (c[1], c[3])], tolerancia)
    bordes_x, bordes_y = sorted(set(xs.values())), sorted(set(ys.values()))
    celdas = []
    for caja in cajas:
        x0, y0, x1, y1 = xs[caja[0]], ys[caja[1]], xs[caja[2]], ys[caja[3]]
        fila, columna = bordes_y.index(y0), bordes_x.index(x0)
        celdas.append(CeldaRejilla(fila, columna, bordes_y.index(y1) - fila, bordes_x.index(x1) - columna, (x0, y0, x1, y1)))
    celdas.sort(key=lambda c: (c.fila, c.columna))
    return Rejilla(tuple(bordes_x), tuple(bordes_y), tuple(celdas))


def tabla_de(rejilla: Rejilla, pagina: int, escala: float) -> TablaPagina:
    """A grid as a table of the page, its cells still without text."""
    celdas = []
    for c in rejilla.celdas:
        x0, y0, x1, y1 = (v * escala for v in c.caja)
        celdas.append(CeldaPagina(c.fila, c.columna, c.alto, c.ancho, (x0, y0, x1, y1)))
    return TablaPagina(pagina, [x * escala for x in rejilla.bordes_x], [y * escala for y in rejilla.bordes_y], celdas)


def sueltas(horizontales: Sequence[Raya], rejillas: Sequence[Rejilla], escala: float) -> list[tuple[float, float, float]]:
    """Horizontal strokes outside tables, which part footnotes from the text."""
    cajas = [r.caja for r in rejillas]

    def fuera(raya: Raya) -> bool:
        return not any(y0 - 5 <= raya.eje <= y1 + 5 and raya.desde < x1 and raya.hasta > x0 for x0, y0, x1, y1 in cajas)

    return [
        (round(r.eje * escala, 1), round(r.desde * escala, 1), round(r.hasta * escala, 1)) for r in horizontales if fuera(r)
    ]
