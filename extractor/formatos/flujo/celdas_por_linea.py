"""Lines of a text that are cells each, put together as cells and rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.comun.texto import tiene_vineta
from extractor.formatos.flujo.textos_por_linea import Fila
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.documento import Celda, FilaCruda, Parrafo
from extractor.vocabularios.estados import veredicto_inicial

_DUDA = "una fila trae más líneas que celdas; no se sabe con certeza de cuál de sus textos es cada una"


def juntas(previa: Celda, parrafo: Parrafo) -> Celda | None:
    """A line with the one before it, where it goes on with it: it opens in lower case, and with no verdict, or both are items of
    a list; None where it does not."""
    lugar = unir_origenes((previa.origen, parrafo.origen))
    if tiene_vineta(parrafo.texto) and tiene_vineta(previa.parrafos[-1].texto):
        return Celda((*previa.parrafos, replace(parrafo, hueco=1)), lugar)
    if not parrafo.texto[:1].islower() or veredicto_inicial(parrafo.texto) is not None:
        return None
    ultimo = previa.parrafos[-1]
    seguido = replace(ultimo, texto=f"{ultimo.texto} {parrafo.texto}", origen=unir_origenes((ultimo.origen, parrafo.origen)))
    return Celda((*previa.parrafos[:-1], seguido), lugar)


def en_columnas(celdas: Sequence[Celda]) -> Iterator[Celda]:
    for columna, celda in enumerate(celdas):
        yield replace(celda, columna=columna)


def fila_cruda(fila: Fila, cerca: Origen) -> FilaCruda:
    """The row with its cells in their columns; one that is blank stands where the one before it ends."""
    celdas: list[Celda] = []
    columna = 0
    for sitio, lineas in enumerate(fila.celdas):
        suyos = tuple(replace(p, hueco=int(i > 0)) for i, p in enumerate(p for c in lineas for p in c.parrafos))
        lugar = cerca.lugares[-1]
        blanca = lugar.model_copy(update={"texto": "", "inicio": lugar.fin, "linea_inicio": lugar.linea_fin})
        origen = unir_origenes([p.origen for p in suyos]) if suyos else blanca
        celdas.append(Celda(suyos, origen, columna, fila.ancha if not sitio else 1))
        columna += celdas[-1].ancho
        cerca = origen
    lugar = unir_origenes([c.origen for c in celdas if c.parrafos])
    return FilaCruda(tuple(celdas), lugar, dudosa=_DUDA if fila.dudosa else None)
