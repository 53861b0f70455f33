"""What is not of this service, or has nobody to be done for, does not apply to it: told, without the words of the verdict.

Five shapes, each asked of the folded cell; their verbs, adjectives and links of consequence are in ``estados.yaml``.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import vocabulario

_SENALES = ("no ", "dej", "de otr")
"""One of these stands in every such cell."""
_A_QUIEN = r"(?:(?:nos|les?|se)\s+){0,2}"
_SER = r"(?:es|son|fue|fueron|eran?|ha\s+sido|sea|resultan?|resulto|resulte)"


def ajeno(texto: str) -> bool:
    """Whether the cell tells that the commitment is not this service's to fulfil."""
    plegado = plegar_frase(texto)
    return any(senal in plegado for senal in _SENALES) and any(forma.match(plegado) is not None for forma in _formas())


@cache
def _formas() -> tuple[re.Pattern[str], ...]:
    formas = (_no_compete(), _no_hay_objeto(), _por_consecuencia(), _sin_necesidad(), _dejo_de())
    return tuple(re.compile(forma) for forma in formas)


def _negado() -> str:
    """ "No nos corresponde", "no le es aplicable", "ya no procede": the denial itself."""
    voc = vocabulario().ajenos
    dicho = rf"(?:{alternativas(voc.verbos)})|{_SER}\s+(?:{alternativas(voc.adjetivos)})"
    return rf"(?:ya\s+)?no\s+{_A_QUIEN}(?:{dicho})(?![a-z])"


def _no_compete() -> str:
    """ "No es de nuestra competencia", "la meta es de otro servicio", "... no nos corresponde" after a stop."""
    voc = vocabulario().ajenos
    duenos = alternativas(voc.otros_duenos)
    return (
        rf"(?:\w+\s+){{0,3}}no\s+(?:es|son)\s+(?:de\s+(?:la\s+|su\s+|nuestra\s+)?)?(?:{alternativas(voc.competencias)})\b"
        rf"|(?:\w+\s+){{0,3}}no\s+(?:le\s+|nos\s+)?competen?\b|\W*no\s+(?:somos|es|son)\s+competentes?\b"
        rf"|.*[,;]\s*(?:la\s+\w+\s+|el\s+\w+\s+)?no\s+{_A_QUIEN}(?:aplica|corresponde|procede)\W*$"
        rf"|.*\bno\s+{_A_QUIEN}(?:es|son|resultan?)\s+aplicables?\b|\W*no\s+(?:nos|les?)\s+corresponden?\b(?!\s+\w+r\b)"
        r"|.*\bya\s+no\s+(?:es|son)\s+(?:nuestr|de\s+(?:est[ea]|nuestr[oa]|su)\b)"
        rf"|(?:\w+\s+){{0,6}}es\s+(?:[^.;]*\s)?del?\s[^.;]*\s(?:y|,)\s*no\s+del?\b|(?:\w+\s+){{0,4}}es\s+de\s+otr[oa]\s+(?:{duenos})\b"
    )


def _no_hay_objeto() -> str:
    """There is nobody, or nothing, to do it for, and so: "La comuna no tiene borde costero: no le rige este compromiso"."""
    return (
        rf"[^.;]*\b(?:no|sin|ningun[oa]?)\b[^.;]*[,;:.]\s*(?:(?:{_consecuencia()})\s+)?{_negado()}"
        r"(?:\s+(?:la|el|los|las|este|esta|dicha|dicho|su)?\s*[a-z]+){0,3}\W*$"
    )


def _consecuencia() -> str:
    return alternativas(vocabulario().ajenos.consecuencias)


def _por_consecuencia() -> str:
    """A reason of any kind, a link of consequence and the denial: "..., por ende la exigencia no rige para ella"."""
    return rf".*\b(?:{_consecuencia()})\s*,?\s+(?:[a-z]+\s+){{0,4}}?{_negado()}[^.;:]*\W*$"


def _sin_necesidad() -> str:
    """ "No se necesitó la traducción, dado que ...": not needed, and why."""
    voc = vocabulario()
    porque = alternativas(voc.colas.causas)
    necesidad = alternativas(voc.ajenos.necesidades)
    return (
        rf"\W*no\s+{_SER}\s+(?:{alternativas(voc.ajenos.adjetivos_de_necesidad)})(?![a-z]).*"
        rf"|\W*no\s+(?:se\s+)?(?:{necesidad})(?![a-z])[^.;]*?[\s,]\s*(?:{porque})\b.*"
    )


def _dejo_de() -> str:
    """ "... y la meta dejó de aplicarse al Servicio"."""
    voc = vocabulario().ajenos
    ser = rf"ser\s+(?:{alternativas(voc.adjetivos)})"
    return rf".*\bdej(?:o|aron|a|an)\s+de\s+(?:{ser}|(?:{alternativas(voc.infinitivos)})(?:se|nos|les?)?)(?![a-z]).*"
