"""An open database of Informes: loading them, and reading back what it holds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import DBAPIError

from extractor import __version__
from extractor.almacen import decisiones as d
from extractor.almacen import escritura, revision
from extractor.almacen import esquema as e
from extractor.almacen.catalogos import FichaRegla, sincronizar
from extractor.almacen.conexion import (
    abrir_motor,
    archivo_ausente,
    con_bitacora,
    con_reintento,
    es_de_la_base,
    escribiendo,
    frase,
    leer_url,
)
from extractor.almacen.escritura import Carga, Conocidos, descomprimir
from extractor.almacen.ficha import clave_documento
from extractor.almacen.migracion import preparar
from extractor.errores import ErrorUso
from extractor.modelo.clave import ClaveLectura
from extractor.modelo.conjunto import Conjunto, Paquete
from extractor.modelo.decision import Decision
from extractor.modelo.informe import Informe

PAGINA = 50
"""Documents read from the database at a time, so that memory stays flat."""
FILAS_POR_LECTURA = 1000
"""Rows fetched at a time, likewise."""
_CATALOGOS, _CONJUNTO = "catalogos", "conjunto"


class Deposito:
    """An open database. A context manager: leaving it closes the connections."""

    def __init__(self, url: str, *, crear: bool = True) -> None:
        self._url = leer_url(url)
        self.nombre = self._url.render_as_string(hide_password=True)
        if not crear and archivo_ausente(self._url):
            raise ErrorUso(f"no existe la base de datos «{self.nombre}»; se crea con «extractor migrar»")
        self._motor = abrir_motor(self._url)
        self._conocidos: Conocidos | None = None
        self._carga = False
        try:
            preparar(self._motor, self.nombre, crear=crear)
        except DBAPIError as error:
            self._motor.dispose()
            raise ErrorUso(f"no se puede usar la base de datos «{self.nombre}»: {frase(error)}") from error
        except ErrorUso:
            self._motor.dispose()
            raise

    def __enter__(self) -> Deposito:
        return self

    def __exit__(self, clase: type[BaseException] | None, error: BaseException | None, traza: TracebackType | None) -> None:
        self.cerrar()

    def cerrar(self) -> None:
        if self._carga:
            con_bitacora(self._motor, False)
        self._motor.dispose()

    def sincronizar_catalogos(self, reglas: Sequence[FichaRegla] = ()) -> None:
        """Brings the catalogues to the installed ``patrones/`` and to the records of the rules, where they are given."""
        if not self._carga:
            con_bitacora(self._motor, True)
            self._carga = True
        self._escribir(lambda conexion: sincronizar(conexion, reglas), _CATALOGOS)
        self._conocidos = Conocidos()

    def guardar(
        self,
        informe: Informe,
        *,
        fondo: str | None = None,
        serie: str | None = None,
        caja: str | None = None,
        clave: ClaveLectura | None = None,
        paquete: Paquete | None = None,
        corrida: str | None = None,
    ) -> None:
        """Puts this Informe in the place of what was known of the same content, in one transaction.

        ``clave``: what it was made of, by default no more than this version of the program; an extraction made of something
        else stays, as JSON. ``paquete``: its summary, from which comes what its tables weigh and earn.
        Raises ErrorUso when the database refuses the write (read only, disk full): nothing of the document is kept then.
        """
        if self._conocidos is None:
            self.sincronizar_catalogos()
        carga = Carga(informe, clave or _sin_circunstancias(informe), paquete, fondo, serie, caja, corrida)
        conocidos = self._conocidos or Conocidos()
        candado = f"documento:{clave_documento(informe.documento)}"
        conocidos.sumar(self._escribir(lambda conexion: escritura.guardar(conexion, carga, conocidos), candado))

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

    def agregar_decision(self, decision: Decision, esperada: str | None = None) -> None:
        """Adds a decision; one that is already there is left alone. ``esperada``: the id that the person saw in force.

        Raises ErrorUso, naming both, when it contradicts one in force, and when ``esperada`` no longer is in force.
        """
        self._escribir(lambda conexion: d.agregar(conexion, [decision], esperada), d.CANDADO)

    def agregar_decisiones(self, decisiones: Iterable[Decision]) -> int:
        """Adds those that are not there yet, all or none, each after the one it annuls. Returns how many they were."""
        orden = d.en_orden(decisiones)
        agregadas: int = self._escribir(lambda conexion: d.agregar(conexion, orden), d.CANDADO)
        return agregadas

    def empezar_corrida(self, orden: str | None = None) -> str:
        """Notes that a run starts; its id goes with each document it loads."""
        empezo = datetime.now(UTC).isoformat(timespec="microseconds")
        corrida = e.clave("corrida", empezo, os.getpid())
        fila = {"id": corrida, "empezo": empezo, "version": __version__, "orden": orden}
        self._escribir(lambda conexion: conexion.execute(insert(e.corrida), [fila]))
        return corrida

    def terminar_corrida(self, corrida: str, cuentas: Mapping[str, int]) -> None:
        """Notes that it ended, with its documents by state."""
        valores = {"termino": datetime.now(UTC).isoformat(timespec="microseconds"), "cuentas": dict(sorted(cuentas.items()))}
        self._escribir(lambda conexion: conexion.execute(update(e.corrida).where(e.corrida.c.id == corrida).values(valores)))

    def paquetes(self) -> Iterator[tuple[str, Paquete]]:
        """Path and packed summary of every document that was read, for comparing them: once per path, by document."""
        with self._motor.connect() as conexion:
            yield from revision.paquetes(conexion)

    def rutas(self) -> dict[str, tuple[str, ...]]:
        """The paths of every document, sorted, by content hash."""
        with self._motor.connect() as conexion:
            return revision.rutas(conexion)

    def guardar_conjunto(self, conjunto: Conjunto, decisiones: str = "") -> None:
        """Puts what comparing all the documents gave in the place of what it gave before. ``decisiones``: the fingerprint
        of those that were applied to it."""
        self._escribir(lambda conexion: revision.reemplazar(conexion, conjunto, decisiones), _CONJUNTO)

    def conjunto(self) -> Conjunto | None:
        """What comparing the documents gave the last time; None when they never were compared."""
        with self._motor.connect() as conexion:
            datos = conexion.scalar(select(e.conjunto.c.datos))
        return None if datos is None else Conjunto.model_validate_json(descomprimir(datos))

    def conjunto_al_dia(self, decisiones: str = "") -> bool:
        """Whether the documents, their paths and the decisions are still those of that comparison."""
        with self._motor.connect() as conexion:
            return revision.al_dia(conexion, decisiones)

    def _escribir(self, hacer: Any, *candados: str) -> Any:
        """What ``hacer`` returns, done in one writing transaction. Raises ErrorUso when the database itself fails."""

        def una_vez() -> Any:
            with escribiendo(self._motor, *candados) as conexion:
                return hacer(conexion)

        try:
            return con_reintento(una_vez)
        except DBAPIError as error:
            if not es_de_la_base(error):
                raise
            raise ErrorUso(f"no se pudo escribir en «{self.nombre}»: {frase(error)}") from error

    def _leido(self, datos: bytes) -> Informe:
        try:
            return Informe.model_validate_json(descomprimir(datos))
        except ValidationError as error:
            raise ErrorUso(
                f"un informe de «{self.nombre}» lo guardó una versión del programa que esta no sabe leer; "
                "cárguelo de nuevo con «extractor migrar»"
            ) from error


def _sin_circunstancias(informe: Informe) -> ClaveLectura:
    ficha = informe.documento
    return ClaveLectura(ficha.sha256, ficha.nombre, __version__, patrones="", ajustes="", declarado="", decisiones="")
