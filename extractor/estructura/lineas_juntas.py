"""Stacked figures and verdicts whose line breaks were lost: "30% Pendiente 20%", "Cumplido Cumplido No cumplido".

A line is parted only when all of it is made of such pieces; where a narration stands among them nothing is guessed.
"""

from __future__ import annotations

import re

from extractor.comun.texto import plegar

_CIFRA = r"(?:(?:sub\s?)?total(?:es)?\s*:?\s*)?\$?\s?\d[\d.,]*(?:\s?%)?(?:\s?(?:puntos?|pts|ptos?)\b\.?)?"
_PALABRA = r"pendientes?|no\s+cumple|no\s+aplica"
_VEREDICTO = (
    r"si,?\s+cumple|no\s+cumplid[oa]s?|no\s+cumple|cumplid[oa]s?\s+parcialmente|cumple\s+parcialmente|parcialmente\s+cumplid[oa]s?"
    r"|cumplid[oa]s?|cumple|parcialmente|parcial|pendientes?|en\s+proceso|no\s+aplica|si|no"
)
_DE_CIFRAS = re.compile(rf"(?:{_CIFRA}|{_PALABRA})(?=\s|$)")
_DE_VEREDICTOS = re.compile(rf"(?:{_VEREDICTO})(?=[\s.;]|$)[.;]?")

Tramo = tuple[int, int]


def cifras_juntas(texto: str) -> list[Tramo]:
    """Where the figures of a line stand, and the words in the place of one; none unless they are two or more and fill it."""
    tramos = _tramos(_DE_CIFRAS, texto)
    return tramos if any(any(c.isdigit() for c in texto[a:b]) for a, b in tramos) else []


def veredictos_juntos(texto: str) -> list[Tramo]:
    """Where the verdicts of a line stand; none unless they are two or more and fill it."""
    return _tramos(_DE_VEREDICTOS, texto)


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
