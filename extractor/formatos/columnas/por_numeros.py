"""Columns whose label says nothing known but carries the number of note that the form gives to a column ("Medida (3)")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.formatos.columnas.perdidas import sin_rol
from extractor.formatos.columnas.rotulos import PUNTAJE_CLAVE
from extractor.formatos.columnas.supuestas import suposicion
from extractor.modelo.crudo import TablaCruda

_NUMERO = re.compile(r"(?:\((\d{1,2})\)|\^\{(\d{1,2})\})\s*$")
_ACUERDOS = 4
"""Columns known by their labels that keep the form's numbers, at least; and none that does not."""


def con_numeros(tablas: Iterable[TablaCruda]) -> Sequence[TablaCruda]:
    """The tables, each with the roles that the form's numbers give to the columns that nobody knows."""
    return [_con_los_suyos(t) for t in tablas]


def _con_los_suyos(tabla: TablaCruda) -> TablaCruda:
    del_formulario = {c.nota: c.rol for c in tabla.patron.columnas if c.nota is not None}
    numeros = {i: m[1] or m[2] for i, c in enumerate(tabla.columnas) if (m := _NUMERO.search(c.texto))}
    sueltas = {i: n for i, n in numeros.items() if sin_rol(tabla.columnas[i], tabla)}
    sabidas = {i: n for i, n in numeros.items() if tabla.columnas[i].rol != "otro"}
    if not sueltas or len(sabidas) < _ACUERDOS or len(set(numeros.values())) < len(numeros):
        return tabla
    if any(del_formulario.get(n) != tabla.columnas[i].rol for i, n in sabidas.items()):
        return tabla
    columnas = list(tabla.columnas)
    for sitio, numero in sueltas.items():
        rol = del_formulario.get(numero)
        if rol is not None and all(c.rol != rol for c in columnas):
            columnas[sitio] = replace(columnas[sitio], rol=rol, puntaje=PUNTAJE_CLAVE)
            columnas[sitio] = replace(columnas[sitio], supuesta=suposicion(columnas[sitio], columnas))
    return replace(tabla, columnas=tuple(columnas))
