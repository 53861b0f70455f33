"""The lines of a recalculation sheet: a weighted item, and the sums that close a block."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extractor.modelo.hallazgo import Resultado

CERO, CIEN = Decimal(0), Decimal(100)


@dataclass(frozen=True, slots=True)
class Partida:
    """One weighted item. ``cumplimiento``: per cent that was applied, None where none can be. ``propia``: what it earned,
    recomputed; ``acumulada`` the same as a running total; ``sin_formula``: what the plain formula would not give.
    ``tolerancia``: a unit of the last printed decimal where the value was rounded, else 0; ``del_paso``, the same for a step
    from the printed total before it. ``informada`` of a word counts 0."""

    fila: int
    actividad: int | None
    texto: str
    peso_impreso: str
    peso: Decimal | None
    estado: str
    cumplimiento: Decimal | None
    ganada_impresa: str
    informada: Decimal | None
    propia: Decimal | None
    acumulada: Decimal | None
    sin_formula: bool
    tolerancia: Decimal
    del_paso: Decimal
    resultado: Resultado | None
    arrastra: bool
    motivo: str | None

    @property
    def rotulo(self) -> str:
        return f"{self.fila + 1}" if self.actividad is None else f"{self.fila + 1}.{self.actividad + 1}"


@dataclass(frozen=True, slots=True)
class Cierre:
    """The sums of a block and what is printed of them. ``exigido``: what its weights must sum where no total is printed."""

    rotulo: str
    filas: tuple[int, ...]
    peso_impreso: str
    peso_total: Decimal | None
    exigido: Decimal | None
    ganada_impresa: str
    ganada_total: Decimal | None
    tolerancia_pesos: Decimal
    tolerancia_ganada: Decimal
    resultado: Resultado | None


def alto(renglon: Partida | Cierre) -> int:
    """Rows of the sheet that it takes."""
    return 3 if isinstance(renglon, Cierre) else 1


def credito_de(peso: Decimal | None, cumplimiento: Decimal | None, credito: str | None) -> Decimal | None:
    """What the sheet's formula gives."""
    if peso is None or cumplimiento is None:
        return None
    if cumplimiento >= CIEN:
        return peso
    return peso * cumplimiento / 100 if cumplimiento > 0 and credito == "proporcional" else CERO
