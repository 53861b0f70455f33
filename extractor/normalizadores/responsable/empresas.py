"""Firms among who answers: what stands beside "Ltda.", "y Asociados" is one name, with no role or person of its own in it."""

from __future__ import annotations

from functools import cache

from extractor.normalizadores.responsable.celda import Celda
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import formas_de_cargo, unidades

_PARTEN = frozenset({",", ";", "/", ":", "–", "—"})


def de_empresas(doc: Celda) -> frozenset[int]:
    """The words of the stretches that a mark of a firm, not at their head, says to be a firm's name; none of what a role opens
    ("Gerente Soto Ltda."), unless that word may be the firm's ("Constructora Vidal S.A.")."""
    marcas = _marcas()
    if marcas.isdisjoint([t.norm_.rstrip(".") for t in doc]):
        return frozenset()
    dentro: set[int] = set()
    desde = 0
    for indice in range(len(doc) + 1):
        if indice < len(doc) and not doc[indice].is_space and doc[indice].text not in _PARTEN:
            continue
        primera = doc[desde].norm_ if desde < indice else ""
        abre_rol = primera in formas_de_cargo() and not primera.endswith("ora")
        if not abre_rol and any(t.norm_.rstrip(".") in marcas for t in doc[desde + 1 : indice]):
            dentro |= set(range(desde, indice))
        desde = indice + 1
    return frozenset(dentro)


@cache
def _marcas() -> frozenset[str]:
    return frozenset(map(plegar_frase, unidades().empresas))
