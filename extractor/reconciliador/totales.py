"""Printed totals of what was earned, against the earned values they close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.comun.escala import a_escala, escala
from extractor.comun.numeros import canonico
from extractor.modelo.hallazgo import Hallazgo, Motivo
from extractor.modelo.valores import Cifra
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.creditos import seguramente_no_ganada
from extractor.reconciliador.fabrica import hallazgo, lugar_de, no_verificable, operandos, verificacion
from extractor.reconciliador.gravedad import Consecuencia, por_umbral
from extractor.reconciliador.intervalos import CERO, Ajuste, Intervalo, encaja, punto
from extractor.reconciliador.otro_todo import de_otro_todo, de_todos_los_programas
from extractor.reconciliador.partidas import segura
from extractor.reconciliador.redaccion import cita, frase_regimen, lista, suma_texto
from extractor.reconciliador.redondeo_de_pesos import margen_redondeo, partes_iguales
from extractor.reconciliador.regla import Regla, Respuesta
from extractor.reconciliador.sumas import Bloque, ultima_impresa
from extractor.reconciliador.totales_de_hermanas import sus_hermanas_lo_llevan

TOTAL, AUSENTE = "TOTAL_GANADA_NO_CUADRA", "TOTAL_AUSENTE"
RAICES = ("GANADA_NO_CORRESPONDE", "ACUMULADO_NO_CUADRA")


@dataclass(frozen=True, slots=True)
class Cotejo:
    """A printed total against what its operands give. ``causa``: the finding whose error explains the difference."""

    ajuste: Ajuste
    debido: Decimal
    causa: str | None
    leve: bool = False


def total_de_ganadas(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A printed total of earned values is their sum; of running totals, the last one."""
    for mesa in contexto.pesadas:
        for bloque in (*mesa.bloques, *mesa.parciales):
            total = bloque.registro.total_ganada
            if total is None or total.decimal is None:
                continue
            fila = bloque.fila_total(ganada=True)
            de = operandos(*(p.ganada for p in bloque.partidas), total)
            motivo = _impedimento(total, bloque)
            if motivo is not None or bloque.informada is None:
                yield no_verificable(TOTAL, mesa, motivo or "falta_ganada", "", fila=fila, informado=total, de=de)
                continue
            factor = escala(mesa.en_fracciones, total)
            leido = a_escala(total, factor)
            cotejo = cotejar(mesa, bloque, leido, leido.decimal or CERO, previos)
            formula = _formula(mesa, bloque)
            otra = de_todos_los_programas(contexto, mesa, leido, lambda m: m.informada) if cotejo.ajuste == "NO_CUADRA" else None
            if otra is not None:
                yield de_otro_todo(TOTAL, mesa, otra, formula, fila=fila, impreso=total, de=de)
                continue
            yield verificacion(
                TOTAL, mesa, cotejo.ajuste, formula, fila=fila, informado=total, recalculado=cotejo.debido * factor,
                intervalo=bloque.intervalo_informada, de=de, causa=cotejo.causa,
            )
            if cotejo.ajuste == "NO_CUADRA":
                yield _hallazgo(contexto, mesa, bloque, total, leido, cotejo, formula)


def _impedimento(total: Cifra, bloque: Bloque) -> Motivo | None:
    return bloque.motivo_informada if segura(total) else "lectura_dudosa"


def cotejar(mesa: Mesa, bloque: Bloque, total: Cifra, valor: Decimal, previos: tuple[Hallazgo, ...]) -> Cotejo:
    """The printed total against the block's sum as informed, and, where a root was found in it, as recomputed."""
    assert bloque.informada is not None
    raices = _raices(mesa, bloque, previos)
    exacto = punto(bloque.informada) if valor == bloque.informada else bloque.intervalo_informada or punto(bloque.informada)
    ajuste = encaja(valor, total.decimales, exacto)
    if mesa.tabla.modo_ganada == "acumulada" and ajuste != "NO_CUADRA" and raices and bloque.recalculada is not None:
        ultima = ultima_impresa(bloque.partidas)
        arrastra = encaja(valor, total.decimales, punto(bloque.recalculada)) == "NO_CUADRA"
        if arrastra and ultima is not None and ultima.origen != total.origen:
            return Cotejo("NO_CUADRA", bloque.recalculada, raices[-1].huella)
    if ajuste != "NO_CUADRA":
        return Cotejo(ajuste, bloque.informada, None)
    if _redondeo_de_partes(mesa, bloque, valor):
        return Cotejo("CUADRA_POR_REDONDEO", bloque.informada, None)
    bien_sumado = raices and valor in (bloque.recalculada, sin_los_deslices(bloque.informada, raices))
    causa = raices[0].huella if bien_sumado else None
    return Cotejo("NO_CUADRA", bloque.informada, causa, leve=_redondeo_heredado(mesa, bloque, valor))


def _raices(mesa: Mesa, bloque: Bloque, previos: tuple[Hallazgo, ...]) -> list[Hallazgo]:
    filas = set(bloque.registro.filas)
    return [h for h in previos if h.codigo in RAICES and h.tabla == mesa.tabla.id and h.fila in filas and h.causa is None]


def sin_los_deslices(informada: Decimal, raices: Sequence[Hallazgo]) -> Decimal:
    """The sum of the earned values with each one that was found wrong replaced by its due: what a total added from right
    values says, also where some other item cannot be told."""
    for raiz in raices:
        if raiz.codigo == "GANADA_NO_CORRESPONDE" and raiz.informado is not None and raiz.recalculado is not None:
            informada += Decimal(raiz.recalculado) - Decimal(raiz.informado)
    return informada


def _falta_por_redondeo(mesa: Mesa, bloque: Bloque) -> Decimal | None:
    """What the weights of the block miss of the whole, when it is no more than rounding; None when they miss nothing or
    too much."""
    impreso = bloque.registro.total_ponderacion
    esperado = mesa.total_esperado
    if esperado is None and impreso is not None:
        esperado = impreso.decimal
    if esperado is None or bloque.pesos is None or bloque.pesos == esperado:
        return None
    falta = esperado - bloque.pesos
    return falta if abs(falta) <= margen_redondeo(bloque.partidas) else None


def _redondeo_de_partes(mesa: Mesa, bloque: Bloque, valor: Decimal) -> bool:
    """Equal shares that were rounded (16.7 x 6): the total of those earned was taken before rounding."""
    if mesa.tabla.modo_ganada != "por_actividad" or not partes_iguales(bloque.partidas):
        return False
    falta = _falta_por_redondeo(mesa, bloque)
    if falta is None or bloque.informada is None:
        return False
    ganadas = tuple(p for p in bloque.partidas if p.valor_ganado is not None and p.valor_ganado == p.peso)
    diferencia = valor - bloque.informada
    return diferencia * falta > 0 and abs(diferencia) <= margen_redondeo(ganadas)


def _redondeo_heredado(mesa: Mesa, bloque: Bloque, valor: Decimal) -> bool:
    """The difference is the one the weights already have with their own total, smaller than rounding."""
    return bloque.informada is not None and _falta_por_redondeo(mesa, bloque) == valor - bloque.informada


def _formula(mesa: Mesa, bloque: Bloque) -> str:
    assert bloque.informada is not None
    if mesa.tabla.modo_ganada == "acumulada":
        return f"último acumulado: {canonico(bloque.informada)}"
    palabras = list(dict.fromkeys(cita(p.ganada) for p in bloque.partidas if p.palabra_ganada))
    nota = f" ({lista(palabras)} {'vale' if len(palabras) == 1 else 'valen'} 0)" if palabras else ""
    return suma_texto([p.valor_ganado for p in bloque.partidas if p.valor_ganado is not None], bloque.informada) + nota


def _hallazgo(
    contexto: Contexto, mesa: Mesa, bloque: Bloque, total: Cifra, leido: Cifra, cotejo: Cotejo, formula: str
) -> Hallazgo:
    """``leido`` is the printed total in the scale of the weights."""
    efecto = Consecuencia("aviso", "la diferencia es menor que el redondeo posible") if cotejo.leve else _consecuencia(
        mesa, bloque, leido, cotejo
    )
    debido = cotejo.debido * escala(mesa.en_fracciones, total)
    origen_error = " El total lleva consigo una inconsistencia ya informada." if cotejo.causa is not None else ""
    return hallazgo(
        contexto, TOTAL, efecto.gravedad,
        f"El total de ponderación ganada impreso es {cita(total)} y corresponde {canonico(debido)}.",
        f"{formula}; total impreso {cita(total)}; {frase_regimen(mesa.regimen)}.{origen_error}{efecto.cierre}",
        mesa=mesa, fila=bloque.fila_total(ganada=True), campo="ponderacion_ganada", informado=total,
        recalculado=debido, norma="total", origen=total.origen, causa=cotejo.causa,
    )


def _consecuencia(mesa: Mesa, bloque: Bloque, total: Cifra, cotejo: Cotejo) -> Consecuencia:
    valor = total.decimal
    assert valor is not None
    posible = _ganable(bloque)
    if posible is not None and valor > posible and mesa.tabla.modo_ganada != "acumulada" and cotejo.causa is None:
        return Consecuencia(
            "cambia_decision",
            f"el total cuenta como ganada una ponderación que ningún régimen admisible concede (a lo más {canonico(posible)})",
        )
    ancho = bloque.intervalo_informada
    if len(mesa.con_partidas) > 1 or bloque in mesa.parciales or mesa.total_correcto:
        return Consecuencia("aritmetica", "")
    debido: Intervalo = ancho if ancho is not None and cotejo.debido == bloque.informada else punto(cotejo.debido)
    return por_umbral(mesa, valor, debido)


def _ganable(bloque: Bloque) -> Decimal | None:
    """The weights of the items that are not surely unearned; None when one of those weights is missing."""
    total = CERO
    for partida in bloque.partidas:
        if not seguramente_no_ganada(partida):
            if partida.peso is None:
                return None
            total += partida.peso
    # Where some printed value exceeds its weight the excess is told at that value, not at the total.
    excesos = (max(p.valor_ganado - p.peso, CERO) for p in bloque.partidas if p.valor_ganado is not None and p.peso is not None)
    return total + sum(excesos, CERO)


def hay_total(contexto: Contexto, previos: tuple[Hallazgo, ...]) -> Iterator[Respuesta]:
    """A table that prints totals prints one for each block. Told once per table, with the blocks that have none."""
    for mesa in contexto.pesadas:
        if mesa.tabla.modo_ganada in ("acumulada", "sin_datos"):
            continue
        de_otras = sus_hermanas_lo_llevan(contexto, mesa)
        alguno = de_otras or any(bloque.registro.total_ganada is not None for bloque in mesa.bloques)
        faltan = [
            b for b in mesa.bloques
            if b.partidas and b.registro.total_ganada is None and (alguno or b.registro.total_ponderacion is not None)
            and contexto.dudas.de_celda(mesa.tabla.id, max(b.registro.filas), "total_ganada") is None
        ]
        if not faltan or not any(p.ganada for p in mesa.partidas):
            continue
        motivo = contexto.dudas.de_total(mesa.tabla)
        if motivo is not None:
            yield no_verificable(AUSENTE, mesa, motivo, "")
            continue
        origenes = [b.partidas[-1].origen for b in faltan]
        filas = [b.registro.filas[-1] for b in faltan]
        cuantos = "un bloque" if len(faltan) == 1 else f"{len(faltan)} bloques"
        yield hallazgo(
            contexto, AUSENTE, "aviso", f"No se escribió el total de ponderación ganada en {cuantos} de la tabla.",
            "Las otras tablas del mismo formulario sí llevan el suyo." if de_otras else
            "Otros bloques de la tabla, o las ponderaciones de este, sí llevan su total.", mesa=mesa, fila=filas[0],
            campo="ponderacion_ganada", norma="total", origen=origenes[0],
            lugares=[lugar_de(mesa, fila=f, origen=o) for f, o in zip(filas, origenes, strict=True)],
        )


REGLAS_TOTALES = (
    Regla(
        (TOTAL,), "El total de ponderación ganada es la suma de lo ganado", "aritmetica", ("ponderacion_ganada",), "total",
        "El total impreso decide si el programa es válido; lo pendiente vale 0 aunque el total lo cuente.",
        "Ganadas 10, 40, Pendiente y Pendiente, con total impreso 100: suman 50.", total_de_ganadas,
    ),
    Regla(
        (AUSENTE,), "Cada bloque lleva su total de ponderación ganada", "aviso", ("ponderacion_ganada",), "total",
        "Sin total escrito no hay nada que comparar con la suma: se echa de menos si lo llevan los otros bloques, o todas las "
        "otras tablas del mismo formulario.", "Una fila cierra con 100 en ponderaciones y sin total ganado.",
        hay_total,
    ),
)
