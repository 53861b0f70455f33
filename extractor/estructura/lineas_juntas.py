"""Stacked figures and verdicts whose line breaks were lost: "30% Pendiente 20%", "Cumplido Cumplido No cumplido".

A line is parted only when all of it is made of such pieces; where a narration stands among them nothing is guessed.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.texto import plegar
from extractor.vocabularios.base import alternativas
from extractor.vocabularios.opciones import valores, vocabulario

_CIFRA = r"(?:(?:sub\s?)?total(?:es)?\s*:?\s*)?\$?\s?\d[\d.,]*(?:\s?%)?(?:\s?(?:puntos?|pts|ptos?)\b\.?)?"

Tramo = tuple[int, int]


@cache
def _de_cifras() -> re.Pattern[str]:
    return re.compile(rf"(?:{_CIFRA}|{alternativas(vocabulario().en_cifras)})(?=\s|$)")


@cache
def _de_veredictos() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternativas(valores())})(?=[\s.;]|$)[.;]?")


def cifras_juntas(texto: str) -> list[Tramo]:
    """Where the figures of a line stand, and the words in the place of one; none unless they are two or more and fill it."""
    tramos = _tramos(_de_cifras(), texto)
    return tramos if any(any(c.isdigit() for c in texto[a:b]) for a, b in tramos) else []


def veredictos_juntos(texto: str) -> list[Tramo]:
    """Where the verdicts of a line stand; none unless they are two or more and fill it."""
    return _tramos(_de_veredictos(), texto)


def _tramos(pieza: re.Pattern[str], texto: str) -> list[Tramo]:
    plano = plegar(texto)
    if len(plano) != len(texto):
        # folding moved the places: the line holds signs that no figure or verdict has
        return []
    tramos: list[Tramo] = []
    lugar = 0
    while lugar < len(plano):
        if plano[lugar].isspace():
            lugar += 1
            continue
        hallado = pieza.match(plano, lugar)
        if hallado is None:
            return []
        tramos.append(hallado.span())
        lugar = hallado.end()
    return tramos if len(tramos) > 1 else []
