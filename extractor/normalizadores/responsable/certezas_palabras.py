"""Which words of a cell of responsibles are known, and which only look like a role or a unit: what its certainty rests on."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.normalizadores.letras.aperturas_unidad import aperturas
from extractor.normalizadores.region.palabras import de_lugar_o_region
from extractor.normalizadores.responsable.celda import Celda, Ficha
from extractor.normalizadores.responsable.personas_cargo import no_son_nombre, nombres, preposiciones
from extractor.vocabularios import servicios
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import unidades

LARGO_SIGLA = 6
"""Most letters of a word in capitals that is taken for an acronym."""
_DE_OFICIO = re.compile(r"\w+(?:dor|dora|ctor|ctora|sor|sora|ista|cargado|cargada|ional|logo|loga|ologo|ologa)(?:s|es)?")


@lru_cache(maxsize=16384)
def parece_cargo(norma: str) -> bool:
    """Whether an unknown word ends as words for who does something do ("Tasadora"); surnames seldom end so.

    >>> parece_cargo("tasadora"), parece_cargo("maldonado"), parece_cargo("regional")
    (True, False, False)
    """
    return _DE_OFICIO.fullmatch(norma) is not None and norma not in conocidas() and not de_lugar(norma)


def sabida(ficha: Ficha, reparada: str | None = None) -> bool:
    """Whether the word, its slips repaired, is of the vocabularies or a place; marks and numbers are no words."""
    norma = (reparada or ficha.norm_).rstrip(".")
    return norma in conocidas() or not any(c.isalpha() for c in norma) or de_lugar(norma)


def corre(doc: Celda, desde: int, hasta: int) -> int:
    """How many words stand there when all of them begin in capitals or link; a number too great when one does not."""
    palabras = [t for t in doc[desde:hasta] if t.is_alpha]
    return len(palabras) if all(t.text[:1].isupper() or t.norm_ in preposiciones() for t in palabras) else len(doc) + 99


@cache
def conocidas() -> frozenset[str]:
    """Words of the vocabularies of roles, units, subjects and services, and those that link them."""
    return propias() | {p for tema in unidades().temas for p in plegar_frase(tema).split()}


@cache
def propias() -> frozenset[str]:
    """The same without the subjects that are common words as well: those do not tell what a separator before them joins."""
    nombres_servicio = (n for s in servicios.vocabulario().servicios for n in (s.nombre, *s.otros))
    de_servicios = {p for n in nombres_servicio for p in re.findall(r"\w+", plegar_frase(n))} - nombres()
    enlaces = {plegar_frase(e) for e in unidades().enlazan} | {"su", "sus"}
    return no_son_nombre() | preposiciones() | enlaces | de_servicios


@lru_cache(maxsize=16384)
def de_lugar(norma: str) -> bool:
    return de_lugar_o_region(norma)


def _es_sigla(doc: Celda, ficha: Ficha) -> bool:
    """Whether the word is an acronym, in a cell not all in capitals."""
    return ficha.text.isupper() and 1 < len(ficha.text) <= LARGO_SIGLA and not doc.text.isupper()


def abre_unidad(doc: Celda, indice: int) -> bool:
    """Whether a word in capitals that opens units stands there."""
    return doc[indice].text[:1].isupper() and doc.normas[indice].rstrip(".") in _abren()


@cache
def _abren() -> frozenset[str]:
    return aperturas("fuertes", "debiles", "mandadas", "internas")


def une_sabida(doc: Celda, indice: int, fin: int) -> bool:
    """Whether the separator at ``indice`` surely joins two parts of one name: a known word stands at its right that opens
    nothing else. A closing bracket, and one that nothing follows, part nothing."""
    sueltas = ("la", "el", "los", "las", "de", "del")
    siguiente = next((t for t in doc[indice + 1 : fin] if not t.is_space and t.norm_ not in sueltas), None)
    if siguiente is None or doc[indice].text == ")":
        return True
    norma = doc.normas[siguiente.i].rstrip(".")
    if doc[indice].text == ":":
        return False
    if doc[indice].norm_ in ("y", "e", ","):
        return (norma in propias() or de_lugar(norma)) and (norma in aperturas("tambien_materias") or norma not in _abren())
    suelta = indice > 0 and bool(doc[indice].whitespace_) and bool(doc[indice - 1].whitespace_)
    abre = norma in aperturas("fuertes", "mandadas") or (suelta and doc[indice].text != "/" and norma in _abren())
    return (_es_sigla(doc, siguiente) or sabida(siguiente, norma)) and not abre


_PARTICIPIO = re.compile(r"[a-z]{3,}(?:ad|id)[oa]s?")


def parece_hecho(norma: str) -> bool:
    """Whether a word, which stands in lower case, tells what was done ("ejecutado"), as a name does not."""
    return _PARTICIPIO.fullmatch(norma) is not None and norma not in conocidas()
