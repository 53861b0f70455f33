"""What the reconciler answers: every verification it made and the findings a person must know of."""

from __future__ import annotations

from typing import Literal

from extractor.modelo.base import Origen, Registro
from extractor.modelo.decision import DecisionTomada

Gravedad = Literal["cambia_decision", "aritmetica", "logica", "aviso"]
GRAVEDADES: tuple[Gravedad, ...] = ("cambia_decision", "aritmetica", "logica", "aviso")
"""From the gravest down."""

Resultado = Literal["CUADRA", "CUADRA_POR_REDONDEO", "NO_CUADRA", "NO_VERIFICABLE"]

Motivo = Literal[
    "falta_ponderacion",
    "falta_ganada",
    "falta_estado",
    "falta_total",
    "estado_sin_veredicto",
    "sin_resultados",
    "emparejamiento_dudoso",
    "lectura_dudosa",
    "modo_indeciso",
    "regimen_no_aplica",
    "parcial_sin_porcentaje",
    "sin_umbral",
    "tabla_partida",
]
"""The closed list of reasons for NO_VERIFICABLE."""


class Operando(Registro):
    """One figure that entered a verification, as read."""

    origen: Origen
    valor: str | None


class Verificacion(Registro):
    """The answer of one rule at one place. ``recalculado`` and ``intervalo`` are canonical decimal strings; ``formula`` is
    None where nothing was computed;
    ``causa`` names the finding this mismatch merely carries on, ``hallazgo`` the one it became itself."""

    regla: str
    tabla: str | None
    fila: int | None
    actividad: int | None
    resultado: Resultado
    informado: str | None
    recalculado: str | None
    intervalo: tuple[str, str] | None
    operandos: tuple[Operando, ...]
    formula: str | None
    motivo: Motivo | None
    causa: str | None
    hallazgo: str | None = None


class Correccion(Registro):
    """One change that would make ``explica`` mismatches disappear."""

    origen: Origen
    campo: str
    de: str | None
    a: str | None
    explica: int


class Lugar(Registro):
    """One of the several places of a finding."""

    tabla: str | None
    fila: int | None
    actividad: int | None
    origen: Origen | None


class Hallazgo(Registro):
    """An inconsistency or a gap, with its place, its operands and its consequence (CONTRACT.md sections 2 and 3)."""

    huella: str
    huella_contenido: str
    codigo: str
    gravedad: Gravedad
    tabla: str | None
    fila: int | None
    actividad: int | None
    campo: str | None
    informado: str | None
    recalculado: str | None
    diferencia: str | None
    lugar: str
    mensaje: str
    explicacion: str
    norma: str | None
    norma_origen: Origen | None
    correccion_probable: Correccion | None
    alternativas: tuple[Correccion, ...]
    causa: str | None
    lugares: tuple[Lugar, ...]
    certeza: str
    origen: Origen | None
    decision: DecisionTomada | None = None

    @property
    def descartado(self) -> bool:
        """Whether a person dismissed it: it stays in the list and counts for nothing."""
        return self.decision is not None and self.decision.valor == "descartado"
