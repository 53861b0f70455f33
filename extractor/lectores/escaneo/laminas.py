"""Pieces of a page laid one under another on a sheet of their own, for one call of tesseract.

A table read as a page mixes the lines of neighbouring cells; a sheet has one column and one cell after another.
A hundred cells cost one start of the program instead of a hundred.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.lectores.escaneo.ocr import Palabra, leer_palabras

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from extractor.lectores.escaneo.imagenes import Grises

CajaPx = tuple[int, int, int, int]

MARGEN = 24
SEPARACION = 0.14
"""Inches of paper between two pieces."""
ALTO_MAXIMO = 7000
ANCHO_MAXIMO = 30000
VECINDAD, ALCANCE_TINTA = 2, 6
MIN_NUCLEO, MIN_CERCANO = 10, 7
"""Ink is what has so many inked dots within ``VECINDAD`` (a full stop at 200 dpi has sixteen), what touches it, and the
smaller specks within ``ALCANCE_TINTA`` of it (the dot of an i); the rest is dust."""
_UN_BLOQUE = 6
"""Tesseract's page mode for a sheet of pieces."""
_TRAZO = 2
"""Inked dots from which a row or a column of a box holds a stroke."""
LEJOS = 14
SUCIA = 0.00002
"""Share of a page that specks far from any ink take from which it is a dirty one."""


@dataclass(frozen=True, slots=True)
class Puesta:
    """Where a piece was laid: its box on the page and its top on the sheet."""

    indice: int
    caja: CajaPx
    arriba: int


def leer_recortes(pixeles: Grises, ppp: float, cajas: Sequence[CajaPx], escala: float) -> list[list[Palabra]]:
    """The words of each box of the page, in page pixels. Boxes without ink give none without being looked at."""
    leidas: list[list[Palabra]] = [[] for _ in cajas]
    for puestas, ancho, alto in _repartir(cajas, ppp, escala):
        lamina = _componer(pixeles, puestas, ancho, alto, escala)
        for palabra in leer_palabras(lamina, ppp * escala, _UN_BLOQUE):
            medio = (palabra.y0 + palabra.y1) / 2
            puesta = _cual(puestas, medio, escala, ppp)
            if puesta is None:
                continue
            x, y = puesta.caja[0] - MARGEN / escala, puesta.caja[1] - puesta.arriba / escala
            leidas[puesta.indice].append(
                Palabra(
                    palabra.texto,
                    round(palabra.x0 / escala + x),
                    round(palabra.y0 / escala + y),
                    round(palabra.x1 / escala + x),
                    round(palabra.y1 / escala + y),
                    palabra.confianza,
                    palabra.linea,
                )
            )
    return leidas


def _repartir(cajas: Sequence[CajaPx], ppp: float, escala: float) -> list[tuple[list[Puesta], int, int]]:
    """Boxes dealt out to sheets: what lies on each, its width and its height."""
    separacion = round(SEPARACION * ppp * escala)
    hojas: list[tuple[list[Puesta], int, int]] = []
    puestas: list[Puesta] = []
    ancho, y = 0, separacion
    for indice, caja in enumerate(cajas):
        alto_caja, ancho_caja = round((caja[3] - caja[1]) * escala), round((caja[2] - caja[0]) * escala)
        if alto_caja <= 0 or ancho_caja <= 0 or ancho_caja > ANCHO_MAXIMO:
            continue
        if puestas and y + alto_caja > ALTO_MAXIMO:
            hojas.append((puestas, ancho, y))
            puestas, ancho, y = [], 0, separacion
        puestas.append(Puesta(indice, caja, y))
        ancho = max(ancho, ancho_caja + 2 * MARGEN)
        y += alto_caja + separacion
    if puestas:
        hojas.append((puestas, ancho, y))
    return hojas


def _componer(pixeles: Grises, puestas: Sequence[Puesta], ancho: int, alto: int, escala: float) -> Grises:
    import numpy as np
    from PIL import Image

    lamina = np.full((alto, ancho), 255, dtype=np.uint8)
    for puesta in puestas:
        x0, y0, x1, y1 = puesta.caja
        trozo = pixeles[y0:y1, x0:x1]
        if escala != 1:
            medidas = (round((x1 - x0) * escala), round((y1 - y0) * escala))
            trozo = np.array(Image.fromarray(np.ascontiguousarray(trozo)).resize(medidas, Image.Resampling.BICUBIC))
        lamina[puesta.arriba : puesta.arriba + trozo.shape[0], MARGEN : MARGEN + trozo.shape[1]] = trozo
    return lamina


def _cual(puestas: Sequence[Puesta], medio: float, escala: float, ppp: float) -> Puesta | None:
    """The piece on which a height of the sheet falls; None in the paper between."""
    holgura = SEPARACION * ppp * escala / 3
    for puesta in puestas:
        if puesta.arriba - holgura <= medio <= puesta.arriba + (puesta.caja[3] - puesta.caja[1]) * escala + holgura:
            return puesta
    return None


def limpiar(pixeles: Grises) -> Grises:
    """The page on white paper: the background levelled, dust taken out."""
    import numpy as np

    papel = float(np.percentile(pixeles, 80))
    tinta = float(np.percentile(pixeles, 0.01))
    if papel - tinta < 40:
        return np.full_like(pixeles, 255)
    bajo, alto = tinta, papel - 0.12 * (papel - tinta)
    nivel = (pixeles.astype(np.float32) - bajo) * (255 / (alto - bajo))
    limpia: Grises = np.clip(nivel, 0, 255).astype(np.uint8)
    limpia[_polvo(limpia < 170)] = 255
    return limpia


def _polvo(tinta: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Specks far from any ink; on a dirty page also the faintest of those near it. A clean page keeps these: in small
    type a decimal point is no larger than dust."""
    cuantos = _vecinos(tinta, VECINDAD)
    nucleo = tinta & (cuantos >= MIN_NUCLEO)
    lejos: NDArray[np.bool_] = tinta & (_vecinos(nucleo, LEJOS) == 0)
    if int(lejos.sum()) < SUCIA * tinta.size:
        return lejos
    pegada = _vecinos(nucleo, VECINDAD) > 0
    puntos = tinta & (cuantos >= MIN_CERCANO) & (_vecinos(nucleo, ALCANCE_TINTA) > 0)
    cercana = _vecinos(puntos, VECINDAD) > 0
    polvo: NDArray[np.bool_] = tinta & ~pegada & ~cercana
    return polvo


def _vecinos(tinta: NDArray[np.bool_], radio: int) -> NDArray[np.int32]:
    """For each dot, how many are inked in the square around it."""
    import numpy as np

    lado = 2 * radio + 1
    sumas = np.pad(tinta.astype(np.int32), ((radio + 1, radio), (radio + 1, radio)))
    sumas = sumas.cumsum(0, dtype=np.int32).cumsum(1, dtype=np.int32)
    cuantos: NDArray[np.int32] = sumas[lado:, lado:] - sumas[:-lado, lado:] - sumas[lado:, :-lado] + sumas[:-lado, :-lado]
    return cuantos


def caja_de_tinta(limpia: Grises, caja: CajaPx, borde: int) -> CajaPx | None:
    """The part of a box that holds ink, with ``borde`` pixels around; None for a blank one."""
    import numpy as np

    x0, y0, x1, y1 = caja
    trozo = limpia[y0:y1, x0:x1] < 150
    filas, columnas = np.flatnonzero(trozo.sum(1) >= _TRAZO), np.flatnonzero(trozo.sum(0) >= _TRAZO)
    if len(filas) < 3 or len(columnas) < 2:
        return None
    return (
        max(x0 + int(columnas[0]) - borde, x0),
        max(y0 + int(filas[0]) - borde, y0),
        min(x0 + int(columnas[-1]) + 1 + borde, x1),
        min(y0 + int(filas[-1]) + 1 + borde, y1),
    )
