"""spaCy components for narrated states: verbs by their endings, negation with its scope, cue phrases.

They leave in ``doc.spans["estado"]`` spans labelled HECHO, PARCIAL, PLAN, FRACASO, TIEMPO, or HECHO_DEBIL and PLAN_DEBIL for
forms that officials use loosely (the historic present, a participle without auxiliary).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import vocabulario

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

CLAVE = "estado"
_PARTICIPIO = re.compile(r"\w{2,}[ai]d(?:o|a|os|as)")
_PRETERITO_PLURAL = re.compile(r"\w{2,}(?:aron|ieron|yeron)")
_FUTURO = re.compile(r"\w{2,}(?:rá|rán|remos)")
_CONDICIONAL = re.compile(r"\w{3,}[aei]rían?")
_FUTURO_SIN_TILDE = re.compile(r"\w{3,}[aei]ran?")
_INFINITIVO = re.compile(r"\w{2,}(?:ar|er|ir)(?:se|lo|la|los|las)?")
_CORTE_FRASE = frozenset({".", ";", ":", "\n", "\n\n", "•", "·", "?", "!"})
_CORTE_CLAUSULA = _CORTE_FRASE | {",", "pero", "sino", "aunque", "(", ")"}
ALCANCE_NEGACION = 6
"""Words after a negation within which the verb it denies must stand, with only linking words between."""
ALCANCE_AUXILIAR = 3
ALCANCE_AUN = 4
ALCANCE_DECISION = 4
ALCANCE_TOTALES = 3
"""Words after a denied verb within which "todos" makes it partial ("No se realizaron todos los talleres")."""
ALCANCE_NINGUNO = 8


@cache
def _lista(clave: str) -> frozenset[str]:
    return frozenset(plegar_frase(p) for p in getattr(vocabulario().narracion, clave))


def es_participio(norma: str) -> bool:
    return (len(norma) > 4 and _PARTICIPIO.fullmatch(norma) is not None) or norma in _lista("participios_irregulares")


def _con_raiz(norma: str, clave: str) -> bool:
    return re.sub(r"(?:o|a|os|as)$", "", norma) in _lista(clave)


def _auxiliar(doc: Doc, indice: int) -> str | None:
    """The auxiliary that governs the participle at ``indice``, in its own clause."""
    for paso in range(1, ALCANCE_AUXILIAR + 1):
        if indice - paso < 0 or doc[indice - paso].norm_ in _CORTE_CLAUSULA:
            return None
        norma = doc[indice - paso].norm_
        if norma in _lista("auxiliares_perfecto") or norma in _lista("auxiliares_estado"):
            return norma
    return None


def _es_futuro(doc: Doc, indice: int) -> bool:
    """A future that is the sentence's own: not one of purpose or of a relative clause ("que permitirá")."""
    token = doc[indice]
    previa = doc[indice - 1].norm_ if indice else ""
    con_tilde = len(token.lower_) > 3 and _FUTURO.fullmatch(token.lower_) is not None and token.lower_ != token.norm_
    sin_tilde = token.norm_ in _lista("futuros_sin_tilde") and token.norm_ == token.lower_
    condicional = _CONDICIONAL.fullmatch(token.lower_) is not None
    reflexivo = previa == "se" and _FUTURO_SIN_TILDE.fullmatch(token.norm_) is not None
    plural = token.lower_.endswith("remos") and len(token) > 6
    if token.norm_ in _lista("no_futuros") or not (con_tilde or condicional or sin_tilde or reflexivo or plural):
        return False
    if token.norm_.startswith(tuple(_lista("de_finalidad"))):
        return False
    return not any(t.norm_ in _lista("relativos") for t in doc[max(0, indice - 2) : indice])


def _sin_efecto(doc: Doc, indice: int) -> bool:
    """Whether what was decided or told is that it is not done ("se decidió no realizar", "informó que no se realizará")."""
    for lugar in range(indice + 1, min(len(doc), indice + 1 + ALCANCE_DECISION)):
        if doc[lugar].norm_ in _CORTE_FRASE:
            return False
        if doc[lugar].norm_ in _lista("deshacen") or (doc[lugar].norm_ == "no" and doc[lugar - 1].norm_ != ","):
            return True
    return False


def _verbo(doc: Doc, indice: int) -> str | None:
    """The label of the verb form at ``indice``, or None."""
    token, norma = doc[indice], doc[indice].norm_
    previa = doc[indice - 1].norm_ if indice else ""
    if norma in _lista("auxiliares_estado"):
        return None
    if norma in _lista("fracasan"):
        return "FRACASO"
    if norma in _lista("deciden") and _sin_efecto(doc, indice):
        return "FRACASO"
    if norma in ("debio", "debieron", "debia", "debian"):
        return None  # what should have been
    if _con_raiz(norma, "participios_fracaso") and (_auxiliar(doc, indice) is not None or indice == 0 or len(doc) <= 3):
        return "FRACASO"
    if es_participio(norma):
        if any(t.norm_ in _lista("futuros_auxiliares") for t in doc[max(0, indice - ALCANCE_AUXILIAR) : indice]):
            return None  # "será firmado": the future says it
        if _auxiliar(doc, indice) is not None:
            return "PLAN" if _con_raiz(norma, "participios_plan") else "HECHO"
        if _con_raiz(norma, "participios_plan"):
            return "PLAN_DEBIL"
        return "HECHO_DEBIL" if _con_raiz(norma, "participios_logro") else None
    if _es_futuro(doc, indice):
        return "PLAN"
    propio = indice > 0 and token.is_title and doc[indice - 1].norm_ not in _CORTE_FRASE  # a place ("Curicó")
    agudo = token.lower_.endswith("ó") and len(token) > 3 and not propio
    sin_tilde = previa == "se" and norma.endswith("o") and len(norma) > 5
    if agudo or sin_tilde or norma in _lista("pasados_irregulares") or (_PRETERITO_PLURAL.fullmatch(norma) and len(norma) > 5):
        return "HECHO"
    antes = doc[indice - 2].norm_ if indice > 1 else ""
    reflexivo = previa == "se" and antes not in _lista("relativos")
    if norma in _lista("presentes") and (reflexivo or norma.startswith(("funciona", "opera"))):
        return "HECHO_DEBIL"
    return None


def marcar_verbos(doc: Doc) -> Doc:
    """Adds the verb forms and the denials. A denied verb leaves only FRACASO, or PLAN when "aún" stands by."""
    from spacy.tokens import Span

    verbos = {i: etiqueta for i in range(len(doc)) if (etiqueta := _verbo(doc, i)) is not None}
    negados: list[Span] = []
    for token in doc:
        if token.norm_ not in _lista("negaciones"):
            continue
        fin = _negado(doc, token.i, verbos)
        if fin is None or _no_importa(doc, token.i, fin, verbos):
            continue
        cerca = doc[max(0, token.i - ALCANCE_AUN) : min(len(doc), fin + ALCANCE_AUN)]
        aun = any(t.norm_ in _lista("aun") for t in cerca)
        parte = any(t.norm_ in _lista("totales") for t in doc[fin : min(len(doc), fin + ALCANCE_TOTALES)])
        sin_empezar = doc[fin - 1].norm_.startswith(tuple(_lista("comienzan")))
        negados.append(Span(doc, token.i, fin, label="PLAN" if aun or sin_empezar else "PARCIAL" if parte else "FRACASO"))
    negados.extend(_sin_sujeto(doc, verbos, {i for span in negados for i in range(span.start, span.end)}))
    for lugar, fin in _por_infinitivo(doc):
        negados.append(Span(doc, lugar, fin, label="PLAN" if doc[lugar].norm_ == "por" else "PARCIAL"))
    cubiertos = {i for span in negados for i in range(span.start, span.end)}
    formas = [Span(doc, i, i + 1, label=etiqueta) for i, etiqueta in sorted(verbos.items()) if i not in cubiertos]
    doc.spans[CLAVE] = sorted([*negados, *formas], key=lambda s: (s.start, s.end))
    return doc


def _no_importa(doc: Doc, indice: int, fin: int, verbos: dict[int, str]) -> bool:
    """Whether the denial undoes nothing: "no hubo problemas"; "actividades no realizadas" said of what was done."""
    if any(t.norm_ in _lista("no_importan") for t in doc[fin : min(len(doc), fin + ALCANCE_TOTALES)]):
        return True
    adjetivo = fin == indice + 2 and es_participio(doc[indice + 1].norm_) and indice > 0 and doc[indice - 1].is_alpha
    return adjetivo and any(verbos.get(i) == "HECHO" for i in range(indice))


def _sin_sujeto(doc: Doc, verbos: dict[int, str], ocupados: set[int]) -> list[Span]:
    """Spans from "ningún", "ninguna" or "nadie" to the past that it denies, in the same clause."""
    from spacy.tokens import Span

    salida: list[Span] = []
    for token in doc:
        if token.norm_ not in _lista("ninguno") or token.i in ocupados or (token.i and doc[token.i - 1].norm_ in ("sin", "con")):
            continue
        for lugar in range(token.i + 1, min(len(doc), token.i + 1 + ALCANCE_NINGUNO)):
            if doc[lugar].norm_ in _CORTE_CLAUSULA or lugar in ocupados:
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
        abre = token.i == 0 or previa in _lista("por_con")
        queda = token.norm_ in ("falta", "faltan") or (token.norm_ == "por" and abre)
        if queda and _INFINITIVO.fullmatch(doc[token.i + 1].norm_):
            salida.append((token.i, token.i + 2))
    return salida


def _negado(doc: Doc, indice: int, verbos: dict[int, str]) -> int | None:
    """Where the scope of the negation at ``indice`` ends: just after the verb it denies; None when it denies no verb."""
    siguiente = doc[indice + 1].norm_ if indice + 1 < len(doc) else ""
    if siguiente in _lista("no_niegan"):
        return None
    for lugar in range(indice + 1, min(len(doc), indice + 1 + ALCANCE_NEGACION)):
        norma = doc[lugar].norm_
        if norma in _CORTE_CLAUSULA:
            return None
        if norma in _lista("puente_negacion"):
            continue
        presente = norma in _lista("presentes") or norma in _lista("presentes_negados")
        infinitivo = _INFINITIVO.fullmatch(norma) is not None and lugar > indice + 1
        return lugar + 1 if lugar in verbos or presente or infinitivo or es_participio(norma) else None
    return None


def componente_senales(nlp: Language) -> Callable[[Doc], Doc]:
    """The component that adds the cue phrases; where one overlaps a bare verb form the phrase stays, a denial wins over both."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Span
    from spacy.util import filter_spans

    buscador = PhraseMatcher(nlp.vocab, attr="NORM")
    for senal in vocabulario().narracion.senales:
        buscador.add(senal.clase.upper(), [nlp(frase) for frase in senal.frases])

    def senales(doc: Doc) -> Doc:
        marcas = [Span(doc, inicio, fin, label=etiqueta) for etiqueta, inicio, fin in buscador(doc) if _vale(doc, inicio, fin)]
        marcas += [Span(doc, inicio, fin, label="PLAN_DEBIL") for inicio, fin in _fechas(doc)]
        previas: Iterable[Span] = doc.spans.get(CLAVE, ())
        negados = [s for s in previas if len(s) > 1]
        ocupadas = {i for s in negados for i in range(s.start, s.end)}
        frases = [s for s in filter_spans(marcas) if not ocupadas & set(range(s.start, s.end))]
        ocupadas |= {i for s in frases for i in range(s.start, s.end)}
        sueltas = [s for s in previas if len(s) == 1 and s.start not in ocupadas]
        doc.spans[CLAVE] = sorted([*negados, *frases, *sueltas], key=lambda s: (s.start, s.end))
        return doc

    return senales


def _vale(doc: Doc, inicio: int, fin: int) -> bool:
    """Whether the phrase says it here: not "no sólo se", nor "pendientes" said of what something was done to."""
    previa = doc[inicio - 1].norm_ if inicio else ""
    if doc[inicio].norm_ == "no" and any(t.norm_ in _lista("no_importan") for t in doc[fin : fin + ALCANCE_TOTALES]):
        return False
    if previa == "no" and doc[inicio].norm_ in ("solo", "solamente", "unicamente"):
        return False
    if fin == inicio + 1 and doc[inicio].norm_ in ("pendiente", "pendientes", "lista", "listas"):
        if any(
            t.norm_ in ("sin", "no", "nada") or t.norm_ in _lista("ninguno")
            for t in doc[max(0, inicio - ALCANCE_TOTALES) : inicio]
        ):
            return False
        copula = (
            previa in _lista("auxiliares_estado")
            or previa in ("", "aun", "todavia", "sigue", "siguen", "ya")
            or not doc[inicio - 1].is_alpha
        )
        hecho_antes = any(_verbo(doc, i) == "HECHO" for i in range(inicio))
        return copula or (doc[inicio].norm_.startswith("pendiente") and not hecho_antes)
    return True


def _fechas(doc: Doc) -> list[tuple[int, int]]:
    """Where something "es el 12 de diciembre": a date to come."""
    salida: list[tuple[int, int]] = []
    for token in doc[: max(0, len(doc) - 4)]:
        if token.norm_ in ("es", "son") and doc[token.i + 1].norm_ in ("el", "los") and doc[token.i + 2].is_digit:
            hasta = min(len(doc), token.i + 7)
            mes = next((i for i in range(token.i + 3, hasta) if doc[i].norm_ in _lista("meses")), None)
            if mes is not None:
                salida.append((token.i, mes + 1))
    return salida


def concesiva(token: Token) -> bool:
    """Whether the token stands in a clause that concedes ("Aunque se citó dos veces, ..."), which opens the sentence."""
    lugar = token.i
    while lugar > 0 and token.doc[lugar - 1].norm_ not in _CORTE_CLAUSULA:
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
    return sum(1 for t in token.doc[: token.i] if t.norm_ in _CORTE_FRASE)
