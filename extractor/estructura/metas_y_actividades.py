"""What a cell of goals or activities holds: activities, or the one goal of the year."""

from __future__ import annotations

import re

from extractor.comun.texto import ordinal, tiene_vineta
from extractor.estructura.columnas import PorRol
from extractor.estructura.items import Item, textos


def meta_o_actividades(celdas: PorRol) -> tuple[str | None, list[Item]]:
    """CONTRACT.md section 2: two or more marked items are activities; else one with a figure is the goal; else one
    activity. A column of its own for the goal or the activities says so by itself."""
    parrafos = celdas.parrafos("meta_o_actividades")
    propia = textos(celdas.parrafos("actividad")).items
    if not parrafos:
        return celdas.texto("meta"), list(propia)
    apilado = textos(parrafos)
    marcados = [i for i in apilado.items if tiene_vineta(i.texto) or ordinal(i.texto) is not None]
    if len(marcados) >= 2 or (len(apilado.items) >= 2 and len(parrafos) >= 2):
        return celdas.texto("meta"), [*apilado.items, *propia]
    entero = celdas.texto("meta_o_actividades") or ""
    if re.search(r"\d", entero):
        return entero, list(propia)
    return celdas.texto("meta"), [*apilado.items, *propia]
