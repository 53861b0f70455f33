"""What the lines of a page have in common: leading, the gap between paragraphs, and whether a word would have fitted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.lectores.pdf.lineas import Linea
from extractor.lectores.pdf.palabras import (
    Vocabulario,
)

MAS_QUE_INTERLINEA = 1.2
"""A gap so many times the leading parts paragraphs."""


@dataclass(frozen=True, slots=True)
class Medidas:
    """What the lines of a table or of a page's text have in common.

    ``interlinea``: leading by type size (points); ``unidad``: distance between two paragraphs with nothing between.
    ``vocabulario``: how the document writes.
    """

    interlinea: dict[float, float]
    unidad: dict[float, float]
    vocabulario: Vocabulario


def medir(celdas: Iterable[Sequence[Linea]], vocabulario: Vocabulario, respaldo: Medidas | None = None) -> Medidas:
    """The leading of these cells by type size: the smallest step that is not rare. ``respaldo`` answers for sizes with
    fewer than four steps here (the measures of the whole document)."""
    pasos: dict[float, list[float]] = {}
    for lineas in celdas:
        for a, b in pairwise(lineas):
            if a.pagina == b.pagina and abs(a.tamano - b.tamano) < 0.6 and 0.5 * b.tamano < b.base - a.base < 6 * b.tamano:
                pasos.setdefault(round(b.tamano), []).append(b.base - a.base)
    interlinea = dict(respaldo.interlinea) if respaldo else {}
    unidad = dict(respaldo.unidad) if respaldo else {}
    for tamano, vistos in pasos.items():
        if tamano in interlinea and len(vistos) < 4:
            continue
        vistos.sort()
        menor = vistos[min(len(vistos) - 1, len(vistos) // 20)]
        interlinea[tamano] = menor
        sueltos = [v for v in vistos if MAS_QUE_INTERLINEA * menor < v < 1.85 * menor]
        unidad[tamano] = sueltos[len(sueltos) // 2] if sueltos else menor
    return Medidas(interlinea, unidad, vocabulario)


def cabe(a: Linea, b: Linea, izquierda: float, derecha: float) -> bool:
    """Whether the first word of ``b`` would have fitted at the end of ``a``: then what parted them was not the edge."""
    margen = a.x0 - izquierda
    centrada = margen > 2.0 and abs(margen - (derecha - a.x1)) < 3.0
    derecha_fija = margen > 6.0 and derecha - a.x1 < 2.0 and abs(b.x1 - a.x1) < 2.0 and abs(b.x0 - a.x0) > 2.0
    libre = (derecha - izquierda) - (a.x1 - a.x0) if centrada or derecha_fija else derecha - a.x1
    return a.espacio + b.primera + 0.6 < libre


def por_hueco(a: Linea, b: Linea, medidas: Medidas) -> int:
    """``hueco`` that the white space between two lines gives; 0 for the plain leading or across a page end."""
    if a.pagina != b.pagina:
        return 0
    paso = b.base - a.base
    tamano = round(max(a.tamano, b.tamano))
    interlinea = medidas.interlinea.get(tamano, 1.3 * tamano)
    if abs(a.tamano - b.tamano) > 0.6:
        # lines of the larger type are headings as a rule, each apart from the next: how far tells no leading
        menor = round(min(a.tamano, b.tamano))
        interlinea = max(medidas.interlinea.get(menor, 0.0), 1.35 * max(a.tamano, b.tamano))
    if paso <= max(MAS_QUE_INTERLINEA * interlinea, interlinea + 1.0):
        return 0
    return max(1, round(paso / medidas.unidad.get(tamano, interlinea)))
