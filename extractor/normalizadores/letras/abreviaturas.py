"""Which name an abbreviation with its stop stands for: the beginning of one name only, or the consonants of one only."""

from __future__ import annotations

from collections.abc import Collection, Mapping

LARGO_PREFIJO, LARGO_SALTEADA, LARGO_ABREVIADO = 3, 4, 5
"""Letters of an abbreviation that begins a name, of one that skips letters of it, and of a name worth abbreviating."""
CONSONANTES = 3
"""Consonants of an abbreviation that skips letters, so that few common words look like one."""
_VOCALES = frozenset("aeiou")


def palabra_abreviada(corta: str, nombres: Mapping[str, frozenset[str]], otras: Collection[str]) -> str | None:
    """The word of ``nombres`` (with the codes it is of) that ``corta`` begins or, when it begins none, whose letters it keeps in
    order from the first to the last. None when words of two codes, or one of ``otras``, fit it as well.
    """
    propias = {p for p, codigos in nombres.items() if len(codigos) == 1 and len(p) >= LARGO_ABREVIADO}
    cabe = _empieza if any(_empieza(corta, p) for p in propias) else _salteada
    halladas = sorted(p for p in propias if cabe(corta, p))
    if len({nombres[p] for p in halladas}) != 1:
        return None
    if any(len(p) >= LARGO_ABREVIADO and p not in halladas and cabe(corta, p) for p in otras):
        return None
    return min(halladas, key=lambda p: (len(p), p))


def _empieza(corta: str, palabra: str) -> bool:
    return len(corta) >= LARGO_PREFIJO and palabra.startswith(corta) and palabra != corta


def _salteada(corta: str, palabra: str) -> bool:
    """Whether ``corta`` is ``palabra`` with vowels, and some consonants, left out inside."""
    if len(corta) < LARGO_SALTEADA or corta[0] != palabra[0] or corta[-1] != palabra[-1] or len(corta) >= len(palabra):
        return False
    vocales = sum(c in _VOCALES for c in corta[1:-1])
    letras = iter(palabra)
    return vocales <= 1 and sum(c not in _VOCALES for c in corta) >= CONSONANTES and all(c in letras for c in corta)
