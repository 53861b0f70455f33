"""Blocks: the rows whose weights make one whole. A printed total closes one, unless it is a part's; without one, an objective
that weighs a whole, to the nearest, is one; and so is a run of rows that all reach the expected total by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.estructura.bandas_de_programa import grupos_de_programa
from extractor.estructura.cierres import Cierre
from extractor.estructura.totales_por_objetivo import grupos_de_objetivo, pesos_de, son_partes
from extractor.modelo.tabla import BloqueFilas, Fila


def bloques_de(filas: Sequence[Fila], total_esperado: str, cierres: Sequence[Cierre] = ()) -> tuple[BloqueFilas, ...]:
    """The blocks of a table that weighs something; the sums are left to the reconciler. ``cierres``: the totals printed in
    rows of their own, told the parts' from the wholes'."""
    parciales = {c.fila for c in cierres if c.parcial}
    generales = {c.fila: c for c in cierres if c.general}
    grupos: list[list[Fila]] = [[]]
    for fila in filas:
        grupos[-1].append(fila)
        propio = (fila.total_ponderacion or fila.total_ganada) and fila.indice not in parciales
        if propio or fila.indice in generales:
            grupos.append([])
    bloques: list[BloqueFilas] = []
    for grupo in grupos:
        total = Decimal(total_esperado)
        partes = [grupo] if any(f.indice in parciales for f in grupo) else _por_partes(grupo, total)
        for parte in partes:
            ultima = parte[-1]
            general = generales.get(ultima.indice)
            pesos, logros = ultima.total_ponderacion, ultima.total_ganada
            if general is not None:
                pesos, logros = general.ponderacion, general.ganada
            elif ultima.indice in parciales:
                pesos = logros = None
            bloques.append(
                BloqueFilas(
                    filas=tuple(f.indice for f in parte),
                    suma_ponderacion=None,
                    total_ponderacion=pesos,
                    suma_ganada_informada=None,
                    suma_ganada_recalculada=None,
                    total_ganada=logros,
                )
            )
    return tuple(bloques)


def _por_partes(filas: Sequence[Fila], total: Decimal) -> list[list[Fila]]:
    """The rows by programme, or by objective, where each of these weighs a whole; else as many wholes as they reach exactly."""
    return _cada_una(grupos_de_programa(filas), total) or _cada_una(grupos_de_objetivo(filas), total) or _enteros(filas, total)


def _cada_una(grupos: list[list[Fila]], total: Decimal) -> list[list[Fila]]:
    """The parts where each of them weighs a whole; none where they do not."""
    return grupos if son_partes(grupos, total) else []


def _enteros(filas: Sequence[Fila], total: Decimal) -> list[list[Fila]]:
    """The rows as two or more wholes when every one of them reaches the total exactly; else as one block."""
    if not filas:
        return []
    partes: list[list[Fila]] = [[]]
    suma = Decimal(0)
    for fila in filas:
        pesos = pesos_de(fila)
        if pesos is None:
            return [list(filas)]
        partes[-1].append(fila)
        suma += pesos
        if suma == total:
            partes.append([])
            suma = Decimal(0)
    completas = [p for p in partes if p]
    return completas if len(completas) > 1 and not partes[-1] else [list(filas)]
