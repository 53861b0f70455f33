"""Tables that weigh nothing and come after the programmes of several regions: they are not of the last one for standing below it.

A region's line is said of the programme under it. Where a form of another kind comes once, after all of them, it is as likely of
them all: it is of the regions that a column of its own names, else of none that is told. Where each region has its own, or the
heading right above it says its region again, the line holds for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.comun.texto import palabras
from extractor.formatos.contexto import ETAPA_EVALUACION
from extractor.formatos.regiones.dichas import es_ambito, son_regiones
from extractor.formatos.regiones.en_columna import celda_en, filas_de_flujo
from extractor.formatos.regiones.en_frase import es_de_la_region
from extractor.formatos.regiones.en_titulo import es_la_misma, region_al_final
from extractor.modelo.base import unir_origenes
from extractor.modelo.crudo import LineaRegion, TablaCruda
from extractor.modelo.documento import Celda
from extractor.vocabularios.filas import nombra_total
from extractor.vocabularios.textos import palabras_de


def con_regiones_de_varias(tablas: Sequence[TablaCruda], del_documento: LineaRegion | None) -> Iterator[TablaCruda]:
    """The tables, each with its region. ``del_documento``: the one that the document's own heading names."""
    for sitio, tabla in enumerate(tablas):
        propia = _por_su_columna(tabla)
        if propia is not None and (_sin_linea_suya(tablas, sitio) or tabla.region is None or tabla.region.texto is None):
            yield replace(tabla, region=propia)
        elif _viene_tras_varias(tablas, sitio):
            yield replace(tabla, region=del_documento)
        else:
            yield tabla


def _por_su_columna(tabla: TablaCruda) -> LineaRegion | None:
    """The regions that a table names in a column for them, in their order; None where it has none or a cell is something else."""
    sitio = next((i for i, c in enumerate(tabla.columnas) if palabras(c.texto) in palabras_de("columna_de_regiones")), None)
    if sitio is None or tabla.patron.pesa is not None:
        return None
    rotulo = palabras(tabla.columnas[sitio].texto)
    dichas: dict[str, Celda] = {}
    for fila in tabla.filas or filas_de_flujo(tabla):
        celda = celda_en(fila, sitio, tabla)
        if celda is None or not celda.parrafos or palabras(celda.texto) == rotulo or nombra_total(celda.texto):
            continue
        if not son_regiones(celda.texto):
            return None
        dichas.setdefault(palabras(celda.texto), celda)
    # the central level, in a row of its own, is no region
    suyas = [c for c in dichas.values() if not es_ambito(c.texto)] or list(dichas.values())[:1]
    return LineaRegion(", ".join(c.texto for c in suyas), unir_origenes([c.origen for c in suyas])) if suyas else None


def _sin_linea_suya(tablas: Sequence[TablaCruda], sitio: int) -> bool:
    """Whether the region of a table is the document's, a chapter's or that of a line which another table stands under."""
    region = tablas[sitio].region
    if region is None or region.heredada:
        return True
    return any(_misma_linea(t.region, region) for t in tablas[:sitio])


def _viene_tras_varias(tablas: Sequence[TablaCruda], sitio: int) -> bool:
    """Whether a table that weighs nothing stands under the line of the last of several regions' programmes, or below another's,
    and no other region has a form like it."""
    tabla = tablas[sitio]
    region = tabla.region
    if region is None or region.heredada or tabla.patron.pesa is not None or tabla.etapa == ETAPA_EVALUACION:
        return False
    if _lo_dice_su_titulo(tabla, region):
        return False
    previos, siguientes = ([t for t in parte if _de_region(t)] for parte in (tablas[:sitio], tablas[sitio:]))
    nombradas = {palabras(t.region.texto or "") for t in (*previos, *siguientes) if t.region is not None}
    if len(nombradas) < 2 or not any(_misma_linea(t.region, region) for t in previos):
        return False
    if siguientes and _misma_linea(previos[-1].region, region):
        return False
    otras = [t for t in tablas if t.region is not None and not _misma_linea(t.region, region)]
    return not any(_misma_forma(t, tabla) for t in otras)


def _lo_dice_su_titulo(tabla: TablaCruda, region: LineaRegion) -> bool:
    """Whether the heading right above a table ends in its region ("Instancias. Región de Aysén"): it is said of it too."""
    titulo = tabla.anuncios[-1] if tabla.anuncios else ""
    dicha = region_al_final(titulo)
    return dicha is not None and es_la_misma(dicha, region.texto) and es_de_la_region(titulo, dicha)


def _de_region(tabla: TablaCruda) -> bool:
    """Whether a table is a programme of a region that is said."""
    return tabla.patron.pesa is not None and tabla.region is not None and bool(tabla.region.texto)


def _misma_linea(una: LineaRegion | None, otra: LineaRegion) -> bool:
    return una is not None and una.origen is not None and una.origen == otra.origen


def _misma_forma(una: TablaCruda, otra: TablaCruda) -> bool:
    """Whether two tables are of one kind; those of no known form, by their labels."""
    if una.patron.tipo != otra.patron.tipo:
        return False
    return una.patron.tipo != "otra" or [palabras(c.texto) for c in una.columnas] == [palabras(c.texto) for c in otra.columnas]
