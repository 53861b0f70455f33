"""The engine of several machines: documents go to the workers of a ``dask.distributed`` scheduler.

Each worker keeps a reading process of its own under the same limits (``seguro.MotorLocal``), so a document that hangs or
crashes ends that process and not the worker. Files are opened there: by path on storage that all machines share, or by
address (``fuentes``); hashes and kept results are the worker's business. Answers are the same bytes as those of this
machine's engine.
"""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
import socket
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

from extractor.comun.ajustes import ajustes, usar
from extractor.comun.plataforma import nucleos
from extractor.errores import ErrorExtractor, ErrorLectura, ErrorUso
from extractor.lote.claves import Circunstancias
from extractor.lote.fuentes import traer
from extractor.lote.recorrido import Encargo
from extractor.lote.seguro import MotorLocal
from extractor.lote.trabajador import Oficio, Respuesta, abrir_estante, con_estante, contestada, respuesta_fallida

_POR_TRABAJADOR = 64
"""Documents in hand, per worker: sending one takes some milliseconds, and answers are given in order."""
_SEGUNDOS_PARA_CONECTAR = 15
_SEGUNDOS_PARA_TRAER = 60
"""For an answer that is there; one lost with its worker is worked out again meanwhile, and asked for again."""
_SIN_DASK = "para leer con varias máquinas falta una biblioteca: pip install extractor[distribuido]"


@dataclass(slots=True, eq=False)
class _Envio:
    """A document sent; ``lista`` is set when its answer is there, or can no longer come."""

    encargo: Encargo
    futuro: Any
    lista: threading.Event


class MotorDask:
    """The ``Motor`` over the scheduler at ``planificador``, or over a cluster of ``trabajadores`` processes of this machine.

    Raises ErrorUso when dask is not installed, the scheduler does not answer, has no workers or these have another version.
    """

    lleno = False

    def __init__(self, oficio: Oficio, trabajadores: int | None, planificador: str | None) -> None:
        try:
            self._dask: Any = importlib.import_module("distributed")
        except ImportError as error:
            raise ErrorUso(_SIN_DASK) from error
        self._pila = ExitStack()
        try:
            self._cliente = self._pila.enter_context(self._conectar(trabajadores, planificador))
            puestos = [t["nthreads"] for t in self._cliente.scheduler_info(n_workers=-1)["workers"].values()]
            if not puestos:
                raise ErrorUso(f"el planificador de dask «{planificador}» no tiene trabajadores: inicie alguno con «dask worker»")
            if planificador is not None:
                self._revisar(oficio)
            self._oficio = oficio
            self._repartido = self._cliente.scatter(oficio, broadcast=True, hash=False)
        except BaseException:
            self._pila.close()
            raise
        self._corrida = f"{socket.gethostname()} {os.getpid()} {time.time_ns()}"
        self.ventana = sum(puestos) * _POR_TRABAJADOR

    def enviar(self, encargo: Encargo) -> _Envio:
        local = encargo if encargo.url is not None else replace(encargo, ruta=encargo.ruta.absolute())
        futuro = self._cliente.submit(atender_en_dask, local, self._repartido, self._corrida, pure=False)
        lista = threading.Event()
        futuro.add_done_callback(lambda _: lista.set())
        return _Envio(encargo, futuro, lista)

    def esperar(self, boleto: _Envio, segundos: float) -> Respuesta | None:
        # not by the library's own timeout: where it runs out just as the answer comes, asking can fail and end the run
        if not boleto.lista.wait(segundos):
            return None
        try:
            respuesta: Respuesta = boleto.futuro.result(timeout=_SEGUNDOS_PARA_TRAER)
        except self._dask.KilledWorker:
            frase = "los trabajadores de dask que lo leían terminaron de golpe, casi siempre por falta de memoria"
            return respuesta_fallida(boleto.encargo, ErrorLectura("LIMITE_EXCEDIDO", frase), self._oficio)
        except TimeoutError:
            return None
        except Exception as error:
            raise ErrorExtractor(f"los trabajadores de dask no pueden seguir ({type(error).__name__}: {error})") from error
        return respuesta

    def retirar(self, boleto: _Envio) -> bool:
        # dask does not tell whether a reading has begun: one that is not done is taken back
        if boleto.futuro.done():
            return False
        boleto.futuro.cancel()
        return True

    def cerrar(self) -> None:
        with self._pila, contextlib.suppress(Exception):  # workers that are gone have nothing to end
            self._cliente.run(desocupar, self._corrida)

    def _conectar(self, trabajadores: int | None, planificador: str | None) -> Any:
        if planificador is None:
            cuadrilla = self._pila.enter_context(
                self._dask.LocalCluster(
                    n_workers=trabajadores or min(ajustes().procesos.trabajadores, nucleos()),
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address=None,
                    memory_limit=0,
                )
            )
            return self._dask.Client(cuadrilla)
        try:
            return self._dask.Client(planificador, timeout=_SEGUNDOS_PARA_CONECTAR)
        except (OSError, TimeoutError, ValueError) as error:
            raise ErrorUso(
                f"no responde ningún planificador de dask en «{planificador}»; revise la dirección, o inícielo con "
                "«dask scheduler»"
            ) from error

    def _revisar(self, oficio: Oficio) -> None:
        """The workers must give the same answers as this machine would."""
        if oficio.circunstancias is None:
            return
        propias = (oficio.circunstancias.programa, oficio.circunstancias.patrones)
        try:
            ajenas = self._cliente.run(circunstancias_del_trabajador)
        except Exception as error:
            frase = f"en los trabajadores de dask no se puede usar este programa ({type(error).__name__}: {error})"
            raise ErrorUso(frase) from error
        distintos = sorted(donde for donde, cuales in ajenas.items() if cuales != propias)
        if distintos:
            raise ErrorUso(
                "estos trabajadores de dask tienen otra versión del programa, de sus bibliotecas o de los patrones: "
                f"{', '.join(distintos)}; instale en todos la misma"
            )


class _Puesto:
    """What a thread of a dask worker keeps between the documents of one run: its reading process and its sight of the cache."""

    def __init__(self, oficio: Oficio, corrida: str) -> None:
        usar(oficio.ajustes)
        # a worker started as a daemon may not start processes; ours end with it by themselves (morir_con_el_padre)
        multiprocessing.current_process().daemon = False
        self.corrida = corrida
        self.estante = abrir_estante(oficio, lambda _: None)
        self._motor = MotorLocal(oficio, 1)

    def leer(self, encargo: Encargo) -> Respuesta:
        boleto = self._motor.enviar(encargo)
        while True:
            respuesta = self._motor.esperar(boleto, 60)
            if respuesta is not None:
                return respuesta

    def cerrar(self) -> None:
        self._motor.cerrar()


_PUESTOS: dict[int, _Puesto] = {}
"""Of this worker, by thread."""


def atender_en_dask(encargo: Encargo, oficio: Oficio, corrida: str) -> Respuesta:
    """Runs in a dask worker: one document brought, looked for in the cache, or read in a process of this worker's."""

    def leer() -> Respuesta:
        puesto = _puesto(oficio, corrida)
        with traer(encargo) as local:
            return con_estante(local, puesto.estante, puesto.leer)

    return contestada(encargo, oficio, leer)


def circunstancias_del_trabajador() -> tuple[str, str]:
    """Runs in a dask worker: hashes of its program and patterns."""
    suyas = Circunstancias.actuales(ajustes())
    return suyas.programa, suyas.patrones


def desocupar(corrida: str) -> None:
    """Runs in a dask worker: ends the processes it kept for a run."""
    for hilo in [h for h, puesto in _PUESTOS.items() if puesto.corrida == corrida]:
        _PUESTOS.pop(hilo).cerrar()


def _puesto(oficio: Oficio, corrida: str) -> _Puesto:
    """This thread's, made anew for another run."""
    hilo = threading.get_ident()
    actual = _PUESTOS.get(hilo)
    if actual is not None and actual.corrida == corrida:
        return actual
    if actual is not None:
        _PUESTOS.pop(hilo).cerrar()
    return _PUESTOS.setdefault(hilo, _Puesto(oficio, corrida))
