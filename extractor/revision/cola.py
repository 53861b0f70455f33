"""The queue of findings, as the database gives it: the gravest first, of a severity those with most at stake, then by path
and place; a page at a time, whatever its length.

A page starts after a key (the values it is ordered by), never at a row number, so the last page costs what the first does.
A finding's state is that of the decision in force about it, which may be newer than what the document was loaded with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, and_, cast, func, literal, or_, select, tuple_
from sqlalchemy.orm import aliased

from extractor.almacen import esquema as e
from extractor.modelo.hallazgo import GRAVEDADES, Gravedad

POR_PAGINA = 50
PENDIENTE, REVISADO = "pendiente", "revisado"
ESTADOS = {PENDIENTE: "Sin revisar", "confirmado": "Confirmados", "descartado": "Descartados", REVISADO: "Revisados"}
_LLAVE = re.compile(r"(\d)\.(\d{1,19})\.([0-9a-f]{24})\.(\d{1,9})\.([0-9a-f]{24})")
_Desde = tuple[int, str, int, str]
"""Where a page starts within a severity: points at stake (millionths), document, number in it, finding."""


@dataclass(frozen=True, slots=True)
class Filtro:
    """What the queue shows; "" is no filter. ``documento``: part of a path or of a service's name, or a document's id."""

    gravedad: str = ""
    codigo: str = ""
    documento: str = ""
    estado: str = ""


@dataclass(frozen=True, slots=True)
class Renglon:
    """A line of the queue."""

    llave: str
    documento: str
    huella: str
    gravedad: Gravedad
    codigo: str
    lugar: str
    mensaje: str
    informado: str | None
    recalculado: str | None
    ruta: str
    estado: str
    quien: str


@dataclass(frozen=True, slots=True)
class PaginaCola:
    """``anterior`` and ``siguiente``: keys to go on from; None where there is nothing more."""

    renglones: tuple[Renglon, ...]
    anterior: str | None
    siguiente: str | None


def vigente(columna: str) -> ColumnElement[Any]:
    """Of the decision in force about the finding of the row, a column; NULL when there is none."""
    d = aliased(e.decision)
    propia = select(func.min(d.c[columna])).where(d.c.tipo == "hallazgo", d.c.tema == e.hallazgo.c.huella, ~_anulada(d))
    return propia.correlate(e.hallazgo).scalar_subquery()


def _anulada(decision: Any) -> ColumnElement[bool]:
    otra = aliased(e.decision)
    return select(literal(1)).where(otra.c.anula == decision.c.id).correlate(decision).exists()


def _decididos(valor: str) -> Select[Any]:
    """The fingerprints of the findings with a decision in force; ``valor`` "": whichever."""
    d = e.decision.c
    consulta = select(d.tema).where(d.tipo == "hallazgo", d.tema != "", ~_anulada(e.decision))
    return consulta.where(func.lower(d.valor) == valor) if valor else consulta


def pagina(conexion: Connection, filtro: Filtro, llave: str = "", atras: bool = False, cuantos: int = POR_PAGINA) -> PaginaCola:
    """The findings after (``atras``: before) ``llave``; from the beginning when it is none."""
    partida = _LLAVE.fullmatch(llave)
    gravedades = [g for g in GRAVEDADES if filtro.gravedad in ("", g)]
    filas: list[Any] = []
    for gravedad in reversed(gravedades) if atras else gravedades:
        lugar = GRAVEDADES.index(gravedad)
        if partida is not None and (lugar > int(partida[1]) if atras else lugar < int(partida[1])):
            continue
        aqui = partida is not None and lugar == int(partida[1])
        desde = (int(partida[2]), partida[3], int(partida[4]), partida[5]) if partida is not None and aqui else None
        consulta = _de_una_gravedad(gravedad, filtro, desde, atras).limit(cuantos + 1 - len(filas))
        filas += conexion.execute(consulta).all()
        if len(filas) > cuantos:
            break
    hay_mas = len(filas) > cuantos
    filas = filas[:cuantos]
    if atras:
        filas.reverse()
    renglones = tuple(_renglon(fila) for fila in filas)
    if not renglones:
        return PaginaCola((), None, None)
    hay_antes, hay_despues = (hay_mas, True) if atras else (partida is not None, hay_mas)
    return PaginaCola(renglones, renglones[0].llave if hay_antes else None, renglones[-1].llave if hay_despues else None)


def primero(conexion: Connection, filtro: Filtro) -> Renglon | None:
    """The first finding of the queue; None when there is none."""
    una = pagina(conexion, filtro, cuantos=1)
    return una.renglones[0] if una.renglones else None


def cuentas(conexion: Connection, filtro: Filtro) -> dict[str, dict[str, int]]:
    """By severity, how many findings there are and how many are reviewed, under the filter but for severity and state."""
    h, d = e.hallazgo.c, e.decision.c
    condiciones = _condiciones(Filtro(codigo=filtro.codigo, documento=filtro.documento))
    salida = {str(g): {"todos": 0, "revisados": 0, "descartados": 0} for g in GRAVEDADES}
    for gravedad, cuantos in conexion.execute(select(h.gravedad, func.count()).where(*condiciones).group_by(h.gravedad)):
        salida[gravedad]["todos"] = cuantos
    # from the decisions to their findings: there are never more of those than of these
    decididos = (
        select(h.gravedad, func.lower(d.valor).label("valor"), func.count(h.id.distinct()))
        .join(e.decision, d.tema == h.huella)
        .where(d.tipo == "hallazgo", d.tema != "", ~_anulada(e.decision), *condiciones)
        .group_by(h.gravedad, "valor")
    )
    for gravedad, valor, cuantos in conexion.execute(decididos):
        salida[gravedad]["revisados"] += cuantos
        salida[gravedad]["descartados"] += cuantos if valor == "descartado" else 0
    return salida


def codigos(conexion: Connection) -> Sequence[str]:
    """The codes that some finding has."""
    return conexion.scalars(select(e.hallazgo.c.codigo).distinct().order_by(e.hallazgo.c.codigo)).all()


def _de_una_gravedad(gravedad: str, filtro: Filtro, desde: _Desde | None, atras: bool) -> Select[Any]:
    h, d = e.hallazgo.c, e.documento.c
    columnas = (h.huella, h.gravedad, h.codigo, h.lugar, h.mensaje, h.informado, h.recalculado)
    orden = (h.en_juego_millonesimas, d.ruta, h.documento_id, h.numero, h.id)
    consulta = select(*orden, *columnas, vigente("valor").label("estado"), vigente("quien").label("quien"))
    consulta = consulta.join(e.documento, d.id == h.documento_id).where(h.gravedad == gravedad, *_condiciones(filtro))
    if desde is not None:
        # most at stake first, the rest upwards: one comparison of tuples would not say it
        igual, mas = orden[0] == desde[0], orden[0] > desde[0] if atras else orden[0] < desde[0]
        ruta = select(e.documento.c.ruta).where(e.documento.c.id == desde[1]).correlate(None).scalar_subquery()
        aqui, alla = tuple_(*orden[1:]), tuple_(ruta, *(literal(parte) for parte in desde[1:]))
        consulta = consulta.where(or_(mas, and_(igual, aqui < alla if atras else aqui > alla)))
    resto = [c.desc() for c in orden[1:]] if atras else orden[1:]
    return consulta.order_by(orden[0] if atras else orden[0].desc(), *resto)


def _condiciones(filtro: Filtro) -> list[ColumnElement[bool]]:
    h = e.hallazgo.c
    salida: list[ColumnElement[bool]] = []
    if filtro.codigo:
        salida.append(h.codigo == filtro.codigo)
    if filtro.documento:
        salida.append(h.documento_id.in_(_documentos(filtro.documento)))
    if filtro.estado == PENDIENTE:
        salida.append(vigente("id").is_(None))
    elif filtro.estado == REVISADO:
        salida.append(h.huella.in_(_decididos("")))
    elif filtro.estado in ESTADOS:
        salida.append(h.huella.in_(_decididos(filtro.estado)))
    return salida


def _documentos(parte: str) -> Select[Any]:
    d = e.documento.c
    if re.fullmatch(r"[0-9a-f]{24}", parte):
        return select(d.id).where(d.id == parte)
    campos = [func.lower(cast(c, String)) for c in (d.ruta, d.servicio_nombre, d.anio)]
    palabras = [or_(*(campo.contains(palabra.lower(), autoescape=True) for campo in campos)) for palabra in parte.split()]
    return select(d.id).where(and_(*palabras))


def _llave(fila: Any) -> str:
    partes = (GRAVEDADES.index(fila.gravedad), fila.en_juego_millonesimas, fila.documento_id, fila.numero, fila.id)
    return ".".join(str(parte) for parte in partes)


def _renglon(fila: Any) -> Renglon:
    return Renglon(
        llave=_llave(fila),
        documento=fila.documento_id,
        huella=fila.huella,
        gravedad=fila.gravedad,
        codigo=fila.codigo,
        lugar=fila.lugar,
        mensaje=fila.mensaje,
        informado=fila.informado,
        recalculado=fila.recalculado,
        ruta=fila.ruta,
        estado=(fila.estado or "").lower() or PENDIENTE,
        quien=fila.quien or "",
    )
