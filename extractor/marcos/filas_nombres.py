"""Every name that was matched against a list (service, regions, units) and how surely: the rows of the frame ``nombres``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.marcos.piezas import Renglon, de_documento, de_origen, unidos
from extractor.modelo.base import Origen
from extractor.modelo.informe import Informe
from extractor.modelo.valores import Region, Responsable


def nombres(informe: Informe) -> Iterator[Renglon]:
    """The service, the regions written (an inherited one is told where it is written) and the units of those responsible.
    A unit that is written the same in several activities of a row is told once."""
    documento = de_documento(informe)
    servicio = informe.documento.servicio
    if servicio is not None:
        nombre = servicio.nombre or servicio.codigo
        yield (*documento, *(None,) * 4, "servicio", servicio.texto, nombre, servicio.certeza, None, servicio.decision,
               *de_origen(None))  # fmt: skip
    for tabla in informe.tablas:
        yield from _de_region(documento, tabla.id, None, tabla.region, tabla.origen)
        for fila in tabla.filas:
            dichos: set[str] = set()
            yield from _de_responsables(documento, tabla.id, fila.indice, None, fila.responsables, fila.origen, dichos)
            for actividad in fila.actividades:
                origen = actividad.origen.get("responsable") or fila.origen
                lugar = (tabla.id, fila.indice, actividad.indice)
                yield from _de_responsables(documento, *lugar, actividad.responsables, origen, dichos)
    for seccion in informe.secciones:
        yield from _de_region(documento, None, seccion.id, seccion.region, seccion.origen)


def _de_region(
    documento: Renglon, tabla: str | None, seccion: str | None, region: Region | None, origen: Origen
) -> Iterator[Renglon]:
    if region is None or region.heredada or not region.texto:
        return
    candidatos = unidos(f"{c.codigo} {c.nombre} ({c.puntaje:g})" for c in region.candidatos)
    valor = region.nombre or unidos(region.codigos, ",")
    yield (*documento, tabla, seccion, None, None, "region", region.texto, valor, region.certeza, candidatos, region.decision,
           *de_origen(origen))  # fmt: skip


def _de_responsables(
    documento: Renglon, tabla: str, fila: int, actividad: int | None, responsables: Iterable[Responsable], origen: Origen,
    dichos: set[str],
) -> Iterator[Renglon]:  # fmt: skip
    for responsable in responsables:
        unidad = responsable.unidad
        if unidad is None or responsable.texto in dichos:
            continue
        dichos.add(responsable.texto)
        yield (*documento, tabla, None, fila, actividad, "unidad", responsable.texto, unidad.nombre, unidad.certeza, None,
               responsable.decision, *de_origen(origen))  # fmt: skip
