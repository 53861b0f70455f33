"""What single change could explain a finding about a sum: the printed total, or one of the figures it closes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.comun.escala import escala
from extractor.comun.numeros import canonico
from extractor.modelo.hallazgo import Hallazgo
from extractor.reconciliador.cambios import Cambio, Hipotesis
from extractor.reconciliador.contexto import Mesa
from extractor.reconciliador.deslices import SENCILLOS, clasificar, de_suma
from extractor.reconciliador.hipotesis_de_partidas import totales_que_siguen, vecinos_de
from extractor.reconciliador.sumas import Bloque


def impreso(cambio: Cambio, hallazgo: Hallazgo, otros: tuple[Decimal, ...]) -> Iterator[Hipotesis]:
    """A printed total rewritten as what its operands give. ``otros``: other totals it may have been copied from."""
    if hallazgo.informado is None or hallazgo.origen is None:
        return
    escrito, debido = Decimal(hallazgo.informado), Decimal(cambio.a)
    clase = clasificar(escrito, debido)
    if clase not in SENCILLOS and escrito in otros:
        clase = "total_viejo"
    yield Hipotesis(cambio, (), clase, canonico(escrito), hallazgo.origen)


def de_total_ganada(mesa: Mesa, bloque: Bloque, hallazgo: Hallazgo) -> Iterator[Hipotesis]:
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
        yield from impreso(cambio, hallazgo, otros)
    if mesa.tabla.modo_ganada != "por_actividad":
        return
    diferencia = (total - suma) / factor
    for partida in bloque.partidas:
        if partida.ganada is None or partida.peso is None:
            continue
        if partida.valor_ganado is not None:
            otro = partida.valor_ganado + diferencia
            clase = clasificar(partida.valor_ganado, otro, vecinos_de(bloque, partida, "ponderacion_ganada"))
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


def de_total_ponderacion(mesa: Mesa, bloque: Bloque, hallazgo: Hallazgo) -> Iterator[Hipotesis]:
    if hallazgo.informado is None or hallazgo.recalculado is None or hallazgo.origen is None:
        return
    total, suma = Decimal(hallazgo.informado), Decimal(hallazgo.recalculado)
    pesos = [p.peso for p in bloque.partidas if p.peso is not None]
    cambio = Cambio("total_ponderacion", (bloque.posicion, None), canonico(suma))
    al_sumar = de_suma(total, suma, pesos, ())
    if al_sumar is not None:
        yield Hipotesis(cambio, (), al_sumar, canonico(total), hallazgo.origen)
    else:
        yield from impreso(cambio, hallazgo, ())
    yield from _peso_corregido(mesa, bloque, total - suma)


def de_pesos(mesa: Mesa, bloque: Bloque | None, hallazgo: Hallazgo) -> Iterator[Hipotesis]:
    if hallazgo.informado is None or hallazgo.recalculado is None or hallazgo.origen is None:
        return
    diferencia = Decimal(hallazgo.informado) - Decimal(hallazgo.recalculado)
    if hallazgo.codigo == "PROGRAMA_NO_CUADRA":
        yield from impreso(Cambio("ponderacion_declarada", (0, None), hallazgo.recalculado), hallazgo, ())
    for uno in mesa.con_partidas if bloque is None else (bloque,):
        yield from _peso_corregido(mesa, uno, diferencia)


def _peso_corregido(mesa: Mesa, bloque: Bloque, diferencia: Decimal) -> Iterator[Hipotesis]:
    """Each weight that a known slip could have moved by the difference; its copy in the earned column follows it."""
    for partida in bloque.partidas:
        if partida.peso is None or partida.ponderacion is None or partida.peso + diferencia <= 0:
            continue
        otro = partida.peso + diferencia
        clase = clasificar(partida.peso, otro, vecinos_de(bloque, partida, "ponderacion"))
        if clase not in SENCILLOS:
            continue
        cambio = Cambio("ponderacion", partida.lugar, canonico(otro))
        copia: tuple[Cambio, ...] = ()
        if partida.valor_ganado == partida.peso and mesa.tabla.modo_ganada == "por_actividad":
            copia = (Cambio("ponderacion_ganada", partida.lugar, canonico(otro)),)
        for siguen in dict.fromkeys(((), copia, (*copia, *totales_que_siguen(mesa, bloque, diferencia)) if copia else ())):
            yield Hipotesis(cambio, siguen, clase, canonico(partida.peso), partida.ponderacion.origen)
