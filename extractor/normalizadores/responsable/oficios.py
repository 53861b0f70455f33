"""Professions that no vocabulary lists, known by how their names end ("Meteoróloga", "Tasador"), and their neutral form."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.normalizadores.region.palabras import de_lugar_o_region
from extractor.normalizadores.responsable.personas_cargo import no_son_nombre, nombres

_GRIEGOS = re.compile(r"(\w{2,}(?:olog|ograf)|\w{3,}iatr)(o|a|os|as)")
"""Endings that only professions have."""
_AGENTES = re.compile(r"(\w{3,}(?:[dt]or|ist))(|a|es|as)")
"""Endings of who does something, and of some surnames."""

_CON_TILDE = re.compile(r"o(?=(?:log|graf)$)")


@lru_cache(maxsize=8192)
def oficio(norma: str) -> str | None:
    """The neutral form of an unlisted profession, from its folded word; None when it is not one by its ending, or when the word
    is known to be something else.

    >>> oficio("meteorologa"), oficio("tasadores"), oficio("pediatra"), oficio("salvador"), oficio("perforistas")
    ('Meteorólogo/a', 'Tasador/a', 'Pediatra', None, 'Perforista')
    """
    hallado = _GRIEGOS.fullmatch(norma) or _AGENTES.fullmatch(norma)
    if hallado is None or norma in nombres() or norma in no_son_nombre() or de_lugar_o_region(norma):
        return None
    raiz, fin = hallado.groups()
    if raiz.endswith(("iatr", "ist")):
        return f"{raiz}a".capitalize() if fin in ("a", "as") else None
    if raiz.endswith("or"):
        return f"{raiz}/a".capitalize()
    return f"{_CON_TILDE.sub('ó', raiz)}o/a".capitalize()


@lru_cache(maxsize=8192)
def por_su_final(norma: str) -> bool:
    """Whether the ending alone tells a profession, wherever the word stands."""
    return _GRIEGOS.fullmatch(norma) is not None and oficio(norma) is not None
