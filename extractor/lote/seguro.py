"""The engine of one machine: worker processes started once, used for document after document, replaced when one dies.

A document that takes too long, asks for too much or ends its worker is a failed one; the rest go on.

A script that calls this must guard its own start with ``if __name__ == "__main__"``: workers import it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from extractor.comun.ajustes import MB, Ajustes, exceso
from extractor.comun.plataforma import nucleos, sistema
from extractor.errores import ErrorExtractor, ErrorLectura, ErrorUso
from extractor.lote.recorrido import Encargo
from extractor.lote.trabajador import PRECARGA, Oficio, Respuesta, atender, preparar, respuesta_fallida

_EN_ESPERA = 256
"""Documents in hand, per worker: a scan of several pages takes as long as hundreds of short files, and answers are given in
order, so with fewer in hand the other workers would wait for it."""
_MB_EN_ESPERA = 48
"""Answers that wait for one before them, in megabytes; beyond it no more documents are sent."""
_POR_TRABAJADOR = 30
_MB_POR_TRABAJADOR = 4
_INTENTOS = 3


def sin_procesos(cuantos: int, desde: ModuleType | None = None) -> str:
    """Why no worker starts, and what helps: with one there is nothing to ask less of, and a script (``desde``, by default the
    module that was run) may lack the guard on its own start."""
    frase = (
        "no se pudieron poner en marcha los procesos que leen los documentos, casi siempre por falta de memoria o por un tope "
        "de procesos del sistema; cierre otros programas y repita la orden"
    )
    if cuantos > 1:
        frase += ", o repítala con --trabajadores 1, que pide menos"
    principal = desde or sys.modules["__main__"]
    propio = (principal.__package__ or Path(getattr(principal, "__file__", None) or "").stem).partition(".")[0]
    if propio != "extractor":
        frase += "; si la da un programa de Python, su comienzo debe estar bajo «if __name__ == \"__main__\":»"
    return frase


def _contexto() -> Any:
    """How workers start. On Linux they are copies of a process that has loaded the libraries once; elsewhere copying a
    process is not safe or not possible, and each loads its own."""
    if sistema() != "Linux" or "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    contexto = multiprocessing.get_context("forkserver")
    contexto.set_forkserver_preload(["__main__", *PRECARGA])
    return contexto


@dataclass(slots=True, eq=False)
class _Tarea:
    """A document in hand, the seconds it was given and its answer to come."""

    encargo: Encargo
    segundos: int = 0
    futuro: Any = None
    pesada: int = 0


def trabajadores_que_convienen(encargos: Sequence[Encargo], valores: Ajustes) -> int:
    """Workers when nobody says: for a few small files a second one costs more than it saves."""
    tope = min(valores.procesos.trabajadores, nucleos())
    return min(tope, 1 + len(encargos) // _POR_TRABAJADOR + sum(map(tamano, encargos)) // (_MB_POR_TRABAJADOR * MB))


def tamano(encargo: Encargo) -> int:
    """Bytes of the file; 0 when it cannot be known, which the reading tells."""
    if encargo.tamano is not None or encargo.url is not None:
        return encargo.tamano or 0
    try:
        return encargo.ruta.stat().st_size
    except OSError:
        return 0


class MotorLocal:
    """The ``Motor`` of this machine: ``cuantos`` worker processes."""

    def __init__(self, oficio: Oficio, cuantos: int) -> None:
        if cuantos < 1:
            raise ErrorUso("--trabajadores debe ser 1 o más")
        self.ventana = cuantos * _EN_ESPERA
        self._oficio = oficio
        self._cuantos = cuantos
        self._caidas = 0
        self._en_mano: dict[int, _Tarea] = {}
        self._peso = 0
        self._cerrojo = threading.Lock()
        self._grupo = self._nuevo_grupo()

    @property
    def lleno(self) -> bool:
        return self._peso > _MB_EN_ESPERA * MB

    def enviar(self, encargo: Encargo) -> _Tarea:
        limites = self._oficio.ajustes.limites
        # beyond the largest size that is read the file is refused at once: no more time is due
        tarea = _Tarea(encargo, limites.segundos_para(min(tamano(encargo), limites.tamano_mb * MB)))
        self._en_mano[id(tarea)] = tarea
        try:
            self._mandar(tarea)
        except (BrokenProcessPool, RuntimeError) as error:
            self._reponer(error)
        return tarea

    def esperar(self, boleto: _Tarea, segundos: float) -> Respuesta | None:
        from pebble import ProcessExpired

        if not wait([boleto.futuro], timeout=segundos).done:
            return None
        try:
            respuesta: Respuesta = boleto.futuro.result()
        except TimeoutError:
            respuesta = self._fallida(boleto, _por_tiempo(boleto.segundos, self._oficio.ajustes))
        except ProcessExpired as error:
            respuesta = self._fallida(boleto, _por_muerte(error.exitcode, self._oficio.ajustes))
        except (BrokenProcessPool, RuntimeError) as error:
            self._reponer(error)
            return None
        self._caidas = 0
        self._soltar(boleto)
        return respuesta

    def retirar(self, boleto: _Tarea) -> bool:
        if boleto.futuro.running() or boleto.futuro.done():
            return False
        self._soltar(boleto)
        return bool(boleto.futuro.cancel())

    def cerrar(self) -> None:
        self._grupo.stop()
        self._grupo.join()

    def _mandar(self, tarea: _Tarea) -> None:
        tarea.futuro = self._grupo.schedule(atender, args=(tarea.encargo,), timeout=tarea.segundos)
        tarea.futuro.add_done_callback(lambda futuro: self._pesar(tarea, futuro))

    def _fallida(self, tarea: _Tarea, error: ErrorLectura) -> Respuesta:
        return respuesta_fallida(tarea.encargo, error, self._oficio)

    def _reponer(self, error: BaseException) -> None:
        """A worker that died between two documents takes the whole group with it: what is in hand is sent again."""
        while True:
            self._caidas += 1
            if self._caidas >= _INTENTOS:
                raise ErrorExtractor(sin_procesos(self._cuantos)) from error
            self.cerrar()
            self._grupo = self._nuevo_grupo()
            try:
                for tarea in self._en_mano.values():
                    if _perdida(tarea.futuro):
                        self._mandar(tarea)
            except (BrokenProcessPool, RuntimeError):
                continue
            return

    def _pesar(self, tarea: _Tarea, futuro: Any) -> None:
        """Counts an answer that has arrived; called by a thread of the pool."""
        if futuro.cancelled() or futuro.exception() is not None:
            return
        resultado = futuro.result().resultado
        tarea.pesada = len(resultado.cuerpo) if resultado is not None else 1
        with self._cerrojo:
            self._peso += tarea.pesada

    def _soltar(self, tarea: _Tarea) -> None:
        del self._en_mano[id(tarea)]
        with self._cerrojo:
            self._peso -= tarea.pesada

    def _nuevo_grupo(self) -> Any:
        from pebble import ProcessPool

        return ProcessPool(
            max_workers=self._cuantos,
            max_tasks=self._oficio.ajustes.procesos.documentos,
            initializer=preparar,
            initargs=(self._oficio, dict(os.environ)),
            context=_contexto(),
        )


def _perdida(futuro: Any) -> bool:
    """Whether the answer can no longer come: its group of workers ended first."""
    if futuro is None or not futuro.done() or futuro.cancelled():
        return True
    return isinstance(futuro.exception(), (BrokenProcessPool, RuntimeError))


def _por_tiempo(segundos: int, valores: Ajustes) -> ErrorLectura:
    return exceso("segundos", f"su lectura no terminó en {segundos} segundos y se abandonó", valores.limites)


def _por_muerte(codigo: int | None, valores: Ajustes) -> ErrorLectura:
    """For a worker that ended by itself; ``codigo`` as the system gives it (-n: by signal n)."""
    if codigo is not None and -codigo == getattr(signal, "SIGKILL", 9):
        frase = (
            "el sistema terminó el proceso que lo leía, casi siempre por falta de memoria; cierre otros programas o repita la "
            f"orden con --trabajadores 1 (límite actual por lectura: {valores.limites.memoria_mb} MB, «memoria_mb»)"
        )
        return ErrorLectura("LIMITE_EXCEDIDO", frase)
    por = f"señal {-codigo}" if codigo is not None and codigo < 0 else f"código {codigo}"
    frase = (
        f"el proceso que lo leía terminó de golpe ({por}): el archivo está dañado o hace fallar a una biblioteca; ábralo y "
        "guárdelo de nuevo, o pida otra copia"
    )
    return ErrorLectura("DOCUMENTO_ILEGIBLE", frase)
