"""A performance printed below a table that is of another whole than 100: of the weight of its programme, or of all the programmes
that its region weighs together."""

from __future__ import annotations

from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.modelo.valores import Cifra
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.intervalos import encaja, punto


def otra_lectura(contexto: Contexto, mesa: Mesa, impreso: Cifra) -> tuple[bool, str] | None:
    """Whether the report says that the performance is of that other whole, and how it then agrees; None when with none."""
    compartido = mesa.compartido
    if compartido is not None:
        ganadas = [m.informada for m in contexto.pesadas if m.tabla.id in compartido.tablas]
        conocidas = [g for g in ganadas if g is not None]
        juntas = sum(conocidas, Decimal(0))
        if len(conocidas) == len(ganadas) and _es(impreso, juntas):
            return compartido.dicho is not None, f"lo ganado por todos los programas de la región = {canonico(juntas)}"
    if mesa.pesos is None or mesa.pesos in (0, mesa.exigido) or mesa.informada is None:
        return None
    parte = mesa.informada * 100 / mesa.pesos
    if not _es(impreso, parte):
        return None
    declarada = mesa.declarada is not None and mesa.declarada.decimal == mesa.pesos
    return declarada, f"{canonico(mesa.informada)} de {canonico(mesa.pesos)} = {canonico(round(parte, 2))} %"


def _es(impreso: Cifra, debido: Decimal) -> bool:
    return impreso.decimal is not None and encaja(impreso.decimal, impreso.decimales, punto(debido)) != "NO_CUADRA"
