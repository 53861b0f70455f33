"""Pictures of the size of a table: nothing in them is read, so where one stands in the place of a table that is told."""

from __future__ import annotations

import re

_ANCHO, _ALTO = 9.0, 2.0
"""Centimetres: what is smaller is a letterhead, a stamp or a signature."""
_MEDIDA = re.compile(r"^\s*([\d.]{1,12})\s*(cm|mm|in|pt|px|pc)?\s*$")
_EN_CM = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}


def es_grande(ancho: float, alto: float) -> bool:
    """Whether a picture of these centimetres may hold a table."""
    return ancho >= _ANCHO and alto >= _ALTO


def en_cm(medida: str | None, unidad: str = "px") -> float:
    """A length of a style or an attribute in centimetres, in ``unidad`` where it names none; 0 for what is no length.

    >>> en_cm("20.5cm"), round(en_cm("600"), 1), en_cm("auto")
    (20.5, 15.9, 0.0)
    """
    hallada = _MEDIDA.match(medida or "")
    if hallada is None or hallada[1].count(".") > 1 or not hallada[1].strip("."):
        return 0.0
    return float(hallada[1]) * _EN_CM[hallada[2] or unidad]
