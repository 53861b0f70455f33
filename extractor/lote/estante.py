"""The cache around a reading: what is kept is taken from there, what is read is put there. Used where documents are opened,
which is this process for files of this machine and a worker for those that come from elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from extractor.comun.ajustes import MB, limites
from extractor.lote.cache import Cache, con_externos
from extractor.lote.claves import Circunstancias
from extractor.lote.recorrido import Encargo
from extractor.lote.resultado import Resultado
from extractor.modelo.clave import ClaveLectura


@dataclass(frozen=True, slots=True)
class Estante:
    """``cache`` None: keys are made, nothing is kept. ``releer`` tells the documents whose kept result does not serve."""

    circunstancias: Circunstancias
    cache: Cache | None
    releer: Callable[[Encargo], bool] | None = None

    def clave(self, encargo: Encargo) -> ClaveLectura | None:
        """The key of a file of this machine; None when it cannot be read, or is larger than is read, which the reading
        tells."""
        sha256 = suma_de_archivo(encargo.ruta)
        if sha256 is None:
            return None
        return self.circunstancias.clave(sha256, encargo.ruta_relativa.rpartition("/")[2], encargo.declarado)

    def buscar(self, encargo: Encargo, clave: ClaveLectura | None) -> tuple[Resultado, ClaveLectura] | None:
        """What an earlier run read, with its whole key."""
        if self.cache is None or clave is None or (self.releer is not None and self.releer(encargo)):
            return None
        return self.cache.buscar(clave)

    def guardar(self, clave: ClaveLectura | None, resultado: Resultado, traza: str | None) -> ClaveLectura | None:
        """The whole key of what was just read, which is kept unless the failure is ours."""
        if clave is None or resultado.sha256 != clave.sha256:
            return None
        if self.cache is None or traza is not None:
            return con_externos(clave, resultado)
        return self.cache.guardar(clave, resultado)


def suma_de_archivo(ruta: Path) -> str | None:
    """The SHA-256 of a file's content, or None when it cannot be read or is larger than is read."""
    try:
        with ruta.open("rb") as archivo:
            if ruta.stat().st_size > limites().tamano_mb * MB:
                return None
            return hashlib.file_digest(archivo, "sha256").hexdigest()
    except OSError:
        return None
