"""What writers of every format share: they take batches of rows and end with the counts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from extractor.salidas.exportacion.recursos import Recurso

Renglon = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Exportado:
    """Rows per resource, in order, and sentences a person must know of (what had to be split)."""

    filas: dict[str, int]
    avisos: list[str]


class Escritor(ABC):
    """A context manager: what it opened is closed on leaving. The files are whole only after ``terminar``.

    A row has one value per field: str (never ""), int, bool, Decimal or None.
    """

    def __init__(self, carpeta: Path, recursos: tuple[Recurso, ...]) -> None:
        self.carpeta = carpeta
        self.recursos = recursos
        self.cuentas = {recurso.nombre: 0 for recurso in recursos}
        self.avisos: list[str] = []
        self.pila = ExitStack()

    def __enter__(self) -> Escritor:
        try:
            self.abrir()
        except BaseException:
            self.pila.close()
            raise
        return self

    def __exit__(self, clase: type[BaseException] | None, error: BaseException | None, traza: TracebackType | None) -> None:
        self.pila.close()

    def escribir(self, recurso: Recurso, filas: Sequence[Renglon]) -> None:
        """Adds rows to a resource, in order."""
        self.agregar(recurso, filas)
        self.cuentas[recurso.nombre] += len(filas)

    def terminar(self) -> Exportado:
        """Completes and closes the files."""
        self.cerrar()
        self.pila.close()
        return Exportado(dict(self.cuentas), list(self.avisos))

    @abstractmethod
    def abrir(self) -> None:
        """Opens the files and writes what stands above the rows; what must be closed goes into ``pila``."""

    @abstractmethod
    def agregar(self, recurso: Recurso, filas: Sequence[Renglon]) -> None:
        """Writes the rows."""

    @abstractmethod
    def cerrar(self) -> None:
        """Writes what comes after the last row."""
