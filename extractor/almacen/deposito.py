"""Loading Informes: one transaction per document, delete-and-insert, so a run may be repeated or cut at any moment."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any

from sqlalchemy import Engine, create_engine, delete, event, func, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session

from extractor import __version__
from extractor.almacen import esquema as e
from extractor.almacen.renglones import documento, extraccion, informe_guardado, renglones
from extractor.errores import ErrorUso
from extractor.modelo.informe import Informe


class Deposito:
    """An open database. A context manager: leaving it closes the connections."""

    def __init__(self, url: str, *, crear: bool = True) -> None:
        self._url = _leer_url(url)
        self.nombre = self._url.render_as_string(hide_password=True)
        if not crear and _archivo_ausente(self._url):
            raise ErrorUso(f"no existe la base de datos «{self.nombre}»; se crea con «extractor migrar»")
        self._motor = _motor(self._url)
        try:
            self._preparar(crear)
        except (OperationalError, DatabaseError) as error:
            self._motor.dispose()
            raise ErrorUso(f"no se puede usar la base de datos «{self.nombre}»: {error.orig}") from error
        except ErrorUso:
            self._motor.dispose()
            raise

    def __enter__(self) -> Deposito:
        return self

    def __exit__(self, clase: type[BaseException] | None, error: BaseException | None, traza: TracebackType | None) -> None:
        self.cerrar()

    def cerrar(self) -> None:
        self._motor.dispose()

    def guardar(self, informe: Informe, *, fondo: str | None = None, serie: str | None = None, caja: str | None = None) -> None:
        """Puts this Informe in the place of what was known of the same content, in one transaction.

        The path is added to the document's paths. Raises ErrorUso when the database refuses the write (read only, disk
        full): nothing of the document is kept then.
        """
        try:
            with Session(self._motor) as sesion, sesion.begin():
                _reemplazar(sesion, informe)
                ruta = e.DocumentoRuta(
                    documento_id=documento(informe)["id"], ruta=informe.documento.ruta, fondo=fondo, serie=serie, caja=caja
                )
                sesion.merge(ruta)
        except OperationalError as error:
            raise ErrorUso(f"no se pudo escribir en «{self.nombre}»: {error.orig}") from error

    def informes(self) -> Iterator[Informe]:
        """Every stored Informe, by document id, one at a time."""
        with Session(self._motor) as sesion:
            ids = list(sesion.scalars(select(e.Extraccion.documento_id).order_by(e.Extraccion.documento_id)))
            for clave in ids:
                fila = sesion.get(e.Extraccion, clave)
                if fila is not None:
                    yield informe_guardado(fila)
                    sesion.expunge(fila)

    def informes_con(self, huella: str) -> Iterator[Informe]:
        """The stored Informes with a finding whose fingerprint begins with ``huella``."""
        consulta = select(e.Hallazgo.documento_id).where(e.Hallazgo.huella.startswith(huella.lower(), autoescape=True)).distinct()
        with Session(self._motor) as sesion:
            for clave in sorted(sesion.scalars(consulta)):
                fila = sesion.get(e.Extraccion, clave)
                if fila is not None:
                    yield informe_guardado(fila)

    def cuentas(self) -> dict[str, int]:
        """Rows per table, to tell a person what the database holds."""
        with Session(self._motor) as sesion:
            return {
                tabla.name: sesion.scalar(select(func.count()).select_from(tabla)) or 0 for tabla in e.Base.metadata.sorted_tables
            }

    def _preparar(self, crear: bool) -> None:
        hay = inspect(self._motor).has_table(e.VersionEsquema.__tablename__)
        if not hay and not crear:
            raise ErrorUso(f"«{self.nombre}» no es una base de datos de este programa")
        if not hay:
            e.Base.metadata.create_all(self._motor)
            with Session(self._motor) as sesion, sesion.begin():
                sesion.add(e.VersionEsquema(version=e.VERSION_ESQUEMA))
            return
        with Session(self._motor) as sesion:
            version = sesion.scalar(select(func.max(e.VersionEsquema.version)))
        if version != e.VERSION_ESQUEMA:
            raise ErrorUso(
                f"«{self.nombre}» tiene el esquema {version} y este programa usa el {e.VERSION_ESQUEMA}; "
                "migre los informes a una base de datos nueva con --db"
            )


def _reemplazar(sesion: Session, informe: Informe) -> None:
    valores = documento(informe)
    for tabla in e.POR_BORRAR:
        sesion.execute(delete(tabla).where(tabla.documento_id == valores["id"]))  # type: ignore[attr-defined]
    sesion.merge(e.Documento(**valores))
    sesion.flush()
    sesion.add(extraccion(informe, __version__))
    por_clase: dict[type[e.Base], list[e.Base]] = {}
    for fila in renglones(informe):
        por_clase.setdefault(type(fila), []).append(fila)
    # Parents before children: without ORM relationships the session does not order them by foreign key.
    for clase in reversed(e.POR_BORRAR):
        sesion.add_all(por_clase.get(clase, []))
        sesion.flush()


def _leer_url(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as error:
        raise ErrorUso(f"«{url}» no es la dirección de una base de datos; por ejemplo: sqlite:///informes.db") from error


def _archivo_ausente(url: URL) -> bool:
    from pathlib import Path

    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return False
    return not Path(str(url.database)).exists()


def _motor(url: URL) -> Engine:
    try:
        motor = create_engine(url)
    except NoSuchModuleError as error:
        raise ErrorUso(f"no se conoce la base de datos «{url.drivername}»; pruebe con sqlite o postgresql+psycopg") from error
    except ModuleNotFoundError as error:
        raise ErrorUso(f"falta instalar «{error.name}» para usar «{url.drivername}»: pip install {error.name}") from error
    except SQLAlchemyError as error:
        raise ErrorUso(f"no se puede usar la base de datos «{url.drivername}»: {error}") from error
    if url.get_backend_name() == "sqlite":
        event.listen(motor, "connect", _con_claves_foraneas)
    return motor


def _con_claves_foraneas(conexion: Any, _registro: Any) -> None:
    """SQLite checks foreign keys only when each connection asks for it."""
    cursor = conexion.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()
