"""The piece table: which bytes of the file are which characters of the document ([MS-DOC] 2.9.38).

A fast-saved document keeps its old text and appends the new one, so pieces stand in the file in any order; each one
may also carry a change of properties for all its text.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from extractor.errores import ErrorLectura
from extractor.lectores.doc.contenedor import ilegible
from extractor.lectores.doc.fib import CLX, Fib
from extractor.lectores.doc.modificadores import PRM0

_ALTOS = dict(
    zip(
        (*range(0x82, 0x8D), *range(0x91, 0x9D), 0x9F),
        "\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
        "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
        "\u0178",
        strict=True,
    )
)
"""[MS-DOC] 2.9.73: compressed text is Latin-1 but for these."""


@dataclass(frozen=True, slots=True)
class Pieza:
    """Characters ``inicio``..``fin`` of the document, at byte ``lugar`` of the file, one or two bytes each;
    ``cambios`` are property modifiers (a grpprl) for all of them."""

    inicio: int
    fin: int
    lugar: int
    ancho: int
    cambios: bytes

    def byte(self, caracter: int) -> int:
        """The byte of the file where a character of this piece stands."""
        return self.lugar + (caracter - self.inicio) * self.ancho


class Texto:
    """All the text of a document, one element per character position, and the way from there to the file."""

    def __init__(self, piezas: list[Pieza], texto: str) -> None:
        self.piezas = piezas
        self.texto = texto
        self._inicios = [p.inicio for p in piezas]

    def pieza(self, caracter: int) -> Pieza:
        """The piece that holds a character (the last one, beyond the end)."""
        return self.piezas[max(0, bisect_right(self._inicios, caracter) - 1)]


def leer_texto(fib: Fib) -> Texto:
    """Raises ErrorLectura when pieces do not follow one another, lie outside the file or say more than it holds."""
    clx = fib.trozo(CLX)
    grupos, tabla = _partes_del_clx(clx)
    cuantas = (len(tabla) - 4) // 12
    if cuantas < 1:
        raise ilegible()
    limites = struct.unpack_from(f"<{cuantas + 1}I", tabla, 0)
    necesarios = sum(fib.partes)
    if limites[0] != 0 or limites[-1] < necesarios or any(a > b for a, b in pairwise(limites)):
        raise ilegible()
    piezas: list[Pieza] = []
    trozos: list[str] = []
    leidos = 0
    for numero in range(cuantas):
        inicio, fin = limites[numero], min(limites[numero + 1], necesarios + 1)
        if inicio >= fin:
            continue
        crudo, prm = struct.unpack_from("<IH", tabla, 4 * (cuantas + 1) + 8 * numero + 2)
        corto = bool(crudo & 0x40000000)
        lugar = crudo & 0x3FFFFFFF
        ancho = 1 if corto else 2
        lugar = lugar // 2 if corto else lugar
        bytes_pieza = (fin - inicio) * ancho
        leidos += bytes_pieza
        if lugar + bytes_pieza > len(fib.principal):
            raise ilegible()
        if leidos > 4 * len(fib.principal):
            raise ErrorLectura("LIMITE_EXCEDIDO", "el documento repite el mismo texto más veces de lo admitido; pida otra copia")
        piezas.append(Pieza(inicio, fin, lugar, ancho, _cambios(prm, grupos)))
        trozos.append(_decodificar(fib.principal[lugar : lugar + bytes_pieza], corto))
    if not piezas:
        raise ilegible("el documento de Word no contiene texto; revise que sea el archivo correcto")
    return Texto(piezas, "".join(trozos))


def _partes_del_clx(clx: bytes) -> tuple[list[bytes], bytes]:
    """The property groups (Prc) and the piece table (Pcdt) of a Clx."""
    grupos: list[bytes] = []
    lugar = 0
    while lugar < len(clx):
        if clx[lugar] == 1:
            largo = struct.unpack_from("<H", clx, lugar + 1)[0]
            grupos.append(clx[lugar + 3 : lugar + 3 + largo])
            lugar += 3 + largo
        elif clx[lugar] == 2:
            largo = struct.unpack_from("<I", clx, lugar + 1)[0]
            return grupos, clx[lugar + 5 : lugar + 5 + largo]
        else:
            break
    raise ilegible()


def _cambios(prm: int, grupos: list[bytes]) -> bytes:
    """The modifiers of a piece as a grpprl: one small change inside the prm itself, or a group of the Clx."""
    if prm & 1:
        return grupos[prm >> 1] if prm >> 1 < len(grupos) else b""
    codigo = PRM0.get((prm >> 1) & 0x7F)
    return struct.pack("<HB", codigo, prm >> 8) if codigo else b""


def _decodificar(crudo: bytes, corto: bool) -> str:
    """One element per character position: surrogate pairs stay two, so that positions keep their count."""
    if corto:
        texto = crudo.decode("latin-1")
        return texto.translate(_ALTOS) if any(0x80 <= b < 0xA0 for b in crudo) else texto
    texto = crudo.decode("utf-16-le", "surrogatepass")
    if len(texto) * 2 == len(crudo):
        return texto
    unidades = array("H")
    unidades.frombytes(crudo)
    return "".join(map(chr, unidades))
