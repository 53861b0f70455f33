"""Tiny reports as text in the test: one call from the text to its Informe."""

from __future__ import annotations

from extractor.lectores import leer_bytes
from extractor.lectores.comunes import lineas_de
from extractor.modelo.declarado import Declarado
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de
from tests.test_origenes import origenes

CABEZA = (
    "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\n\n\tActividad 1.1: Implementación\n\n\tRegión: {region}\n\n"
)
COLUMNAS = "\tObjetivos\n\nEspecíficos\n\tActividades\n\tPond.\n\nactividad\n\tCumple o\n\nNo cumple\n\tPonderación\n\nganada\n\n"


def informe(texto: str, nombre: str = "informe.txt") -> Informe:
    """The Informe of a text."""
    return informe_de(leer_bytes(texto.encode("utf-8"), nombre), Declarado())


def con_sus_lugares(texto: str) -> Informe:
    """The Informe of the text; each of its places is checked to give its text back."""
    leido = informe(texto)
    lineas = lineas_de(texto)
    for origen in origenes(leido.model_dump(mode="json")):
        if origen["linea_inicio"] is not None:
            crudo = "\n".join(lineas[origen["linea_inicio"] - 1 : origen["linea_fin"]])
            assert crudo[origen["inicio"] : origen["fin"]] == origen["texto"], origen
    return leido


def celda(*parrafos: str) -> str:
    """A cell of text of Word origin: paragraphs parted by a blank line; a line break inside one stays."""
    return "\t" + "\n\n".join(parrafos) + "\n\n"


def programa_2007(*filas: tuple[tuple[str, ...], ...], region: str = "Todas las regiones") -> str:
    """A report of Etapa 3 2007 with one programme; each row is its cells, each cell its paragraphs."""
    cuerpo = "".join(celda(*parrafos) for fila in filas for parrafos in fila)
    return CABEZA.format(region=region) + COLUMNAS + cuerpo + "\n"


def codigos(leido: Informe) -> list[tuple[str, int | None, int | None]]:
    """Codes and places of the findings."""
    return [(h.codigo, h.fila, h.actividad) for h in leido.hallazgos]
