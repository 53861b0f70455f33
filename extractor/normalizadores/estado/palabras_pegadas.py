"""Words of a state typed without the blank between them, small ones read with another stroke ("nose pudo", "l de 3", "Ios")."""

from __future__ import annotations

import re

_NO_SE = re.compile(r"\b([Nn])ose(?=\s+[a-záéíóú])")
_SIN_ESPACIO = re.compile(r"(?<=[a-záéíóúñ]{3})\.(?=[a-záéíóúñ]{4})(?![a-z.]*\.?(?:cl|com|org|net|doc|pdf|xls)\b)")
_UNO_DE = re.compile(r"[lI](?<![^\W_].)(?=\s+de\s+(?:l[oa]s\s+|[lI]os\s+)?\d)")
_ELE = re.compile(r"(?<![^\W_])I(?=(?:as?|os?|e)\b)(?![oO]\b)")
_DIRECCIONES = ("@", "www")
"""A text with an address of the net is left as it is."""


def despegado(texto: str) -> str:
    """``texto`` with its words parted and its strokes mended.

    >>> despegado("nose pudo"), despegado("firmado.falta la firma"), despegado("l de 3"), despegado("ver www.sitio.minvu.cl")
    ('no se pudo', 'firmado. falta la firma', '1 de 3', 'ver www.sitio.minvu.cl')
    """
    if any(senal in texto for senal in _DIRECCIONES):
        return texto
    texto = _NO_SE.sub(r"\1o se", texto) if "ose" in texto else texto
    texto = _SIN_ESPACIO.sub(". ", texto) if "." in texto else texto
    texto = _UNO_DE.sub("1", texto) if "de" in texto else texto
    return _ELE.sub("l", texto) if "I" in texto else texto
