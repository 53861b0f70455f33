"""A header with nothing under it in its table, whose rows are the next one: a line of text or a page end stands between."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.formatos.columnas.encabezados import Rotulos
from extractor.formatos.corte_en_piezas import en_piezas
from extractor.formatos.piezas import Pieza, Titulos
from extractor.formatos.regiones.en_titulo import es_titulo_de_region
from extractor.formatos.tablas.cuerpos import Cuerpos
from extractor.formatos.tablas.partes import ancho_de, en_rejilla, pesa, rejilla_de
from extractor.modelo.documento import Bloque, BloqueTabla, Documento, FilaCruda, Parrafo

_FILAS = 4
"""Rows of a table that is only a header, with the bands over it."""


def filas_que_le_faltan(
    bloque: BloqueTabla, segunda: BloqueTabla, medio: Sequence[Bloque], titulos: Titulos, rotulos: tuple[Rotulos, ...]
) -> tuple[FilaCruda, ...] | None:
    """The rows of ``segunda`` as those of the header that ``bloque`` is; None where it has rows, weighs nothing or names another
    thing. ``medio``: what stands between, none of it a title or a region."""
    if len(bloque.filas) > _FILAS or bloque.cuadricula != segunda.cuadricula:
        return None
    textos = [b for b in medio if isinstance(b, Parrafo)]
    if any(titulos.buscar(b.texto, b.origen) or es_titulo_de_region(b.texto) for b in textos):
        return None
    piezas, nuevas = _piezas(bloque, titulos), _piezas(segunda, titulos)
    cuerpos = Cuerpos(piezas, titulos, rotulos)
    hallados = ((i, cuerpos.encabezado(i)) for i, p in enumerate(piezas) if p.clase == "fila")
    sitio, cabeza = next(((i, e) for i, e in hallados if e is not None), (0, None))
    if cabeza is None or cabeza.tabla.pesa is None or sitio + max(1, cabeza.piezas) < len(piezas) or not nuevas:
        return None
    abre, otros = nuevas[0], Cuerpos(nuevas, titulos, rotulos)
    if abre.clase != "fila" or titulos.de_pieza(abre) is not None or any(otros.encabezado(i) for i in range(min(2, len(nuevas)))):
        return None
    rejilla = rejilla_de(cabeza.celdas or piezas[sitio].celdas, cabeza.etiquetas)
    if bloque.cuadricula:
        filas = en_rejilla(segunda.filas, rejilla, ancho_de(bloque.filas))
        primera = next((f for f in filas or () if any(c.parrafos for c in f.celdas)), None)
        return filas if pesa(primera, rejilla) else None
    return segunda.filas if len(abre.celdas) == len(rejilla.tramos) and pesa(abre.fila, None) else None


def _piezas(bloque: BloqueTabla, titulos: Titulos) -> list[Pieza]:
    return [p for p in en_piezas(Documento("", "", "", 0, "txt", "", (bloque,)), titulos) if p.llenas]
