"""What every record of the contract shares: frozen, closed to unknown names, and a place in the source."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer


class Registro(BaseModel):
    """A frozen record: stages return new ones, nobody edits what it was given."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Origen(Registro):
    """Where a text stands in its source document (CONTRACT.md section 2).

    Lines and pages count from 1; table, row, column and paragraph from 0. ``inicio`` and ``fin`` are
    character offsets within the first line (text files) or the paragraph (Word files). ``texto`` is the raw
    source text of that place; what was put together from several places keeps them in ``partes``.
    """

    pagina: int | None = None
    caja: tuple[float, float, float, float] | None = None
    linea_inicio: int | None = None
    linea_fin: int | None = None
    tabla: int | None = None
    fila: int | None = None
    columna: int | None = None
    parrafo: int | None = None
    inicio: int | None = None
    fin: int | None = None
    texto: str
    partes: tuple[Origen, ...] | None = None

    @model_serializer(mode="wrap")
    def _sin_partes_vacias(self, serializar: SerializerFunctionWrapHandler) -> dict[str, Any]:
        datos: dict[str, Any] = serializar(self)
        if self.partes is None:
            datos.pop("partes", None)
        return datos

    @property
    def lugares(self) -> tuple[Origen, ...]:
        """The contiguous places this stands for: its parts, or itself."""
        return self.partes or (self,)


def unir_origenes(origenes: list[Origen] | tuple[Origen, ...]) -> Origen:
    """One Origen for a text put together from ``origenes``, in order.

    Raises ValueError when the list is empty: a value without a place cannot be built.
    """
    planos = [lugar for origen in origenes for lugar in origen.lugares]
    if not planos:
        raise ValueError("un valor sin lugar en el documento no puede construirse")
    primero = planos[0]
    if len(planos) == 1:
        return primero
    return Origen(
        pagina=primero.pagina,
        linea_inicio=primero.linea_inicio,
        linea_fin=planos[-1].linea_fin,
        tabla=primero.tabla,
        fila=primero.fila,
        columna=primero.columna,
        parrafo=primero.parrafo,
        inicio=primero.inicio,
        texto=" ".join(lugar.texto for lugar in planos),
        partes=tuple(planos),
    )
