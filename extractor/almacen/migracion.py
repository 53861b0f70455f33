"""Bringing a database to this program's version of the schema, whatever version it has; Alembic is imported only then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, inspect, text
from sqlalchemy.engine import Connection

from extractor.almacen.conexion import escribiendo
from extractor.errores import ErrorUso

REVISION = "0005"
"""The newest revision of ``migraciones/versions``; a test holds it to that."""
TABLA_DE_VERSION = "extractor_revision"
_SIN_REVISIONES = "version_esquema"
"""The only table by which the databases of the program's first version, older than the revisions, are known."""
_CANDADO = "esquema"


def preparar(motor: Engine, nombre: str, *, crear: bool) -> None:
    """Creates or upgrades the schema. Raises ErrorUso when there is nothing of ours and ``crear`` is false, when it comes
    from the version before revisions, and when a newer program made it."""
    with motor.connect() as conexion:
        actual = _revisada(conexion, nombre, crear)
    if actual == REVISION:
        return
    with escribiendo(motor, _CANDADO) as conexion:
        # Another process may have done it while this one waited.
        if _revisada(conexion, nombre, crear) != REVISION:
            migrar(conexion, "head")


def migrar(conexion: Connection, hasta: str) -> None:
    """Upgrades or downgrades to a revision ("head", "base" or its id) inside the transaction of ``conexion``."""
    from alembic import command

    configuracion = configurar(conexion)
    actual = revision(conexion) or ""
    if hasta == "head" or (hasta != "base" and hasta > actual):
        command.upgrade(configuracion, hasta)
    else:
        command.downgrade(configuracion, hasta)


def configurar(conexion: Connection | None = None) -> Any:
    """Alembic's settings for our revisions, to run on ``conexion``."""
    from alembic.config import Config

    configuracion = Config()
    configuracion.set_main_option("script_location", str(Path(__file__).resolve().parent / "migraciones").replace("%", "%%"))
    configuracion.set_main_option("path_separator", "os")
    configuracion.attributes["connection"] = conexion
    return configuracion


def revision(conexion: Connection) -> str | None:
    """The revision the database is at; None when it has none."""
    if not inspect(conexion).has_table(TABLA_DE_VERSION):
        return None
    encontrada = conexion.execute(text(f"SELECT version_num FROM {TABLA_DE_VERSION}")).scalar()
    return None if encontrada is None else str(encontrada)


def _revisada(conexion: Connection, nombre: str, crear: bool) -> str | None:
    """The revision, if this program can go on from it. Raises ErrorUso."""
    actual = revision(conexion)
    if actual is None:
        if inspect(conexion).has_table(_SIN_REVISIONES):
            raise ErrorUso(
                f"«{nombre}» es de la primera versión de este programa y no se puede actualizar; migre los informes de nuevo "
                "a una base de datos nueva con --db"
            )
        if not crear:
            raise ErrorUso(f"«{nombre}» no es una base de datos de este programa")
    elif actual > REVISION:
        raise ErrorUso(
            f"«{nombre}» la hizo una versión más nueva de este programa (esquema {actual}; este llega al {REVISION}); "
            "actualice el programa: pip install --upgrade extractor"
        )
    return actual
