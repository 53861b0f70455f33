"""The state of an activity or goal, as its cell and its column say it."""

from __future__ import annotations

import re

from extractor.comun.texto import plegar
from extractor.estructura.contexto_programa import ContextoPrograma
from extractor.estructura.items import Item
from extractor.modelo.valores import Estado

_CIFRA_SOLA = re.compile(r"^\s*\d{1,3}(?:[.,]\d{1,2})?\s*$")


def estado_de_item(dicho: Item, contexto: ContextoPrograma) -> Estado | None:
    """The state of an item. A verdict alone on its first line is declared, whatever the lines after it tell: joined to
    them, "Sí" would open a sentence."""
    leido = leer_estado(dicho.texto, contexto)
    primera = dicho.origen.lugares[0].texto
    if leido is None or leido.declarado or len(dicho.origen.lugares) < 2 or contexto.es_veredicto(primera) != "solo":
        return leido
    declarado = contexto.normal.estado(primera)
    return leido if declarado is None else declarado.model_copy(update={"texto": leido.texto})


def segun_lectura(estado: Estado | None, dudosa: bool) -> Estado | None:
    """The state, doubtful where the reads of a scan disagree: it may say another percentage or another verdict."""
    return estado.model_copy(update={"certeza": "dudosa"}) if estado is not None and dudosa else estado


def leer_estado(texto: str | None, contexto: ContextoPrograma) -> Estado | None:
    """The state of a text; a bare figure is a percentage where the column's own label says so ("Cumplimiento (%)"), or its other
    figures."""
    if texto is None or not _CIFRA_SOLA.match(texto):
        return contexto.normal.estado(texto)
    suyas = [c for c in contexto.tabla.columnas if c.rol == "estado"]
    rotulos = (plegar(c.texto) for c in suyas)
    if not any(c.en_cientos for c in suyas) and not any("%" in r or "porcentaje" in r for r in rotulos):
        return contexto.normal.estado(texto)
    leido = contexto.normal.estado(f"{texto}%")
    return leido.model_copy(update={"texto": texto}) if leido else None
