"""Where the pieces of a document come from: its blocks in order, cut where a title stands in the text of a cell.

What a piece and a title are is told in ``piezas``. A reader cannot tell free text that follows a table whose end no mark shows
from that table's last cell: only its words do, so that it is given back here, once the titles can be told.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from extractor.formatos.desempeno.en_lineas import con_su_rotulo
from extractor.formatos.desempeno.rotulo import anuncia_desempeno
from extractor.formatos.piezas import CORTAN_CELDA, DE_DESEMPENO, Pieza, Titulos, con_parrafos
from extractor.formatos.secciones.en_columna import CELDAS, encabeza_secciones
from extractor.formatos.secciones.patron import es_una_de
from extractor.modelo.documento import BloqueTabla, Celda, Documento, FilaCruda, Parrafo
from extractor.vocabularios.programas import programa_de_encabezado

_HUECO_DE_TITULO = 2
"""Blank lines that part a title from the cell before it."""


def en_piezas(documento: Documento, titulos: Titulos) -> list[Pieza]:
    """The document's pieces in order; free text that a stream cell swallowed is given back at its title."""
    piezas: list[Pieza] = []
    for numero, bloque in enumerate(documento.bloques):
        if isinstance(bloque, Parrafo):
            piezas.append(_linea(bloque))
        elif isinstance(bloque, BloqueTabla):
            por_filas = False
            for fila in bloque.filas:
                por_filas = por_filas or encabeza_secciones(fila.celdas)
                if piezas and piezas[-1].clase == "linea" and (unida := con_su_rotulo(piezas[-1].parrafos[0], fila)):
                    piezas.pop()
                    fila = unida
                sola = _sola(fila)
                if sola and not por_filas and _es_seccion(sola, titulos):
                    piezas.extend(_linea(p) for p in sola.parrafos)
                else:
                    piezas.append(Pieza("fila", fila.celdas, fila.origen, numero, fila, bloque.cuadricula))
        else:
            por_filas = False
            for celda, siguiente in itertools.pairwise(bloque.celdas):
                if celda.parrafos and siguiente.parrafos:
                    titulos.con_valor_al_lado(celda.texto, siguiente.parrafos[0].texto)
            for sitio, celda in enumerate(bloque.celdas):
                por_filas = por_filas or encabeza_secciones(bloque.celdas[sitio : sitio + CELDAS])
                piezas.extend(_sin_tragados(celda, titulos, por_filas))
    return piezas


def _sola(fila: FilaCruda) -> Celda | None:
    """The only filled cell of a row, or None."""
    llenas = [c for c in fila.celdas if c.parrafos]
    return llenas[0] if len(llenas) == 1 else None


def _es_seccion(celda: Celda, titulos: Titulos) -> bool:
    """A section's heading in a cell of its own: what follows it there is the section's text."""
    primero = titulos.buscar(celda.parrafos[0].texto, celda.parrafos[0].origen) if celda.parrafos else None
    return primero is not None and primero.clase == "seccion"


def _linea(parrafo: Parrafo) -> Pieza:
    return Pieza("linea", (Celda((parrafo,), parrafo.origen),), parrafo.origen)


def _sin_tragados(celda: Celda, titulos: Titulos, por_filas: bool) -> Iterator[Pieza]:
    if not por_filas and _es_seccion(celda, titulos):
        yield from (_linea(p) for p in celda.parrafos)
        return
    for indice, parrafo in enumerate(celda.parrafos):
        siguiente = celda.parrafos[indice + 1].texto if indice + 1 < len(celda.parrafos) else None
        if parrafo.hueco >= 1 and _corta(parrafo, titulos, siguiente):
            propia = con_parrafos(celda, celda.parrafos[:indice])
            yield Pieza("celda", (propia,), propia.origen)
            yield from (_linea(p) for p in celda.parrafos[indice:])
            return
    yield Pieza("celda", (celda,), celda.origen)


def _corta(parrafo: Parrafo, titulos: Titulos, siguiente: str | None) -> bool:
    titulo = titulos.buscar(parrafo.texto, parrafo.origen)
    if titulo is None:
        return parrafo.hueco >= _HUECO_DE_TITULO and programa_de_encabezado(parrafo.texto) is not None
    if titulo.clase in DE_DESEMPENO:
        return anuncia_desempeno(titulo.texto, siguiente, titulo.patron.textos)
    # one blank line may part two paragraphs of a cell: only the form's own number and title open a section there
    if titulo.clase == "seccion":
        return parrafo.hueco >= _HUECO_DE_TITULO or es_una_de(titulo.numero, titulo.valor, titulos.secciones)
    return titulo.clase in CORTAN_CELDA
