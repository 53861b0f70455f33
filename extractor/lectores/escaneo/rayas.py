"""Ruling lines found in the pixels of a straight page, tolerant to broken, blurred and slightly slanted ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.lectores.escaneo.trazos import cerrar_cortes, tramos_largos

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from extractor.lectores.escaneo.imagenes import Grises, Mascara

LARGO_MINIMO = 0.14
"""Inches: shorter runs are strokes of letters. A row of one line of text is this high."""
CORTE = 0.015
GROSOR_MAXIMO = 0.045
AISLAMIENTO = 0.03
"""Inches from a ruling to where there must be paper beside it: the foot of a line of text has ink above it."""
TINTA_VECINA = 0.4
LARGO_SEGURO = 1.2
"""Inches: a shorter stroke may be part of a word, and is a ruling only if it goes from one ruling to another."""
ALCANCE, SOBRANTE = 0.02, 0.06
"""Inches by which such a stroke may stop short of the rulings it meets, and run past them."""
COBERTURA, COBERTURA_CORTA, COBERTURA_PLENA = 0.8, 0.93, 0.96
"""Share of its length that a ruling inks; letters that stand over one another leave more paper between them."""
UNION = 0.15
"""Inches between two pieces of one broken ruling."""
DESVIO = 0.02
OSCURO = 55
"""Levels under the paper's that make a pixel part of a ruling: a blurred hairline is pale."""
TRAMO_PINTADO, TINTA_PROPIA = 0.25, 0.55
"""Inches of a ruling painted over at a time, and the share of that stretch which a line of pixels of it inks."""
MAX_RAYAS = 1500
MAX_TRAMOS = 30_000
"""A page with more strokes is a drawing or a halftone, and is read without a grid."""


@dataclass(frozen=True, slots=True)
class Raya:
    """A ruling: its place across (``eje``: y of a horizontal one), from ``desde`` to ``hasta`` along, in pixels, and
    the first and last line of pixels it inks."""

    eje: float
    desde: int
    hasta: int
    minimo: int
    maximo: int


def rayas(pixeles: Grises, ppp: float) -> tuple[list[Raya], list[Raya]]:
    """The horizontal and the vertical rulings of a page."""
    import numpy as np

    papel = int(np.percentile(pixeles, 80))
    tinta = pixeles < papel - OSCURO
    candidatas_h, candidatas_v = _candidatas(tinta, ppp), _candidatas(tinta.T, ppp)
    horizontales = [r for r in candidatas_h if r.hasta - r.desde >= LARGO_SEGURO * ppp]
    verticales = [r for r in candidatas_v if r.hasta - r.desde >= LARGO_SEGURO * ppp or _llega(r, horizontales, ppp)]
    horizontales = [r for r in candidatas_h if r in horizontales or _llega(r, verticales, ppp)]
    verticales = [r for r in candidatas_v if r in verticales or _llega(r, horizontales, ppp)]
    return horizontales, verticales


def _llega(corta: Raya, otras: list[Raya], ppp: float) -> bool:
    """Whether both ends of a stroke lie on rulings that cross it. It may run past them (dust lengthens it), not stop
    short: the stem of a letter does."""
    corto, largo = ALCANCE * ppp, SOBRANTE * ppp

    def toca(punta: int, sentido: int) -> bool:
        return any(
            -corto <= sentido * (punta - o.eje) <= largo and o.desde - corto <= corta.eje <= o.hasta + corto for o in otras
        )

    return toca(corta.desde, -1) and toca(corta.hasta, 1)


def sin_rayas(pixeles: Grises, horizontales: list[Raya], verticales: list[Raya], ppp: float) -> Grises:
    """The page with its rulings painted over with paper, so that they are not read as letters.

    Stretch by stretch, since a ruling may step or slant: only the lines of pixels that it inks there, and one on each
    side. The foot of a "g" that touches it stays.
    """
    import numpy as np

    limpia = pixeles.copy()
    papel = int(np.percentile(pixeles, 80))
    tinta = pixeles < papel - OSCURO
    largo = max(8, round(TRAMO_PINTADO * ppp))
    for raya in horizontales:
        _pintar(limpia, tinta, raya, largo, papel)
    for raya in verticales:
        _pintar(limpia.T, tinta.T, raya, largo, papel)
    return limpia


def _pintar(limpia: Grises, tinta: Mascara, raya: Raya, largo: int, papel: int) -> None:
    arriba, abajo = max(raya.minimo - 1, 0), raya.maximo + 2
    for desde in range(raya.desde, raya.hasta, largo):
        hasta = min(desde + largo, raya.hasta)
        parte = tinta[arriba:abajo, desde:hasta].mean(axis=1)
        propias = parte >= TINTA_PROPIA
        if not propias.any():
            # a gap, or too broken to tell: all of it, as far as the ruling goes anywhere
            limpia[arriba:abajo, desde:hasta] = papel
            continue
        propias[:-1] |= propias[1:]
        propias[1:] |= parte[:-1] >= TINTA_PROPIA
        limpia[arriba:abajo, desde:hasta][propias] = papel


def _candidatas(tinta: NDArray[np.bool_], ppp: float) -> list[Raya]:
    import numpy as np

    cerrada = cerrar_cortes(np.ascontiguousarray(tinta), max(1, round(CORTE * ppp)))
    tramos = tramos_largos(cerrada, round(LARGO_MINIMO * ppp))
    piezas = _agrupar(tramos) if len(tramos) <= MAX_TRAMOS else []
    if len(piezas) > MAX_RAYAS:
        return []
    return [raya for raya in _unir(piezas, ppp) if _es_raya(tinta, raya, ppp)]


def _agrupar(tramos: list[tuple[int, int, int]]) -> list[Raya]:
    """Runs of neighbouring lines of pixels that overlap are one stroke."""
    abiertas: list[Raya] = []
    cerradas: list[Raya] = []
    for y, x0, x1 in tramos:
        siguen: list[Raya] = []
        propia = Raya(y, x0, x1, y, y)
        for raya in abiertas:
            if raya.maximo < y - 2:
                cerradas.append(raya)
            elif x0 <= raya.hasta and x1 >= raya.desde:
                propia = _suma(raya, propia)
            else:
                siguen.append(raya)
        abiertas = [*siguen, propia]
    return sorted([*cerradas, *abiertas], key=lambda r: (r.desde, r.minimo))


def _suma(una: Raya, otra: Raya) -> Raya:
    minimo, maximo = min(una.minimo, otra.minimo), max(una.maximo, otra.maximo)
    return Raya((minimo + maximo) / 2, min(una.desde, otra.desde), max(una.hasta, otra.hasta), minimo, maximo)


def _unir(piezas: list[Raya], ppp: float) -> list[Raya]:
    """Pieces of one broken ruling joined end to end."""
    hechas: list[Raya] = []
    for pieza in piezas:
        for n, hecha in enumerate(hechas):
            cerca = pieza.minimo - hecha.maximo <= DESVIO * ppp and hecha.minimo - pieza.maximo <= DESVIO * ppp
            if cerca and -GROSOR_MAXIMO * ppp <= pieza.desde - hecha.hasta <= UNION * ppp:
                hechas[n] = _suma(hecha, pieza)
                break
        else:
            hechas.append(pieza)
    return sorted(hechas, key=lambda r: (r.eje, r.desde))


def _es_raya(tinta: NDArray[np.bool_], raya: Raya, ppp: float) -> bool:
    """Thin, hardly broken, and with paper on both sides (a long unbroken one needs none: text may crowd it)."""
    if raya.maximo - raya.minimo + 1 > GROSOR_MAXIMO * ppp + (raya.hasta - raya.desde) * 0.003:
        return False
    larga = raya.hasta - raya.desde >= LARGO_SEGURO * ppp
    cubierta = float(tinta[raya.minimo : raya.maximo + 1, raya.desde : raya.hasta].any(axis=0).mean())
    if cubierta < (COBERTURA if larga else COBERTURA_CORTA):
        return False
    if larga and cubierta >= COBERTURA_PLENA:
        return True
    margen = round(AISLAMIENTO * ppp)
    for y in (raya.minimo - margen, raya.maximo + margen):
        if 0 <= y < tinta.shape[0] and float(tinta[y, raya.desde : raya.hasta].mean()) > TINTA_VECINA:
            return False
    return True
