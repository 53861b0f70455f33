"""What is agreed for a date, whose turn comes when, and what is there now: told by a verb and a time, or by "ya" and "todas".

Each function gives places (start, end, label) in a narration, as ``avances`` does.
"""

from __future__ import annotations

from extractor.normalizadores.estado.oracion import Indicio, Oracion
from extractor.normalizadores.estado.salvedades import Marca
from extractor.normalizadores.estado.verbos import CORTE_CLAUSULA, INFINITIVO, empieza_como, lista


def turnos(doc: Oracion) -> list[Marca]:
    """Every place that tells what is agreed, whose turn it will be, or what is there now."""
    return [*_acordado(doc), *_corresponde(doc), *_presencia(doc)]


def de_fecha(doc: Oracion, lugar: int) -> bool:
    """Whether a month, a coming time or a year stands there."""
    norma, previa = doc[lugar].norm_, doc[lugar - 1].norm_
    return (
        norma in lista("meses")
        or norma.startswith("proxim")
        or (norma.startswith("20") and len(norma) == 4 and previa != "desde")
    )


def es_turno(marca: Indicio) -> bool:
    """Whether a plan is told by an agreement or a turn. "Los datos corresponden a agosto" says of when they are, and "se decidió
    dictarlo en mayo" may be told of what was then done."""
    if marca.label_ != "PLAN" or len(marca) < 2:
        return False
    acordado = empieza_como(marca[0].norm_, "acuerdan") and INFINITIVO.fullmatch(marca[len(marca) - 1].norm_) is not None
    return acordado or marca[0].norm_ in lista("tocan")


_ALCANCE_ACORDADO = 8


def _acordado(doc: Oracion) -> list[Marca]:
    """ "Quedó acordado con Junji abrir la sala en marzo": agreed, to be done by then."""
    salida: list[Marca] = []
    for token in doc[:-1]:
        if not empieza_como(token.norm_, "acuerdan"):
            continue
        hasta = next((i for i in range(token.i + 1, len(doc)) if doc[i].norm_ in CORTE_CLAUSULA), len(doc))
        accion = next(
            (i for i in range(token.i + 1, min(hasta, token.i + _ALCANCE_ACORDADO)) if INFINITIVO.fullmatch(doc[i].norm_)), None
        )
        if accion is not None and any(de_fecha(doc, i) for i in range(accion + 1, hasta)):
            salida.append((token.i, accion + 1, "PLAN"))
    return salida


def _presencia(doc: Oracion) -> list[Marca]:
    """ "Ya hay matrona en las cinco postas", "ahora los consejos tienen intérprete": it was not there, and is; "sólo dos ..."."""
    salida: list[Marca] = []
    if lista("hay_algo").isdisjoint(doc.normas):
        return salida
    for token in doc[:-1]:
        if token.norm_ not in lista("hay_algo") or (token.i and doc[token.i - 1].norm_ in ("no", "que", "si", "sin", "ni")):
            continue
        desde = next((i + 1 for i in range(token.i - 1, -1, -1) if doc[i].norm_ in CORTE_CLAUSULA), 0)
        hasta = next((i for i in range(token.i + 1, len(doc)) if doc[i].norm_ in CORTE_CLAUSULA), len(doc))
        antes, clausula = {t.norm_ for t in doc[desde : token.i]}, {t.norm_ for t in doc[desde:hasta]}
        if clausula & lista("aun_falta") or doc[token.i + 1].norm_ == "que":
            continue
        if clausula & lista("solo"):
            salida.append((token.i, token.i + 1, "PARCIAL"))
        elif (
            antes & lista("desde_ahora")
            or clausula & lista("enteros")
            or (
                [t.norm_ for t in doc[hasta + 1 : hasta + 3]] in (["mas", "no"], ["pero", "no"])
                and hasta + 3 < len(doc)
                and doc[hasta + 3].norm_ not in lista("hay_algo")
            )
        ):
            salida.append((token.i, token.i + 1, "HECHO_DEBIL"))
    return salida


def _corresponde(doc: Oracion) -> list[Marca]:
    """ "La capacitación corresponde al primer trimestre": when it will be its turn."""
    salida: list[Marca] = []
    if lista("tocan").isdisjoint(doc.normas):
        return salida
    for token in doc[1:-2]:
        if token.norm_ not in lista("tocan") or doc[token.i + 1].norm_ not in ("al", "a", "en", "para"):
            continue
        lugar = next(
            (i for i in range(token.i + 2, min(len(doc), token.i + 5)) if doc[i].norm_ in lista("de_tiempo") or de_fecha(doc, i)),
            None,
        )
        if lugar is not None:
            salida.append((token.i, lugar + 1, "PLAN"))
    return salida
