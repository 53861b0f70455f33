"""What Alembic runs for every migration: on the connection it was given, inside that connection's transaction.

The views are dropped before and made after, so that no revision has to care for views that hang on a table it alters.
"""

from __future__ import annotations

from typing import Any

from alembic import context
from sqlalchemy import Connection, inspect, text

from extractor.almacen.esquema import metadatos
from extractor.almacen.migracion import REVISION, TABLA_DE_VERSION, revision
from extractor.almacen.vistas import VISTAS


def _nuestras(objeto: Any, nombre: str | None, tipo: str, _reflejada: bool, _otra: Any) -> bool:
    """Other people's tables in the same database are not ours to compare."""
    return tipo != "table" or nombre in metadatos.tables


def _quitar_vistas(conexion: Connection) -> None:
    hay = set(inspect(conexion).get_view_names())
    for vista in reversed(VISTAS):
        if vista in hay:
            conexion.execute(text(f"DROP VIEW {vista}"))


def _poner_vistas(conexion: Connection) -> None:
    for vista, (_, consulta) in VISTAS.items():
        conexion.execute(text(f"CREATE VIEW {vista} AS {consulta.strip()}"))


def _migrar(conexion: Connection) -> None:
    _quitar_vistas(conexion)
    context.configure(
        connection=conexion,
        target_metadata=metadatos,
        version_table=TABLA_DE_VERSION,
        include_object=_nuestras,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    if revision(conexion) == REVISION:
        _poner_vistas(conexion)


_migrar(context.config.attributes["connection"])
