"""A programme whose regions stand in a column of their own: one table for each region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.formatos.regiones.bandas import nombra_region
from extractor.formatos.regiones.dichas import es_ambito
from extractor.formatos.regiones.en_titulo import region_de_oficina
from extractor.modelo.base import unir_origenes
from extractor.modelo.crudo import LineaRegion, TablaCruda
from extractor.modelo.documento import Celda, FilaCruda


def partir_por_region(tabla: TablaCruda) -> tuple[TablaCruda, ...]:
    """The table parted where its column of regions changes; one that names a single region takes it, unless its titles
    state one already. A blank, or what names no region ("Total"), goes with the rows before it."""
    sitio = next((i for i, c in enumerate(tabla.columnas) if c.rol == "territorio"), None)
    if sitio is None:
        return (tabla,)
    filas = tabla.filas or filas_de_flujo(tabla)
    dichas = [celda_en(f, sitio, tabla) for f in filas]
    grupos: list[tuple[Celda | None, list[FilaCruda]]] = []
    for fila, celda in zip(filas, dichas, strict=True):
        nombra = celda is not None and celda.parrafos and nombra_region(celda)
        anterior = grupos[-1][0] if grupos else None
        if not grupos or (nombra and celda is not None and (anterior is None or celda.texto != anterior.texto)):
            grupos.append((celda if nombra else None, [fila]))
        else:
            grupos[-1][1].append(fila)
    con_nombre = [celda for celda, _ in grupos if celda is not None]
    if not con_nombre or len(con_nombre) < len(grupos):
        return (tabla,)
    if len(grupos) == 1:
        return (tabla if tabla.region is not None and tabla.region.texto else replace(tabla, region=_linea(con_nombre[0])),)
    return tuple(
        _parte(tabla, celda, _sin_cabeza(propias, celda), i == 0)
        for i, (celda, propias) in enumerate(grupos)
        if celda is not None
    )


def con_las_de_su_columna(tabla: TablaCruda) -> TablaCruda:
    """A table that weighs nothing with the regions that every row of its column of regions names, which say more than a title; a
    blank goes with the row before it. Where a row names none ("Total") the table keeps what its titles state."""
    sitio = next((i for i, c in enumerate(tabla.columnas) if c.rol == "territorio"), None)
    if sitio is None:
        return tabla
    celdas = [c for f in tabla.filas or filas_de_flujo(tabla) if (c := celda_en(f, sitio, tabla)) is not None and c.parrafos]
    if not celdas or not all(map(nombra_region, celdas)):
        return tabla
    # beside regions, the central level in a row of its own is none
    celdas = [c for c in celdas if not es_ambito(c.texto)] or celdas
    dichas = list(dict.fromkeys(_linea(c).texto or "" for c in celdas))
    texto = " y ".join(t for t in (", ".join(dichas[:-1]), dichas[-1]) if t)
    return replace(tabla, region=LineaRegion(texto, unir_origenes([c.origen for c in celdas])))


def _sin_cabeza(filas: Sequence[FilaCruda], nombre: Celda) -> Sequence[FilaCruda]:
    """The rows of a region without a first one that only names it over the others."""
    sola = len(filas) > 1 and all(c is nombre or not c.parrafos for c in filas[0].celdas)
    return filas[1:] if sola else filas


def _linea(celda: Celda) -> LineaRegion:
    return LineaRegion(region_de_oficina(celda.texto) or celda.texto, celda.origen)


def _parte(tabla: TablaCruda, celda: Celda, filas: Sequence[FilaCruda], primera: bool) -> TablaCruda:
    nueva = replace(
        tabla,
        region=_linea(celda),
        programas=tabla.programas if primera else (),
        sobrante=tabla.sobrante if primera else (),
    )
    if tabla.filas:
        return replace(nueva, filas=tuple(filas))
    return replace(nueva, celdas=tuple(c for f in filas for c in f.celdas))


def filas_de_flujo(tabla: TablaCruda) -> tuple[FilaCruda, ...]:
    """The rows of a stream whose cells fill its columns; none where some are left over."""
    ancho = len(tabla.columnas)
    celdas = tabla.celdas
    if tabla.sobrante or not celdas:
        return ()
    return tuple(FilaCruda(celdas[i : i + ancho], celdas[i].origen) for i in range(0, len(celdas), ancho))


def celda_en(fila: FilaCruda, sitio: int, tabla: TablaCruda) -> Celda | None:
    """The cell of a row in a column of its table, None where the row has none there."""
    if not tabla.tramos:
        return fila.celdas[sitio] if sitio < len(fila.celdas) else None
    desde, hasta = tabla.tramos[sitio]
    return next((c for c in fila.celdas if desde <= c.columna < hasta), None)
