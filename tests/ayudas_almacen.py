"""What the tests of the database share: all of it as comparable values, and plain SQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text

from extractor.almacen import abrir
from extractor.almacen.deposito import Deposito
from extractor.almacen.esquema import DE_CORRIDA, metadatos

CATALOGOS = frozenset(
    {"archivo_patron", "region", "region_alias", "region_equivalencia", "servicio", "servicio_alias", "estado", "regimen", "regla"}
)


def volcado(url: str, *menos: str) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table with data, by key; without the facts about runs."""
    fuera = DE_CORRIDA | set(menos)
    with abrir(url, crear=False) as deposito:
        return {t: [dict(f) for f in deposito.filas(t)] for t in sorted(metadatos.tables) if t not in fuera}


def consulta(donde: str | Deposito, sql: str) -> list[tuple[Any, ...]]:
    """The rows that ``sql`` gives."""
    if isinstance(donde, str):
        with abrir(donde, crear=False) as deposito:
            return consulta(deposito, sql)
    with donde._motor.connect() as conexion:
        return [tuple(fila) for fila in conexion.execute(text(sql))]


def ordenar(donde: str, sql: str) -> None:
    """Runs one statement that changes something."""
    with abrir(donde, crear=False) as deposito, deposito._motor.begin() as conexion:
        conexion.execute(text(sql))
