"""Names that the program read with doubt, across the database and of one report, each with its candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from extractor.almacen import esquema as e
from extractor.comun.decisiones_claves import ClaveMala, clave_canonica, clave_nombre, texto_clave
from extractor.comun.texto import blancos
from extractor.modelo.decision import Decision
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Actividad, Fila, Tabla
from extractor.revision.mesa import Mesa

ROTULOS = {
    "region": "Región",
    "servicio": "Servicio",
    "unidad": "Unidad",
    "cargo": "Cargo",
    "persona": "Persona",
    "estado": "Estado de cumplimiento",
}
ESTADOS = {
    "CUMPLE": "cumple",
    "NO_CUMPLE": "no cumple",
    "PARCIAL": "cumple en parte",
    "PENDIENTE": "pendiente",
    "NO_APLICA": "no aplica",
    "SIN_DATO": "sin dato",
    "CUMPLE;narrado": "cumple, pero solo lo narra",
    "NO_CUMPLE;narrado": "no cumple, pero solo lo narra",
    "PARCIAL;narrado": "cumple en parte, pero solo lo narra",
}
_DUDAS = ("aproximada", "dudosa")
_PARECIDOS = 5


@dataclass(frozen=True, slots=True)
class Candidato:
    """``puntaje``: 0-100; None for what is offered without having been proposed."""

    valor: str
    nombre: str
    puntaje: int | None


@dataclass(frozen=True, slots=True)
class Nombre:
    """A written name. ``leido``: what it is taken for now; ``documento`` and ``tabla``: where it can be seen."""

    que: str
    texto: str
    leido: str
    certeza: str
    veces: int
    documento: str
    tabla: str | None
    candidatos: tuple[Candidato, ...]
    decision: Decision | None

    @property
    def rotulo(self) -> str:
        return ROTULOS[self.que]


def dudosos(mesa: Mesa, conexion: Connection) -> list[Nombre]:
    """The doubtful names of all documents, those seen most often first."""
    todos = [*_regiones(mesa, conexion), *_servicios(mesa, conexion), *_unidades(mesa, conexion)]
    return sorted(todos, key=lambda n: (-n.veces, n.que, n.texto))


def nombres_de(mesa: Mesa, informe: Informe, tabla: Tabla | None, fila: Fila | None, actividad: int | None) -> list[Nombre]:
    """The names at a place of a report: its service, the table's region, who answers for the row, its states."""
    anio, ficha = informe.documento.anio, informe.documento
    servicio = ficha.servicio
    salida = []

    def agregar(que: str, texto: str | None, leido: str | None, certeza: str, candidatos: Sequence[Candidato]) -> None:
        if texto and texto_clave(texto):
            una = decidido(mesa, que, texto, informe)
            salida.append(Nombre(que, texto, leido or "nada", certeza, 1, "", None, tuple(candidatos), una))

    if tabla is not None:
        region = tabla.region
        leida = region_leida(region.nombre, region.alcance)
        agregar("region", region.texto, leida, region.certeza, regiones_para(region.texto or "", anio))
    if fila is not None:
        duenos: list[Fila | Actividad] = [fila, *(a for a in fila.actividades if actividad in (None, a.indice))]
        for responsable in dict.fromkeys(r for d in duenos for r in d.responsables):
            if responsable.unidad is not None:
                agregar("unidad", responsable.unidad.nombre, responsable.unidad.nombre, responsable.unidad.certeza, ())
            agregar("cargo", responsable.cargo, responsable.cargo, "", ())
            agregar("persona", responsable.persona, responsable.persona, "", ())
        for estado in dict.fromkeys(d.estado for d in duenos if d.estado is not None):
            leido = estado.valor + ("" if estado.declarado else " (narrado)")
            agregar("estado", estado.texto, leido, estado.certeza, _estados())
    agregar(
        "servicio",
        servicio.texto if servicio is not None else None,
        servicio.nombre if servicio is not None else None,
        servicio.certeza if servicio is not None else "",
        servicios_para(servicio.texto) if servicio is not None else (),
    )
    return list(dict.fromkeys(salida))


def decidido(mesa: Mesa, que: str, texto: str, informe: Informe | None) -> Decision | None:
    """The decision in force about a name, the most specific that holds for the report."""
    ficha = informe.documento if informe is not None else None
    servicio = ficha.servicio.codigo if ficha is not None and ficha.servicio is not None else None
    anio = ficha.anio if ficha is not None else None
    contextos = [(a, s) for s in dict.fromkeys((servicio, None)) for a in dict.fromkeys((anio, None))]
    for a, s in contextos:
        try:
            hallada = mesa.vigente("nombre", clave_canonica("nombre", clave_nombre(que, texto, a, s)))
        except ClaveMala:
            return None
        if hallada is not None:
            return hallada
    return None


def regiones_para(texto: str, anio: int | None) -> list[Candidato]:
    """The regions of the year's division, those that the text resembles first."""
    from extractor.normalizadores.regiones import razonar_region
    from extractor.vocabularios.regiones import division_de, regiones_de

    leida, _ = razonar_region(texto, anio)
    puntajes = {c.codigo: round(c.puntaje) for c in leida.candidatos}
    todas = regiones_de(division_de(anio))
    orden = sorted(todas, key=lambda c: (-puntajes.get(c, -1), c))
    fijos = [Candidato("TODAS", "Todas las regiones", None), Candidato("NIVEL_CENTRAL", "Nivel central", None)]
    fijos.append(Candidato("SIN_DATO", "No nombra ninguna región", None))
    return [*(Candidato(c, f"{c} · {todas[c].nombre}", puntajes.get(c)) for c in orden), *fijos]


def servicios_para(texto: str) -> list[Candidato]:
    """The services that the text resembles, and then all of them by name."""
    from extractor.normalizadores.servicios import razonar_servicio
    from extractor.vocabularios.servicios import por_codigo

    puntajes = {codigo: round(puntaje) for codigo, puntaje in razonar_servicio(texto)[1]}
    todos = por_codigo()
    orden = sorted(todos, key=lambda c: (-puntajes.get(c, -1), todos[c].nombre))
    return [Candidato(c, todos[c].nombre, puntajes.get(c)) for c in orden]


def _estados() -> list[Candidato]:
    return [Candidato(valor, nombre.capitalize(), None) for valor, nombre in ESTADOS.items()]


def region_leida(nombre: str | None, alcance: str) -> str | None:
    """A region in words; None for one that is not known."""
    return nombre or {"TODAS": "Todas las regiones", "NIVEL_CENTRAL": "Nivel central"}.get(alcance)


def _regiones(mesa: Mesa, conexion: Connection) -> Iterator[Nombre]:
    t, d = e.tabla.c, e.documento.c
    sin_region = and_(t.region_alcance == "SIN_DATO", func.coalesce(t.region_texto, "") != "")
    consulta = (
        select(t.region_texto, d.anio, t.region_nombre, t.region_alcance, t.region_certeza, func.count(), func.min(t.id))
        .join(e.documento, d.id == t.documento_id)
        .where(or_(t.region_certeza.in_(_DUDAS), sin_region), ~t.region_heredada, t.region_texto.is_not(None))
        .group_by(t.region_texto, d.anio, t.region_nombre, t.region_alcance, t.region_certeza)
    )
    for texto, anio, nombre, alcance, certeza, veces, ejemplo in conexion.execute(consulta).all():
        if texto_clave(texto):
            documento, tabla = conexion.execute(select(t.documento_id, t.clave).where(t.id == ejemplo)).one()
            leida, una = region_leida(nombre, alcance) or "ninguna", decidido(mesa, "region", texto, None)
            yield Nombre("region", texto, leida, certeza, veces, documento, tabla, tuple(regiones_para(texto, anio)), una)


def _servicios(mesa: Mesa, conexion: Connection) -> Iterator[Nombre]:
    d = e.documento.c
    consulta = (
        select(d.servicio_texto, d.servicio_nombre, d.servicio_certeza, func.count(), func.min(d.id))
        .where(or_(d.servicio_certeza.in_(_DUDAS), d.servicio_codigo.is_(None)), d.servicio_texto.is_not(None))
        .group_by(d.servicio_texto, d.servicio_nombre, d.servicio_certeza)
    )
    for texto, nombre, certeza, veces, documento in conexion.execute(consulta).all():
        if texto_clave(texto):
            una, candidatos = decidido(mesa, "servicio", texto, None), tuple(servicios_para(texto))
            yield Nombre("servicio", texto, nombre or "ninguno", certeza or "", veces, documento, None, candidatos, una)


def _unidades(mesa: Mesa, conexion: Connection) -> Iterator[Nombre]:
    from rapidfuzz import fuzz, process

    r, f, t = e.responsable.c, e.fila.c, e.tabla.c
    consulta = select(r.unidad, func.count(), func.min(r.id)).where(r.unidad_certeza.in_(_DUDAS)).group_by(r.unidad)
    filas: list[Any] = list(conexion.execute(consulta).all())
    ciertas = select(r.unidad).where(r.unidad_certeza.in_(("exacta", "alias"))).distinct().order_by(r.unidad)
    seguras = list(conexion.scalars(ciertas)) if filas else []
    for texto, veces, ejemplo in filas:
        if not texto_clave(texto):
            continue
        lugar = select(t.documento_id, t.clave).select_from(
            e.responsable.join(e.fila, f.id == r.fila_id).join(e.tabla, t.id == f.tabla_id)
        )
        documento, tabla = conexion.execute(lugar.where(r.id == ejemplo)).one()
        parecidas = process.extract(texto, seguras, scorer=fuzz.token_sort_ratio, limit=_PARECIDOS, score_cutoff=60)
        candidatos = tuple(Candidato(nombre, nombre, round(puntaje)) for nombre, puntaje, _ in parecidas)
        una = decidido(mesa, "unidad", texto, None)
        yield Nombre("unidad", blancos(texto), texto, "dudosa", veces, documento, tabla, candidatos, una)
