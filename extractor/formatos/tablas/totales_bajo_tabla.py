"""Totals that a sentence below a table prints ("Total ganado por la región: 85%"), given to the table they are of."""

from __future__ import annotations

from dataclasses import replace

from extractor.comun.citas import anios_dichos
from extractor.comun.texto import ordinal
from extractor.formatos.contexto import Hallado
from extractor.modelo.crudo import LineaRegion, TablaCruda
from extractor.modelo.documento import Parrafo
from extractor.vocabularios.filas import habla_de_otro_anio, habla_del_servicio, totales_en_frase

PARRAFOS_BAJO_TABLA = 6
"""How far below a table a sentence may still give its totals."""
_LARGO_TITULO = 80


def anotar_totales(hallado: Hallado, parrafo: Parrafo, region: LineaRegion | None) -> None:
    """Gives the totals of a free line to the last weighed table, in place in ``hallado``. ``region``: the one that holds where
    the line stands. Of several tables it may close (the service's whole, blocks of one programme) a notice is left. Far from
    the table, below another heading, or of another year, a total is none of it."""
    if hallado.bajo_tabla <= 0:
        return
    hallado.bajo_tabla -= 1
    lugares = totales_en_frase(parrafo.texto)
    if not lugares:
        if _es_encabezado(parrafo.texto):
            hallado.bajo_tabla = 0
        return
    pesadas = [i for i, t in enumerate(hallado.tablas) if t.patron.pesa]
    if not pesadas or es_de_otro_anio(parrafo.texto, hallado.anio):
        return
    ultima = hallado.tablas[pesadas[-1]]
    if region is not None and ultima.region is not None and region.origen != ultima.region.origen and region.texto:
        # another region's line came after the table: nothing of it is below that line
        return
    hermanas = [i for i in pesadas if _del_mismo_programa(hallado.tablas[i], ultima)]
    if len(hermanas) > 1 or (len(pesadas) > 1 and habla_del_servicio(parrafo.texto)):
        if not habla_del_servicio(parrafo.texto):
            frase = "hay un total escrito en una frase que puede ser de más de una tabla; no se compara con ninguna"
            hallado.avisos.append(("LECTURA_DUDOSA", frase, parrafo.origen))
        return
    if not ultima.totales:
        cifras = {campo: _trozo(parrafo, *lugar) for campo, lugar in lugares.items()}
        hallado.tablas[pesadas[-1]] = replace(ultima, totales=cifras)


def _es_encabezado(texto: str) -> bool:
    """Whether a line is a numbered heading: short, and no sentence."""
    return ordinal(texto) is not None and len(texto) <= _LARGO_TITULO and texto.rstrip()[-1] not in ".;,"


def es_de_otro_anio(texto: str, anio: int | None) -> bool:
    """Whether a line tells, by its number or by other words, of another year than the report's, ``anio``."""
    return habla_de_otro_anio(texto) or (anio is not None and bool(anios_dichos(texto) - {anio}))


def es_de_un_anio_pasado(texto: str, anio: int | None) -> bool:
    """Whether a label tells only of years before the report's, ``anio``; a later one may be the report's own, read wrong."""
    dichos = anios_dichos(texto)
    return habla_de_otro_anio(texto) or (anio is not None and bool(dichos) and max(dichos) < anio)


def _del_mismo_programa(una: TablaCruda, otra: TablaCruda) -> bool:
    """Whether two tables stand under the same titles: blocks of one programme, whose total a sentence may give."""
    misma_region = una.region == otra.region or (
        una.region is not None and otra.region is not None and una.region.origen == otra.region.origen
    )
    return misma_region and (una.titulo, una.etapa, una.patron.id) == (otra.titulo, otra.etapa, otra.patron.id)


def _trozo(parrafo: Parrafo, desde: int, hasta: int) -> Parrafo:
    """A figure of a sentence with its own place."""
    texto, origen = parrafo.texto[desde:hasta], parrafo.origen
    if origen.inicio is not None and not origen.partes:
        base = origen.inicio
        origen = origen.model_copy(update={"inicio": base + desde, "fin": base + hasta, "texto": texto})
    return Parrafo(texto, origen, 0, parrafo.estilo)
