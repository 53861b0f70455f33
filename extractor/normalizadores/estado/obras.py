"""Whether the verb of a cue is known to tell a deed: only then does its past, or its denial, say how a commitment ended.

An ending tells that something happened, not what: "se descontinuó" and "se omitió" are pasts too. A verb nobody has listed leaves
the value as it is, and doubtful.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extractor.normalizadores.estado.oracion import Indicio
from extractor.normalizadores.estado.verbos import empieza_como, lista
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import vocabulario

if TYPE_CHECKING:
    from collections.abc import Sequence


_LARGO_DESLIZ = 6
"""Letters of a root from which one slip is forgiven ("relaizó")."""


@lru_cache(maxsize=8192)
def es_obra(norma: str) -> bool:
    """Whether the folded word starts as a verb of doing does, or with one slip of it.

    >>> es_obra("realizaron"), es_obra("relaizo"), es_obra("descontinuo")
    (True, True, False)
    """
    from rapidfuzz.distance import OSA

    raices = lista("obras")
    if norma.startswith(tuple(raices)):
        return True
    if empieza_como(norma, "deshacen_raices") or len(norma) <= _LARGO_DESLIZ:
        return False
    largas = (r for r in raices if len(r) >= _LARGO_DESLIZ and r[0] == norma[0])
    return any(OSA.distance(r, norma[: len(r) + paso], score_cutoff=1) <= 1 for r in largas for paso in (-1, 0, 1))


@cache
def _frases() -> frozenset[str]:
    return frozenset(plegar_frase(f) for s in vocabulario().narracion.senales for f in s.frases) - lista("nada_dicen")


def de_obra(marcas: Sequence[Indicio]) -> bool:
    """Whether each cue of a deed, of its failure or of a plan is a listed phrase, a word of failure or a verb of doing."""
    return all(_clara(m) for m in marcas if m.label_ in ("HECHO", "FRACASO", "PLAN"))


def _clara(marca: Indicio) -> bool:
    normas = [t.norm_ for t in marca]
    if " ".join(normas) in _frases():
        return True
    if marca.label_ == "PLAN":
        despues = [t.norm_ for t in marca.doc[marca.end : marca.end + 2]]  # "será suspendido"
        return not any(empieza_como(n, "deshacen_raices") for n in (*normas, *despues))
    negada = normas[0] in lista("negaciones", "ninguno")
    if marca.label_ == "FRACASO" and not negada:
        return True  # the verb itself is one of failing
    return any(es_obra(n) for n in normas) or re.match(r"no (?:quedan?|falt\w+) ", " ".join(normas)) is not None
