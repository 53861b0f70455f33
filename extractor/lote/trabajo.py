"""Reading the documents of a plan one by one, in order. A generator: memory stays flat however many there are."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

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


def procesar_lote(plan: Plan, procesador: Procesador | None = None) -> Iterator[Hecho]:
    """Each document of ``plan``, read by ``procesador`` (by default ``extractor.proceso.procesar``).

    A crash in one document becomes a failed Informe and the rest run. Only what makes the whole run senseless is
    raised: a malformed file of ``patrones/``, a missing program, the user's interruption.
    """
    if procesador is None:
        from extractor.proceso import procesar

        procesador = procesar
    for encargo in plan.encargos:
        yield _uno(encargo, procesador)


def _uno(encargo: Encargo, procesador: Procesador) -> Hecho:
    try:
        return Hecho(encargo, procesador(encargo.ruta, encargo.ruta_relativa, encargo.declarado))
    except ErrorLectura as error:
        return Hecho(encargo, informe_fallido(encargo.ruta, encargo.ruta_relativa, error.codigo, str(error)))
    except ErrorExtractor:
        raise
    except Exception as error:
        informe = informe_fallido(encargo.ruta, encargo.ruta_relativa, "DOCUMENTO_ILEGIBLE", motivo_de_falla(error))
        return Hecho(encargo, informe, traceback.format_exc())
