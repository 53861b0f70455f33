"""Headers whose labels take several lines where nothing rules the rows (a PDF without strokes): each line comes as a row.

The lines are put together column by column before anything is told of the columns: "Ponderación" over "ganada" is one label.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import blancos
from extractor.formatos.columnas.encabezados import Encabezado
from extractor.formatos.columnas.rotulos import PUNTAJE_CLAVE
from extractor.modelo.base import unir_origenes
from extractor.modelo.documento import Celda, Parrafo

MAXIMO_RENGLONES = 4
"""Lines that a header may take."""
_LARGO = 60


def con_renglon(celdas: Sequence[Celda], renglon: Sequence[Celda]) -> list[Celda] | None:
    """The cells of a header with its next line; None where that line is surely none: of other columns, with figures, or long."""
    llenas = [c for c in renglon if c.parrafos]
    if len(celdas) != len(renglon) or not llenas:
        return None
    if any(len(c.texto) > _LARGO or any(ch.isdigit() for ch in c.texto) for c in llenas):
        return None
    return [_unida(arriba, abajo) for arriba, abajo in zip(celdas, renglon, strict=True)]


def _unida(arriba: Celda, abajo: Celda) -> Celda:
    if not abajo.parrafos:
        return arriba
    if not arriba.parrafos:
        return abajo
    origen = unir_origenes([arriba.origen, abajo.origen])
    return Celda((Parrafo(blancos(f"{arriba.texto} {abajo.texto}"), origen),), origen, arriba.columna, arriba.ancho, arriba.alto)


def es_mejor(antes: Encabezado | None, ahora: Encabezado, renglon: Sequence[Celda]) -> bool:
    """Whether ``ahora``, which is ``antes`` with one more line, says more than it: every label that the line adds to is still
    one, surely, and one at least is told better or for the first time."""
    gana = antes is None
    for sitio, celda in enumerate(renglon):
        if not celda.parrafos:
            continue
        nueva = ahora.etiquetas[sitio]
        vieja = antes.etiquetas[sitio] if antes is not None else None
        if nueva is None or nueva.sobrante:
            return False
        if vieja is None or nueva.rol != vieja.rol or nueva.puntaje < vieja.puntaje:
            if nueva.puntaje < PUNTAJE_CLAVE:
                return False
            gana = gana or vieja is None or nueva.rol != vieja.rol
        else:
            gana = gana or nueva.puntaje > vieja.puntaje
    return gana
