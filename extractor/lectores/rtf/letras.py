"""Which characters the bytes of an RTF file are: by the font they are set in, else by the file's code page."""

from __future__ import annotations

from extractor.lectores.rtf import codigos
from extractor.lectores.simbolos import en_fuente, simbolo

_PAGINAS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
PALABRAS = frozenset(_PAGINAS)
"""Words that name a code page by themselves."""


class Letras:
    """The fonts of a file, as its table is read, and its code page. A font is named by its number, None where there is none."""

    def __init__(self) -> None:
        self._pagina = "cp1252"
        self._fuentes: dict[int | None, tuple[str, str | None]] = {}
        self._alto: int | None = None

    def usar_pagina(self, numero: int) -> None:
        self._pagina = codigos.de_pagina(numero) or self._pagina

    def usar_palabra(self, palabra: str) -> None:
        """``palabra``: one of ``PALABRAS``."""
        self._pagina = _PAGINAS[palabra]

    def nombrar(self, fuente: int, texto: str) -> None:
        """Adds to the name of a font."""
        nombre, juego = self._fuentes.get(fuente, ("", None))
        self._fuentes[fuente] = (nombre + texto.strip().rstrip(";"), juego)

    def poner_juego(self, fuente: int, numero: int) -> None:
        """The character set that the table gives to a font."""
        nombre, _ = self._fuentes.get(fuente, ("", None))
        self._fuentes[fuente] = (nombre, codigos.de_juego(numero))

    def de_bytes(self, datos: bytes, fuente: int | None, impreso: bool) -> str:
        """The text of bytes; only what is printed (``impreso``) may be in a font of symbols."""
        nombre, juego = self._fuentes.get(fuente, ("", None))
        if impreso and juego == codigos.SIMBOLOS:
            return "".join(simbolo(nombre, 0xF000 + b) if b > 0x20 else chr(b) for b in datos)
        texto = codigos.decodificar(datos, juego if juego and juego != codigos.SIMBOLOS else self._pagina)
        return en_fuente(texto, nombre) if impreso else texto

    def de_unicode(self, codigo: int, fuente: int | None) -> str:
        """The character of a number of 16 bits; "" for the first half of one of two, which the next number completes."""
        alto, self._alto = self._alto, None
        if 0xD800 <= codigo < 0xDC00:
            self._alto = codigo
            return ""
        if 0xDC00 <= codigo < 0xE000:
            return "" if alto is None else chr(0x10000 + ((alto - 0xD800) << 10) + codigo - 0xDC00)
        return en_fuente(chr(codigo), self._fuentes.get(fuente, ("", None))[0]) if codigo else ""
