"""Whether the values of a row are what its columns hold: weights, verdicts, names, totals.

Where no mark shows the cells, a value under a column that cannot hold it is all that says that a row was cut wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.comun.numeros import leer_numero
from extractor.formatos.flujo.celdas import Roles
from extractor.formatos.flujo.textos_por_linea import Linea
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.documento import Celda
from extractor.vocabularios.estados import palabra_sin_valor, veredicto_inicial

_GUIONES = frozenset("-–—_.")
_CIEN = Decimal(100)
_DE_NOMBRES = ("objetivo", "actividad", "meta_o_actividades", "responsable")


def caen(celdas: Sequence[Sequence[Celda]], roles: Roles, numerada: bool) -> bool:
    """Whether cells are what their columns hold. ``numerada``: whether the first column only numbers the rows."""
    for sitio, (celda, rol) in enumerate(zip(celdas, roles, strict=True)):
        textos = [p.texto for p in celda]
        if not sitio and numerada and not all(t.strip(" .)-°º").isdigit() for t in textos):
            return False
        if rol == "ponderacion" and not all((n := leer_numero(t)) is not None and not n.moneda for t in textos):
            return False
        if rol == "ponderacion_ganada" and not all(_es_cifra_o_palabra(t) for t in textos):
            return False
        if rol in _DE_NOMBRES and any(leer_numero(t) is not None for t in textos):
            return False
        if rol in ("actividad", "meta_o_actividades") and not textos:
            return False
        if rol == "estado" and len(textos) > 1 and not all(map(_es_estado, textos)):
            return False
    return _con_cifras(celdas, roles)


def _con_cifras(celdas: Sequence[Sequence[Celda]], roles: Roles) -> bool:
    """Whether a row has a weight, or at least a verdict or what was earned, as one whose weight stands in the row above."""
    dichos = [c for celda, rol in zip(celdas, roles, strict=True) if rol in (*DE_CIFRAS, "estado") for c in celda]
    pesa = bool(celdas[roles.index("ponderacion")])
    return pesa or (bool(dichos) and all(_es_estado(c.texto) for c in dichos))


def son_totales(figuras: Sequence[Linea], roles: Roles) -> bool:
    """Whether what stands after a total's label is figures where these are, and no more than the region's verdict beside."""
    con_cifras = [linea for linea, rol in zip(figuras, roles, strict=True) if rol in DE_CIFRAS]
    for linea, rol in zip(figuras, roles, strict=True):
        cifra = linea is not None and leer_numero(linea.texto) is not None
        if linea is not None and not (cifra if rol in DE_CIFRAS else rol == "estado" and _es_estado(linea.texto)):
            return False
        if cifra and rol == "estado" and any(linea is None for linea in con_cifras):
            return False
    return any(linea is not None and rol in DE_CIFRAS for linea, rol in zip(figuras, roles, strict=True))


def es_peso(texto: str) -> bool:
    leido = leer_numero(texto)
    return leido is not None and not leido.moneda and 0 <= leido.decimal <= _CIEN


def _es_estado(texto: str) -> bool:
    return leer_numero(texto) is not None or veredicto_inicial(texto) is not None or palabra_sin_valor(texto) is not None


def _es_cifra_o_palabra(texto: str) -> bool:
    if set(texto) <= _GUIONES:
        return True
    return leer_numero(texto) is not None or veredicto_inicial(texto) is not None or palabra_sin_valor(texto) is not None
