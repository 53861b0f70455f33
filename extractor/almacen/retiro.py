"""Taking documents out of a database: one that was withdrawn, or an earlier version of a file that counts twice."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from extractor.almacen import esquema as e
from extractor.almacen.escritura import borrar_actuales

MINIMO_SHA = 8


@dataclass(frozen=True, slots=True)
class Guardado:
    """A document of the database; ``sha256`` is None for a file that never could be opened."""

    documento: str
    sha256: str | None
    rutas: tuple[str, ...]

    @property
    def nombre(self) -> str:
        return " y ".join(f"«{ruta}»" for ruta in self.rutas) + (f" (sha256 {self.sha256[:12]}…)" if self.sha256 else "")


def guardados(conexion: Connection) -> tuple[Guardado, ...]:
    """Every document with its paths, by first path."""
    consulta = select(e.documento.c.id, e.documento.c.sha256, e.documento_ruta.c.ruta).join(
        e.documento_ruta, e.documento_ruta.c.documento_id == e.documento.c.id
    )
    por_documento: dict[tuple[str, str | None], list[str]] = {}
    for documento, sha256, ruta in conexion.execute(consulta.order_by(e.documento_ruta.c.ruta)):
        por_documento.setdefault((documento, sha256 or None), []).append(ruta)
    return tuple(Guardado(documento, sha256, tuple(rutas)) for (documento, sha256), rutas in por_documento.items())


def nombrados(todos: tuple[Guardado, ...], nombre: str) -> list[Guardado]:
    """Those loaded under that path, or whose sha256 is, or begins with, ``nombre``."""
    por_ruta = [g for g in todos if nombre in g.rutas]
    if por_ruta or len(nombre) < MINIMO_SHA:
        return por_ruta
    return [g for g in todos if g.sha256 is not None and g.sha256.startswith(nombre.lower())]


def retirar(conexion: Connection, documento: str) -> None:
    """Deletes the document: its rows, its readings, its paths and what it failed. Decisions are about contents and stay."""
    borrar_actuales(conexion, documento)
    suyas = select(e.extraccion.c.id).where(e.extraccion.c.documento_id == documento)
    conexion.execute(delete(e.corrida_extraccion).where(e.corrida_extraccion.c.extraccion_id.in_(suyas)))
    for tabla in (e.hallazgo_conjunto_documento, e.falla, e.extraccion, e.documento_ruta):
        conexion.execute(delete(tabla).where(tabla.c.documento_id == documento))
    conexion.execute(delete(e.documento).where(e.documento.c.id == documento))
