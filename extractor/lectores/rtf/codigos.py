"""Code pages of RTF: the document's own, and that of each font by its charset."""

from __future__ import annotations

_JUEGOS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437",
    255: "cp850",
}  # fmt: skip
_PAGINAS = {10000: "mac_roman", 65001: "utf-8", 936: "gbk", 1361: "johab"}
JUEGO_SIMBOLOS = 2
SIMBOLOS = "simbolos"
"""Stands for the encoding of a symbol font, whose bytes are signs and no letters."""


def de_pagina(numero: int) -> str | None:
    """The Python name of a code page (``\\ansicpg``, ``\\cpg``), or None for one that is not known."""
    nombre = _PAGINAS.get(numero, f"cp{numero}")
    try:
        "".encode(nombre)
    except LookupError:
        return None
    return nombre


def de_juego(numero: int) -> str | None:
    """The encoding of a font's charset; None for the default one (the document's)."""
    return SIMBOLOS if numero == JUEGO_SIMBOLOS else _JUEGOS.get(numero)


def decodificar(datos: bytes, codificacion: str) -> str:
    """The text of these bytes; what the code page does not have is read as Latin-1, as Word does, never dropped."""
    try:
        return datos.decode(codificacion)
    except (UnicodeDecodeError, LookupError):
        return "".join(_uno(bytes([b]), codificacion) for b in datos)


def _uno(byte: bytes, codificacion: str) -> str:
    try:
        return byte.decode(codificacion)
    except (UnicodeDecodeError, LookupError):
        return byte.decode("latin-1")
