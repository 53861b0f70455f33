"""The objectives of a whole table printed in a row as wide as it, above its header."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.formatos.columnas.rotulos import Rotulos, opciones
from extractor.formatos.piezas import Pieza
from extractor.modelo.documento import Parrafo


def objetivos_en_banda(filas: Iterable[Pieza], rotulos: Sequence[Rotulos]) -> tuple[Parrafo, ...]:
    """What follows the label of the objectives in a row of one cell; empty where no row above a header has it. A row that names
    them and no more is a label without its column."""
    celdas = [p.llenas[0] for p in filas if len(p.llenas) == 1]
    for celda in celdas:
        dichas = (juego.etiqueta(opciones(celda), celda) for juego in rotulos if juego.tabla.pesa is not None)
        for etiqueta in dichas:
            if etiqueta is not None and etiqueta.rol == "objetivo" and etiqueta.sobrante:
                return etiqueta.sobrante
    return ()
