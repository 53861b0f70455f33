"""The words of a unit's name or of a role's subject that do not let it be sure: what could part it, name another, or be prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from extractor.modelo.valores import Certeza
from extractor.normalizadores.letras.aperturas_unidad import aperturas, fin_apertura
from extractor.normalizadores.responsable.celda import Celda, Tramo
from extractor.normalizadores.responsable.certezas_palabras import (
    abre_unidad,
    conocidas,
    de_lugar,
    parece_cargo,
    parece_hecho,
    sabida,
    une_sabida,
)
from extractor.normalizadores.responsable.personas_cargo import es_nombre, nombres, preposiciones
from extractor.normalizadores.responsable.pieza import Pieza
from extractor.normalizadores.responsable.reparo_cargos import norma_reparada
from extractor.normalizadores.responsable.separadores import SEPARADORES, titulos
from extractor.normalizadores.servicio.siglas import siglas
from extractor.vocabularios import servicios
from extractor.vocabularios.agrupacion_unidades import abreviaturas
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo, unidades

Duda = tuple[Certeza, str]
_SIGNO = re.compile(r"[^\w\s]+")
_DE_NOMBRE = frozenset(".,;:/-–—&()\"“”«»'’´°º•")
"""Marks that a name may hold, or that part one from another."""
_INICIALES = re.compile(r"(?:[A-ZÑ]{1,2}\.){1,4}[A-ZÑ]{0,2}")
_ARTICULOS = frozenset({"la", "las", "los", "el"})


def dudas_de_nombre(doc: Celda, pieza: Pieza, desde: int, que: str) -> Iterator[Duda]:
    """The words of a name from ``desde``: foreign marks, a role, a unit or a person inside it, figures, a sentence, and joins
    whose right side is unknown."""
    roles = {r.start: r for r in doc.roles}
    ultima = doc[pieza.fin - 1] if pieza.fin - pieza.inicio > 1 else None
    if ultima is not None and (ultima.norm_ in preposiciones() or ultima.norm_ in _ARTICULOS):
        yield "dudosa", f"{que} queda abierto"
    for ficha in doc[pieza.inicio : pieza.fin]:
        if not ficha.is_alpha and _signo_ajeno(ficha.text):
            yield "dudosa", f"no se sabe qué hace «{ficha.text}» en {que}".replace("de el ", "del ")
    for indice in range(max(desde, pieza.inicio + 1), pieza.fin):
        ficha, previa = doc[indice], doc.normas[indice - 1]
        enlazada = previa in preposiciones()
        propia = not enlazada and ficha.text[:1].isupper()
        if ficha.norm_ in SEPARADORES and not une_sabida(doc, indice, pieza.fin):
            yield "dudosa", f"«{ficha.text}» puede separar, o ser de {que}".replace("de el ", "del ")
        elif not ficha.is_alpha and len(ficha.text) > 2 and re.search(r"\d|@", ficha.text):
            yield "dudosa", f"hay cifras o una dirección en {que}"
        elif not abreviada_sabida(doc, indice, indice + 1 == pieza.fin):
            yield "dudosa", f"no se sabe qué abrevia «{ficha.text}» en {que}"
        elif ((enlazada or previa in _ARTICULOS) and _ajeno_tras(doc, indice, roles)) or (
            not enlazada and (propia or indice in roles) and _otro_responsable(doc, indice, pieza, roles)
        ):
            yield "dudosa", f"puede haber otro responsable en {que}"
        elif propia and pieza.tipo == "unidad" and indice > pieza.inicio + 1 and _abre_otra(doc, indice):
            yield "dudosa", f"«{ficha.text}» puede abrir otra unidad"
        elif indice + 1 < pieza.fin and _persona_en(doc, indice, propia, pieza.tipo == "unidad"):
            yield "dudosa", f"puede haber una persona en {que}"
        elif ficha.is_lower and indice > desde and _cortada(doc, indice):
            yield "dudosa", f"«{doc[indice - 1].text} {ficha.text}» puede ser una palabra cortada"
        elif _sigue_frase(ficha.norm_, ficha.is_lower):
            yield "dudosa", f"{que} sigue como una frase"


def _otro_responsable(doc: Celda, indice: int, pieza: Pieza, roles: Mapping[int, Tramo]) -> bool:
    """Whether a role of its own may begin inside the name, where no preposition stands before it."""
    ficha, previa = doc[indice], doc.normas[indice - 1]
    propia = ficha.text[:1].isupper()
    if propia and (parece_cargo(ficha.norm_) or (pieza.tipo == "unidad" and _abrevia_cargo(doc, indice))):
        return True
    if indice not in roles:
        return False
    if (propia or pieza.tipo == "cargo") and ficha.norm_ not in formas_de_adjetivo():
        return True
    if propia and pieza.tipo == "unidad" and _tras_lugar(doc, indice):
        return True
    return _largo(doc, roles[indice]) or previa in _ARTICULOS


def _abrevia_cargo(doc: Celda, indice: int) -> bool:
    """Whether a short form that is only a role's stands there ("Fiscalía Enc. Comunicaciones")."""
    ficha = doc[indice]
    corta = ficha.norm_.rstrip(".")
    con_punto = ficha.text.endswith(".") or (indice + 1 < len(doc) and doc[indice + 1].text == ".")
    return con_punto and corta in cargos().abreviaturas and corta not in abreviaturas()


def _tras_lugar(doc: Celda, indice: int) -> bool:
    """Whether a role's word stands between a place and "de" ("Oficina Palena Ejecutivo de atención")."""
    despues = doc.normas[indice + 1] if indice + 1 < len(doc) else ""
    return despues in ("de", "del") and de_lugar(doc.normas[indice - 1]) and doc.normas[indice - 1] not in formas_de_adjetivo()


LARGO_PALABRA = 4
"""Letters of a word that a stop may follow at the end of a name without its being a short form."""
_UNA_LETRA = frozenset({"a", "y", "e"})


@lru_cache(maxsize=16384)
def _sigue_frase(norma: str, en_minusculas: bool) -> bool:
    """Whether a word tells something rather than names: a link of sentences, a participle, a letter alone."""
    palabra = norma.strip("./")
    suelta = len(palabra) == 1 and en_minusculas and palabra not in _UNA_LETRA
    return palabra in _de_frase() or (en_minusculas and parece_hecho(norma)) or suelta


@cache
def _de_frase() -> frozenset[str]:
    """Words that go on as a sentence, or that join two who answer, rather than as a name."""
    return frozenset(map(plegar_frase, unidades().no_son_de_nombre))


@lru_cache(maxsize=16384)
def _signo_ajeno(escrito: str) -> bool:
    """Whether a token holds a mark that no name holds and that parts nothing that is known ("=", "{", "->"), or joins by a dash
    what begins something else ("Riego-Jefe")."""
    if escrito.isalnum():
        return False
    pegadas = [plegar_frase(p) for p in escrito.split("-")[1:] if p[:1].isupper()]
    otra = any(p not in conocidas() or p.upper() in siglas() or norma_reparada(p) in _abren_otra() | _ARTICULOS for p in pegadas)
    otra = otra or (len(escrito) > 1 and (escrito[0] in ":;," or not escrito.strip(".-") or ":" in escrito[1:-1]))
    return otra or any(c not in _DE_NOMBRE for trozo in _SIGNO.findall(escrito) for c in trozo)


@cache
def _abren_otra() -> frozenset[str]:
    """Words that begin a unit, a role or, after a title, a person."""
    roles = formas_de_cargo().keys() | cargos().abreviaturas.keys()
    return frozenset(roles | aperturas("fuertes", "debiles", "siglas_unidad") | titulos())


def _largo(doc: Celda, rol: Tramo) -> bool:
    """Whether a role has words of its own after a head that is no adjective ("profesional asesora")."""
    return rol.end > rol.start + 1 and doc[rol.start].norm_ not in formas_de_adjetivo()


def _ajeno_tras(doc: Celda, indice: int, roles: Mapping[int, Tramo]) -> bool:
    """Whether a role, or what opens a unit, stands after a preposition that does not say what the name is of ("en", "para"): a
    name holds them after "de" only, and a role there in the plural only ("Colegio de Profesores")."""
    lugar = indice - 1
    while lugar > 0 and doc.normas[lugar] in _ARTICULOS:
        lugar -= 1
    previa, ficha = doc.normas[lugar], doc[indice]
    rol = indice in roles or doc.normas[indice] in formas_de_cargo()
    if previa in ("de", "del"):
        return rol and not ficha.norm_.endswith("s") and ficha.text[:1].isupper()
    if previa not in preposiciones():
        return False
    otro = rol or abre_unidad(doc, indice) or fin_apertura(doc.normas, indice) > indice + 1 or ficha.norm_ in nombres()
    rol = rol or ficha.norm_.rstrip(".") in cargos().abreviaturas or ficha.text in siglas()
    otro = otro or (ficha.text[:1].isupper() and not sabida(ficha, doc.normas[indice]))
    if previa == "para" and ficha.text[:1].isupper():
        return True  # "Unidad de Riego para Comunicaciones": what it does, or for whom
    return (otro or rol) and (rol or ficha.text[:1].isupper())


def _abre_otra(doc: Celda, indice: int) -> bool:
    """Whether a second unit may begin there, right after a word of the first one's name ("Área Social Comité de Calidad")."""
    antes = indice - 2 if doc[indice - 1].norm_ in _ARTICULOS else indice - 1
    enlace = doc[antes].norm_ in preposiciones() or doc[antes].norm_ in SEPARADORES
    return abre_unidad(doc, indice) and not enlace and indice + 1 < len(doc) and doc.normas[indice] not in formas_de_adjetivo()


def abreviada_sabida(doc: Celda, indice: int, ultima: bool = False) -> bool:
    """Whether the word at ``indice`` has no stop after or in it, or is a short form that is known, or initials ("RR.HH."). The
    ``ultima`` of a name may have the stop that closes a phrase, if it is not too short to be a word."""
    ficha = doc[indice]
    ante_punto = indice + 1 < len(doc) and doc[indice + 1].text == "." and not ficha.whitespace_
    if not ante_punto and "." not in ficha.norm_:
        return True
    corta = ficha.norm_.rstrip(".")
    con_punto = ante_punto or ficha.text.endswith(".")
    if ultima and len(corta) >= LARGO_PALABRA and "." not in corta:
        return True
    if ficha.is_punct or not ("." in corta or (con_punto and indice + 2 < len(doc))):
        return True
    if _INICIALES.fullmatch(ficha.text + ("" if ficha.text.endswith(".") else ".")) or len(corta) == 1:
        return True
    return corta in _cortas() or corta in conocidas()


@cache
def _cortas() -> frozenset[str]:
    """Short forms of words of names, units and roles, without their stop."""
    listas = (abreviaturas(), servicios.vocabulario().abreviaturas, cargos().abreviaturas)
    propias = frozenset(plegar_frase(c).rstrip(".") for lista in listas for c in lista)
    return propias | aperturas("fuertes", "mandadas") | frozenset(map(plegar_frase, unidades().cortas_de_nombre))


def _cortada(doc: Celda, indice: int) -> bool:
    """Whether an unknown word may be the rest of the unknown one in capitals before it ("Zarzap arrilla")."""
    previa = doc[indice - 1]
    abre = previa.text[:1].isupper() and not previa.norm_.endswith("s")
    return abre and not sabida(previa, doc.normas[previa.i]) and not sabida(doc[indice], doc.normas[indice])


def _persona_en(doc: Celda, indice: int, propia: bool, en_unidad: bool) -> bool:
    """Whether a given name, or two unknown words in capitals, run on there ("de fomento Yamilet Sotomayor"), and no place; in a
    unit, which may bear a person's name, only one in lower case or an initial ("Unidad de Riego J. Ruz")."""
    siguiente, ficha = doc[indice + 1], doc[indice]
    previa = doc.normas[indice - 1]
    if en_unidad:
        if previa in preposiciones():
            return False
        if ficha.is_lower:
            return ficha.norm_ in nombres() and not doc.text.islower()
        inicial = len(ficha.text.rstrip(".")) == 1 and ficha.text[:1].isupper()
        return inicial and (ficha.text.endswith(".") or siguiente.text == ".")
    if not propia:
        return False
    if not es_nombre(siguiente) or de_lugar(siguiente.norm_):
        return False
    desconocidas = not sabida(doc[indice], doc.normas[indice]) and not sabida(siguiente, doc.normas[siguiente.i])
    return doc[indice].norm_ in nombres() or (
        desconocidas and doc.normas[indice - 1] not in aperturas("de_programa") | {"la", "el"}
    )
