"""Whether two cells name the same objective or activity, in spite of slips of the keys and of what was added to one."""

from __future__ import annotations

from functools import lru_cache

from extractor.comun.texto import palabras, sin_marcas_nota, sin_ordinal, sin_vineta

PARECIDO = 90
"""Least likeness (rapidfuzz ratio, 0-100) of two texts that are the same one."""
CONTENIDO_MINIMO = 25
"""Characters: a shorter text inside a longer one proves nothing."""


@lru_cache(maxsize=8192)
def esencia(texto: str) -> str:
    """The text without item number, bullet, note marks, accents and punctuation."""
    return palabras(sin_marcas_nota(sin_ordinal(sin_vineta(texto))))


@lru_cache(maxsize=32768)
def mismo_texto(uno: str, otro: str) -> bool:
    """Whether the two are the same text but for slips, or one is contained in the other."""
    a, b = sorted((esencia(uno), esencia(otro)), key=len)
    if not a:
        return False
    if a == b or (len(a) >= CONTENIDO_MINIMO and f" {a} " in f" {b} "):
        return True
    from rapidfuzz import fuzz

    if fuzz.ratio(a, b) >= PARECIDO:
        return True
    return len(a) >= 2 * CONTENIDO_MINIMO and fuzz.partial_ratio(a, b) >= PARECIDO


def recorte(texto: str, largo: int = 80) -> str:
    """The text on one line, cut at a word."""
    plano = " ".join(texto.split())
    return plano if len(plano) <= largo else f"{plano[:largo].rsplit(' ', 1)[0]}…"
