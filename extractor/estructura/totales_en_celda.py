"""The printed totals at the end of stacked cells of figures: told by their value, by counts and by place, never by a sum."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.modelo.valores import Cifra


def apartar_total(cifras: list[Cifra], esperado: str, actividades: int) -> tuple[list[Cifra], Cifra | None]:
    """A trailing figure that is the whole's total, told by its value (what a whole must sum) or by being one more than
    the activities and greater than each of them."""
    if len(cifras) < 2 or cifras[-1].decimal is None:
        return cifras, None
    ultimo = cifras[-1].decimal
    otros = [c.decimal for c in cifras[:-1] if c.decimal is not None]
    if not otros or not any(otros):
        return cifras, None
    if ultimo == Decimal(esperado) and all(o < ultimo for o in otros):
        return cifras[:-1], cifras[-1]
    if len(cifras) == actividades + 1 and actividades >= 2 and all(o < ultimo for o in otros):
        return cifras[:-1], cifras[-1]
    return cifras, None


def todas_cuentan(pesos: Sequence[Cifra], logros: Sequence[Cifra], actividades: int, estados: int) -> bool:
    """Whether every column counts as many items as there are weights, the earned values without a total among them: the
    last weight is then an activity's, whatever it says."""
    return len(pesos) == actividades == estados == len(logros) and not cabe_total(logros)


def sobra_una(pesos: Sequence[Cifra], logros: Sequence[Cifra], actividades: int, estados: int) -> bool:
    """Whether the last weight can only be a total, however small it was written: every other column counts one item less,
    and the earned values either count the same or close with a total of their own."""
    if actividades < 1 or estados != actividades or len(pesos) != actividades + 1 or pesos[-1].decimal is None:
        return False
    return len(logros) == actividades or (len(logros) == actividades + 1 and cabe_total(logros))


def apartar_total_ganada(
    logros: list[Cifra], n: int, total_peso: Cifra | None, pesos: Sequence[Cifra]
) -> tuple[list[Cifra], Cifra | None]:
    """The earned column's printed total: one figure more than the activities; or, where the weights print their total,
    a last figure equal to it that no running total could reach in one step."""
    if not logros or logros[-1].decimal is None:
        return logros, None
    # Beside weights that print their total, one figure more than the activities is a total, however small.
    if len(logros) == n + 1 and n >= 1 and (cabe_total(logros) or total_peso is not None):
        return logros[:-1], logros[-1]
    if total_peso is None or total_peso.decimal is None or len(logros) < 2 or len(logros) > n:
        return logros, None
    anteriores = [c.decimal for c in logros[:-1] if c.decimal is not None]
    if logros[-1].decimal != total_peso.decimal or not anteriores:
        return logros, None
    peso = pesos[len(logros) - 1].decimal if len(logros) <= len(pesos) else None
    paso = logros[-1].decimal - anteriores[-1]
    if peso is not None and logros[-1].decimal > peso and paso > peso:
        return logros[:-1], logros[-1]
    return logros, None


def cabe_total(logros: Sequence[Cifra]) -> bool:
    """Whether the last earned value may be a total: it is a figure and no part is greater."""
    if len(logros) < 2 or logros[-1].decimal is None:
        return False
    ultimo = logros[-1].decimal
    return all(c.decimal is None or c.decimal <= ultimo for c in logros[:-1])


def frente_al_total(
    logros: Sequence[Cifra], blancos: Sequence[int], pesos: Sequence[Cifra]
) -> tuple[list[Cifra | None], Cifra] | None:
    """The earned values at their places and their total, where with the blank paragraphs among them they take one place more
    than the weights, whose own total stands there: "40, (blank), 30, 70" beside "40, 30, 30, 100". None where the last may be
    an activity's, in this way of reading the column or as a running total."""
    anteriores = [c.decimal for c in logros[:-1] if c.decimal is not None]
    if not any(blancos) or not cabe_total(logros) or len(logros) > len(pesos) or not anteriores:
        return None
    ultimo, peso = logros[-1].decimal, pesos[len(logros) - 1].decimal
    if ultimo is None or peso is None or ultimo in anteriores or ultimo <= peso or ultimo - anteriores[-1] <= peso:
        return None
    for por_cada in (1, 2):  # text of Word writes two blank lines for a blank paragraph
        if any(b % por_cada for b in blancos) or len(logros) + sum(blancos) // por_cada != len(pesos) + 1:
            continue
        puestas: list[Cifra | None] = []
        for cifra, vacios in zip(logros[:-1], blancos, strict=False):
            puestas += [*[None] * (vacios // por_cada), cifra]
        return puestas, logros[-1]
    return None
