"""Rows as CSV (RFC 4180: comma, double quotes, CR LF) and values as text, the same everywhere."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractor.marcos.columnas import Clase


def como_texto(valor: Any, clase: Clase) -> str:
    """A value as it stands in a cell; "" for an absent one. Figures keep their decimals and have no exponent."""
    if valor is None:
        return ""
    if clase == "logico":
        return "true" if valor else "false"
    if clase == "decimal":
        return format(Decimal(valor), "f")
    return str(valor)


class ArchivoCsv:
    """A growing file. ``proteger``: what is done to texts before they are written."""

    def __init__(
        self, archivo: Path, columnas: dict[str, Clase], *, marca: bool, proteger: Callable[[str], str] | None = None
    ) -> None:
        self._clases = tuple(columnas.values())
        self._proteger = proteger
        # A text of the database may hold half a character only if its reader let it pass: written as "?", never a failure.
        codificacion = "utf-8-sig" if marca else "utf-8"
        self._flujo = archivo.open("w", encoding=codificacion, errors="replace", newline="")
        self._escritor = csv.writer(self._flujo, lineterminator="\r\n")
        self._escritor.writerow(columnas)

    def agregar(self, filas: Iterable[tuple[Any, ...]]) -> None:
        self._escritor.writerows(self._celdas(fila) for fila in filas)

    def cerrar(self) -> None:
        self._flujo.close()

    def _celdas(self, fila: tuple[Any, ...]) -> list[str]:
        celdas = []
        for valor, clase in zip(fila, self._clases, strict=True):
            texto = como_texto(valor, clase)
            celdas.append(self._proteger(texto) if self._proteger and texto and clase == "texto" else texto)
        return celdas
