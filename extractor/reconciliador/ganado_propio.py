"""What each activity earned of its own, table by table, and how far its state may be believed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.modelo.valores import Estado
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.partidas import Partida, segura
from extractor.reconciliador.regimenes import propios_impresos


def con_resultados(contexto: Contexto) -> Iterator[tuple[Mesa, dict[tuple[int, int | None], Decimal]]]:
    """The weighed tables that report something, with what each item earned by itself as printed."""
    for mesa in contexto.pesadas:
        if mesa.tabla.modo_ganada in ("por_actividad", "acumulada") or any(p.palabra_ganada for p in mesa.partidas):
            yield mesa, propios_impresos(mesa.partidas, mesa.tabla.modo_ganada)


def escrito(estado: Estado | None) -> bool:
    return estado is not None and bool(estado.texto.strip())


def dudoso(partida: Partida) -> bool:
    return not partida.pareja_segura("estado", "ponderacion_ganada") or not segura(partida.ganada)
