"""An open database of Informes: loading them, and the decisions about them. What it is asked is ``Consultas``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import DBAPIError

from extractor import __version__
from extractor.almacen import decisiones as d
from extractor.almacen import escritura, retiro, revision
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
from extractor.almacen.conocidos import Conocidos
from extractor.almacen.consultas import Consultas
from extractor.almacen.escritura import Carga
from extractor.almacen.ficha import clave_documento
from extractor.almacen.migracion import preparar
from extractor.almacen.retiro import Guardado
from extractor.errores import ErrorUso
from extractor.modelo.clave import ClaveLectura
from extractor.modelo.conjunto import Conjunto, Paquete
from extractor.modelo.decision import Decision
from extractor.modelo.informe import Informe

_CATALOGOS, _CONJUNTO = "catalogos", "conjunto"


class Deposito(Consultas):
    """An open database. A context manager: leaving it closes the connections."""

    def __init__(self, url: str, *, crear: bool = True) -> None:
        leida = leer_url(url)
        nombre = leida.render_as_string(hide_password=True)
        if not crear and archivo_ausente(leida):
            raise ErrorUso(f"no existe la base de datos «{nombre}»; se crea con «extractor migrar»")
        super().__init__(abrir_motor(leida), nombre)
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

    def guardados(self) -> tuple[Guardado, ...]:
        """Every document of the database with its paths."""
        with self._motor.connect() as conexion:
            return retiro.guardados(conexion)

    def retirar(self, documentos: Iterable[Guardado]) -> None:
        """Takes them out, all or none. What was found between documents has to be compared again (``actualizar_conjunto``)."""

        def hacer(conexion: Connection) -> None:
            for guardado in documentos:
                retiro.retirar(conexion, guardado.documento)

        documentos = tuple(documentos)
        self._escribir(hacer, *(f"documento:{g.documento}" for g in documentos))

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

    def guardar_conjunto(self, conjunto: Conjunto, decisiones: str = "") -> None:
        """Puts what comparing all the documents gave in the place of what it gave before. ``decisiones``: the fingerprint
        of those that were applied to it."""
        self._escribir(lambda conexion: revision.reemplazar(conexion, conjunto, decisiones), _CONJUNTO)

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


def _sin_circunstancias(informe: Informe) -> ClaveLectura:
    ficha = informe.documento
    return ClaveLectura(ficha.sha256, ficha.nombre, __version__, patrones="", ajustes="", declarado="", decisiones="")
