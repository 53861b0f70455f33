"""A regime: the arithmetic under which a programme is judged, as data of ``patrones/regimenes``."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from extractor.modelo.base import Registro


class Regimen(Registro):
    """``credito``: what a partial fulfilment earns. ``umbral``: per cent from which a region's programme is valid.
    ``normas`` maps what a rule enforces (``suma``, ``ganada``, ``total``, ``umbral``, ``servicio``,
    ``minimo_actividades``) to the paragraph that says so, by reference. Under a ``supuesta`` source a finding says
    "si rige"."""

    id: str
    nombre: str
    fuente: Literal["impresa", "norma_externa", "supuesta"]
    credito: Literal["todo_o_nada", "proporcional"]
    total_esperado: str = "100"
    umbral: str | None = None
    minimo_actividades: int | None = None
    desde: int | None = None
    hasta: int | None = None
    normas: dict[str, str] = Field(default_factory=dict)

    def gana_en_parte(self, *, con_estados: bool) -> bool:
        """Whether a part of a weight may be earned. That only all or nothing is, is a mere supposition where no state is printed
        (``con_estados``): the form it is of may as well have had per cents."""
        return self.credito == "proporcional" or (self.fuente == "supuesta" and not con_estados)
