"""Near spellings of a region's name, ranked; the thresholds that make one of them an answer."""

from __future__ import annotations

from functools import cache

from extractor.modelo.informe import Division
from extractor.normalizadores.menciones_region import palabras_de
from extractor.vocabularios.regiones import regiones_de

UMBRAL_PARECIDO = 84.0
"""Least likeness (rapidfuzz ratio, 0-100) of a misspelt name: one slip in seven letters passes, two do not."""
MARGEN_PARECIDO = 8.0
"""Least distance to the next region; nearer ones leave it undecided."""
PISO_CANDIDATO = 45.0
LARGO_PARECIDO = 4
"""Shorter words are like too many names."""


@cache
def _nombres(division: Division) -> tuple[tuple[str, str], ...]:
    """Names fit for comparing by likeness (long enough) and their code."""
    escritos = [(n.texto, r.codigo) for r in regiones_de(division).values() for n in r.fuertes]
    nombres = {(" ".join(p.texto for p in palabras_de(texto)), codigo) for texto, codigo in escritos}
    return tuple(sorted((n, c) for n, c in nombres if len(n) >= LARGO_PARECIDO))


def puntajes_de(variantes: list[str], division: Division) -> list[tuple[str, float]]:
    """Regions by their likeness to the nearest of ``variantes``, the nearest first."""
    from rapidfuzz import fuzz

    mejores: dict[str, float] = {}
    for nombre, codigo in _nombres(division):
        puntaje = max(fuzz.ratio(variante, nombre) for variante in variantes)
        mejores[codigo] = max(mejores.get(codigo, 0.0), puntaje)
    return sorted(mejores.items(), key=lambda par: (-par[1], par[0]))
