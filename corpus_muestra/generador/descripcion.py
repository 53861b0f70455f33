"""The source description of a sample: paragraphs and tables of cells, written once and rendered into every format.

Marks inside a cell: ``¶`` parts two paragraphs, ``↵`` is a line break inside a paragraph, ``‖`` is where the page ended
(only the PDF dialect shows it). A cell that is ``^`` is merged with the one above it, ``<`` with the one to its left.
``[nota]`` is the mark of the footnote, ``[n:iv]`` one that the PDF conversion left in a heading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

CARPETA = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Fila:
    """One row. ``titulo``: its first cell covers the whole width. ``salto``: what the page end left before it,
    ``corte``: between the parts of its cells. Without cells it is only what stands between two rows."""

    celdas: tuple[str, ...]
    titulo: bool = False
    encabezado: bool = False
    salto: str | None = None
    corte: str = "blanco"


@dataclass(frozen=True)
class Tabla:
    """``marcas``: the stray marks that the PDF conversion left round its cells (``p``, ``ul``) or None."""

    columnas: int
    filas: tuple[Fila, ...]
    marcas: str | None = None
    repite: bool = False


@dataclass(frozen=True)
class Muestra:
    nombre: str
    formatos: tuple[str, ...]
    estilo: dict[str, Any] = field(default_factory=dict)
    bloques: tuple[str | Tabla, ...] = ()
    notas_pie: tuple[str, ...] = ()


def parrafos(celda: str) -> list[str]:
    """The paragraphs of a cell; the page-end mark is gone. A blank paragraph stays as an empty text."""
    return [" ".join(p.split()) for p in celda.replace("‖", " ").split("¶")]


def leer(archivo: Path) -> Muestra:
    """The sample described in ``archivo``; raises ValueError for a row whose width is not its table's."""
    datos = yaml.safe_load(archivo.read_text("utf-8"))
    bloques: list[str | Tabla] = []
    for bloque in datos["bloques"]:
        bloques.append(bloque if isinstance(bloque, str) else _tabla(bloque, archivo.stem))
    return Muestra(
        archivo.stem,
        tuple(datos["formatos"]),
        datos.get("estilo", {}),
        tuple(bloques),
        tuple(datos.get("notas_pie", ())),
    )


def _tabla(datos: dict[str, Any], nombre: str) -> Tabla:
    columnas = datos["columnas"]
    filas: list[Fila] = []
    for cruda in datos["filas"]:
        opciones: dict[str, Any] = {} if isinstance(cruda, list) else dict(cruda)
        if "solo" in opciones:  # a rule of dashes that stands for no row
            filas.append(Fila((), salto=opciones["solo"]))
            continue
        celdas = cruda if isinstance(cruda, list) else opciones.pop("celdas", [opciones.get("titulo", "")])
        opciones["titulo"] = "titulo" in opciones
        if not opciones["titulo"] and len(celdas) != columnas:
            raise ValueError(f"{nombre}: fila de {len(celdas)} celdas en una tabla de {columnas}: {celdas[0]!r}")
        filas.append(Fila(tuple(str(c) for c in celdas), **opciones))
    return Tabla(columnas, tuple(filas), datos.get("marcas"), datos.get("repite", False))


def muestras() -> list[Muestra]:
    """Every sample of ``fuentes/``, by name."""
    return [leer(archivo) for archivo in sorted((CARPETA / "fuentes").glob("*.yaml"))]
