"""Whether two cells name the same objective or activity, in spite of slips of the keys and of what was added to one."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, takewhile

from extractor.comun.texto import palabras, sin_marcas_nota, sin_ordinal, sin_vineta
from extractor.reconciliador.lexico import conjunto

PARECIDO = 90
"""Least likeness (rapidfuzz ratio, 0-100) of two texts that are the same one."""
PALABRAS_DE_COMIENZO = 3
"""Words, the first ones, by which a text may be cited: fewer are a chance."""
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
        self._en_orden = sorted(self._esencias)
        self._largos = sorted({len(e) for e in self._esencias})
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

    def abreviados(self, texto: str, enteros: Indice | None = None) -> tuple[str, ...]:
        """The texts that cite this one by its first words, or that it cites so. ``enteros``: the texts of its own kind, as
        what is the whole of another of them does not cite it."""
        suya = esencia(texto)
        # only what is as long as some text is cut: every beginning of a long one would take its square
        comienzos = [suya[:n] for n in self._largos if suya[n : n + 1] == " "]
        halladas = [
            c for c in comienzos
            if c in self._originales and _bastan(c) and (enteros is None or c not in enteros._originales)
        ]  # fmt: skip
        if _bastan(suya):
            buscado = f"{suya} "
            desde = bisect.bisect_left(self._en_orden, buscado)
            halladas += takewhile(lambda e: e.startswith(buscado), islice(self._en_orden, desde, None))
        return tuple(t for e in halladas for t in self._originales[e])


def _bastan(plano: str) -> bool:
    """Whether the words of a folded text are enough to cite another by: so many, or two that carry meaning."""
    dichas = plano.split(" ")
    return len(dichas) >= PALABRAS_DE_COMIENZO or sum(p not in conjunto("vacias") and len(p) > 2 for p in dichas) > 1


def recorte(texto: str, largo: int = 80) -> str:
    """The text on one line, cut at a word."""
    plano = " ".join(texto.split())
    return plano if len(plano) <= largo else f"{plano[:largo].rsplit(' ', 1)[0]}…"
