"""What a denial undoes in a narration, and the component that marks verbs and denials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.normalizadores.verbos_estado import ALCANCE_TOTALES, CLAVE, CORTE_CLAUSULA, INFINITIVO, es_participio, lista, verbo

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


ALCANCE_NEGACION = 6
"""Words after a negation within which the verb it denies must stand, with only linking words between."""


ALCANCE_AUN = 4


ALCANCE_NINGUNO = 8


def marcar_verbos(doc: Doc) -> Doc:
    """Adds the verb forms and the denials. A denied verb leaves only FRACASO, or PLAN when "aún" stands by."""
    from spacy.tokens import Span

    verbos = {i: etiqueta for i in range(len(doc)) if (etiqueta := verbo(doc, i)) is not None}
    negados: list[Span] = []
    for token in doc:
        if token.norm_ not in lista("negaciones"):
            continue
        fin = _negado(doc, token.i, verbos)
        ya_hecho = any(verbos.get(i) == "HECHO" for i in range(token.i))
        relativa = ya_hecho and token.i > 1 and doc[token.i - 1].norm_ in lista("relativos")  # "lo que no se había hecho"
        if fin is not None and (relativa or doc[fin - 1].norm_.startswith(tuple(lista("no_dicen")))):
            verbos = {i: etiqueta for i, etiqueta in verbos.items() if not token.i < i < fin}
            continue
        if fin is None or _no_importa(doc, token.i, fin, verbos):
            continue
        cerca = doc[max(0, token.i - ALCANCE_AUN) : min(len(doc), fin + ALCANCE_AUN)]
        aun = any(t.norm_ in lista("aun") for t in cerca)
        parte = any(t.norm_ in lista("totales") for t in doc[fin : min(len(doc), fin + ALCANCE_TOTALES)])
        sin_empezar = doc[fin - 1].norm_.startswith(tuple(lista("comienzan")))
        negados.append(Span(doc, token.i, fin, label="PLAN" if aun or sin_empezar else "PARCIAL" if parte else "FRACASO"))
    negados.extend(_sin_sujeto(doc, verbos, {i for span in negados for i in range(span.start, span.end)}))
    for lugar, fin in _por_infinitivo(doc):
        empezar = doc[fin - 1].norm_.startswith(tuple(lista("comienzan")))
        negados.append(Span(doc, lugar, fin, label="PLAN" if doc[lugar].norm_ in ("por", "a") or empezar else "PARCIAL"))
    negados.extend(Span(doc, lugar, fin, label="PARCIAL") for lugar, fin in _falta_algo(doc))
    for lugar in _sin_infinitivo(doc, verbos):
        empezar = doc[lugar + 1].norm_.startswith(tuple(lista("comienzan")))
        negados.append(Span(doc, lugar, lugar + 2, label="PLAN" if empezar else "FRACASO"))
    cubiertos = {i for span in negados for i in range(span.start, span.end)}
    formas = [Span(doc, i, i + 1, label=etiqueta) for i, etiqueta in sorted(verbos.items()) if i not in cubiertos]
    doc.spans[CLAVE] = sorted([*negados, *formas], key=lambda s: (s.start, s.end))
    return doc


def _no_importa(doc: Doc, indice: int, fin: int, verbos: dict[int, str]) -> bool:
    """Whether the denial undoes nothing: "no hubo problemas"; "actividades no realizadas" said of what was done."""
    if any(t.norm_ in lista("no_importan") for t in doc[fin : min(len(doc), fin + ALCANCE_TOTALES)]):
        return True
    previa = doc[indice - 1] if indice else None
    adjetivo = fin == indice + 2 and es_participio(doc[indice + 1].norm_) and previa is not None and previa.is_alpha
    adjetivo = adjetivo and previa is not None and previa.norm_ not in ("pero", "y", "aunque", "mas")
    return adjetivo and any(verbos.get(i) == "HECHO" for i in range(indice))


def _sin_sujeto(doc: Doc, verbos: dict[int, str], ocupados: set[int]) -> list[Span]:
    """Spans from "ningún", "ninguna" or "nadie" to the past that it denies, in the same clause."""
    from spacy.tokens import Span

    salida: list[Span] = []
    for token in doc:
        if token.norm_ not in lista("ninguno") or token.i in ocupados or (token.i and doc[token.i - 1].norm_ in ("sin", "con")):
            continue
        for lugar in range(token.i + 1, min(len(doc), token.i + 1 + ALCANCE_NINGUNO)):
            if doc[lugar].norm_ in CORTE_CLAUSULA or lugar in ocupados:
                break
            if verbos.get(lugar) in ("HECHO", "HECHO_DEBIL"):
                salida.append(Span(doc, token.i, lugar + 1, label="FRACASO"))
                break
    return salida


def _por_infinitivo(doc: Doc) -> list[tuple[int, int]]:
    """Where "por realizar" opens the text or follows "está", "queda", "falta": something still to be done."""
    salida: list[tuple[int, int]] = []
    for token in doc[:-1]:
        previa = doc[token.i - 1].norm_ if token.i else ""
        abre = token.i == 0 or previa in lista("por_con")
        queda = token.norm_ in ("falta", "faltan") or (token.norm_ == "por" and abre)
        if queda and INFINITIVO.fullmatch(doc[token.i + 1].norm_):
            salida.append((token.i, token.i + 2))
        elif token.norm_ == "a" and token.i == 0 and INFINITIVO.fullmatch(doc[1].norm_):
            salida.append((0, 2))  # "A realizarse en diciembre"
    return salida


ALCANCE_QUEDAN = 6


def _falta_algo(doc: Doc) -> list[tuple[int, int]]:
    """Where "falta" and a thing open a clause ("falta comuna de ..."), or what is left is told ("quedan 4 comunas por ver")."""
    salida: list[tuple[int, int]] = []
    for token in doc[:-1]:
        if token.norm_ not in lista("quedan"):
            continue
        siguiente, previa = doc[token.i + 1], doc[token.i - 1].norm_ if token.i else ""
        abre = token.i == 0 or previa in CORTE_CLAUSULA | {"y", "pero", "solo", "aun", "todavia", "solamente"}
        cosa = siguiente.is_alpha and siguiente.norm_ not in lista("no_faltan")
        if abre and cosa and token.norm_.startswith("falta") and not INFINITIVO.fullmatch(siguiente.norm_):
            salida.append((token.i, token.i + 2))
            continue
        for lugar in range(token.i + 2, min(len(doc) - 1, token.i + ALCANCE_QUEDAN)):
            if doc[lugar].norm_ in CORTE_CLAUSULA:
                break
            if doc[lugar].norm_ == "por" and INFINITIVO.fullmatch(doc[lugar + 1].norm_):
                salida.append((token.i, lugar + 2))
                break
    return salida


def _sin_infinitivo(doc: Doc, verbos: dict[int, str]) -> list[int]:
    """Where "sin firmar" tells what was not done: no verb of its clause has told something done before ("se hizo sin avisar")."""
    salida: list[int] = []
    for token in doc[:-1]:
        if token.norm_ != "sin" or not INFINITIVO.fullmatch(doc[token.i + 1].norm_):
            continue
        lugar = token.i
        while lugar > 0 and doc[lugar - 1].norm_ not in CORTE_CLAUSULA:
            lugar -= 1
        if not any(verbos.get(i) == "HECHO" for i in range(lugar, token.i)):
            salida.append(token.i)
    return salida


def _negado(doc: Doc, indice: int, verbos: dict[int, str]) -> int | None:
    """Where the scope of the negation at ``indice`` ends: just after the verb it denies; None when it denies no verb."""
    siguiente = doc[indice + 1].norm_ if indice + 1 < len(doc) else ""
    if siguiente in lista("no_niegan"):
        return None
    for lugar in range(indice + 1, min(len(doc), indice + 1 + ALCANCE_NEGACION)):
        norma = doc[lugar].norm_
        if norma in CORTE_CLAUSULA:
            return None
        if norma in lista("puente_negacion"):
            continue
        presente = norma in lista("presentes") or norma in lista("presentes_negados")
        infinitivo = INFINITIVO.fullmatch(norma) is not None and lugar > indice + 1
        return lugar + 1 if lugar in verbos or presente or infinitivo or es_participio(norma) else None
    return None
