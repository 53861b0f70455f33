"""What a person says a report holds (``corpus_muestra/verdad``), and how an Informe is compared with it."""

from __future__ import annotations

from extractor.proceso.verdad.comparacion import comparar, leer_verdad
from extractor.proceso.verdad.comun import coincide

__all__ = ["coincide", "comparar", "leer_verdad"]
