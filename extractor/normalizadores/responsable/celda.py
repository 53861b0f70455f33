"""A short cell cut into tokens that cost little to walk: the readers of responsibles look at each some twenty times."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from extractor.normalizadores.letras.cortes import cortes


class Ficha(NamedTuple):
    """A token, with spaCy's names for what is asked of it; ``norm_`` is its folded form."""

    i: int
    text: str
    norm_: str
    whitespace_: str
    is_space: bool
    is_punct: bool
    is_alpha: bool
    is_lower: bool


class Tramo(NamedTuple):
    """Tokens ``start`` to ``end`` (excluded) with what they are."""

    start: int
    end: int
    label_: str


class Celda(list[Ficha]):
    """The tokens of ``text``. ``normas``: their folded forms with slips repaired; ``roles``, ``personas``: what was marked;
    ``servicios``: where services begin, once somebody asked."""

    __slots__ = ("_inicios", "normas", "personas", "roles", "servicios", "text")

    def __init__(self, text: str, fichas: list[Ficha]) -> None:
        super().__init__(fichas)
        self.text = text
        self.normas: list[str] = []
        self.roles: list[Tramo] = []
        self.personas: list[Tramo] = []
        self.servicios: tuple[frozenset[int], frozenset[int]] | None = None
        self._inicios = [0, *accumulate([len(f.text) + len(f.whitespace_) for f in fichas])]

    def texto(self, desde: int, hasta: int) -> str:
        """What is written from a token to before another; empty when there is nothing between."""
        if desde >= hasta:
            return ""
        return self.text[self._inicios[desde] : self._inicios[hasta] - len(self[hasta - 1].whitespace_)]


def celda_de(texto: str) -> Celda:
    """The tokens of ``texto``."""
    return Celda(texto, [Ficha(i, *corte) for i, corte in enumerate(cortes(texto))])
