"""What a form field shows that is no text of the document: a tick box, or the choice of a list ([MS-DOC] 2.9.78)."""

from __future__ import annotations

import struct

_CASILLA = ("☐", "☒")
_POR_OMISION = 25
_DATOS = 0x44
"""Bytes before the field's own data (NilPICFAndBinData)."""


def valor(datos: bytes, lugar: int) -> str | None:
    """The sign of the tick box or the text of the list whose data stand at ``lugar`` of the data stream; None for any
    other field, or for data that do not say."""
    if lugar + _DATOS + 10 > len(datos) or struct.unpack_from("<H", datos, lugar + 4)[0] != _DATOS:
        return None
    lugar += _DATOS
    marca, banderas = struct.unpack_from("<IH", datos, lugar)
    clase, resultado = banderas & 3, banderas >> 2 & 0x1F
    if marca != 0xFFFFFFFF or clase not in (1, 2):
        return None
    lugar = _tras_cadena(datos, lugar + 10)
    if lugar + 2 > len(datos):
        return None
    if resultado == _POR_OMISION:
        resultado = struct.unpack_from("<H", datos, lugar)[0]
    if clase == 1:
        return _CASILLA[bool(resultado)]
    lugar += 2
    for _ in range(5):  # format, help, status, and the macros on entry and exit
        lugar = _tras_cadena(datos, lugar)
    return _opcion(datos, lugar, resultado)


def _tras_cadena(datos: bytes, lugar: int) -> int:
    """The place after a string of two-byte characters closed by a zero."""
    return lugar + 4 + 2 * struct.unpack_from("<H", datos, lugar)[0] if lugar + 2 <= len(datos) else len(datos)


def _opcion(datos: bytes, lugar: int, cual: int) -> str | None:
    """Item ``cual`` of a list of strings (an extended STTB)."""
    if lugar + 6 > len(datos):
        return None
    cuantas, extra = struct.unpack_from("<HH", datos, lugar + 2)
    lugar += 6
    for numero in range(min(cuantas, 256)):
        if lugar + 2 > len(datos):
            return None
        largo = 2 * struct.unpack_from("<H", datos, lugar)[0]
        if numero == cual:
            return datos[lugar + 2 : lugar + 2 + largo].decode("utf-16-le", "replace")
        lugar += 2 + largo + extra
    return None
