"""A document that holds the reports of several years, each under its own title: the year of each place.

The report's year is one; what a title in the middle of the document says of another one is of what stands under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from extractor.formatos.anios.anio import anio_de_titulo
from extractor.formatos.piezas import Pieza
from extractor.modelo.base import Origen
from extractor.modelo.crudo import SeccionCruda, TablaCruda
from extractor.modelo.documento import Parrafo
from extractor.modelo.patron import Patron

Parte = TypeVar("Parte", TablaCruda, SeccionCruda)
Lugar = tuple[object, ...]
Anios = Mapping[Lugar, int]
"""The year of the part in which each place of a document stands; empty where all of it is of one."""
_ANIO = re.compile(r"20\d\d")
_DE_EVALUACION = ("evaluacion_objetivos", "evaluacion_productos", "brechas", "contribucion")
_HUECO_DE_TITULO = 2


def lugar_de(origen: Origen) -> Lugar:
    """A place as a key: that of its first part."""
    uno = origen.lugares[0]
    return uno.pagina, uno.caja, uno.linea_inicio, uno.tabla, uno.fila, uno.columna, uno.parrafo


def anios_por_lugar(piezas: Sequence[Pieza], patrones: Iterable[Patron]) -> dict[Lugar, int]:
    """The year that the last title before each place prints; places before the first such title have none. A title is a line of
    its own, or one that the last cell of a table swallowed with blank lines before it."""
    plantillas = tuple(dict.fromkeys(p for patron in patrones for p in patron.anios.titulo))
    anios: dict[Lugar, int] = {}
    vigente: int | None = None
    for pieza in piezas:
        propio = vigente
        for parrafo in _titulos(pieza):
            dicho = anio_de_titulo(parrafo.texto, plantillas)
            vigente = dicho if dicho is not None else vigente
        if pieza.clase == "linea":
            propio = vigente
        if propio is not None:
            for origen in (pieza.origen, *(c.origen for c in pieza.celdas), *(p.origen for p in pieza.parrafos)):
                anios.setdefault(lugar_de(origen), propio)
    return anios


def _titulos(pieza: Pieza) -> Iterator[Parrafo]:
    for celda in pieza.celdas if pieza.clase != "fila" else ():
        for sitio, parrafo in enumerate(celda.parrafos):
            libre = pieza.clase == "linea" or (sitio and parrafo.hueco >= _HUECO_DE_TITULO)
            if libre and _ANIO.search(parrafo.texto):
                yield parrafo


def anios_de_los_programas(anios: Anios, tablas: Sequence[TablaCruda], secciones: Sequence[SeccionCruda]) -> tuple[int, ...]:
    """The years under whose titles stands a programme, or its evaluation; in order."""
    propias = [t.origen for t in tablas if t.patron.pesa or t.patron.tipo in _DE_EVALUACION]
    propias += [s.origen for s in secciones if s.campos]
    return tuple(sorted({anios[lugar] for origen in propias if (lugar := lugar_de(origen)) in anios}))


def por_anio(partes: Iterable[Parte], anios: Anios) -> list[Parte]:
    """The tables, or the sections, with their regions named as in the year of their part."""
    return [replace(p, region=replace(p.region, anio=anios.get(lugar_de(p.origen))) if p.region else None) for p in partes]
