"""``informes.xlsx``: a sheet per resource, written row by row.

Texts are written as texts, never as formulas or links. A figure is a number that shows its printed decimals; one that a
spreadsheet would round stands as text. What does not fit is not lost: rows beyond a sheet's limit go on in another sheet
(``cifras_2``), and texts beyond a cell's limit stand whole, in pieces, in ``textos_largos``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from extractor.marcos.columnas import Clase
from extractor.salidas.exportacion.csv_seguro import DICCIONARIO, diccionario
from extractor.salidas.exportacion.escritor import Escritor, Renglon
from extractor.salidas.exportacion.recursos import Recurso
from extractor.salidas.planilla.celdas import cerrar_libro

ARCHIVO = "informes.xlsx"
LARGOS = "textos_largos"
MAXIMO_FILAS = 1_048_576
MAXIMO_TEXTO = 32_767
_CORTADO = " … (sigue en textos_largos)"
_FECHA_FIJA = dt.datetime(2000, 1, 1)
_COLUMNAS_LARGOS: dict[str, Clase] = {"hoja": "texto", "fila": "entero", "columna": "texto", "parte": "entero", "texto": "texto"}
_INDICE: dict[str, Clase] = {"hoja": "texto", "que_es": "texto", "filas": "entero"}
_ANCHO, _ANCHO_TEXTO = 14, 40
_ANCHAS = frozenset(
    {"texto", "mensaje", "explicacion", "lugar", "ruta", "motivo", "formula", "titulo", "que_es", "que_es_la_columna"}
)


class EscritorLibro(Escritor):
    """``maximo_filas``: of a sheet, its header included."""

    maximo_filas = MAXIMO_FILAS

    def abrir(self) -> None:
        import xlsxwriter

        opciones = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "tmpdir": str(self.carpeta),
        }
        self._libro: Any = xlsxwriter.Workbook(str(self.carpeta / ARCHIVO), opciones)
        self._cerrado = False
        self.pila.callback(self._cerrar_libro)
        self._libro.set_properties({"title": "Informes", "created": _FECHA_FIJA})
        self._negrita = self._libro.add_format({"bold": True, "bottom": 1})
        self._decimales: dict[int, Any] = {}
        self._hojas: dict[str, list[Any]] = {}
        self._usadas: dict[str, int] = {}
        self._nueva("indice", _INDICE)
        for recurso in self.recursos:
            self._nueva(recurso.nombre, {c.nombre: c.clase for c in recurso.campos})
        self._nueva("columnas", DICCIONARIO)
        self._nueva(LARGOS, _COLUMNAS_LARGOS)
        for fila in diccionario(self.recursos):
            self._fila("columnas", fila, DICCIONARIO)

    def agregar(self, recurso: Recurso, filas: Sequence[Renglon]) -> None:
        columnas = {c.nombre: c.clase for c in recurso.campos}
        for fila in filas:
            self._fila(recurso.nombre, fila, columnas)

    def cerrar(self) -> None:
        for recurso in self.recursos:
            hojas = self._hojas[recurso.nombre]
            self._fila("indice", (recurso.nombre, recurso.titulo, self.cuentas[recurso.nombre]), _INDICE)
            if len(hojas) > 1:
                self.avisos.append(f"«{recurso.nombre}» no cabe en una hoja y ocupa {len(hojas)}")
        self._fila("indice", ("columnas", "Qué es cada columna", None), _INDICE)
        self._fila("indice", (LARGOS, "Textos que no caben en una celda, por partes", None), _INDICE)
        self._cerrar_libro()

    def _cerrar_libro(self) -> None:
        if not self._cerrado:
            self._cerrado = True
            cerrar_libro(self._libro)

    def _nueva(self, nombre: str, columnas: dict[str, Clase]) -> None:
        hojas = self._hojas.setdefault(nombre, [])
        hoja = self._libro.add_worksheet(nombre if not hojas else f"{nombre}_{len(hojas) + 1}")
        hojas.append(hoja)
        self._usadas[nombre] = 1
        for lugar, columna in enumerate(columnas):
            hoja.set_column(lugar, lugar, _ANCHO_TEXTO if columna in _ANCHAS else _ANCHO)
        hoja.freeze_panes(1, 0)
        for lugar, columna in enumerate(columnas):
            hoja.write_string(0, lugar, columna, self._negrita)

    def _fila(self, nombre: str, fila: Renglon, columnas: dict[str, Clase]) -> None:
        if self._usadas[nombre] >= self.maximo_filas:
            self._nueva(nombre, columnas)
        hoja, numero = self._hojas[nombre][-1], self._usadas[nombre]
        self._usadas[nombre] = numero + 1
        for lugar, ((columna, clase), valor) in enumerate(zip(columnas.items(), fila, strict=True)):
            if valor is None:
                continue
            if clase == "texto":
                hoja.write_string(numero, lugar, self._texto(valor, hoja.get_name(), numero, columna))
            elif clase == "logico":
                hoja.write_boolean(numero, lugar, bool(valor))
            elif clase == "entero":
                hoja.write_number(numero, lugar, int(valor))
            elif es_exacto(valor):
                hoja.write_number(numero, lugar, valor, self._con_decimales(valor))
            else:
                hoja.write_string(numero, lugar, format(valor, "f"))

    def _texto(self, texto: str, hoja: str, fila: int, columna: str) -> str:
        """What stands in the cell; ``fila`` counts from 0, as the sheet's rows do inside the library."""
        posible = texto.encode("utf-8", errors="replace").decode("utf-8")
        if _largo(posible) <= MAXIMO_TEXTO:
            return posible
        partes = _partes(posible)
        for parte, trozo in enumerate(partes, start=1):
            self._fila(LARGOS, (hoja, fila + 1, columna, parte, trozo), _COLUMNAS_LARGOS)
        return partes[0][: MAXIMO_TEXTO // 2 - len(_CORTADO)] + _CORTADO

    def _con_decimales(self, valor: Decimal) -> Any:
        exponente = valor.as_tuple().exponent
        decimales = -exponente if isinstance(exponente, int) and exponente < 0 else 0
        if decimales not in self._decimales:
            self._decimales[decimales] = self._libro.add_format(
                {"num_format": "0" + ("." + "0" * decimales if decimales else "")}
            )
        return self._decimales[decimales]


def es_exacto(valor: Decimal) -> bool:
    """Whether a spreadsheet keeps it as it is: its numbers have 15 digits."""
    return len(valor.normalize().as_tuple().digits) <= 15 and abs(valor.adjusted()) < 30


def _largo(texto: str) -> int:
    """Characters as a spreadsheet counts them: one beyond the basic plane is two, and a control character, which it
    writes out, seven."""
    return len(texto) + sum(1 for c in texto if ord(c) > 0xFFFF) + 6 * sum(1 for c in texto if c < " " and c not in "\t\n")


def _partes(texto: str) -> list[str]:
    """Pieces that fit whatever their characters."""
    paso = MAXIMO_TEXTO // 7
    return [texto[desde : desde + paso] for desde in range(0, len(texto), paso)]
