"""How grave a finding is, by what it changes: the threshold of a region's programme, or weight nobody earned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.modelo.hallazgo import GRAVEDADES, Gravedad, Hallazgo
from extractor.reconciliador.contexto import Mesa
from extractor.reconciliador.intervalos import Intervalo
from extractor.reconciliador.redaccion import frase_umbral


@dataclass(frozen=True, slots=True)
class Consecuencia:
    """The severity and the sentence that says why ("" when there is nothing to say)."""

    gravedad: Gravedad
    frase: str


def limite(mesa: Mesa) -> Decimal | None:
    """The earned weight from which the region's programme is valid, or None when no threshold can apply: it belongs to a
    whole programme, never to one of several blocks, nor where the weights are far from making any total."""
    regimen = mesa.regimen
    if regimen is None or regimen.umbral is None or not mesa.un_entero:
        return None
    total = mesa.declarada.decimal if mesa.declarada is not None else mesa.total_esperado
    if total is None or (mesa.pesos is not None and mesa.pesos * 2 < total):
        return None
    return total * Decimal(regimen.umbral) / 100


def por_umbral(mesa: Mesa, informado: Decimal, recalculado: Intervalo | None) -> Consecuencia:
    """What it means that the programme earned ``recalculado`` instead of ``informado``."""
    corte = limite(mesa)
    if corte is None or mesa.regimen is None or recalculado is None:
        return Consecuencia("aritmetica", "")
    condicion = frase_umbral(mesa.regimen)
    valido = informado >= corte
    if recalculado.minimo < corte <= recalculado.maximo:
        extremos = f"entre {canonico(recalculado.minimo)} y {canonico(recalculado.maximo)}"
        return Consecuencia("aritmetica", f"{condicion}, la validez del programa podría cambiar (lo ganado está {extremos})")
    if (recalculado.minimo >= corte) == valido:
        return Consecuencia("aritmetica", "")
    antes, despues = ("alcanza", "no alcanza") if valido else ("no alcanza", "alcanza")
    obtenido = canonico(recalculado.minimo)
    if recalculado.minimo != recalculado.maximo:
        obtenido = f"entre {obtenido} y {canonico(recalculado.maximo)}"
    return Consecuencia(
        "cambia_decision",
        f"{condicion}, el programa {antes} el mínimo de {canonico(corte)} con lo informado ({canonico(informado)}) "
        f"y {despues} con lo recalculado ({obtenido})",
    )


def mas_grave(gravedades: Iterable[Gravedad]) -> Gravedad:
    """The gravest of them."""
    return min(gravedades, key=GRAVEDADES.index)


def heredar_gravedad(hallazgos: tuple[Hallazgo, ...]) -> tuple[Hallazgo, ...]:
    """Each root takes the gravest severity of what it causes."""
    efectos: dict[str, list[Gravedad]] = {}
    for hallazgo in hallazgos:
        if hallazgo.causa is not None:
            efectos.setdefault(hallazgo.causa, []).append(hallazgo.gravedad)
    return tuple(_con_gravedad(h, mas_grave([h.gravedad, *efectos.get(h.huella, [])])) for h in hallazgos)


def _con_gravedad(hallazgo: Hallazgo, gravedad: Gravedad) -> Hallazgo:
    if gravedad == hallazgo.gravedad:
        return hallazgo
    explicacion = f"{hallazgo.explicacion} Toma la gravedad de lo que causa en otras cifras impresas."
    return hallazgo.model_copy(update={"gravedad": gravedad, "explicacion": explicacion})
