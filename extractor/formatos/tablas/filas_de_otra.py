"""Rows of text under a table whose own header, of other columns that nobody knows, begins another table."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.formatos.piezas import Pieza

_LARGO_ROTULO = 40


def encabeza_otra(piezas: Sequence[Pieza], indice: int, ancho: int) -> bool:
    """Whether a row of text that is not as wide as the table before it (``ancho``) heads another one: labels alone in all its
    cells, and under it a whole row of as many."""
    pieza = piezas[indice]
    cuantas = len(pieza.celdas)
    if pieza.clase != "fila" or pieza.cuadricula or cuantas < 2 or cuantas == ancho or len(pieza.llenas) < cuantas:
        return False
    if any(len(c.texto) > _LARGO_ROTULO or c.texto[-1] in ".;," or any(ch.isdigit() for ch in c.texto) for c in pieza.llenas):
        return False
    if any(c.texto[:1].islower() for c in pieza.llenas):
        return False
    abajo = piezas[indice + 1] if indice + 1 < len(piezas) else None
    if abajo is None or abajo.clase != "fila" or abajo.bloque != pieza.bloque:
        return False
    return len(abajo.celdas) == len(abajo.llenas) == cuantas and not abajo.celdas[0].texto[:1].islower()
