"""Printed figures of a table whose weights are fractions of 1, which may be told in per cent ("75 %" of 1,00)."""

from __future__ import annotations

from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.modelo.valores import Cifra

UNO, CIEN = Decimal(1), Decimal(100)
DOBLE, CENTESIMAS = Decimal(2), 2
"""Below twice the whole, written to the hundredth, a total is a fraction that exceeds its whole: 1.07 is not 1.07 %."""


def escala(fracciones: bool, impresa: Cifra | None) -> Decimal:
    """By how much to multiply what was computed to compare it with a printed total: a table of fractions of 1 may print
    its totals in per cent."""
    if not fracciones or impresa is None or impresa.decimal is None:
        return UNO
    if impresa.signo == "%":
        return CIEN
    fraccion = impresa.decimal <= UNO or (impresa.decimal < DOBLE and impresa.decimales >= CENTESIMAS)
    return UNO if fraccion else CIEN


def a_escala(impresa: Cifra, factor: Decimal) -> Cifra:
    """A printed total as the fraction it stands for, with the decimals that it then has."""
    if factor == UNO or impresa.decimal is None:
        return impresa
    return impresa.model_copy(update={"valor": canonico(impresa.decimal / factor), "decimales": impresa.decimales + 2})
