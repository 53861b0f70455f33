"""Sums of a block and running totals: computed once, before any rule judges them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import Motivo
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import BloqueFilas, ModoGanada
from extractor.modelo.valores import Cifra
from extractor.reconciliador.creditos import Credito
from extractor.reconciliador.intervalos import CERO, Intervalo, punto, redondeado
from extractor.reconciliador.partidas import Partida, segura


@dataclass(frozen=True)
class Bloque:
    """The rows whose weights make one whole, with their sums. A sum that cannot be told is None and has its reason."""

    posicion: int
    registro: BloqueFilas
    partidas: tuple[Partida, ...]
    creditos: tuple[Credito, ...]
    pesos: Decimal | None
    motivo_pesos: Motivo | None
    informada: Decimal | None
    motivo_informada: Motivo | None
    intervalo_informada: Intervalo | None
    recalculada: Decimal | None
    motivo_recalculada: Motivo | None

    @property
    def fila(self) -> int | None:
        """The row the block stands for: its only one, else its first."""
        return self.registro.filas[0] if self.registro.filas else None

    def cierra_con(self, origen: Origen | None) -> bool:
        """Whether the total printed at that place closes it."""
        totales = (self.registro.total_ponderacion, self.registro.total_ganada)
        return origen is not None and any(c is not None and c.origen == origen for c in totales)

    def fila_total(self, ganada: bool) -> int | None:
        """The row that a printed total closes."""
        for partida in reversed(self.partidas):
            if (partida.fila.total_ganada if ganada else partida.fila.total_ponderacion) is not None:
                return partida.fila.indice
        return self.registro.filas[-1] if self.registro.filas else None


def armar_bloque(
    posicion: int, registro: BloqueFilas, partidas: tuple[Partida, ...], creditos: tuple[Credito, ...],
    modo: ModoGanada | None, regimen: Regimen | None,
) -> Bloque:
    """The block with its three sums."""
    pesos, motivo_pesos = sumar_pesos(partidas)
    informada, motivo_informada = _informada(partidas, creditos, modo)
    intervalo = None if informada is None else _intervalo(informada, partidas, creditos, modo, regimen)
    recalculada, motivo_recalculada = _recalculada(creditos)
    return Bloque(
        posicion, registro, partidas, creditos, pesos, motivo_pesos, informada, motivo_informada, intervalo,
        recalculada, motivo_recalculada,
    )


def sin_sumas(bloque: Bloque) -> Bloque:
    """The same block of a table that may go on elsewhere: its rows are not all, so nothing can be summed."""
    return replace(
        bloque, pesos=None, motivo_pesos="tabla_partida", informada=None, motivo_informada="tabla_partida",
        intervalo_informada=None, recalculada=None, motivo_recalculada="tabla_partida",
    )


def sin_las_que_no_aplican(bloque: Bloque) -> Bloque | None:
    """The same block without the items that surely do not apply by the report, whose weights its total may leave out; None
    where there are none, or nothing else."""
    propias = tuple(p for p in bloque.partidas if not _no_aplica(p))
    if not propias or len(propias) == len(bloque.partidas):
        return None
    pesos, motivo = sumar_pesos(propias)
    return replace(bloque, partidas=propias, pesos=pesos, motivo_pesos=motivo)


def _no_aplica(partida: Partida) -> bool:
    estado = partida.estado
    dicho = estado is not None and estado.valor == "NO_APLICA" and estado.declarado and estado.certeza in ("exacta", "alias")
    return dicho and not partida.valor_ganado and partida.pareja_segura("estado", "ponderacion")


def sumar_pesos(partidas: tuple[Partida, ...]) -> tuple[Decimal | None, Motivo | None]:
    """The sum of the weights; None when one is missing, is no number or was read with doubt."""
    total = CERO
    for partida in partidas:
        if partida.peso is None:
            return None, "falta_ponderacion"
        if not segura(partida.ponderacion):
            return None, "lectura_dudosa"
        total += partida.peso
    return (total, None) if partidas else (None, "falta_ponderacion")


def _informada(
    partidas: tuple[Partida, ...], creditos: tuple[Credito, ...], modo: ModoGanada | None
) -> tuple[Decimal | None, Motivo | None]:
    if modo == "sin_datos":
        return (CERO, None) if partidas and all(_no_gano(p) for p in partidas) else (None, "sin_resultados")
    if modo is None:
        return None, "modo_indeciso"
    if modo == "acumulada":
        ultima = ultima_impresa(partidas)
        if ultima is None:
            return None, "falta_ganada"
        return (ultima.decimal, None) if segura(ultima) else (None, "lectura_dudosa")
    total = CERO
    for partida, credito in zip(partidas, creditos, strict=True):
        if partida.ganada is None:
            # Blank: every possible value agrees only where nothing can have been earned.
            if credito.valor != 0 and partida.peso != 0:
                return None, "falta_ganada"
        elif not segura(partida.ganada):
            return None, "lectura_dudosa"
        else:
            total += partida.valor_ganado or CERO
    return (total, None) if partidas else (None, "falta_ganada")


def _no_gano(partida: Partida) -> bool:
    """Whether a word in the earned column says that nothing was earned: it counts 0."""
    from extractor.vocabularios.estados import palabra_sin_valor

    ganada = partida.ganada
    return ganada is not None and ganada.valor is None and palabra_sin_valor(ganada.texto) in ("PENDIENTE", "NO_CUMPLE")


def ultima_impresa(partidas: tuple[Partida, ...]) -> Cifra | None:
    """The last figure printed in the earned column."""
    return next((p.ganada for p in reversed(partidas) if p.valor_ganado is not None), None)


def _recalculada(creditos: tuple[Credito, ...]) -> tuple[Decimal | None, Motivo | None]:
    total = CERO
    for credito in creditos:
        if credito.valor is None:
            return None, credito.motivo
        total += credito.valor
    return (total, None) if creditos else (None, "falta_ponderacion")


def _intervalo(
    suma: Decimal, partidas: tuple[Partida, ...], creditos: tuple[Credito, ...], modo: ModoGanada | None,
    regimen: Regimen | None,
) -> Intervalo:
    """What the sum of the printed values may stand for: a copy is exact, a product carries its printed decimals."""
    total = punto(suma)
    if modo == "acumulada":
        return total
    for partida, credito in zip(partidas, creditos, strict=True):
        parcial = credito.producto or (
            credito.motivo == "parcial_sin_porcentaje" and regimen is not None and regimen.credito == "proporcional"
        )
        if parcial and partida.ganada is not None and partida.valor_ganado is not None:
            margen = redondeado(CERO, partida.ganada.decimales)
            exacta = credito.valor is not None and credito.valor == partida.valor_ganado
            total = total if exacta else total.mas(margen)
    return total


def acumuladas(creditos: tuple[Credito, ...]) -> tuple[Decimal | None, ...]:
    """The true running total after each item; None from the first one that cannot be told."""
    valores: list[Decimal | None] = []
    total: Decimal | None = CERO
    for credito in creditos:
        total = None if total is None or credito.valor is None else total + credito.valor
        valores.append(total)
    return tuple(valores)


def _es_copia(partida: Partida) -> bool:
    """Whether the earned value, surely read, is at least a copy of the weight, or says that nothing was earned."""
    return segura(partida.ganada) and (partida.palabra_ganada or partida.valor_ganado in (partida.peso, CERO))


def lo_ganado(bloques: tuple[Bloque, ...], modo: ModoGanada | None) -> Intervalo | None:
    """What the items of ``bloques`` earned: recomputed where it can be; else as informed, where that is at least a copy
    of the weight; else anything from 0 to the weight. None when a weight is missing or doubtful, or nothing is weighed."""
    total = punto(CERO)
    pares = [par for bloque in bloques for par in zip(bloque.partidas, bloque.creditos, strict=True)]
    for partida, credito in pares:
        if credito.valor is not None:
            total = total.mas(punto(credito.valor))
        elif partida.peso is None or not segura(partida.ponderacion):
            return None
        elif modo == "por_actividad" and _es_copia(partida):
            total = total.mas(punto(partida.valor_ganado or CERO))
        else:
            total = total.mas(Intervalo(CERO, partida.peso))
    return total if pares else None
