"""A stretch of a cell of responsibles, and its text."""

from __future__ import annotations

from typing import Literal, NamedTuple

from extractor.normalizadores.letras.aperturas_unidad import limpio
from extractor.normalizadores.responsable.celda import Celda

Tipo = Literal["unidad", "cargo", "abreviado", "persona"]


class Pieza(NamedTuple):
    """A stretch of the cell of one kind; ``tras`` is the separator before it ("" when none, "\\n" for a line break);
    ``rol_fin`` is where the head and adjectives of a role end."""

    tipo: Tipo
    inicio: int
    fin: int
    tras: str
    rol_fin: int = 0


def texto_de(doc: Celda, pieza: Pieza) -> str:
    return limpio(doc.texto(pieza.inicio, pieza.fin))
