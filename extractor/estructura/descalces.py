"""Streams whose cells do not fill the width of their header: from which row on the columns may be shifted.

A cell too few or too many moves every cell after it to the next column, where it may still look right. Where the count
tells that this happened, the rows are sure only as long as each of them holds what its columns hold; what comes after is
kept and shown, and nothing is reckoned with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import ordinal, sin_ordinal
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda
from extractor.modelo.tabla import Actividad, Fila
from extractor.modelo.valores import Cifra, Estado
from extractor.vocabularios.estados import palabra_sin_valor, veredicto_inicial

DUDA = "la tabla tiene celdas de más o de menos para su encabezado: desde esta fila las columnas pueden estar corridas"
_GUIONES = frozenset("-–—_. ")
_DE_ACTIVIDAD = ("actividad", "meta_o_actividades", "objetivo")


def primera_corrida(filas: Sequence[Sequence[Celda]], columnas: Sequence[ColumnaReconocida], ancho: int) -> int:
    """The first of the rows whose columns may be shifted, or how many there are: where the cells do not fill the last row, the
    first that does not hold what its columns hold, or that one; else the first of two on end that do not."""
    if not filas or len(filas[-1]) == ancho:
        malas = [not _calza(celdas, columnas) for celdas in filas]
        return next((i for i, (una, otra) in enumerate(pairwise(malas)) if una and otra), len(filas))
    for indice, celdas in enumerate(filas):
        if not _calza(celdas, columnas) or (len(celdas) < ancho and not _solo_falta_la_ganada(celdas, columnas)):
            return indice
    return len(filas)


def _solo_falta_la_ganada(celdas: Sequence[Celda], columnas: Sequence[ColumnaReconocida]) -> bool:
    """Whether a last row that calls for no other place (weight and verdict stand in theirs) just lacks its blank earned cell."""
    faltan = [c.rol for c in columnas[len(celdas) :]]
    propias = {c.rol: celda.parrafos[0].texto for celda, c in zip(celdas, columnas, strict=False) if celda.parrafos}
    return (
        faltan == ["ponderacion_ganada"]
        and _con_cifra(propias.get("ponderacion", ""))
        and veredicto_inicial(propias.get("estado", "")) is not None
    )


def _calza(celdas: Sequence[Celda], columnas: Sequence[ColumnaReconocida]) -> bool:
    for celda, columna in zip(celdas, columnas, strict=False):
        if not celda.parrafos:
            continue
        primero = celda.parrafos[0].texto
        if columna.rol == "ponderacion" and not any(_con_cifra(p.texto) or _dice_que_no(p.texto) for p in celda.parrafos):
            return False
        if columna.rol == "ponderacion_ganada" and not (_con_cifra(primero) or _dice_que_no(primero)):
            return False
        solo_cifras = columna.rol in _DE_ACTIVIDAD and all(leer_numero(p.texto) is not None for p in celda.parrafos)
        if solo_cifras and not (columna.rol == "objetivo" and all(_numera(p.texto) for p in celda.parrafos)):
            return False
    return True


def _numera(texto: str) -> bool:
    """Whether a cell only says which objective of a list above it means ("3.")."""
    numero = texto.strip(" .)-–°º")
    return numero.isdigit() and len(numero) <= 2


def _con_cifra(texto: str) -> bool:
    return leer_numero(texto.split(":")[-1]) is not None or (texto[:1].isdigit() and not _es_item(texto))


def _es_item(texto: str) -> bool:
    """Whether a line is a numbered item of a list of texts ("1.- Visitar las caletas"), not a numbered verdict."""
    return ordinal(texto) is not None and sin_ordinal(texto)[:1].isalpha() and veredicto_inicial(sin_ordinal(texto)) is None


def _dice_que_no(texto: str) -> bool:
    """Whether a dash, or a word such as "Pendiente", stands instead of a figure."""
    return set(texto) <= _GUIONES or palabra_sin_valor(texto) is not None


def con_duda(fila: Fila, motivo: str = "las columnas de la tabla pueden estar corridas") -> Fila:
    """The row with none of its figures, states or pairs sure. ``motivo``: why its pairs are not."""
    actividades = tuple(_actividad_dudosa(a, motivo) for a in fila.actividades)
    return fila.model_copy(
        update={
            "actividades": actividades,
            "estado": _estado_dudoso(fila.estado),
            **{
                campo: cifra_dudosa(getattr(fila, campo))
                for campo in ("ponderacion", "ponderacion_ganada", "total_ponderacion", "total_ganada")
            },
        }
    )


def _actividad_dudosa(actividad: Actividad, motivo: str) -> Actividad:
    return actividad.model_copy(
        update={
            "ponderacion": cifra_dudosa(actividad.ponderacion),
            "ponderacion_ganada": cifra_dudosa(actividad.ponderacion_ganada),
            "estado": _estado_dudoso(actividad.estado),
            "alineacion": dict.fromkeys(actividad.alineacion, "dudosa"),
            "motivo_alineacion": motivo,
        }
    )


def cifra_dudosa(cifra: Cifra | None) -> Cifra | None:
    """The figure with its reading in doubt."""
    return cifra.model_copy(update={"certeza": "dudosa"}) if cifra is not None else None


def _estado_dudoso(estado: Estado | None) -> Estado | None:
    return estado.model_copy(update={"certeza": "dudosa"}) if estado is not None else None
