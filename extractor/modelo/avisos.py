"""What the stage that builds tables saw and could not settle, on its way to becoming a finding."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.modelo.base import Origen


@dataclass(frozen=True, slots=True)
class AvisoEstructura:
    """One gap of a table's shape: parallel cells whose counts disagree (CONTEO_DESALINEADO), a table cut short
    (TABLA_TRUNCADA) and the like.

    ``codigo`` is a finding code of CONTRACT.md section 3, ``tabla`` a Tabla.id, ``fila`` and ``actividad`` indexes in it,
    ``campo`` a column role, ``detalle`` a Spanish sentence saying what was seen.
    """

    codigo: str
    tabla: str | None
    fila: int | None
    actividad: int | None
    campo: str | None
    detalle: str
    origen: Origen | None
