"""What a denial undoes in a narration, and the component that marks verbs and denials."""

from __future__ import annotations

from extractor.normalizadores.estado.avances import en_marcha
from extractor.normalizadores.estado.dobles import ALCANCE_NEGACION, ALCANCE_NINGUNO, en_relativa, ni_uno_ni_otro, sin_excepcion
from extractor.normalizadores.estado.obras import es_obra
from extractor.normalizadores.estado.oracion import Indicio, Oracion, Palabra
from extractor.normalizadores.estado.participios import participios_solos
from extractor.normalizadores.estado.por_hacer import falta_algo, por_infinitivo, sin_infinitivo
from extractor.normalizadores.estado.presentes import negado, presentes
from extractor.normalizadores.estado.reglas_verbo import puede_ser_verbo, verbo
from extractor.normalizadores.estado.verbos import (
    ALCANCE_TOTALES,
    CORTE_CLAUSULA,
    INFINITIVO,
    empieza_como,
    es_participio,
    lista,
    quita_cosas,
)

ALCANCE_AUN = 4


def marcar(doc: Oracion) -> list[Indicio]:
    """The verb forms and the denials. A denied verb leaves only FRACASO, or PLAN when "aún" stands by."""

    posibles = [t.i for t in doc if puede_ser_verbo(t.lower_, t.norm_)]
    verbos = {i: etiqueta for i in posibles if (etiqueta := verbo(doc, i)) is not None}
    fallidos = lista("participios_fracaso")
    for lugar in participios_solos(doc, verbos):
        cargas = any(t.norm_ in lista("cargas") for t in doc[lugar + 1 : lugar + 1 + ALCANCE_TOTALES])  # "cancelada la cuota"
        fallo = doc[lugar].norm_.rstrip("s")[:-1] in fallidos and not cargas and not quita_cosas(doc, lugar)
        verbos[lugar] = "FRACASO" if fallo else "HECHO_DEBIL"
    verbos |= presentes(doc, verbos)
    negados: list[Indicio] = []
    for token in _donde(doc, lista("negaciones")):
        doble = sin_excepcion(doc, token.i)
        if doble is not None:
            verbos = {i: etiqueta for i, etiqueta in verbos.items() if not token.i < i < doble}
            negados.append(Indicio(doc, token.i, doble, label="HECHO"))
            continue
        fin = _negado(doc, token.i, verbos)
        if fin is not None and doc[fin - 1].norm_.startswith("falt"):
            verbos.pop(fin - 1, None)  # "nunca faltaron": what was not missed tells nothing undone
            continue
        if ni_uno_ni_otro(doc, token.i):
            fin = next((i + 1 for i in range(token.i, len(doc)) if verbos.get(i) in ("HECHO", "HECHO_DEBIL")), fin)
        ya_hecho = any(verbos.get(i) == "HECHO" for i in range(token.i))
        relativa = ya_hecho and en_relativa(doc, token.i)
        if fin is not None and (relativa or empieza_como(doc[fin - 1].norm_, "no_dicen")):
            verbos = {i: etiqueta for i, etiqueta in verbos.items() if not token.i < i < fin}
            continue
        if fin is None:
            continue
        if token.i and doc[token.i - 1].norm_ == "ya" and fin - 1 not in verbos and not es_obra(doc[fin - 1].norm_):
            negados.append(Indicio(doc, token.i, fin, label="HECHO_DEBIL"))  # "ya no se exige la firma"
            continue
        if any(t.norm_ in lista("males") for t in doc[fin : fin + ALCANCE_TOTALES]):
            negados.append(Indicio(doc, token.i, fin, label="HECHO_DEBIL"))  # "no se registraron accidentes"
            continue
        if _no_importa(doc, token.i, fin, verbos):
            verbos = {i: etiqueta for i, etiqueta in verbos.items() if not token.i < i < fin}
            continue
        cerca = doc[max(0, token.i - ALCANCE_AUN) : min(len(doc), fin + ALCANCE_AUN)]
        aun = any(t.norm_ in lista("aun") for t in cerca) or _a_la_fecha(doc, token.i)
        parte = any(t.norm_ in lista("totales") for t in doc[fin : min(len(doc), fin + ALCANCE_TOTALES)])
        deshace = empieza_como(doc[fin - 1].norm_, "deshacen_raices")
        if deshace and not any(t.norm_ in lista("cargas") for t in doc[fin : fin + ALCANCE_TOTALES]):
            negados.append(Indicio(doc, token.i, fin, label="HECHO_DEBIL"))  # "no se suspendió"
            continue
        sin_fecha = fin < len(doc) and doc[fin].norm_ in ("fecha", "plazo", "respuesta", "contestacion")
        if sin_fecha or doc[fin - 1].norm_.startswith(("contest", "respond", "pronunci")):
            otros = (
                not sin_fecha and fin < len(doc) and doc[fin].is_title
            )  # "aún no responden Salamanca ni Los Vilos": others did
            negados.append(Indicio(doc, token.i, fin + sin_fecha, label="PARCIAL" if otros else "PLAN"))
            continue
        sin_empezar = empieza_como(doc[fin - 1].norm_, "comienzan") and token.norm_ not in ("nunca", "jamas")
        negados.append(Indicio(doc, token.i, fin, label="PLAN" if aun or sin_empezar else "PARCIAL" if parte else "FRACASO"))
    dobles = {i for span in negados if span.label_ == "HECHO" for i in range(span.start, span.end)}
    negados.extend(_sin_sujeto(doc, verbos, {i for span in negados for i in range(span.start, span.end)}))
    negados.extend(Indicio(doc, lugar, fin, label=etiqueta) for lugar, fin, etiqueta in por_infinitivo(doc))
    negados.extend(Indicio(doc, lugar, fin, label="PARCIAL") for lugar, fin in falta_algo(doc) if lugar not in dobles)
    for lugar in sin_infinitivo(doc, verbos, {i for span in negados for i in range(span.start, span.end)}):
        empezar = empieza_como(doc[lugar + 1].norm_, "comienzan")
        negados.append(Indicio(doc, lugar, lugar + 2, label="PLAN" if empezar else "FRACASO"))
    ocupados = {i for span in negados for i in range(span.start, span.end)}
    for lugar, fin, etiqueta in en_marcha(doc):
        if not ocupados & set(range(lugar, fin)):
            negados.append(Indicio(doc, lugar, fin, label=etiqueta))
            ocupados |= set(range(lugar, fin))
    cubiertos = {i for span in negados for i in range(span.start, span.end)}
    formas = [Indicio(doc, i, i + 1, label=etiqueta) for i, etiqueta in sorted(verbos.items()) if i not in cubiertos]
    return sorted([*negados, *formas], key=lambda s: (s.start, s.end))


def _donde(doc: Oracion, normas: frozenset[str]) -> list[Palabra]:
    """The words that are one of ``normas``."""
    return [] if normas.isdisjoint(doc.normas) else [t for t in doc if t.norm_ in normas]


def _a_la_fecha(doc: Oracion, indice: int) -> bool:
    """Whether "a la fecha" or "hasta ahora" stands right before the denial: it may still be done."""
    antes = [t.norm_ for t in doc[max(0, indice - ALCANCE_AUN) : indice] if t.norm_ != ","]
    largas = (["a", "la", "fecha"], ["hasta", "la", "fecha"], ["por", "el", "momento"])
    return antes[-3:] in largas or antes[-2:] in (["hasta", "ahora"], ["al", "momento"], ["por", "ahora"])


def _no_importa(doc: Oracion, indice: int, fin: int, verbos: dict[int, str]) -> bool:
    """Whether the denial undoes nothing: "no hubo problemas"; "actividades no realizadas" said of what was done."""
    if any(t.norm_ in lista("no_importan") for t in doc[fin : min(len(doc), fin + ALCANCE_TOTALES)]):
        return True
    previa = doc[indice - 1] if indice else None
    adjetivo = fin == indice + 2 and es_participio(doc[indice + 1].norm_) and previa is not None and previa.is_alpha
    adjetivo = adjetivo and previa is not None and previa.norm_ not in ("pero", "y", "aunque", "mas")
    if not adjetivo or any(verbos.get(i) == "HECHO" for i in range(indice)):
        return adjetivo
    desde = next((i + 1 for i in range(indice - 1, -1, -1) if doc[i].norm_ in CORTE_CLAUSULA or doc[i].norm_ == "y"), 0)
    return any(verbos.get(i) == "HECHO_DEBIL" and not es_participio(doc[i].norm_) for i in range(desde, indice))


def _sin_sujeto(doc: Oracion, verbos: dict[int, str], ocupados: set[int]) -> list[Indicio]:
    """Spans from "ningún", "ninguna" or "nadie" to the past that it denies, in the same clause."""

    salida: list[Indicio] = []
    for token in _donde(doc, lista("ninguno") | {"nada"}):
        nada = token.norm_ == "nada" and token.i + 1 < len(doc) and doc[token.i + 1].norm_ in _TRAS_NADA
        if (
            not (nada or token.norm_ in lista("ninguno"))
            or token.i in ocupados
            or (token.i and doc[token.i - 1].norm_ in ("sin", "con"))
        ):
            continue
        for lugar in range(token.i + 1, min(len(doc), token.i + 1 + ALCANCE_NINGUNO)):
            if doc[lugar].norm_ in CORTE_CLAUSULA or lugar in ocupados:
                break
            if doc[lugar].norm_.startswith(_ESTAR_FUERA):
                fuera = _falta_a_ello(doc, lugar)
                if fuera:
                    salida.append(Indicio(doc, token.i, fuera, label="HECHO_DEBIL"))
                    break
            if verbos.get(lugar) in ("HECHO", "HECHO_DEBIL"):
                salida.append(Indicio(doc, token.i, lugar + 1, label="FRACASO"))
                break
    return salida


_TRAS_NADA = frozenset({"se", "ha", "fue"})
_ESTAR_FUERA = ("falt", "dej", "qued")


def _falta_a_ello(doc: Oracion, lugar: int) -> int:
    """Where "ninguna dejó de asistir", "nadie faltó", "ninguna quedó sin cobertura" ends: told of nobody, so all of them
    did; 0 for anything else."""
    despues = doc[lugar + 1].norm_ if lugar + 1 < len(doc) else ""
    if doc[lugar].norm_.startswith("falt"):
        return lugar + 1
    tras = ("de",) if doc[lugar].norm_.startswith("dej") else ("sin", "fuera", "afuera", "pendiente")
    return min(len(doc), lugar + 3) if despues in tras else 0


def _negado(doc: Oracion, indice: int, verbos: dict[int, str]) -> int | None:
    """Where the scope of the negation at ``indice`` ends: just after the verb it denies; None when it denies no verb."""
    siguiente = doc[indice + 1].norm_ if indice + 1 < len(doc) else ""
    if siguiente in lista("no_niegan"):
        return None
    if doc[indice].norm_ == "ni" and siguiente in ("un", "uno", "una") and indice + 2 < len(doc):
        return _negado(doc, indice + 1, verbos)  # "ni uno se ha entregado"
    if siguiente in ("estuvo", "estuvieron", "estaba", "estaban") and indice + 2 < len(doc) and doc[indice + 2].is_alpha:
        return indice + 3  # "no estuvo disponible"
    puente: int | None = None  # "jamás llegaron los fondos": the bridge is the verb itself
    for lugar in range(indice + 1, min(len(doc), indice + 1 + ALCANCE_NEGACION)):
        norma = doc[lugar].norm_
        if norma in CORTE_CLAUSULA:
            return puente
        if norma in lista("puente_negacion"):
            puente = lugar + 1 if lugar in verbos else puente
            continue
        presente = norma in ("hay", "tenemos", "contamos", "disponemos") or negado(doc, lugar)
        infinitivo = INFINITIVO.fullmatch(norma) is not None and lugar > indice + 1
        participio = es_participio(norma) and norma not in lista("no_participios")
        return lugar + 1 if lugar in verbos or presente or infinitivo or participio else puente
    return puente
