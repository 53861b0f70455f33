"""The places of a report that a decision may be about: a field of a table, of a row or of an activity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.modelo.base import Origen
from extractor.modelo.campos import DE_TEXTO
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Actividad, Fila, Tabla
from extractor.modelo.valores import Cifra, Estado
from extractor.proceso.decisiones_lecturas import lugar_de_campo

DE_TABLA = ("ponderacion_declarada", "desempeno_region")
_DE_FILA = ("ponderacion", "ponderacion_ganada", "total_ponderacion", "total_ganada", "estado")
_DE_ACTIVIDAD = ("ponderacion", "estado", "ponderacion_ganada", "texto")


@dataclass(frozen=True, slots=True)
class Sitio:
    """A field of a report. ``fila`` and ``actividad`` are indices; None where the field is of the table or of the row."""

    tabla: str
    fila: int | None
    actividad: int | None
    campo: str


def tabla_de(informe: Informe, clave: str | None) -> Tabla | None:
    return next((t for t in informe.tablas if t.id == clave), None)


def fila_de(tabla: Tabla, indice: int | None) -> Fila | None:
    return next((f for f in tabla.filas if f.indice == indice), None)


def actividad_de(fila: Fila, indice: int | None) -> Actividad | None:
    return next((a for a in fila.actividades if a.indice == indice), None)


def origen_de(informe: Informe, sitio: Sitio) -> Origen | None:
    """The place that a reading's key names; None when there is no such field."""
    tabla = tabla_de(informe, sitio.tabla)
    if tabla is None:
        return None
    if sitio.fila is None:
        return lugar_de_campo(sitio.campo, tabla) if sitio.campo in DE_TABLA else None
    fila = fila_de(tabla, sitio.fila)
    if fila is None:
        return None
    if sitio.actividad is None:
        return lugar_de_campo(sitio.campo, tabla, fila) if sitio.campo in (*_DE_FILA, *DE_TEXTO) else None
    actividad = actividad_de(fila, sitio.actividad)
    if actividad is None or sitio.campo not in _DE_ACTIVIDAD:
        return None
    return lugar_de_campo(sitio.campo, tabla, fila, actividad)


def valor_de(tabla: Tabla, sitio: Sitio) -> Cifra | Estado | str | None:
    if sitio.fila is None:
        if sitio.campo == "desempeno_region":
            return tabla.desempeno.region if tabla.desempeno is not None else None
        return tabla.ponderacion_declarada
    fila = fila_de(tabla, sitio.fila)
    cosa = fila if fila is None or sitio.actividad is None else actividad_de(fila, sitio.actividad)
    valor: Cifra | Estado | str | None = getattr(cosa, sitio.campo, None)
    return valor


def sitios_de_tabla(tabla: Tabla) -> Iterator[Sitio]:
    yield from (Sitio(tabla.id, None, None, campo) for campo in DE_TABLA)
    for fila in tabla.filas:
        yield from sitios_de_fila(tabla, fila, None)


def sitios_de_fila(tabla: Tabla, fila: Fila, actividad: int | None) -> Iterator[Sitio]:
    roles = {c.rol for c in tabla.columnas}
    pesan = any(a.ponderacion or a.ponderacion_ganada or a.estado for a in fila.actividades)
    for una in fila.actividades:
        if actividad in (None, una.indice):
            campos = _DE_ACTIVIDAD if pesan or not (fila.ponderacion or fila.ponderacion_ganada) else ("texto",)
            propios = [c for c in campos if c == "texto" or c in roles or getattr(una, c)]
            yield from (Sitio(tabla.id, fila.indice, una.indice, campo) for campo in propios)
    for campo in (*_DE_FILA, *DE_TEXTO):
        propio = campo in DE_TEXTO or not pesan
        if getattr(fila, campo) is not None or (propio and campo in roles):
            yield Sitio(tabla.id, fila.indice, None, campo)
