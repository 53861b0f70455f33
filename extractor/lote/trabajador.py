"""What runs inside a worker process: one document read under limits, its answer handed over as plain values.

Whatever a document does (a hang, a bomb, a crash of a foreign library) ends here, never in the process that runs the
batch. Exceptions are not sent across: those that must stop the run travel as ``Detencion``, the rest become a failed
Informe.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from extractor.comun.ajustes import MB, Ajustes, revisar_tamano, usar
from extractor.comun.decisiones import SIN_DECISIONES, Decisiones
from extractor.comun.herramientas.sonda import consultados, empezar_a_anotar
from extractor.comun.plataforma import al_ser_terminado, limitar_memoria, morir_con_el_padre, terminar_descendientes
from extractor.comun.recoleccion import espaciar_recoleccion
from extractor.errores import ErrorExtractor, ErrorLectura
from extractor.lote.cache import Cache
from extractor.lote.claves import Circunstancias
from extractor.lote.estante import Estante
from extractor.lote.fallidos import fallido
from extractor.lote.fuentes import traer
from extractor.lote.hecho import Hecho
from extractor.lote.recorrido import Encargo
from extractor.lote.resultado import Resultado
from extractor.lote.uno import leer_uno
from extractor.modelo.clave import ClaveLectura
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe

# Each process reads one document: threads of numeric libraries would only reserve memory, per core, against the limit.
_UN_HILO = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "OMP_THREAD_LIMIT")

PRECARGA = ("extractor.lote.precarga",)
"""Modules worth loading once and for all workers, where the system lets them share it."""


@dataclass(frozen=True)
class Oficio:
    """What a worker has to know before its first document. ``circunstancias`` and ``cache`` serve documents that are
    opened only here; ``procesador`` reads them, by default ``extractor.proceso.procesar`` with the decisions."""

    ajustes: Ajustes
    circunstancias: Circunstancias | None = None
    cache: Path | None = None
    procesador: Callable[[Path, str, Declarado], Informe] | None = None

    @property
    def decisiones(self) -> Decisiones:
        return SIN_DECISIONES if self.circunstancias is None else self.circunstancias.decisiones


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
    """``resultado`` and the traceback of a failure of ours, or why the run must stop. ``clave`` and ``de_cache`` come only
    from where the document was also looked for in the cache."""

    resultado: Resultado | None = None
    traza: str | None = None
    detencion: Detencion | None = None
    clave: ClaveLectura | None = None
    de_cache: bool = False


_OFICIO: list[Oficio] = []
_ESTANTE: list[Estante] = []


def un_hilo() -> None:
    """Keeps numeric libraries that are still to be loaded to one thread."""
    for variable in _UN_HILO:
        os.environ.setdefault(variable, "1")


def preparar(oficio: Oficio, entorno: dict[str, str]) -> None:
    """Called once when a worker starts. ``entorno``: the variables of the process that runs the batch. Never raises: that
    would end every worker."""
    os.environ.clear()
    os.environ.update(entorno)
    un_hilo()
    espaciar_recoleccion()
    usar(oficio.ajustes)
    _OFICIO[:] = [oficio]
    _ESTANTE.clear()
    al_ser_terminado(terminar_descendientes)
    morir_con_el_padre()
    with contextlib.suppress(OSError, ValueError):  # a limit already lower than what the process has
        limitar_memoria(oficio.ajustes.limites.memoria_mb * MB)


def atender(encargo: Encargo) -> Respuesta:
    """Reads one document, brought first if it is not on this machine."""
    if encargo.url is None:
        return contestada(encargo, _OFICIO[0], lambda: _leer(encargo))
    return contestada(encargo, _OFICIO[0], lambda: _traido(encargo))


def contestada(encargo: Encargo, oficio: Oficio, leer: Callable[[], Respuesta]) -> Respuesta:
    """What ``leer`` answers of the document; what it raises, as an answer. Never raises ErrorExtractor."""
    try:
        try:
            return leer()
        except ErrorLectura as error:
            return respuesta_fallida(encargo, error, oficio)
    except ErrorExtractor as error:
        return Respuesta(detencion=Detencion.de(error))


def con_estante(encargo: Encargo, estante: Estante | None, leer: Callable[[Encargo], Respuesta]) -> Respuesta:
    """The answer for a document on this machine: what is kept of it, else what ``leer`` gives, which is kept."""
    if estante is None:
        return leer(encargo)
    clave = estante.clave(encargo)
    hallado = estante.buscar(encargo, clave)
    if hallado is not None:
        return Respuesta(hallado[0], clave=hallado[1], de_cache=True)
    respuesta = leer(encargo)
    if respuesta.resultado is None:
        return respuesta
    return replace(respuesta, clave=estante.guardar(clave, respuesta.resultado, respuesta.traza))


def respuesta_fallida(encargo: Encargo, error: ErrorLectura, oficio: Oficio) -> Respuesta:
    """The answer for a document that no reader refused: it could not be brought, or its worker was lost. Another try may
    end otherwise."""
    return Respuesta(replace(Resultado.de(fallido(encargo, error, oficio.decisiones)), pasajero=True))


def abrir_estante(oficio: Oficio, avisar: Callable[[str], None]) -> Estante | None:
    """The cache as a worker sees it; None when this run makes no keys. Raises ErrorUso when its folder cannot be used."""
    if oficio.circunstancias is None:
        return None
    cache = None if oficio.cache is None else Cache(oficio.cache, oficio.circunstancias, avisar)
    return Estante(oficio.circunstancias, cache)


def _estante() -> Estante | None:
    if not _ESTANTE:
        estante = abrir_estante(_OFICIO[0], _callar)
        if estante is None:
            return None
        _ESTANTE.append(estante)
    return _ESTANTE[0]


def _callar(_: str) -> None:
    """Sentences about the cache are said by the process that runs the batch, which opens it too."""


def _traido(encargo: Encargo) -> Respuesta:
    with traer(encargo) as local:
        return con_estante(local, _estante(), _leer)


def _leer(encargo: Encargo) -> Respuesta:
    empezar_a_anotar()
    hecho = _hecho(encargo, _OFICIO[0])
    return Respuesta(Resultado.de(hecho.informe, consultados()), hecho.traza)


def _hecho(encargo: Encargo, oficio: Oficio) -> Hecho:
    try:
        with contextlib.suppress(OSError):  # a file that cannot be opened is told by the reading itself
            revisar_tamano(encargo.ruta.stat().st_size)
    except ErrorLectura as error:
        return Hecho(encargo, fallido(encargo, error, oficio.decisiones))
    return leer_uno(encargo, oficio.procesador or _con_decisiones(oficio), oficio.decisiones)


def _con_decisiones(oficio: Oficio) -> Callable[[Path, str, Declarado], Informe]:
    from extractor.proceso import procesar

    decisiones = oficio.decisiones
    if not decisiones.vigentes:
        return procesar

    def con_ellas(ruta: Path, ruta_relativa: str, declarado: Declarado) -> Informe:
        return procesar(ruta, ruta_relativa, declarado, decisiones=decisiones)

    return con_ellas
