"""What a person may decide about a place of a report: its readings, its names and its pairs, each with what holds now.

A page never sends keys: it sends which table, row, activity and field it means, and the key is made here, from the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.comun.decisiones_claves import (
    CAMPOS_CIFRA,
    CAMPOS_EMPAREJAMIENTO,
    CAMPOS_TEXTO,
    clave_canonica,
    clave_emparejamiento,
    clave_lectura,
    coordenadas,
)
from extractor.modelo.base import Origen
from extractor.modelo.decision import Decision
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Actividad, Cifra, Estado, Fila, Informe, Tabla
from extractor.proceso.decisiones_lecturas import lugar_de_actividad, lugar_de_campo
from extractor.revision.mesa import Mesa
from extractor.salidas.derivacion import lugar_en_palabras, verificaciones_de
from extractor.salidas.revision.formato import campo_en_palabras, con_coma, corto

MAX_LECTURAS = 60
_DE_FILA = ("ponderacion", "ponderacion_ganada", "total_ponderacion", "total_ganada", "estado")
_DE_ACTIVIDAD = ("ponderacion", "estado", "ponderacion_ganada", "texto")
_DE_TABLA = ("ponderacion_declarada", "desempeno_region")
_LARGO = 90


@dataclass(frozen=True, slots=True)
class Sitio:
    """A field of a report. ``fila`` and ``actividad`` are indices; None where the field is of the table or of the row."""

    tabla: str
    fila: int | None
    actividad: int | None
    campo: str


@dataclass(frozen=True, slots=True)
class Lectura:
    """A field that may be read otherwise. ``impreso``: the raw text of its place; ``valor``: what the program takes it for."""

    sitio: Sitio
    rotulo: str
    lugar: str
    impreso: str
    valor: str
    dudosa: bool
    decision: Decision | None


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
        return lugar_de_campo(sitio.campo, tabla) if sitio.campo in _DE_TABLA else None
    fila = fila_de(tabla, sitio.fila)
    if fila is None:
        return None
    if sitio.actividad is None:
        return lugar_de_campo(sitio.campo, tabla, fila) if sitio.campo in (*_DE_FILA, *CAMPOS_TEXTO) else None
    actividad = actividad_de(fila, sitio.actividad)
    if actividad is None or sitio.campo not in _DE_ACTIVIDAD:
        return None
    return lugar_de_campo(sitio.campo, tabla, fila, actividad)


def lecturas_de_hallazgo(mesa: Mesa, informe: Informe, hallazgo: Hallazgo) -> list[Lectura]:
    """The fields behind a finding: its own first, its operands, and those of the rows and activities it names."""
    sitios = list(dict.fromkeys([*_de_operandos(informe, hallazgo), *_propios(informe, hallazgo)]))
    propio = (hallazgo.tabla, hallazgo.fila, hallazgo.actividad, hallazgo.campo)
    sitios.sort(key=lambda s: (s.tabla, s.fila, s.actividad, s.campo) != propio)
    return [x for sitio in sitios[:MAX_LECTURAS] if (x := _lectura(mesa, informe, sitio)) is not None]


def lecturas_de_fila(mesa: Mesa, informe: Informe, tabla: Tabla, fila: Fila) -> list[Lectura]:
    """Every field of a row."""
    sitios = [*_sitios_de_fila(tabla, fila, None)]
    return [x for sitio in sitios[:MAX_LECTURAS] if (x := _lectura(mesa, informe, sitio)) is not None]


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


def clave_de_lectura(informe: Informe, sitio: Sitio) -> str | None:
    """The key of a reading; None when the report has no such field."""
    origen = origen_de(informe, sitio)
    return None if origen is None else clave_canonica("lectura", clave_lectura(informe.documento.sha256, sitio.campo, origen))


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


def _lectura(mesa: Mesa, informe: Informe, sitio: Sitio) -> Lectura | None:
    origen, clave = origen_de(informe, sitio), clave_de_lectura(informe, sitio)
    tabla = tabla_de(informe, sitio.tabla)
    if origen is None or clave is None or tabla is None:
        return None
    valor = _valor(tabla, sitio)
    quien = "" if sitio.actividad is None else f" de la {sitio.actividad + 1}ª actividad"
    donde = "" if sitio.fila is None else f", fila {sitio.fila + 1}"
    # a text of a row has no place of its own: showing the whole row for it would help nobody
    propio = valor is not None and sitio.campo not in CAMPOS_TEXTO and not (sitio.actividad is None and sitio.campo == "estado")
    return Lectura(
        sitio=sitio,
        rotulo=f"{campo_en_palabras(sitio.campo)}{quien}{donde}".capitalize(),
        lugar=lugar_en_palabras(origen),
        impreso=corto(origen.texto, _LARGO) if propio else corto(_texto(valor), _LARGO),
        valor=_dicho(valor),
        dudosa=isinstance(valor, Cifra) and valor.certeza == "dudosa",
        decision=mesa.vigente("lectura", clave),
    )


def _valor(tabla: Tabla, sitio: Sitio) -> Cifra | Estado | str | None:
    if sitio.fila is None:
        if sitio.campo == "desempeno_region":
            return tabla.desempeno.region if tabla.desempeno is not None else None
        return tabla.ponderacion_declarada
    fila = fila_de(tabla, sitio.fila)
    cosa = fila if fila is None or sitio.actividad is None else actividad_de(fila, sitio.actividad)
    valor: Cifra | Estado | str | None = getattr(cosa, sitio.campo, None)
    return valor


def _texto(valor: Cifra | Estado | str | None) -> str:
    return "" if valor is None else valor if isinstance(valor, str) else valor.texto


def _dicho(valor: Cifra | Estado | str | None) -> str:
    if isinstance(valor, Cifra):
        return "ninguna cifra" if valor.valor is None else f"{con_coma(valor.valor)}{' %' if valor.signo else ''}"
    if isinstance(valor, Estado):
        porcentaje = f" {con_coma(valor.porcentaje)} %" if valor.porcentaje else ""
        return f"{valor.valor}{porcentaje}{'' if valor.declarado else ' (narrado)'}"
    return "en blanco" if not valor else corto(valor, _LARGO)


def _de_operandos(informe: Informe, hallazgo: Hallazgo) -> Iterator[Sitio]:
    hechas = list(verificaciones_de(informe, hallazgo))
    buscados = {(hecha.tabla, coordenadas(o.origen)) for hecha in hechas for o in hecha.operandos}
    if not buscados:
        return
    for tabla in informe.tablas:
        if any(t in (tabla.id, None) for t, _ in buscados):
            for sitio in _sitios_de_tabla(tabla):
                origen = origen_de(informe, sitio)
                if origen is not None and _valor(tabla, sitio) is not None and sitio.campo != "texto":
                    llave = coordenadas(origen)
                    if (tabla.id, llave) in buscados or (None, llave) in buscados:
                        yield sitio


def _propios(informe: Informe, hallazgo: Hallazgo) -> Iterator[Sitio]:
    lugares = [(hallazgo.tabla, hallazgo.fila, hallazgo.actividad), *((x.tabla, x.fila, x.actividad) for x in hallazgo.lugares)]
    for clave, indice, actividad in dict.fromkeys(lugares):
        tabla = tabla_de(informe, clave)
        fila = fila_de(tabla, indice) if tabla is not None else None
        if tabla is not None and fila is not None:
            yield from _sitios_de_fila(tabla, fila, actividad)
        elif tabla is not None and hallazgo.campo in CAMPOS_CIFRA and indice is None:
            yield from (Sitio(tabla.id, None, None, campo) for campo in _DE_TABLA if campo == hallazgo.campo)


def _sitios_de_tabla(tabla: Tabla) -> Iterator[Sitio]:
    yield from (Sitio(tabla.id, None, None, campo) for campo in _DE_TABLA)
    for fila in tabla.filas:
        yield from _sitios_de_fila(tabla, fila, None)


def _sitios_de_fila(tabla: Tabla, fila: Fila, actividad: int | None) -> Iterator[Sitio]:
    roles = {c.rol for c in tabla.columnas}
    pesan = any(a.ponderacion or a.ponderacion_ganada or a.estado for a in fila.actividades)
    for una in fila.actividades:
        if actividad in (None, una.indice):
            campos = _DE_ACTIVIDAD if pesan or not (fila.ponderacion or fila.ponderacion_ganada) else ("texto",)
            propios = [c for c in campos if c == "texto" or c in roles or getattr(una, c)]
            yield from (Sitio(tabla.id, fila.indice, una.indice, campo) for campo in propios)
    for campo in (*_DE_FILA, *CAMPOS_TEXTO):
        propio = campo in CAMPOS_TEXTO or not pesan
        if getattr(fila, campo) is not None or (propio and campo in roles):
            yield Sitio(tabla.id, fila.indice, None, campo)


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
