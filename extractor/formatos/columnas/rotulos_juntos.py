"""What the labels of a header say together: measures of anything that the rest makes a programme's, and the one column that is
told by what is left."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.formatos.columnas.por_sus_celdas import COMPROMISOS
from extractor.formatos.columnas.rotulos import PUNTAJE_CLAVE, PUNTAJE_DEBIL, Etiqueta, Rotulos
from extractor.formatos.columnas.supuestas import POR_DESCARTE, dice, dice_cientos
from extractor.modelo.documento import Celda

_DEL_FORMULARIO = frozenset(("objetivo", "indicador", "responsable", "medio"))


def con_las_demas(etiquetas: list[Etiqueta | None]) -> list[Etiqueta | None]:
    """The labels without those that say a measure of anything ("Aporte"), unless the rest makes it a programme's: by surer words
    what was committed and whether it was fulfilled, and both what weighs and what was earned. A measure that is of attendance as
    a rule wants more of its columns. Nor those of results that the words alone tell ("Se consiguió"), beside no indicator: what
    was fulfilled or earned goes by them, and the cells will say."""
    if all(e is None or e.rol != "indicador" for e in etiquetas):
        etiquetas = [e if e is None or e.rol != "resultado" or e.puntaje > PUNTAJE_CLAVE else None for e in etiquetas]
    firmes = {e.rol for e in etiquetas if e and e.puntaje != PUNTAJE_DEBIL}
    de_asistencia = any(e and e.puntaje == PUNTAJE_DEBIL and dice(e.texto, "de_asistencia") for e in etiquetas)
    completa = "estado" in firmes and bool(COMPROMISOS & firmes) and (not de_asistencia or len(_DEL_FORMULARIO & firmes) > 1)
    if completa and {"ponderacion", "ponderacion_ganada"} <= {e.rol for e in etiquetas if e}:
        return etiquetas
    return [e if e and e.puntaje != PUNTAJE_DEBIL else None for e in etiquetas]


def por_descarte(etiquetas: list[Etiqueta | None], celdas: Sequence[Celda], juego: Rotulos) -> list[Etiqueta | None]:
    """The labels with the activities' told by what is left: a form that weighs has a column of them before its weights, and
    where all its other columns are known and one is not, that is it."""
    roles = [e.rol if e else None for e in etiquetas]
    if juego.tabla.pesa is not None and "ponderacion" not in roles:
        return _peso_por_descarte(etiquetas, celdas)
    if juego.tabla.pesa != "actividad" or "actividad" in roles or "ponderacion" not in roles:
        return etiquetas
    if "estado" not in roles and "ponderacion_ganada" not in roles:
        return etiquetas
    ignotas = [i for i, e in enumerate(etiquetas) if e is None and celdas[i].parrafos]
    if len(ignotas) != 1 or ignotas[0] > roles.index("ponderacion"):
        return etiquetas
    sitio = ignotas[0]
    return [*etiquetas[:sitio], Etiqueta("actividad", POR_DESCARTE, celdas[sitio].texto, ()), *etiquetas[sitio + 1 :]]


def _peso_por_descarte(etiquetas: list[Etiqueta | None], celdas: Sequence[Celda]) -> list[Etiqueta | None]:
    """The labels with the weights' told by what is left: what was committed, whether it was fulfilled and what was earned are
    known, and one column before the last of them, which nobody knows, is of per cents by its label."""
    roles = [e.rol if e else None for e in etiquetas]
    if "ponderacion_ganada" not in roles or "estado" not in roles or not {"actividad", "meta", "meta_o_actividades"} & set(roles):
        return etiquetas
    ignotas = [i for i, e in enumerate(etiquetas) if e is None and celdas[i].parrafos and dice_cientos(celdas[i].texto)]
    if len(ignotas) != 1 or ignotas[0] > roles.index("ponderacion_ganada"):
        return etiquetas
    sitio = ignotas[0]
    return [*etiquetas[:sitio], Etiqueta("ponderacion", POR_DESCARTE, celdas[sitio].texto, ()), *etiquetas[sitio + 1 :]]
