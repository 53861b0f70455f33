"""The recalculation sheets of a workbook, after an index of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from extractor.salidas.planilla.celdas import Celdas
from extractor.salidas.planilla.enlaces import nombre_de_hoja
from extractor.salidas.planilla.hoja_recalculo import escribir_recalculo
from extractor.salidas.planilla.hojas import preparar_impresion
from extractor.salidas.planilla.plano import HOJA_PLANA
from extractor.salidas.planilla.recalculo import HojaRecalculo

INDICE = "Índice"
_COLUMNAS = (("Hoja", 30), ("Documento", 44), ("Tabla", 8), ("Región", 34), ("Programa", 20), ("Hallazgos", 11))


class Reservada(NamedTuple):
    """A table that has a sheet of its own. ``primer_hallazgo``: row of the sheet Hallazgos (from 0) where the findings of
    its document begin."""

    datos: HojaRecalculo
    primer_hallazgo: int


def escribir_hojas(libro: Any, celdas: Celdas, reservadas: Sequence[Reservada], tope: int, fuera: int) -> None:
    """The index, then the sheets in order. ``tope``: how many there may be; ``fuera``: how many tables have none."""
    indice = libro.add_worksheet(INDICE)
    preparar_impresion(indice, INDICE)
    celdas.texto(indice, 0, 0, "Hojas de recálculo", celdas.formatos.titulo)
    for columna, (titulo, ancho) in enumerate(_COLUMNAS):
        indice.set_column(columna, columna, ancho)
        celdas.texto(indice, 2, columna, titulo, celdas.formatos.encabezado)
    indice.freeze_panes(3, 0)
    indice.repeat_rows(2)
    for numero, (datos, _) in enumerate(reservadas, start=1):
        nombre = nombre_de_hoja(numero, datos.region)
        celdas.interno(indice, numero + 2, 0, nombre, "A1", nombre)
        for columna, texto in enumerate((datos.ruta, datos.tabla, datos.region, datos.programa), start=1):
            celdas.texto(indice, numero + 2, columna, texto)
        celdas.cifra(indice, numero + 2, 5, len(datos.hallazgos))
    dicho = "" if reservadas else "Ninguna tabla de lo leído pondera actividades."
    if fuera:
        dicho = f"Hay lugar para {tope} hojas; otras {fuera} tablas están en la hoja «{HOJA_PLANA}»."
    celdas.texto(indice, len(reservadas) + 4, 0, dicho)
    for numero, (datos, primer_hallazgo) in enumerate(reservadas, start=1):
        escribir_recalculo(libro, celdas, nombre_de_hoja(numero, datos.region), datos, primer_hallazgo)
