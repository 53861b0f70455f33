"""Text over the picture of a page: what a program that recognised it left in a scanned PDF, so that it can be searched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

PARTE = 0.9
"""Share of the letters of a page that lie over its pictures, and that are not seen, from which all are taken so: a stamped page
number is neither."""
CUBRE = 0.8
"""Share of a page that one picture takes when it is the page."""
MAX_IMAGENES = 50
"""Pictures looked at, the largest first; a scan comes as one, or in strips."""

Caja = tuple[float, float, float, float]


def mirar(letras: Sequence[dict[str, Any]], imagenes: Sequence[dict[str, Any]], area: float) -> tuple[bool, bool]:
    """Whether the text of a page lies over a picture of it, and whether it is not seen: laid without ink, or painted over by
    the picture."""
    visibles = [c for c in letras if not c["text"].isspace()]
    cajas = sorted(((_caja(i), i["orden"]) for i in imagenes), key=lambda c: -_area(c[0]))[:MAX_IMAGENES]
    if not visibles or not cajas:
        return False, False
    debajo = [[orden for caja, orden in cajas if _dentro(c, caja)] for c in visibles]
    if sum(map(bool, debajo)) < PARTE * len(visibles):
        return False, False
    ocultas = sum(c["sin_tinta"] or max(suyas, default=0) > c["orden"] for c, suyas in zip(visibles, debajo, strict=True))
    oculta = ocultas >= PARTE * len(visibles)
    return oculta or _area(cajas[0][0]) >= CUBRE * area, oculta


def _caja(imagen: dict[str, Any]) -> Caja:
    return (float(imagen["x0"]), float(imagen["top"]), float(imagen["x1"]), float(imagen["bottom"]))


def _area(caja: Caja) -> float:
    return max(0.0, caja[2] - caja[0]) * max(0.0, caja[3] - caja[1])


def _dentro(letra: dict[str, Any], caja: Caja) -> bool:
    x, y = (letra["x0"] + letra["x1"]) / 2, (letra["top"] + letra["bottom"]) / 2
    return bool(caja[0] <= x <= caja[2] and caja[1] <= y <= caja[3])
