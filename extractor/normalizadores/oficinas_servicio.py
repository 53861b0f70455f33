"""Which of the services that a line names it is about: whom it is for and who helps set aside, and the offices of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.normalizadores.aperturas_unidad import aperturas
from extractor.normalizadores.menciones_servicio import MencionServicio
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.servicios import vocabulario

_DE_FUERA = frozenset(
    {"municipal", "municipales", "municipalidad", "comunal", "vecinal", "mesa", "comite", "convenio", "programa", "proyecto"}
)
"""Words that an office of a public service does not carry in its name."""


def sin_ajenas(palabras: Sequence[str], todas: list[MencionServicio]) -> tuple[list[MencionServicio], frozenset[int]]:
    """The mentions of the service a line is about, and the indexes of the words that set the others aside ("al", "en convenio
    con"). Only what follows a first mention can be set aside.

    >>> sin_ajenas(["sag", "con", "indap"], [MencionServicio("sag", "sigla", 0, 1), MencionServicio("indap", "sigla", 2, 3)])[0]
    [MencionServicio(codigo='sag', clase='sigla', inicio=0, fin=1)]
    """
    propias = todas[:1]
    apartadas: set[int] = set()
    for mencion in todas[1:]:
        desde = max((m.fin for m in todas if m.fin <= mencion.inicio), default=0)
        antes = [tuple(palabras[i : mencion.inicio]) for i in range(desde, mencion.inicio)]
        largo = max((len(frase) for frase in antes if frase in _ajenos()), default=0)
        if largo and mencion.codigo != todas[0].codigo:
            apartadas |= set(range(mencion.inicio - largo, mencion.fin))
        else:
            propias.append(mencion)
    return propias, frozenset(apartadas)


@cache
def _ajenos() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(plegar_frase(f).split()) for f in vocabulario().ajenos)


_CORTA = re.compile(r"[,;:/(.–—-]")


def es_de_oficina(texto: str, palabras: Sequence[str], halladas: Sequence[MencionServicio]) -> bool:
    """Whether the line is an office's name and its service's, parted by a separator, the service at one of the ends
    ("Unidad de Riego, INDAP"; "DIBAM - Coordinación de Archivos")."""
    if not _CORTA.search(texto) or len({m.codigo for m in halladas}) != 1 or _DE_FUERA & set(palabras):
        return False
    partes = [re.findall(r"[^\W_]+", plegar_frase(p)) for p in _CORTA.split(texto)]
    partes = [p for p in partes if p]
    al_fin = halladas[-1].fin == len(palabras) and halladas[-1].inicio >= len(palabras) - len(partes[-1])
    al_principio = halladas[0].inicio == 0 and halladas[0].fin <= len(partes[0])
    otra = partes[0] if al_fin else partes[1] if al_principio and len(partes) > 1 else []
    return len(partes) > 1 and bool(otra) and otra[0] in aperturas("internas")
