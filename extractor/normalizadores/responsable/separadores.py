"""What stands between two stretches of a cell of responsibles, and where services begin in it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.normalizadores.letras.aperturas_unidad import aperturas
from extractor.normalizadores.responsable.celda import Celda
from extractor.normalizadores.servicio.menciones import indice_servicios, menciones
from extractor.vocabularios import servicios
from extractor.vocabularios.agrupacion_unidades import abreviaturas
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos

SEPARADORES = frozenset({",", ";", "/", "y", "e", "-", "–", "—", "(", ")", ":", "|", "•", "·", "&", ".-", "--"})


ARTICULOS = frozenset({"el", "la", "las", "los"})


@cache
def titulos() -> frozenset[str]:
    return frozenset(plegar_frase(t) for t in cargos().titulos)


def separador_antes(doc: Celda, indice: int, piso: int = 0) -> tuple[str, int]:
    """The separator just before ``indice`` ("\\n" wins over all) and where it begins; articles and titles after it skipped.
    Nothing before ``piso`` counts: the stops and brackets of a role are its own ("Coord. Reg.", "Coordinador(a)")."""
    lugar, hallado = indice, ""
    while lugar > piso:
        previo = doc[lugar - 1]
        if previo.is_space:
            hallado = "\n" if "\n" in previo.text else hallado
        elif previo.norm_ in SEPARADORES:
            hallado = hallado if hallado == "\n" or (hallado and previo.norm_ == ")") else previo.norm_
        elif previo.text == "." and _cierra_frase(doc, lugar - 1):
            hallado = hallado or "."
        elif previo.norm_.rstrip(".") in titulos() or previo.text == ".":
            pass
        elif previo.norm_ not in ARTICULOS or not _separa(doc, lugar - 2):
            break
        lugar -= 1
    return hallado, lugar


def _separa(doc: Celda, indice: int) -> bool:
    """Whether a separator or white space stands there."""
    return indice >= 0 and (doc[indice].norm_ in SEPARADORES or doc[indice].is_space)


def _cierra_frase(doc: Celda, indice: int) -> bool:
    """Whether the stop closes a phrase: not an initial's nor an abbreviation's."""
    if indice == 0:
        return False
    previa = doc[indice - 1]
    abreviada = len(previa.text) <= 2 or previa.norm_ in titulos() or previa.norm_ in aperturas("fuertes")
    corta = previa.norm_ in cargos().abreviaturas or previa.norm_ in servicios.vocabulario().abreviaturas
    corta = corta or previa.norm_ in abreviaturas()
    return previa.is_alpha and not abreviada and not corta and not previa.is_space


_PALABRA = re.compile(r"[^\W_]+")


@lru_cache(maxsize=16384)
def _palabras(norma: str) -> tuple[str, ...]:
    """The words of a token ("I.Municipalidad" is two)."""
    return (norma,) if norma.isalnum() else tuple(_PALABRA.findall(norma))


@cache
def _siguen_a() -> dict[str, tuple[frozenset[str], ...]]:
    """What other words each service's name has that a word begins."""
    return {p: tuple({frozenset(f[0][1:]) for f in suyas}) for p, suyas in indice_servicios().items()}


def _puede_nombrar(palabras: frozenset[str]) -> bool:
    """Whether all the words of some service's name are among these: without them none is named."""
    siguen = _siguen_a()
    return any(palabras.issuperset(otras) for primera in palabras & siguen.keys() for otras in siguen[primera])


def inicios_servicio(doc: Celda) -> tuple[frozenset[int], frozenset[int]]:
    """Token indexes where a service's full name or acronym begins, or an acronym of a kind of unit ("DAF"), and where any of a
    service's names does ("Carabineros"): a short name ("Tesorería") may as well be a unit's word."""
    if doc.servicios is None:
        doc.servicios = _inicios(doc)
    return doc.servicios


def _inicios(doc: Celda) -> tuple[frozenset[int], frozenset[int]]:
    siglas = aperturas("siglas_unidad")
    de_unidad = frozenset([t.i for t in doc if t.norm_ in siglas and t.text.isupper()])
    suyas = [_palabras(t.norm_) for t in doc]
    if not _puede_nombrar(frozenset([p for grupo in suyas for p in grupo])):
        return de_unidad, frozenset()
    palabras = [i for i, grupo in enumerate(suyas) for _ in grupo]
    todas = [m for m in menciones(doc.text) if m.inicio < len(palabras)]
    propias = frozenset(palabras[m.inicio] for m in todas if m.clase == "sigla" or m.fin - m.inicio > 1)
    return propias | de_unidad, frozenset(palabras[m.inicio] for m in todas)
