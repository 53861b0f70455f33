"""Under-secretariats that a line names by their ministry and the bare word ("Ministerio de Hacienda - Subsecretaría")."""

from __future__ import annotations

import re

from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.servicios import vocabulario

_CON_SU_MINISTERIO = (
    re.compile(r"ministerio (?P<de>del?) (?P<que>[^,;:/–—-]{3,80}?)\s*[,;:/–—-]\s*subsecretaria"),
    re.compile(r"subsecretaria\s*[,;:/–—-]\s*ministerio (?P<de>del?) (?P<que>[^,;:/–—-]{3,80})"),
)


def por_su_ministerio(escrito: str) -> str | None:
    """The under-secretariat that a line names by its ministry ("Ministerio de Hacienda - Subsecretaría"); empty where that has
    several; None when the line is no such thing."""
    plegado = plegar_frase(escrito).strip(" .")
    if "subsecretaria" not in plegado or "ministerio" not in plegado:
        return None
    hallado = next((m for patron in _CON_SU_MINISTERIO if (m := patron.fullmatch(plegado))), None)
    if hallado is None:
        return None
    propia = f"subsecretaria {hallado['de']} {hallado['que']}"
    cortas = [propia, f"subsecretaria {hallado['de']} {hallado['que'].split(' y ')[0]}"]
    nombres = {plegar_frase(n) for s in vocabulario().servicios for n in (s.nombre, *s.otros)}
    return next((corta.capitalize() for corta in cortas if corta in nombres), "")
