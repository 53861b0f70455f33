"""Many documents read in worker processes: started once, used for document after document, replaced when one dies.

Answers come in the order of the documents and no more than a few are held at a time, so memory stays flat however many
there are. A document that takes too long, asks for too much or ends its worker is a failed one; the rest go on.

A script that calls this must guard its own start with ``if __name__ == "__main__"``: workers import it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.comun.ajustes import MB, Ajustes, ajustes, exceso
from extractor.comun.plataforma import nucleos, sistema
from extractor.errores import ErrorExtractor, ErrorUso
from extractor.lote.fallidos import informe_fallido
from extractor.lote.recorrido import Encargo
from extractor.lote.trabajador import PRECARGA, Respuesta, atender, preparar
from extractor.lote.trabajo import Hecho
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe

_EN_ESPERA = 4
"""Documents sent ahead, per worker: enough that one slow document does not leave the others idle at once."""
_POR_TRABAJADOR = 30
_MB_POR_TRABAJADOR = 4
_INTENTOS = 3
_SIN_PROCESOS = (
    "no se pudieron poner en marcha los procesos que leen los documentos; cierre otros programas, o repita la orden con "
    "--trabajadores 1"
)


def _contexto() -> Any:
    """How workers start. On Linux they are copies of a process that has loaded the libraries once; elsewhere copying a
    process is not safe or not possible, and each loads its own."""
    if sistema() != "Linux" or "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    contexto = multiprocessing.get_context("forkserver")
    contexto.set_forkserver_preload(["__main__", *PRECARGA])
    return contexto


@dataclass(slots=True)
class _Tarea:
    """A document in hand, the seconds it was given and, once sent to the workers, its answer to come."""

    encargo: Encargo
    segundos: int = 0
    futuro: Any = None


def procesar_seguro(
    encargos: Sequence[Encargo],
    trabajadores: int | None = None,
    valores: Ajustes | None = None,
    procesador: Callable[[Path, str, Declarado], Informe] | None = None,
) -> Iterator[Hecho]:
    """Each document of ``encargos``, in order, read by at most ``trabajadores`` processes at a time.

    ``valores``: the settings, by default those in force. ``procesador``: a function that a worker can import, by default
    ``extractor.proceso.procesar``. Raises ErrorExtractor for what makes the whole run senseless (a malformed file of
    ``patrones/``, workers that do not start). Closing the generator ends the workers.
    """
    if trabajadores is not None and trabajadores < 1:
        raise ErrorUso("--trabajadores debe ser 1 o más")
    en_uso = valores or ajustes()
    cuantos = min(trabajadores or _los_que_convienen(encargos, en_uso), len(encargos))
    if cuantos:
        cuadrilla = _Cuadrilla(en_uso, cuantos, procesador)
        try:
            yield from cuadrilla.leer(encargos)
        finally:
            cuadrilla.cerrar()


def _los_que_convienen(encargos: Sequence[Encargo], valores: Ajustes) -> int:
    """Workers when nobody says: for a few small files a second one costs more than it saves."""
    tope = min(valores.procesos.trabajadores, nucleos())
    return min(tope, 1 + len(encargos) // _POR_TRABAJADOR + sum(map(_tamano, encargos)) // (_MB_POR_TRABAJADOR * MB))


def _tamano(encargo: Encargo) -> int:
    """Bytes of the file; 0 when it cannot be known, which the reading tells."""
    try:
        return encargo.ruta.stat().st_size
    except OSError:
        return 0


class _Cuadrilla:
    """The worker processes and the documents they have in hand."""

    def __init__(
        self, valores: Ajustes, cuantos: int, procesador: Callable[[Path, str, Declarado], Informe] | None
    ) -> None:
        self._ajustes = valores
        self._cuantos = cuantos
        self._procesador = procesador
        self._grupo = self._nuevo_grupo()

    def leer(self, encargos: Sequence[Encargo]) -> Iterator[Hecho]:
        pendientes = iter(encargos)
        tareas: deque[_Tarea] = deque()
        caidas = 0
        while True:
            try:
                while len(tareas) < self._cuantos * _EN_ESPERA and (encargo := next(pendientes, None)) is not None:
                    tareas.append(_Tarea(encargo))
                for tarea in tareas:
                    self._enviar(tarea)
                if not tareas:
                    return
                hecho = self._esperar(tareas[0])
            except (BrokenProcessPool, RuntimeError) as error:
                # a worker that died between two documents takes the whole group with it: what is in hand is sent again
                caidas += 1
                if caidas == _INTENTOS:
                    raise ErrorExtractor(_SIN_PROCESOS) from error
                self.cerrar()
                self._grupo = self._nuevo_grupo()
                tareas = deque(_Tarea(tarea.encargo) for tarea in tareas)
                continue
            caidas = 0
            tareas.popleft()
            yield hecho

    def cerrar(self) -> None:
        """Ends the workers, whatever they are doing, and waits for them."""
        self._grupo.stop()
        self._grupo.join()

    def _nuevo_grupo(self) -> Any:
        from pebble import ProcessPool

        return ProcessPool(
            max_workers=self._cuantos,
            max_tasks=self._ajustes.procesos.documentos,
            initializer=preparar,
            initargs=(self._ajustes, dict(os.environ)),
            context=_contexto(),
        )

    def _enviar(self, tarea: _Tarea) -> None:
        if tarea.futuro is not None:
            return
        # beyond the largest size that is read the file is refused at once: no more time is due
        limites = self._ajustes.limites
        tarea.segundos = limites.segundos_para(min(_tamano(tarea.encargo), limites.tamano_mb * MB))
        tarea.futuro = self._grupo.schedule(atender, args=(tarea.encargo, self._procesador), timeout=tarea.segundos)

    def _esperar(self, tarea: _Tarea) -> Hecho:
        from pebble import ProcessExpired

        # waiting by pieces lets an interruption through on every system
        while not wait([tarea.futuro], timeout=1).done:
            pass
        try:
            respuesta: Respuesta = tarea.futuro.result()
        except TimeoutError:
            return self._fallido(tarea, "LIMITE_EXCEDIDO", _por_tiempo(tarea, self._ajustes))
        except ProcessExpired as error:
            codigo, frase = _por_muerte(error.exitcode, self._ajustes)
            return self._fallido(tarea, codigo, frase)
        if respuesta.informe is None:
            raise respuesta.detencion.error() if respuesta.detencion else ErrorExtractor(_SIN_PROCESOS)
        return Hecho(tarea.encargo, respuesta.informe, respuesta.traza)

    @staticmethod
    def _fallido(tarea: _Tarea, codigo: str, frase: str) -> Hecho:
        return Hecho(tarea.encargo, informe_fallido(tarea.encargo.ruta, tarea.encargo.ruta_relativa, codigo, frase))


def _por_tiempo(tarea: _Tarea, valores: Ajustes) -> str:
    return str(exceso("segundos", f"su lectura no terminó en {tarea.segundos} segundos y se abandonó", valores.limites))


def _por_muerte(codigo: int | None, valores: Ajustes) -> tuple[str, str]:
    """Finding code and sentence for a worker that ended by itself; ``codigo`` as the system gives it (-n: by signal n)."""
    if codigo is not None and -codigo == getattr(signal, "SIGKILL", 9):
        frase = (
            "el sistema terminó el proceso que lo leía, casi siempre por falta de memoria; cierre otros programas o repita la "
            f"orden con --trabajadores 1 (límite actual por lectura: {valores.limites.memoria_mb} MB, «memoria_mb»)"
        )
        return "LIMITE_EXCEDIDO", frase
    por = f"señal {-codigo}" if codigo is not None and codigo < 0 else f"código {codigo}"
    frase = (
        f"el proceso que lo leía terminó de golpe ({por}): el archivo está dañado o hace fallar a una biblioteca; ábralo y "
        "guárdelo de nuevo, o pida otra copia"
    )
    return "DOCUMENTO_ILEGIBLE", frase
