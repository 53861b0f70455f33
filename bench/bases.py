"""A database as one hash per table, and what it is handed on as one hash per file, to tell whether two runs left the same."""

from __future__ import annotations

import contextlib
import hashlib
import io
from pathlib import Path

from extractor.almacen import abrir
from extractor.almacen.esquema import DE_CORRIDA, metadatos
from extractor.cli import main

ENTREGAS = ("datapackage", "xlsx")
"""The package, and the one format that is a zip."""


def contenido(url: str) -> dict[str, str]:
    """Rows and their hash, by table, without the facts about runs: the same data give the same texts."""
    por_tabla = {}
    with abrir(url, crear=False) as deposito:
        for tabla in sorted(set(metadatos.tables) - DE_CORRIDA):
            suma, cuantas = hashlib.sha256(), 0
            for fila in deposito.filas(tabla):
                suma.update(repr(sorted(fila.items())).encode())
                cuantas += 1
            por_tabla[tabla] = f"{cuantas} {suma.hexdigest()[:16]}"
    return por_tabla


def entregado(url: str, carpeta: Path) -> dict[str, str]:
    """``sumas`` of what ``extractor exportar`` makes of the database, written below ``carpeta``. Nothing is left out of the
    comparison: what tells of runs (their times, failures since mended) is not handed on unless asked for.

    Raises SystemExit when the command fails.
    """
    for formato in ENTREGAS:
        destino, dicho = carpeta / formato, io.StringIO()
        with contextlib.redirect_stdout(dicho), contextlib.redirect_stderr(dicho):
            codigo = main(["exportar", "--db", url, "--formato", formato, "--salida", str(destino)])
        if codigo != 0:
            raise SystemExit(f"exportar --formato {formato} ended with {codigo}: {dicho.getvalue()[-500:]}")
    return sumas(carpeta)


def sumas(carpeta: Path) -> dict[str, str]:
    """Bytes and their hash, by file below ``carpeta``."""
    halladas = {}
    for archivo in sorted(ruta for ruta in carpeta.rglob("*") if ruta.is_file()):
        with archivo.open("rb") as flujo:
            suma = hashlib.file_digest(flujo, "sha256").hexdigest()[:16]
        halladas[archivo.relative_to(carpeta).as_posix()] = f"{archivo.stat().st_size} {suma}"
    return halladas


def diferencias(una: dict[str, str], otra: dict[str, str]) -> list[str]:
    """Tables or files that differ, with what each holds."""
    return [f"{t}: {una.get(t)} / {otra.get(t)}" for t in sorted(una.keys() | otra.keys()) if una.get(t) != otra.get(t)]
