"""All the rules, in the order they run: roots before what carries them, what wins before what it silences."""

from __future__ import annotations

from extractor.reconciliador.acumuladas import REGLAS_ACUMULADAS
from extractor.reconciliador.completitud import REGLAS_COMPLETITUD
from extractor.reconciliador.desempeno import REGLAS_DESEMPENO
from extractor.reconciliador.ganadas import REGLAS_GANADAS
from extractor.reconciliador.pesos import REGLAS_PESOS
from extractor.reconciliador.regla import Regla
from extractor.reconciliador.secciones import REGLAS_SECCIONES
from extractor.reconciliador.totales import REGLAS_TOTALES

REGLAS: tuple[Regla, ...] = (
    *REGLAS_PESOS,
    *REGLAS_GANADAS,
    *REGLAS_ACUMULADAS,
    *REGLAS_TOTALES,
    *REGLAS_DESEMPENO,
    *REGLAS_COMPLETITUD,
    *REGLAS_SECCIONES,
)
