"""A database as one hash per table, to tell whether two runs left the same."""

from __future__ import annotations

import hashlib

from extractor.almacen import abrir
from extractor.almacen.esquema import DE_CORRIDA, metadatos


def contenido(url: str) -> dict[str, str]:
    """Rows and their hash, by table, without the facts about runs: the same data give the same texts."""
    sumas = {}
    with abrir(url, crear=False) as deposito:
        for tabla in sorted(set(metadatos.tables) - DE_CORRIDA):
            suma, cuantas = hashlib.sha256(), 0
            for fila in deposito.filas(tabla):
                suma.update(repr(sorted(fila.items())).encode())
                cuantas += 1
            sumas[tabla] = f"{cuantas} {suma.hexdigest()[:16]}"
    return sumas


def diferencias(una: dict[str, str], otra: dict[str, str]) -> list[str]:
    """Tables that differ, with what each holds."""
    return [f"{t}: {una.get(t)} / {otra.get(t)}" for t in sorted(una.keys() | otra.keys()) if una.get(t) != otra.get(t)]
