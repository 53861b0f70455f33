"""``Decision``: what a person settled (CONTRACT.md section 4). Append only; it wins over the program."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import SerializerFunctionWrapHandler, model_serializer

from extractor.modelo.base import Registro


class Decision(Registro):
    id: str
    tipo: Literal["nombre", "lectura", "emparejamiento", "hallazgo", "documento"]
    clave: str
    valor: str
    quien: str
    cuando: str
    porque: str
    anula: str | None = None


class DecisionTomada(Registro):
    """A decision as it is told beside the finding it is about."""

    id: str
    valor: str
    quien: str
    porque: str


class Decidible(Registro):
    """What a decision may have replaced. ``decision``: its id; absent from the JSON where the program spoke by itself."""

    decision: str | None = None

    @model_serializer(mode="wrap")
    def _sin_decision_vacia(self, serializar: SerializerFunctionWrapHandler) -> dict[str, Any]:
        datos: dict[str, Any] = serializar(self)
        decision = datos.pop("decision", None)
        return datos if decision is None else {**datos, "decision": decision}
