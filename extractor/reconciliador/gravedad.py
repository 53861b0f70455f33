"""How grave a finding is, by what it changes: the threshold of a region's programme, or weight nobody earned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.modelo.hallazgo import GRAVEDADES, Gravedad, Hallazgo
from extractor.reconciliador.contexto import Mesa
from extractor.reconciliador.creditos import credito_maximo
from extractor.reconciliador.intervalos import Intervalo
from extractor.reconciliador.partidas import Partida
from extractor.reconciliador.redaccion import frase_umbral


@dataclass(frozen=True, slots=True)
class Consecuencia:
    """The severity and the sentence that says why ("" when there is nothing to say)."""

    gravedad: Gravedad
    frase: str

    @property
    def cierre(self) -> str:
        """The same as a last sentence, after a blank."""
        return f" {self.frase[:1].upper()}{self.frase[1:]}." if self.frase else ""


def limite(mesa: Mesa) -> Decimal | None:
    """The earned weight from which the region's programme is valid, or None when no threshold can apply: it belongs to a
    whole programme, never to one of several blocks, nor to one that may share its whole with another, nor where the weights are
    far from making any total."""
    regimen = mesa.regimen
    if regimen is None or regimen.umbral is None or not mesa.un_entero or mesa.compartido is not None:
        return None
    if mesa.todo is None or mesa.muy_lejos:
        return None
    return mesa.todo * Decimal(regimen.umbral) / 100


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


def de_un_valor(mesa: Mesa, partida: Partida, desde: Decimal, debido: Decimal | None) -> Consecuencia:
    """What it means that the earned value of an item is not ``debido``. ``desde``: what it must exceed to count anything as
    earned (nothing, or the running total before it). Other slips may cross the threshold: only one that pushes the result the
    way it went changes the decision."""
    valor = partida.valor_ganado
    if valor is not None and valor > desde and partida.peso and credito_maximo(partida, mesa.admisibles) == 0:
        return Consecuencia("cambia_decision", "se cuenta como ganada una ponderación que ningún régimen admisible concede")
    if mesa.informada is None or valor is None or debido is None or valor == debido or mesa.total_correcto:
        return Consecuencia("aritmetica", "")
    ganado = mesa.ganado
    efecto = por_umbral(mesa, mesa.informada, ganado)
    empuja = ganado is not None and (mesa.informada > ganado.minimo) == (valor > debido)
    return efecto if empuja or efecto.gravedad != "cambia_decision" else Consecuencia("aritmetica", "")


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
