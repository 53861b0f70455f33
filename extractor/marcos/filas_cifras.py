"""Every figure of a table with its place: the rows of the frame ``cifras``."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.marcos.piezas import Renglon, de_documento, de_origen
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Tabla
from extractor.modelo.valores import Cifra


def cifras(informe: Informe) -> Iterator[Renglon]:
    """Every figure with its place: of activities, rows, blocks and tables."""
    for tabla in informe.tablas:
        for fila, actividad, bloque, campo, cifra in cifras_de(tabla):
            yield (
                *de_documento(informe),
                tabla.id,
                fila,
                actividad,
                bloque,
                campo,
                cifra.texto,
                cifra.decimal,
                cifra.decimales,
                cifra.signo,
                cifra.certeza,
                *de_origen(cifra.origen),
            )


def cifras_de(tabla: Tabla) -> Iterator[tuple[int | None, int | None, int | None, str, Cifra]]:
    """(row, activity, block, field, figure) of a table. A total printed in a row that closes a block is told once."""
    todas: list[tuple[int | None, int | None, int | None, str, Cifra | None]] = []
    for fila in tabla.filas:
        todas.append((fila.indice, None, None, "ponderacion", fila.ponderacion))
        todas.append((fila.indice, None, None, "ponderacion_ganada", fila.ponderacion_ganada))
        for actividad in fila.actividades:
            todas.append((fila.indice, actividad.indice, None, "ponderacion", actividad.ponderacion))
            todas.append((fila.indice, actividad.indice, None, "ponderacion_ganada", actividad.ponderacion_ganada))
        todas.append((fila.indice, None, None, "total_ponderacion", fila.total_ponderacion))
        todas.append((fila.indice, None, None, "total_ganada", fila.total_ganada))
    vistas = {(campo, cifra.origen) for _, _, _, campo, cifra in todas if cifra is not None}
    for numero, bloque in enumerate(tabla.bloques):
        for campo, cifra in (("total_ponderacion", bloque.total_ponderacion), ("total_ganada", bloque.total_ganada)):
            if cifra is not None and (campo, cifra.origen) not in vistas:
                todas.append((None, None, numero, campo, cifra))
    todas.append((None, None, None, "ponderacion_declarada", tabla.ponderacion_declarada))
    todas.append((None, None, None, "desempeno_region", tabla.desempeno.region if tabla.desempeno else None))
    for fila_, actividad_, bloque_, campo, cifra in todas:
        if cifra is not None:
            yield fila_, actividad_, bloque_, campo, cifra
