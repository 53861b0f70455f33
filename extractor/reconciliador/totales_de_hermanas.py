"""Whether the other tables of a form print a total that one of them leaves out."""

from __future__ import annotations

from extractor.reconciliador.contexto import Contexto, Mesa

HERMANAS_MINIMO = 2
"""Tables of the same form that must all print their total before it is missed in another one."""


def sus_hermanas_lo_llevan(contexto: Contexto, mesa: Mesa) -> bool:
    """Whether every other table of the same columns, programme and stage prints a total of what was earned, and this one neither
    that nor its region's performance, which is the same figure. A table that may go on elsewhere misses nothing."""
    desempeno = mesa.tabla.desempeno
    entera = len(mesa.con_partidas) == 1 and mesa.compartido is None
    if mesa.partida or not entera or (desempeno is not None and desempeno.region is not None):
        return False
    hermanas = [m for m in contexto.pesadas if m is not mesa and _forma(m) == _forma(mesa)]
    return len(hermanas) >= HERMANAS_MINIMO and all(_lleva_total(m) for m in hermanas)


def _forma(mesa: Mesa) -> tuple[object, ...]:
    tabla = mesa.tabla
    return tabla.tipo, tabla.programa, tabla.etapa, tuple(c.rol for c in tabla.columnas)


def _lleva_total(mesa: Mesa) -> bool:
    return len(mesa.con_partidas) == 1 and mesa.con_partidas[0].registro.total_ganada is not None
