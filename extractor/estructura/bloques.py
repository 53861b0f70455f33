"""Blocks: the rows whose weights make one whole. A printed total closes one; so does a run of rows that all reach the
expected total by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.modelo.informe import BloqueFilas, Fila


def bloques_de(filas: Sequence[Fila], total_esperado: str) -> tuple[BloqueFilas, ...]:
    """The blocks of a table that weighs something; the sums are left to the reconciler."""
    grupos: list[list[Fila]] = [[]]
    for fila in filas:
        grupos[-1].append(fila)
        if fila.total_ponderacion or fila.total_ganada:
            grupos.append([])
    bloques: list[BloqueFilas] = []
    for grupo in grupos:
        for parte in _enteros(grupo, Decimal(total_esperado)):
            ultima = parte[-1]
            bloques.append(
                BloqueFilas(
                    filas=tuple(f.indice for f in parte),
                    suma_ponderacion=None,
                    total_ponderacion=ultima.total_ponderacion,
                    suma_ganada_informada=None,
                    suma_ganada_recalculada=None,
                    total_ganada=ultima.total_ganada,
                )
            )
    return tuple(bloques)


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


def pesos_de(fila: Fila) -> Decimal | None:
    """The sum of a row's weights; None when it has none or one of them is no figure."""
    cifras = [fila.ponderacion] if fila.ponderacion else [a.ponderacion for a in fila.actividades]
    valores = [c.decimal for c in cifras if c is not None]
    if not valores or len(valores) != len(cifras) or any(v is None for v in valores):
        return None
    return sum((v for v in valores if v is not None), Decimal(0))
