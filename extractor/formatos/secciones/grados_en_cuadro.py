"""The grades of a section's form printed in a small table under it, one in each cell, to be marked there."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.modelo.base import unir_origenes
from extractor.modelo.documento import FilaCruda, Parrafo
from extractor.vocabularios.grados_marcados import opciones_en_columnas, opciones_en_fila

_FILAS = 2


def linea_de_grados(filas: Sequence[FilaCruda]) -> Parrafo | None:
    """The line that the cells of such a table make: a row with the grades and their marks, or the grades over the cells to mark;
    None for any other table."""
    if not filas or len(filas) > _FILAS or not filas[0].celdas:
        return None
    textos = [[c.texto for c in f.celdas] for f in filas]
    junta = opciones_en_fila(textos[0]) if len(filas) == 1 else opciones_en_columnas(*textos)
    parrafos = [p for f in filas for c in f.celdas for p in c.parrafos]
    return Parrafo(junta, unir_origenes([p.origen for p in parrafos]), 1) if junta else None
