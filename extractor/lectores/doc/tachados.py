"""Text struck out by the style of its paragraph, where its own modifiers do not say otherwise."""

from __future__ import annotations

import re
from bisect import bisect_right

from extractor.lectores.doc.caracteres import Tramo
from extractor.lectores.doc.piezas import Texto
from extractor.lectores.doc.propiedades import Parrafos

_FIN = re.compile("[\r\x07]")


def de_parrafos(texto: Texto, parrafos: Parrafos, estilos: frozenset[int], decididos: list[Tramo]) -> list[Tramo]:
    """The stretches of paragraphs whose style is one of ``estilos``, without those of ``decididos`` (in order, apart)."""
    tramos: list[Tramo] = []
    desde = 0
    for marca in _FIN.finditer(texto.texto) if estilos else ():
        pieza = texto.pieza(marca.start())
        if parrafos.en(pieza.byte(marca.start()), pieza.cambios).estilo in estilos:
            tramos += _sin(desde, marca.start(), decididos)
        desde = marca.end()
    return tramos


def _sin(desde: int, hasta: int, decididos: list[Tramo]) -> list[Tramo]:
    partes: list[Tramo] = []
    sitio = max(0, bisect_right(decididos, (desde, desde)) - 1)
    for inicio, fin in decididos[sitio:]:
        if inicio >= hasta:
            break
        if fin > desde:
            partes.append((desde, inicio))
            desde = fin
    partes.append((desde, hasta))
    return [p for p in partes if p[0] < p[1]]
