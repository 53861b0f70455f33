"""Rows that name a region and nothing else: whether one heads the rows under it or is a row of its table, and whether the
parts that such rows (or a column of regions) make of a table have totals of their own.

Only the shape tells: what the column is of, whether the cell spans the others, what else names regions and which parts close
with a total; never whether weights then add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from extractor.formatos.piezas import Pieza, Titulo
from extractor.formatos.regiones.en_titulo import es_nombre_de_region, es_region, es_titulo_de_region
from extractor.formatos.tablas.partes import Rejilla, cierra
from extractor.modelo.base import Origen
from extractor.modelo.crudo import ColumnaReconocida, TablaCruda
from extractor.modelo.documento import Celda
from extractor.vocabularios.filas import nombra_total

_CELDAS_DE_FILA = 3
"""Filled cells of a whole row, at least."""
Banda = Literal["ancha", "celda"]
"""A row of one wide cell, or with a label of its own; or a region alone in a cell beside blank ones, or by its bare name."""
SIN_REPARTIR = (
    "una tabla reúne varias regiones y no se sabe cuáles de sus filas suma cada total, o de qué región son las primeras: las "
    "sumas de esas filas no se verifican; revise el documento"
)


def columnas_de_regiones(piezas: Sequence[Pieza], indice: int) -> frozenset[int]:
    """Where, in the table of the row at ``indice``, whole rows open with a region or an office of one: those columns are of
    regions whatever their label says."""
    bloque = piezas[indice].bloque
    desde, hasta = indice, indice
    while desde and piezas[desde - 1].bloque == bloque:
        desde -= 1
    while hasta < len(piezas) and piezas[hasta].bloque == bloque:
        hasta += 1
    enteras = (p for p in piezas[desde:hasta] if len(p.llenas) >= _CELDAS_DE_FILA)
    return frozenset(_sitio(p) for p in enteras if es_titulo_de_region(p.llenas[0].texto))


def es_fila_de_su_columna(
    pieza: Pieza, columnas: Sequence[ColumnaReconocida], cabeza: Pieza | None, de_regiones: frozenset[int]
) -> bool:
    """Whether a row under the header ``cabeza`` whose first filled cell names a region is one more row of its table: the cell
    stands in one column, which is of regions (``de_regiones``: as other rows tell)."""
    sitio = _columna(pieza, len(columnas), cabeza)
    return sitio is not None and (columnas[sitio].rol == "territorio" or _sitio(pieza) in de_regiones)


def _sitio(pieza: Pieza) -> int:
    """The grid column of a row's first filled cell, or its place where there is no grid."""
    celda = pieza.llenas[0]
    return celda.columna if pieza.cuadricula else next(i for i, c in enumerate(pieza.celdas) if c is celda)


def banda_de(pieza: Pieza, titulo: Titulo | None) -> Banda | None:
    """How a row that states ``titulo`` heads those after it; None when it states none."""
    if titulo is None:
        return None
    suelta = (len(pieza.celdas) > 1 and pieza.llenas[0].ancho == 1) or es_nombre_de_region(titulo.texto)
    solo_nombra = not titulo.patron.textos and suelta
    return "celda" if solo_nombra else "ancha"


def _columna(pieza: Pieza, ancho: int, cabeza: Pieza | None) -> int | None:
    """The column of a row's first filled cell; None where it spans several, or the row has not the table's columns."""
    if cabeza is None or not pieza.cuadricula:
        return _sitio(pieza) if len(pieza.celdas) == ancho else None
    celda = pieza.llenas[0]
    suyas = [
        i for i, c in enumerate(cabeza.celdas) if c.columna < celda.columna + celda.ancho and celda.columna < c.columna + c.ancho
    ]
    return suyas[0] if len(suyas) == 1 and len(cabeza.celdas) == ancho else None


def nombra_region(celda: Celda) -> bool:
    """Whether a cell of a column of regions names one, or an office of one."""
    return es_region(celda.texto, rotulada=True) or es_titulo_de_region(celda.texto)


@dataclass
class Serie:
    """The tables that one header has given so far, as places in the list of all of them, each with the band that opened it."""

    partes: list[tuple[int, Banda | None]] = field(default_factory=list)

    def sumar(self, sitio: int, cuantas: int, banda: Banda | None) -> None:
        """Adds tables from a place on; those of a column of regions are each of one."""
        self.partes += [(sitio + i, banda if i == 0 else "ancha") for i in range(cuantas)]


def sin_reparto(
    series: Sequence[Serie], tablas: Sequence[TablaCruda]
) -> tuple[list[TablaCruda], list[tuple[str, str, Origen | None]]]:
    """The tables, those of a series whose totals nobody can place marked as parts of a larger one, and a notice for each such
    series."""
    marcadas = list(tablas)
    avisos: list[tuple[str, str, Origen | None]] = []
    for serie in series:
        grupos: list[list[int]] = []
        bandas: list[Banda | None] = []
        for sitio, banda in serie.partes:
            if grupos and _misma_region(tablas[grupos[-1][-1]], tablas[sitio]):
                grupos[-1].append(sitio)
            else:
                grupos.append([sitio])
                bandas.append(banda)
        if not _en_duda([_cierre(tablas[g[-1]]) for g in grupos], bandas):
            continue
        for sitio, _ in serie.partes:
            marcadas[sitio] = replace(marcadas[sitio], partida=True)
        avisos.append(("LECTURA_DUDOSA", SIN_REPARTIR, tablas[serie.partes[0][0]].origen))
    return marcadas, avisos


def _en_duda(cierres: Sequence[Literal["total", "parte"] | None], bandas: Sequence[Banda | None]) -> bool:
    """Whether the last of several regions alone has a total, which may be of all of them; or a region named only once, in a cell
    beside blank ones, parts rows that had none and no total."""
    if len(cierres) < 2:
        return False
    if cierres[-1] == "total" and not any(cierres[:-1]):
        return True
    return bandas == [None, "celda"] and cierres[0] is None


def _misma_region(una: TablaCruda, otra: TablaCruda) -> bool:
    return una.region is not None and otra.region is not None and una.region.origen == otra.region.origen


def _cierre(tabla: TablaCruda) -> Literal["total", "parte"] | None:
    """Whether a table's last row prints a total, or a subtotal; a performance printed below it is its region's alone."""
    ancho = len(tabla.columnas)
    filas = [f.celdas for f in tabla.filas] or [tabla.celdas[i : i + ancho] for i in range(0, len(tabla.celdas), ancho)]
    ultima = next((f for f in reversed(filas) if any(c.parrafos for c in f)), None)
    if ultima is None:
        return None
    roles = tuple(c.rol for c in tabla.columnas)
    if tabla.tramos:
        rejilla = Rejilla(tabla.tramos, roles)
    else:
        ultima = tuple(replace(c, columna=i, ancho=1) for i, c in enumerate(ultima))
        rejilla = Rejilla(tuple((i, i + 1) for i in range(ancho)), roles)
    if not tabla.desempeno_region and cierra(ultima, rejilla):
        return "total"
    if tabla.desempeno_region:
        return "parte"
    return "parte" if any(nombra_total(c.texto) for c in ultima if c.parrafos) else None
