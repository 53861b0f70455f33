"""Columns of figures taken as the weights, or as the earned ones, though their labels do not say so.

What stands there is read and shown; that nothing was judged with it is told, since it may be of anything else.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import palabras
from extractor.formatos.rotulos import Etiqueta
from extractor.modelo.crudo import Suposicion
from extractor.vocabularios.textos import Lista, palabras_de

POR_DESCARTE = 50.0
"""What a role told by elimination is worth: less than any that the label itself says."""


def suposicion(etiqueta: Etiqueta, todas: Sequence[Etiqueta | None]) -> Suposicion | None:
    """Why a column is one of them: the weights are told by what is left, unless they are the bare percentages of which others say
    that they were earned ("%" and "% ganado"); an earned value ("Valor obtenido") may be that of an
    indicator, a percentage that of what was done, and "final" weights beside initial ones only corrected. What says that it is
    none of those: a word for weights, a per cent sign after "value", or the weights' own label, where it says the same."""
    if etiqueta.rol == "ponderacion":
        ganada = next((e.texto for e in todas if e is not None and e.rol == "ponderacion_ganada"), "")
        pareja = _dice(ganada, "se_ganan") and _solo_de_cientos(etiqueta.texto)
        return "descarte" if etiqueta.puntaje <= POR_DESCARTE and not pareja else None
    if etiqueta.rol != "ponderacion_ganada":
        return None
    pesos = next((e.texto for e in todas if e is not None and e.rol == "ponderacion"), "")
    if _dice(pesos, "de_partida") and not _dice(etiqueta.texto, "dicen_ganar"):
        return "final"
    if _dice(etiqueta.texto, "se_ganan") or _dice(etiqueta.texto, "de_pesos"):
        return None
    if _dice(etiqueta.texto, "de_cualquiera"):
        return None if "%" in etiqueta.texto or _dice(pesos, "de_cualquiera") else "valor"
    de_cientos = "%" in etiqueta.texto or _dice(etiqueta.texto, "de_cientos")
    return "ciento" if de_cientos and not ("%" in pesos or _dice(pesos, "de_cientos")) else None


def _dice(texto: str, lista: Lista) -> bool:
    """Whether some word of a label begins as those of a list do."""
    return any(p.startswith(palabras_de(lista)) for p in palabras(texto).split())


def _solo_de_cientos(texto: str) -> bool:
    """Whether a label says a percentage, at most one that was set, and of nothing in particular ("%", "% comprometido")."""
    return all(p == "%" or p.startswith((*palabras_de("de_cientos"), *palabras_de("se_fijan"))) for p in palabras(texto).split())
