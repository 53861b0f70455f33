"""The ruled tables of one page: strokes -> cells -> a grid whose cells know their columns and rows.

The steps are pdfplumber's own (snap and join strokes, cross them, close cells, group cells), with three additions: a row
left open by the page end (strokes that go down and meet no stroke across) is closed there, rows parted only by strokes
across get the columns of the box over them, and text that stands inside a table but in no closed cell gets a cell, so
that nothing is lost.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.lectores.pdf.alargadas import alargar
from extractor.lectores.pdf.limites import CRUCES_PAGINA, PaginaExcesiva
from extractor.lectores.pdf.lineas import Caja, Letra, Linea

_TOLERANCIA = 3.0
"""Strokes nearer than this are one (points)."""
_MARCO = 0.5
"""A lone cell of more than this part of the page is a frame around it, not a table."""


@dataclass(slots=True)
class CeldaPagina:
    """A cell of the grid: rows and columns from 0 in its table, its box, and what is printed in it."""

    fila: int
    columna: int
    alto: int
    ancho: int
    caja: Caja
    letras: list[Letra] = field(default_factory=list)
    lineas: list[Linea] = field(default_factory=list)


@dataclass(slots=True)
class TablaPagina:
    """A ruled table of a page: edges of its columns and rows, and its cells in order. ``abierta``: no stroke closed it
    at its foot; ``con_interior``: another table stands inside one of its cells."""

    pagina: int
    xs: list[float]
    ys: list[float]
    celdas: list[CeldaPagina]
    abierta: bool = False
    con_interior: bool = False

    @property
    def caja(self) -> Caja:
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def hallar(
    trazos: Sequence[dict[str, Any]], letras: Sequence[Letra], pagina: int, ancho: float, alto: float
) -> list[TablaPagina]:
    """The tables that strokes draw on a page, with the characters that stand in each of their cells.

    Raises PaginaExcesiva when the strokes are too many to cross.
    """
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    if not trazos:
        return []
    unidos = merge_edges(list(trazos), _TOLERANCIA, _TOLERANCIA, _TOLERANCIA, _TOLERANCIA)
    unidos = [t for t in unidos if (t["x1"] - t["x0"] if t["orientation"] == "h" else t["bottom"] - t["top"]) >= _TOLERANCIA]
    verticales = [t for t in unidos if t["orientation"] == "v"]
    horizontales = [t for t in unidos if t["orientation"] == "h"]
    if len(verticales) * len(horizontales) > CRUCES_PAGINA:
        raise PaginaExcesiva
    alargados = alargar(verticales, horizontales, letras)
    if len(alargados) * len(horizontales) > CRUCES_PAGINA:
        raise PaginaExcesiva
    cierres = _cierres([*verticales, *alargados], horizontales, letras)
    cruces = edges_to_intersections([*unidos, *alargados, *cierres], _TOLERANCIA, _TOLERANCIA)
    if len(cruces) > CRUCES_PAGINA // 20:
        raise PaginaExcesiva
    cajas = intersections_to_cells(cruces)
    agrupadas = cells_to_tables(cajas)
    solas = set(cajas) - {c for g in agrupadas for c in g}
    grupos = [*agrupadas, *([c] for c in sorted(solas) if not _es_marco(c, ancho, alto))]
    tablas = [_tabla(g, pagina) for g in grupos if g]
    fines = {round(c["top"], 1) for c in cierres}
    for tabla in tablas:
        tabla.abierta = any(abs(tabla.ys[-1] - fin) < _TOLERANCIA for fin in fines)
    return colocar(tablas, letras)


def _cierres(
    verticales: list[dict[str, Any]], horizontales: list[dict[str, Any]], letras: Sequence[Letra]
) -> list[dict[str, Any]]:
    """Strokes across at the ends of the ones that go down, where nothing closed them and text is shut in."""
    cierres: list[dict[str, Any]] = []
    for lado in ("bottom", "top"):
        grupos: dict[int, list[dict[str, Any]]] = {}
        for v in verticales:
            clave = next((k for k in grupos if abs(k / 10 - v[lado]) < _TOLERANCIA), round(v[lado] * 10))
            grupos.setdefault(clave, []).append(v)
        for clave, grupo in grupos.items():
            y = clave / 10
            x0, x1 = min(v["x0"] for v in grupo), max(v["x1"] for v in grupo)
            if x1 - x0 < 20 or len(grupo) < 2:
                continue
            if any(abs(h["top"] - y) < 2 * _TOLERANCIA and h["x0"] < x0 + 5 and h["x1"] > x1 - 5 for h in horizontales):
                continue
            cruzan = [h["top"] for h in horizontales if h["x0"] < x0 + 5 and h["x1"] > x1 - 5]
            otros = [t for t in cruzan if (t < y - 5 if lado == "bottom" else t > y + 5)]
            if not otros:
                continue
            vecino = max(otros) if lado == "bottom" else min(otros)
            desde, hasta = min(vecino, y), max(vecino, y)
            if any(x0 < c.x0 and c.x1 < x1 and desde - 1 < (c.arriba + c.abajo) / 2 < hasta + 1 for c in letras):
                cierres.append(
                    {"object_type": "line", "orientation": "h", "x0": x0, "x1": x1, "top": y, "bottom": y, "width": x1 - x0}
                )
    return cierres


def _es_marco(caja: Caja, ancho: float, alto: float) -> bool:
    """Whether a lone cell is a frame around the page."""
    return caja[3] - caja[1] > _MARCO * alto and caja[2] - caja[0] > _MARCO * ancho


def _bordes(valores: Iterable[float]) -> list[float]:
    bordes: list[float] = []
    for valor in sorted(valores):
        if not bordes or valor - bordes[-1] > _TOLERANCIA:
            bordes.append(valor)
    return bordes


def _cual(bordes: Sequence[float], valor: float) -> int:
    """Index of the edge nearest to ``valor``."""
    return min(range(len(bordes)), key=lambda i: abs(bordes[i] - valor))


def _tabla(cajas: Sequence[Caja], pagina: int) -> TablaPagina:
    xs = _bordes(x for c in cajas for x in (c[0], c[2]))
    ys = _bordes(y for c in cajas for y in (c[1], c[3]))
    celdas = []
    for caja in sorted(cajas, key=lambda c: (c[1], c[0])):
        columna, fila = _cual(xs, caja[0]), _cual(ys, caja[1])
        ancho, alto = _cual(xs, caja[2]) - columna, _cual(ys, caja[3]) - fila
        if ancho > 0 and alto > 0:
            celdas.append(CeldaPagina(fila, columna, alto, ancho, caja))
    return TablaPagina(pagina, xs, ys, celdas)


def _sin_interiores(tablas: list[TablaPagina]) -> list[TablaPagina]:
    """Tables drawn inside a cell of another are read as text of that cell."""
    exteriores = []
    for tabla in tablas:
        dentro = False
        for otra in tablas:
            if otra is not tabla and any(_contiene(c.caja, tabla.caja) for c in otra.celdas):
                otra.con_interior = dentro = True
        if not dentro:
            exteriores.append(tabla)
    return sorted(exteriores, key=lambda t: (t.ys[0], t.xs[0]))


def _contiene(fuera: Caja, dentro: Caja) -> bool:
    return (
        fuera[0] - 1 <= dentro[0]
        and fuera[1] - 1 <= dentro[1]
        and fuera[2] + 1 >= dentro[2]
        and fuera[3] + 1 >= dentro[3]
        and (fuera[2] - fuera[0]) * (fuera[3] - fuera[1]) > 1.05 * (dentro[2] - dentro[0]) * (dentro[3] - dentro[1])
    )


def colocar(tablas: list[TablaPagina], letras: Sequence[Letra]) -> list[TablaPagina]:
    """The tables of a page that hold text, with the characters of each cell; one inside a cell of another is text of it."""
    return _repartir(_sin_interiores(tablas), letras)


def _repartir(tablas: list[TablaPagina], letras: Sequence[Letra]) -> list[TablaPagina]:
    """Gives each character to the cell where its middle stands; tables that hold none are drawings."""
    for tabla in tablas:
        sitios = {
            (f, c): x for x in tabla.celdas for f in range(x.fila, x.fila + x.alto) for c in range(x.columna, x.columna + x.ancho)
        }
        x0, y0, x1, y1 = tabla.caja
        for letra in letras:
            medio_x, medio_y = (letra.x0 + letra.x1) / 2, (letra.arriba + letra.abajo) / 2
            if not (x0 <= medio_x < x1 and y0 <= medio_y < y1):
                continue
            sitio = (bisect_right(tabla.ys, medio_y) - 1, bisect_right(tabla.xs, medio_x) - 1)
            celda = sitios.get(sitio)
            if celda is None:
                if letra.texto.isspace():
                    continue
                fila, columna = sitio
                celda = CeldaPagina(
                    fila, columna, 1, 1, (tabla.xs[columna], tabla.ys[fila], tabla.xs[columna + 1], tabla.ys[fila + 1])
                )
                sitios[sitio] = celda
                tabla.celdas.append(celda)
            celda.letras.append(letra)
        tabla.celdas.sort(key=lambda c: (c.fila, c.columna))
    return [t for t in tablas if any(not c.texto.isspace() for celda in t.celdas for c in celda.letras)]
