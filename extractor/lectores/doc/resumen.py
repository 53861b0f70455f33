"""Author, title and dates from the file's summary ([MS-OLEPS] 2.21).

Read here and not by olefile, which believes a damaged count of values and builds lists of four thousand million.
"""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta

_PAGINA = 1
_TEXTOS = {2: "titulo", 4: "autor"}
_FECHAS = {12: "creado", 13: "modificado"}
_ENTERO, _TEXTO, _TEXTO_ANCHO, _FECHA = 2, 30, 31, 64
_MAXIMO = 64
_UTF8 = 65001
_ORIGEN = datetime(1601, 1, 1, tzinfo=UTC)


def leer_resumen(crudo: bytes) -> dict[str, str | None]:
    """What the summary states; None for what it does not say, and for all of it when it is damaged."""
    hechos: dict[str, str | None] = {"autor": None, "creado": None, "modificado": None, "titulo": None}
    try:
        seccion = struct.unpack_from("<I", crudo, 44)[0]
        cuantas = min(struct.unpack_from("<I", crudo, seccion + 4)[0], _MAXIMO)
        lugares = dict(struct.unpack_from("<II", crudo, seccion + 8 + 8 * i) for i in range(cuantas))
        codigo = "cp1252"
        if _PAGINA in lugares:
            clase, pagina = struct.unpack_from("<IH", crudo, seccion + lugares[_PAGINA])
            codigo = "utf-8" if clase & 0xFFFF == _ENTERO and pagina == _UTF8 else codigo
        for numero, nombre in _TEXTOS.items():
            if numero in lugares:
                hechos[nombre] = _texto(crudo, seccion + lugares[numero], codigo)
        for numero, nombre in _FECHAS.items():
            if numero in lugares:
                hechos[nombre] = _fecha(crudo, seccion + lugares[numero])
    except struct.error:
        return dict.fromkeys(hechos)
    return hechos


def _texto(crudo: bytes, lugar: int, codigo: str) -> str | None:
    clase, largo = struct.unpack_from("<II", crudo, lugar)
    if clase & 0xFFFF == _TEXTO_ANCHO:
        codigo, largo = "utf-16-le", 2 * largo
    elif clase & 0xFFFF != _TEXTO:
        return None
    return crudo[lugar + 8 : lugar + 8 + largo].decode(codigo, "replace").split("\x00")[0].strip() or None


def _fecha(crudo: bytes, lugar: int) -> str | None:
    """A date in tenths of a microsecond since 1601, in universal time."""
    clase, valor = struct.unpack_from("<IQ", crudo, lugar)
    if clase & 0xFFFF != _FECHA or not valor:
        return None
    try:
        return (_ORIGEN + timedelta(microseconds=valor // 10)).replace(microsecond=0).isoformat()
    except OverflowError:
        return None
