"""The reconciler: recomputes what a report says of itself and tells where it does not agree."""

from __future__ import annotations

from extractor.reconciliador.expectativas import Expectativas
from extractor.reconciliador.motor import reconciliar
from extractor.reconciliador.regimenes import cargar_regimenes
from extractor.reconciliador.regla import Regla
from extractor.reconciliador.reglas import REGLAS

__all__ = ["REGLAS", "Expectativas", "Regla", "cargar_regimenes", "reconciliar"]
