"""Texts cut into tokens by spaCy's Spanish tokeniser with our own rules, each run of characters between blanks only once.

The tokeniser of the one pipeline is made here, and the cells of responsibles need nothing else of it; narrated states and grades
go through its components (``lengua``). It cuts each such run by itself, so that no ``Doc`` need be made of a cell.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from extractor.vocabularios.base import plegar_frase

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_SUFIJOS = (r"(?<=[0-9])%",)
"""spaCy keeps "12,50%" as one token; the sign is a token of its own."""
_INFIJOS = (r"[()\[\]]", r"(?<=[^\W\d_])/(?=[^\W\d_])", r"(?<=%)[/)]", r"(?<=[a-zñáéíóú])\.(?=[A-ZÑÁÉÍÓÚ])")

_SIN_USO = (
    *("LIKE_URL", "LIKE_EMAIL", "SHAPE", "PREFIX", "SUFFIX", "IS_STOP", "IS_ASCII", "IS_TITLE", "IS_UPPER", "IS_CURRENCY"),
    *("IS_QUOTE", "IS_BRACKET", "IS_LEFT_PUNCT", "IS_RIGHT_PUNCT"),
)


class Corte(NamedTuple):
    """A token, with spaCy's names for what is asked of it; ``norm_`` is its folded form."""

    text: str
    norm_: str
    whitespace_: str
    is_space: bool
    is_punct: bool
    is_alpha: bool
    is_lower: bool


@cache
def en_blanco() -> Language:
    """Spanish with our tokeniser, which ``lengua`` adds the components of the one pipeline to."""
    import spacy
    from spacy.attrs import IDS
    from spacy.util import compile_infix_regex, compile_suffix_regex

    lengua = spacy.blank("es")
    tokenizador: Any = lengua.tokenizer
    rasgos: dict[int, Any] = cast(Any, lengua.vocab).lex_attr_getters
    tokenizador.suffix_search = compile_suffix_regex([*(lengua.Defaults.suffixes or ()), *_SUFIJOS]).search
    tokenizador.infix_finditer = compile_infix_regex([*(lengua.Defaults.infixes or ()), *_INFIJOS]).finditer

    for atributo in _SIN_USO:
        rasgos.pop(IDS[atributo])  # worked out for every new word, and nobody asks for them
    return lengua


_TROZO = re.compile(r"\S+ ?|\s+")
"""What the tokeniser cuts by itself: the one space after a word is that word's, any more are a token."""
_PALABRA = re.compile(r"[A-Za-zÁÉÍÓÚÜÑáéíóúüñ]+ ?")


def cortes(texto: str) -> list[Corte]:
    """The tokens of ``texto``.

    >>> [c.text for c in cortes("Depto. (S), 50%")]
    ['Depto', '.', '(', 'S', ')', ',', '50', '%']
    """
    if any(map(texto.__contains__, _con_blancos())):
        return _de_doc(en_blanco().make_doc(texto))
    return [corte for trozo in _TROZO.findall(texto) for corte in _del_trozo(trozo)]


@cache
def _con_blancos() -> tuple[str, ...]:
    """The tokeniser's own words that hold a space ("EE. UU."): only they reach from one run to the next."""
    return tuple(sorted(forma for forma in _formas() if " " in forma.strip()))


@cache
def _formas() -> frozenset[str]:
    """What the tokeniser has a rule of its own for."""
    return frozenset(cast(Any, en_blanco().tokenizer).rules)


@lru_cache(maxsize=32768)
def _del_trozo(trozo: str) -> tuple[Corte, ...]:
    if _PALABRA.fullmatch(trozo) is None or (escrita := trozo.rstrip(" ")) in _formas():
        return tuple(_de_doc(en_blanco().make_doc(trozo)))
    # letters alone are one token, for every rule of the tokeniser asks for a mark or a figure
    return (Corte(escrita, plegar_frase(escrita), trozo[len(escrita) :], False, False, True, escrita.islower()),)


def _de_doc(doc: Doc) -> list[Corte]:
    return [
        Corte(e, plegar_frase(e) or e, t.whitespace_, t.is_space, t.is_punct, e.isalpha(), e.islower())
        for t, e in [(t, t.text) for t in doc]
    ]
