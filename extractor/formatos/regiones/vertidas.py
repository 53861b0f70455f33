"""A region's line that a text without rules poured into the first cell of the row above it: whose rows come next is not sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.formatos.regiones.en_titulo import es_la_misma, es_nombre_de_region, es_titulo_de_region
from extractor.modelo.base import Origen
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import Celda, FilaCruda

_QUEDA_ABIERTO = re.compile(r"(?:\b(?:[a-záéíóúñ]{1,3}|desde|entre|hacia|hasta|para|sobre)|[,(–-])$")
"""How a line ends whose sentence goes on in the next one."""
_VERTIDA = (
    "la última línea de una celda nombra una región y puede ser la de las filas que siguen: no se sabe de qué región son, y las "
    "sumas de la tabla no se verifican; revise el documento"
)


def con_regiones_vertidas(
    tablas: Sequence[TablaCruda],
) -> tuple[list[TablaCruda], list[tuple[str, str, Origen | None]]]:
    """The weighed tables, those with such a line above other rows marked as parts of a larger one, and a notice for each line."""
    hechas: list[TablaCruda] = []
    avisos: list[tuple[str, str, Origen | None]] = []
    for tabla in tablas:
        lineas = [o for f in tabla.filas[:-1] if (o := _linea_de_region(f, tabla)) is not None] if tabla.patron.pesa else []
        hechas.append(replace(tabla, partida=True) if lineas else tabla)
        avisos += [("LECTURA_DUDOSA", _VERTIDA, origen) for origen in lineas]
    return hechas, avisos


def _linea_de_region(fila: FilaCruda, tabla: TablaCruda) -> Origen | None:
    """The last line of the row's first cell, where it is another region, by itself, than the table's."""
    lineas = _lineas(fila.celdas[0]) if tabla.columnas and tabla.columnas[0].rol != "territorio" else []
    if len(lineas) < 2 or _QUEDA_ABIERTO.search(lineas[-2].texto.strip()):
        return None
    texto = lineas[-1].texto.strip()
    if not (es_titulo_de_region(texto) or es_nombre_de_region(texto)):
        return None
    return None if tabla.region is not None and tabla.region.texto and es_la_misma(texto, tabla.region.texto) else lineas[-1]


def _lineas(celda: Celda) -> list[Origen]:
    """The printed lines of a cell."""
    return [parte for p in celda.parrafos for parte in (p.origen.partes or (p.origen,))]
