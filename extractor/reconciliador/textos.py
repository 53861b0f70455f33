"""Whether two cells name the same objective or activity, in spite of slips of the keys and of what was added to one."""

from __future__ import annotations

from collections.abc import Iterable
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


class Indice:
    """Texts to be looked up many times. Looking inside longer texts is dear: beyond ``TOPE`` such comparisons only whole
    texts are compared, so that a table of thousands of rows ends."""

    TOPE = 20_000

    def __init__(self, textos: Iterable[str]) -> None:
        self._originales: dict[str, list[str]] = {}
        for texto in dict.fromkeys(textos):
            self._originales.setdefault(esencia(texto), []).append(texto)
        self._originales.pop("", None)
        self._esencias = list(self._originales)
        self._hechas = 0

    def iguales(self, texto: str) -> tuple[str, ...]:
        """The texts that are the same one, by ``mismo_texto``; the very same ones only, where there are some."""
        buscado = esencia(texto)
        if not buscado or buscado in self._originales:
            return tuple(self._originales.get(buscado, ()))
        from rapidfuzz import fuzz, process

        cerca = process.extract(buscado, self._esencias, scorer=fuzz.ratio, score_cutoff=PARECIDO, limit=None)
        hallados = [cercana for cercana, _, _ in cerca]
        if not hallados and self._hechas <= self.TOPE:
            self._hechas += len(self._esencias)
            hallados = [e for e in self._esencias if mismo_texto(buscado, e)]
        return tuple(t for e in hallados for t in self._originales[e])


def recorte(texto: str, largo: int = 80) -> str:
    """The text on one line, cut at a word."""
    plano = " ".join(texto.split())
    return plano if len(plano) <= largo else f"{plano[:largo].rsplit(' ', 1)[0]}…"
