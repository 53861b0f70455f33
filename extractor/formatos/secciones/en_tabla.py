"""An evaluation told in tables whose rows are sections (one table per region) or regions (one table per section).

The other columns are the section's fields; a row whose first cell is blank goes on with the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.formatos.regiones.en_titulo import es_region
from extractor.formatos.secciones.palabras_titulo import numero_impreso
from extractor.formatos.tablas.cuerpo import Cuerpo
from extractor.modelo.base import Origen
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda, Parrafo
from extractor.modelo.patron import RolPatron

_NUMERO = re.compile(r"^\s*(?P<numero>(?:\d{1,2}|[IVX]{1,4})(?:\s?\.\s?\d{1,2})*)\s*(?:\.-|[.)°\-–])?\s+(?=\S)")
_SOLO_NUMERO = re.compile(r"^\s*(?P<numero>\d{1,2}(?:\.\d{1,2})*)\s*(?:\.-|[.)°\-–])?\s*$")


class FilaSeccion:
    """A section read from rows: printed number, title, place and paragraphs by role."""

    def __init__(self, numero: str | None, titulo: str, origen: Origen, roles: Sequence[str]) -> None:
        self.numero = numero
        self.titulo = titulo
        self.origen = origen
        self.campos: dict[str, tuple[Parrafo, ...]] = dict.fromkeys(roles, ())

    def sumar(self, rol: str, celda: Celda) -> None:
        if rol in self.campos:
            self.campos[rol] = (*self.campos[rol], *celda.parrafos)


def secciones_de(columnas: Sequence[ColumnaReconocida], cuerpo: Cuerpo, clave: RolPatron) -> list[FilaSeccion]:
    """The sections of a table in order; a filled cell of the column of role ``clave`` (``seccion``, ``territorio``) opens one."""
    roles = [c.rol for c in columnas if c.rol not in (clave, "otro")]
    halladas: list[FilaSeccion] = []
    for celdas in _filas(columnas, cuerpo):
        por_columna = list(zip(columnas, _repartidas(celdas, cuerpo.tramos, len(columnas)), strict=True))
        nombre = next((c for k, c in por_columna if k.rol == clave and c is not None and c.parrafos), None)
        if nombre is not None:
            halladas.append(_abierta(nombre, por_columna, roles))
        if not halladas:
            continue
        for columna, celda in por_columna:
            if celda is not None:
                halladas[-1].sumar(columna.rol, celda)
    return halladas


def _abierta(nombre: Celda, por_columna: Sequence[tuple[ColumnaReconocida, Celda | None]], roles: Sequence[str]) -> FilaSeccion:
    """The section that a cell names, with its number there or in a column of numbers."""
    texto = nombre.texto
    hallado = _NUMERO.match(texto) if not es_region(texto, rotulada=True) else None
    if hallado is not None:
        return FilaSeccion(numero_impreso(hallado["numero"]), texto[hallado.end() :], nombre.origen, roles)
    sueltas = (c.texto for k, c in por_columna if k.rol == "otro" and c is not None)
    numero = next((m["numero"] for t in sueltas if (m := _SOLO_NUMERO.match(t)) is not None), None)
    return FilaSeccion(numero_impreso(numero), texto, nombre.origen, roles)


def _filas(columnas: Sequence[ColumnaReconocida], cuerpo: Cuerpo) -> list[Sequence[Celda]]:
    if cuerpo.filas:
        return [f.celdas for f in cuerpo.filas]
    ancho = len(columnas)
    return [cuerpo.celdas[i : i + ancho] for i in range(0, len(cuerpo.celdas), ancho)]


def _repartidas(celdas: Sequence[Celda], tramos: Sequence[tuple[int, int]], ancho: int) -> list[Celda | None]:
    """The cell of each column: by the grid where the source has one, else by order."""
    if tramos:
        return [next((c for c in celdas if desde <= c.columna < hasta), None) for desde, hasta in tramos]
    return [celdas[i] if i < len(celdas) else None for i in range(ancho)]
