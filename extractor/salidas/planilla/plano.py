"""The flat recalculation sheet: tables that have no sheet of their own, one row per item, with the same formulas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.salidas.planilla.hojas import Columna
from extractor.salidas.planilla.recalculo import HojaRecalculo
from extractor.salidas.planilla.renglones import Partida

HOJA_PLANA = "Recálculo plano"
COLUMNAS_PLANO = [
    Columna("ruta", "texto"), Columna("tabla", "texto"), Columna("region", "texto"), Columna("programa", "texto"),
    Columna("rotulo_partida", "texto"), Columna("texto", "texto"), Columna("credito", "texto"), Columna("ponderacion", "texto"),
    Columna("ponderacion_valor", "decimal"), Columna("estado", "texto"), Columna("cumplimiento", "decimal"),
    Columna("ganada", "texto"), Columna("ganada_valor", "decimal"), Columna("ganada_recalculada", "formula"),
    Columna("diferencia", "formula"), Columna("acumulada_recalculada", "decimal"), Columna("verificacion", "texto"),
]  # fmt: skip


def filas_planas(datos: HojaRecalculo, siguiente: int) -> Iterator[list[Any]]:
    """``siguiente``: row (from 0) where the first will stand."""
    from extractor.salidas.planilla.formulas import conclusion, redondo

    partidas = [r for r in datos.renglones if isinstance(r, Partida)]
    for n, p in enumerate(partidas, start=siguiente + 1):
        propia: Any = (None, p.propia)
        if not p.sin_formula:
            parcial = f'IF(G{n}="proporcional",I{n}*K{n}/100,0)'
            ganado = f"IF(K{n}>=100,I{n},IF(K{n}<=0,0,{parcial}))"
            propia = (f'=IF(OR(I{n}="",K{n}=""),"",ROUND({ganado},10))', redondo(p.propia))
        informada = None if datos.acumulada else p.informada
        resta = None if informada is None or p.propia is None else redondo(informada - p.propia)
        diferencia = None if datos.acumulada else (f'=IF(OR(M{n}="",N{n}=""),"",ROUND(M{n}-N{n},10))', resta)
        yield [
            datos.ruta, datos.tabla, datos.region, datos.programa or None, p.rotulo, p.texto,
            (datos.credito or "").replace("_", " "), p.peso_impreso, p.peso, p.estado, p.cumplimiento,
            p.ganada_impresa, p.informada, propia, diferencia, p.acumulada, conclusion(p),
        ]  # fmt: skip
