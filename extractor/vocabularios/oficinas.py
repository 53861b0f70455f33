"""Offices of a region by the words of their headings ("Procuraduría Fiscal: Región de Aysén", "SEREMI de Salud Maule").

What opens an office's name, and what it may be of, are the words of ``unidades.yaml`` and ``regiones.yaml``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

from extractor.comun.texto import palabras
from extractor.vocabularios.lugares import vocabulario as lugares
from extractor.vocabularios.regiones import vocabulario as regiones
from extractor.vocabularios.responsables import unidades
from extractor.vocabularios.servicios import vocabulario as servicios

_PALABRA = re.compile(r"[^\W_]+")
_PALABRAS_DE_OFICINA = 9
"""Words of the longest name of an office before its region."""
_PALABRAS_DE_LUGAR = 5


@cache
def _clases() -> frozenset[str]:
    """The words that open the name of an office. A mesa or a committee is of a region and no office of the service."""
    frases = (*unidades().fuertes, *unidades().debiles, *regiones().oficinas_de_region, *regiones().clases_de_oficina)
    ajenas = {palabras(frase) for frase in servicios().no_encabezan}
    return frozenset(p[0] for frase in frases if (p := palabras(frase).split()) and len(p[0]) > 3) - ajenas


@cache
def _de_nombre() -> frozenset[str]:
    """The words that an office's name may have after the first."""
    propias, de_lugar = unidades(), regiones()
    frases = (
        *propias.fuertes, *propias.debiles, *propias.materias, *propias.temas, *propias.enlazan, *de_lugar.acompanan,
        *de_lugar.oficinas_de_region,
    )
    return frozenset(p for frase in frases for p in palabras(frase).split())


@cache
def _de_region() -> frozenset[str]:
    return frozenset(palabras(frase) for frase in regiones().oficinas_de_region)


def tras_la_oficina(texto: str) -> Iterator[tuple[str, bool]]:
    """What may be left of a heading after the kind of office it opens with, the longest first, and whether that office is one
    of a region whatever follows; nothing when it opens with none.

    >>> list(tras_la_oficina("AGENCIA REGIONAL: MAULE"))[:2]
    [('REGIONAL: MAULE', False), ('MAULE', True)]
    """
    sueltas = list(_PALABRA.finditer(texto))
    if not sueltas or palabras(sueltas[0].group()) not in _clases():
        return
    de_region = False
    for dicha, siguiente in itertools.islice(itertools.pairwise(sueltas), _PALABRAS_DE_OFICINA):
        palabra = palabras(dicha.group())
        if dicha is not sueltas[0] and palabra not in _de_nombre():
            return
        de_region = de_region or palabra in _de_region()
        yield texto[siguiente.start() :], de_region


@cache
def _lugares() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(palabras(nombre).split()) for _, nombre in lugares().nombres())


def es_clase_de_oficina(palabra: str) -> bool:
    """Whether a folded word is a kind of office that may be called by its place alone."""
    return palabra in {p for frase in regiones().clases_de_oficina for p in palabras(frase).split()}


def lugar_de_oficina(texto: str) -> tuple[str, str] | None:
    """The province or commune by which a heading names an office, and what follows it; None when it names none by one.

    >>> lugar_de_oficina("OFICINA PROVINCIAL ELQUI, REGIÓN DE COQUIMBO"), lugar_de_oficina("Sede: La Serena")
    (('ELQUI', 'REGIÓN DE COQUIMBO'), ('La Serena', ''))
    """
    sueltas = list(_PALABRA.finditer(texto))
    if not sueltas or not es_clase_de_oficina(palabras(sueltas[0].group())):
        return None
    entre = frozenset(palabras(p) for p in regiones().entre_oficina_y_lugar)
    for inicio in range(1, min(len(sueltas), _PALABRAS_DE_OFICINA)):
        for fin in range(min(len(sueltas), inicio + _PALABRAS_DE_LUGAR), inicio, -1):
            if tuple(palabras(s.group()) for s in sueltas[inicio:fin]) in _lugares():
                desde, hasta = sueltas[inicio].start(), sueltas[fin - 1].end()
                return texto[desde:hasta], texto[hasta:].strip(" ,.:;()–—-")
        if palabras(sueltas[inicio].group()) not in entre:
            return None
    return None
