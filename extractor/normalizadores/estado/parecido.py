"""A misspelt verdict that is all, or the head, of a cell ("Cunplido. Se hizo")."""

from __future__ import annotations

import re
from functools import cache

from extractor.modelo.valores import ValorEstado
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import vocabulario
from extractor.vocabularios.formas_veredicto import PARTICIPIO

UMBRAL_VEREDICTO = 87.0
"""Least likeness of a misspelt verdict word ("Cunplido"); real words near it ("cumplirá") are told apart first."""
_LARGO_VEREDICTO = 6
_LARGO_DOS = 9
"""Letters of a word in which two may be wrong; a participle has one wrong at most, since verbs of doing are near each other."""


@cache
def _bien_escritas() -> frozenset[str]:
    return frozenset(plegar_frase(p) for p in vocabulario().sin_reparo)


@cache
def _palabras_veredicto() -> tuple[tuple[str, ValorEstado], ...]:
    formas = {(plegar_frase(f), g.valor) for g in vocabulario().veredictos for f in (*g.fuertes, *g.solas)}
    return tuple(sorted((f, v) for f, v in formas if len(f) >= _LARGO_VEREDICTO))


_PALABRA = re.compile(r"[^\W_]+")
_PARADA = re.compile(r"[.,;:()\n]")
_OTRA_FORMA = re.compile(r"r[áa]n?$|mient|ndo(?:se|l[oa]s?)?$")


def otro_tiempo(escrita: str, palabra: str) -> bool:
    """Whether ``escrita`` is a past tense ("concretó", "efectuaron") and ``palabra``, the word it is taken for, is none: it
    tells, and is no slip of it."""
    pasada = escrita.lower().endswith(("ó", "aron", "ieron"))
    return pasada and (not palabra.endswith(("o", "aron", "ieron")) or PARTICIPIO.search(palabra) is not None)


def _palabra_a_palabra(escritas: list[str], dichas: list[str]) -> bool:
    """Whether each word is a slip of its own: the whole may be near where one word is another ("No probado", "No ha realizado",
    "No se suplió"). A letter alone before them is a mark; words typed together or parted are compared as a whole."""
    from rapidfuzz.distance import OSA

    if len(escritas) > len(dichas) and len(escritas[0]) == 1:
        escritas = escritas[1:]
    if len(escritas) != len(dichas):
        partida = len(escritas) < len(dichas) or any(len(p) == 1 for p in escritas)
        return OSA.distance("".join(escritas), "".join(dichas)) <= (1 if partida else 0)
    for escrita, dicha in zip(escritas, dichas, strict=True):
        cuantas = 1 if PARTICIPIO.search(dicha) or len(dicha) < _LARGO_DOS else 2
        desliz = escrita[0] == dicha[0] and OSA.distance(escrita, dicha) <= cuantas
        if not desliz and sorted(escrita) != sorted(dicha):
            return False
    return True


def veredicto_parecido(texto: str) -> tuple[ValorEstado, str, str] | None:
    """A misspelt verdict that opens the text and stands alone or before a stop ("Cumpido. Se hizo"); None otherwise.

    Gives the value, the words as written and the verdict they are taken for."""
    from rapidfuzz import fuzz

    cabeza = _PARADA.split(texto, maxsplit=1)[0].strip()
    plegada = plegar_frase(cabeza)
    if (
        not _LARGO_VEREDICTO <= len(plegada) <= 30
        or len(plegada.split()) > 3
        or any(c.isdigit() for c in plegada)
        or "habria" in plegada
        or _OTRA_FORMA.search(plegada + " " + cabeza.lower())
    ):
        return None
    orden = sorted(((fuzz.ratio(plegada, forma), forma, valor) for forma, valor in _palabras_veredicto()), reverse=True)
    puntaje, forma, valor = orden[0]
    niega = plegada.split()[0] in {"no", "sin"}
    if plegada.split()[-1] in _bien_escritas() or otro_tiempo(cabeza.split()[-1], forma.split()[-1]):
        return None
    if not _palabra_a_palabra(_PALABRA.findall(plegada), forma.split()):
        return None
    if puntaje < UMBRAL_VEREDICTO or niega != (forma.split()[0] in {"no", "sin"}):
        return None
    return valor, cabeza, forma
