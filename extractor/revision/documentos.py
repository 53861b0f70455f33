"""The documents of the database with how much of each is reviewed, and what was decided about them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, String, and_, cast, func, literal, or_, select, tuple_

from extractor.almacen import esquema as e
from extractor.comun.decisiones import COLUMNAS
from extractor.comun.decisiones_claves import documento_de
from extractor.modelo.decision import Decision
from extractor.revision.cola import vigente

POR_PAGINA = 50
_LLAVE = re.compile(r"([0-9a-f]{24})")


@dataclass(frozen=True, slots=True)
class Avance:
    """A document in the list: how many findings it has, and how many a person confirmed or dismissed."""

    id: str
    ruta: str
    servicio: str
    anio: int | None
    estado: str
    motivo: str | None
    total: int
    revisados: int


@dataclass(frozen=True, slots=True)
class Ficha:
    """What is needed to open one: its content's hash, its paths (the one it was read under first), and its extraction."""

    id: str
    sha256: str | None
    rutas: tuple[str, ...]
    formato: str | None
    extraccion: str
    declarado: str


def ficha(conexion: Connection, documento: str) -> Ficha | None:
    """The document of that id; None when the database has none."""
    d, x, r = e.documento.c, e.extraccion.c, e.documento_ruta.c
    consulta = select(d.sha256, d.ruta, d.formato, x.id, x.declarado).join(e.extraccion, and_(x.documento_id == d.id, x.vigente))
    fila = conexion.execute(consulta.where(d.id == documento)).first()
    if fila is None:
        return None
    otras = conexion.scalars(select(r.ruta).where(r.documento_id == documento).order_by(r.ruta)).all()
    return Ficha(documento, fila.sha256, tuple(dict.fromkeys([fila.ruta, *otras])), fila.formato, fila.id, fila.declarado)


def avances(conexion: Connection, texto: str = "", desde: str = "") -> tuple[list[Avance], str | None]:
    """A page of documents by path, and the id to go on after; ``texto``: part of a path, a service's name or a year."""
    d, h = e.documento.c, e.hallazgo.c
    consulta = select(d.id, d.ruta, d.servicio_nombre, d.servicio_texto, d.anio, d.estado, d.motivo)
    for palabra in texto.split():
        campos = (d.ruta, d.servicio_nombre, cast(d.anio, String))
        consulta = consulta.where(or_(*(func.lower(c).contains(palabra.lower(), autoescape=True) for c in campos)))
    if _LLAVE.fullmatch(desde):
        ruta = select(d.ruta).where(d.id == desde).scalar_subquery()
        consulta = consulta.where(tuple_(d.ruta, d.id) > tuple_(ruta, literal(desde)))
    filas = conexion.execute(consulta.order_by(d.ruta, d.id).limit(POR_PAGINA + 1)).all()
    mostradas = filas[:POR_PAGINA]
    cuenta = select(h.documento_id, func.count(), func.count(vigente("id"))).group_by(h.documento_id)
    propias = {f[0]: (f[1], f[2]) for f in conexion.execute(cuenta.where(h.documento_id.in_([f.id for f in mostradas])))}
    salida = [
        Avance(f.id, f.ruta, f.servicio_nombre or f.servicio_texto or "", f.anio, f.estado, f.motivo, *propias.get(f.id, (0, 0)))
        for f in mostradas
    ]
    return salida, mostradas[-1].id if len(filas) > POR_PAGINA else None


def primeros(conexion: Connection, cuantos: int) -> list[str]:
    """The ids of the first documents by path."""
    d = e.documento.c
    return list(conexion.scalars(select(d.id).order_by(d.ruta, d.id).limit(cuantos)))


def cuantas_decisiones(conexion: Connection) -> int:
    """Decisions are only added, so their number tells whether there are new ones."""
    return conexion.scalar(select(func.count()).select_from(e.decision)) or 0


def historia(conexion: Connection, desde: str = "") -> tuple[list[Decision], str | None]:
    """A page of all decisions, the newest first, and the id to go on after."""
    c = e.decision.c
    consulta = select(*(c[columna] for columna in COLUMNAS))
    if desde:
        cuando = select(c.cuando).where(c.id == desde).scalar_subquery()
        consulta = consulta.where(tuple_(c.cuando, c.id) < tuple_(cuando, literal(desde)))
    filas: list[Any] = list(conexion.execute(consulta.order_by(c.cuando.desc(), c.id.desc()).limit(POR_PAGINA + 1)).mappings())
    decisiones = [Decision.model_validate(dict(f)) for f in filas[:POR_PAGINA]]
    return decisiones, decisiones[-1].id if len(filas) > POR_PAGINA else None


def sha_de(decision: Decision) -> str | None:
    """The document that a decision speaks of, if it names one."""
    return documento_de(decision.tipo, decision.clave)
