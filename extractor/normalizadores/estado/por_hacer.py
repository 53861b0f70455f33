"""What is left to do: "por realizar", "falta dictar", "quedan 4 por ver", "sin firmar".

Each function gives places in a narration; nothing of negation is decided here.
"""

from __future__ import annotations

from extractor.normalizadores.estado.obras import es_obra
from extractor.normalizadores.estado.oracion import Oracion
from extractor.normalizadores.estado.verbos import CORTE_CLAUSULA, CORTE_FRASE, INFINITIVO, empieza_como, es_participio, lista

_QUEDA = frozenset({"queda", "quedan", "resta", "restan"})


def por_infinitivo(doc: Oracion) -> list[tuple[int, int, str]]:
    """What is still to be done, and whether it is the rest of what has begun (PARCIAL) or all of it (PLAN)."""
    salida: list[tuple[int, int, str]] = []
    for lugar, fin in _infinitivos(doc):
        empezar = doc[fin - 1].norm_.startswith((*lista("comienzan"), *lista("fijan_fecha")))
        acaba = empieza_como(doc[fin - 1].norm_, "terminan")  # "por terminar": it has begun
        queda = (
            lugar and doc[lugar - 1].norm_ in _QUEDA and (lugar == 1 or doc[lugar - 2].norm_ in CORTE_FRASE)
        )  # "Queda por visitar Tocopilla"
        falta = next((i for i in (lugar, lugar - 1) if i >= 0 and doc[i].norm_.startswith("falta")), None)
        en_parte = acaba or queda or (falta is not None and not _falta_todo(doc, falta))
        salida.append((lugar, fin, "PARCIAL" if en_parte and not empezar else "PLAN"))
    return salida


_CABEN_ANTE_INFINITIVO = frozenset({"corresponde", "corresponden", "toca", "tocan", "falta", "faltan", "por", "a"})


def _infinitivos(doc: Oracion) -> list[tuple[int, int]]:
    """Where "por realizar" opens the text or follows "está", "queda", "falta": something still to be done."""
    salida: list[tuple[int, int]] = []
    if _CABEN_ANTE_INFINITIVO.isdisjoint(doc.normas):
        return salida
    for token in doc[:-1]:
        if token.norm_ not in _CABEN_ANTE_INFINITIVO:
            continue
        previa = doc[token.i - 1].norm_ if token.i else ""
        abre = token.i == 0 or previa in lista("por_con") or (previa in CORTE_FRASE and token.is_title)
        toca = token.norm_ in ("corresponde", "corresponden", "toca", "tocan") and previa not in ("no", "que", "le", "les")
        queda = toca or token.norm_ in ("falta", "faltan") or (token.norm_ == "por" and abre)
        if queda and INFINITIVO.fullmatch(doc[token.i + 1].norm_):
            salida.append((token.i, token.i + 2))
        elif token.norm_ == "a" and token.i == 0 and _es_accion(doc[1].norm_):
            salida.append((0, 2))  # "A realizarse en diciembre"
    return salida


def _falta_todo(doc: Oracion, lugar: int) -> bool:
    """Whether "falta" opens the text and what it names is neither counted nor one of several: it may be all there is to do."""
    otras = lista("solo") | (lista("de_otro") - {"de", "del", "que"})
    return lugar == 0 and not any(t.is_digit or t.norm_ in lista("cantidades") or t.norm_ in otras for t in doc)


def _es_accion(norma: str) -> bool:
    return INFINITIVO.fullmatch(norma) is not None and norma not in lista("no_por_hacer")


ALCANCE_QUEDAN = 6
_OTROS = frozenset({"un", "otro", "otra", "otros", "otras"})


_LOS = frozenset({"el", "la", "los", "las"})


def _acabado(doc: Oracion, lugar: int) -> bool:
    """ "Quedando la obra terminada": a participle, or a place in use, after it."""
    return any(es_participio(t.norm_) or empieza_como(t.norm_, "acabados") for t in doc[lugar + 2 : lugar + 8])


def falta_algo(doc: Oracion) -> list[tuple[int, int]]:
    """Where "falta" and a thing open a clause ("falta comuna de ..."), or what is left is told ("quedan 4 comunas por ver")."""
    salida: list[tuple[int, int]] = []
    if lista("quedan").isdisjoint(doc.normas):
        return salida
    for token in doc[:-1]:
        if token.norm_ not in lista("quedan"):
            continue
        siguiente, previa = doc[token.i + 1], doc[token.i - 1].norm_ if token.i else ""
        abre = token.i == 0 or previa in CORTE_CLAUSULA | {"y", "pero", "solo", "aun", "todavia", "solamente"}
        cosa = siguiente.is_alpha and siguiente.norm_ not in lista("no_faltan")
        if abre and cosa and token.norm_.startswith("falta") and not INFINITIVO.fullmatch(siguiente.norm_):
            salida.append((token.i, token.i + 2))
            continue
        if token.norm_ in ("restando", "quedando", "faltando") and siguiente.norm_ in _LOS and not _acabado(doc, token.i):
            salida.append((token.i, token.i + 2))
            continue
        resta = siguiente.is_digit or siguiente.norm_ in lista("cantidades") or siguiente.norm_ in _OTROS
        if abre and token.norm_.startswith(("queda", "resta")) and resta:
            salida.append((token.i, token.i + 2))
            continue
        for lugar in range(token.i + 2, min(len(doc) - 1, token.i + ALCANCE_QUEDAN)):
            if doc[lugar].norm_ in CORTE_CLAUSULA:
                break
            if doc[lugar].norm_ == "por" and INFINITIVO.fullmatch(doc[lugar + 1].norm_):
                salida.append((token.i, lugar + 2))
                break
    return salida


def sin_infinitivo(doc: Oracion, verbos: dict[int, str], ocupados: set[int]) -> list[int]:
    """Where "sin firmar" tells what was not done: no verb of its clause has told something done before ("se hizo sin avisar")."""
    salida: list[int] = []
    if "sin" not in doc.normas:
        return salida
    for token in doc[:-1]:
        if token.norm_ != "sin" or token.i in ocupados or not INFINITIVO.fullmatch(doc[token.i + 1].norm_):
            continue
        lugar = token.i
        while lugar > 0 and doc[lugar - 1].norm_ not in CORTE_CLAUSULA:
            lugar -= 1
        aparte = lugar > 0 and doc[lugar - 1].norm_ == "," and lugar == token.i and not es_obra(doc[token.i + 1].norm_)
        desde = 0 if aparte else lugar  # "renovaron su licencia, sin viajar a Valparaíso"
        if not any(verbos.get(i) == "HECHO" for i in range(desde, token.i)):
            salida.append(token.i)
    return salida
