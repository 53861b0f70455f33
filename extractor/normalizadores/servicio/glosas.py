"""What an acronym is said to stand for in its own line: where its letters are those of other words, it is not the service's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.normalizadores.servicio.linea import linea_de
from extractor.normalizadores.servicio.menciones import MencionServicio
from extractor.normalizadores.servicio.palabras import VACIAS, de_sus_nombres, explica

_NUMERADA = re.compile(r"[A-ZÑ]{2,5}\.\s?\d")
"""A short form and its number ("SEC. 4")."""
PALABRAS_DE_GLOSA = 2


def otra_glosa(texto: str, palabras: Sequence[str], todas: Sequence[MencionServicio]) -> str:
    """Why the acronym the line has is another's: "DGA: Depto. de Gestión Administrativa", "ISP (proveedor de internet)", "SEC. 4,
    letra b)"; empty when nothing says so, or the line has more than that acronym."""
    if any(m.clase != "sigla" for m in todas) or len({m.codigo for m in todas}) > 1:
        return ""
    mencion = todas[0]
    sigla = palabras[mencion.inicio]
    if mencion.inicio == 0 and _NUMERADA.match(texto.lstrip()):
        return f"«{sigla}» abrevia algo que lleva número"
    if "(" not in texto and ":" not in texto and "," not in texto and "-" not in texto:
        return ""
    for desde, hasta in linea_de(texto, palabras).tramos():
        glosa = [p for p in palabras[desde:hasta] if p not in VACIAS]
        if desde <= mencion.inicio < hasta or len(glosa) < PALABRAS_DE_GLOSA:
            continue
        suyas = sum(p in de_sus_nombres(mencion.codigo) for p in glosa)
        if "".join(p[0] for p in glosa) == sigla and 2 * suyas < len(glosa):
            return f"«{' '.join(glosa)}» es otra cosa con las mismas iniciales"
        sola = mencion.fin == desde == 1 and hasta == len(palabras) and texto.rstrip().endswith(")")
        if sola and not any(explica(p, mencion.codigo) for p in glosa):
            return f"«{' '.join(glosa)}» dice otra cosa de la sigla"
    return ""
