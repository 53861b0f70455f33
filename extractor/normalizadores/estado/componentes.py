"""spaCy components for narrated states: verbs by their endings, negation with its scope, cue phrases.

They leave in ``oracion_de(doc).indicios`` what was found, labelled HECHO, PARCIAL, PLAN, FRACASO, TIEMPO, or HECHO_DEBIL and
PLAN_DEBIL for forms that officials use loosely (the historic present, a participle without auxiliary).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from extractor.normalizadores.estado.negaciones import marcar
from extractor.normalizadores.estado.oracion import Indicio, Oracion, Palabra, oracion_de
from extractor.normalizadores.estado.reglas_senal import vale
from extractor.normalizadores.estado.verbos import CORTE_CLAUSULA, CORTE_FRASE, lista, plan_pasado
from extractor.vocabularios.estados import vocabulario

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def marcar_verbos(doc: Doc) -> Doc:
    """The component that adds the verb forms and the denials."""
    oracion = oracion_de(doc)
    oracion.indicios = marcar(oracion)
    return doc


def componente_senales(nlp: Language) -> Callable[[Doc], Doc]:
    """The component that adds the cue phrases; where one overlaps a bare verb form the phrase stays, a denial wins over both."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Span
    from spacy.util import filter_spans

    buscador = PhraseMatcher(nlp.vocab, attr="NORM")
    for senal in vocabulario().narracion.senales:
        buscador.add(senal.clase.upper(), [nlp(frase) for frase in senal.frases])

    def senales(doc: Doc) -> Doc:
        oracion = oracion_de(doc)
        halladas = [h for h in buscador(doc) if vale(oracion, h[1], h[2])]
        marcas = [Span(doc, inicio, fin, label=clase) for clase, inicio, fin in halladas]
        marcas = [s for s in marcas if s.label_ != "PLAN" or not plan_pasado(oracion, s.start)]
        marcas += [Span(doc, inicio, fin, label="PLAN") for inicio, fin in _fechas(oracion)]
        if not marcas:
            return doc
        negados = [s for s in oracion.indicios if len(s) > 1]
        ocupadas = {i for s in negados for i in range(s.start, s.end)}
        frases = [
            Indicio(oracion, s.start, s.end, s.label_) for s in filter_spans(marcas) if ocupadas.isdisjoint(range(s.start, s.end))
        ]
        ocupadas |= {i for s in frases for i in range(s.start, s.end)}
        sueltas = [s for s in oracion.indicios if len(s) == 1 and s.start not in ocupadas]
        oracion.indicios = sorted([*negados, *frases, *sueltas], key=lambda s: (s.start, s.end))
        return doc

    return senales


def _fechas(doc: Oracion) -> list[tuple[int, int]]:
    """Where something "es el 12 de diciembre" or "es en marzo": a date to come."""
    if doc.normas.isdisjoint(("en", "para", "el", "los")):
        return []
    salida = [
        (t.i, t.i + 3)
        for t in doc[: max(0, len(doc) - 2)]
        if (t.norm_ in _CUANDO_ES or t.norm_.startswith("disponible"))
        and doc[t.i + 1].norm_ in ("en", "para")
        and (doc[t.i + 2].norm_ in lista("meses") or doc[t.i + 2].norm_ in ("primavera", "otono", "invierno", "verano"))
    ]
    if _CUANDO_ES.isdisjoint(doc.normas):
        return salida
    for token in doc[: max(0, len(doc) - 4)]:
        if token.norm_ in ("es", "son") and doc[token.i + 1].norm_ in ("el", "los") and doc[token.i + 2].is_digit:
            hasta = min(len(doc), token.i + 7)
            mes = next((i for i in range(token.i + 3, hasta) if doc[i].norm_ in lista("meses")), None)
            if mes is not None:
                salida.append((token.i, mes + 1))
    return salida


_CUANDO_ES = frozenset({"es", "son", "va", "van"})


def concesiva(token: Palabra) -> bool:
    """Whether the token stands in a clause that concedes ("Aunque se citó dos veces, ..."), which opens the sentence."""
    if "," not in token.doc.normas or not any(t.norm_ == "," for t in token.doc[token.i :]):
        return False
    lugar = token.i
    while lugar > 0 and token.doc[lugar - 1].norm_ not in CORTE_CLAUSULA:
        lugar -= 1
    if lugar > 0 and token.doc[lugar - 1].norm_ == "aunque":
        lugar -= 1
    primeras = [t.norm_ for t in token.doc[lugar : lugar + 2]]
    return bool(primeras) and (primeras[0] in {"aunque", "pese"} or tuple(primeras) in {("si", "bien"), ("a", "pesar")})


def clausula(token: Palabra) -> int:
    """The number of the sentence of ``token`` (by its stops), to tell what stands together."""
    if CORTE_FRASE.isdisjoint(token.doc.normas):
        return 0
    return sum(1 for t in token.doc[: token.i] if t.norm_ in CORTE_FRASE)
