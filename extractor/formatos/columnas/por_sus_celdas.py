"""The activities, or the weights, of a table whose other columns are those of a programme: under a label that nobody knows, told
by what stands in the cells.

The weights told so are supposed, and so is what weighs and what was earned where the other is not found; no rules are asked of
such a table, since it may be none of a programme.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from extractor.formatos.columnas.clases_de_celdas import celdas_de_columna, de_cifras, de_textos
from extractor.formatos.columnas.perdidas import sin_rol
from extractor.formatos.columnas.rotulos import PUNTAJE_DEBIL, Etiqueta, Rotulos, rotulo, rotulos_de
from extractor.formatos.columnas.supuestas import POR_DESCARTE
from extractor.modelo.crudo import ColumnaReconocida, Suposicion, TablaCruda
from extractor.modelo.documento import Celda
from extractor.modelo.patron import RolPatron

COMPROMISOS = frozenset(("actividad", "meta", "meta_o_actividades"))
_CIFRAS = frozenset(("ponderacion", "ponderacion_ganada"))
_DE_RESULTADOS = frozenset(("estado", "ponderacion_ganada"))


def lo_diran_las_celdas(etiquetas: Sequence[Etiqueta | None], celdas: Sequence[Celda], juego: Rotulos) -> bool:
    """Whether a header that lacks what its form must have may be one: by sure labels it says what was fulfilled and earned, and
    what was committed or what weighs; of the rest, some column has a label that nobody knows."""
    firmes = {e.rol for e in etiquetas if e and e.puntaje > PUNTAJE_DEBIL}
    if juego.tabla.pesa is None or "territorio" in firmes or not firmes >= _DE_RESULTADOS:
        return False
    llenas = (e for e, c in zip(etiquetas, celdas, strict=False) if c.parrafos)
    ignotas = any(e is None or _repite_objetivo(e.texto, e.rol, juego) for e in llenas)
    return ignotas and ("ponderacion" in firmes) != bool(COMPROMISOS & firmes)


def con_lo_que_falta(tablas: Iterable[TablaCruda]) -> Iterable[TablaCruda]:
    """The tables, each weighed one with what it lacks."""
    for tabla in tablas:
        roles = {c.rol for c in tabla.columnas}
        if tabla.patron.pesa is None or not roles >= _DE_RESULTADOS:
            yield tabla
        elif "ponderacion" not in roles:
            yield _con_pesos(tabla)
        elif any(_no_mide(tabla, i) for i in range(len(tabla.columnas))):
            yield _en_duda(tabla, "descarte")
        elif not COMPROMISOS & roles and "indicador" not in roles:
            yield _con_compromisos(tabla)
        else:
            yield tabla


def _no_mide(tabla: TablaCruda, sitio: int) -> bool:
    """Whether a column whose label may say a measure of anything ("Valor") holds no figures that may be weights or points."""
    columna = tabla.columnas[sitio]
    return columna.puntaje == PUNTAJE_DEBIL and columna.rol in _CIFRAS and not de_cifras(celdas_de_columna(tabla, sitio))


def _con_pesos(tabla: TablaCruda) -> TablaCruda:
    sitio = _unica(tabla, de_cifras)
    propia = tabla if sitio is None else _con_rol(tabla, sitio, "ponderacion", "descarte")
    return _en_duda(propia, "sin_pesos")


def _con_compromisos(tabla: TablaCruda) -> TablaCruda:
    sitio = _unica(tabla, de_textos)
    if sitio is not None:
        suyos = [c.rol for c in tabla.patron.columnas]
        return _con_rol(tabla, sitio, "meta_o_actividades" if "meta_o_actividades" in suyos else "actividad", None)
    return _en_duda(tabla, "sin_actividades")


def _en_duda(tabla: TablaCruda, por: Suposicion) -> TablaCruda:
    """The table with what weighs and what was earned supposed, and under no rules."""
    columnas = tuple(replace(c, supuesta=c.supuesta or por) if c.rol in _CIFRAS else c for c in tabla.columnas)
    return replace(tabla, columnas=columnas, patron=tabla.patron.model_copy(update={"regimenes": ()}))


def _unica(tabla: TablaCruda, son: Callable[[Iterable[Celda]], bool]) -> int | None:
    """The one column whose label nobody knows and whose cells ``son`` accepts."""
    suyas = [i for i, c in enumerate(tabla.columnas) if _ignota(c, tabla) and son(celdas_de_columna(tabla, i))]
    return suyas[0] if len(suyas) == 1 else None


def _ignota(columna: ColumnaReconocida, tabla: TablaCruda) -> bool:
    (rotulos,) = rotulos_de((tabla.patron,))
    return sin_rol(columna, tabla) and (columna.puntaje == 0.0 or _repite_objetivo(columna.texto, columna.rol, rotulos))


def _repite_objetivo(texto: str, rol: str, juego: Rotulos) -> bool:
    """Whether a column without a role names objectives where another one has them ("Objetivo", "Línea de acción")."""
    return rol == "otro" and (juego.rol(rotulo(texto)) or ("",))[0] == "objetivo"


def _con_rol(tabla: TablaCruda, sitio: int, rol: RolPatron, supuesta: Suposicion | None) -> TablaCruda:
    columnas = list(tabla.columnas)
    columnas[sitio] = replace(columnas[sitio], rol=rol, puntaje=POR_DESCARTE, supuesta=supuesta)
    return replace(tabla, columnas=tuple(columnas))
