"""Whether a table of a text that keeps its blank cells has rows of several lines (Word's "save as text"): told by its tabs.

There a row has all its tabs, be its cells blank or not, and takes one line unless a cell holds several paragraphs: then each goes
on in a line of its own, with the tabs that come after it. Lines that page ends or lost tabs left short do not come out so.
"""

from __future__ import annotations

from extractor.formatos.flujo.corridas import Corrida
from extractor.formatos.flujo.trozos import Renglon


def hay_filas_en_parrafos(corrida: Corrida) -> bool:
    """Whether under a header of one line some rows take one line too, others several that together have just its tabs, and none
    of those opens with a tab, as no paragraph does. What opens after a blank line is no row of it."""
    suyos = corrida.renglones()
    cabeza, *cuerpo = corrida.lineas[min(suyos) : max(suyos) + 1]
    de_fila = corrida.cabecera.ancho - 1
    if not isinstance(cabeza, Renglon) or len(cabeza.celdas) - 1 != de_fila or corrida.rota():
        return False
    puestas = enteras = partidas = 0
    previa = cabeza.fin
    for linea in cuerpo:
        if not isinstance(linea, Renglon):
            return False
        suyas = len(linea.celdas) - 1
        aparte = linea.numero > previa + 1
        previa = linea.fin
        if suyas and not puestas and aparte:
            return False
        if suyas and puestas and (not linea.celdas[0] or puestas + suyas > de_fila):
            return False
        if suyas > de_fila:
            return False
        enteras += suyas == de_fila
        partidas += 0 < suyas < de_fila
        puestas = (puestas + suyas) % de_fila
    return not puestas and enteras > 0 and partidas > 0
