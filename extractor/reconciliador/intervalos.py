"""Exact figures and intervals: what a printed figure may stand for, and whether a computed one meets it.

Commitments (weights, goals, percentages) are exact as printed. A product, a quotient or a measured sum was rounded or
cut to the printed decimals: 12.5 stands for [12.45, 12.55], or, cut, for [12.5, 12.6). Never a fixed tolerance.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extractor.comun.numeros import canonico, media_unidad

Ajuste = Literal["CUADRA", "CUADRA_POR_REDONDEO", "NO_CUADRA"]
CERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Intervalo:
    """A closed range of exact values."""

    minimo: Decimal
    maximo: Decimal

    def mas(self, otro: Intervalo) -> Intervalo:
        return Intervalo(self.minimo + otro.minimo, self.maximo + otro.maximo)

    def por(self, factor: Decimal) -> Intervalo:
        """The range at another scale."""
        return Intervalo(self.minimo * factor, self.maximo * factor)

    @property
    def texto(self) -> tuple[str, str]:
        return canonico(self.minimo), canonico(self.maximo)


def punto(valor: Decimal) -> Intervalo:
    """An exact value as an interval without width."""
    return Intervalo(valor, valor)


def redondeado(valor: Decimal, decimales: int) -> Intervalo:
    """What ``valor`` stands for when it was rounded to ``decimales``."""
    media = media_unidad(decimales)
    return Intervalo(valor - media, valor + media)


def encaja(impreso: Decimal, decimales: int, exacto: Intervalo) -> Ajuste:
    """Whether ``impreso``, rounded or cut to ``decimales``, can stand for a value of ``exacto``.

    A point with no more decimals than are printed can only be met exactly: 17 is never 16.
    """
    if exacto.minimo == exacto.maximo == impreso:
        return "CUADRA"
    cercano = redondeado(impreso, decimales)
    if exacto.minimo <= cercano.maximo and cercano.minimo <= exacto.maximo:
        return "CUADRA_POR_REDONDEO"
    unidad = 2 * media_unidad(decimales)
    if impreso >= 0 and exacto.maximo >= impreso and exacto.minimo < impreso + unidad:
        return "CUADRA_POR_REDONDEO"
    return "NO_CUADRA"


def cabe_en(valor: Decimal, decimales: int) -> bool:
    """Whether ``valor`` can be written exactly with ``decimales`` decimals."""
    return valor == valor.quantize(Decimal(1).scaleb(-decimales))
