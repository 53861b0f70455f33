"""Likeness of a line to the names of the services: the nearest ones, and whether every word of it is a slip of one of theirs."""

from __future__ import annotations

import re
from functools import cache

from extractor.normalizadores.servicio.menciones import indice_servicios
from extractor.normalizadores.servicio.palabras import VACIAS, de_sus_nombres, explica
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.servicios import por_codigo

UMBRAL_JUNTO = 93.0
"""Least likeness (rapidfuzz ratio) of a name without its spaces, where words are run together or cut elsewhere."""
LARGO_DESLIZ = 3
"""Letters of a word for each one of them that may be wrong."""
PISO_CANDIDATO = 55.0
_CANDIDATOS = 3
_PALABRA = re.compile(r"[^\W_]+")


@cache
def _nombres_largos() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names by their words that carry meaning, for comparing by likeness, and the code of each."""
    llenas = (
        (tuple(p for p in frase if p not in VACIAS), codigo)
        for formas in indice_servicios().values()
        for frase, codigo, clase, _ in formas
        if clase != "sigla" and not por_codigo()[codigo].sin_informe
    )
    pares = list(dict.fromkeys((" ".join(frase), codigo) for frase, codigo in llenas if len(frase) > 1))
    return tuple(nombre for nombre, _ in pares), tuple(codigo for _, codigo in pares)


@cache
def _nombres_de(codigo: str) -> tuple[tuple[str, ...], ...]:
    """The names of a service by their words."""
    servicio = por_codigo()[codigo]
    return tuple(tuple(_PALABRA.findall(plegar_frase(n))) for n in (servicio.nombre, *servicio.otros, *servicio.antes))


def palabra_por_palabra(palabras: list[str], codigo: str) -> bool:
    """Whether every word that carries meaning is nearly one of some name of the service, or all of them in one piece are; a line
    like a name as a whole may have another word in it ("Ministerio de Cultura")."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    junto = "".join(p for p in palabras if p in VACIAS or p in de_sus_nombres(codigo) or not explica(p, codigo))
    llenas = [p for p in palabras if len(p) > LARGO_DESLIZ and (p in de_sus_nombres(codigo) or not explica(p, codigo))]
    for nombre in _nombres_de(codigo):
        suyas = [p for p in nombre if p not in VACIAS]
        if fuzz.ratio(junto, "".join(nombre)) >= UMBRAL_JUNTO:
            return True
        if all(min((OSA.distance(p, s) for s in suyas), default=99) <= max(1, len(p) // LARGO_DESLIZ) for p in llenas):
            return True
    return False


def parecidos(palabras: list[str]) -> tuple[tuple[str, float], ...]:
    """The three nearest services."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract

    escrito = " ".join([p for p in palabras if p not in VACIAS])
    nombres, codigos = _nombres_largos()
    mejores: dict[str, float] = {}
    menor = 0.0
    for _, exacto, lugar in extract(escrito, nombres, scorer=ratio, score_cutoff=PISO_CANDIDATO, limit=None):
        puntaje = round(exacto, 1)
        if len(mejores) >= _CANDIDATOS and puntaje < menor:
            break  # they come in order, the likest first
        menor = mejores.setdefault(codigos[lugar], puntaje) if codigos[lugar] not in mejores else menor
    orden = sorted(mejores.items(), key=lambda par: (-par[1], par[0]))
    return tuple(orden[:_CANDIDATOS])
