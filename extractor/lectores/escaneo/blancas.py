"""Scanned pages without ink: a blank sheet between others was read whole, and hides nothing from the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.lectores.escaneo.imagenes import Grises

_LADO = 4
"""Pixels of the side of a block whose mean grey is looked at: about a stroke of type at the resolutions that are read."""
_DESVIOS = 6.0
_MINIMO = 3.0
"""Greys, and deviations of the paper's own noise, by which a block is darker than the paper."""
_JUNTOS = 3
_BLOQUES_DE_TINTA = 12
"""Dark blocks, with others beside them, from which there may be ink, however pale: dust lies apart."""


def en_blanco(pixeles: Grises) -> bool:
    """Whether the grey pixels of a page (0 black) hold paper, its noise and dust and nothing else. A page with a shadow, a stain
    or letters too pale to be read is none."""
    import numpy as np

    alto, ancho = (n // _LADO for n in pixeles.shape)
    if not alto or not ancho:
        return False
    bloques = pixeles[: alto * _LADO, : ancho * _LADO].reshape(alto, _LADO, ancho, _LADO).mean(axis=(1, 3), dtype=np.float32)
    papel = float(np.median(bloques))
    desvio = 1.4826 * float(np.median(np.abs(bloques - papel)))
    oscuros = np.pad(bloques < papel - max(_MINIMO, _DESVIOS * desvio), 1)
    vecinos = sum(oscuros[y : y + alto, x : x + ancho].astype(np.uint8) for y in range(3) for x in range(3))
    juntos = oscuros[1:-1, 1:-1] & (vecinos >= _JUNTOS)
    return papel > 127 and int(juntos.sum()) <= _BLOQUES_DE_TINTA
