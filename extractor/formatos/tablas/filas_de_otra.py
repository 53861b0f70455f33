"""Rows of text under a table whose own header, of other columns that nobody knows, begins another table; and rows that only read
as the header of one."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.formatos.columnas.encabezados import Encabezado
from extractor.formatos.piezas import Pieza
from extractor.modelo.documento import Celda
from extractor.vocabularios.filas import nombra_total

_LARGO_ROTULO = 40


def encabeza_otra(piezas: Sequence[Pieza], indice: int, ancho: int) -> bool:
    """Whether a row of text that is not as wide as the table before it (``ancho``) heads another one: labels alone in all its
    cells, and under it a whole row of as many. In a sheet, whose rows are all as wide, it comes after a total and a blank row."""
    pieza = piezas[indice]
    cuantas = len(pieza.celdas)
    if pieza.clase != "fila" or not all(map(_rotula, pieza.llenas)):
        return False
    abajo = piezas[indice + 1] if indice + 1 < len(piezas) else None
    if abajo is None or abajo.clase != "fila" or abajo.bloque != pieza.bloque:
        return False
    if pieza.cuadricula:
        return _tras_el_total(piezas, indice, ancho) and _columnas(abajo) == _columnas(pieza)
    if cuantas < 2 or cuantas == ancho or len(pieza.llenas) < cuantas:
        return False
    return len(abajo.celdas) == len(abajo.llenas) == cuantas and not abajo.celdas[0].texto[:1].islower()


def es_dato(encabezado: Encabezado, piezas: Sequence[Pieza], indice: int, ancho: int) -> bool:
    """Whether what reads as the header of another form is a row of the table, as wide as it (``ancho``): by word beginnings
    alone, and with a cell that says nothing of a column or with no row under it."""
    if not encabezado.solo_por_raices() or len(encabezado.etiquetas) != ancho or encabezado.piezas != 1:
        return False
    abajo = piezas[indice + 1] if indice + 1 < len(piezas) else None
    return encabezado.deja_columnas() or abajo is None or abajo.bloque != piezas[indice].bloque


def _rotula(celda: Celda) -> bool:
    texto = celda.texto
    corto = len(texto) <= _LARGO_ROTULO and texto[-1] not in ".;,"
    return corto and not texto[:1].islower() and not any(ch.isdigit() for ch in texto)


def _tras_el_total(piezas: Sequence[Pieza], indice: int, ancho: int) -> bool:
    """Whether a row of a sheet that fills some columns side by side, not all, stands one blank row or more after a total."""
    pieza, previa = piezas[indice], piezas[indice - 1] if indice else None
    if previa is None or previa.bloque != pieza.bloque or not any(nombra_total(c.texto) for c in previa.llenas):
        return False
    suya, anterior = pieza.origen.lugares[0].fila, previa.origen.lugares[0].fila
    aparte = suya is not None and anterior is not None and suya - anterior > 1
    columnas = _columnas(pieza)
    return aparte and 1 < len(columnas) < ancho and columnas[-1] - columnas[0] + 1 == len(columnas)


def _columnas(pieza: Pieza) -> list[int]:
    return [c.columna for c in pieza.llenas]
