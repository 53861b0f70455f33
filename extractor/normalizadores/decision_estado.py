"""What the cues of a narration amount to together: which of them undo others, and the value that decides."""

from __future__ import annotations

import re

from extractor.modelo.informe import ValorEstado
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import vocabulario

_AL_FIN = re.compile(r"\b(?:finalmente|posteriormente|luego)\b|\by\s+se\s+\w+o\s*(?:en|el\s+\d|durante|$|[.,;])")


def sin_postergar(marcas: list[tuple[str, int, str]], plegado: str) -> list[tuple[str, int, str]]:
    """The cues without a postponement that what was then done undoes ("Se postergó y finalmente se realizó")."""
    posterga = [
        i
        for i, m in enumerate(marcas)
        if m[0] == "PLAN" and re.match(r"(?:se|fue|debio|tuvo).*(?:posterg|program|agend|aplaz|pospus)", plegar_frase(m[2]))
    ]
    if not posterga or not any(m[0] == "HECHO" for m in marcas[posterga[-1] :]) or not _AL_FIN.search(plegado):
        return marcas
    return [m for i, m in enumerate(marcas) if i not in posterga]


def sin_comienzos(marcas: list[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """The cues without the beginning of what is then told to have ended ("comenzó en abril y terminó en junio")."""
    comienzan = tuple(plegar_frase(c) for c in vocabulario().narracion.comienzan)
    terminan = tuple(plegar_frase(c) for c in vocabulario().narracion.terminan)
    if not any(clase == "HECHO" and plegar_frase(texto).startswith(terminan) for clase, _, texto in marcas):
        return marcas
    return [m for m in marcas if m[0] != "PARCIAL" or not plegar_frase(m[2]).removeprefix("se ").startswith(comienzan)]


def decidir(clases: list[str]) -> tuple[ValorEstado, set[str], bool]:
    """The value of the cues together, which of them decided, and whether they all say one thing."""
    hay = set(clases)
    hecho = hay & {"HECHO", "HECHO_DEBIL"}
    unanime = len(hay - {"TIEMPO"}) == 1
    if "FRACASO" in hay:
        antes = min((clases.index(c) for c in hecho), default=len(clases))
        if "PARCIAL" in hay or antes < clases.index("FRACASO"):
            return "PARCIAL", {"FRACASO", "PARCIAL", *hecho}, False
        return "NO_CUMPLE", {"FRACASO"}, unanime
    if "PARCIAL" in hay:
        return "PARCIAL", {"PARCIAL"}, unanime
    if "PLAN" in hay:
        return ("PARCIAL", {"PLAN", *hecho}, False) if hecho else ("PENDIENTE", {"PLAN"}, unanime)
    if hecho:
        return "CUMPLE", hecho, unanime and "HECHO" in hay
    if hay & {"PLAN_DEBIL", "TIEMPO"}:
        return "PENDIENTE", {"PLAN_DEBIL", "TIEMPO"}, False
    return "SIN_DATO", set(), False
