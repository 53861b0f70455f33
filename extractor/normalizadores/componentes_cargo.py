"""spaCy component for roles and persons: ``doc.spans["cargo"]`` (heads with their adjectives) and ``doc.spans["persona"]``.

Abbreviated roles ("D. Regional") are labelled ABREVIADO: beside a person they are a role, alone a unit.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from extractor.vocabularios import servicios
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo, unidades

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

CARGO, PERSONA, ABREVIADO = "cargo", "persona", "ABREVIADO"
PALABRAS_PERSONA = (2, 6)
"""Least and most words of a person's name, initials included."""


@cache
def _preposiciones() -> frozenset[str]:
    return frozenset({"de", "del", "con", "por", "para", "a", "en", "al"})


@cache
def no_son_nombre() -> frozenset[str]:
    """Words that are no one's name: what opens a unit, its subjects, roles, acronyms."""
    vocab = unidades()
    frases = (*vocab.fuertes, *vocab.debiles, *vocab.materias, *formas_de_cargo(), *formas_de_adjetivo())
    siglas = (sigla for s in servicios.vocabulario().servicios for sigla in s.siglas)
    palabras = {p for frase in (*frases, *siglas) for p in plegar_frase(frase).split() if len(p) > 1}
    return frozenset(palabras - set(cargos().particulas))


@cache
def _nombres() -> frozenset[str]:
    return frozenset(plegar_frase(n) for n in cargos().nombres_propios)


def componente_cargos(nlp: Language) -> Callable[[Doc], Doc]:
    """The component, with the heads of all roles compiled as phrases."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Span
    from spacy.util import filter_spans

    cabezas = PhraseMatcher(nlp.vocab, attr="NORM")
    cabezas.add("CABEZA", [nlp(forma) for forma in formas_de_cargo()])
    cabezas.add(ABREVIADO, [nlp(forma) for formas in cargos().abreviados.values() for forma in formas])

    def marcar(doc: Doc) -> Doc:
        halladas = filter_spans([Span(doc, inicio, fin, label=etiqueta) for etiqueta, inicio, fin in cabezas(doc)])
        roles: list[Span] = []
        for span in halladas:
            previa = doc[span.start - 1].norm_ if span.start else ""
            if previa in _preposiciones() or (roles and span.start < roles[-1].end):
                continue
            fin = span.end
            while span.label_ != ABREVIADO and fin < len(doc) and doc[fin].norm_ in formas_de_adjetivo():
                fin += 1
            roles.append(Span(doc, span.start, fin, label=span.label_))
        doc.spans[CARGO] = roles
        doc.spans[PERSONA] = _personas(doc, roles)
        return doc

    return marcar


def _es_inicial(token: Token) -> bool:
    letras = token.text.rstrip(".")
    return len(letras) == 1 and letras.isalpha() and (letras.isupper() or token.text.endswith(".") or token.i > 0)


def _es_nombre(token: Token) -> bool:
    return token.text[:1].isupper() and token.is_alpha and len(token) > 1 and token.norm_ not in no_son_nombre()


def _personas(doc: Doc, roles: list[Span]) -> list[Span]:
    """Runs of name words. A known given name opens one anywhere but inside a unit's name; an unknown one only right before a
    role, or after one when the run ends in an initial."""
    from spacy.tokens import Span

    ocupadas = {i for rol in roles for i in range(rol.start, rol.end)}
    inicios = {rol.start for rol in roles}
    finales = {rol.end for rol in roles}
    personas: list[Span] = []
    indice = 0
    while indice < len(doc):
        if indice in ocupadas or not _es_nombre(doc[indice]):
            indice += 1
            continue
        fin = _fin_corrida(doc, indice, ocupadas)
        indice = _tras_complemento(doc, indice, fin, finales)
        palabras = [t for t in doc[indice:fin] if t.norm_ not in cargos().particulas]
        if PALABRAS_PERSONA[0] <= len(palabras) <= PALABRAS_PERSONA[1] and _creible(doc, indice, fin, inicios, finales):
            personas.append(Span(doc, indice, fin, label="PERSONA"))
        indice = fin
    return personas


def _tras_complemento(doc: Doc, inicio: int, fin: int, finales: set[int]) -> int:
    """Where a person begins in a run that opens with the complement of a role ("Encargado de Planificación Ana Soto"):
    at its first known given name. The run's own start when it is no such run."""
    if (
        inicio < 2
        or doc[inicio - 1].norm_ not in _preposiciones()
        or inicio - 1 not in finales
        or doc[inicio].norm_ in _nombres()
    ):
        return inicio
    conocidos = (i for i in range(inicio + 1, fin - 1) if doc[i].norm_ in _nombres())
    return next(conocidos, inicio)


def _fin_corrida(doc: Doc, inicio: int, ocupadas: set[int]) -> int:
    """Where a run of name words, initials and inner particles ends; a name word after a closing initial begins another run."""
    fin = inicio + 1
    while fin < len(doc) and fin not in ocupadas:
        token = doc[fin]
        if _es_nombre(token):
            if _es_inicial(doc[fin - 1]) and fin - inicio > 2:
                break
            fin += 1
        elif _es_inicial(token) and token.norm_ not in ("y", "e", "a", "o"):
            fin += 1
            if fin < len(doc) and doc[fin].text == ".":
                fin += 1
        elif _es_particula(doc, fin) and fin + 1 not in ocupadas:
            fin += 2
        else:
            break
    return fin


def _es_particula(doc: Doc, indice: int) -> bool:
    """Whether a particle stands there and a name word after it ("María de la Cruz" keeps its particles)."""
    particula = doc[indice].norm_ in cargos().particulas and doc[indice].norm_ != "y"
    return particula and indice + 1 < len(doc) and _es_nombre(doc[indice + 1])


def _creible(doc: Doc, inicio: int, fin: int, inicios: set[int], finales: set[int]) -> bool:
    previo = doc[inicio - 1] if inicio else None
    abre = previo is None or previo.is_space or previo.is_punct or inicio in finales or previo.text in "/-"
    conocido = doc[inicio].norm_ in _nombres()
    if conocido and (abre or previo is None or previo.norm_ not in no_son_nombre() | _preposiciones()):
        return True
    if conocido and inicio >= 2 and doc[inicio - 2].norm_ in _preposiciones() and inicio - 2 in finales:
        return True  # right after the one word that completes a role
    siguiente = fin
    while siguiente < len(doc) and (doc[siguiente].is_space or doc[siguiente].text in {",", "-", "–", "(", ".", ":"}):
        siguiente += 1
    ante_rol = siguiente in inicios
    con_inicial = _es_inicial(doc[fin - 1]) or doc[fin - 1].text == "."
    return abre and (con_inicial if inicio in finales else ante_rol)
