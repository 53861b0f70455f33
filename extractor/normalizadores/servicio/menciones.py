"""Every service that a text names, by full name, acronym or former name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
from extractor.vocabularios.servicios import vocabulario

_PALABRA = re.compile(r"[^\W_]+")


class MencionServicio(NamedTuple):
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


@cache
def _por_frase() -> tuple[dict[str, tuple[int, ...]], dict[tuple[str, ...], tuple[tuple[tuple[str, ...], str, str, bool], ...]]]:
    """How long the names are that a word begins, the longest first; and what each name may be, in the order of the index."""
    largos: dict[str, tuple[int, ...]] = {}
    formas: dict[tuple[str, ...], tuple[tuple[tuple[str, ...], str, str, bool], ...]] = {}
    for primera, suyas in indice_servicios().items():
        largos[primera] = tuple(dict.fromkeys(len(forma[0]) for forma in suyas))
        for forma in suyas:
            formas[forma[0]] = (*formas.get(forma[0], ()), forma)
    return largos, formas


_CIERRAN = frozenset(".:;\n•·-")
"""Marks after which a sentence, or an item of a list, opens."""


@lru_cache(maxsize=4096)
def palabras_de_texto(texto: str) -> tuple[tuple[str, str, bool], ...]:
    """Folded and written form of every word, and whether it opens a sentence."""
    plegado, lugares = plegar_con_lugares(texto)
    if solo_palabras(texto, plegado):
        return tuple([(p, escrita, not i) for i, (p, escrita) in enumerate(zip(plegado.split(), texto.split(), strict=True))])
    salida: list[tuple[str, str, bool]] = []
    cursor = 0
    for hallada in _PALABRA.finditer(plegado):
        entre = plegado[cursor : hallada.start()]
        cursor = hallada.end()
        abre = not salida or (entre != " " and not _CIERRAN.isdisjoint(entre))
        salida.append((hallada.group(), texto[lugares[hallada.start()] : lugares[hallada.end() - 1] + 1], abre))
    return tuple(salida)


def solo_palabras(texto: str, plegado: str) -> bool:
    """Whether nothing but blanks parts the words of a text, each letter of which folds to one."""
    return len(texto) == len(plegado) and texto.replace(" ", "").isalnum()


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
    solas = tuple([p for p, _, _ in palabras])
    largos, formas = _por_frase()
    while indice < len(palabras):
        primera, escrita, abre = palabras[indice]
        for fin in [indice + largo for largo in largos[primera]] if primera in largos else ():
            suyas = formas.get(solas[indice:fin], ()) if fin <= len(solas) else ()
            de_varias = fin > indice + 1 or (acepta_minusculas and len(primera) >= _SIGLA_LARGA)
            forma = next((f for f in suyas if de_varias or _escrita_como_sigla(escrita, f[3], abre)), None)
            if forma is not None:
                yield MencionServicio(forma[1], forma[2], indice, fin)
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
