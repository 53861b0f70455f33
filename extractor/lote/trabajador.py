"""What runs inside a worker process: one document read under limits, its answer handed over as plain values.

Whatever a document does (a hang, a bomb, a crash of a foreign library) ends here, never in the process that runs the
batch. Exceptions are not sent across: those that must stop the run travel as ``Detencion``, the rest become a failed
Informe.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.comun.ajustes import MB, Ajustes, revisar_tamano, usar
from extractor.comun.plataforma import al_ser_terminado, limitar_memoria, morir_con_el_padre, terminar_descendientes
from extractor.errores import ErrorExtractor, ErrorLectura
from extractor.lote.fallidos import informe_fallido
from extractor.lote.recorrido import Encargo
from extractor.lote.trabajo import Hecho, leer_uno
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe

# Each process reads one document: threads of numeric libraries would only reserve memory, per core, against the limit.
_UN_HILO = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "OMP_THREAD_LIMIT")

PRECARGA = ("extractor.lote.precarga",)
"""Modules worth loading once and for all workers, where the system lets them share it."""


@dataclass(frozen=True, slots=True)
class Detencion:
    """An ErrorExtractor that stops the whole run, in pieces: its constructor may not take what pickle would give it."""

    clase: type[ErrorExtractor]
    argumentos: tuple[Any, ...]
    estado: dict[str, Any]

    @staticmethod
    def de(error: ErrorExtractor) -> Detencion:
        return Detencion(type(error), error.args, dict(error.__dict__))

    def error(self) -> ErrorExtractor:
        """The exception, to be raised again by the caller."""
        error = self.clase.__new__(self.clase)
        error.args = self.argumentos
        error.__dict__.update(self.estado)
        return error


@dataclass(frozen=True, slots=True)
class Respuesta:
    """``informe`` and the traceback of a failure of ours, or why the run must stop."""

    informe: Informe | None = None
    traza: str | None = None
    detencion: Detencion | None = None


def un_hilo() -> None:
    """Keeps numeric libraries that are still to be loaded to one thread."""
    for variable in _UN_HILO:
        os.environ.setdefault(variable, "1")


def preparar(ajustes: Ajustes, entorno: dict[str, str]) -> None:
    """Called once when a worker starts. ``entorno``: the variables of the process that runs the batch. Never raises: that
    would end every worker."""
    os.environ.clear()
    os.environ.update(entorno)
    un_hilo()
    usar(ajustes)
    al_ser_terminado(terminar_descendientes)
    morir_con_el_padre()
    with contextlib.suppress(OSError, ValueError):  # a limit already lower than what the process has
        limitar_memoria(ajustes.limites.memoria_mb * MB)


def atender(encargo: Encargo, procesador: Callable[[Path, str, Declarado], Informe] | None) -> Respuesta:
    """Reads one document with ``procesador``, by default ``extractor.proceso.procesar``."""
    try:
        hecho = _leer(encargo, procesador)
    except ErrorExtractor as error:
        return Respuesta(detencion=Detencion.de(error))
    return Respuesta(hecho.informe, hecho.traza)


def _leer(encargo: Encargo, procesador: Callable[[Path, str, Declarado], Informe] | None) -> Hecho:
    try:
        with contextlib.suppress(OSError):  # a file that cannot be opened is told by the reading itself
            revisar_tamano(encargo.ruta.stat().st_size)
    except ErrorLectura as error:
        return Hecho(encargo, informe_fallido(encargo.ruta, encargo.ruta_relativa, error.codigo, str(error)))
    if procesador is None:
        from extractor.proceso import procesar

        procesador = procesar
    return leer_uno(encargo, procesador)
