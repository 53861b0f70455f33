"""All the rules, in the order they run: roots before what carries them, what wins before what it silences."""

from __future__ import annotations

from extractor.reconciliador.acumuladas import REGLAS_ACUMULADAS
from extractor.reconciliador.completitud import REGLAS_COMPLETITUD
from extractor.reconciliador.desempeno import REGLAS_DESEMPENO
from extractor.reconciliador.ganadas import REGLAS_GANADAS
from extractor.reconciliador.logica_alcance import REGLAS_LOGICA_ALCANCE
from extractor.reconciliador.logica_estados import REGLAS_LOGICA_ESTADOS
from extractor.reconciliador.logica_evidencia import REGLAS_LOGICA_EVIDENCIA
from extractor.reconciliador.logica_metas import REGLAS_LOGICA_METAS
from extractor.reconciliador.logica_objetivos import REGLAS_LOGICA_OBJETIVOS
from extractor.reconciliador.logica_tablas import REGLAS_LOGICA_TABLAS
from extractor.reconciliador.logica_textos import REGLAS_LOGICA_TEXTOS
from extractor.reconciliador.pesos import REGLAS_PESOS
from extractor.reconciliador.pesos_compartidos import REGLAS_PESOS_COMPARTIDOS
from extractor.reconciliador.plazos_de_compromisos import REGLAS_PLAZOS
from extractor.reconciliador.regla import Regla
from extractor.reconciliador.resumen_regiones import REGLAS_RESUMEN_REGIONES
from extractor.reconciliador.secciones import REGLAS_SECCIONES
from extractor.reconciliador.totales import REGLAS_TOTALES

REGLAS: tuple[Regla, ...] = (
    *REGLAS_PESOS,
    *REGLAS_PESOS_COMPARTIDOS,
    *REGLAS_GANADAS,
    *REGLAS_ACUMULADAS,
    *REGLAS_TOTALES,
    *REGLAS_DESEMPENO,
    *REGLAS_RESUMEN_REGIONES,
    *REGLAS_PLAZOS,
    *REGLAS_LOGICA_ESTADOS,
    *REGLAS_LOGICA_EVIDENCIA,
    *REGLAS_LOGICA_METAS,
    *REGLAS_LOGICA_ALCANCE,
    *REGLAS_LOGICA_OBJETIVOS,
    *REGLAS_LOGICA_TABLAS,
    *REGLAS_LOGICA_TEXTOS,
    *REGLAS_COMPLETITUD,
    *REGLAS_SECCIONES,
)
