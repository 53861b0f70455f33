"""The grid of a web table: where each cell stands when others span columns and rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from extractor.errores import ErrorLectura
from extractor.lectores.arbol import Casilla, Nodo

MAXIMO_COLUMNAS = 1024
_MAXIMO_ANCHO = 1000
"""Browsers stop here too."""


def colocar(filas: Sequence[Any], leer: Callable[[Any], list[Nodo]]) -> list[list[Casilla]]:
    """The cells of each row (``tr`` elements) with their grid columns. A height past the last row ends there.

    Raises ErrorLectura(LIMITE_EXCEDIDO) beyond MAXIMO_COLUMNAS columns.
    """
    ocupadas: dict[int, int] = {}
    hechas: list[list[Casilla]] = []
    for numero, fila in enumerate(filas):
        casillas: list[Casilla] = []
        columna = 0
        propias: dict[int, int] = {}
        for celda in fila:
            if celda.tag not in ("td", "th"):
                continue
            while columna in ocupadas:
                columna += 1
            ancho = min(max(1, _extension(celda.get("colspan"))), _MAXIMO_ANCHO)
            resto = len(filas) - numero
            alto = _extension(celda.get("rowspan"))
            # a height of 0 reaches the end of the table
            alto = resto if alto == 0 else min(alto, resto)
            if columna + ancho > MAXIMO_COLUMNAS:
                raise ErrorLectura("LIMITE_EXCEDIDO", f"una tabla tiene más de {MAXIMO_COLUMNAS} columnas; no parece un informe")
            casillas.append(Casilla(columna, ancho, alto, leer(celda)))
            if alto > 1:
                propias.update(dict.fromkeys(range(columna, columna + ancho), alto))
            columna += ancho
        ocupadas = {c: n - 1 for c, n in {**ocupadas, **propias}.items() if n > 1}
        hechas.append(casillas)
    return hechas


def _extension(texto: str | None) -> int:
    hallado = re.match(r"\s*(\d{1,9})", texto or "1")
    return int(hallado.group(1)) if hallado else 1
