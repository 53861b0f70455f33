"""What opens a unit's name, and how the text of a stretch is trimmed."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.comun.texto import blancos
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, unidades

_RECORTE = " \t\n,;:/-–—|•·&"


@cache
def aperturas(*claves: str) -> frozenset[str]:
    """Single words of the lists that open a unit."""
    return frozenset(p for clave in claves for p in map(plegar_frase, getattr(unidades(), clave)) if " " not in p)


@cache
def de_cargos(clave: str) -> frozenset[str]:
    """Single words of a list of the roles' vocabulary."""
    return frozenset(map(plegar_frase, getattr(cargos(), clave)))


@cache
def enlazan() -> frozenset[str]:
    """Words that leave a name open: what follows belongs to it."""
    return frozenset(map(plegar_frase, unidades().enlazan))


@cache
def frases_apertura() -> tuple[tuple[str, ...], ...]:
    """Openings of several words ("Ilustre Municipalidad"), which are not cut inside."""
    todas = {tuple(plegar_frase(f).split()) for f in (*unidades().fuertes, *unidades().debiles)}
    return tuple(sorted((f for f in todas if len(f) > 1), key=lambda f: (-len(f), f)))


def fin_apertura(normas: list[str], indice: int) -> int:
    """Past an opening of several words, so that its second word does not cut."""
    for frase in _por_primera().get(normas[indice], ()):
        if tuple(normas[indice : indice + len(frase)]) == frase:
            return indice + len(frase)
    return indice + 1


@cache
def _por_primera() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The openings of several words by their first one, the longest first."""
    indice: dict[str, tuple[tuple[str, ...], ...]] = {}
    for frase in frases_apertura():
        indice[frase[0]] = (*indice.get(frase[0], ()), frase)
    return indice


@lru_cache(maxsize=8192)
def limpio(texto: str) -> str:
    """White space folded, separators trimmed; a lone bracket and the final stop of a phrase dropped."""
    corto = blancos(texto).strip(_RECORTE)
    if corto.endswith((" y", " e")):
        corto = corto[:-2].strip(_RECORTE)
    if "(" not in corto and ")" not in corto and not corto.endswith("."):
        return corto
    if corto.count("(") != corto.count(")"):
        corto = corto.replace("(", " ").replace(")", " ") if corto.count("(") + corto.count(")") == 1 else corto
    if corto.startswith("(") and corto.endswith(")"):
        corto = corto[1:-1]
    if corto.endswith("."):
        corto = re.sub(r"\s+\.$", ".", blancos(corto)).strip(_RECORTE)
        if corto.endswith(".") and not re.search(r"(?:^|\s)(?:\w|Ch|Ll)\.$", corto):
            corto = corto.rstrip(".")
    return blancos(corto)
