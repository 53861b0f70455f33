"""What single change could explain a finding: each one as the cells it rewrites, the first by hand and the rest
mechanically (later running totals, a total that copied the slip)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import Hallazgo
from extractor.reconciliador.cambios import Cambio
from extractor.reconciliador.contexto import Mesa
from extractor.reconciliador.deslices import SENCILLOS, clasificar, de_suma
from extractor.reconciliador.intervalos import CERO
from extractor.reconciliador.lecturas import escala
from extractor.reconciliador.partidas import Partida
from extractor.reconciliador.sumas import Bloque


@dataclass(frozen=True, slots=True)
class Hipotesis:
    """A change, what follows from it, the kind of slip it would be, and what is written there now."""

    cambio: Cambio
    siguen: tuple[Cambio, ...]
    clase: str
    de: str
    origen: Origen
    arrastra: bool = False


def hipotesis_de(mesa: Mesa, hallazgo: Hallazgo) -> Iterator[Hipotesis]:
    """Every single change worth trying for a finding of ``mesa``."""
    bloque, partida = _sitio(mesa, hallazgo)
    codigo = hallazgo.codigo
    if codigo.startswith("TOTAL_") and any(b.cierra_con(hallazgo.origen) for b in mesa.parciales):
        return  # the total of a part: what else it may have been is not guessed
    if codigo == "GANADA_NO_CORRESPONDE" and bloque is not None and partida is not None:
        yield from _de_ganada(mesa, bloque, partida)
    elif codigo == "ACUMULADO_NO_CUADRA" and bloque is not None and partida is not None:
        yield from _de_acumulado(mesa, bloque, partida, hallazgo)
    elif codigo == "TOTAL_GANADA_NO_CUADRA" and bloque is not None:
        yield from _de_total_ganada(mesa, bloque, hallazgo)
    elif codigo == "TOTAL_PONDERACION_NO_CUADRA" and bloque is not None:
        yield from _de_total_ponderacion(mesa, bloque, hallazgo)
    elif codigo in ("PONDERACIONES_NO_SUMAN_100", "PROGRAMA_NO_CUADRA"):
        yield from _de_pesos(mesa, bloque, hallazgo)
    elif codigo == "DESEMPENO_REGION_NO_CUADRA" and hallazgo.origen is not None:
        yield from _impreso(Cambio("desempeno_region", (0, None), hallazgo.recalculado or "0"), hallazgo, ())


def _sitio(mesa: Mesa, hallazgo: Hallazgo) -> tuple[Bloque | None, Partida | None]:
    """The block and the item of a finding. A finding of the whole table has its only block."""
    for bloque in mesa.con_partidas:
        for partida in bloque.partidas:
            if partida.lugar == (hallazgo.fila, hallazgo.actividad):
                return bloque, partida
    for bloque in mesa.con_partidas:
        if hallazgo.fila in bloque.registro.filas:
            return bloque, None
    return (mesa.con_partidas[0], None) if len(mesa.con_partidas) == 1 else (None, None)


def _puesto(bloque: Bloque, partida: Partida) -> int:
    """Which item of the block it is."""
    return next(n for n, otra in enumerate(bloque.partidas) if otra is partida)


def _vecinos(bloque: Bloque, partida: Partida, campo: str) -> list[Decimal | None]:
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


def _de_ganada(mesa: Mesa, bloque: Bloque, partida: Partida) -> Iterator[Hipotesis]:
    ganada, peso = partida.valor_ganado, partida.peso
    credito = bloque.creditos[_puesto(bloque, partida)]
    if ganada is None or peso is None or partida.ganada is None:
        return
    debidos = [credito.valor] if credito.valor is not None else [peso, CERO]
    # What equals its own weight was copied from there, if from anywhere.
    vecinos = [] if ganada == peso else _vecinos(bloque, partida, "ponderacion_ganada")
    for debido in debidos:
        clase = "otro" if debido == 0 and ganada == peso else clasificar(ganada, debido, vecinos)
        cambio = Cambio("ponderacion_ganada", partida.lugar, canonico(debido))
        for siguen in ((), _totales_que_siguen(mesa, bloque, debido - ganada)):
            yield Hipotesis(cambio, siguen, clase, canonico(ganada), partida.ganada.origen)
    yield from _de_operandos(mesa, bloque, partida, ganada)


def _totales_que_siguen(mesa: Mesa, bloque: Bloque, diferencia: Decimal) -> tuple[Cambio, ...]:
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
        vecinos = [v for v in _vecinos(bloque, partida, "ponderacion") if v is not None]
        otros = dict.fromkeys((propio * 100 / cuota, peso + _falta_de_pesos(mesa, bloque), *vecinos))
        for otro in (o for o in otros if _limpio(o) and o != peso and o > 0):
            clase = clasificar(peso, otro, _vecinos(bloque, partida, "ponderacion"))
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


def _de_acumulado(mesa: Mesa, bloque: Bloque, partida: Partida, hallazgo: Hallazgo) -> Iterator[Hipotesis]:
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
        corridos += _totales_que_siguen(mesa, bloque, debido - valor)
    for siguen in dict.fromkeys((corridos, ())):
        yield Hipotesis(cambio, siguen, clase, canonico(valor), ganada.origen, arrastra=bool(siguen))
    yield from _de_operandos(mesa, bloque, partida, valor - base)


def _impreso(cambio: Cambio, hallazgo: Hallazgo, otros: tuple[Decimal, ...]) -> Iterator[Hipotesis]:
    """A printed total rewritten as what its operands give. ``otros``: other totals it may have been copied from."""
    if hallazgo.informado is None or hallazgo.origen is None:
        return
    escrito, debido = Decimal(hallazgo.informado), Decimal(cambio.a)
    clase = clasificar(escrito, debido)
    if clase not in SENCILLOS and escrito in otros:
        clase = "total_viejo"
    yield Hipotesis(cambio, (), clase, canonico(escrito), hallazgo.origen)


def _de_total_ganada(mesa: Mesa, bloque: Bloque, hallazgo: Hallazgo) -> Iterator[Hipotesis]:
    if hallazgo.informado is None or hallazgo.recalculado is None or hallazgo.origen is None:
        return
    factor = escala(mesa.en_fracciones, bloque.registro.total_ganada)
    total, suma = Decimal(hallazgo.informado), Decimal(hallazgo.recalculado)
    pendientes = [p.peso for p in bloque.partidas if p.palabra_ganada and p.peso is not None]
    valores = [p.valor_ganado for p in bloque.partidas if p.valor_ganado is not None]
    al_sumar = de_suma(total / factor, suma / factor, valores, pendientes) if mesa.tabla.modo_ganada == "por_actividad" else None
    cambio = Cambio("total_ganada", (bloque.posicion, None), canonico(suma))
    impresos = [b.registro.total_ganada for b in mesa.bloques if b is not bloque] + [bloque.registro.total_ponderacion]
    otros = tuple(c.decimal for c in impresos if c is not None and c.decimal is not None)
    if al_sumar == "pendiente" or (al_sumar is not None and total not in otros):
        yield Hipotesis(cambio, (), al_sumar, canonico(total), hallazgo.origen)
    else:
        yield from _impreso(cambio, hallazgo, otros)
    if mesa.tabla.modo_ganada != "por_actividad":
        return
    diferencia = (total - suma) / factor
    for partida in bloque.partidas:
        if partida.ganada is None or partida.peso is None:
            continue
        if partida.valor_ganado is not None:
            otro = partida.valor_ganado + diferencia
            clase = clasificar(partida.valor_ganado, otro, _vecinos(bloque, partida, "ponderacion_ganada"))
            if otro >= 0 and clase in SENCILLOS:
                yield Hipotesis(
                    Cambio("ponderacion_ganada", partida.lugar, canonico(otro)), (), clase, canonico(partida.valor_ganado),
                    partida.ganada.origen,
                )
        elif diferencia == partida.peso and partida.estado is not None and partida.estado.valor == "CUMPLE":
            yield Hipotesis(
                Cambio("ponderacion_ganada", partida.lugar, canonico(partida.peso)), (), "otro", partida.ganada.texto,
                partida.ganada.origen,
            )


def _de_total_ponderacion(mesa: Mesa, bloque: Bloque, hallazgo: Hallazgo) -> Iterator[Hipotesis]:
    if hallazgo.informado is None or hallazgo.recalculado is None or hallazgo.origen is None:
        return
    total, suma = Decimal(hallazgo.informado), Decimal(hallazgo.recalculado)
    pesos = [p.peso for p in bloque.partidas if p.peso is not None]
    cambio = Cambio("total_ponderacion", (bloque.posicion, None), canonico(suma))
    al_sumar = de_suma(total, suma, pesos, ())
    if al_sumar is not None:
        yield Hipotesis(cambio, (), al_sumar, canonico(total), hallazgo.origen)
    else:
        yield from _impreso(cambio, hallazgo, ())
    yield from _peso_corregido(mesa, bloque, total - suma)


def _de_pesos(mesa: Mesa, bloque: Bloque | None, hallazgo: Hallazgo) -> Iterator[Hipotesis]:
    if hallazgo.informado is None or hallazgo.recalculado is None or hallazgo.origen is None:
        return
    diferencia = Decimal(hallazgo.informado) - Decimal(hallazgo.recalculado)
    if hallazgo.codigo == "PROGRAMA_NO_CUADRA":
        yield from _impreso(Cambio("ponderacion_declarada", (0, None), hallazgo.recalculado), hallazgo, ())
    for uno in mesa.con_partidas if bloque is None else (bloque,):
        yield from _peso_corregido(mesa, uno, diferencia)


def _peso_corregido(mesa: Mesa, bloque: Bloque, diferencia: Decimal) -> Iterator[Hipotesis]:
    """Each weight that a known slip could have moved by the difference; its copy in the earned column follows it."""
    for partida in bloque.partidas:
        if partida.peso is None or partida.ponderacion is None or partida.peso + diferencia <= 0:
            continue
        otro = partida.peso + diferencia
        clase = clasificar(partida.peso, otro, _vecinos(bloque, partida, "ponderacion"))
        if clase not in SENCILLOS:
            continue
        cambio = Cambio("ponderacion", partida.lugar, canonico(otro))
        copia: tuple[Cambio, ...] = ()
        if partida.valor_ganado == partida.peso and mesa.tabla.modo_ganada == "por_actividad":
            copia = (Cambio("ponderacion_ganada", partida.lugar, canonico(otro)),)
        for siguen in dict.fromkeys(((), copia, (*copia, *_totales_que_siguen(mesa, bloque, diferencia)) if copia else ())):
            yield Hipotesis(cambio, siguen, clase, canonico(partida.peso), partida.ponderacion.origen)
