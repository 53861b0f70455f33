"""Character properties that change what is read: deleted text, hidden text, characters of symbol fonts."""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass

from extractor.lectores.doc import modificadores as m
from extractor.lectores.doc.fib import CHPX, Fib
from extractor.lectores.doc.piezas import Texto
from extractor.lectores.doc.propiedades import corridas

Tramo = tuple[int, int]

_SIMBOLOS = {
    0xA3: "≤", 0xA8: "☐", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x6F: "☐", 0x78: "☒",
}  # fmt: skip
"""What the symbol fonts of Word 97 draw for the codes seen in forms; any other one is read as a bullet."""


@dataclass(frozen=True, slots=True)
class Marcas:
    """Stretches of characters (start, end): deleted by a tracked change, hidden; and the symbols by their place."""

    borrados: tuple[Tramo, ...]
    ocultos: tuple[Tramo, ...]
    simbolos: dict[int, str]


def leer_marcas(fib: Fib, texto: Texto) -> Marcas:
    """The marks of the whole document, those of its pieces included."""
    inicios, crudos = corridas(fib, CHPX, 1)
    leidas = {crudo: _leer(crudo) for crudo in {*crudos, *(p.cambios for p in texto.piezas)}}
    sin_marcas = (None, None, None)
    borrados: list[Tramo] = []
    ocultos: list[Tramo] = []
    simbolos: dict[int, str] = {}
    if all(marca == sin_marcas for marca in leidas.values()):
        return Marcas((), (), {})
    for pieza in texto.piezas:
        de_pieza = leidas[pieza.cambios]
        ultimo = pieza.byte(pieza.fin)
        numero = max(0, bisect_right(inicios, pieza.lugar) - 1)
        desde = pieza.inicio
        while desde < pieza.fin:
            byte = inicios[numero + 1] if numero + 1 < len(inicios) else ultimo
            hasta = min(pieza.fin, max(desde, pieza.inicio + -(-(byte - pieza.lugar) // pieza.ancho)))
            propias = leidas[crudos[numero]] if numero < len(crudos) else sin_marcas
            borrado, oculto, simbolo = (b if b is not None else a for a, b in zip(propias, de_pieza, strict=True))
            if borrado:
                borrados.append((desde, hasta))
            if oculto:
                ocultos.append((desde, hasta))
            if simbolo:
                simbolos.update((lugar, str(simbolo)) for lugar in range(desde, hasta) if texto.texto[lugar] == "(")
            if numero + 1 >= len(inicios):
                break
            desde, numero = hasta, numero + 1
    return Marcas(tuple(borrados), tuple(ocultos), simbolos)


def _leer(grpprl: bytes) -> tuple[bool | None, bool | None, str | None]:
    """Deleted, hidden (both None when not stated) and symbol, of a list of modifiers."""
    borrado: bool | None = None
    oculto: bool | None = None
    simbolo: str | None = None
    for codigo, operando in m.recorrer(grpprl):
        if codigo == m.C_BORRADO:
            borrado = bool(operando[0])
        elif codigo == m.C_OCULTO:
            oculto = operando[0] in (0x01, 0x81)
        elif codigo == m.C_SIMBOLO:
            valor = struct.unpack("<H", operando[2:])[0]
            simbolo = _SIMBOLOS.get(valor & 0xFF, "•") if valor >= 0xF000 or valor < 0x20 else chr(valor)
    return borrado, oculto, simbolo
