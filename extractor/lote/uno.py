"""One document read here and now: whatever it does becomes a failed Informe, except what stops the run."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

from extractor.comun.ajustes import por_memoria_o_profundidad
from extractor.comun.decisiones import SIN_DECISIONES, Decisiones
from extractor.errores import ErrorExtractor, ErrorLectura
from extractor.lote.fallidos import fallido, motivo_de_falla
from extractor.lote.hecho import Hecho
from extractor.lote.recorrido import Encargo
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe

Procesador = Callable[[Path, str, Declarado], Informe]


def leer_uno(encargo: Encargo, procesador: Procesador, decisiones: Decisiones = SIN_DECISIONES) -> Hecho:
    """The document read by ``procesador``, which applies the decisions itself; ``decisiones``: for when it cannot be read.
    Raises only what stops a run."""
    try:
        return Hecho(encargo, procesador(encargo.ruta, encargo.ruta_relativa, encargo.declarado))
    except ErrorLectura as error:
        return Hecho(encargo, fallido(encargo, error, decisiones))
    except ErrorExtractor:
        raise
    except Exception as error:
        limite = por_memoria_o_profundidad(error)
        if limite is not None:
            return Hecho(encargo, fallido(encargo, limite, decisiones))
        propia = ErrorLectura("DOCUMENTO_ILEGIBLE", motivo_de_falla(error))
        return Hecho(encargo, fallido(encargo, propia, decisiones), traceback.format_exc())
