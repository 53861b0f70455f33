"""Where a run keeps what is not its output: read results, and the notes of what became of each document."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from extractor.comun import plataforma
from extractor.errores import ErrorUso

VARIABLE_CACHE = "EXTRACTOR_CACHE"
NOMBRE_MANIFIESTO = "manifiesto.db"


def carpeta_de_cache(indicada: Path | None, ninguna: bool) -> Path | None:
    """The folder of kept results, None for none (also when nobody named one and the user's cannot be written). Raises
    ErrorUso when both a folder and none are asked for."""
    if ninguna:
        if indicada is not None:
            raise ErrorUso("--cache y --sin-cache se contradicen: indique una de las dos")
        return None
    if indicada is not None:
        return indicada
    if os.environ.get(VARIABLE_CACHE):
        return Path(os.environ[VARIABLE_CACHE])
    try:
        propia = plataforma.carpeta_de_cache()
        propia.mkdir(parents=True, exist_ok=True)
    except (RuntimeError, OSError):
        return None
    return propia if os.access(propia, os.W_OK) else None


def manifiesto_de(url: str) -> Path | None:
    """The notes of the runs that load into the database at ``url``: beside the file of an SQLite one, else among this
    user's data. None for a database in memory, which lasts as long as the run."""
    if url.startswith("sqlite") and "://" in url:
        archivo = url.partition("://")[2].partition("?")[0].removeprefix("/")
        if archivo in ("", ":memory:") or archivo.startswith("file:"):
            return None
        ruta = Path(archivo)
        return ruta.with_name(f"{ruta.stem}.{NOMBRE_MANIFIESTO}")
    try:
        carpeta = plataforma.carpeta_de_datos() / "manifiestos"
    except RuntimeError:
        return None
    return carpeta / f"{hashlib.sha256(_sin_clave(url).encode()).hexdigest()[:16]}.{NOMBRE_MANIFIESTO}"


def _sin_clave(url: str) -> str:
    """The address without the user's password, so that changing it does not lose the notes."""
    antes, arroba, despues = url.rpartition("@")
    esquema, separador, quien = antes.partition("://")
    return f"{esquema}{separador}{quien.partition(':')[0]}{arroba}{despues}" if arroba else url
