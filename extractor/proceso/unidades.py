"""The units of many reports, each with every way it was written and where: for hand-over and review.

The records of a report keep the name as read; this only says which names are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.modelo.base import Origen
from extractor.modelo.informe import Informe
from extractor.modelo.valores import Responsable
from extractor.normalizadores.unidades import GrupoUnidades, MencionUnidad, VarianteUnidad, agrupar_unidades

__all__ = ["GrupoUnidades", "MencionUnidad", "VarianteUnidad", "grupos", "menciones"]


def grupos(informes: Iterable[Informe]) -> tuple[GrupoUnidades, ...]:
    """The units of all reports, by service and canonical name. Only the mentions are held, not the reports."""
    return agrupar_unidades(m for informe in informes for m in menciones(informe))


def menciones(informe: Informe) -> Iterator[MencionUnidad]:
    """Every unit read in a report, in order, with the row or the activity it answers for."""
    servicio = informe.documento.servicio
    codigo = (servicio.codigo or servicio.nombre) if servicio is not None else None
    for tabla in informe.tablas:
        for fila in tabla.filas:
            yield from _de(fila.responsables, informe.documento.sha256, codigo, fila.origen)
            for actividad in fila.actividades:
                yield from _de(actividad.responsables, informe.documento.sha256, codigo, actividad.origen.get("texto"))


def _de(
    responsables: Iterable[Responsable], documento: str, servicio: str | None, lugar: Origen | None
) -> Iterator[MencionUnidad]:
    for uno in responsables:
        if uno.unidad is not None:
            yield MencionUnidad(uno.unidad.nombre, documento, servicio, lugar)
