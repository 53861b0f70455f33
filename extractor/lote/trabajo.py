"""Reading the documents of a plan, in order. A generator: memory stays flat however many there are."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path

from extractor.comun.ajustes import ajustes
from extractor.comun.decisiones import SIN_DECISIONES, Decisiones
from extractor.lote.hecho import Hecho
from extractor.lote.interrupcion import Interruptor
from extractor.lote.motor import PedidoMotor, Taller
from extractor.lote.recorrido import Encargo, Plan
from extractor.lote.uno import Procesador, leer_uno


def _callar(_: str) -> None:
    pass


@dataclass(frozen=True)
class Modo:
    """How a batch is run. ``cache``: the folder of kept results, None for none. ``releer``: whether a document's kept
    result does not serve. ``avisar`` takes sentences for the person; ``al_enviar`` each document about to be read."""

    motor: PedidoMotor = field(default_factory=PedidoMotor)
    cache: Path | None = None
    decisiones: Decisiones = SIN_DECISIONES
    interruptor: Interruptor | None = None
    releer: Callable[[Encargo], bool] | None = None
    avisar: Callable[[str], None] = _callar
    al_enviar: Callable[[Encargo], None] | None = None


def procesar_lote(
    plan: Plan, procesador: Procesador | None = None, trabajadores: int | None = None, modo: Modo | None = None
) -> Generator[Hecho, None, None]:
    """Each document of ``plan``, in order: by default in worker processes under the limits of the settings, as ``modo``
    says (``trabajadores`` is short for one that says nothing else); with a ``procesador``, by it, in this process and
    without cache.

    A crash in one document becomes a failed Informe and the rest run. Only what makes the whole run senseless is
    raised: a malformed file of ``patrones/``, a missing program, the user's interruption.
    """
    if procesador is not None:
        for encargo in plan.encargos:
            yield leer_uno(encargo, procesador)
        return
    if not plan.encargos:
        return
    elegido = modo or Modo(PedidoMotor(trabajadores=trabajadores))
    elegido.motor.revisar()
    yield from _por_motor(plan, elegido)


def _por_motor(plan: Plan, modo: Modo) -> Generator[Hecho, None, None]:
    from extractor.lote.cache import Cache
    from extractor.lote.claves import Circunstancias
    from extractor.lote.estante import Estante
    from extractor.lote.ventana import en_orden

    vigentes = ajustes()
    circunstancias = Circunstancias.actuales(vigentes, modo.decisiones)
    cache = None if modo.cache is None else Cache(modo.cache, circunstancias, modo.avisar)
    taller = Taller(modo.motor, vigentes, plan.encargos, circunstancias, modo.cache)
    estante = Estante(circunstancias, cache, modo.releer)
    yield from en_orden(plan.encargos, taller, estante, modo.interruptor, modo.al_enviar)


__all__ = ["Hecho", "Modo", "Procesador", "leer_uno", "procesar_lote"]
