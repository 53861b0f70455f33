"""What a short line takes back as a whole: it says "no", or until when, or since when, what it names held.

Names are read without these words; a line that has them names something of which it then says that it is not so, or not now.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.estados import vocabulario

_TIEMPOS = ("hasta", "desde", "partir", "antes", "despues")
"""Without one of these words ``_hasta_cuando`` finds nothing."""
_NIEGA = re.compile(r"\W*no\s+(?![\divx]+\b)\S")
_NIEGA_AL_FINAL = re.compile(r"no(?<!\wno)[\W_]*$")
_LARGO = 120
"""Characters: a longer text tells several things."""


@lru_cache(maxsize=8192)
def limite(texto: str) -> str | None:
    """Why the whole of a line may not hold, in Spanish; None when nothing of the kind is said.

    >>> limite("INDAP hasta 2007") is None, limite("INDAP Maule") is None
    (False, True)
    """
    plegado = plegar_frase(texto[:_LARGO])
    if "no" in plegado and (_NIEGA.match(plegado) or _NIEGA_AL_FINAL.search(plegado)):
        return "«no» puede negar lo que nombra"
    hallado = _hasta_cuando().search(plegado) if any(map(plegado.__contains__, _TIEMPOS)) else None
    return f"«{hallado.group()}» dice que no es de siempre" if hallado is not None else None


@lru_cache(maxsize=1)
def _hasta_cuando() -> re.Pattern[str]:
    meses = alternativas(vocabulario().narracion.meses)
    cuando = r"(?:(?:el|del|fines|ano|mes|de|\d{1,2})\s+)*"
    return re.compile(
        rf"\b(?:(?:hasta|antes\s+de)\s+{cuando}(?:(?:19|20)\d\d|{meses})|(?:desde|partir\s+de|despues\s+de)\s+{cuando}(?:19|20)\d\d)\b"
    )
