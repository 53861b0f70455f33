"""What comparing all the documents of a database with one another gave: kept whole, and as rows to search."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select

from extractor.almacen import esquema as e
from extractor.comun.huellas import huella
from extractor.modelo.conjunto import Conjunto, Paquete

PAGINA = 50
"""Summaries fetched at a time."""


def reemplazar(conexion: Connection, conjunto: Conjunto, decisiones: str) -> None:
    """Puts it in the place of the one before."""
    for tabla in (e.hallazgo_conjunto_documento, e.hallazgo_conjunto, e.conjunto):
        conexion.execute(delete(tabla))
    datos = zlib.compress(conjunto.model_dump_json().encode("utf-8"))
    fila = {"esquema": conjunto.esquema, "huella": _comparadas(conexion, decisiones), "datos": datos}
    conexion.execute(insert(e.conjunto), [fila])
    filas: dict[str, dict[str, Any]] = {}
    enlaces: dict[tuple[str, str], dict[str, Any]] = {}
    conocidos = set(conexion.scalars(select(e.documento.c.id)))
    for hallazgo in conjunto.hallazgos:
        filas[hallazgo.huella] = {
            **{c: getattr(hallazgo, c) for c in ("huella", "huella_contenido", "codigo", "gravedad", "lugar", "mensaje")},
            "datos": hallazgo.model_dump(mode="json"),
        }
        for documento in {sha[: e.LARGO_CLAVE] for sha in hallazgo.documentos} & conocidos:
            enlaces[hallazgo.huella, documento] = {"huella": hallazgo.huella, "documento_id": documento}
    if filas:
        conexion.execute(insert(e.hallazgo_conjunto), [filas[clave] for clave in sorted(filas)])
    if enlaces:
        conexion.execute(insert(e.hallazgo_conjunto_documento), [enlaces[clave] for clave in sorted(enlaces)])


def al_dia(conexion: Connection, decisiones: str) -> bool:
    """Whether what was compared is still what there is."""
    guardada = conexion.scalar(select(e.conjunto.c.huella))
    return guardada is not None and guardada == _comparadas(conexion, decisiones)


def paquetes(conexion: Connection) -> Iterator[tuple[str, Paquete]]:
    """Path and packed summary, once per path."""
    x = e.extraccion.c
    columnas = (x.resumen_servicio, x.resumen_texto, x.resumen_palabras, x.resumen)
    consulta = _leidas(select(e.documento_ruta.c.ruta, e.documento.c.sha256, *columnas))
    filas = conexion.execution_options(yield_per=PAGINA).execute(consulta.order_by(x.documento_id, e.documento_ruta.c.ruta))
    for ruta, *paquete in filas:
        yield ruta, Paquete(*paquete)


def rutas(conexion: Connection) -> dict[str, tuple[str, ...]]:
    """The paths of every document with content, sorted, by content hash."""
    consulta = select(e.documento.c.sha256, e.documento_ruta.c.ruta).join(
        e.documento_ruta, e.documento_ruta.c.documento_id == e.documento.c.id
    )
    por_sha: dict[str, list[str]] = {}
    for sha256, ruta in conexion.execute(consulta.where(e.documento.c.sha256.is_not(None))):
        por_sha.setdefault(sha256, []).append(ruta)
    return {sha256: tuple(sorted(por_sha[sha256])) for sha256 in sorted(por_sha)}


def _leidas(consulta: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """``consulta`` over the current extractions that have a summary, with their documents and paths."""
    x, d, r = e.extraccion.c, e.documento.c, e.documento_ruta.c
    unidas = e.extraccion.join(e.documento, d.id == x.documento_id).join(e.documento_ruta, r.documento_id == x.documento_id)
    return consulta.select_from(unidas).where(x.vigente, x.resumen.is_not(None))


def _comparadas(conexion: Connection, decisiones: str) -> str:
    """A fingerprint of the current extractions, of all the paths of their documents, and of the decisions."""
    filas = conexion.execute(_leidas(select(e.extraccion.c.id, e.documento_ruta.c.ruta)))
    return huella(sorted([extraccion, ruta] for extraccion, ruta in filas), decisiones)
