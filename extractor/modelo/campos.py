"""Fixed lists of the contract: the columns by what they hold, certainties and grades in their order."""

from __future__ import annotations

from typing import get_args

from extractor.modelo.tabla import Rol
from extractor.modelo.valores import Certeza, Grado

CERTEZAS: tuple[Certeza, ...] = get_args(Certeza)
"""From the surest to the least sure."""
GRADOS: tuple[Grado, ...] = ("SIN_AVANCE", "MENOR", "MAYOR")
"""Those that tell an advance, from the lowest: of two written grades the lower stands."""
DE_CIFRAS: tuple[Rol, ...] = ("ponderacion", "ponderacion_ganada")
"""Columns of figures."""
DE_TEXTO: tuple[Rol, ...] = (
    "indicador", "meta", "resultado", "medio", "avance", "medidas", "recomendaciones", "compromisos", "plazo",
)  # fmt: skip
"""Columns that a row keeps as texts of its own."""
