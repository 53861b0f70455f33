"""Footnotes of a scanned page: what stands at its foot under a short stroke and opens with a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.lectores.pdf.lineas import Linea

PARTE_DEL_ANCHO = 0.6
"""A longer stroke parts text, not footnotes."""
CERCA = 25.0
"""Points from the stroke to the first note."""
_MARCA = re.compile(r"^(?P<marca>\d{1,2}|[ivx]{1,5}|\*{1,3})\s+(?=\S)")
_MARCA_MAL_LEIDA = re.compile(r"^[^\w\s]{1,2}\s*(?=[A-ZÁÉÍÓÚÑ])")
"""A raised digit that came out as a quote or a bar."""


def separar_notas(
    lineas: Sequence[Linea], reglas: Sequence[tuple[float, float, float]], fondo: float, ancho: float
) -> tuple[list[Linea], list[list[Linea]]]:
    """The free lines of a page without its footnotes, and the lines of each footnote.

    ``reglas``: strokes outside tables as (y, x0, x1); ``fondo``: where the last table ends; ``ancho``: the page's width.
    """
    for y, x0, x1 in sorted(reglas, reverse=True):
        debajo = [x for x in lineas if x.caja[1] >= y - 3]
        if y < fondo or x1 - x0 > PARTE_DEL_ANCHO * ancho or not debajo or debajo[0].caja[1] - y > CERCA:
            continue
        primera = _con_marca(debajo[0], 1)
        if primera is None:
            continue
        notas = [[primera]]
        for linea in debajo[1:]:
            abre = _MARCA.match(linea.texto)
            if abre and abre["marca"] == str(len(notas) + 1):
                notas.append([linea])
            else:
                notas[-1].append(linea)
        return [x for x in lineas if x.caja[1] < y - 3], notas
    return list(lineas), []


def _con_marca(linea: Linea, numero: int) -> Linea | None:
    """The line if it opens with a mark, a misread one written as ``numero``; else None."""
    if _MARCA.match(linea.texto):
        return linea
    mala = _MARCA_MAL_LEIDA.match(linea.texto)
    return replace(linea, texto=f"{numero} {linea.texto[mala.end() :]}") if mala else None
