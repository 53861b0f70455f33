"""Line templates of the patterns: plain text with a few named gaps, compiled once.

A pattern holds no regular expression and no code; what a gap matches is fixed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from extractor.comun.texto import plegar

_HUECOS = {
    "{numero2}": r"(?P<numero>(?:\d{1,2}|[ivx]{1,4})\s?\.\s?\d{1,2}(?:\s?\.\s?\d{1,2})*)\s?\.?",
    "{numero}": r"(?P<numero>(?:\d{1,2}|[ivx]{1,4})(?:\s?\.\s?\d{1,2})*)\b\s?[.°]?",
    "{anio}": r"(?P<anio>(?:19|20)\d\d)",
    "{n}": r"(?:n\s?[°oa]?\.?\s?)?",
    "{texto}": r"(?P<texto>.*)",
    "{fin}": r"\s*(?:[:.\-–](?P<texto>.*))?$",
    "{*}": r".*?",
}
_PARTE = re.compile("|".join(re.escape(h) for h in _HUECOS))


@lru_cache(maxsize=4096)
def compilar(plantilla: str) -> re.Pattern[str]:
    """The template as a pattern over folded text, anchored at the start.

    >>> bool(compilar("objetivo {n}{numero}").match("objetivo na01: la institucion"))
    True
    """
    partes: list[str] = []
    desde = 0
    for hueco in _PARTE.finditer(plantilla):
        partes.append(_literal(plantilla[desde : hueco.start()]))
        partes.append(_HUECOS[hueco.group()])
        desde = hueco.end()
    partes.append(_literal(plantilla[desde:]))
    return re.compile("".join(partes))


def _literal(texto: str) -> str:
    plano = plegar(texto) if texto.strip() else " " if texto else ""
    if not plano.strip():
        return r"\s*" if texto else ""
    antes = r"\s*" if texto[0].isspace() else ""
    despues = r"\s*" if texto[-1].isspace() else ""
    cierre = r"\b" if not despues and plano[-1].isalnum() else ""
    return antes + r"\s*".join(re.escape(p) for p in plano.split()) + cierre + despues


def casa(plantilla: str, texto: str) -> re.Match[str] | None:
    """Whether a line, folded, begins as the template says."""
    return compilar(plantilla).match(plegar(texto))


def casan(plantilla: str, textos: Iterable[str]) -> Iterator[str]:
    """Those of the lines that begin as the template says."""
    forma = compilar(plantilla)
    return (texto for texto in textos if forma.match(plegar(texto)))


def valor_tras(plantilla: str, texto: str) -> str:
    """What follows the template in the line as printed; empty when nothing does.

    Folding may change lengths, so the cut is found on the printed text one character at a time.
    """
    encontrado = casa(plantilla, texto)
    if encontrado is None:
        return ""
    fin = encontrado.start("texto") if encontrado.groupdict().get("texto") is not None else encontrado.end()
    consumido = plegar(texto)[:fin]
    for corte in range(len(texto) + 1):
        if len(plegar(texto[:corte])) >= len(consumido.rstrip()):
            return texto[corte:].strip(" :\t-–")
    return ""


def en_mayusculas(texto: str) -> bool:
    """Whether the title's words are printed in capitals (its first word at least)."""
    letras = "".join(c for c in texto[:40] if c.isalpha() or c.isspace()).split()
    return bool(letras) and letras[0].isupper() and len(letras[0]) > 1
