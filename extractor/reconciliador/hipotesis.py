"""What single change could explain a finding: each one as the cells it rewrites, the first by hand and the rest
mechanically (later running totals, a total that copied the slip)."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.modelo.hallazgo import Hallazgo
from extractor.reconciliador.cambios import Cambio, Hipotesis
from extractor.reconciliador.contexto import Mesa
from extractor.reconciliador.hipotesis_de_partidas import de_acumulado, de_ganada
from extractor.reconciliador.hipotesis_de_totales import de_pesos, de_total_ganada, de_total_ponderacion, impreso
from extractor.reconciliador.partidas import Partida
from extractor.reconciliador.sumas import Bloque


def hipotesis_de(mesa: Mesa, hallazgo: Hallazgo) -> Iterator[Hipotesis]:
    """Every single change worth trying for a finding of ``mesa``."""
    bloque, partida = _sitio(mesa, hallazgo)
    codigo = hallazgo.codigo
    if codigo.startswith("TOTAL_") and any(b.cierra_con(hallazgo.origen) for b in mesa.parciales):
        return  # the total of a part: what else it may have been is not guessed
    if codigo == "GANADA_NO_CORRESPONDE" and bloque is not None and partida is not None:
        yield from de_ganada(mesa, bloque, partida)
    elif codigo == "ACUMULADO_NO_CUADRA" and bloque is not None and partida is not None:
        yield from de_acumulado(mesa, bloque, partida, hallazgo)
    elif codigo == "TOTAL_GANADA_NO_CUADRA" and bloque is not None:
        yield from de_total_ganada(mesa, bloque, hallazgo)
    elif codigo == "TOTAL_PONDERACION_NO_CUADRA" and bloque is not None:
        yield from de_total_ponderacion(mesa, bloque, hallazgo)
    elif codigo in ("PONDERACIONES_NO_SUMAN_100", "PROGRAMA_NO_CUADRA"):
        yield from de_pesos(mesa, bloque, hallazgo)
    elif codigo == "DESEMPENO_REGION_NO_CUADRA" and hallazgo.origen is not None:
        yield from impreso(Cambio("desempeno_region", (0, None), hallazgo.recalculado or "0"), hallazgo, ())


def _sitio(mesa: Mesa, hallazgo: Hallazgo) -> tuple[Bloque | None, Partida | None]:
    """The block and the item of a finding. A finding of the whole table has its only block."""
    for bloque in mesa.con_partidas:
        for partida in bloque.partidas:
            if partida.lugar == (hallazgo.fila, hallazgo.actividad):
                return bloque, partida
    for bloque in mesa.con_partidas:
        if hallazgo.fila in bloque.registro.filas:
            return bloque, None
    return (mesa.con_partidas[0], None) if len(mesa.con_partidas) == 1 else (None, None)
