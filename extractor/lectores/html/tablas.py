"""The grid of a web table: where each cell stands when others span columns and rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from typing import Any

from extractor.errores import ErrorLectura
from extractor.lectores.arbol import Casilla, Nodo

MAXIMO_COLUMNAS = 1024
_MAXIMO_ANCHO = 1000
"""Browsers stop here too."""


def colocar(filas: Sequence[Any], leer: Callable[[Any], list[Nodo]], omite: Callable[[Any], bool]) -> list[list[Casilla]]:
    """The cells of each row (``tr`` elements) with their grid columns. A height past the last row ends there. A cell that
    ``omite`` takes no place, as in a browser.

    Raises ErrorLectura(LIMITE_EXCEDIDO) beyond MAXIMO_COLUMNAS columns.
    """
    ocupadas: dict[int, int] = {}
    hechas: list[list[Casilla]] = []
    for numero, fila in enumerate(filas):
        casillas: list[Casilla] = []
        columna = 0
        propias: dict[int, int] = {}
        for celda in fila:
            if celda.tag not in ("td", "th") or omite(celda):
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


def a_la_vista(filas: Sequence[Sequence[Casilla]], ocultas: Set[int], columnas: Set[int]) -> list[list[Casilla]]:
    """The table without its hidden rows and grid columns. A hidden row stays as one of no cells, so that the others keep their
    numbers; a merged cell shows in what is left of it."""
    hechas: list[list[Casilla]] = [[] for _ in filas]
    for numero, fila in enumerate(filas):
        for casilla in fila:
            altos = [n for n in range(numero, numero + casilla.alto) if n not in ocultas]
            anchos = [c for c in range(casilla.columna, casilla.columna + casilla.ancho) if c not in columnas]
            if altos and anchos:
                hechas[altos[0]].append(Casilla(anchos[0], len(anchos), len(altos), casilla.contenido))
    return [sorted(fila, key=lambda c: c.columna) for fila in hechas]


def columnas_ocultas(tabla: Any, oculta: Callable[[Any], bool]) -> frozenset[int]:
    """The grid columns that the table's own list of columns hides, as Excel writes them."""
    halladas: set[int] = set()
    columna = 0
    for grupo in tabla:
        if grupo.tag not in ("col", "colgroup"):
            continue
        for definida in [c for c in grupo if c.tag == "col"] or [grupo]:
            hasta = min(columna + max(1, _extension(definida.get("span"))), MAXIMO_COLUMNAS)
            if oculta(definida) or oculta(grupo):
                halladas.update(range(columna, hasta))
            columna = hasta
    return frozenset(halladas)


def _extension(texto: str | None) -> int:
    hallado = re.match(r"\s*(\d{1,9})", texto or "1")
    return int(hallado.group(1)) if hallado else 1
