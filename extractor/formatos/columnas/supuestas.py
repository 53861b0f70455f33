"""Columns of figures taken as the weights, or as the earned ones, though their labels do not say so.

What stands there is read and shown; that nothing was judged with it is told, since it may be of anything else.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import palabras
from extractor.formatos.columnas.repetidas import son_puntos
from extractor.formatos.columnas.rotulos import PUNTAJE_DEBIL
from extractor.modelo.crudo import ColumnaReconocida, Suposicion
from extractor.vocabularios.textos import Lista, palabras_de

POR_DESCARTE = 50.0
"""What a role told by elimination is worth: less than any that the label itself says."""


def suposicion(columna: ColumnaReconocida, todas: Sequence[ColumnaReconocida]) -> Suposicion | None:
    """Why a column is one of them. The weights are told by what is left, unless they are the bare percentages of which others say
    that they were earned ("%" and "% ganado"; "% comprometido" and "Ponderación obtenida"). An earned value ("Valor obtenido")
    may be that of an indicator, or of points beside weights, a percentage that of what was done, and "final" weights beside
    initial ones only corrected. What says that it is none of those: a word for weights, a per cent sign after "value", or the
    weights' own label, where it says the same."""
    if columna.rol == "ponderacion":
        ganada = next((e.texto for e in todas if e.rol == "ponderacion_ganada"), "")
        fijado = dice(columna.texto, "se_fijan") and dice(ganada, "de_pesos")
        pareja = (fijado or dice(ganada, "se_ganan")) and _solo_de_cientos(columna.texto)
        de_asistencia = columna.puntaje == PUNTAJE_DEBIL and dice(columna.texto, "de_asistencia")
        return "descarte" if de_asistencia or (columna.puntaje <= POR_DESCARTE and not pareja) else None
    if columna.rol != "ponderacion_ganada":
        return None
    pesos = next((e.texto for e in todas if e.rol == "ponderacion"), "")
    if _puede_ser_de_puntos(columna, todas) or dice(columna.texto, "de_asistencia"):
        return "valor"
    if dice(pesos, "de_partida") and not dice(columna.texto, "dicen_ganar"):
        return "final"
    if dice(columna.texto, "se_ganan") or dice(columna.texto, "de_pesos"):
        return None
    if dice(columna.texto, "de_cualquiera"):
        return None if "%" in columna.texto or dice(pesos, "de_cualquiera") else "valor"
    return "ciento" if dice_cientos(columna.texto) and not dice_cientos(pesos) else None


def _puede_ser_de_puntos(ganada: ColumnaReconocida, todas: Sequence[ColumnaReconocida]) -> bool:
    """Whether an earned column may be of points that are not the weights: they have a column of their own, and this one does not
    say that it is of weights; or it is bare points, before what they would be earned of."""
    puntos = [e for e in todas if e is not ganada and son_puntos(e.texto)]
    pesos = [e for e in todas if e is not ganada and dice(e.texto, "de_pesos") and not dice(e.texto, "de_puntos")]
    if not pesos:
        return False
    if son_puntos(ganada.texto):
        sitios = [i for i, e in enumerate(todas) if e.rol in ("ponderacion", "estado")]
        return any(sitio > next(i for i, e in enumerate(todas) if e is ganada) for sitio in sitios)
    de_pesos = dice(ganada.texto, "de_pesos") and not dice(ganada.texto, "de_puntos")
    en_cientos = "%" in ganada.texto and any("%" in e.texto for e in pesos)
    return bool(puntos) and not de_pesos and not en_cientos


def dice_cientos(texto: str) -> bool:
    """Whether a label is of percentages."""
    return "%" in texto or dice(texto, "de_cientos")


def dice(texto: str, lista: Lista) -> bool:
    """Whether some word of a label begins as those of a list do."""
    return any(p.startswith(palabras_de(lista)) for p in palabras(texto).split())


def _solo_de_cientos(texto: str) -> bool:
    """Whether a label says a percentage, at most one that was set, and of nothing in particular ("%", "% comprometido")."""
    return all(p == "%" or p.startswith((*palabras_de("de_cientos"), *palabras_de("se_fijan"))) for p in palabras(texto).split())
