"""Folding of Spanish text for comparing: accents, case, white space, ordinals. Never used for what is kept."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARCAS_NOTA = re.compile(
    r"\^\{[^}]{1,6}\}|\^[ivxlc]{1,5}\b|\(\d{1,2}\)|[\u2070\u2071\u00b9\u00b2\u00b3\u2074-\u2079]+|\ufffd"
)
_NO_PALABRA = re.compile(r"[^0-9a-z%]+")


def blancos(texto: str) -> str:
    """White space folded to single spaces, ends trimmed."""
    return " ".join(texto.split())


def corto(texto: str, largo: int) -> str:
    """On one line, cut at ``largo`` with an ellipsis."""
    plano = blancos(texto)
    return plano if len(plano) <= largo else plano[: largo - 1].rstrip() + "…"


@lru_cache(maxsize=65536)
def plegar(texto: str) -> str:
    """Lower case, no accents, single spaces: for comparing, with punctuation kept.

    >>> plegar("  PONDERACIÓN   Ganada ")
    'ponderacion ganada'
    """
    plano = unicodedata.normalize("NFKD", texto.casefold())
    return blancos("".join(c for c in plano if not unicodedata.combining(c)))


@lru_cache(maxsize=65536)
def palabras(texto: str) -> str:
    """Folded and reduced to words and figures, for fuzzy comparison of labels.

    >>> palabras("Pond. / actividad (%)")
    'pond actividad %'
    """
    return _NO_PALABRA.sub(" ", plegar(texto)).strip()


def sin_marcas_nota(texto: str) -> str:
    """Without the marks of footnotes: "(7)", "^{iv}", superscripts, the replacement character.

    >>> sin_marcas_nota("Indicador (3)")
    'Indicador'
    """
    simple = texto.isascii() and "(" not in texto and "^" not in texto
    return blancos(texto if simple else _MARCAS_NOTA.sub(" ", texto))


_ORDINAL = re.compile(r"^\s*(?:n[°ºo]\s*)?(\d{1,2})\s*(?:\.\s*[-–—]|[.)°º]|[-–—](?=\s))\s*(?!\d)", re.IGNORECASE)
_VINETA = re.compile(r"^\s*(?:[-–—_•·▪◦●*]|\(\w\)|[a-z]\))\s*", re.IGNORECASE)


def ordinal(texto: str) -> int | None:
    """The number that opens an item ("3.- ", "3.", "3)"), or None. "12.5%" and "2 empresas" open none.

    >>> ordinal("3.- Evaluación"), ordinal("12.5%"), ordinal("2 empresas")
    (3, None, None)
    """
    encontrado = _ORDINAL.match(texto)
    return int(encontrado.group(1)) if encontrado else None


def sin_ordinal(texto: str) -> str:
    """The item without the number that opens it."""
    return _ORDINAL.sub("", texto, count=1).strip()


_LETRA = re.compile(r"^\s*\(?([a-h])\s?(?:\)|\.-|\.(?=\s))\s*(?=\S)", re.IGNORECASE)


def letra_de_lista(texto: str) -> int | None:
    """The place of the letter that opens an item ("b) " is 2), or None.

    >>> letra_de_lista("b) Evaluar"), letra_de_lista("A. Difundir"), letra_de_lista("a la fecha")
    (2, 1, None)
    """
    encontrado = _LETRA.match(texto)
    return ord(encontrado.group(1).lower()) - ord("a") + 1 if encontrado else None


def tiene_vineta(texto: str) -> bool:
    """Whether the text opens with a bullet or a dash."""
    return bool(_VINETA.match(texto)) and not re.match(r"^\s*-?\s*\d", texto)


def sin_vineta(texto: str) -> str:
    """The item without the bullet that opens it."""
    return _VINETA.sub("", texto, count=1).strip()


_ROMANO = re.compile(r"(?:x[lc]|l?x{0,3})(?:i[xv]|v?i{0,3})")
_ROMANOS = {"i": 1, "v": 5, "x": 10, "l": 50}


@lru_cache(maxsize=16384)
def romano(texto: str) -> int | None:
    """A Roman number up to 89, or None when the text is not a well-formed one.

    >>> romano("XII"), romano("IIII"), romano("dia")
    (12, None, None)
    """
    letras = texto.strip().lower()
    if not _ROMANO.fullmatch(letras) or not letras:
        return None
    total = 0
    for actual, siguiente in zip(letras, [*letras[1:], ""], strict=True):
        valor = _ROMANOS.get(actual, 0)
        total += -valor if siguiente and _ROMANOS.get(siguiente, 0) > valor else valor
    return total


_ABIERTA = re.compile(
    r"(?:[,:(\-–/]|\b(?:a|al|con|de|del|e|el|en|la|las|lo|los|o|para|por|su|sus|u|un|una|y))$", re.IGNORECASE
)


def queda_abierta(texto: str) -> bool:
    """Whether a line calls for more: it ends in a comma, a dash or a word that joins what follows.

    >>> queda_abierta("Visitar las caletas de"), queda_abierta("Visitar las caletas")
    (True, False)
    """
    return _ABIERTA.search(texto.rstrip()) is not None
