"""What ``estructura`` asks of names without knowing who answers: ``proceso`` gives it the normalisers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from extractor.modelo.crudo import LineaRegion
from extractor.modelo.valores import Estado, Region, Responsable


class Normalizador(Protocol):
    """Names of one document: its year and its family's own words are already known to it."""

    def region(self, linea: LineaRegion | None) -> Region: ...

    def estado(self, texto: str | None) -> Estado | None: ...

    def responsables(self, lineas: Sequence[str]) -> tuple[Responsable, ...]: ...
