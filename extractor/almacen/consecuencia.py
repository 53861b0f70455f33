"""How much of a programme a finding puts at stake, in percentage points: what the review page's queue is ordered by."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from extractor.modelo.codigos import Codigo
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.tabla import Tabla

_EN_PUNTOS: frozenset[Codigo] = frozenset(
    {
        "PONDERACIONES_NO_SUMAN_100",
        "TOTAL_PONDERACION_NO_CUADRA",
        "PROGRAMA_NO_CUADRA",
        "GANADA_NO_CORRESPONDE",
        "ACUMULADO_NO_CUADRA",
        "TOTAL_GANADA_NO_CUADRA",
        "DESEMPENO_REGION_NO_CUADRA",
    }
)
"""Findings whose difference is of percentage points; others count goals, items or nothing."""
PUNTOS = 100
"""Percentage points of a whole."""


def en_juego(tablas: Mapping[str, Tabla], hallazgo: Hallazgo) -> Decimal:
    """What its figures differ by; where they do not say it, the weight of the activities, rows and tables it names. 0 for
    what weighs nothing. ``tablas``: those of its document, by id. Fractions of 1 count as the points they stand for."""
    if hallazgo.codigo in _EN_PUNTOS and hallazgo.diferencia is not None:
        distancia = _exacto(hallazgo.diferencia)
        if distancia is not None:
            tabla = tablas.get(hallazgo.tabla or "")
            return abs(distancia) * (PUNTOS if tabla is not None and _en_fracciones(tabla) and _es_fraccion(hallazgo) else 1)
    lugares = [(hallazgo.tabla, hallazgo.fila, hallazgo.actividad), *((x.tabla, x.fila, x.actividad) for x in hallazgo.lugares)]
    enteras = {tabla for tabla, fila, _ in lugares if fila is None}
    filas = {(tabla, fila) for tabla, fila, actividad in lugares if actividad is None}
    # what a wider place holds is counted with it, once
    propios = [
        (tabla, fila, actividad)
        for tabla, fila, actividad in dict.fromkeys(lugares)
        if tabla in tablas
        and (fila is None or tabla not in enteras)
        and (actividad is None or fila is None or (tabla, fila) not in filas)
    ]
    return sum((_peso(tablas[tabla or ""], fila, actividad) for tabla, fila, actividad in propios), Decimal(0))


def _peso(tabla: Tabla, fila: int | None, actividad: int | None) -> Decimal:
    """What is printed as the weight of that place and of all inside it."""
    pesos = []
    for una in tabla.filas:
        if fila in (None, una.indice):
            pesos += [una.ponderacion] if actividad is None else []
            pesos += [a.ponderacion for a in una.actividades if actividad in (None, a.indice)]
    total = sum((peso.decimal for peso in pesos if peso is not None and peso.decimal is not None), Decimal(0))
    return total * PUNTOS if _en_fracciones(tabla) else total


def _en_fracciones(tabla: Tabla) -> bool:
    """Whether a table weighs in fractions of 1 ("0,15"): several weights, all of them below 1 and without a per cent sign."""
    pesos = [c for f in tabla.filas for c in (f.ponderacion, *(a.ponderacion for a in f.actividades)) if c is not None]
    cifras = [c for c in pesos if c.decimal is not None]
    return len(cifras) > 1 and all(c.signo is None and c.decimal is not None and c.decimal < 1 for c in cifras)


def _es_fraccion(hallazgo: Hallazgo) -> bool:
    """Whether its figures are fractions too: such a table may print its totals in per cent."""
    escritas = [_exacto(valor) for valor in (hallazgo.informado, hallazgo.recalculado) if valor is not None]
    return all(cifra is not None and abs(cifra) < 2 for cifra in escritas)


def _exacto(valor: str) -> Decimal | None:
    try:
        return Decimal(valor)
    except InvalidOperation:
        return None
