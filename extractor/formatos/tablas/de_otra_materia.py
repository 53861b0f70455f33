"""Tables with the columns of a programme that are none of the form: the marks of a tender or of the staff, another system.

The heading right above says so, or the label of what is weighed. Where no column is of activities or goals by its own label,
the table is kept as printed; else it is read as a programme and nothing is judged by it. Both are told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractor.formatos.columnas.por_sus_celdas import COMPROMISOS
from extractor.formatos.columnas.rotulos import PUNTAJE_DEBIL
from extractor.formatos.tablas.filas_sueltas import OTRA
from extractor.modelo.crudo import TablaCruda
from extractor.vocabularios.materias import materia, pesa_otra_cosa


def con_su_materia(tablas: Iterable[TablaCruda]) -> Iterable[TablaCruda]:
    """The tables, those that seem to be of another matter with what says so."""
    for tabla in tablas:
        if not tabla.patron.pesa:
            yield tabla
            continue
        dicho = next(((t, m) for t in reversed(tabla.anuncios) if (m := materia(t)) is not None), None)
        titulo = dicho[0] if dicho is not None and dicho[1] == "ajena" else None
        firmes = any(c.rol in COMPROMISOS and c.puntaje > PUNTAJE_DEBIL for c in tabla.columnas)
        sujeto = next((c.texto for c in tabla.columnas if c.rol in COMPROMISOS and pesa_otra_cosa(c.texto)), None)
        dice = titulo or (None if firmes else sujeto)
        if dice is None:
            yield tabla
        elif titulo and not firmes:
            columnas = tuple(replace(c, rol="otro", supuesta=None) for c in tabla.columnas)
            yield replace(tabla, patron=OTRA, columnas=columnas, ajena=dice)
        else:
            yield replace(tabla, patron=tabla.patron.model_copy(update={"regimenes": ()}), ajena=dice)
