"""A short cell cut into tokens that cost little to walk: spaCy's tokeniser cuts it once, then plain records are read.

A spaCy ``Doc`` makes a new object for every token that is looked at; the readers of responsibles look at each some twenty times.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from extractor.vocabularios.base import plegar_frase

if TYPE_CHECKING:
    from spacy.tokens import Doc


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
        self._inicios = [0, *accumulate(len(f.text) + len(f.whitespace_) for f in fichas)]

    def texto(self, desde: int, hasta: int) -> str:
        """What is written from a token to before another; empty when there is nothing between."""
        if desde >= hasta:
            return ""
        return self.text[self._inicios[desde] : self._inicios[hasta] - len(self[hasta - 1].whitespace_)]


def celda_de(texto: str, doc: Doc) -> Celda:
    """The tokens of ``doc``, which was made from ``texto`` (joining it again from its tokens is slow)."""
    fichas: list[Ficha] = []
    for i, token in enumerate(doc):
        escrito = token.text
        rasgos = _rasgos(escrito, token.is_space, token.is_punct)
        fichas.append(Ficha(i, escrito, _norma(escrito), token.whitespace_, *rasgos))
    return Celda(texto, fichas)


@lru_cache(maxsize=16384)
def _norma(escrito: str) -> str:
    return plegar_frase(escrito) or escrito


@lru_cache(maxsize=16384)
def _rasgos(escrito: str, blanco: bool, puntuacion: bool) -> tuple[bool, bool, bool, bool]:
    return blanco, puntuacion, escrito.isalpha(), escrito.islower()
