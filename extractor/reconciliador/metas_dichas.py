"""The goals that a narration calls the programme's own.

A text of progress also speaks of the goals of other years, of a part of the year, or of other bodies. The programme's is only
the one that nothing in its sentence says to be another: "la meta (anual, comprometida, de 2007) es de 40 talleres", "40 talleres
comprometidos".
"""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.texto import plegar
from extractor.reconciliador.cantidades import Cantidad, cantidades
from extractor.reconciliador.lexico import comienzos, conjunto, frases, lexico
from extractor.vocabularios.base import alternativas

_FRASE = re.compile(r"(?<=[.;])\s+|\s(?=[-•▪·_]\s?[a-z])")
_ANIO = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_PALABRA = re.compile(r"[a-zñ]+")
_CONTADO = re.compile(r"(?<![\d.,])\d[\d.]*\s+[a-zñ]+")
"""A number and what it counts, which may well be hospitals: they are nobody's goal."""
_REPARTE = re.compile(r"\d[\d.]*\s+[a-zñ]+\s+(?:por|para|cada|entre|en(?!\s+(?:total|(?:el|este)\s+ano)\b))\b")
"""A quantity of each, or for some: "7 dosis por trabajador"."""
_A_QUIEN = r"\s+(?:por|con|a|al|entre|para)\b"


def metas_dichas(texto: str, anio: int | None) -> tuple[tuple[Cantidad, ...], bool]:
    """The goals of things that ``texto``, a cell a line, gives as the programme's, in order, and whether it speaks of a goal
    that is not, or may not be. ``anio``: the programme's year; without it any year may be another."""
    propias: list[Cantidad] = []
    otras = False
    for frase in (f for linea in texto.splitlines() for f in _FRASE.split(plegar(linea))):
        dichas = [*_tras_la_meta(frase, anio), *_comprometidas(frase)]
        if dichas and not _es_otra(frase, anio):
            propias += dichas
        else:
            otras = otras or bool(dichas) or frases("metas").search(frase) is not None
    return tuple(propias), otras


def _tras_la_meta(frase: str, anio: int | None) -> list[Cantidad]:
    """The quantity that stands after "meta" with nothing between them that tells of which goal, or before "como meta"."""
    dichas = []
    for senal in frases("metas").finditer(frase):
        cola = _sin_su_anio(frase[senal.end() :], anio)
        numero = re.search(r"\d", cola)
        nexo = _PALABRA.findall(cola[: numero.start()]) if numero is not None else []
        if numero is not None and conjunto("de_su_meta").issuperset(nexo) and _dice_la_suya(frase[: senal.start()]):
            dichas += _primera(cola[numero.start() :])
    antes = _antes_de_meta().search(frase)
    return dichas or (_primera(frase[antes.start() :]) if antes is not None else [])


def _dice_la_suya(antes: str) -> bool:
    """Whether nothing before "meta" tells whose or where it is: known words only, or a verb that tells that it was changed."""
    if re.search(rf"(?:^|\s)se\s+(?:\w+\s+){{0,2}}?{comienzos('cambian_metas').pattern}\s+(?:l[ao]s?|su)\s+$", antes):
        return True
    return all(p in conjunto("ante_su_meta") or comienzos("cambian_metas").fullmatch(p) for p in _PALABRA.findall(antes))


def _primera(texto: str) -> list[Cantidad]:
    """The quantity of things that opens ``texto``."""
    hallada = next(iter(cantidades(texto)), None)
    abre = hallada is not None and texto.startswith(hallada.texto) and _REPARTE.match(texto) is None
    return [hallada] if abre and hallada is not None and hallada.cosa is not None and not hallada.porcentaje else []


@cache
def _antes_de_meta() -> re.Pattern[str]:
    """ "30 talleres como meta"; "30 talleres de la meta de 40" counts a part of it."""
    return re.compile(rf"(?<![\d.,])\d[\d.]*(?:\s+[a-zñ]+){{1,3}}?\s+(?:como|de|por)\s+{frases('metas').pattern}")


def _comprometidas(frase: str) -> list[Cantidad]:
    """The quantities that a participle of commitment follows, but those that somebody else committed himself to."""
    de_otros = re.search(rf"{comienzos('comprometidos').pattern}{_A_QUIEN}", frase)
    suelta = frases("metas").sub(" ", frase)
    return [c for c in cantidades(suelta) if c.meta and c.cosa is not None and not c.porcentaje] if de_otros is None else []


def _sin_su_anio(texto: str, anio: int | None) -> str:
    """``texto`` without the programme's year right after "meta" ("Meta 2007: 40 talleres")."""
    return re.sub(rf"^(\W*(?:(?:del?|para|el|ano)\s+)*){anio}\b", r"\1 ", texto) if anio is not None else texto


def _es_otra(frase: str, anio: int | None) -> bool:
    """Whether a folded sentence names another year, a part of the year or of the country, or another body."""
    if any(int(a) != anio for a in _ANIO.findall(frase)) or frases("anio_siguiente").search(frase):
        return True
    if frases("otra_meta").search(frase) or comienzos("otros_duenos").search(_CONTADO.sub(" ", frase)):
        return True
    return _a_medio_anio().search(frase) is not None and comienzos("cambian_metas").search(frase) is None


@cache
def _a_medio_anio() -> re.Pattern[str]:
    """A month before the last one: what was to be done by then is a part."""
    return re.compile(rf"\b(?:{alternativas(lexico().meses[:-1])})\b")
