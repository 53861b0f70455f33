"""What the pixels tell better than tesseract does: a space it swallowed ("Capacitara" for "Capacitar a") and whether a
letter of one shape is a capital ("Ss" for the "s" that a narrow cell broke off)."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.lectores.escaneo.ocr import Palabra
from extractor.lectores.escaneo.renglones import ALTO_MAYUSCULA, ALTO_X, Renglon
from extractor.lectores.escaneo.trazos import extremos, glifos

if TYPE_CHECKING:
    from extractor.lectores.escaneo.imagenes import Grises, Mascara

ESPACIO = 0.19
"""Paper between two letters, by type size, that is a space; letters of one word stand half as far apart."""
VECES_ENTRE_LETRAS = 2.2
MIN_LETRAS = 4
CORTE_ALTO = (ALTO_MAYUSCULA + ALTO_X) / 2
_DE_UNA_FORMA = set("cosuvwxz")
_COMO_LETRA = {"5": "s", "0": "o"}


def retocar(renglon: Renglon, limpia: Grises, tamano: float) -> Renglon:
    """The line with swallowed spaces put back and the case of its first letter as drawn.

    ``tamano``: the commonest type size of the page in pixels, for lines too short to tell their own.
    """
    palabras: list[Palabra] = []
    for palabra in renglon.palabras:
        palabras.extend(_con_espacios(palabra, limpia, renglon.tamano))
    propio = renglon.tamano if len("".join(p.texto for p in palabras)) > 2 else tamano
    palabras[0] = _primera(palabras[0], limpia, propio, sola=len(palabras) == 1)
    return replace(renglon, palabras=tuple(palabras))


def tinta_de(palabra: Palabra, limpia: Grises) -> Mascara:
    """The inked pixels of a word's box."""
    trozo: Mascara = limpia[max(palabra.y0, 0) : palabra.y1, max(palabra.x0, 0) : palabra.x1] < 150
    return trozo


def _con_espacios(palabra: Palabra, limpia: Grises, tamano: float) -> list[Palabra]:
    """The word, or its parts where a space is seen and every letter has a glyph of its own to count by."""
    texto = palabra.texto
    if len(texto) < MIN_LETRAS or not texto.isalpha():
        return [palabra]
    hallados = glifos(tinta_de(palabra, limpia))
    if len(hallados) != len(texto):
        return [palabra]
    huecos = [b[0] - a[1] for a, b in pairwise(hallados)]
    minimo = max(ESPACIO * tamano, VECES_ENTRE_LETRAS * statistics.median(huecos))
    cortes = [0, *(n for n, hueco in enumerate(huecos, start=1) if hueco > minimo), len(texto)]
    x = max(palabra.x0, 0)
    return (
        [replace(palabra, texto=texto[a:b], x0=x + hallados[a][0], x1=x + hallados[b - 1][1]) for a, b in pairwise(cortes)]
        if len(cortes) > 2
        else [palabra]
    )


def _primera(palabra: Palabra, limpia: Grises, tamano: float, sola: bool) -> Palabra:
    """The word with the case of its first letter by its height; alone on its line, a low "5" is an s."""
    texto = palabra.texto
    trozo = tinta_de(palabra, limpia)
    hallados = glifos(trozo)
    if not hallados:
        return palabra
    baja = _alto(trozo, hallados) < CORTE_ALTO * tamano
    if sola and len(hallados) == 1 and len(texto) <= 2:
        letra = _COMO_LETRA.get(texto, texto[0].lower()) if baja else texto[0]
        if letra in _DE_UNA_FORMA and baja:
            return replace(palabra, texto=letra)
        return palabra
    if len(texto) > 1 and texto.isalpha() is False and not texto[0].isalpha():
        return palabra
    if baja and len(texto) > 2 and texto[0].lower() in _DE_UNA_FORMA and texto[0].isupper() and texto[1].islower():
        return replace(palabra, texto=texto[0].lower() + texto[1:])
    return palabra


def _alto(trozo: Mascara, hallados: Sequence[tuple[int, int]]) -> int:
    cabeza, pie = extremos(trozo, hallados[0])
    return pie - cabeza
