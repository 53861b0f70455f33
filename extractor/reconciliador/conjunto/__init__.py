"""Across documents: a compact summary of each, and what comparing the summaries tells."""

from __future__ import annotations

from extractor.reconciliador.conjunto.coleccion import Acumulador
from extractor.reconciliador.conjunto.decididos import con_decisiones
from extractor.reconciliador.conjunto.resumen import resumir
from extractor.reconciliador.conjunto.revision import REGLAS_CONJUNTO, conjunto_de, revisar, revisar_conjunto

__all__ = ["REGLAS_CONJUNTO", "Acumulador", "con_decisiones", "conjunto_de", "resumir", "revisar", "revisar_conjunto"]
