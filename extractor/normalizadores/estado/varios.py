"""Several verdicts in one line, each with its number or its count: "2 SI, 1 NO", "a) Cumplido b) Pendiente"."""

from __future__ import annotations

import re
from functools import cache

from extractor.modelo.valores import ValorEstado
from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
from extractor.vocabularios.estados import veredicto_inicial, vocabulario

_CUAL = r"(?:objetivo|meta|actividad|producto|compromiso|indicador|hito)\s+(?:n\W{0,2}\s*)?\d{1,2}"
_ENTRE = re.compile(rf"\s*(?:[,;./\n]|\by\b)\s*|\s+(?=[a-h]\)\s*\w|\d{{1,2}}(?:[.)]|\.-)\s*[a-z]|{_CUAL}\b|(?:si|no)\s*:\s*\d)")
_MIEMBRO = re.compile(
    rf"\W*(?:(?P<letra>[a-h]\)|\d{{1,2}}(?:\.-|[.)])|{_CUAL}\s*:?)|(?P<antes>\d{{1,3}}))?\s*"
    r"(?P<dicho>[a-z][a-z ]*?)\s*(?::\s*(?P<despues>\d{1,3}))?\W*"
)
_CUENTA = re.compile(r"\d+|\)")
"""Each member holds a number or the bracket of its letter."""
_MENOS = 2


@cache
def _no_declaran() -> frozenset[str]:
    return frozenset(plegar_frase(f) for f in vocabulario().no_declaran)


def varios(texto: str) -> list[ValorEstado] | None:
    """The value of each of the verdicts that the whole text consists of, each numbered or counted; None for any other text.

    >>> varios("2 SI, 1 NO"), varios("Cumplido, en Lota"), varios("Sí: 3 No: 0")
    (['CUMPLE', 'NO_CUMPLE'], None, ['CUMPLE'])
    """
    plegado = plegar_con_lugares(texto)[0]
    if len(_CUENTA.findall(plegado)) < _MENOS:
        return None
    miembros = [m for m in _ENTRE.split(plegado) if m.strip()]
    if len(miembros) < _MENOS:
        return None
    valores: list[ValorEstado] = []
    for miembro in miembros:
        hallado = _MIEMBRO.fullmatch(miembro)
        if hallado is None or not (hallado["letra"] or hallado["antes"] or hallado["despues"]):
            return None
        dicho = veredicto_inicial(hallado["dicho"])
        if dicho is None or not dicho.solo or dicho.valor == "SIN_DATO" or dicho.porcentaje is not None:
            return None
        if plegar_frase(dicho.palabras) in _no_declaran():
            return None  # "6 programados; 2 ejecutados" compares
        if (hallado["antes"] or hallado["despues"] or "1").strip("0"):
            valores.append(dicho.valor)
    return valores or None
