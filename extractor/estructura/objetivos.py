"""Whose objective a row's activities are: its own cell, numbers it refers to, or a row above that bands those after it."""

from __future__ import annotations

import re

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import ordinal, plegar, sin_ordinal
from extractor.estructura.columnas import PorRol, limpiar
from extractor.estructura.filas import FilaArmada
from extractor.estructura.items import cifras, textos
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import Celda, Parrafo
from extractor.vocabularios.filas import es_objetivo_rotulado, nombra_total

_REFERENCIAS = re.compile(
    r"^\s*+(?:(?:obj(?:etivos?)?|n[°º])\.?\s*+)?\d{1,2}(?:\s*+[.)°]|\b)"
    r"(?:(?:\s*+[,;y/\-–]\s*+|\s++)\d{1,2}(?:\s*+[.)°])?+)*+\s*+$",
    re.IGNORECASE,
)
_NUMERO = re.compile(r"\d{1,2}")
_AL_PIE = re.compile(r"^(?:\(?\*|notas?\b|obs(?:ervacion(?:es)?)?\b|fuente\b|comentarios?\b)")


def objetivos_de(celda: Celda | None, n: int) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The row's objectives as texts; or, where the cell only refers to numbers, those of each activity."""
    if celda is None or not celda.parrafos:
        return (), [() for _ in range(n)]
    if all(_REFERENCIAS.match(p.texto) for p in celda.parrafos):
        referidos = [tuple(str(int(m)) for m in _NUMERO.findall(p.texto)) for p in celda.parrafos]
        if len(referidos) == n:
            return (), referidos
        if len(referidos) == 1:
            return (), [referidos[0] for _ in range(n)]
        return (), [referidos[i] if i < len(referidos) else () for i in range(n)]
    return tuple(limpiar(i.texto) for i in textos(celda.parrafos).items), [() for _ in range(n)]


def banda_de_objetivo(armada: FilaArmada, anterior: FilaArmada | None, tabla: TablaCruda) -> str | None:
    """The objective that a row only states for the rows after it ("Objetivo específico 2: ...", alone in its row); in a table
    without a column of objectives, whatever one cell as wide as the table says. None for any other row."""
    llenas = propias_de(armada, anterior)
    if len(llenas) != 1:
        return None
    celda = llenas[0]
    if es_objetivo_rotulado(celda.texto):
        return limpiar(celda.texto)
    if any(c.rol == "objetivo" for c in tabla.columnas) or not a_todo_el_ancho(celda, tabla):
        return None
    if leer_numero(celda.texto) or nombra_total(celda.texto) or _AL_PIE.match(plegar(celda.texto)):
        return None
    return limpiar(celda.texto)


def es_texto_al_pie(armada: FilaArmada, tabla: TablaCruda) -> bool:
    """Whether a row is one text as wide as the table, below its activities: a note, or what the form says there."""
    llenas = {id(c): c for c in armada.celdas if c.parrafos}
    celda = next(iter(llenas.values()), None)
    return len(llenas) == 1 and celda is not None and leer_numero(celda.texto) is None and a_todo_el_ancho(celda, tabla)


def propias_de(armada: FilaArmada, anterior: FilaArmada | None) -> list[Celda]:
    """The filled cells of a row, each once, without those that span down from the row above."""
    llenas = [c for i, c in enumerate(armada.celdas) if c.parrafos and (anterior is None or anterior.celdas[i] is not c)]
    return list({id(c): c for c in llenas}.values())


def a_todo_el_ancho(celda: Celda, tabla: TablaCruda) -> bool:
    """Whether a cell is as wide as the table."""
    if not tabla.tramos:
        # of a stream, which draws no columns, the cell was told to span them all
        return celda.ancho >= len(tabla.columnas) > 1
    if len(tabla.tramos) < 3:
        return False
    return celda.columna <= tabla.tramos[0][0] and celda.columna + celda.ancho >= tabla.tramos[-1][1]


def con_sueltas(celdas: PorRol, ultimo: int | None) -> tuple[tuple[Parrafo, ...], bool]:
    """The activity cell, with the numbered item that lost its tab and fell into the objectives' cell: the one whose
    number comes just before the first of the activities. ``ultimo``: the number of the last activity above, after which the
    fallen one must come: where the activities go on by themselves, the objectives are numbered on their own. In a first row
    there must be more weights than activities."""
    propias = celdas.parrafos("actividad") or celdas.parrafos("meta_o_actividades")
    objetivo = celdas.parrafos("objetivo")
    primero = next((ordinal(p.texto) for p in propias), None)
    if primero is None or primero < 2 or not objetivo:
        return propias, False
    if all(_REFERENCIAS.match(p.texto) for p in objetivo):
        return propias, False
    numeros = [ordinal(p.texto) for p in objetivo]
    sigue = numeros[0] == ultimo + 1 if ultimo is not None else _faltan_textos(celdas, len(propias))
    if sigue and numeros[-1] == primero - 1 and all(n is not None for n in numeros) and sin_ordinal(objetivo[-1].texto):
        cabeza = propias[0]
        return (*objetivo, Parrafo(cabeza.texto, cabeza.origen, 1, cabeza.estilo), *propias[1:]), True
    return propias, False


def _faltan_textos(celdas: PorRol, propias: int) -> bool:
    """Whether the row has more weights than lines of activities: one of these stands elsewhere."""
    return len(cifras(celdas.parrafos("ponderacion")).cifras) > propias


def ultimo_numero(celdas: PorRol) -> int | None:
    """The number of the last numbered activity of a row, or None."""
    propias = celdas.parrafos("actividad") or celdas.parrafos("meta_o_actividades")
    return next((n for p in reversed(propias) if (n := ordinal(p.texto)) is not None), None)
