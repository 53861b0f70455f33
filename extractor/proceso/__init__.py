"""One document, from its bytes to its ``Informe``."""

from __future__ import annotations

from extractor.proceso.decisiones import frase_sin_aplicar, revisar, sin_aplicar
from extractor.proceso.documento import con_decisiones_de_hallazgos, informe_de, procesar
from extractor.proceso.ejemplos import probar_patrones

__all__ = [
    "con_decisiones_de_hallazgos",
    "frase_sin_aplicar",
    "informe_de",
    "probar_patrones",
    "procesar",
    "revisar",
    "sin_aplicar",
]
