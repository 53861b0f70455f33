"""What an open database is asked: Informes, rows, decisions, what comparing the documents gave. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Engine, select

from extractor.almacen import decisiones as d
from extractor.almacen import escritura, revision
from extractor.almacen import esquema as e
from extractor.almacen.escritura import descomprimir
from extractor.errores import ErrorUso
from extractor.modelo.clave import ClaveLectura
from extractor.modelo.conjunto import Conjunto, Paquete
from extractor.modelo.decision import Decision
from extractor.modelo.informe import Informe

PAGINA = 50
"""Documents read from the database at a time, so that memory stays flat."""
FILAS_POR_LECTURA = 1000
"""Rows fetched at a time, likewise."""


class Consultas:
    """``nombre``: the database's, to be told in sentences."""

    def __init__(self, motor: Engine, nombre: str) -> None:
        self._motor = motor
        self.nombre = nombre

    def al_dia(
        self,
        clave: ClaveLectura,
        ruta: str,
        *,
        fondo: str | None = None,
        serie: str | None = None,
        caja: str | None = None,
    ) -> bool:
        """Whether loading that reading of the file at ``ruta`` would change nothing."""
        doc = clave.sha256[: e.LARGO_CLAVE]
        with self._motor.connect() as conexion:
            return escritura.esta_al_dia(conexion, doc, clave, ruta, (fondo, serie, caja))

    def informes(self) -> Iterator[Informe]:
        """The current Informe of every document, in order of document, one at a time."""
        ultimo = ""
        columnas = (e.extraccion.c.documento_id, e.extraccion.c.informe)
        while True:
            consulta = select(*columnas).where(e.extraccion.c.vigente, e.extraccion.c.documento_id > ultimo)
            with self._motor.connect() as conexion:
                pagina = conexion.execute(consulta.order_by(e.extraccion.c.documento_id).limit(PAGINA)).all()
            if not pagina:
                return
            for _, datos in pagina:
                yield self._leido(datos)
            ultimo = pagina[-1].documento_id

    def informe_de(self, sha256: str) -> Informe | None:
        """The current Informe of the document with that content; None when it was never loaded."""
        consulta = (
            select(e.extraccion.c.informe)
            .join(e.documento, e.documento.c.id == e.extraccion.c.documento_id)
            .where(e.documento.c.sha256 == sha256, e.extraccion.c.vigente)
        )
        with self._motor.connect() as conexion:
            datos = conexion.scalar(consulta)
        return None if datos is None else self._leido(datos)

    def informes_con(self, huella: str) -> Iterator[Informe]:
        """The current Informes with a finding whose fingerprint begins with ``huella``."""
        suyos = select(e.hallazgo.c.documento_id).where(e.hallazgo.c.huella.startswith(huella.lower(), autoescape=True))
        consulta = select(e.extraccion.c.informe).where(e.extraccion.c.vigente, e.extraccion.c.documento_id.in_(suyos))
        with self._motor.connect() as conexion:
            for datos in conexion.scalars(consulta.order_by(e.extraccion.c.documento_id)):
                yield self._leido(datos)

    def filas(self, tabla: str, por: str | None = None) -> Iterator[dict[str, Any]]:
        """The rows of a table, by column ``por`` and then its primary key: the catalogues, the paths, for who hands them on."""
        definida = e.metadatos.tables[tabla]
        orden = [definida.c[por]] if por else []
        with self._motor.connect() as conexion:
            por_partes = conexion.execution_options(yield_per=FILAS_POR_LECTURA)
            for fila in por_partes.execute(select(definida).order_by(*orden, *definida.primary_key)).mappings():
                yield dict(fila)

    def informe_de_extraccion(self, extraccion: str) -> Informe | None:
        """The Informe that one extraction holds, current or not; None when there is none of that id."""
        with self._motor.connect() as conexion:
            datos = conexion.scalar(select(e.extraccion.c.informe).where(e.extraccion.c.id == extraccion))
        return None if datos is None else self._leido(datos)

    def archivado(self, documento: str, ruta: str) -> dict[str, str | None]:
        """What the archive says of the paper of a document at a path, as ``guardar`` takes it."""
        c = e.documento_ruta.c
        consulta = select(c.fondo, c.serie, c.caja).where(c.documento_id == documento, c.ruta == ruta)
        with self._motor.connect() as conexion:
            fila = conexion.execute(consulta).mappings().first()
        return dict(fila) if fila is not None else {}

    def leyendo(self) -> Connection:
        """A connection to ask with, to be closed by who asks (``with``)."""
        return self._motor.connect()

    def cuentas(self) -> dict[str, int]:
        """Rows per table, to tell a person what the database holds."""
        with self._motor.connect() as conexion:
            return escritura.contar(conexion)

    def decisiones(self) -> tuple[Decision, ...]:
        """All the decisions as they were written, by id; annulled ones too."""
        with self._motor.connect() as conexion:
            return d.leer(conexion)

    def paquetes(self) -> Iterator[tuple[str, Paquete]]:
        """Path and packed summary of every document that was read, for comparing them: once per path, by document."""
        with self._motor.connect() as conexion:
            yield from revision.paquetes(conexion)

    def rutas(self) -> dict[str, tuple[str, ...]]:
        """The paths of every document, sorted, by content hash."""
        with self._motor.connect() as conexion:
            return revision.rutas(conexion)

    def conjunto(self) -> Conjunto | None:
        """What comparing the documents gave the last time; None when they never were compared."""
        with self._motor.connect() as conexion:
            datos = conexion.scalar(select(e.conjunto.c.datos))
        return None if datos is None else Conjunto.model_validate_json(descomprimir(datos))

    def conjunto_al_dia(self, decisiones: str = "") -> bool:
        """Whether the documents, their paths and the decisions are still those of that comparison."""
        with self._motor.connect() as conexion:
            return revision.al_dia(conexion, decisiones)

    def _leido(self, datos: bytes) -> Informe:
        try:
            return Informe.model_validate_json(descomprimir(datos))
        except ValidationError as error:
            raise ErrorUso(
                f"un informe de «{self.nombre}» lo guardó una versión del programa que esta no sabe leer; "
                "cárguelo de nuevo con «extractor migrar»"
            ) from error
