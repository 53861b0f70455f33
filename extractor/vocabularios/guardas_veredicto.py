"""Words of a verdict that are none where they stand: "Cumplido el plazo", "No. 345", "Lista: ...", "X, XI y XII regiones"."""

from __future__ import annotations

import re

_OTRO_OBJETO = re.compile(
    r"\s+(?:con\s+)?(?:(?:el|los|la|las|un|una|su|sus)\s+)?(?:\d+\s+)?"
    r"(?:plazos?|anos?|mes|meses|aniversario|funcion(?:es)?|rol(?:es)?|labor(?:es)?|papel|horarios?|condena|jornada\s+laboral)\b"
)
"""What is fulfilled otherwise than a commitment: a term, a function, years."""
_SOLO_O_NOTA = re.compile(r"\s*(?:$|[.()\n✓\]])")
_NUMERO_DE = re.compile(r"\s*[.:]?\s*[°º]?\s*\d")


def no_es_veredicto(frase: str, plegado: str, fin: int) -> bool:
    """Whether the folded words ``frase``, which end at ``fin`` of the folded text, say another thing there.

    >>> no_es_veredicto("cumplido", "cumplido el plazo", 8), no_es_veredicto("cumplido", "cumplido en plazo", 8)
    (True, False)
    """
    if "cumpl" in frase and not frase.startswith("no "):
        return _OTRO_OBJETO.match(plegado, fin) is not None
    if frase == "no":
        return _NUMERO_DE.match(plegado, fin) is not None
    if frase == "x" or frase.startswith("lista"):
        return _SOLO_O_NOTA.match(plegado, fin) is None
    return False
