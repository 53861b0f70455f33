"""References to laws, decrees and letters inside a line: who or what year they name says nothing of the document itself.
The years that a line names are those left."""

from __future__ import annotations

import re

_NUMERO = r"(?:n\s?[°ºo]\s?\.?\s?|nro\.?\s?|n[uú]mero\s)"
_NORMA = r"leyes|ley|decretos?(?:\s+(?:supremos?|exentos?|ley|con fuerza de ley))?|d\.?\s?f\.?\s?l\.?|d\.?\s?s\.?|d\.?\s?l\.?"
_OFICIO = r"resoluci[oó]n(?:es)?|res\.|oficios?|of\.|ordinarios?|ord\.?|circular(?:es)?|memor[aá]ndum|memo\.?|dictamen(?:es)?"
_CITA = re.compile(
    rf"(?<!\w)(?:(?:{_NORMA})\s*+(?:{_NUMERO}\s*+)?\d|(?:{_OFICIO})[^.;:\n]{{0,30}}?{_NUMERO}\d).*?(?=[.]\s++(?-i:[A-ZÁÉÍÓÚÑ])|;|\n|$)",
    re.IGNORECASE,
)


def sin_citas(texto: str) -> str:
    """The text without each reference to a norm or a letter, from its name up to the end of the sentence.

    >>> sin_citas("Informe GT. Decreto Supremo N° 475 de 1998, del Ministerio de Hacienda. Santiago")
    'Informe GT. . Santiago'
    """
    return _CITA.sub("", texto)


_ANIO = re.compile(r"(?<![\d.,$])(?:19|20)\d\d(?![\d%]|[.,]\d)")


def anios_dichos(texto: str) -> frozenset[int]:
    """The years that a text names, those of the norms it cites left out.

    >>> sorted(anios_dichos("Desempeño 2006 y 2007 (Ley N° 19.553 de 1998)"))
    [2006, 2007]
    """
    return frozenset(int(anio) for anio in _ANIO.findall(sin_citas(texto)))
