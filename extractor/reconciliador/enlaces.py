"""Which finding each failed verification became: said by the rule that gave both, never guessed from their figures."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.modelo.hallazgo import Hallazgo, Verificacion
from extractor.reconciliador.regla import Respuesta

Sitio = tuple[str | None, int | None, int | None]


def enlaces(respuestas: Sequence[Respuesta]) -> dict[int, int]:
    """For the answers of one rule, in its order: position of a verification that is no agreement -> position of the finding
    that tells it, which is the next one of its code at its place."""
    hallados: dict[int, int] = {}
    pendientes: list[tuple[int, Verificacion]] = []
    for posicion, respuesta in enumerate(respuestas):
        if isinstance(respuesta, Verificacion):
            if respuesta.resultado in ("NO_CUADRA", "NO_VERIFICABLE"):
                pendientes.append((posicion, respuesta))
            continue
        sitios = _sitios(respuesta)
        propias = [p for p, v in pendientes if v.regla == respuesta.codigo and (v.tabla, v.fila, v.actividad) in sitios]
        hallados.update(dict.fromkeys(propias, posicion))
        pendientes = [(p, v) for p, v in pendientes if p not in hallados]
    return hallados


def _sitios(hallazgo: Hallazgo) -> frozenset[Sitio]:
    propio = (hallazgo.tabla, hallazgo.fila, hallazgo.actividad)
    return frozenset((propio, *((lugar.tabla, lugar.fila, lugar.actividad) for lugar in hallazgo.lugares)))
