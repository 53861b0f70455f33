"""Words that only close a table ("Puntos reunidos", "En la región"), of ``patrones/vocabularios/filas.yaml``."""

from __future__ import annotations

from functools import cache

from extractor.comun.texto import palabras
from extractor.vocabularios.filas import vocabulario


@cache
def _de_cierre() -> tuple[frozenset[str], frozenset[str]]:
    formas = vocabulario().cierres
    nombres, acompanan = (frozenset(palabras(p) for p in lista) for lista in (formas.nombres, formas.acompanan))
    return nombres, nombres | acompanan


def nombra_cierre(texto: str) -> bool:
    """Whether a text says no more than what closes a table, which alone makes it no total: the figures beside it do.

    >>> [nombra_cierre(t) for t in ("Puntos reunidos", "Cierre de la región", "Σ", "Cierre de la mesa", "La región")]
    [True, True, True, False, False]
    """
    nombres, admitidas = _de_cierre()
    dichas = [p for p in palabras(texto).split() if not p.isdigit()]
    if not dichas:
        return any(signo in texto for signo in "Σ∑")
    return any(p in nombres for p in dichas) and all(p in admitidas for p in dichas)


@cache
def _del_todo() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    formas = vocabulario().cierres
    abren, enteros, reunen = (frozenset(palabras(p) for p in lista) for lista in (formas.abren, formas.enteros, formas.reunen))
    return abren, enteros, enteros | reunen | _de_cierre()[1]


def nombra_el_todo(texto: str) -> bool:
    """Whether a text says no more than what the whole table is of, with or without a verb for adding it up.

    >>> [nombra_el_todo(t) for t in ("En la región", "La zona reúne", "Lo que junta la oficina", "La región del Maule", "Región")]
    [True, True, True, False, False]
    """
    abren, enteros, admitidas = _del_todo()
    dichas = palabras(texto).split()
    return len(dichas) > 1 and dichas[0] in abren and any(p in enteros for p in dichas) and all(p in admitidas for p in dichas)
