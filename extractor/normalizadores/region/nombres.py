"""The names a region line is searched for, by their first word: regions of a division, provinces, communes, words around them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from extractor.modelo.valores import Division
from extractor.normalizadores.region.palabras import acompanan, palabras_de
from extractor.vocabularios import lugares, servicios
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.regiones import ordinales_en_letras, regiones_de, vocabulario

Frase = tuple[tuple[str, ...], str, str, bool]
"""Words, class, code and whether it is the official name."""


def _indexar(frases: Iterable[Frase]) -> dict[str, tuple[Frase, ...]]:
    indice: dict[str, list[Frase]] = {}
    for frase in sorted(frases, key=lambda f: (-len(f[0]), f)):
        indice.setdefault(frase[0][0], []).append(frase)
    return {clave: tuple(valor) for clave, valor in indice.items()}


def _solas(texto: str) -> tuple[str, ...]:
    return tuple(p.texto for p in palabras_de(texto))


@cache
def nombres_de(division: Division) -> dict[str, tuple[Frase, ...]]:
    """By first word, the names of regions, the longest first."""
    de_aqui = regiones_de(division)
    todas: list[Frase] = []
    for region in vocabulario().regiones:
        clase = "nombre" if region.codigo in de_aqui else "ajena"
        oficial = _nucleo(region.nombre)
        for nombre in {_solas(n.texto) for n in region.fuertes} | {oficial}:
            todas.append((nombre, clase, region.codigo, nombre in (oficial, oficial[1:]) and bool(nombre)))
    return _indexar(todas)


@cache
def lugares_de(con_rotulo: bool) -> dict[str, tuple[Frase, ...]]:
    """By first word, the names of provinces and communes; those that only count after a label, when ``con_rotulo``."""
    vocab = lugares.vocabulario()
    pares = {(_solas(n), c) for c, n in vocab.nombres() if con_rotulo or c not in vocab.con_rotulo}
    return _indexar((nombre, "lugar", codigo, False) for nombre, codigo in pares)


@cache
def conocidos(division: Division) -> dict[str, tuple[int, tuple[Frase, ...]]]:
    """By first word, the names of regions and then those of places, and how many words the longest has."""
    de_region, de_lugar = nombres_de(division), lugares_de(True)
    frases = {p: (*de_region.get(p, ()), *de_lugar.get(p, ())) for p in {*de_region, *de_lugar}}
    return {primera: (max(len(f[0]) for f in suyas), suyas) for primera, suyas in frases.items()}


@cache
def codigos_entre(desde: str, hasta: str, division: Division) -> tuple[str, ...]:
    """The codes of the division from one to another."""
    return tuple(c for c in regiones_de(division) if desde <= c <= hasta)


@cache
def comunes() -> frozenset[tuple[str, ...]]:
    return frozenset(_solas(n) for n in lugares.vocabulario().comunes)


@cache
def rotulos_lugar() -> frozenset[str]:
    return frozenset(plegar_frase(r) for r in lugares.vocabulario().rotulos if " " not in r)


@cache
def adornos_de() -> dict[str, frozenset[str]]:
    return {codigo: frozenset(plegar_frase(a) for a in lista) for codigo, lista in vocabulario().adornos.items()}


@cache
def calles() -> frozenset[str]:
    return frozenset(plegar_frase(c) for c in lugares.vocabulario().calles)


@cache
def palabras_hasta() -> frozenset[str]:
    return frozenset(plegar_frase(h) for h in vocabulario().hasta)


def _nucleo(nombre: str) -> tuple[str, ...]:
    """The official name without "Región de"."""
    palabras = list(_solas(nombre))
    while palabras[0] in ("region", "de", "del"):
        palabras = palabras[1:]
    return tuple(palabras)


@cache
def ordinales() -> dict[tuple[str, ...], int]:
    return {tuple(nombre.split()): numero for nombre, numero in ordinales_en_letras().items()}


@cache
def abren_ordinal() -> frozenset[str]:
    """The first words of the ordinals in letters."""
    return frozenset(palabras[0] for palabras in ordinales())


@cache
def llevan_numero() -> frozenset[str]:
    """Words that a region's number may follow: of an office, links, acronyms of services."""
    siglas = {plegar_frase(s) for servicio in servicios.vocabulario().servicios for s in servicio.siglas}
    return frozenset(map(plegar_frase, vocabulario().llevan_numero)) | enlaces() | siglas


@cache
def enlaces() -> frozenset[str]:
    """Words that link what is listed, and sides of a range."""
    return frozenset({"y", "e", "de", "del", "la", "las", "los", "el", "a", "al", "hasta", "desde", "mas"})


@cache
def de_paso() -> frozenset[str]:
    """Words that say nothing of the regions beside them: what accompanies a name, and what links two."""
    return acompanan() | enlaces()
