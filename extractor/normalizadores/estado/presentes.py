"""Presents of a narration, told by place and agreement: "el jurado sesiona", "las oficinas exhiben", "ya no se exige".

In Spanish a noun, an adjective and a present may end alike. A word is taken for the present of its clause when nothing else
fits: it follows a subject it cannot agree with as an adjective, or a determiner follows it without a preposition.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.normalizadores.estado.momentos import por_venir
from extractor.normalizadores.estado.oracion import Oracion, Palabra
from extractor.normalizadores.estado.participios import acuerdan
from extractor.normalizadores.estado.verbos import (
    CORTE_CLAUSULA,
    CORTE_FRASE,
    INFINITIVO,
    ante_cargas,
    empieza_como,
    es_participio,
    lista,
)

_FORMA = re.compile(r"[a-zñü]*[aeiouíú]?[a-zñ]+(?:an|en|a|e|úan|úen|úa|úe|ían|íen|ía|íe)")
_LARGO = 4
_CORTOS = frozenset({"usa", "une", "lee"})
_ALCANCE = 40
"""Words of a clause looked at on either side of the word."""
_CLITICOS = frozenset({"se", "le", "les", "lo", "la", "los", "las", "nos"})
_ARTICULOS = frozenset({"el", "la", "los", "las", "un", "una", "unos", "unas", "al", "del"})
_DETERMINAN = _ARTICULOS | frozenset(
    (
        "su",
        "sus",
        "este",
        "esta",
        "estos",
        "estas",
        "cada",
        "todos",
        "todas",
        "todo",
        "toda",
        "nuestro",
        "nuestra",
        "ambas",
        "ambos",
    )
)
_PREPOSICIONES = frozenset(
    ("a", "al", "de", "del", "en", "con", "por", "para", "sin", "desde", "hasta", "entre", "segun", "sobre", "ante", "tras",
     "mediante", "durante", "contra", "hacia", "bajo", "y", "e", "o", "u", "ni", "como", "muy", "mas", "tan", "que")
)  # fmt: skip
_ADVERBIOS = frozenset({"ya", "ahora", "hoy", "siempre", "tambien", "actualmente"})
_INVARIABLES = re.compile(r"\w+(?:ista|ante|ente|iente|ble|ense|enne|ola|ogena|icola|ida|ada|idad|[aeo]ta)")
"""Endings of adjectives, or of participles, that are no present of a masculine subject either."""
_NUNCA_VERBOS = re.compile(r"\w+(?:iva|oria|aria|ada|ida|ante|ente|ble)")
"""Endings that no present of a verb of doing has ("operativa", "formativa")."""
_ADJETIVOS = re.compile(r"\w+(?:[ií]ca|iva|osa|aria|oria|era|ana|ina|ena|al|ada|ida|ista|ante|ente|ble|ense|bre|ia)")
"""Endings that after a feminine noun are an adjective's as soon as a verb's."""


_HABITO = frozenset(
    ("desde", "ahora", "siempre", "cada", "mensualmente", "semanalmente", "diariamente", "actualmente", "todos", "todas", "ya",
     "contar", "partir")
)  # fmt: skip


def presentes(doc: Oracion, verbos: dict[int, str]) -> dict[int, str]:
    """The label of each present that is the verb of its clause: PLAN with a time to come, PARCIAL for what goes on,
    HECHO_DEBIL for what is done again and again or holds."""
    salida: dict[int, str] = {}
    for token in doc:
        if not puede_ser_presente(token.lower_, token.norm_) or token.norm_[-1:] not in "aen":
            continue
        if token.i in verbos or not es_presente(doc, token.i):
            continue
        inicio, fin = _inicio(doc, token.i), _fin(doc, token.i)
        previos = [i for i in range(inicio, token.i) if i in verbos or i in salida]
        aparte = bool(previos) and _tras_y(doc, max(previos), token.i)
        if previos and not aparte:
            continue
        pasado = any(verbos[i] in ("HECHO", "FRACASO") for i in verbos if i < token.i)
        etiqueta = _que_dice(doc, token.i, fin, habito=any(_habitual(doc, i) for i in range(inicio, fin)), tras_pasado=pasado)
        if aparte and etiqueta != "PLAN":
            continue
        solo = token.i + 1 < len(doc) and doc[token.i + 1].norm_ in ("solo", "solamente", "unicamente")
        if etiqueta is not None:
            salida[token.i] = "PARCIAL" if solo and etiqueta == "HECHO_DEBIL" else etiqueta  # "opera sólo los días de pago"
    return salida


def _tras_y(doc: Oracion, previo: int, lugar: int) -> bool:
    """ "... y el informe final se recibe en diciembre": another subject and its reflexive present."""
    return doc[lugar - 1].norm_ == "se" and any(
        doc[j].norm_ in ("y", "e") and doc[j + 1].norm_ in _ARTICULOS for j in range(previo + 1, lugar - 2)
    )


def _habitual(doc: Oracion, lugar: int) -> bool:
    """Whether the word tells that it is done again and again, or since when; "desde Santiago" does not."""
    if doc[lugar].norm_ != "desde":
        return doc[lugar].norm_ in _HABITO
    return not any(t.is_title for t in doc[lugar + 1 : lugar + 2])


def _que_dice(doc: Oracion, indice: int, fin: int, *, habito: bool, tras_pasado: bool) -> str | None:
    norma = doc[indice].norm_
    if empieza_como(norma, "presentes_mudos") and not (norma.startswith("constituy") and doc[indice - 1].norm_ == "se"):
        return None
    if empieza_como(norma, "presentes_de_plan"):
        return "PLAN"
    if norma in lista("presentes_de_termino"):
        return None
    if norma in ("hace", "hacen") and indice + 1 < len(doc) and doc[indice + 1].norm_ in lista("hacen_saber"):
        return None
    if empieza_como(norma, "presentes_en_curso") and not habito:
        return "PARCIAL"
    if empieza_como(norma, "deshacen_raices"):
        return "HECHO_DEBIL" if ante_cargas(doc, indice) else "FRACASO"  # "se eliminan barreras"
    if doc[indice - 1].norm_ == "recien" and empieza_como(norma, "comienzan") and not habito:
        return "PARCIAL"  # "en Iquique recién comienza"
    contado = _contado(doc, indice) and not tras_pasado  # who tells the deeds in the past tells what is to come in the present
    if not habito and any(por_venir(doc, i, contado=contado) for i in range(_inicio(doc, indice) + 1, fin)):
        return "PLAN"
    return "HECHO_DEBIL"


def _fin(doc: Oracion, indice: int) -> int:
    """Where the sentence of the word ends: past commas, which part a time from its verb."""
    hasta = min(len(doc), indice + _ALCANCE)
    return next((i for i in range(indice, hasta) if doc[i].norm_ in CORTE_FRASE or doc[i].norm_ == "pero"), hasta)


def _contado(doc: Oracion, indice: int) -> bool:
    """Whether it may be the present that officials tell a deed with: reflexive, of no beginning ("se lleva a cabo en mayo")."""
    return indice > 0 and doc[indice - 1].norm_ == "se" and doc[indice].norm_ not in lista("presentes_de_comienzo")


def es_presente(doc: Oracion, indice: int) -> bool:
    """Whether the word at ``indice`` can only be the present of its clause, affirmed."""
    token = doc[indice]
    if not puede_ser_presente(token.lower_, token.norm_):
        return False
    if token.norm_ in lista("presentes_de_comienzo") and not _subordinada(doc, indice):
        return indice == 0 or doc[indice - 1].norm_ not in _PREPOSICIONES | _DETERMINAN | lista("cantidades")
    if not _tiene_forma(token) or indice == 0 or _subordinada(doc, indice):
        return False
    previa = doc[indice - 1]
    if previa.norm_ == "se":
        return doc[indice - 2].norm_ != "no" if indice > 1 else True
    if previa.norm_ in _CLITICOS and indice > 1 and doc[indice - 2].norm_ in _ADVERBIOS | {"se", "quien"}:
        return True
    if previa.norm_ in _ADVERBIOS:
        return not _pide_nombre(doc, indice)
    if (
        not previa.is_alpha
        or previa.norm_ in _PREPOSICIONES | _DETERMINAN | lista("cantidades") | {"no", "lo"}
        or not _con_sujeto(doc, indice)
    ):
        return False
    despues = doc[indice + 1] if indice + 1 < len(doc) else None
    if despues is not None and (despues.norm_ in (_DETERMINAN - {"al", "del"}) | lista("cantidades") or despues.is_digit):
        return True
    if previa.norm_.endswith("s") and token.norm_.endswith("n"):
        return True
    return _sin_concordar(doc, indice)


@lru_cache(maxsize=16384)
def puede_ser_presente(escrita: str, norma: str) -> bool:
    """Whether the word is a present wherever it may stand: most are not, and are not asked about."""
    return norma in lista("presentes_de_comienzo") or _termina_como_presente(escrita, norma)


def negado(doc: Oracion, indice: int) -> bool:
    """Whether the word right after "no" and its clitics is a present, not what a noun is said not to be ("no sexista")."""
    token = doc[indice]
    lugar = indice - 1
    while lugar > 0 and doc[lugar].norm_ in _CLITICOS:
        lugar -= 1
    mudos = tuple(lista("presentes_mudos") - lista("tienen"))
    if not _tiene_forma(token) or doc[lugar].norm_ not in ("no", "nunca", "tampoco") or token.norm_.startswith(mudos):
        return False
    return lugar < indice - 1 or not _ADJETIVOS.fullmatch(token.norm_)


def _previa(token: Palabra) -> str:
    return str(token.doc[token.i - 1].norm_)


def _tiene_forma(token: Palabra) -> bool:
    corta = token.norm_ in _CORTOS and token.i and _previa(token) == "se"
    if (
        (len(token) < _LARGO and not corta)
        or not token.is_alpha
        or token.norm_ in lista("no_presentes")
        or token.norm_ in lista("meses")
    ):
        return False
    if token.is_title and token.i and not token.is_upper:
        return False
    return _termina_como_presente(token.lower_, token.norm_)


@lru_cache(maxsize=16384)
def _termina_como_presente(escrita: str, norma: str) -> bool:
    if escrita.endswith(("ría", "rían")):
        return False  # "se habría"
    return _FORMA.fullmatch(escrita) is not None and not es_participio(norma) and INFINITIVO.fullmatch(norma) is None


def _pide_nombre(doc: Oracion, indice: int) -> bool:
    return indice + 1 < len(doc) and doc[indice].norm_ in ("es", "son", "para") and es_participio(doc[indice + 1].norm_)


def _inicio(doc: Oracion, indice: int) -> int:
    lugar = indice
    while lugar > max(0, indice - _ALCANCE) and doc[lugar - 1].norm_ not in CORTE_CLAUSULA and not doc[lugar - 1].is_space:
        lugar -= 1
    return lugar


def _subordinada(doc: Oracion, indice: int) -> bool:
    """Whether a relative or a conjunction of time or purpose opens what the word stands in."""
    abren = lista("relativos") | {"si", "apenas", "como", "cuanto"}
    return any(t.norm_ in abren for t in doc[_inicio(doc, indice) : indice])


def _con_sujeto(doc: Oracion, indice: int) -> bool:
    """Whether a subject with its article, or a plural or a name without one, opens the clause before the word."""
    inicio = _inicio(doc, indice)
    primera = doc[inicio]
    if inicio == indice or primera.norm_ in _PREPOSICIONES - {"a"} or not primera.is_alpha or es_participio(primera.norm_):
        return False
    seguro = empieza_como(doc[indice].norm_, "en_regimen")
    return seguro or not (es_participio(doc[indice - 1].norm_) or doc[indice - 1].norm_ in lista("auxiliares_estado"))


def _sin_concordar(doc: Oracion, indice: int) -> bool:
    """Whether the word cannot be an adjective of the noun that heads the clause: it differs in gender or number."""
    inicio = _inicio(doc, indice)
    articulo, norma = doc[inicio].norm_, doc[indice].norm_
    if articulo in ("el", "un", "este", "nuestro", "al") and norma.endswith("a"):
        return _INVARIABLES.fullmatch(norma) is None and not acuerdan(doc[indice - 1].norm_, norma)
    if articulo in ("los", "las", "unos", "unas") or doc[inicio].norm_ in ("todos", "todas"):
        return norma.endswith("n")
    raices = tuple(lista("obras")) + tuple(lista("comienzan")) + tuple(lista("vienen"))
    return norma.startswith(raices) and not _NUNCA_VERBOS.fullmatch(norma)
