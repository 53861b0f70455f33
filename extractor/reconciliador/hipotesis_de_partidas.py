"""What single change could explain a finding about one item: its earned value or running total, its weight, its state."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.modelo.hallazgo import Hallazgo
from extractor.reconciliador.cambios import Cambio, Hipotesis
from extractor.reconciliador.contexto import Mesa
from extractor.reconciliador.deslices import SENCILLOS, clasificar
from extractor.reconciliador.intervalos import CERO
from extractor.reconciliador.partidas import Partida
from extractor.reconciliador.sumas import Bloque


def _puesto(bloque: Bloque, partida: Partida) -> int:
    """Which item of the block it is."""
    return next(n for n, otra in enumerate(bloque.partidas) if otra is partida)


def vecinos_de(bloque: Bloque, partida: Partida, campo: str) -> list[Decimal | None]:
    """What the same column prints in the items before and after."""
    n = _puesto(bloque, partida)
    cerca = [bloque.partidas[i] for i in (n - 1, n + 1) if 0 <= i < len(bloque.partidas)]
    if campo == "ponderacion":
        return [p.peso for p in cerca]
    return [p.valor_ganado for p in cerca]


def _limpio(valor: Decimal, decimales: int = 2) -> bool:
    """Whether a person would have written the figure: no more than these decimals."""
    exponente = valor.normalize().as_tuple().exponent
    return isinstance(exponente, int) and exponente >= -decimales


def de_ganada(mesa: Mesa, bloque: Bloque, partida: Partida) -> Iterator[Hipotesis]:
    ganada, peso = partida.valor_ganado, partida.peso
    credito = bloque.creditos[_puesto(bloque, partida)]
    if ganada is None or peso is None or partida.ganada is None:
        return
    debidos = [credito.valor] if credito.valor is not None else [peso, CERO]
    # What equals its own weight was copied from there, if from anywhere.
    vecinos = [] if ganada == peso else vecinos_de(bloque, partida, "ponderacion_ganada")
    for debido in debidos:
        clase = "otro" if debido == 0 and ganada == peso else clasificar(ganada, debido, vecinos)
        cambio = Cambio("ponderacion_ganada", partida.lugar, canonico(debido))
        for siguen in ((), totales_que_siguen(mesa, bloque, debido - ganada)):
            yield Hipotesis(cambio, siguen, clase, canonico(ganada), partida.ganada.origen)
    yield from _de_operandos(mesa, bloque, partida, ganada)


def totales_que_siguen(mesa: Mesa, bloque: Bloque, diferencia: Decimal) -> tuple[Cambio, ...]:
    """The printed totals moved by the same amount: those that were added from what is printed."""
    siguen: list[Cambio] = []
    total = bloque.registro.total_ganada
    if total is not None and total.decimal is not None:
        siguen.append(Cambio("total_ganada", (bloque.posicion, None), canonico(total.decimal + diferencia)))
    region = mesa.tabla.desempeno.region if mesa.tabla.desempeno is not None else None
    if region is not None and region.decimal is not None:
        siguen.append(Cambio("desempeno_region", (0, None), canonico(region.decimal + diferencia)))
    return tuple(siguen)


def _de_operandos(mesa: Mesa, bloque: Bloque, partida: Partida, propio: Decimal) -> Iterator[Hipotesis]:
    """The weight, the percentage or the verdict that would give what was earned."""
    peso, porcentaje, estado = partida.peso, partida.porcentaje, partida.estado
    if peso is None or partida.ponderacion is None:
        return
    cuota = porcentaje if porcentaje is not None else Decimal(100)
    if cuota > 0 and propio > 0 and (estado is None or estado.valor not in ("NO_CUMPLE", "PENDIENTE")):
        vecinos = [v for v in vecinos_de(bloque, partida, "ponderacion") if v is not None]
        otros = dict.fromkeys((propio * 100 / cuota, peso + _falta_de_pesos(mesa, bloque), *vecinos))
        for otro in (o for o in otros if _limpio(o) and o != peso and o > 0):
            clase = clasificar(peso, otro, vecinos_de(bloque, partida, "ponderacion"))
            cambio = Cambio("ponderacion", partida.lugar, canonico(otro))
            yield Hipotesis(cambio, (), clase, canonico(peso), partida.ponderacion.origen)
    if estado is None or not estado.declarado:
        return
    origen = partida.origen_estado or partida.fila.origen
    if porcentaje is not None and peso > 0 and CERO <= propio <= peso:
        otro = propio * 100 / peso
        if _limpio(otro, 1) and otro != porcentaje:
            # Percentages repeat down a column: one equal to its neighbour proves no copying.
            clase = clasificar(porcentaje, otro)
            clase = "porcentaje" if clase not in SENCILLOS and otro % 5 == 0 else clase
            yield Hipotesis(Cambio("estado", partida.lugar, canonico(otro)), (), clase, canonico(porcentaje), origen)
    elif porcentaje is None and propio in (CERO, peso):
        otro_estado = "CUMPLE" if propio == peso else "NO_CUMPLE"
        if otro_estado != estado.valor:
            yield Hipotesis(Cambio("estado", partida.lugar, otro_estado), (), "estado", estado.texto, origen)


def _falta_de_pesos(mesa: Mesa, bloque: Bloque) -> Decimal:
    """What the block's weights miss of their whole. The weight that makes it up, and those beside it where all are equal
    shares, are tried beside the one that the earned value gives, which rounding may have moved."""
    impreso = bloque.registro.total_ponderacion
    declarada = mesa.declarada.decimal if mesa.declarada is not None else None
    total = declarada or (impreso.decimal if impreso is not None and not mesa.en_fracciones else None) or mesa.total_esperado
    return CERO if total is None or bloque.pesos is None else total - bloque.pesos


def de_acumulado(mesa: Mesa, bloque: Bloque, partida: Partida, hallazgo: Hallazgo) -> Iterator[Hipotesis]:
    valor, ganada = partida.valor_ganado, partida.ganada
    if valor is None or ganada is None or hallazgo.recalculado is None:
        return
    debido, n = Decimal(hallazgo.recalculado), _puesto(bloque, partida)
    previos = [p.valor_ganado for p in bloque.partidas[:n] if p.valor_ganado is not None]
    base = previos[-1] if previos else CERO
    clase = clasificar(valor, debido, [])
    if clase == "otro" and valor == base:
        clase = "omitida"
    cambio = Cambio("ponderacion_ganada", partida.lugar, canonico(debido))
    corridos = tuple(
        Cambio("ponderacion_ganada", p.lugar, canonico(p.valor_ganado + debido - valor))
        for p in bloque.partidas[n + 1:] if p.valor_ganado is not None
    )
    ultimo = next((p for p in reversed(bloque.partidas) if p.valor_ganado is not None), partida)
    total = bloque.registro.total_ganada
    if total is not None and total.decimal == ultimo.valor_ganado:
        corridos += totales_que_siguen(mesa, bloque, debido - valor)
    for siguen in dict.fromkeys((corridos, ())):
        yield Hipotesis(cambio, siguen, clase, canonico(valor), ganada.origen, arrastra=bool(siguen))
    yield from _de_operandos(mesa, bloque, partida, valor - base)
