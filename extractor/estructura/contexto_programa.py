"""What the readers of a programme's rows share."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.estructura.items import EsVeredicto
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.normalizador import Normalizador


@dataclass(frozen=True, slots=True)
class ContextoPrograma:
    """What reading a programme's rows needs besides the rows."""

    tabla: TablaCruda
    id: str
    normal: Normalizador
    es_veredicto: EsVeredicto
    total_esperado: str
