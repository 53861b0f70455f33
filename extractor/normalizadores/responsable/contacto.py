"""Contact data set aside from a line of a cell of responsibles: it names nobody."""

from __future__ import annotations

import re
from functools import cache

from extractor.vocabularios.base import alternativas, plegar_con_lugares, plegar_frase
from extractor.vocabularios.responsables import unidades

_PUEDE_SER_CONTACTO = re.compile(r"@|\d\d")
_CORREO = re.compile(r"(?<!\S)\S+@[^\s·]+")
_ENTRE_PARENTESIS = re.compile(r"[(\[<]([^()\[\]<>]{1,120})[)\]>]")


@cache
def _contacto() -> re.Pattern[str]:
    """An address, or a number after the word that says what it is; a bare telephone number too."""
    palabras = alternativas(unidades().contacto)
    numero = r"(?:\(?\+?\d[\d()\s./–-]{2,}\d|\d{2,})"
    return re.compile(
        rf"(?<![a-z])(?:(?:{palabras})\.?\s*+(?:n[°º]\.?\s*+)?[:.]?\s*+)(?:{numero})|(?<![\w/])\(?0?\d{{1,3}}\)?[\s-]?\d{{6,8}}(?![\w/])"
    )


@cache
def _de_contacto() -> re.Pattern[str]:
    """A phrase all of addresses, numbers, marks and the words that introduce them."""
    palabras = alternativas(unidades().contacto)
    return re.compile(rf"(?:[^\s;,]++@[^\s;,]++|\d++|(?<![a-z])(?:{palabras}|y|n)(?![a-z])|[\s.,;:/°º+–-])++")


@cache
def _sobra() -> re.Pattern[str]:
    """Marks and introducing words left at the end; never tried in the middle of a run of marks: it would be walked to its end
    from each."""
    palabras = alternativas(unidades().contacto)
    return re.compile(rf"(?<![\s,;:/(|–-])(?:[\s,;:/(|–-]|(?<![a-z])(?:{palabras})(?![a-z]))+$", re.IGNORECASE)


@cache
def _palabra() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{alternativas(unidades().contacto)})(?![a-z])")


def sin_contacto(linea: str) -> str:
    """The line without e-mail addresses and telephone numbers, and without what introduces them or the brackets around them.

    >>> sin_contacto("Unidad de Riego, anexo 2310"), sin_contacto("Eva Ruz (fono 72-334455)")
    ('Unidad de Riego', 'Eva Ruz')
    """
    if _PUEDE_SER_CONTACTO.search(linea) is None:
        return linea
    libre = _CORREO.sub(" ", _ENTRE_PARENTESIS.sub(_vacio, linea))
    plegada, lugares = plegar_con_lugares(libre)
    salida, cursor = [], 0
    for hallado in _contacto().finditer(plegada):
        salida.append(libre[cursor : lugares[hallado.start()]])
        cursor = lugares[hallado.end() - 1] + 1
    limpia = "".join([*salida, libre[cursor:]])
    return linea if limpia == linea else _sobra().sub("", limpia)


def _vacio(hallado: re.Match[str]) -> str:
    """Nothing where the brackets hold contact data only ("(fono 61-223344)"); a code of two figures is no number to call."""
    dentro = plegar_frase(hallado.group(1))
    numero = re.search(r"\d{6}|@", dentro) or (re.search(r"\d\d", dentro) and _palabra().search(dentro))
    return "" if numero and _de_contacto().fullmatch(dentro) else hallado.group()
