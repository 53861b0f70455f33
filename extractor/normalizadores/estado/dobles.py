"""Denials that deny nothing, or more than one thing: "no quedan funcionarios sin capacitar", "que antes no figuraban"."""

from __future__ import annotations

from extractor.normalizadores.estado.oracion import Oracion
from extractor.normalizadores.estado.verbos import CORTE_CLAUSULA, INFINITIVO, lista

ALCANCE_NEGACION = 6
"""Words after a negation within which the verb it denies must stand, with only linking words between."""
ALCANCE_NINGUNO = 8
ALCANCE_RELATIVO = 2
_HAY = frozenset({"queda", "quedan", "quedo", "quedaron", "hay", "hubo", "existe", "existen", "existio"})


def en_relativa(doc: Oracion, indice: int) -> bool:
    """ "Lo que no se había hecho", "que antes no figuraban": of what something was done to; not "de modo que no"."""
    for lugar in range(indice - 1, max(0, indice - ALCANCE_RELATIVO) - 1, -1):
        if doc[lugar].norm_ in lista("relativos"):
            return lugar > 0 and doc[lugar - 1].norm_ not in ("modo", "manera", "forma", "asi", "lo", "por", "suerte")
        if doc[lugar].norm_ not in ("antes", "aun", "todavia", "hoy", "hasta", "ahora", "ya"):
            return False
    return False


def ni_uno_ni_otro(doc: Oracion, indice: int) -> bool:
    """ "Ni los camarines ni las duchas se hicieron": the first of two, which opens its clause."""
    abre = indice == 0 or doc[indice - 1].norm_ in CORTE_CLAUSULA
    return doc[indice].norm_ == "ni" and abre and any(t.norm_ == "ni" for t in doc[indice + 1 : indice + ALCANCE_NINGUNO])


def sin_excepcion(doc: Oracion, indice: int) -> int | None:
    """Where "no quedan funcionarios sin capacitar", "... por capacitar" ends, which tells the whole done; None for any
    other denial."""
    normas = [t.norm_ for t in doc[indice + 1 : indice + 3]]
    if len(normas) > 1 and normas[0].startswith("falt") and normas[1] in lista("ninguno") | {"nada"}:
        return next((i for i in range(indice + 3, len(doc)) if doc[i].norm_ in CORTE_CLAUSULA), len(doc))  # "no falta ninguna"
    if normas and normas[0] == "se" and len(normas) > 1 and normas[1].startswith("dej"):
        normas = normas[1:]
    if normas and normas[0].startswith("dej") and any(t.norm_ == "de" for t in doc[indice + 2 : indice + 4]):
        return next((t.i + 1 for t in doc[indice + 2 : indice + 6] if INFINITIVO.fullmatch(t.norm_)), None)  # "nunca se dejó de"
    if indice + 1 >= len(doc) or doc[indice + 1].norm_ not in _HAY:
        return None
    for lugar in range(indice + 2, min(len(doc) - 1, indice + 2 + ALCANCE_NEGACION)):
        if doc[lugar].norm_ in CORTE_CLAUSULA:
            return None
        if doc[lugar].norm_ == "que" and doc[lugar + 1].norm_ == "no":
            return min(len(doc), lugar + 4)  # "no hubo escuela que no recibiera el texto"
        if doc[lugar].norm_ in ("sin", "por") and INFINITIVO.fullmatch(doc[lugar + 1].norm_):
            return lugar + 2
    return None
