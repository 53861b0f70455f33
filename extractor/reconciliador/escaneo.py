"""What a scan may have read wrong in a state: its few letters decide whether a weight is earned."""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.texto import plegar
from extractor.modelo.base import Origen
from extractor.modelo.valores import Estado
from extractor.reconciliador.lexico import conjunto

CORTA = 3
"""Letters of a verdict so short that one wrong letter makes another word of it ("Si", "No")."""
_PRIMERA = re.compile(r"\W*([^\W_]+)")


def de_escaneo(lugar: Origen, paginas: frozenset[int]) -> bool:
    """Whether a place stands on one of the pages read from images."""
    return bool(paginas) and any(parte.pagina in paginas for parte in lugar.lugares)


def estado_incierto(estado: Estado | None) -> bool:
    """Whether a state that a scan gave may say something else: it was read with doubt, no vocabulary knows its words, or it is a
    narration that opens with what may be a short verdict ("Ss. Se dictaron ...")."""
    if estado is None or not estado.texto.strip():
        return False
    sin_palabra = estado.valor == "SIN_DATO" and not estado.declarado
    return estado.certeza == "dudosa" or sin_palabra or (not estado.declarado and _abre_con_casi_veredicto(estado.texto))


def _abre_con_casi_veredicto(texto: str) -> bool:
    hallada = _PRIMERA.match(plegar(texto))
    if hallada is None or len(hallada[1]) > CORTA or hallada[1] in conjunto("vacias") - _cortas():
        return False
    return any(_a_una_letra(hallada[1], corta) for corta in _cortas())


def _a_una_letra(una: str, otra: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(una, otra) <= 1


@cache
def _cortas() -> frozenset[str]:
    """The verdicts of so few letters."""
    from extractor.vocabularios.estados import vocabulario

    formas = (plegar(f) for grupo in vocabulario().veredictos for f in (*grupo.fuertes, *grupo.solas))
    return frozenset(f for f in formas if len(f) <= CORTA and f.isalpha())
