"""The goals of a row, and the quantities of another text that count what a goal counts."""

from __future__ import annotations

from extractor.modelo.tabla import Fila
from extractor.modelo.valores import Estado
from extractor.reconciliador.cantidades import Cantidad, cantidades, metas_de
from extractor.reconciliador.contexto import Contexto, Mesa

CELDAS_DE_META = ("indicador", "meta", "meta_o_actividades", "resultado", "medio")
"""The columns whose figures the rules on goals compare."""
CONTEXTO_COMUN = 2
"""Meaningful words that a goal without a noun must share with a number for both to count the same."""


def programas(contexto: Contexto) -> list[Mesa]:
    return [mesa for mesa in contexto.mesas if mesa.tabla.tipo == "programa_trabajo"]


def con_metas(contexto: Contexto) -> list[Mesa]:
    """The tables whose rows set a result against a goal: programmes, and the evaluation of their objectives."""
    return [mesa for mesa in contexto.mesas if mesa.tabla.tipo in ("programa_trabajo", "evaluacion_objetivos")]


def dice(estado: Estado | None) -> bool:
    return estado is not None and estado.valor != "SIN_DATO"


def metas_de_fila(fila: Fila) -> tuple[Cantidad, ...]:
    """What the row commits itself to, as its indicator and its goal say."""
    return (*metas_de(fila.indicador or ""), *metas_de(fila.meta or ""))


def comparables(meta: Cantidad, texto: str) -> list[Cantidad]:
    """The numbers of ``texto`` that count what the goal counts."""
    todas = [*(m for m in metas_de(texto) if m.meta), *cantidades(texto)]
    if meta.porcentaje:
        return [c for c in todas if c.porcentaje and c.meta]
    mismas = [c for c in todas if not c.porcentaje and c.cosa is not None and c.cosa == meta.cosa]
    if mismas or not meta.prestada:
        return mismas
    sueltas = [c for c in cantidades(texto) if not c.porcentaje][:1]
    return [c for c in sueltas if len(c.contexto & meta.contexto) >= CONTEXTO_COMUN]
