"""What would happen under the other admissible regime, where the form does not say which one rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.regimen import Regimen
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.creditos import calcular_credito
from extractor.reconciliador.gravedad import limite

DE_LO_GANADO = frozenset({
    "GANADA_NO_CORRESPONDE", "ACUMULADO_NO_CUADRA", "TOTAL_GANADA_NO_CUADRA", "DESEMPENO_REGION_NO_CUADRA",
})
CREDITOS = {"todo_o_nada": "todo o nada", "proporcional": "en proporción a lo hecho"}


def con_otro_regimen(contexto: Contexto, hallazgos: Sequence[Hallazgo]) -> tuple[Hallazgo, ...]:
    """The findings about what a programme earned, with a sentence on the other regime where theirs is only supposed."""
    dichas: dict[str, tuple[str, ...]] = {}
    salida = []
    for hallazgo in hallazgos:
        mesa = contexto.mesa(hallazgo.tabla)
        if mesa is not None and hallazgo.codigo in DE_LO_GANADO:
            if mesa.tabla.id not in dichas:
                dichas[mesa.tabla.id] = tuple(_frases(mesa))
            explicacion = " ".join((hallazgo.explicacion, *dichas[mesa.tabla.id]))
            hallazgo = hallazgo.model_copy(update={"explicacion": explicacion})
        salida.append(hallazgo)
    return tuple(salida)


def _frases(mesa: Mesa) -> Iterator[str]:
    """One sentence per other admissible regime that credits otherwise and changes what the programme earned."""
    regimen = mesa.regimen
    if regimen is None or regimen.fuente != "supuesta" or mesa.recalculada is None or not mesa.un_entero:
        return
    vistos = {regimen.credito}
    for otro in mesa.admisibles:
        ganado = lo_ganado_bajo(mesa, otro)
        if otro.credito in vistos or ganado is None or ganado == mesa.recalculada:
            continue
        vistos.add(otro.credito)
        yield (
            f"El formulario no dice cómo se acredita lo parcial: si rigiera «{otro.nombre}» ({CREDITOS[otro.credito]}), "
            f"lo ganado sería {canonico(ganado)}{_umbral(mesa, otro, ganado)}."
        )


def lo_ganado_bajo(mesa: Mesa, regimen: Regimen) -> Decimal | None:
    """What the table would have earned under ``regimen``; None when some item cannot be told."""
    valores = [calcular_credito(partida, regimen).valor for partida in mesa.partidas]
    conocidos = [valor for valor in valores if valor is not None]
    return sum(conocidos, Decimal(0)) if conocidos and len(conocidos) == len(valores) else None


def _umbral(mesa: Mesa, otro: Regimen, ganado: Decimal) -> str:
    corte = limite(mesa)
    if corte is None or otro.umbral is None:
        return ""
    return f" y el programa {'alcanzaría' if ganado >= corte else 'no alcanzaría'} el mínimo de {canonico(corte)}"
