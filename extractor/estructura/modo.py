"""Per activity or running: how the earned column of a table is read, from the shape of the column itself.

The shape, never the arithmetic under audit. What speaks for values of each activity's own does not look at the order of the
rows: how many stay within their own weight, how many copy it. Only a column that runs from its first row to its last, or one
where most values exceed their own weight, which no activity can earn, is asked about its order. So the same rows in another
order are read alike, unless that order makes them a running total from end to end (or the rest of the document runs, which
says that this table was meant to). Where both readings fit, the document's other tables decide, else per activity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.modelo.tabla import ModoGanada
from extractor.modelo.valores import Cifra

CERO = Decimal(0)
MEDIO = Decimal("0.5")
"""How much a value that comes twice, under its weight, counts as the activity's own: a running total may stand still."""
CAIDA = 2
"""A running total that falls contradicts itself twice as much as a value somewhat over its weight, which is a slip."""
VENTANA = 40
"""How many values back a step may lean on: a badly read column of thousands must not take forever."""


@dataclass(frozen=True, slots=True)
class Forma:
    """The shape of a column of ``n`` figures. ``sobre``: how many exceed their own weight. ``propias``: how many look like
    the activity's own where the table might be running. ``rupturas``: the fewest slips that leave it running in the printed
    order, the only one of the four that the order changes."""

    n: int
    sobre: int
    propias: Decimal
    rupturas: int

    @property
    def corre(self) -> bool:
        """Whether it is a running total from end to end: it never falls and no step exceeds the weights it adds."""
        return self.rupturas == 0

    @property
    def cabe_por_actividad(self) -> bool:
        """Whether at most half of the values contradict the reading of each activity's own."""
        return self.sobre * 2 <= self.n

    @property
    def cabe_acumulada(self) -> bool:
        """Whether at most half of the values contradict the reading of a running total, in the printed order."""
        return self.rupturas * 2 <= self.n

    @property
    def crece(self) -> bool:
        """Whether at most a third do, which is what a running total shows where nothing but its rising speaks for it: of four
        values that go up and down (71, 30, 44, 29) two rise as well."""
        return self.rupturas * 3 <= self.n


def forma_de(bloques: Sequence[Sequence[tuple[Cifra | None, Cifra | None]]]) -> Forma:
    """The shape of a table's earned column; each block is its (weight, earned) pairs in order."""
    n = sobre = rupturas = 0
    propias = CERO
    for pares in bloques:
        hasta = CERO
        corridas: list[tuple[Decimal, Decimal | None]] = []
        con_peso: list[tuple[Decimal, Decimal]] = []
        for peso, ganada in pares:
            propio = None if peso is None else peso.decimal
            hasta += propio or CERO
            if ganada is None or ganada.decimal is None:
                continue
            corridas.append((ganada.decimal, None if propio is None else hasta))
            if propio is not None:
                con_peso.append((propio, ganada.decimal))
        n += len(corridas)
        sobre += sum(1 for propio, valor in con_peso if valor > propio)
        propias += _propias(con_peso)
        rupturas += _rupturas(corridas)
    return Forma(n, sobre, propias, rupturas)


def _propias(pares: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """How many values of a block of (weight, earned) do not look like steps of a running total, in any order: those that
    print again the whole weight of their own activity, but for one, which the first step of a running total does too; and,
    half as much, those that come again though they fit in their own weight."""
    ganados = [(propio, valor) for propio, valor in pares if valor > 0]
    copias = sum(1 for propio, valor in ganados if valor == propio)
    veces = Counter(valor for _, valor in ganados)
    holgadas = Counter(valor for propio, valor in ganados if valor < propio)
    return max(0, copias - 1) + MEDIO * sum(min(cuantas, veces[valor] - 1) for valor, cuantas in holgadas.items())


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


def _voto(forma: Forma) -> ModoGanada | None:
    """The reading that a table's own shape speaks for by more than a slip, or without any contradiction. Two values that
    print their whole weight again (25, 25, 25) speak for the activity's own, though a running total may stand still."""
    if forma.n == 0:
        return None
    if forma.sobre == 0:
        return "por_actividad" if not forma.corre or forma.propias >= 2 else None
    if forma.propias - forma.sobre > 1:
        return "por_actividad"
    if forma.corre:
        return "acumulada" if forma.propias == 0 or forma.sobre - forma.propias > 1 else None
    clara = forma.sobre - forma.propias - forma.rupturas > 1
    return "acumulada" if clara and not forma.cabe_por_actividad else None


def decidir(forma: Forma, otras: Sequence[Forma]) -> tuple[ModoGanada | None, str]:
    """The reading of a table and why; None when neither fits.

    ``otras``: the shapes of the document's other tables. They decide for a table that runs and fits per activity too, or
    that is a slip away from it; a column that fits per activity and does not run is so, whatever they are.
    """
    if forma.n == 0:
        return "sin_datos", "la columna no trae cifras"
    votos = [voto for voto in map(_voto, otras) if voto is not None]
    corridas = votos.count("acumulada")
    favor = corridas * 2 - len(votos)
    if forma.sobre == 0:
        return _sin_excesos(forma, favor > 0)
    ventaja = forma.sobre - forma.propias
    if favor > 0 and forma.rupturas - ventaja <= 1 and forma.cabe_acumulada:
        return "acumulada", "la columna tiene a lo más un desliz como acumulada; las demás tablas del documento son acumuladas"
    if forma.corre and ventaja > (1 if favor < 0 else 0):
        return "acumulada", "los valores crecen de la primera fila a la última y superan la ponderación de su actividad"
    if forma.cabe_por_actividad:
        return "por_actividad", "la mayoría de los valores no supera su propia ponderación y la columna no es acumulada"
    if forma.crece:
        return "acumulada", "los valores crecen y superan la ponderación de su actividad"
    return None, "la columna no calza ni por actividad ni acumulada"


def _sin_excesos(forma: Forma, las_demas_corren: bool) -> tuple[ModoGanada, str]:
    """The reading of a column where no value exceeds its own weight."""
    if not forma.corre:
        return "por_actividad", "ningún valor supera su propia ponderación"
    if las_demas_corren:
        return "acumulada", "las dos lecturas caben por igual; las demás tablas del documento son acumuladas"
    return "por_actividad", "las dos lecturas caben por igual; se lee por actividad"
