"""Per activity or running: how the earned column of a table is read, from the shape of the column itself.

The shape, never the arithmetic under audit: per activity no value exceeds its own weight; running, values never fall and
no step exceeds the activity's weight. Where both fit alike, the document's other tables decide, else per activity.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.modelo.informe import Cifra, ModoGanada

CERO = Decimal(0)
TOLERANCIA = Decimal("0.5")
"""A reading that more than half of the values contradict does not fit."""
CAIDA = 2
"""A running total that falls contradicts itself twice as much as a value somewhat over its weight, which is a slip."""
VENTANA = 40
"""How many values back a step may lean on: a badly read column of thousands must not take forever."""


@dataclass(frozen=True, slots=True)
class Forma:
    """How far each reading is contradicted by the shape (share of the values), over ``n`` values. ``propias``: the share
    of values that look like the activity's own where the table might be running."""

    n: int
    contra_actividad: Decimal
    contra_acumulada: Decimal
    propias: Decimal = Decimal(0)


def forma_de(bloques: Sequence[Sequence[tuple[Cifra | None, Cifra | None]]]) -> Forma:
    """The shape of a table's earned column; each block is its (weight, earned) pairs in order."""
    n = mal_actividad = mal_acumulada = 0
    propias = CERO
    for pares in bloques:
        previo, hasta = CERO, CERO
        corridas: list[tuple[Decimal, Decimal | None]] = []
        for peso, ganada in pares:
            propio = None if peso is None else peso.decimal
            hasta += propio or CERO
            if ganada is None or ganada.decimal is None:
                continue
            valor = ganada.decimal
            n += 1
            mal_actividad += propio is not None and valor > propio
            propias += _parece_propia(valor, previo, propio)
            corridas.append((valor, None if propio is None else hasta))
            previo = valor
        mal_acumulada += _rupturas(corridas)
    if n == 0:
        return Forma(0, CERO, CERO)
    return Forma(n, Decimal(mal_actividad) / n, Decimal(mal_acumulada) / n, propias / n)


def _parece_propia(valor: Decimal, previo: Decimal, peso: Decimal | None) -> Decimal:
    """How little a value looks like a step of a running total, when something had been earned before: it prints again the
    whole weight of its own activity, or, half as much, does not grow though it fits in its own weight."""
    if previo <= 0 or valor <= 0 or peso is None:
        return CERO
    if valor == peso:
        return Decimal(1)
    return Decimal("0.5") if valor == previo and valor < peso else CERO


def _rupturas(corridas: Sequence[tuple[Decimal, Decimal | None]]) -> int:
    """The fewest slips that leave a column running: a cell that does not count (it rises or falls back alone), a step
    greater than the weights it adds, which the later ones carry on, or a fall, which costs ``CAIDA``. Each value comes with
    the sum of the weights so far (None without a weight of its own, which sets no limit)."""
    costos: list[int] = []
    for i, (valor, hasta) in enumerate(corridas):
        mejor = i + (hasta is not None and valor > hasta)
        for j in range(max(0, i - VENTANA), i):
            previo, antes = corridas[j]
            salto = hasta is not None and antes is not None and valor - previo > hasta - antes
            mejor = min(mejor, costos[j] + i - j - 1 + (CAIDA if valor < previo else salto))
        costos.append(mejor)
    return min((costo + len(corridas) - 1 - i for i, costo in enumerate(costos)), default=0)


def _clara(forma: Forma) -> ModoGanada | None:
    """The reading that a table's own shape speaks for by more than a slip, or without any contradiction. Two values that
    print their whole weight again (25, 25, 25) speak for the activity's own, though a running total may stand still."""
    a, b = forma.contra_actividad, forma.contra_acumulada
    if a == b == 0:
        return "por_actividad" if forma.propias * forma.n >= 2 else None
    if a and b == 0 == forma.propias:
        return "acumulada"
    if b and a == 0:
        return "por_actividad"
    b += forma.propias if a else CERO
    if abs(a - b) * forma.n <= 1:
        return None
    return "acumulada" if b < a else "por_actividad"


def decidir(forma: Forma, otras: Sequence[Forma]) -> tuple[ModoGanada | None, str]:
    """The reading of a table and why; None when neither fits.

    ``otras``: the shapes of the document's other tables. They decide for a table whose own shape speaks for both readings,
    or tells them apart by no more than one value, which is a slip's worth; a column that fits per activity is so.
    """
    if forma.n == 0:
        return "sin_datos", "la columna no trae cifras"
    a, b = forma.contra_actividad, forma.contra_acumulada
    caben = a == b == 0
    b += forma.propias if a else CERO
    if caben or (a and abs(a - b) * forma.n <= 1):
        claras = [lectura for lectura in map(_clara, otras) if lectura is not None]
        corridas = claras.count("acumulada")
        if corridas * 2 > len(claras) and b <= TOLERANCIA:
            return "acumulada", "las dos lecturas caben por igual; las demás tablas del documento son acumuladas"
        if (caben or a == b or corridas * 2 < len(claras)) and a <= TOLERANCIA:
            return "por_actividad", "las dos lecturas caben por igual; se lee por actividad"
    if a <= b and a <= TOLERANCIA:
        return (
            "por_actividad",
            "ningún valor supera su propia ponderación" if a == 0 else "casi ningún valor supera su propia ponderación",
        )
    if b < a and b <= TOLERANCIA:
        return "acumulada", "los valores crecen y superan la ponderación de su actividad"
    return None, "la columna no calza ni por actividad ni acumulada"
