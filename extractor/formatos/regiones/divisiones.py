"""What a heading may say of a region beside its name: the service's own division of the country, or the provinces it covers.

"Región Policial de Coquimbo" and "Región de Coquimbo (provincias de Elqui y Limarí)" are of Coquimbo. A number beside such a
division ("VIII Región Militar") is that of the division, no region's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache

from extractor.comun.texto import palabras, sin_marcas_nota
from extractor.vocabularios.lugares import region_de_lugar
from extractor.vocabularios.lugares import vocabulario as lugares
from extractor.vocabularios.regiones import vocabulario as regiones

_ENTRE = re.compile(r"\s*[,;/]\s*|\s+(?:y|e)\s+", re.IGNORECASE)
_ENLACES = frozenset({"de", "del", "la", "las", "los", "el"})
_LARGO = 160


def _plegadas(frases: Sequence[str]) -> frozenset[str]:
    return frozenset(palabras(f) for f in frases)


@cache
def _divididas() -> tuple[frozenset[str], frozenset[str]]:
    return _plegadas(regiones().llevan_division), _plegadas(regiones().divisiones_de_servicio)


def sin_division(trozos: Sequence[str]) -> tuple[str, ...] | None:
    """The folded words of a name without those of a service's division; None when they tell none.

    >>> sin_division(["region", "policial", "de", "coquimbo"]), sin_division(["region", "de", "coquimbo"])
    (('de', 'coquimbo'), None)
    """
    llevan, propias = _divididas()
    for sitio, (una, otra) in enumerate(itertools.pairwise(trozos)):
        if una in llevan and otra in propias:
            return (*trozos[:sitio], *trozos[sitio + 2 :])
    return None


def partir_lugares(texto: str) -> tuple[str, frozenset[str]] | None:
    """What stands before the provinces or communes that close a heading, in brackets or after that word, and the codes of the
    regions that all of them are, or were, of; None when it closes with anything else.

    >>> partir_lugares("Región de Coquimbo (provincias de Elqui y Limarí)"), partir_lugares("Región de Coquimbo (ver anexo)")
    (('Región de Coquimbo', frozenset({'04'})), None)
    """
    limpio = sin_marcas_nota(texto).strip()
    hallado = _con_lugares().match(limpio) if len(limpio) <= _LARGO else None
    if hallado is None:
        return None
    suyas = [_regiones_de(parte) for parte in _ENTRE.split((hallado["dentro"] or hallado["tras"]).strip())]
    todas = frozenset.intersection(*suyas)
    return (hallado["cabeza"], todas) if todas else None


@cache
def _con_lugares() -> re.Pattern[str]:
    rotulos = "|".join(sorted(map(re.escape, regiones().parten_regiones), key=lambda r: (-len(r), r)))
    tras = rf"(?:[,:;–—-]\s*|\s)(?P<tras>(?:{rotulos})\s.+)"
    return re.compile(rf"(?P<cabeza>.+?)\s*(?:\((?P<dentro>[^()]+)\)|{tras})$", re.IGNORECASE)


def _regiones_de(parte: str) -> frozenset[str]:
    """The codes of the regions of the place that a text names, with or without its kind; empty when it names none."""
    rotulos = _plegadas(regiones().parten_regiones)
    trozos = palabras(parte).split()
    while trozos and tuple(trozos) not in _lugares() and (trozos[0] in rotulos or trozos[0] in _ENLACES):
        trozos.pop(0)
    return _lugares().get(tuple(trozos), frozenset())


@cache
def _lugares() -> dict[tuple[str, ...], frozenset[str]]:
    """The regions of each place by its folded words, in every division."""
    halladas: dict[tuple[str, ...], frozenset[str]] = {}
    for codigo, nombre in lugares().nombres():
        clave = tuple(palabras(nombre).split())
        suyas = {region for d in regiones().divisiones if (region := region_de_lugar(codigo, d.id)) is not None}
        halladas[clave] = halladas.get(clave, frozenset()) | suyas
    return halladas
