"""References to laws, decrees and letters inside a line: who or what year they name says nothing of the document itself."""

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
