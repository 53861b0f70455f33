"""Which figure or state of its row belongs to each activity, with all that could take its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.comun.decisiones_claves import CAMPOS_EMPAREJAMIENTO, clave_canonica, clave_emparejamiento, coordenadas
from extractor.comun.texto import corto
from extractor.modelo.base import Origen
from extractor.modelo.decision import Decision
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Fila, Tabla
from extractor.proceso.decisiones_lecturas import lugar_de_actividad
from extractor.revision.mesa import Mesa
from extractor.revision.sitios import Sitio, actividad_de, fila_de, tabla_de
from extractor.salidas.revision.formato import campo_en_palabras


@dataclass(frozen=True, slots=True)
class Opcion:
    """A figure or state that may be an activity's. ``codigo`` names it: "row.activity", "row.total"."""

    codigo: str
    rotulo: str
    actual: bool


@dataclass(frozen=True, slots=True)
class Par:
    """Which figure or state of its row belongs to an activity."""

    sitio: Sitio
    rotulo: str
    dudoso: bool
    opciones: tuple[Opcion, ...]
    decision: Decision | None


def pares_de(mesa: Mesa, informe: Informe, tabla: Tabla, fila: Fila, indice: int | None = None) -> list[Par]:
    """The pairs of the activities of a row (of one of them), with all that could take each place."""
    cosas = _cosas(fila)
    salida = []
    for actividad in fila.actividades:
        lugar = lugar_de_actividad(actividad)
        if indice not in (None, actividad.indice) or lugar is None:
            continue
        for campo in CAMPOS_EMPAREJAMIENTO:
            opciones = tuple(
                Opcion(codigo, rotulo, codigo == f"{fila.indice}.{actividad.indice}" and suyo == campo)
                for codigo, suyo, rotulo, _ in cosas
                if suyo == campo
            )
            if not opciones:
                continue
            sitio = Sitio(tabla.id, fila.indice, actividad.indice, campo)
            clave = clave_canonica("emparejamiento", clave_emparejamiento(informe.documento.sha256, campo, lugar))
            texto = corto(actividad.texto or "sin texto", 60)
            rotulo = f"{campo_en_palabras(campo)} de la {actividad.indice + 1}ª actividad: {texto}"
            dudoso = actividad.alineacion.get(campo) == "dudosa"
            salida.append(Par(sitio, rotulo, dudoso, opciones, mesa.vigente("emparejamiento", clave)))
    return salida


def pareja_de(informe: Informe, sitio: Sitio, opcion: str) -> tuple[str, str] | None:
    """Key and value of a pairing; ``opcion`` "" pairs it with nothing. None when the report has no such thing."""
    tabla = tabla_de(informe, sitio.tabla)
    fila = fila_de(tabla, sitio.fila) if tabla is not None else None
    actividad = actividad_de(fila, sitio.actividad) if fila is not None else None
    lugar = lugar_de_actividad(actividad) if actividad is not None else None
    if fila is None or lugar is None or sitio.campo not in CAMPOS_EMPAREJAMIENTO:
        return None
    origenes = {codigo: origen for codigo, campo, _, origen in _cosas(fila) if campo == sitio.campo}
    if opcion and opcion not in origenes:
        return None
    clave = clave_canonica("emparejamiento", clave_emparejamiento(informe.documento.sha256, sitio.campo, lugar))
    return clave, coordenadas(origenes[opcion]) if opcion else ""


def _cosas(fila: Fila) -> Sequence[tuple[str, str, str, Origen]]:
    """(code, field, label, place) of every figure and state of a row."""
    salida = []
    for actividad in fila.actividades:
        for campo in CAMPOS_EMPAREJAMIENTO:
            cosa = getattr(actividad, campo)
            if cosa is not None and campo in actividad.origen:
                rotulo = f"«{corto(cosa.texto, 50)}» (hoy de la {actividad.indice + 1}ª actividad)"
                salida.append((f"{fila.indice}.{actividad.indice}", campo, rotulo, actividad.origen[campo]))
    for campo, total in (("ponderacion", fila.total_ponderacion), ("ponderacion_ganada", fila.total_ganada)):
        if total is not None:
            salida.append((f"{fila.indice}.total", campo, f"«{corto(total.texto, 50)}» (hoy, total impreso)", total.origen))
    return salida
