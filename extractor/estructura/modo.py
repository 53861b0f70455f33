"""Per activity or running: how the earned column of a table is read, from the shape of the column itself.

The shape, never the arithmetic under audit: per activity no value exceeds its own weight; running, values never fall and
no step exceeds the activity's weight. Where both fit, the document's other tables decide, else per activity.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.modelo.informe import Cifra, ModoGanada

TOLERANCIA = Decimal("0.5")
"""A reading that more than half of the values contradict does not fit."""
CAIDA = 2
"""A running total that falls contradicts itself twice as much as a value somewhat over its weight, which is a slip."""


@dataclass(frozen=True, slots=True)
class Forma:
    """How far each reading is contradicted by the shape (share of the values), over ``n`` values."""

    n: int
    contra_actividad: Decimal
    contra_acumulada: Decimal


def forma_de(bloques: Sequence[Sequence[tuple[Cifra | None, Cifra | None]]]) -> Forma:
    """The shape of a table's earned column; each block is its (weight, earned) pairs in order."""
    n = mal_actividad = mal_acumulada = 0
    for pares in bloques:
        previo = Decimal(0)
        for peso, ganada in pares:
            if ganada is None or ganada.decimal is None:
                continue
            valor = ganada.decimal
            n += 1
            if peso is not None and peso.decimal is not None:
                mal_actividad += valor > peso.decimal
                mal_acumulada += CAIDA if valor < previo else valor - previo > peso.decimal
            else:
                mal_acumulada += CAIDA * (valor < previo)
            previo = valor
    if n == 0:
        return Forma(0, Decimal(0), Decimal(0))
    return Forma(n, Decimal(mal_actividad) / n, Decimal(mal_acumulada) / n)


def decidir(forma: Forma, otras: Sequence[Forma]) -> tuple[ModoGanada | None, str]:
    """The reading of a table and why; None when neither fits.

    ``otras``: the shapes of the document's other tables, for a table that both readings fit.
    """
    if forma.n == 0:
        return "sin_datos", "la columna no trae cifras"
    a, b = forma.contra_actividad, forma.contra_acumulada
    if a == b == 0:
        claras = [o for o in otras if o.n and o.contra_actividad != o.contra_acumulada]
        corridas = sum(o.contra_acumulada < o.contra_actividad for o in claras)
        if corridas * 2 > len(claras):
            return "acumulada", "las dos lecturas caben; las demás tablas del documento son acumuladas"
        return "por_actividad", "las dos lecturas caben; se lee por actividad"
    if a <= b and a <= TOLERANCIA:
        return (
            "por_actividad",
            "ningún valor supera su propia ponderación" if a == 0 else "casi ningún valor supera su propia ponderación",
        )
    if b < a and b <= TOLERANCIA:
        return "acumulada", "los valores crecen y superan la ponderación de su actividad"
    return None, "la columna no calza ni por actividad ni acumulada"
