"""Words of a verdict that are none where they stand: "Cumplido el plazo", "No. 345", "Lista: ...", "X, XI y XII regiones"."""

from __future__ import annotations

import re
from functools import cache


@cache
def otro_objeto(objetos: str) -> re.Pattern[str]:
    """What is fulfilled otherwise than a commitment: a term, a function, years. ``objetos``: its nouns, as an expression."""
    return re.compile(
        rf"\s+(?:con\s+)?(?:(?:el|los|las?|un|una|sus?|sus)\s+)?(?:(?:\d+|un|una|primer|primera|segundo|dos|tres|diez)\s+)?(?:{objetos})(?![a-z])"
    )


@cache
def _cortesia(verbos: str) -> re.Pattern[str]:
    """ "Cumplo con informar que ...": what a letter opens with. ``verbos``: its infinitives, as an expression."""
    return re.compile(rf"\s+(?:con|en)\s+(?:{verbos})(?![a-z])")


_SOLO_O_NOTA = re.compile(r"\s*(?:$|[.()\n✓\]])")
_NUMERO_DE = re.compile(r"\s*[.:]?\s*[°º]?\s*\d")


def no_es_veredicto(frase: str, plegado: str, fin: int, objetos: str, cortesias: str) -> bool:
    """Whether the folded words ``frase``, which end at ``fin`` of the folded text, say another thing there.

    >>> [no_es_veredicto("cumplido", texto, 8, "plazo", "informar") for texto in ("cumplido el plazo", "cumplido en plazo")]
    [True, False]
    """
    if "cumpl" in frase and not frase.startswith("no "):
        return otro_objeto(objetos).match(plegado, fin) is not None or _cortesia(cortesias).match(plegado, fin) is not None
    if frase == "no":
        return _NUMERO_DE.match(plegado, fin) is not None
    if frase == "x" or frase.startswith("lista"):
        return _SOLO_O_NOTA.match(plegado, fin) is None
    return False
