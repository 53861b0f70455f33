"""What became of each document, run after run: noted as unfinished before it is read, as done only when it is stored.

A small SQLite file of its own beside what the run writes. Whatever ends a run, the documents it had in hand stay noted as
unfinished, and those that failed stay with their reason until a later run reads them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from extractor.errores import ErrorUso
from extractor.lote.recorrido import Encargo

EstadoManifiesto = Literal["en_curso", "hecho", "fallido"]

_TABLA = """CREATE TABLE IF NOT EXISTS manifiesto (
    lugar TEXT PRIMARY KEY, ruta TEXT NOT NULL, sha256 TEXT, estado TEXT NOT NULL, codigo TEXT, motivo TEXT
) WITHOUT ROWID"""
_INDICE = "CREATE INDEX IF NOT EXISTS por_estado ON manifiesto (estado) WHERE estado <> 'hecho'"
_PONER = "INSERT OR REPLACE INTO manifiesto VALUES (?, ?, ?, ?, ?, ?)"
_SEGUNDOS = 30


@dataclass(frozen=True, slots=True)
class Anotado:
    """The last that is known of one document; ``codigo`` and ``motivo`` only of a failed one."""

    lugar: str
    ruta: str
    sha256: str | None
    estado: EstadoManifiesto
    codigo: str | None
    motivo: str | None


class Manifiesto:
    """A context manager. ``avisar`` takes a Spanish sentence if, once open, it can no longer be written: the run goes on.

    Raises ErrorUso when the file cannot be opened or is something else.
    """

    def __init__(self, archivo: Path, avisar: Callable[[str], None]) -> None:
        self.archivo = archivo
        self._avisar = avisar
        self._averiado = False
        try:
            archivo.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(archivo, timeout=_SEGUNDOS, isolation_level=None)
            # what a power cut may take back are the last notes, and a document noted as less than it is, is read again
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.execute(_TABLA)
            self._base.execute(_INDICE)
        except (OSError, sqlite3.Error) as error:
            raise ErrorUso(f"no se puede llevar el registro de la corrida en «{archivo}» ({error})") from error

    def __enter__(self) -> Manifiesto:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def empezar(self, encargo: Encargo) -> None:
        """Notes the document as unfinished."""
        self._poner(Anotado(encargo.lugar, encargo.ruta_relativa, None, "en_curso", None, None))

    def terminar(self, encargo: Encargo, sha256: str, fallo: tuple[str, str] | None = None) -> None:
        """Notes it as done, or as failed: ``fallo`` is the finding code and the reason."""
        codigo, motivo = fallo or (None, None)
        nuevo = Anotado(encargo.lugar, encargo.ruta_relativa, sha256, "fallido" if fallo else "hecho", codigo, motivo)
        if self.de(encargo.lugar) != nuevo:
            self._poner(nuevo)

    def de(self, lugar: str) -> Anotado | None:
        """What is noted of the document at ``lugar``; None for one never begun."""
        fila = self._base.execute("SELECT * FROM manifiesto WHERE lugar = ?", (lugar,)).fetchone()
        return None if fila is None else Anotado(*fila)

    def pendiente(self, encargo: Encargo) -> bool:
        """Whether the last that is known of it is that it failed or was not finished."""
        anotado = self.de(encargo.lugar)
        return anotado is not None and anotado.estado != "hecho"

    def pendientes(self) -> Iterator[Anotado]:
        """Failed and unfinished ones, by place."""
        for fila in self._base.execute("SELECT * FROM manifiesto WHERE estado <> 'hecho' ORDER BY lugar"):
            yield Anotado(*fila)

    def _poner(self, anotado: Anotado) -> None:
        if self._averiado:
            return
        campos = (anotado.lugar, anotado.ruta, anotado.sha256, anotado.estado, anotado.codigo, anotado.motivo)
        try:
            self._base.execute(_PONER, campos)
        except sqlite3.Error as error:
            self._averiado = True
            self._avisar(f"no se pudo seguir el registro de la corrida en «{self.archivo}» ({error}); la corrida sigue sin él")
