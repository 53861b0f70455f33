"""Columns of what was reached of a goal, told from what was earned or fulfilled, which goes by the same words, by their cells.

"Alcanzado a diciembre" may be what was reached ("21 pueblos") or a part of the weight that was earned: beside no column of earned
values, bare figures are not results, and beside no indicator only what counts things is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractor.formatos.columnas.clases_de_celdas import celdas_de_columna, de_cifras, de_cuentas
from extractor.formatos.columnas.epocas import es_de_otra_epoca
from extractor.formatos.columnas.rotulos import Rotulos, rotulo, rotulos_de
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.patron import ColumnaPatron

_LISTADO = 99.0
"""From here on a label is one that the vocabulary lists."""


def con_resultados(tablas: Iterable[TablaCruda], anio: int | None) -> Iterable[TablaCruda]:
    """The tables, each weighed one with its results told. ``anio``: the report's; those of another year are no results of it."""
    return [_con_los_suyos(_sin_los_ajenos(t), anio) if t.patron.pesa is not None else t for t in tablas]


def _sin_los_ajenos(tabla: TablaCruda) -> TablaCruda:
    """The table with a column of bare figures that may be the earned ones left without a role, and so told."""
    if any(c.rol == "ponderacion_ganada" for c in tabla.columnas):
        return tabla
    columnas = list(tabla.columnas)
    for sitio, columna in enumerate(tabla.columnas):
        if columna.rol == "resultado" and columna.puntaje < _LISTADO and de_cifras(celdas_de_columna(tabla, sitio)):
            columnas[sitio] = replace(columna, rol="otro", obligatoria=False)
    return replace(tabla, columnas=tuple(columnas))


def _con_los_suyos(tabla: TablaCruda, anio: int | None) -> TablaCruda:
    """The table with its results, where no label told them surely: the one column without a role whose label may say so and
    whose cells count."""
    if any(c.rol == "resultado" for c in tabla.columnas):
        return tabla
    rotulos = _de_resultados(tabla)
    suyas = [
        i
        for i, c in enumerate(tabla.columnas)
        if c.rol == "otro"
        and (rotulos.rol(rotulo(c.texto)) or ("",))[0] == "resultado"
        and not es_de_otra_epoca(c.texto, anio)
        and de_cuentas(celdas_de_columna(tabla, i))
    ]
    if len(suyas) != 1:
        return tabla
    columnas = list(tabla.columnas)
    columnas[suyas[0]] = replace(columnas[suyas[0]], rol="resultado")
    return replace(tabla, columnas=tuple(columnas))


def _de_resultados(tabla: TablaCruda) -> Rotulos:
    """The labels of results alone, those of the form's own among them."""
    propias = tuple(c for c in tabla.patron.columnas if c.rol == "resultado") or (ColumnaPatron(rol="resultado"),)
    solo = tabla.patron.model_copy(update={"columnas": propias})
    return rotulos_de((solo,))[0]
