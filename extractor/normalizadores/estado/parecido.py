"""A misspelt verdict that is all, or the head, of a cell ("Cunplido. Se hizo")."""

from __future__ import annotations

import re
from functools import cache

from extractor.modelo.valores import ValorEstado
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import vocabulario

UMBRAL_VEREDICTO = 87.0
"""Least likeness of a misspelt verdict word ("Cunplido"); real words near it ("cumplirá") are told apart first."""
_LARGO_VEREDICTO = 6


@cache
def _bien_escritas() -> frozenset[str]:
    return frozenset(plegar_frase(p) for p in vocabulario().sin_reparo)


@cache
def _palabras_veredicto() -> tuple[tuple[str, ValorEstado], ...]:
    formas = {(plegar_frase(f), g.valor) for g in vocabulario().veredictos for f in (*g.fuertes, *g.solas)}
    return tuple(sorted((f, v) for f, v in formas if len(f) >= _LARGO_VEREDICTO))


def veredicto_parecido(texto: str) -> tuple[ValorEstado, str, str] | None:
    """A misspelt verdict that opens the text and stands alone or before a stop ("Cumpido. Se hizo"); None otherwise.

    Gives the value, the words as written and the verdict they are taken for."""
    from rapidfuzz import fuzz

    cabeza = re.split(r"[.,;:()\n]", texto, maxsplit=1)[0].strip()
    plegada = plegar_frase(cabeza)
    if (
        any(c.isdigit() for c in plegada)
        or "habria" in plegada
        or not _LARGO_VEREDICTO <= len(plegada) <= 30
        or len(plegada.split()) > 3
        or re.search(r"r[áa]n?$|mient|ndo(?:se|l[oa]s?)?$", plegada + " " + cabeza.lower())
    ):
        return None
    orden = sorted(((fuzz.ratio(plegada, forma), forma, valor) for forma, valor in _palabras_veredicto()), reverse=True)
    puntaje, forma, valor = orden[0]
    niega = plegada.split()[0] in {"no", "sin"}
    if plegada.split()[-1] in _bien_escritas():
        return None
    if puntaje < UMBRAL_VEREDICTO or niega != (forma.split()[0] in {"no", "sin"}):
        return None
    return valor, cabeza, forma
