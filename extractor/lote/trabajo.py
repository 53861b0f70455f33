"""Reading the documents of a plan, in order. A generator: memory stays flat however many there are."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from extractor.comun.ajustes import por_memoria_o_profundidad
from extractor.errores import ErrorExtractor, ErrorLectura
from extractor.lote.fallidos import informe_fallido, motivo_de_falla
from extractor.lote.recorrido import Encargo, Plan
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe

Procesador = Callable[[Path, str, Declarado], Informe]


@dataclass(frozen=True, slots=True)
class Hecho:
    """One document done. ``traza`` is the traceback when the failure is the program's and not the file's."""

    encargo: Encargo
    informe: Informe
    traza: str | None = None


def procesar_lote(
    plan: Plan, procesador: Procesador | None = None, trabajadores: int | None = None
) -> Generator[Hecho, None, None]:
    """Each document of ``plan``, in order: by default in ``trabajadores`` worker processes under the limits of the
    settings (``seguro.procesar_seguro``); with a ``procesador``, by it and in this process.

    A crash in one document becomes a failed Informe and the rest run. Only what makes the whole run senseless is
    raised: a malformed file of ``patrones/``, a missing program, the user's interruption.
    """
    if procesador is None:
        from extractor.lote.seguro import procesar_seguro

        yield from procesar_seguro(plan.encargos, trabajadores)
        return
    for encargo in plan.encargos:
        yield leer_uno(encargo, procesador)


def leer_uno(encargo: Encargo, procesador: Procesador) -> Hecho:
    """One document read by ``procesador`` here and now. Raises only what stops a run."""
    try:
        return Hecho(encargo, procesador(encargo.ruta, encargo.ruta_relativa, encargo.declarado))
    except ErrorLectura as error:
        return _fallido(encargo, error)
    except ErrorExtractor:
        raise
    except Exception as error:
        limite = por_memoria_o_profundidad(error)
        if limite is not None:
            return _fallido(encargo, limite)
        informe = informe_fallido(encargo.ruta, encargo.ruta_relativa, "DOCUMENTO_ILEGIBLE", motivo_de_falla(error))
        return Hecho(encargo, informe, traceback.format_exc())


def _fallido(encargo: Encargo, error: ErrorLectura) -> Hecho:
    return Hecho(encargo, informe_fallido(encargo.ruta, encargo.ruta_relativa, error.codigo, str(error)))
