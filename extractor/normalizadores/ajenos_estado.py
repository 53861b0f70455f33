"""What is not of this service, or has nobody to be done for, does not apply to it: told, without the words of the verdict."""

from __future__ import annotations

import re

from extractor.vocabularios.base import plegar_frase

_SIN_COMPETENCIA = re.compile(
    r"(?:\w+\s+){0,3}no\s+(?:es|son)\s+(?:de\s+(?:la\s+|su\s+|nuestra\s+)?)?(?:competencia|incumbencia|resorte)\b|(?:\w+\s+){0,3}no\s+(?:le\s+|nos\s+)?competen?\b|\W*no\s+(?:somos|es|son)\s+competentes?\b"
    r"|.*(?:[,;]|\bpor\s+lo\s+(?:que|cual|tanto))\s*(?:la\s+\w+\s+|el\s+\w+\s+)?no\s+(?:nos\s+|les?\s+)?(?:aplica|corresponde|procede)\W*$"
    r"|.*\bno\s+(?:nos\s+|les?\s+|se\s+)?(?:es|son|resultan?)\s+aplicables?\b|\W*no\s+(?:nos|les?)\s+corresponden?\b(?!\s+\w+r\b)"
    r"|(?:\w+\s+){0,6}es\s+(?:[^.;]*\s)?del?\s[^.;]*\s(?:y|,)\s*no\s+del?\b|(?:\w+\s+){0,4}es\s+de\s+otr[oa]\s+(?:reparticion|servicio|organismo|instituc\w+)\b"
)
_SIN_OBJETO = re.compile(
    r"\W*no\s+(?:fue|es|era|ha\s+sido|resulto|resulta)\s+(?:necesari[oa]|pertinente|procedente|exigible|aplicable)\b.*|"
    r"[^.;]*\b(?:no|sin|ningun[oa]?)\b[^.;]*[,;:.]\s*(?:por\s+lo\s+(?:que|cual|tanto)\s+)?no\s+(?:se\s+|les?\s+|nos\s+)?"
    r"(?:aplica|corresponde|procede|requiere|rige|afecta|alcanza|amerita|atane|concierne|es\s+(?:exigible|necesari[oa]|pertinente|atingente))\b"
    r"(?:\s+(?:la|el|los|las|este|esta|dicha|dicho|su)?\s*[a-z]+){0,3}\W*$"
)
"""There is nobody, or nothing, to do it for, and so: "La comuna no tiene borde costero: no le rige este compromiso"."""


def ajeno(texto: str) -> bool:
    """Whether the cell tells that the commitment is not this service's to fulfil."""
    plegado = plegar_frase(texto)
    return _SIN_COMPETENCIA.match(plegado) is not None or _SIN_OBJETO.match(plegado) is not None
