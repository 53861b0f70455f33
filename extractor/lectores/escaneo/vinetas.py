"""Bullets, which tesseract reads as whatever letter they resemble: a solid square or disc that opens a line is one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.lectores.escaneo.renglones import Renglon

if TYPE_CHECKING:
    from extractor.lectores.escaneo.imagenes import Grises

VINETA = "▪"
LLENO = 0.7
"""Share of its box that a solid mark inks; letters and digits ink about half of theirs."""
LARGO = 2
PARTE_DEL_TAMANO = (0.12, 0.62)


def con_vineta(renglon: Renglon, limpia: Grises) -> Renglon:
    """The line with its bullet, if it opens with one, written as a bullet."""
    if len(renglon.palabras) < 2 or len(renglon.palabras[0].texto) > LARGO:
        return renglon
    primera = renglon.palabras[0]
    trozo = limpia[primera.y0 : primera.y1, primera.x0 : primera.x1] < 150
    if trozo.size == 0 or not trozo.any():
        return renglon
    import numpy as np

    filas, columnas = np.flatnonzero(trozo.any(axis=1)), np.flatnonzero(trozo.any(axis=0))
    tinta = trozo[filas[0] : filas[-1] + 1, columnas[0] : columnas[-1] + 1]
    alto, ancho = tinta.shape
    menor, mayor = (p * renglon.tamano for p in PARTE_DEL_TAMANO)
    cuadrada = menor <= alto <= mayor and menor <= ancho <= mayor and 0.6 <= alto / ancho <= 1.6
    if not cuadrada or float(tinta.mean()) < LLENO or renglon.base - (primera.y0 + filas[-1]) < -0.1 * renglon.tamano:
        return renglon
    return replace(renglon, palabras=(replace(primera, texto=VINETA), *renglon.palabras[1:]))
