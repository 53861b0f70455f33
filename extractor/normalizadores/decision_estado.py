"""What the cues of a narration amount to together: which of them undo others, and the value that decides."""

from __future__ import annotations

import re

from extractor.modelo.informe import ValorEstado
from extractor.normalizadores.verbos_estado import lista
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


_CONSECUENCIA = re.compile(
    r"\b(?:por\s+lo\s+(?:que|cual|tanto)|de\s+(?:modo|manera|forma)\s+que|asi\s+que|lo\s+(?:que|cual)|razon\s+por\s+la\s+cual|finalmente|al\s+final)\b"
)
"""What leads from what was prepared to what became of it."""


def consecuencia(plegado: str, marcas: list[tuple[str, int, str]]) -> bool:
    """Whether the failure is told as the outcome of the rest ("..., por lo que no se realizó"), not as one thing among others."""
    ultima = next((texto for clase, _, texto in reversed(marcas) if clase == "FRACASO"), None)
    if ultima is None or marcas[-1][0] not in ("FRACASO", "TIEMPO"):
        return False
    lugar = plegado.rfind(plegar_frase(ultima))
    return any(lugar > hallada.start() for hallada in _CONSECUENCIA.finditer(plegado))


def solo_falta(marcas: list[tuple[str, int, str]]) -> bool:
    """Whether only "falta ..." tells that it is done in part."""
    partes = [plegar_frase(t) for clase, _, t in marcas if clase == "PARCIAL"]
    return bool(partes) and all(t.startswith(("falt", "aun falta", "todavia falta")) for t in partes)


_SIN_HACER = re.compile(r"sin \w+r(?:se)?")
"""Something left to do, not the end of it ("licitado, sin adjudicar")."""


def solo_preparado(marcas: list[tuple[str, int, str]]) -> bool:
    """Whether all that is told done only prepared the thing itself ("se solicitó", "cursos licitados")."""
    preparan = tuple(lista("preparan"))
    hechos = [plegar_frase(t) for clase, _, t in marcas if clase in ("HECHO", "HECHO_DEBIL")]
    sin_hacer = any(clase == "FRACASO" and _SIN_HACER.fullmatch(plegar_frase(t)) for clase, _, t in marcas)
    return bool(hechos) and not sin_hacer and all(t.removeprefix("se ").startswith(preparan) for t in hechos)


def decidir(
    clases: list[str], *, preparado: bool = False, en_nada: bool = False, solo_falta: bool = False
) -> tuple[ValorEstado, set[str], bool]:
    """The value of the cues together, which of them decided, and whether they all say one thing.

    ``preparado``: what was done only prepared the thing; ``en_nada``: the failure is the outcome of the rest; ``solo_falta``: no
    more is told of the part done than that something is missing, which may be all of it.
    """
    hay = set(clases)
    hecho = hay & {"HECHO", "HECHO_DEBIL"}
    unanime = len(hay - {"TIEMPO"}) == 1
    if "FRACASO" in hay:
        antes = min((clases.index(c) for c in hecho), default=len(clases))
        if not hecho and solo_falta:
            return "NO_CUMPLE", {"FRACASO"}, False
        if (hecho or "PARCIAL" in hay) and (en_nada or (preparado and "PARCIAL" not in hay)):
            return "NO_CUMPLE", {"FRACASO"}, False
        if "PARCIAL" in hay or antes < clases.index("FRACASO"):
            return "PARCIAL", {"FRACASO", "PARCIAL", *hecho}, False
        return "NO_CUMPLE", {"FRACASO"}, unanime
    if "PARCIAL" in hay:
        return "PARCIAL", {"PARCIAL"}, unanime and not solo_falta
    if "PLAN" in hay:
        if hecho and preparado:
            return "PENDIENTE", {"PLAN"}, False
        return ("PARCIAL", {"PLAN", *hecho}, False) if hecho else ("PENDIENTE", {"PLAN"}, unanime)
    if hecho:
        return "CUMPLE", hecho, unanime and "HECHO" in hay
    if hay & {"PLAN_DEBIL", "TIEMPO"}:
        return "PENDIENTE", {"PLAN_DEBIL", "TIEMPO"}, False
    return "SIN_DATO", set(), False
