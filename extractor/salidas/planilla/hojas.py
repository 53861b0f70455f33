"""Flat sheets: a header that stays in sight, filters, widths, and a page that prints; rows beyond the format are counted."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from extractor.marcos.columnas import Clase
from extractor.salidas.planilla.celdas import MAXIMO_FILAS, Celdas
from extractor.salidas.planilla.titulos import ANCHOS, DESDE_UNO, titulo_de

_RENGLONES = 6
_PUNTOS = 13.0
_LETRAS = 1.15
"""Letters of a running text per unit of width, which is that of a digit."""


class Columna(NamedTuple):
    """``nombre`` gives its title and width; ``clase`` how its values are written. "mixto": (text, number) pairs."""

    nombre: str
    clase: Clase | str


class HojaPlana:
    """A sheet of rows under one header, written in order. ``sin_lugar`` counts rows that did not fit; ``impresas``: columns that
    are printed, all unless told."""

    def __init__(
        self, libro: Any, celdas: Celdas, nombre: str, columnas: Sequence[Columna], fijas: int = 0, impresas: int = 0
    ) -> None:
        self._impresas = impresas or len(columnas)
        self.nombre = nombre
        self.hoja = libro.add_worksheet(nombre)
        self._celdas = celdas
        self._columnas = tuple(columnas)
        self.siguiente = 1
        self.sin_lugar = 0
        preparar_impresion(self.hoja, nombre)
        self.hoja.repeat_rows(0)
        self.hoja.freeze_panes(1, fijas)
        self.hoja.set_row(0, 32)
        for lugar, columna in enumerate(self._columnas):
            self.hoja.set_column(lugar, lugar, ANCHOS.get(columna.nombre, 12))
            celdas.texto(self.hoja, 0, lugar, titulo_de(columna.nombre), celdas.formatos.encabezado)

    @property
    def llena(self) -> bool:
        return self.siguiente >= MAXIMO_FILAS

    def escribir(self, valores: Sequence[Any]) -> int | None:
        """One row; its number from 0, or None when there is no more room."""
        if self.llena:
            self.sin_lugar += 1
            return None
        fila = self.siguiente
        parrafos = [(v, c.nombre) for v, c in zip(valores, self._columnas, strict=True) if c.clase == "parrafo"]
        renglones = max((renglones_de(valor, ANCHOS.get(nombre, 12)) for valor, nombre in parrafos), default=1)
        if renglones > 1:
            self.hoja.set_row(fila, alto_de(renglones))
        for lugar, (valor, columna) in enumerate(zip(valores, self._columnas, strict=True)):
            self._celda(fila, lugar, valor, columna)
        self.siguiente += 1
        return fila

    def cerrar(self) -> None:
        """Puts the filter over what was written."""
        ultima = max(self.siguiente - 1, 1)
        self.hoja.autofilter(0, 0, ultima, len(self._columnas) - 1)
        self.hoja.print_area(0, 0, ultima, self._impresas - 1)

    def _celda(self, fila: int, lugar: int, valor: Any, columna: Columna) -> None:
        if valor is None:
            return
        celdas, hoja = self._celdas, self.hoja
        if columna.clase == "enlace":
            destino, celda, rotulo = valor
            celdas.interno(hoja, fila, lugar, destino, celda, rotulo)
        elif columna.clase == "archivo":
            ruta, rotulo = valor
            if ruta is None:
                celdas.texto(hoja, fila, lugar, rotulo)
            else:
                celdas.archivo(hoja, fila, lugar, ruta, rotulo)
        elif columna.clase == "formula":
            formula, resultado = valor
            if formula is None:
                celdas.cifra(hoja, fila, lugar, resultado)
            else:
                celdas.formula(hoja, fila, lugar, formula, resultado)
        elif columna.clase == "mixto":
            celdas.dato(hoja, fila, lugar, *valor)
        elif columna.clase == "parrafo":
            celdas.texto(hoja, fila, lugar, valor, celdas.formatos.parrafo)
        elif columna.clase == "texto":
            celdas.texto(hoja, fila, lugar, valor)
        elif columna.clase == "logico":
            celdas.texto(hoja, fila, lugar, "sí" if valor else "no")
        elif columna.clase == "decimal":
            celdas.cifra(hoja, fila, lugar, Decimal(valor))
        else:
            celdas.cifra(hoja, fila, lugar, int(valor) + (columna.nombre in DESDE_UNO))


def preparar_impresion(hoja: Any, titulo: str) -> None:
    """Letter paper lying down that prints as wide as a page, its name above and its page numbers below."""
    hoja.set_paper(1)
    hoja.set_landscape()
    hoja.fit_to_pages(1, 0)
    hoja.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    hoja.set_header(f"&L&10{titulo.replace('&', '&&')}")
    hoja.set_footer("&L&8&F&R&8Página &P de &N")


def alto_de(renglones: int) -> float:
    """Points for so many lines; more than a few would hide the rows around."""
    return max(1, min(renglones, _RENGLONES)) * _PUNTOS + 2


def renglones_de(texto: str | None, ancho: float) -> int:
    """Lines that a text takes in a column: programs do not agree on when to adjust the height by themselves."""
    return sum(max(1, -(-len(parte) // max(int(ancho * _LETRAS), 1))) for parte in texto.split("\n")) if texto else 1
