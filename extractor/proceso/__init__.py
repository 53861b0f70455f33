"""One document, from its bytes to its ``Informe``."""

from __future__ import annotations

from extractor.proceso.documento import informe_de, procesar
from extractor.proceso.ejemplos import probar_patrones

__all__ = ["informe_de", "probar_patrones", "procesar"]
