"""``hallazgos.xlsx``: what an auditor works on. Every flat sheet is written from the frames; recalculation sheets have live
formulas over the printed figures. The same input gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

from extractor.modelo.conjunto import Conjunto
from extractor.modelo.decision import Decision
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.salidas.planilla.entre import HOJA_CONJUNTO
from extractor.salidas.planilla.libro import HOJAS_RECALCULO, PlanillaHallazgos
from extractor.salidas.procedencia import procedencia

__all__ = ["HOJAS_RECALCULO", "HOJA_CONJUNTO", "PlanillaHallazgos", "escribir_planilla"]


def escribir_planilla(
    archivo: Path,
    informes: Iterable[Informe],
    *,
    conjunto: Conjunto | None = None,
    regimenes: Mapping[str, Regimen] | None = None,
    autor: str | None = None,
    fecha: dt.date | None = None,
    decisiones: Iterable[Decision] = (),
) -> None:
    """The whole workbook at once. ``regimenes``: by id, for the formulas and thresholds; ``autor``, ``fecha`` and
    ``decisiones``: told in it where given."""
    with PlanillaHallazgos(archivo, regimenes, procedencia(autor, fecha, decisiones)) as planilla:
        for informe in informes:
            planilla.agregar(informe)
        if conjunto is not None:
            planilla.agregar_conjunto(conjunto)
