"""spaCy components for narrated states: verbs by their endings, negation with its scope, cue phrases.

They leave in ``doc.spans["estado"]`` spans labelled HECHO, PARCIAL, PLAN, FRACASO, TIEMPO, or HECHO_DEBIL and PLAN_DEBIL for
forms that officials use loosely (the historic present, a participle without auxiliary).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from extractor.normalizadores.verbos_estado import (
    ALCANCE_TOTALES,
    CLAVE,
    CORTE_CLAUSULA,
    CORTE_FRASE,
    es_participio,
    lista,
    plan_pasado,
    verbo,
)
from extractor.vocabularios.estados import vocabulario

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token


def componente_senales(nlp: Language) -> Callable[[Doc], Doc]:
    """The component that adds the cue phrases; where one overlaps a bare verb form the phrase stays, a denial wins over both."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Span
    from spacy.util import filter_spans

    buscador = PhraseMatcher(nlp.vocab, attr="NORM")
    for senal in vocabulario().narracion.senales:
        buscador.add(senal.clase.upper(), [nlp(frase) for frase in senal.frases])

    def senales(doc: Doc) -> Doc:
        halladas = [(nlp.vocab.strings[clave], inicio, fin) for clave, inicio, fin in buscador(doc) if _vale(doc, inicio, fin)]
        halladas = [h for h in halladas if h[0] != "PLAN" or not plan_pasado(doc, h[1])]
        marcas = [Span(doc, inicio, fin, label=etiqueta) for etiqueta, inicio, fin in halladas]
        marcas += [Span(doc, inicio, fin, label="PLAN") for inicio, fin in _fechas(doc)]
        previas: Iterable[Span] = doc.spans.get(CLAVE, ())
        negados = [s for s in previas if len(s) > 1]
        ocupadas = {i for s in negados for i in range(s.start, s.end)}
        frases = [s for s in filter_spans(marcas) if not ocupadas & set(range(s.start, s.end))]
        ocupadas |= {i for s in frases for i in range(s.start, s.end)}
        sueltas = [s for s in previas if len(s) == 1 and s.start not in ocupadas]
        doc.spans[CLAVE] = sorted([*negados, *frases, *sueltas], key=lambda s: (s.start, s.end))
        return doc

    return senales


ALCANCE_COPULA = 4


def _vale(doc: Doc, inicio: int, fin: int) -> bool:
    """Whether the phrase says it here: not "no sólo se", nor "pendientes" said of what something was done to."""
    previa = doc[inicio - 1].norm_ if inicio else ""
    if previa in lista("ninguno") or (previa in lista("negaciones") and doc[inicio].norm_.startswith("falt")):
        return False  # "ninguna quedó fuera", "nunca faltaron"
    if any(t.norm_ in lista("futuros_auxiliares") for t in doc[max(0, inicio - 2) : inicio]) and (
        fin == inicio + 1 or doc[inicio].norm_.startswith("disponible")
    ):
        return False  # "estará operativo": the future says it
    if any(t.norm_ in lista("cargas") for t in doc[fin : fin + 3]) and (
        doc[inicio].norm_ == "se" or es_participio(doc[inicio].norm_)
    ):
        return False  # "se suspendió el cobro", "se canceló la deuda": done, not undone
    if previa in ("no", "nada") and doc[inicio].norm_.startswith(("queda", "esta", "siguen")):
        return False
    if doc[inicio].norm_ == "no" and any(t.norm_ in lista("no_importan") for t in doc[fin : fin + ALCANCE_TOTALES]):
        return False
    enteros = {"todos", "todas", "totalidad"}
    if doc[fin - 1].norm_ in ("han", "ha") and any(t.norm_ in enteros for t in doc[fin : fin + ALCANCE_COPULA]):
        return False  # "a la fecha se han dictado todos"
    if doc[inicio].norm_ in ("la", "gran", "un", "dos", "tres") and any(
        t.norm_ == "con" for t in doc[max(0, inicio - 3) : inicio]
    ):
        return False  # "con más de la mitad de empresarias"
    if doc[inicio].norm_.startswith("avanzad") and previa in ("la", "esta", "una", "el", "esa"):
        return False  # "en la avanzada", a place
    if doc[inicio].norm_ == "menos" and previa in ("al", "lo", "o", "mas"):
        return False  # "al menos la mitad"
    if doc[inicio].norm_.startswith("disponible") and (
        previa in ("no", "sin") or fin >= len(doc) or doc[fin].is_digit or doc[fin].norm_ in lista("meses")
    ):
        return False  # "disponible en marzo"
    if doc[inicio].norm_ == "parte" and previa in ("por", "de", "forma", "forman", "la", "mayor"):
        return False  # "por parte del municipio"
    if doc[inicio].norm_ == "en" and doc[inicio + 1].norm_ == "marcha" and previa.startswith(("pu", "pon")):
        return False  # "puesta en marcha"
    if any(t.norm_ in ("son", "fueron", "eran") for t in doc[fin : fin + ALCANCE_COPULA]) and doc[inicio].norm_ in (
        "la",
        "gran",
        "parte",
    ):
        return False  # "la mayor parte de las asistentes fueron mujeres"
    if fin == inicio + 1 and doc[inicio].norm_ in ("lista", "listas") and fin < len(doc) and doc[fin].norm_ in ("de", ":"):
        return False  # "Lista de asistencia"
    if previa == "no" and doc[inicio].norm_ in ("solo", "solamente", "unicamente"):
        return False
    if fin == inicio + 1 and doc[inicio].norm_ in ("pendiente", "pendientes", "lista", "listas"):
        if any(
            t.norm_ in ("sin", "no", "nada") or t.norm_ in lista("ninguno")
            for t in doc[max(0, inicio - ALCANCE_TOTALES) : inicio]
        ):
            return False
        if fin < len(doc) and doc[fin].norm_ in ("fue", "fueron", "ha", "han"):
            return False  # "la actividad pendiente fue ejecutada"
        copula = (
            previa in lista("auxiliares_estado")
            or previa in ("", "aun", "todavia", "sigue", "siguen", "ya")
            or not doc[inicio - 1].is_alpha
        )
        hecho_antes = any(verbo(doc, i) == "HECHO" for i in range(inicio))
        return copula or (doc[inicio].norm_.startswith("pendiente") and not hecho_antes)
    return True


def _fechas(doc: Doc) -> list[tuple[int, int]]:
    """Where something "es el 12 de diciembre" or "es en marzo": a date to come."""
    salida = [
        (t.i, t.i + 3)
        for t in doc[: max(0, len(doc) - 2)]
        if (t.norm_ in ("es", "son", "va", "van") or t.norm_.startswith("disponible"))
        and doc[t.i + 1].norm_ in ("en", "para")
        and (doc[t.i + 2].norm_ in lista("meses") or doc[t.i + 2].norm_ in ("primavera", "otono", "invierno", "verano"))
    ]
    for token in doc[: max(0, len(doc) - 4)]:
        if token.norm_ in ("es", "son") and doc[token.i + 1].norm_ in ("el", "los") and doc[token.i + 2].is_digit:
            hasta = min(len(doc), token.i + 7)
            mes = next((i for i in range(token.i + 3, hasta) if doc[i].norm_ in lista("meses")), None)
            if mes is not None:
                salida.append((token.i, mes + 1))
    return salida


def concesiva(token: Token) -> bool:
    """Whether the token stands in a clause that concedes ("Aunque se citó dos veces, ..."), which opens the sentence."""
    lugar = token.i
    while lugar > 0 and token.doc[lugar - 1].norm_ not in CORTE_CLAUSULA:
        lugar -= 1
    if lugar > 0 and token.doc[lugar - 1].norm_ == "aunque":
        lugar -= 1
    primeras = [t.norm_ for t in token.doc[lugar : lugar + 2]]
    seguida = any(t.norm_ == "," for t in token.doc[token.i :])
    return (
        seguida and bool(primeras) and (primeras[0] in {"aunque", "pese"} or tuple(primeras) in {("si", "bien"), ("a", "pesar")})
    )


def clausula(token: Token) -> int:
    """The number of the sentence of ``token`` (by its stops), to tell what stands together."""
    return sum(1 for t in token.doc[: token.i] if t.norm_ in CORTE_FRASE)
