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


def vacia(doc: Celda, pieza: Pieza) -> bool:
    """Whether nothing is left of the stretch once it is trimmed; a word at its head is left."""
    cabeza = doc[pieza.inicio].text if pieza.inicio < pieza.fin else ""
    return not (len(cabeza) > 1 and cabeza.isalpha()) and not texto_de(doc, pieza)


def texto_de(doc: Celda, pieza: Pieza) -> str:
    return limpio(doc.texto(pieza.inicio, pieza.fin))
