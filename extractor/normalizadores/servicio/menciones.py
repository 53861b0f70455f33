"""Every service that a text names, by full name, acronym or former name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
from extractor.vocabularios.servicios import vocabulario

_PALABRA = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class MencionServicio:
    """Words ``inicio`` to ``fin`` (excluded) of a text name ``codigo``; ``clase``: nombre, sigla, otro, antes."""

    codigo: str
    clase: str
    inicio: int
    fin: int


@cache
def indice_servicios() -> dict[str, tuple[tuple[tuple[str, ...], str, str, bool], ...]]:
    """By first word: (words, code, class, whether it only counts in capitals), the longest first."""
    formas: list[tuple[tuple[str, ...], str, str, bool]] = []
    for servicio in vocabulario().servicios:
        grupos = (("nombre", (servicio.nombre,)), ("sigla", servicio.siglas), ("otro", servicio.otros), ("antes", servicio.antes))
        for clase, nombres in grupos:
            for nombre in nombres:
                frase = tuple(_PALABRA.findall(plegar_frase(nombre)))
                formas.append((frase, servicio.codigo, clase, servicio.ambigua and len(frase) == 1))
    indice: dict[str, list[tuple[tuple[str, ...], str, str, bool]]] = {}
    for forma in sorted(formas, key=lambda f: (-len(f[0]), f)):
        indice.setdefault(forma[0][0], []).append(forma)
    return {clave: tuple(valor) for clave, valor in indice.items()}


_CIERRAN = frozenset(".:;\n•·-")
"""Marks after which a sentence, or an item of a list, opens."""


@lru_cache(maxsize=4096)
def palabras_de_texto(texto: str) -> tuple[tuple[str, str, bool], ...]:
    """Folded and written form of every word, and whether it opens a sentence."""
    plegado, lugares = plegar_con_lugares(texto)
    salida: list[tuple[str, str, bool]] = []
    cursor = 0
    for hallada in _PALABRA.finditer(plegado):
        entre = plegado[cursor : hallada.start()]
        cursor = hallada.end()
        abre = not salida or (entre != " " and not _CIERRAN.isdisjoint(entre))
        salida.append((hallada.group(), texto[lugares[hallada.start()] : lugares[hallada.end() - 1] + 1], abre))
    return tuple(salida)


_SIGLA_CORTA = 3


_SIGLA_LARGA = 5


def _escrita_como_sigla(escrita: str, ambigua: bool, abre: bool) -> bool:
    """Acronyms of three letters need capitals; longer ones may be written as a proper noun ("Sernam"); one that is also a
    common word ("Integra") not where a sentence opens."""
    if escrita.isupper():
        return True
    return len(escrita) > _SIGLA_CORTA and escrita[:1].isupper() and not (ambigua and abre)


def menciones(texto: str, *, acepta_minusculas: bool = False) -> Iterator[MencionServicio]:
    """Every service named in ``texto``, in order, the longest reading first.

    ``acepta_minusculas``: for file names, where case says nothing; only acronyms of five letters or more then count.
    """
    palabras, indice = palabras_de_texto(texto), 0
    solas = tuple(p for p, _, _ in palabras)
    while indice < len(palabras):
        primera, escrita, abre = palabras[indice]
        for frase, codigo, clase, ambigua in indice_servicios().get(primera, ()):
            fin = indice + len(frase)
            if solas[indice:fin] != frase:
                continue
            vale = len(frase) > 1 or _escrita_como_sigla(escrita, ambigua, abre)
            if vale or (acepta_minusculas and len(frase[0]) >= _SIGLA_LARGA):
                yield MencionServicio(codigo, clase, indice, fin)
                indice = fin - 1
                break
        indice += 1


@lru_cache(maxsize=4096)
def buscar_instituciones(texto: str) -> tuple[str, ...]:
    """Codes of the services mentioned, in order of first mention.

    >>> buscar_instituciones("SENCE, Fosis y el Servicio Nacional de la Mujer")
    ('sence', 'fosis', 'sernam')
    """
    return tuple(dict.fromkeys(m.codigo for m in menciones(texto)))
