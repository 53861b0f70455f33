"""Raised letters: the "º" of "Nº" and the "ª" of "1ª" come out of tesseract as "*", "2", "?" or a quote, and a "1ª Región"
read as "12 Región" is another region. Where they stand tells them: their foot is far above that of the line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.lectores.escaneo.renglones import Renglon
from extractor.lectores.escaneo.trazos import extremos, glifos

if TYPE_CHECKING:
    from extractor.lectores.escaneo.imagenes import Grises, Mascara

ELEVACION = 0.25
"""Part of the height of the glyph before it by which the foot of a raised letter stands above that one's."""
ALTO_RELATIVO = (0.25, 0.85)
"""Height of a raised letter by that of the glyph before it; a lower one is a quote or a dot."""
SIMETRIA = 0.86
"""Share of a glyph that its mirror image covers: the I of "IIª" is even, the 1 of "11ª" leans to its flag."""
_POSIBLE = re.compile(r"^(?P<antes>\(?(?:[Nn]|\d{1,2}))(?P<marca>[^\s\d.,)%:;]{1,2}|\d)(?P<despues>\d*[.,:;)]*)$")

_ELE = re.compile(r"^[l|][.)][-–—]?$")


def con_ordinales(renglon: Renglon, limpia: Grises) -> Renglon:
    """The line with its raised letters written as such."""
    palabras = list(renglon.palabras)
    for n, palabra in enumerate(palabras):
        hallada = _POSIBLE.match(palabra.texto)
        if hallada is None:
            continue
        if hallada["antes"].lower().lstrip("(") == "n" and (hallada["marca"].isalpha() and hallada["despues"].isdigit()):
            continue
        trozo = limpia[max(palabra.y0, 0) : palabra.y1, max(palabra.x0, 0) : palabra.x1] < 150
        hallados = glifos(trozo)
        antes = hallada["antes"]
        if not _elevada(trozo, hallados, len(antes)):
            continue
        if antes.strip("1") == "" and all(_simetrico(trozo[:, a:b]) for a, b in hallados[: len(antes)]):
            antes = "I" * len(antes)
        sigue = palabras[n + 1].texto[:3].lower() if n + 1 < len(palabras) else ""
        femenino = antes[-1] not in "nN" and (sigue == "reg" or hallada["marca"] in "a2ªaA")
        despues = hallada["despues"] if len(hallados) > len(antes) + 1 else hallada["despues"].lstrip("0123456789")
        palabras[n] = replace(palabra, texto=f"{antes}{'ª' if femenino else 'º'}{despues}")
    return replace(renglon, palabras=tuple(palabras))


def sin_ele(renglon: Renglon) -> Renglon:
    """The line whose opening number came out as the letter ("l.- Revisar") with the number."""
    primera = renglon.palabras[0]
    if len(renglon.palabras) < 2 or not _ELE.match(primera.texto):
        return renglon
    return replace(renglon, palabras=(replace(primera, texto=f"1{primera.texto[1:]}"), *renglon.palabras[1:]))


def _elevada(trozo: Mascara, hallados: list[tuple[int, int]], previas: int) -> bool:
    """Whether the glyph after the first ``previas`` of a word stands raised beside the one before it."""
    if len(hallados) <= previas:
        return False
    cabeza, pie = extremos(trozo, hallados[previas])
    cabeza_previa, pie_previo = extremos(trozo, hallados[previas - 1])
    alto_previo = pie_previo - cabeza_previa
    parecida = ALTO_RELATIVO[0] * alto_previo <= pie - cabeza <= ALTO_RELATIVO[1] * alto_previo
    return parecida and pie_previo - pie >= ELEVACION * alto_previo


def _simetrico(glifo: Mascara) -> bool:
    comun = int((glifo & glifo[:, ::-1]).sum())
    return comun >= SIMETRIA * int(glifo.sum())
