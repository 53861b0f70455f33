"""Supposed columns that the states of the whole document clear up: "% obtenido" is what was earned where what is declared
fulfilled does not print a hundred, and the percentage of what was done where all of it does; "Ponderación final" is what was
earned where what was not done prints a zero.

What was earned is never looked at beside what it should have been: whether it is right says nothing of what the column is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.comun.texto import palabras
from extractor.modelo.crudo import ColumnaReconocida, TablaCruda
from extractor.modelo.tabla import Actividad, Fila, Tabla
from extractor.modelo.valores import ValorEstado

Juzgada = Fila | Actividad
_ENTERO = Decimal(100)
_VARIAS = 2
"""Activities declared fulfilled that print a hundred and weigh less, from which a column is of what was done: no weight is so."""
_CON_ESTADOS = ("ciento", "final")
"""The suppositions that states can clear up."""


def por_aclarar(crudas: Sequence[TablaCruda]) -> bool:
    """Whether some column of a document is one of them."""
    return any(c.supuesta in _CON_ESTADOS for cruda in crudas for c in cruda.columnas)


def aclaradas(tablas: Sequence[Tabla], crudas: Sequence[TablaCruda]) -> tuple[TablaCruda, ...]:
    """The raw tables, without the suppositions that the same tables, once read, clear up. A label is one thing in all of a
    document: the states of all its tables speak together."""
    a_favor: Counter[str] = Counter()
    en_contra: Counter[str] = Counter()
    for tabla, cruda in zip(tablas, crudas, strict=True):
        for columna in cruda.columnas:
            for actividad in _con_ganada(tabla):
                voto = _voto(columna, actividad)
                if voto is not None:
                    (a_favor if voto else en_contra)[palabras(columna.texto)] += 1

    def libre(columna: ColumnaReconocida, tabla: Tabla) -> bool:
        rotulo = palabras(columna.texto)
        da_igual = columna.supuesta == "ciento" and not en_contra[rotulo] and all(map(_es_igual, _con_ganada(tabla)))
        return columna.supuesta in _CON_ESTADOS and (a_favor[rotulo] > en_contra[rotulo] or da_igual)

    def aclarada(columna: ColumnaReconocida, tabla: Tabla) -> ColumnaReconocida:
        if libre(columna, tabla):
            return replace(columna, supuesta=None)
        rotulo = palabras(columna.texto)
        de_lo_hecho = columna.supuesta == "ciento" and en_contra[rotulo] >= _VARIAS and not a_favor[rotulo]
        return replace(columna, rol="otro", obligatoria=False, supuesta=None) if de_lo_hecho else columna

    return tuple(
        replace(cruda, columnas=tuple(aclarada(c, tabla) for c in cruda.columnas))
        for tabla, cruda in zip(tablas, crudas, strict=True)
    )


def _con_ganada(tabla: Tabla) -> list[Juzgada]:
    """The activities, and the rows that are judged whole, for which the column has a figure."""
    todas: list[Juzgada] = [*tabla.filas, *(a for f in tabla.filas for a in f.actividades)]
    return [j for j in todas if _ganada(j) is not None]


def _voto(columna: ColumnaReconocida, actividad: Juzgada) -> bool | None:
    """Whether an activity says that the column is of what was earned, or that it is not; None when it says nothing."""
    if columna.supuesta == "ciento" and _es(actividad, "CUMPLE"):
        return None if _es_igual(actividad) else _ganada(actividad) != _ENTERO
    if columna.supuesta == "final" and _es(actividad, "NO_CUMPLE", "PENDIENTE"):
        return _ganada(actividad) == 0
    return None


def _es_igual(actividad: Juzgada) -> bool:
    """Whether the figure would be the same of what was done as of what was earned: a zero, or the hundred of what weighs that."""
    pesa_todo = actividad.ponderacion is not None and actividad.ponderacion.decimal == _ENTERO
    return _ganada(actividad) == 0 or (_ganada(actividad) == _ENTERO and pesa_todo)


def _ganada(actividad: Juzgada) -> Decimal | None:
    return actividad.ponderacion_ganada.decimal if actividad.ponderacion_ganada is not None else None


def _es(actividad: Juzgada, *valores: ValorEstado) -> bool:
    """Whether its state is declared, and one of ``valores``."""
    return actividad.estado is not None and actividad.estado.declarado and actividad.estado.valor in valores
