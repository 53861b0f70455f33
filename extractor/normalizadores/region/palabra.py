"""A word of a region line, and the number that it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extractor.comun.texto import romano

_ORDINAL_CIFRAS = re.compile(r"(\d{1,2})(?:[ao]|r[ao]|d[ao]|t[ao]|er[ao]?|v[ao]|n[ao]|m[ao]|e?av[ao])?")
_MAYOR_NUMERO = 20
"""Numbers above name no region of any division, nor a slip of one."""


class Palabra(NamedTuple):
    """A folded word of the line; ``antes`` is the separator that precedes it: one of ``,`` ``(`` ``)`` ``-`` or nothing.

    ``escrita`` is the word before its repair, equal to ``texto`` when there was none.
    """

    texto: str
    antes: str
    ordinal: bool = False
    escrita: str = ""

    @property
    def reparada(self) -> bool:
        return bool(self.escrita) and self.escrita != self.texto


def numero_de(palabra: Palabra) -> int | None:
    """The number a word is ("ii", "2", "2da"), up to 20; None for anything else."""
    return _numero(palabra.texto)


@lru_cache(maxsize=16384)
def _numero(texto: str) -> int | None:
    cifras = _ORDINAL_CIFRAS.fullmatch(texto)
    valor = int(cifras.group(1)) if cifras else None if "c" in texto else romano(texto)
    return valor if valor is not None and 0 < valor <= _MAYOR_NUMERO else None


def romano_mal_leido(palabra: Palabra) -> int | None:
    """The Roman number that "ll", "lV", "1X" or "IVa" is, its strokes read as "I"; None when it is no such thing."""
    letras = re.sub(r"(?<=[ivx])(?:[rdtmvn]?a|era)$", "", palabra.texto).replace("l", "i").replace("1", "i")
    if palabra.texto.isdigit() or letras == palabra.texto or not re.fullmatch(r"[ivx]{1,5}", letras):
        return None
    valor = romano(letras)
    return valor if valor is not None and 0 < valor <= _MAYOR_NUMERO else None
