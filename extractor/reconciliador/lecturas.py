"""What the weights of a table are parts of: of 100, or fractions of 1 (0,25 of a programme). Stated, never assumed.

Weights all below 1 whose sum is exactly 1 in every block can only be fractions of one whole, and so can equal shares of 1 as
printed (0,167 six times), which miss it by no more than their rounding. Any other small sum has several readings, and a rule
that depends on which one holds says NO_VERIFICABLE with all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.comun.escala import CIEN, UNO
from extractor.comun.numeros import canonico
from extractor.modelo.valores import Cifra
from extractor.reconciliador.partidas import Partida
from extractor.reconciliador.redondeo_de_pesos import margen_redondeo, partes_iguales
from extractor.reconciliador.sumas import Bloque


def en_fracciones(bloques: Sequence[Bloque]) -> bool:
    """Whether the weights of each block are fractions of 1: two or more, all below 1, that sum exactly 1 or are its equal
    shares."""
    return bool(bloques) and all(fraccionarios(b.partidas) and (b.pesos == UNO or _partes_de_uno(b)) for b in bloques)


def de_uno_impreso(bloques: Sequence[Bloque]) -> bool:
    """Whether the weights of each block, all below 1, close with a printed total of 1, whatever they sum: it says what they are
    parts of."""
    totales = [b.registro.total_ponderacion for b in bloques]
    de_uno = all(t is not None and t.decimal == UNO and t.signo is None for t in totales)
    return bool(bloques) and de_uno and all(fraccionarios(b.partidas) for b in bloques)


def _partes_de_uno(bloque: Bloque) -> bool:
    """Whether the weights are equal shares of 1, none of them in per cent, but for the rounding of each one."""
    if bloque.pesos is None or not partes_iguales(bloque.partidas):
        return False
    cifras = [p.ponderacion for p in bloque.partidas if p.ponderacion is not None]
    return all(c.signo is None for c in cifras) and abs(bloque.pesos - UNO) <= margen_redondeo(bloque.partidas)


def fraccionarios(partidas: Sequence[Partida]) -> bool:
    """Whether there are several weights and each one is between 0 and 1."""
    pesos = [p.peso for p in partidas]
    return len(pesos) > 1 and all(peso is not None and 0 <= peso < 1 for peso in pesos)


def puede_ser_fraccion(fracciones: bool, impresa: Cifra, calculado: Decimal) -> bool:
    """Whether a printed total may be a fraction of the whole (0,95) while its table is in points: it has no sign, and is no more
    than 1 where more was computed."""
    valor = impresa.decimal
    return not fracciones and impresa.signo is None and valor is not None and 0 < valor <= UNO < calculado


def de_un_programa(suma: Decimal, declarada: Decimal, partidas: Sequence[Partida]) -> str | None:
    """How weights that do not sum the declared weight of their programme are still all of it: as fractions of 1, or as
    per cents of it; None when they are not."""
    if suma == UNO != declarada and fraccionarios(partidas):
        return f"fracciones de 1 del programa, que pesa {canonico(declarada)}"
    if suma == CIEN != declarada and len(partidas) > 1:
        return f"porcentajes del programa, que pesa {canonico(declarada)}"
    return None


def lecturas_posibles(partidas: Sequence[Partida], suma: Decimal, esperado: Decimal) -> str:
    """The readings of a sum far below the expected total, as a sentence."""
    lecturas = ["son la parte de un total mayor que el documento no declara", f"no se completó el {canonico(esperado)} exigido"]
    if fraccionarios(partidas) and Decimal("0.5") < suma < Decimal("1.5"):
        lecturas.insert(0, f"son fracciones de 1 y suman {canonico(suma)}")
        return f"Admite tres lecturas: {lecturas[0]}, {lecturas[1]}, o {lecturas[2]}"
    return f"Admite dos lecturas: {lecturas[0]}, o {lecturas[1]}"
