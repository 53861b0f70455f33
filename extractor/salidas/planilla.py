"""``hallazgos.xlsx``: flat sheets written row by row from the frames, the same bytes for the same input.

Every text is written as a string, never as a formula, a link or a number; figures have their printed text and, beside
it, a numeric column to sort and sum by.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any

from extractor.comun.ajustes import escala
from extractor.marcos.columnas import COLUMNAS, Clase
from extractor.modelo.conjunto import Conjunto
from extractor.modelo.hallazgo import GRAVEDADES
from extractor.modelo.informe import Informe
from extractor.salidas.consola import Balance

HOJAS = {
    "Hallazgos": "hallazgos",
    "Verificaciones": "verificaciones",
    "Actividades": "actividades",
    "Documentos": "documentos",
}
"""Sheet -> frame, in order; Resumen stands before them."""
HOJA_CONJUNTO = "Entre documentos"
COLUMNAS_CONJUNTO: dict[str, Clase] = dict.fromkeys(
    ("codigo", "gravedad", "lugar", "documentos", "mensaje", "explicacion", "informado", "recalculado", "certeza", "huella"),
    "texto",
)
_DE_LA_ESCALA = "gravedad_institucion"
"""Last column of the sheets of findings, only where the settings give the institution's own names."""

_FECHA_FIJA = dt.datetime(2000, 1, 1)
_POR_TANDA = 16
"""Informes held before their frames are made: making frames costs more per call than per row."""
_MAXIMO_TEXTO = 32_767
_MAXIMO_FILAS = 1_048_576
_CORTADO = " … (texto cortado; completo en informes.jsonl)"
_ANCHOS: dict[str, int] = {"mensaje": 60, "explicacion": 60, "texto": 60, "lugar": 40, "ruta": 32, "formula": 40, "motivo": 30}


class PlanillaHallazgos:
    """A workbook that grows with each Informe and keeps few of them in memory. A context manager: leaving it writes
    the file; leaving it by an exception leaves none."""

    def __init__(self, archivo: Path) -> None:
        import xlsxwriter

        self._archivo = archivo
        self._libro: Any = xlsxwriter.Workbook(
            str(archivo),
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "nan_inf_to_errors": False,
            },
        )
        self._libro.set_properties({"title": "Hallazgos", "created": _FECHA_FIJA})
        self._negrita = self._libro.add_format({"bold": True, "bottom": 1})
        self._resumen = self._libro.add_worksheet("Resumen")
        self._hojas = {hoja: self._libro.add_worksheet(hoja) for hoja in HOJAS}
        self._filas = dict.fromkeys(HOJAS, 1)
        self._escala = escala()
        self._sin_lugar = dict.fromkeys(HOJAS, 0)
        self._balance = Balance()
        self._pendientes: list[Informe] = []
        for hoja, marco in HOJAS.items():
            self._encabezar(self._hojas[hoja], COLUMNAS[marco])
            self._encabezar_escala(hoja, COLUMNAS[marco])

    def __enter__(self) -> PlanillaHallazgos:
        return self

    def __exit__(self, clase: type[BaseException] | None, error: BaseException | None, traza: TracebackType | None) -> None:
        if error is None:
            self._escribir_pendientes()
            self._escribir_resumen()
            for hoja, marco in HOJAS.items():
                ultima = max(self._filas[hoja] - 1, 1)
                self._hojas[hoja].autofilter(0, 0, ultima, len(COLUMNAS[marco]) - 1)
        self._libro.close()
        if error is not None:
            self._archivo.unlink(missing_ok=True)

    def agregar(self, informe: Informe) -> None:
        self._balance.sumar(informe)
        self._pendientes.append(informe)
        if len(self._pendientes) >= _POR_TANDA:
            self._escribir_pendientes()

    def agregar_conjunto(self, conjunto: Conjunto) -> None:
        """The findings between documents, in a sheet of their own that only then exists."""
        self._balance.sumar_conjunto(conjunto)
        self._hojas[HOJA_CONJUNTO] = self._libro.add_worksheet(HOJA_CONJUNTO)
        self._filas[HOJA_CONJUNTO], self._sin_lugar[HOJA_CONJUNTO] = 1, 0
        self._encabezar(self._hojas[HOJA_CONJUNTO], COLUMNAS_CONJUNTO)
        self._encabezar_escala(HOJA_CONJUNTO, COLUMNAS_CONJUNTO)
        for h in conjunto.hallazgos:
            campos = {**h.model_dump(include=set(COLUMNAS_CONJUNTO)), "documentos": " ".join(h.documentos)}
            self._escribir(HOJA_CONJUNTO, tuple(campos[nombre] for nombre in COLUMNAS_CONJUNTO), COLUMNAS_CONJUNTO)

    def _encabezar_escala(self, hoja: str, columnas: dict[str, Clase]) -> None:
        if not self._escala.vacia and _con_gravedad(columnas):
            self._hojas[hoja].write_string(0, len(columnas), _DE_LA_ESCALA, self._negrita)

    def _escribir_escala(self, hoja: str, numero: int, fila: tuple[Any, ...], columnas: dict[str, Clase]) -> None:
        nombres = list(columnas)
        if self._escala.vacia or not _con_gravedad(columnas):
            return
        nombre = self._escala.nombre(fila[nombres.index("gravedad")], fila[nombres.index("codigo")])
        if nombre is not None:
            self._hojas[hoja].write_string(numero, len(columnas), _texto(nombre))

    def _escribir_pendientes(self) -> None:
        from extractor.marcos.construccion import construir

        cuadros = construir(self._pendientes, HOJAS.values())
        self._pendientes = []
        for hoja, marco in HOJAS.items():
            columnas = COLUMNAS[marco]
            cuadro = cuadros[marco].astype(object)
            valores = cuadro.where(cuadro.notna(), None).itertuples(index=False, name=None)
            for fila in valores:
                self._escribir(hoja, fila, columnas)

    def _encabezar(self, hoja: Any, columnas: dict[str, Clase]) -> None:
        for lugar, nombre in enumerate(columnas):
            hoja.set_column(lugar, lugar, _ANCHOS.get(nombre, 14))
        hoja.freeze_panes(1, 0)
        for lugar, nombre in enumerate(columnas):
            hoja.write_string(0, lugar, nombre, self._negrita)

    def _escribir(self, hoja: str, fila: tuple[Any, ...], columnas: dict[str, Clase]) -> None:
        numero = self._filas[hoja]
        if numero >= _MAXIMO_FILAS:
            self._sin_lugar[hoja] += 1
            return
        for lugar, (valor, clase) in enumerate(zip(fila, columnas.values(), strict=True)):
            _celda(self._hojas[hoja], numero, lugar, valor, clase)
        self._escribir_escala(hoja, numero, fila, columnas)
        self._filas[hoja] = numero + 1

    def _escribir_resumen(self) -> None:
        hoja, balance = self._resumen, self._balance
        hoja.set_column(0, 0, 44)
        hoja.set_column(1, 1, 14)
        hoja.set_column(2, 2, 80)
        renglones: list[tuple[str, int | None, str]] = [
            ("Documentos", balance.documentos, ""),
            *((f"Documentos en estado {estado}", balance.estados[estado], "") for estado in ("ok", "parcial", "fallido")),
            *((f"Hallazgos: {self._escala.con(gravedad)}", balance.gravedades[gravedad], "") for gravedad in GRAVEDADES),
            ("Tablas", balance.tablas, ""),
            ("Tablas reconocidas", balance.tablas_reconocidas, ""),
            ("Actividades", balance.actividades, ""),
            ("Verificaciones", balance.verificables, ""),
            ("Verificaciones hechas", balance.verificadas, ""),
            *((f"Sin verificar: {motivo}", cuantas, "") for motivo, cuantas in sorted(balance.motivos.items())),
            *(("No se pudo leer", None, f"{ruta}: {motivo}") for ruta, motivo in balance.fallidos),
            *((f"Filas que no caben en la hoja {h}", n, "completas en informes.jsonl") for h, n in self._sin_lugar.items() if n),
        ]
        hoja.write_string(0, 0, "Resumen", self._negrita)
        for fila, (nombre, cuantos, detalle) in enumerate(renglones[: _MAXIMO_FILAS - 1], start=1):
            hoja.write_string(fila, 0, _texto(nombre))
            if cuantos is not None:
                hoja.write_number(fila, 1, cuantos)
            if detalle:
                hoja.write_string(fila, 2, _texto(detalle))


def _con_gravedad(columnas: dict[str, Clase]) -> bool:
    return "gravedad" in columnas and "codigo" in columnas


def escribir_planilla(archivo: Path, informes: Iterable[Informe]) -> None:
    """The whole workbook of ``informes`` at once."""
    with PlanillaHallazgos(archivo) as planilla:
        for informe in informes:
            planilla.agregar(informe)


def _celda(hoja: Any, fila: int, columna: int, valor: Any, clase: Clase) -> None:
    if valor is None:
        return
    if clase == "texto":
        hoja.write_string(fila, columna, _texto(valor))
    elif clase == "logico":
        hoja.write_string(fila, columna, "sí" if valor else "no")
    elif clase == "decimal":
        hoja.write_number(fila, columna, Decimal(valor))
    else:
        hoja.write_number(fila, columna, int(valor))


def _texto(texto: str) -> str:
    """A text the file format can hold: no lone surrogates, no longer than a cell admits."""
    posible = texto.encode("utf-8", errors="replace").decode("utf-8")
    if len(posible) <= _MAXIMO_TEXTO:
        return posible
    return posible[: _MAXIMO_TEXTO - len(_CORTADO)] + _CORTADO
