"""Whether what was done came to nothing: the failure is told as its outcome, or nobody and nothing was left of it."""

from __future__ import annotations

import re
from functools import cache

from extractor.normalizadores.estado.obras import es_obra
from extractor.normalizadores.estado.verbos import lista
from extractor.vocabularios.base import alternativas, plegar_frase

_CONSECUENCIA = re.compile(
    r"\b(?:por\s+lo\s+(?:que|cual|tanto)|de\s+(?:modo|manera|forma)\s+que|asi\s+que|lo\s+(?:que|cual)|razon\s+por\s+la\s+cual|quedando|finalmente|al\s+final)\b"
)
"""What leads from what was prepared to what became of it."""


def consecuencia(plegado: str, marcas: list[tuple[str, int, str]]) -> bool:
    """Whether the failure is told as the outcome of the rest ("..., por lo que no se realizó"), not as one thing among others."""
    ultima = next((texto for clase, _, texto in reversed(marcas) if clase == "FRACASO"), None)
    if ultima is None or marcas[-1][0] not in ("FRACASO", "TIEMPO"):
        return False
    lugar = plegado.rfind(plegar_frase(ultima))
    return any(lugar > hallada.start() for hallada in _CONSECUENCIA.finditer(plegado))


@cache
def _nadie_vino() -> re.Pattern[str]:
    """ "Sin interesados", "sin oferentes": nobody came."""
    return re.compile(rf"sin (?:{alternativas(lista('quienes'))})\w*")


_SOLO_Y = re.compile(r"[^.;:,]*\by\b[^.;:,]*")


_PERO_NINGUNO = re.compile(r"\bpero\s+(?:ningun[oa]|ni\s+un[oa])\s+(?:ha\s+sido|fue|se\s+ha|esta)\s+\w+[aet][dst]?[oa]\b")


def pero_ninguno(plegado: str) -> bool:
    """ "Llegaron los equipos, pero ninguno ha sido instalado": they came, so it was begun."""
    return _PERO_NINGUNO.search(plegado) is not None


_DE_CAUSA = re.compile(r"^(?:[^.;:,]*:\s*)?[^.;:,]*,\s*(?:y\s+)?$")
"""One clause without stops, and a comma, before the failure: its reason."""


_SE_ACABO = re.compile(
    r"\b(?:venc|termin|finaliz|conclu|cerr|transcurr|pas)\w+\s+(?:el|la)\s+(?:ano|plazo|periodo|\w*mestre|temporada)\b"
    r"|\b(?:ano|plazo|periodo|\w*mestre|temporada)\s+(?:\w+\s+){0,2}?(?:venc|termin|finaliz|conclu|cerr|transcurr|pas)"
)
"""The time came to its end ("El plazo venció sin que se firmara")."""


def sin_fruto(plegado: str, marcas: list[tuple[str, int, str]]) -> bool:
    """Whether the last told is that nobody or nothing was left of it ("y ninguno resultó"), or "y" leads to the failure from
    what is no deed, but brought it ("vencieron los reactivos y la prueba se perdió")."""
    if not marcas or marcas[-1][0] != "FRACASO":
        return False
    fallo = plegar_frase(marcas[-1][2])
    if pero_ninguno(plegado):
        return False
    if fallo.startswith(("ningun", "nadie", "no quedo nada")) or _nadie_vino().fullmatch(fallo):
        return True
    if fallo in ("sin exito", "sin fruto", "sin resultado", "sin resultados") or fallo.startswith("infructuos"):
        return True  # "Se hizo todo lo posible por concretarla, sin éxito"
    if fallo.startswith("sin que") and _SE_ACABO.search(plegado):
        return True
    if re.match(r"no se (?:retom|reanud|reinici)", fallo):
        return True
    hechos = [plegar_frase(t) for clase, _, t in marcas if clase in ("HECHO", "HECHO_DEBIL")]
    if not hechos or fallo in ("no", "tampoco") or any(es_obra(p) for h in hechos for p in h.split()):
        return False
    if (
        not fallo.startswith("sin ")
        and all(clase == "HECHO_DEBIL" for clase, _, _ in marcas if clase in ("HECHO", "HECHO_DEBIL"))
        and _DE_CAUSA.search(plegado[: plegado.rfind(fallo)])
    ):
        return True  # "Camino cortado, no se entró"
    desde = plegado.find(hechos[-1]) + len(hechos[-1])
    return _SOLO_Y.fullmatch(plegado[desde : plegado.rfind(fallo)]) is not None
