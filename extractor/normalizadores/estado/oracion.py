"""The words of a narration as plain records: spaCy cuts the text once, then each word is looked at some hundred times.

A spaCy ``Doc`` makes a new object for every token that is asked for, which took half the time of reading a narration.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLAVE, TEXTO = "estado", "texto"
"""Where the pipeline keeps what it found, and the text it was given: in ``doc.user_data``."""


Rasgos = tuple[str, str, bool, str, bool, bool, bool, bool, bool, bool]


class Palabra:
    """A token with spaCy's names for what is asked of it; ``idx`` is its offset in the text."""

    __slots__ = (
        "doc", "i", "idx", "is_alpha", "is_digit", "is_lower", "is_space", "is_title", "is_upper",
        "like_num", "lower_", "norm_", "text",
    )  # fmt: skip

    def __init__(self, doc: Oracion, i: int, idx: int, rasgos: Rasgos) -> None:
        self.doc, self.i, self.idx = doc, i, idx
        (
            self.text, self.norm_, self.like_num, self.lower_, self.is_alpha, self.is_digit,
            self.is_lower, self.is_space, self.is_title, self.is_upper,
        ) = rasgos  # fmt: skip

    def __len__(self) -> int:
        return len(self.text)


_conocidas: dict[tuple[int, int], Rasgos] = {}
"""What was asked of each word, by spaCy's numbers for it and its norm: spaCy makes a new string whenever it is asked for one,
and those that are shared are hashed once. It holds no more words than spaCy's own store."""


def _rasgos(token: Token) -> Rasgos:
    """What ``token`` says of itself wherever it stands."""
    text = token.text
    rasgos = _conocidas[token.orth, token.norm] = (
        text, token.norm_, token.like_num, text.lower(), text.isalpha(), text.isdigit(),
        text.islower(), text.isspace(), text.istitle(), text.isupper(),
    )  # fmt: skip
    return rasgos


class Oracion(list[Palabra]):
    """The words of ``text``, in order. ``normas``: their folded forms, which most rules are not asked about without one of
    theirs; ``indicios``: what was found in them so far."""

    __slots__ = ("indicios", "normas", "text")

    def __init__(self, doc: Doc) -> None:
        super().__init__()
        self.text = str(doc.user_data.get(TEXTO) or doc.text)  # joining it again from its tokens is slow
        self.indicios: list[Indicio] = []
        self.extend([Palabra(self, i, t.idx, _conocidas.get((t.orth, t.norm)) or _rasgos(t)) for i, t in enumerate(doc)])
        self.normas = {t.norm_ for t in self}


class Indicio:
    """Words ``start`` to ``end`` (excluded) of a narration and what they speak for."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Oracion, start: int, end: int, label: str) -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Palabra]:
        return iter(self.doc[self.start : self.end])

    def __getitem__(self, lugar: int) -> Palabra:
        return self.doc[self.start + lugar]

    @property
    def text(self) -> str:
        """The words as written."""
        ultima = self.doc[self.end - 1]
        return self.doc.text[self.doc[self.start].idx : ultima.idx + len(ultima.text)]


def oracion_de(doc: Doc) -> Oracion:
    """The plain words of ``doc``, made once."""
    hecha = doc.user_data.get(CLAVE)
    if not isinstance(hecha, Oracion):
        hecha = doc.user_data[CLAVE] = Oracion(doc)
    return hecha
