"""The file information block: where everything of a Word document stands ([MS-DOC] 2.5)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from extractor.errores import ErrorLectura
from extractor.lectores.doc.contenedor import PROTEGIDO, Contenedor, ilegible

# Places of the table stream, by their order in FibRgFcLcb97.
ESTILOS = 1
NOTAS_REF, NOTAS_TEXTO = 2, 3
SECCIONES = 6
CHPX, PAPX = 12, 13
FUENTES = 15
CLX = 33
ANCLAS = 40
ARTE = 50
FINALES_REF, FINALES_TEXTO = 46, 47
CUADROS = 56
LISTAS, SUSTITUCIONES = 73, 74

_PRIMER_FCLCB = 0x9A
_PARTES = (0x4C, 0x50, 0x54, 0x58, 0x5C, 0x60, 0x64, 0x68)


class VersionAnterior(ErrorLectura):
    """A Word 6 or Word 95 document: another format under the same name. LibreOffice reads it."""


@dataclass(frozen=True, slots=True)
class Fib:
    """``partes``: characters of each part of the text, in order: body, footnotes, headers, macros, comments,
    endnotes, text boxes, text boxes of headers. ``tabla`` is the table stream in use."""

    principal: bytes
    tabla: bytes
    datos: bytes
    partes: tuple[int, ...]
    lugares: int

    def trozo(self, numero: int) -> bytes:
        """The structure of the table stream at place ``numero``; empty when the document has none.

        Raises ErrorLectura when it does not lie inside the stream.
        """
        if numero >= self.lugares:
            return b""
        desde, largo = struct.unpack_from("<II", self.principal, _PRIMER_FCLCB + 8 * numero)
        if not largo:
            return b""
        if desde + largo > len(self.tabla):
            raise ilegible()
        return self.tabla[desde : desde + largo]

    def lugar(self, numero: int) -> int:
        """Where the structure at place ``numero`` starts in the table stream."""
        desde: int = struct.unpack_from("<I", self.principal, _PRIMER_FCLCB + 8 * numero)[0]
        return desde

    def parte(self, numero: int) -> tuple[int, int]:
        """First character and end of a part of the text (0 body, 1 footnotes, 5 endnotes, 6 text boxes)."""
        inicio = sum(self.partes[:numero])
        return inicio, inicio + self.partes[numero]


def leer_fib(contenedor: Contenedor) -> Fib:
    """The FIB. Raises ErrorLectura: VersionAnterior before Word 97, DOCUMENTO_PROTEGIDO if encrypted, else
    DOCUMENTO_ILEGIBLE."""
    principal = contenedor.principal
    if len(principal) < 68:
        raise ilegible()
    marca, version = struct.unpack_from("<HH", principal, 0)
    banderas = struct.unpack_from("<H", principal, 10)[0]
    if marca == 0xA5DC or (marca == 0xA5EC and version < 0x00C0):
        raise VersionAnterior("DOCUMENTO_ILEGIBLE", "es un documento de Word 6 o Word 95")
    if marca != 0xA5EC or len(principal) < _PRIMER_FCLCB + 8 * (CLX + 1):
        raise ilegible()
    if banderas & 0x0100:
        raise ErrorLectura("DOCUMENTO_PROTEGIDO", PROTEGIDO)
    partes = tuple(struct.unpack_from("<i", principal, lugar)[0] for lugar in _PARTES)
    tabla = contenedor.tablas[bool(banderas & 0x0200)]
    if min(partes) < 0 or not tabla:
        raise ilegible()
    lugares = min(struct.unpack_from("<H", principal, 0x98)[0], (len(principal) - _PRIMER_FCLCB) // 8)
    return Fib(principal, tabla, contenedor.datos, partes, lugares)
