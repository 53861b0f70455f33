"""The unit that a role is in charge of, right after it."""

from __future__ import annotations

from functools import cache

from extractor.normalizadores.letras.aperturas_unidad import aperturas, fin_apertura
from extractor.normalizadores.responsable.celda import Celda
from extractor.normalizadores.responsable.separadores import ARTICULOS, SEPARADORES
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import unidades

COMILLAS = frozenset({'"', "“", "«", "'", "‘"})
"""What opens a name in quotes."""


def unidad_mandada(doc: Celda, propios: frozenset[int], indice: int) -> int | None:
    """Where the unit that a role is in charge of begins, right after it ("Jefa (de la) Unidad de Riego"); None if none. A
    kind of unit without a name is one only when it is told which and may stand alone ("Director del Museo", but "Directora de
    Jardín", "Jefe de la Unidad"); several of a kind, without an article, are what the role is about ("Encargada de Oficinas
    Móviles")."""
    lugar = indice
    while lugar < len(doc) and doc.normas[lugar] in ("de", "del", *ARTICULOS):
        lugar += 1
    if lugar >= len(doc):
        return None
    enlace = doc.normas[indice:lugar]
    if enlace == ["de"] and doc.normas[lugar].endswith("s") and doc.normas[lugar] in aperturas("internas"):
        return None
    determinada = ("del" in enlace or len(enlace) > 1) and doc.normas[lugar].rstrip(".") not in aperturas("internas")
    despues = fin_apertura(doc.normas, lugar)
    if lugar in propios and doc[lugar].text[:1].isupper():
        return lugar
    abre = doc.normas[lugar].rstrip(".") in aperturas("mandadas") or despues > lugar + 1
    entera = despues > lugar + 1
    cerrada = entera and despues < len(doc) and doc[despues].text == "."
    if despues < len(doc) and doc[despues].text == ".":
        despues += 1
    termina: bool = cerrada or despues >= len(doc) or doc.normas[despues] in SEPARADORES or doc[despues].is_space
    if termina and ((doc.normas[lugar] in aperturas("enteras") and not enlace) or (abre and determinada)):
        return lugar
    if entera and termina:
        # "Direcciones Regionales" is whole, "Jardín Infantil" is not
        return None if enlace and doc.normas[lugar] not in aperturas("fuertes") | _de_colectivos() else lugar
    sigue = despues < len(doc) and not doc[despues].is_space
    sigue = sigue and (not doc[despues].is_punct or doc[despues].text in COMILLAS)
    return lugar if abre and sigue and doc.normas[despues] not in SEPARADORES else None


@cache
def _de_colectivos() -> frozenset[str]:
    """First words of what is a unit by itself ("nivel central")."""
    return frozenset(plegar_frase(f).split()[0] for f in unidades().colectivos)
