"""Footnotes and endnotes of Word-like files, whatever format holds them.

Place of a note's paragraph: ``tabla`` null, ``fila`` the note's order among those of its kind from 0, ``columna`` 0 for
footnotes and 1 for endnotes, ``parrafo`` within the note.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import blancos
from extractor.lectores.arbol import Cuadro, Linea, Nodo, lineas_de
from extractor.modelo.base import unir_origenes
from extractor.modelo.documento import NotaCruda, Parrafo

PIE, FINAL = 0, 1


def nota_de(marca: str, contenido: Sequence[Nodo], orden: int, clase: int) -> NotaCruda | None:
    """The note put together from its paragraphs (tables in it, by their cells); None when it is blank."""
    parrafos: list[Parrafo] = []
    for numero, linea in enumerate(_lineas(contenido)):
        lugar = {"fila": orden, "columna": clase, "parrafo": numero}
        parrafos.extend(lineas_de(linea, 0, lugar)[0])
    if not parrafos:
        return None
    texto = blancos(" ".join(p.texto for p in parrafos))
    return NotaCruda(marca, Parrafo(texto, unir_origenes([p.origen for p in parrafos])))


def _lineas(contenido: Sequence[Nodo]) -> list[Linea]:
    lineas: list[Linea] = []
    for nodo in contenido:
        if isinstance(nodo, Cuadro):
            lineas += [linea for fila in nodo.filas for casilla in fila for linea in _lineas(casilla.contenido)]
        else:
            lineas.append(nodo)
    return lineas
