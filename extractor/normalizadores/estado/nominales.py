"""A deed told by its noun: "Dos charlas en Pozo Almonte, 80 asistentes", "Operativo dental el 12 de junio".

The name of an activity alone is a title. How many there were, who came, which day it was or who got it tells that it was held; no
verb says so, and the value is always doubtful.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import vocabulario


@cache
def _numero() -> str:
    return rf"(?:\d{{1,4}}(?:\.\d{{3}})*|{alternativas(p for p, n in vocabulario().narracion.cantidades.items() if n > 1)})"


@cache
def _obra() -> re.Pattern[str]:
    obras = alternativas(vocabulario().narracion.nombres_de_obra)
    return re.compile(
        rf"\W*(?:(?P<numero>{_numero()})\s+|(?:el|la|los|las|un|una|primer|primera|segunda|segundo)\s+){{0,2}}(?:{obras})\b"
    )


def abre_con_obra(plegado: str, *, con_numero: bool) -> bool:
    """Whether the folded text opens with the noun of something held or handed over; ``con_numero``: after how many."""
    hallada = _obra().match(plegado)
    return hallada is not None and (not con_numero or hallada["numero"] is not None)


@cache
def _circunstancia() -> re.Pattern[str]:
    """A place, or a stretch of months, that only beside how many tells it was held."""
    meses = alternativas(vocabulario().narracion.meses)
    return re.compile(rf"\ben\s+\S|\b(?:{meses})\s+(?:a|y)\s+(?:{meses})\b|\bdurante\b")


@cache
def _constancia() -> re.Pattern[str]:
    """Who came or got it, or which day it was."""
    meses = alternativas(vocabulario().narracion.meses)
    return re.compile(
        rf"\b(?:con|a)\s+(?:(?:los|las|unas|unos)\s+)?{_numero()}\s+\w+|\b{_numero()}\s+(?:asistent|participant|espectador|expositor|alumn|asociad|estudiant|niñ|nin|mujer|beneficiari|invitad|inscrit|person|familia)\w*"
        rf"|\bel\s+(?:\w+\s+)?\d{{1,2}}\s+de\s+(?:{meses})\b|\bde\s+{_numero()}\s+\w+\s+a\s+\w+|\b\d{{1,2}}\s+de\s+(?:{meses})\b"
    )


_DADO = re.compile(
    r"\W*(?!meta\b|n\b|numero\b|seg[uú]n\b|ver\b)(?:\w+\s+){1,4}a\s+(?:(?:los|las)\s+)?(?P<cuantos>\d[\d.]*)\s+(?!anos?\b|horas?\b|dias\b|meses\b)[a-z]{4,}"
)
"""What was handed over and to how many ("Lentes gratuitos a 45 adultos mayores")."""
_HABITO = re.compile(
    r"[^.;]*\b(?:todos\s+los|todas\s+las|cada)\s+(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|dias?|semanas?|mes|meses|quincenas?)\b[^.;]*\.?"
    r"|\w+\s[^.;]*\bdesde\s+(?:el\s+\d|este\s+ano|(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b)[^.;]*\.?"
)
_NO_ES = re.compile(
    r"\b(?:meta|compromis|planific|propuest|programa(?:d|r)|por\s+\w+r|sin|no|ni|si|proxim\w*|pendient\w*|de\s+\d+\s+(?:horas|minutos))\b|%"
)


def hecho_nominal(texto: str) -> bool:
    """Whether a text without any verb names what was held, and how many, who, where or when."""
    plegado = plegar_frase(texto)
    if _NO_ES.search(plegado) or re.search(r"\b20[0-3]\d\b", plegado):
        return False
    if _HABITO.fullmatch(plegado) or _DADO.match(plegado):
        return True
    if not abre_con_obra(plegado, con_numero=False):
        return False
    if _constancia().search(plegado):
        return True
    return abre_con_obra(plegado, con_numero=True) and _circunstancia().search(plegado) is not None
