"""Words of a title or of an objective that only open a cell of a row, in a stream where no mark tells where a row ends."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.numeros import leer_numero
from extractor.formatos.desempeno.rotulo import dice_solo_su_rotulo
from extractor.formatos.flujo.celdas import Roles, de_figuras, encaja
from extractor.formatos.piezas import DE_DESEMPENO, Titulo
from extractor.formatos.regiones.dichas import son_regiones
from extractor.formatos.regiones.en_titulo import es_region, region_de_oficina
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.documento import Celda
from extractor.vocabularios.estados import palabra_sin_valor, veredicto_inicial

_CELDAS_DE_TITULO = 2
"""Cells of one column that may stand above a row."""


def cabe_en_la_fila(titulo: Titulo, sitio: int, celdas: Sequence[Celda], roles: Roles) -> bool:
    """Whether a title's words are those of the cell ``sitio`` of a row ("Desempeño de la región en ferias", "Actividad 1.2:
    Visitar"): its column is of words and the rest of the row comes after it, the weight where weights stand. ``celdas``: from
    that cell on. A region, or nothing, after a region's or a performance's label is what it announces."""
    propias = list(celdas[: len(roles) - sitio])
    suyos = roles[sitio:]
    if len(propias) < len(suyos) or suyos[0] in DE_CIFRAS or "ponderacion" not in suyos:
        return False
    if titulo.clase == "region" and (titulo.valor is None or son_regiones(titulo.valor)):
        return False
    if titulo.clase in DE_DESEMPENO and dice_solo_su_rotulo(titulo.texto, titulo.patron.textos):
        return False
    if not sitio and titulo.clase not in DE_DESEMPENO:
        # at the opening of a row a heading may as well be one
        return False
    peso = next(c for c, r in zip(propias, suyos, strict=True) if r == "ponderacion")
    return bool(peso.parrafos) and de_figuras(peso) and encaja(propias, suyos)


def objetivo_en_fila(celdas: Sequence[Celda], roles: Roles) -> bool:
    """Whether an objective, which opens ``celdas``, is the first cell of a row, in a table with a column of objectives; else it
    is a row of its own."""
    if "objetivo" not in roles:
        return False
    fila, siguiente = celdas[: len(roles)], celdas[1 : len(roles) + 1]
    if len(siguiente) < len(roles):
        return True
    return encaja(fila, roles, con_peso=True) or not encaja(siguiente, roles, con_peso=True)


def region_en_banda(celdas: Sequence[Celda], roles: Roles) -> bool:
    """Whether a region or the office of one, which opens ``celdas``, stands above a row of its own, alone or in a row whose other
    cells are blank, and is not the first cell of one."""
    fila = celdas[: len(roles)]
    sola = any(c.parrafos for c in fila[1:])
    siguiente = celdas[1 : len(roles) + 1] if sola else celdas[len(roles) : 2 * len(roles)]
    texto = celdas[0].texto
    if "ponderacion" not in roles or len(siguiente) < len(roles) or not (es_region(texto) or region_de_oficina(texto)):
        return False
    return es_fila_entera(siguiente, roles) and not encaja(fila, roles, con_peso=True)


def es_fila_entera(celdas: Sequence[Celda], roles: Roles) -> bool:
    """Whether as many cells as columns are a row of a table that weighs: each where its column says, with a weight, and a verdict
    or a figure, if any, where states stand."""
    if not encaja(celdas, roles, con_peso=True):
        return False
    dichos = [c.texto for c, r in zip(celdas, roles, strict=True) if r == "estado" and c.parrafos]
    return all(veredicto_inicial(t) is not None or palabra_sin_valor(t) is not None or leer_numero(t) is not None for t in dichos)


def primera_fila(celdas: Sequence[Celda], roles: Roles) -> Celda | None:
    """Where a row of a table that weighs begins, among the first of some loose cells; None where none does."""
    if "ponderacion" not in roles:
        return None
    sitios = range(min(_CELDAS_DE_TITULO, len(celdas) - len(roles)) + 1)
    return next((celdas[i] for i in sitios if es_fila_entera(celdas[i : i + len(roles)], roles)), None)
