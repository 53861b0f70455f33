"""Raised letters: the "º" of "Nº" and the "ª" of "1ª" come out of tesseract as "*", "2", "?" or a quote, and a "1ª Región"
read as "12 Región" is another region. Where they stand tells them: their foot is far above that of the line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.lectores.escaneo.renglones import Renglon

if TYPE_CHECKING:
    from extractor.lectores.escaneo.imagenes import Grises
    from extractor.lectores.escaneo.ocr import Palabra

ELEVACION = 0.2
"""Part of the type size by which the foot of a raised letter stands above the line."""
MENOR_ALTO = 0.2
"""Part of the type size under which a raised mark is a quote or a dot, and no letter."""
_POSIBLE = re.compile(r"^(?P<antes>\(?(?:[Nn]|\d{1,2}))(?P<marca>[^\s\d.,)%:;]{1,2}|\d)(?P<despues>\d*[.,:;)]*)$")


def con_ordinales(renglon: Renglon, limpia: Grises) -> Renglon:
    """The line with its raised letters written as such."""
    palabras = list(renglon.palabras)
    for n, palabra in enumerate(palabras):
        hallada = _POSIBLE.match(palabra.texto)
        if hallada is None or hallada["marca"] in ("°", "º", "ª"):
            continue
        if hallada["antes"].lower().lstrip("(") == "n" and (hallada["marca"].isalpha() and hallada["despues"].isdigit()):
            continue
        if _elevada(palabra, len(hallada["antes"]), renglon, limpia):
            sigue = palabras[n + 1].texto[:3].lower() if n + 1 < len(palabras) else ""
            marca = "ª" if hallada["antes"].lstrip("(").isdigit() and (sigue == "reg" or hallada["marca"] in "a2ªaA") else "º"
            palabras[n] = replace(palabra, texto=f"{hallada['antes']}{marca}{hallada['despues']}")
    return replace(renglon, palabras=tuple(palabras))


def _elevada(palabra: Palabra, previas: int, renglon: Renglon, limpia: Grises) -> bool:
    """Whether the glyph after the first ``previas`` of a word stands raised."""
    trozo = limpia[max(palabra.y0, 0) : palabra.y1, max(palabra.x0, 0) : palabra.x1] < 150
    glifos = _glifos(trozo)
    if len(glifos) <= previas:
        return False
    x0, x1 = glifos[previas]
    filas = trozo[:, x0:x1].any(1).nonzero()[0]
    pie = palabra.y0 + int(filas[-1]) + 1
    alto = int(filas[-1]) - int(filas[0]) + 1
    return renglon.base - pie >= ELEVACION * renglon.tamano and alto >= MENOR_ALTO * renglon.tamano


def _glifos(trozo: Grises) -> list[tuple[int, int]]:
    """First and past-the-last column of each run of inked columns."""
    glifos: list[tuple[int, int]] = []
    inicio: int | None = None
    for x, lleno in enumerate([*(bool(v) for v in trozo.any(0)), False]):
        if lleno and inicio is None:
            inicio = x
        elif not lleno and inicio is not None:
            glifos.append((inicio, x))
            inicio = None
    return glifos
