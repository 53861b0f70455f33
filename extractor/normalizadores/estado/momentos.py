"""When something is: beside a present a month, a season, "el segundo semestre" or "con el deshielo" is a time to come."""

from __future__ import annotations

from extractor.normalizadores.estado.oracion import Oracion
from extractor.normalizadores.estado.verbos import CORTE_CLAUSULA, lista


def por_venir(doc: Oracion, lugar: int, *, contado: bool) -> bool:
    """Whether a month, a season, a year or a condition of time stands there: beside a present it is to come. ``contado``: a month
    may be the one it was done in."""
    norma, previa = doc[lugar].norm_, doc[lugar - 1].norm_
    if _en_su_momento(doc, lugar, contado=contado):
        return True
    if norma in lista("al_contado") or norma.startswith("proxim") or (norma == "vez" and previa == "una"):
        return True
    anio = norma.startswith("20") and len(norma) == 4 and norma.isdigit() and previa not in ("desde", "de")
    return (
        (norma in lista("meses") and not contado)
        or anio
        or (norma in lista("estaciones") and previa in ("en", "el", "la") and doc[lugar - 2].norm_ not in ("todo", "toda"))
    )


def _en_su_momento(doc: Oracion, lugar: int, *, contado: bool) -> bool:
    """ "El segundo semestre", "con el deshielo", "tras la veda", "el lunes 14": beside a present, when it will be."""
    norma, previa = doc[lugar].norm_, doc[lugar - 1].norm_
    if norma in lista("periodos"):
        return previa in lista("ordinales")
    if norma in lista("sucesos"):
        return (previa in ("la", "el", "al", "las") and doc[max(0, lugar - 2)].norm_ in ("con", "tras")) or previa == "al"
    if norma == "tras":
        return True
    dia = doc[lugar].is_digit and len(norma) <= _LARGO_DIA and not contado
    despues = doc[lugar + 1].norm_ if lugar + 1 < len(doc) else "."
    return (
        dia
        and despues in CORTE_CLAUSULA
        and (previa in lista("dias") or (previa == "el" and doc[lugar - 2].norm_ not in ("desde",)))
    )


_LARGO_DIA = 2
