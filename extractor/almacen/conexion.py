"""Opening a database: the URL, the engine, what each database needs to be safe with several writers, and locks.

SQLite: a writing transaction takes the file's write lock at its start (BEGIN IMMEDIATE) and waits for others. While someone
loads, the file has a write-ahead log, so that readers wait for nobody and a document costs no wait for the disk; a killed
program loses nothing, and the log goes with the last one who loads. PostgreSQL: advisory locks of the transaction, one per
document, so that two loads of one document follow each other and loads of different documents do not wait.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError

from extractor.errores import ErrorUso

T = TypeVar("T")

ESPERA_SEGUNDOS = 60
"""How long a writer waits for another one on SQLite before it gives up."""
INTENTOS = 4
"""How often a transaction that PostgreSQL broke off because of another one is tried."""
_DE_NUEVO = frozenset({"40001", "40P01"})
"""Serialization failure, deadlock."""
_ESCRIBE = "extractor_escribe"
_DE_SQLITE = {
    "unable to open database file": "no se puede abrir ni crear el archivo; revise que la carpeta exista y sus permisos",
    "file is not a database": "el archivo no es una base de datos SQLite",
    "database is locked": "otro programa la está usando; espere a que termine y repita la orden",
    "database or disk is full": "no queda espacio en el disco",
    "attempt to write a readonly database": "solo se puede leer; revise los permisos del archivo y de su carpeta",
    "disk I/O error": "falló el disco",
    "database disk image is malformed": "el archivo está dañado; use una copia, o cargue los informes en una base nueva",
}

_DE_POSTGRES = tuple(
    (re.compile(suya, re.IGNORECASE), nuestra)
    for suya, nuestra in (
        (r"password authentication failed|no password supplied", "el servidor no acepta ese usuario o esa clave"),
        (r"no pg_hba\.conf entry", "el servidor no admite a ese usuario desde este equipo"),
        (r'database "([^"]*)" does not exist', r"en el servidor no hay ninguna base «\1»; créela con «createdb \1»"),
        (r'role "([^"]*)" does not exist', r"en el servidor no hay ningún usuario «\1»"),
        (r"permission denied", "el usuario no tiene permiso para eso en el servidor"),
        (r"could not translate host name|resolve host|name or service not known", "no se encuentra ese servidor en la red"),
        (r"connection refused|no such file", "no hay ningún servidor ahí; revise el equipo, el puerto y que esté en marcha"),
        (r"timeout expired|timed out", "el servidor no contestó a tiempo"),
        (r"no space left on device", "no queda espacio en el disco del servidor"),
        (r"closed the connection|terminating connection|connection is (?:lost|closed)", "el servidor cortó la conexión"),
        (r"too many clients|remaining connection slots", "el servidor tiene demasiadas conexiones; espere y repita la orden"),
        (r"read-only transaction", "en el servidor solo se puede leer"),
    )
)


def leer_url(url: str) -> URL:
    """Raises ErrorUso for what is no database URL."""
    try:
        leida = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise ErrorUso(f"«{url}» no es la dirección de una base de datos; por ejemplo: sqlite:///informes.db") from error
    if leida.drivername == "postgresql":
        # The driver this program depends on; the library's own default is another one.
        return leida.set(drivername="postgresql+psycopg")
    return leida


def archivo_ausente(url: URL) -> bool:
    """Whether the URL names a SQLite file that does not exist."""
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return False
    return not Path(str(url.database)).exists()


def abrir_motor(url: URL) -> Engine:
    """The engine; nothing is connected yet. Raises ErrorUso for an unknown database or a driver that is not installed."""
    opciones: dict[str, Any] = {"json_serializer": json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode}
    if url.get_backend_name() == "sqlite":
        opciones["connect_args"] = {"timeout": ESPERA_SEGUNDOS}
    try:
        motor = create_engine(url, **opciones)
    except NoSuchModuleError as error:
        raise ErrorUso(f"no se conoce la base de datos «{url.drivername}»; pruebe con sqlite o postgresql+psycopg") from error
    except ModuleNotFoundError as error:
        falta = f"falta instalar la biblioteca «{error.name}» para usar «{url.drivername}»; sin ella: sqlite, postgresql"
        raise ErrorUso(falta) from error
    except (SQLAlchemyError, TypeError) as error:
        raise ErrorUso(f"no se puede usar la base de datos «{url.drivername}»: {error}") from error
    if url.get_backend_name() == "sqlite":
        event.listen(motor, "connect", _preparar_sqlite)
        event.listen(motor, "begin", _empezar_sqlite)
    return motor


@contextmanager
def escribiendo(motor: Engine, *candados: str) -> Iterator[Connection]:
    """A writing transaction that holds ``candados`` (names, taken in order) until it ends."""
    with motor.execution_options(**{_ESCRIBE: True}).begin() as conexion:
        if conexion.dialect.name == "postgresql":
            for nombre in sorted(candados):
                conexion.execute(text("SELECT pg_advisory_xact_lock(:numero)"), {"numero": _numero(nombre)})
        yield conexion


def con_reintento(hacer: Callable[[], T]) -> T:
    """What ``hacer`` returns, tried again when the database broke its transaction off in favour of another one."""
    for intento in range(1, INTENTOS + 1):
        try:
            return hacer()
        except DBAPIError as error:
            if intento == INTENTOS or getattr(error.orig, "sqlstate", None) not in _DE_NUEVO:
                raise
    raise AssertionError("inalcanzable")


def frase(error: DBAPIError) -> str:
    """The first line of what the database says, without the statement or the document's texts; in Spanish what people meet."""
    entero = str(error.orig).strip()
    dicho = next(iter(entero.splitlines()), type(error.orig).__name__)
    de_sqlite = next((nuestra for suya, nuestra in _DE_SQLITE.items() if dicho.startswith(suya)), None)
    if de_sqlite is not None:
        return de_sqlite
    hallados = ((suya.search(entero), nuestra) for suya, nuestra in _DE_POSTGRES)
    return next((hallada.expand(nuestra) for hallada, nuestra in hallados if hallada is not None), dicho)


def es_de_la_base(error: DBAPIError) -> bool:
    """Whether the database itself failed (disk full, read only, connection lost) and not one statement's content. A value
    that passes a limit of PostgreSQL (class 54 of its codes: an index entry too long) is content, though it comes as
    OperationalError."""
    pasa_limite = str(getattr(error.orig, "sqlstate", None)).startswith("54")
    return (isinstance(error, OperationalError) and not pasa_limite) or error.connection_invalidated


def con_bitacora(motor: Engine, activa: bool) -> None:
    """Turns the write-ahead log of a SQLite file on, or off again; while someone else uses it, it stays as it is."""
    if motor.dialect.name != "sqlite" or motor.url.database in (None, "", ":memory:"):
        return
    motor.dispose()
    with closing(motor.raw_connection()) as cruda, closing(cruda.cursor()) as cursor:
        # Who else is using it must not make us wait to leave it as it is.
        cursor.execute("PRAGMA busy_timeout=0")
        with suppress(sqlite3.OperationalError):
            cursor.execute(f"PRAGMA journal_mode={'WAL' if activa else 'DELETE'}")
    motor.dispose()


def _numero(nombre: str) -> int:
    """A signed 64-bit number for an advisory lock."""
    return int.from_bytes(hashlib.sha256(f"extractor:{nombre}".encode()).digest()[:8], "big", signed=True)


def _preparar_sqlite(conexion: Any, _registro: Any) -> None:
    """Foreign keys are checked only when each connection asks for it; and we begin transactions ourselves."""
    conexion.isolation_level = None
    cursor = conexion.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    if cursor.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        # With the log, a lost commit is only possible when the machine itself stops; a killed program loses nothing.
        cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()


def _empezar_sqlite(conexion: Connection) -> None:
    conexion.exec_driver_sql("BEGIN IMMEDIATE" if conexion.get_execution_options().get(_ESCRIBE) else "BEGIN")
