"""Activities of all documents of which it is not sure which weight, state or earned value is theirs."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, String, cast, select, tuple_

from extractor.almacen import esquema as e

POR_PAGINA = 60


@dataclass(frozen=True, slots=True)
class ParDudoso:
    """``campos``: which of its fields are paired with doubt. ``fila`` and ``actividad`` from 0."""

    id: str
    documento: str
    ruta: str
    tabla: str
    fila: int
    actividad: int
    texto: str
    campos: tuple[str, ...]


def pares(conexion: Connection, desde: str = "") -> tuple[list[ParDudoso], str | None]:
    """A page of them, each document's together and in its own order, and the id to go on after.

    Ordered by the document's id, not its path: the tables are found by it, so a page does not sort the whole database."""
    a, f, t, d = e.actividad.c, e.fila.c, e.tabla.c, e.documento.c
    orden = (t.documento_id, t.clave, f.indice, a.indice)
    unidas = e.actividad.join(e.fila, f.id == a.fila_id).join(e.tabla, t.id == f.tabla_id)
    anterior = conexion.execute(select(*orden).select_from(unidas).where(a.id == desde)).one_or_none() if desde else None
    consulta = select(
        a.id, a.documento_id, d.ruta, t.clave, f.indice.label("fila"), a.indice.label("actividad"), a.texto, a.alineacion
    ).select_from(unidas.join(e.documento, d.id == t.documento_id))
    consulta = consulta.where(cast(a.alineacion, String).contains('"dudosa"'))
    if anterior is not None:
        # the first condition says what the second implies: it lets the tables' index be used
        consulta = consulta.where(t.documento_id >= anterior[0], tuple_(*orden) > tuple_(*anterior))
    filas = conexion.execute(consulta.order_by(*orden).limit(POR_PAGINA + 1)).all()
    salida = [
        ParDudoso(
            x.id, x.documento_id, x.ruta, x.clave, x.fila, x.actividad, x.texto or "sin texto",
            tuple(sorted(c for c, como in x.alineacion.items() if como == "dudosa")),
        )
        for x in filas[:POR_PAGINA]
    ]  # fmt: skip
    return salida, salida[-1].id if len(filas) > POR_PAGINA else None
