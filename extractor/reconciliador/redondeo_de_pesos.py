"""A sum of weights against the total that it should make, and what rounding each weight may have moved it."""

from __future__ import annotations

from decimal import Decimal

from extractor.comun.numeros import media_unidad
from extractor.modelo.hallazgo import Gravedad, Resultado
from extractor.reconciliador.partidas import Partida


def margen_redondeo(partidas: tuple[Partida, ...]) -> Decimal:
    """The most that rounding each weight to its printed decimals can have moved their sum."""
    return sum((media_unidad(p.ponderacion.decimales) for p in partidas if p.ponderacion is not None), Decimal(0))


def partes_iguales(partidas: tuple[Partida, ...]) -> bool:
    """Whether the weights are equal shares of one whole."""
    return len(partidas) > 1 and len({partida.peso for partida in partidas}) == 1


def juzgar_suma(
    partidas: tuple[Partida, ...], suma: Decimal, total: Decimal, entero: Decimal | None
) -> tuple[Resultado, Gravedad]:
    """A sum of weights against a total: exact, except that shares of ``entero``, the whole, may miss it by rounding.
    A printed total that is not that whole was added from the printed weights, unless they are equal shares of it."""
    if suma == total:
        return "CUADRA", "aviso"
    iguales = partes_iguales(partidas)
    de_partes = entero is None or total == entero or (iguales and suma != entero)
    if not de_partes or abs(suma - total) > margen_redondeo(partidas):
        return "NO_CUADRA", "aritmetica"
    return ("CUADRA_POR_REDONDEO", "aviso") if iguales else ("NO_CUADRA", "aviso")
