"""A word of a narration as the rules of verbs are asked about it."""

from __future__ import annotations

from typing import NamedTuple

from extractor.normalizadores.estado.oracion import Oracion

NADA = ""
"""The form is known and tells neither what was done nor what will be."""


class Forma(NamedTuple):
    """The word at ``i`` with its folded form and the one before."""

    doc: Oracion
    i: int
    norma: str
    previa: str

    @property
    def siguiente(self) -> str:
        """The folded word after it."""
        return self.doc[self.i + 1].norm_ if self.i + 1 < len(self.doc) else ""
