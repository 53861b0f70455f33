"""Single property modifiers (sprm): how Word writes "this paragraph is a cell", "this text is deleted" ([MS-DOC] 2.6)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

# Characters
C_BORRADO, C_OCULTO, C_SIMBOLO, C_FUENTE = 0x0800, 0x083C, 0x6A09, 0x4A4F
C_DATOS, C_ESTILO = 0x6A03, 0x4A30
C_TACHADO = (0x0837, 0x2A53)
"""Struck out, with one stroke or two."""
# Paragraphs
P_ESTILO = 0x4600
P_NIVEL_LISTA, P_LISTA = 0x260A, 0x460B
P_EN_TABLA, P_FIN_FILA = 0x2416, 0x2417
P_FIN_CELDA_INTERIOR, P_FIN_FILA_INTERIOR = 0x244B, 0x244C
P_PROFUNDIDAD, P_SUMA_PROFUNDIDAD = 0x6649, 0x664A
P_AFUERA = (0x6645, 0x6646, 0x646B)
"""Properties too large for their page, kept in the data stream: sprmPHugePapx (two codes) and sprmPTableProps."""
# Tables
T_IZQUIERDA, T_MEDIO_HUECO = 0x9601, 0x9602
T_DEFINICION, T_DEFINICION_10 = 0xD608, 0xD606
T_INSERTA, T_BORRA, T_ANCHO = 0x7621, 0x5622, 0x7623
T_UNE, T_SEPARA, T_UNE_VERTICAL = 0x5624, 0x5625, 0xD62B
_TABULADORES = 0xC615

PRM0 = {0x0C: P_NIVEL_LISTA, 0x18: P_EN_TABLA, 0x19: P_FIN_FILA, 0x41: C_BORRADO, 0x57: C_TACHADO[0], 0x5C: C_OCULTO}
"""Prm0 ([MS-DOC] 2.9.215): the short codes of those changes to a piece that matter here."""

_LARGOS = (1, 1, 2, 4, 2, 2, -1, 3)


def recorrer(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """Each modifier of a list and its operand (variable ones without their length). A list cut short ends there."""
    lugar, total = 0, len(grpprl)
    while lugar + 3 <= total:
        codigo = grpprl[lugar] | grpprl[lugar + 1] << 8
        lugar += 2
        largo = _LARGOS[codigo >> 13]
        if largo < 0:
            if codigo in (T_DEFINICION, T_DEFINICION_10):
                if lugar + 2 > total:
                    return
                largo = struct.unpack_from("<H", grpprl, lugar)[0] - 1
                lugar += 2
            else:
                largo = grpprl[lugar]
                if codigo == _TABULADORES and largo == 255:
                    largo = _largo_tabuladores(grpprl, lugar + 1)
                lugar += 1
        if largo < 0 or lugar + largo > total:
            return
        yield codigo, grpprl[lugar : lugar + largo]
        lugar += largo


def _largo_tabuladores(grpprl: bytes, lugar: int) -> int:
    """The operand of sprmPChgTabs that is too long for its length byte: 4 bytes per tab taken out, 3 per tab added."""
    if lugar >= len(grpprl):
        return -1
    quitados = grpprl[lugar]
    segundo = lugar + 1 + 4 * quitados
    return 2 + 4 * quitados + 3 * grpprl[segundo] if segundo < len(grpprl) else -1
