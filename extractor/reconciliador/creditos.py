"""What an item earns by itself under a regime, from its weight and its declared fulfilment."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.modelo.hallazgo import Motivo
from extractor.modelo.regimen import Regimen
from extractor.reconciliador.intervalos import CERO
from extractor.reconciliador.partidas import Partida, segura


@dataclass(frozen=True, slots=True)
class Credito:
    """The exact value earned, or None with the reason why it cannot be told. ``producto``: it is a share of the weight,
    so the printed figure may be rounded; else it is a copy and must be equal."""

    valor: Decimal | None
    motivo: Motivo | None
    formula: str
    producto: bool = False


def calcular_credito(partida: Partida, regimen: Regimen | None) -> Credito:
    """A declared verdict or percentage gives the credit; a narrated one gives none, because nobody declared it."""
    motivo = _impedimento(partida)
    if motivo is not None or partida.peso is None or partida.estado is None:
        return Credito(None, motivo or "falta_estado", "")
    return _credito(partida.peso, partida, regimen)


def _impedimento(partida: Partida) -> Motivo | None:
    estado = partida.estado
    if partida.peso is None:
        return "falta_ponderacion"
    if not segura(partida.ponderacion):
        return "lectura_dudosa"
    if not partida.pareja_segura("ponderacion", "estado"):
        return "emparejamiento_dudoso"
    if partida.estado_mal_leido:
        return "lectura_dudosa"
    if estado is None or estado.valor == "SIN_DATO":
        return "falta_estado"
    if estado.valor == "NO_APLICA" and estado.declarado:
        return "regimen_no_aplica"
    if not estado.declarado:
        return "estado_sin_veredicto"
    return "lectura_dudosa" if estado.certeza == "dudosa" else None


def _credito(peso: Decimal, partida: Partida, regimen: Regimen | None) -> Credito:
    estado, porcentaje = partida.estado, partida.porcentaje
    assert estado is not None
    proporcional = regimen is not None and regimen.credito == "proporcional"
    if porcentaje is None and estado.valor == "PARCIAL":
        if proporcional:
            return Credito(None, "parcial_sin_porcentaje", "")
        if regimen is None:
            return Credito(None, "regimen_no_aplica", "")
        return Credito(CERO, None, f"cumplimiento parcial de {canonico(peso)} = 0")
    if porcentaje is None:
        ganado = peso if estado.valor == "CUMPLE" else CERO
        return Credito(ganado, None, f"{'cumple' if estado.valor == 'CUMPLE' else 'no cumple'}: {canonico(ganado)}")
    if porcentaje >= 100 or porcentaje <= 0:
        ganado = peso if porcentaje >= 100 else CERO
        return Credito(ganado, None, _porcentaje(porcentaje, peso, ganado))
    if regimen is None:
        return Credito(None, "regimen_no_aplica", "")
    if not proporcional:
        return Credito(CERO, None, f"{_porcentaje(porcentaje, peso, CERO)} (lo parcial no se pondera)")
    valor = peso * porcentaje / 100
    return Credito(valor, None, _porcentaje(porcentaje, peso, valor), producto=True)


def _porcentaje(porcentaje: Decimal, peso: Decimal, valor: Decimal) -> str:
    return f"{canonico(porcentaje)} % de {canonico(peso)} = {canonico(valor)}"


def credito_maximo(partida: Partida, admisibles: tuple[Regimen, ...]) -> Decimal | None:
    """The most the item may have earned under any admissible regime; None when one of them cannot tell."""
    valores = [calcular_credito(partida, regimen).valor for regimen in admisibles]
    conocidos = [valor for valor in valores if valor is not None]
    return max(conocidos) if conocidos and len(conocidos) == len(valores) else None


def seguramente_no_ganada(partida: Partida) -> bool:
    """Whether no reading credits the item: it is declared unfulfilled, or the earned column says so itself and no
    verdict contradicts it."""
    estado = partida.estado
    if partida.estado_mal_leido:
        return False
    declarado = estado is not None and estado.declarado
    if declarado and estado is not None and estado.valor in ("NO_CUMPLE", "PENDIENTE"):
        return estado.certeza != "dudosa"
    cumple = declarado and estado is not None and estado.valor == "CUMPLE"
    return not cumple and (partida.palabra_ganada or partida.valor_ganado == 0)
