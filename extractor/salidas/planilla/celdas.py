"""Cells that are safe to open: text is always a string, figures always numbers, and what a cell cannot hold is told."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import Any

MAXIMO_TEXTO = 32_767
"""UTF-16 units of a cell's text."""
MAXIMO_FILAS = 1_048_576
MAXIMO_ENLACES = 65_000
"""Links of one sheet: Excel admits 65,530 and drops the file's excess."""
CORTADO = " … (texto cortado; completo en informes.jsonl)"
_LARGO_DIRECCION = 2_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")

CIFRA = "#,##0.00##"
ENTERO = "#,##0"


def cerrar_libro(libro: Any) -> None:
    """Writes the workbook's file. Raises OSError, also where the library wraps it in an exception of its own."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        libro.close()
    except FileCreateError as error:
        causa = error.args[0] if error.args else None
        raise (causa if isinstance(causa, OSError) else OSError(str(error))) from error


class Formatos:
    """The formats of one workbook, each made once: XlsxWriter writes every one it is asked for."""

    def __init__(self, libro: Any) -> None:
        self._libro = libro
        self._hechos: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, **propiedades: Any) -> Any:
        completas = {"font_name": "Calibri", "font_size": 10, "valign": "top", **propiedades}
        clave = tuple(sorted(completas.items()))
        if clave not in self._hechos:
            self._hechos[clave] = self._libro.add_format(completas)
        return self._hechos[clave]

    @property
    def texto(self) -> Any:
        return self()

    @property
    def parrafo(self) -> Any:
        return self(text_wrap=True)

    @property
    def cifra(self) -> Any:
        return self(num_format=CIFRA)

    @property
    def entero(self) -> Any:
        return self(num_format=ENTERO)

    @property
    def encabezado(self) -> Any:
        return self(
            bold=True, text_wrap=True, valign="vcenter", bg_color="#1F3A5F", font_color="#FFFFFF", border=1,
            border_color="#8A9BB0",
        )  # fmt: skip

    @property
    def titulo(self) -> Any:
        return self(bold=True, font_size=14, font_color="#1F3A5F")

    @property
    def subtitulo(self) -> Any:
        return self(bold=True, font_size=11, font_color="#1F3A5F", bottom=1, bottom_color="#1F3A5F")

    @property
    def enlace(self) -> Any:
        return self(font_color="#0B5CAD", underline=1)


class Celdas:
    """Writes cells of any sheet of a workbook and counts what had to be changed (``reparos``)."""

    def __init__(self, formatos: Formatos) -> None:
        self.formatos = formatos
        self.reparos: Counter[str] = Counter()
        self._enlaces: Counter[str] = Counter()

    def texto(self, hoja: Any, fila: int, columna: int, valor: str | None, formato: Any = None) -> None:
        """A string, whatever it begins with; nothing for None or ""."""
        if valor:
            hoja.write_string(fila, columna, self.posible(valor), formato or self.formatos.texto)
        elif formato is not None:
            hoja.write_blank(fila, columna, None, formato)

    def cifra(self, hoja: Any, fila: int, columna: int, valor: Decimal | int | None, formato: Any = None) -> None:
        if valor is not None:
            propio = self.formatos.entero if isinstance(valor, int) else self.formatos.cifra
            hoja.write_number(fila, columna, valor, formato or propio)
        elif formato is not None:
            hoja.write_blank(fila, columna, None, formato)

    def dato(self, hoja: Any, fila: int, columna: int, texto: str | None, valor: Decimal | None, formato: Any = None) -> None:
        """A number where the text is one, else the text."""
        if valor is not None:
            self.cifra(hoja, fila, columna, valor, formato)
        else:
            self.texto(hoja, fila, columna, texto, formato)

    def formula(self, hoja: Any, fila: int, columna: int, formula: str, valor: Decimal | str | None, formato: Any = None) -> None:
        """One of ours, with its result as our arithmetic gives it. No part of ``formula`` ever comes from a document."""
        resultado: Any = "" if valor is None else valor
        hoja.write_formula(fila, columna, formula, formato or self.formatos.cifra, resultado)

    def interno(self, hoja: Any, fila: int, columna: int, destino: str, celda: str, rotulo: str) -> None:
        """A link to a cell of another sheet; the label alone once the sheet has all the links it may have."""
        self._enlazar(hoja, fila, columna, f"internal:'{destino.replace(chr(39), chr(39) * 2)}'!{celda}", rotulo)

    def archivo(self, hoja: Any, fila: int, columna: int, ruta: str, rotulo: str) -> None:
        """A link to a file by its path relative to the workbook."""
        self._enlazar(hoja, fila, columna, "external:" + ruta, rotulo)

    def _enlazar(self, hoja: Any, fila: int, columna: int, direccion: str, rotulo: str) -> None:
        if self._enlaces[hoja.name] >= MAXIMO_ENLACES or len(direccion) > _LARGO_DIRECCION:
            self.reparos["enlaces"] += 1
            self.texto(hoja, fila, columna, rotulo)
            return
        self._enlaces[hoja.name] += 1
        hoja.write_url(fila, columna, direccion, self.formatos.enlace, self.posible(rotulo))

    def posible(self, texto: str) -> str:
        """What a cell can hold of ``texto``: no control characters nor lone surrogates, no more than fits."""
        limpio, cambios = _CONTROL.subn("\ufffd", texto.encode("utf-8", errors="replace").decode("utf-8"))
        if cambios:
            self.reparos["control"] += 1
        if len(limpio) * 2 <= MAXIMO_TEXTO or _unidades(limpio) <= MAXIMO_TEXTO:
            return limpio
        self.reparos["cortados"] += 1
        corto = limpio[: MAXIMO_TEXTO - len(CORTADO)]
        while _unidades(corto) > MAXIMO_TEXTO - len(CORTADO):
            corto = corto[: len(corto) - max((_unidades(corto) - MAXIMO_TEXTO + len(CORTADO)) // 2, 1)]
        return corto + CORTADO


def _unidades(texto: str) -> int:
    return len(texto.encode("utf-16-le")) // 2
