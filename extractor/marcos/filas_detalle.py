"""What stands beside the figures: the rows of the frames ``filas``, ``responsables``, ``secciones`` and ``notas``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from extractor.marcos.piezas import Renglon, de_cifra, de_contexto, de_documento, de_origen, decimal, unidos
from extractor.modelo.informe import Informe
from extractor.modelo.valores import Responsable


def filas(informe: Informe) -> Iterator[Renglon]:
    """One row per row of a table, also of tables that weigh nothing. ``celdas``: JSON list, a text per column."""
    for tabla in informe.tablas:
        for fila in tabla.filas:
            estado = fila.estado
            yield (
                *de_documento(informe),
                tabla.id,
                fila.indice,
                fila.fila_origen,
                *de_contexto(informe, tabla.region),
                fila.programa or tabla.programa,
                tabla.tipo,
                unidos(fila.objetivos),
                fila.indicador,
                fila.meta,
                fila.resultado,
                fila.medio,
                fila.avance,
                fila.medidas,
                fila.recomendaciones,
                fila.compromisos,
                fila.plazo,
                *((None,) * 3 if estado is None else (estado.texto, estado.valor, decimal(estado.porcentaje))),
                *de_cifra(fila.ponderacion),
                *de_cifra(fila.ponderacion_ganada),
                decimal(fila.ganada_recalculada),
                *de_cifra(fila.total_ponderacion),
                *de_cifra(fila.total_ganada),
                len(fila.actividades),
                _json(fila.celdas),
                *de_origen(fila.origen),
            )


def responsables(informe: Informe) -> Iterator[Renglon]:
    """One row per unit, role or person who answers for a row or an activity."""
    for tabla in informe.tablas:
        for fila in tabla.filas:
            for responsable in fila.responsables:
                yield _responsable(informe, tabla.id, fila.indice, None, responsable)
            for actividad in fila.actividades:
                for responsable in actividad.responsables:
                    yield _responsable(informe, tabla.id, fila.indice, actividad.indice, responsable)


def _responsable(informe: Informe, tabla: str, fila: int, actividad: int | None, quien: Responsable) -> Renglon:
    unidad = quien.unidad
    return (
        *de_documento(informe),
        tabla,
        fila,
        actividad,
        quien.texto,
        None if unidad is None else unidad.nombre,
        None if unidad is None else unidad.certeza,
        quien.cargo,
        quien.persona,
    )


def secciones(informe: Informe) -> Iterator[Renglon]:
    """One row per chapter, objective and section. ``campos``: JSON object, what was recognised in its text."""
    for seccion in informe.secciones:
        yield (
            *de_documento(informe),
            seccion.id,
            seccion.nivel,
            seccion.padre,
            seccion.numero,
            seccion.titulo,
            *de_contexto(informe, seccion.region),
            seccion.campos.get("grado_avance"),
            seccion.texto,
            _json(seccion.campos),
            *de_origen(seccion.origen),
        )


def notas(informe: Informe) -> Iterator[Renglon]:
    """One row per footnote and note of the form."""
    for numero, nota in enumerate(informe.documento.notas):
        yield (*de_documento(informe), numero, nota.marca, nota.texto, *de_origen(nota.origen))


def _json(valor: Any) -> str:
    return json.dumps(valor, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
