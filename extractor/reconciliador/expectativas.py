"""What the recognised family of a document demands of it. The caller knows the family; the reconciler does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.base import Origen
from extractor.modelo.regimen import Regimen


@dataclass(frozen=True)
class Expectativas:
    """Demands of the family and what earlier stages saw.

    ``regimenes``: table id -> admissible regimes, the form's own first. ``secciones_por_capitulo``: (number, title)
    each chapter must have. ``grado_en``: numbers of the sections where a grade must be written (empty: every section
    that has the field). ``formatos``: (table type, title) of obligatory forms. ``campos_obligatorios``: table id ->
    roles whose cell may not be blank. ``normas_origen``: reference of a note -> where it stands in this document.
    ``avisos_lectura``: (finding code, Spanish sentence, place) of the earlier stages. ``partidas``: ids of tables that may be
    parts of a larger one (what they sum says nothing), and of sections whose form is cut (nor what they leave out).
    ``celdas_dudosas``: (table or section, row, column role or field) of what was read with doubt, and "total_ganada" of a row
    whose printed total is of weights by its label, so that an earned one is not missed. ``anio_supuesto``: nothing prints the
    report's year as its own.
    """

    regimenes: Mapping[str, tuple[Regimen, ...]] = field(default_factory=dict)
    secciones_por_capitulo: tuple[tuple[str, str], ...] = ()
    grado_en: tuple[str, ...] = ()
    formatos: tuple[tuple[str, str], ...] = ()
    campos_obligatorios: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    normas_origen: Mapping[str, Origen] = field(default_factory=dict)
    avisos_lectura: tuple[tuple[str, str, Origen | None], ...] = ()
    avisos: tuple[AvisoEstructura, ...] = ()
    partidas: frozenset[str] = frozenset()
    celdas_dudosas: frozenset[tuple[str, int | None, str]] = frozenset()
    anio_supuesto: bool = False
