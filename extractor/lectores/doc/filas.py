"""The layout of one table row: cell edges and merges, from the modifiers of its end mark ([MS-DOC] 2.6.3)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from extractor.lectores.doc import modificadores as m

MAXIMO = 64
_TC80 = 20
PRIMERA, UNIDA, CONTINUA, COMIENZA = 0x01, 0x02, 0x20, 0x40
"""Flags of a TC80: first of a horizontal merge, merged into the cell before; goes on a vertical merge, starts one."""


@dataclass(frozen=True, slots=True)
class Forma:
    """Edges of a row's cells in twips (one more than cells) and the merge flags of each cell."""

    bordes: tuple[int, ...]
    banderas: tuple[int, ...]


def forma_de(modificadores: tuple[tuple[int, bytes], ...]) -> Forma | None:
    """The layout that a row's modifiers state, in their order; None when they state no cells."""
    bordes: list[int] = []
    banderas: list[int] = []
    medio = 0
    izquierda: int | None = None
    for codigo, operando in modificadores:
        if codigo in (m.T_DEFINICION, m.T_DEFINICION_10):
            leida = _definicion(operando, _TC80 if codigo == m.T_DEFINICION else 10)
            if leida is not None:
                bordes, banderas = leida
                izquierda = None
        elif codigo == m.T_MEDIO_HUECO and len(operando) == 2:
            medio = struct.unpack("<h", operando)[0]
        elif codigo == m.T_IZQUIERDA and len(operando) == 2:
            izquierda = struct.unpack("<h", operando)[0]
        elif codigo == m.T_UNE_VERTICAL and len(operando) >= 2:
            if operando[0] < len(banderas):
                estado = {1: CONTINUA, 3: COMIENZA | CONTINUA}.get(operando[1], 0)
                banderas[operando[0]] = banderas[operando[0]] & ~(CONTINUA | COMIENZA) | estado
        elif codigo in (m.T_UNE, m.T_SEPARA) and len(operando) == 2:
            _unir(banderas, operando[0], operando[1], codigo == m.T_UNE)
        elif codigo == m.T_BORRA and len(operando) == 2:
            _borrar(bordes, banderas, operando[0], operando[1])
        elif codigo == m.T_INSERTA and len(operando) == 4:
            _insertar(bordes, banderas, operando[0], operando[1], struct.unpack_from("<h", operando, 2)[0])
        elif codigo == m.T_ANCHO and len(operando) == 4:
            _ensanchar(bordes, operando[0], operando[1], struct.unpack_from("<h", operando, 2)[0])
    if not banderas:
        return None
    if izquierda is not None:
        corrido = izquierda - medio - bordes[0]
        bordes = [b + corrido for b in bordes]
    return Forma(tuple(bordes), tuple(banderas))


def _definicion(operando: bytes, tamano: int) -> tuple[list[int], list[int]] | None:
    """sprmTDefTable: count, edges, one TC80 per cell; descriptors left out at the end have no flags."""
    if not operando:
        return None
    cuantas = operando[0]
    if not 0 < cuantas < MAXIMO or len(operando) < 1 + 2 * (cuantas + 1):
        return None
    bordes = [*struct.unpack_from(f"<{cuantas + 1}h", operando, 1)]
    desde = 1 + 2 * (cuantas + 1)
    banderas = []
    for i in range(cuantas):
        lugar = desde + tamano * i
        banderas.append(struct.unpack_from("<H", operando, lugar)[0] & 0x63 if lugar + 2 <= len(operando) else 0)
    return bordes, banderas


def _unir(banderas: list[int], primera: int, limite: int, unir: bool) -> None:
    for i in range(primera, min(limite, len(banderas))):
        banderas[i] &= ~(PRIMERA | UNIDA)
        if unir:
            banderas[i] |= PRIMERA if i == primera else UNIDA


def _borrar(bordes: list[int], banderas: list[int], primera: int, limite: int) -> None:
    """The cells go and those after them move to the left."""
    limite = min(limite, len(banderas))
    if primera < limite:
        ancho = bordes[limite] - bordes[primera]
        bordes[primera + 1 :] = [b - ancho for b in bordes[limite + 1 :]]
        del banderas[primera:limite]


def _insertar(bordes: list[int], banderas: list[int], primera: int, cuantas: int, ancho: int) -> None:
    """New cells of one width; a place beyond the row's end is filled with cells of the same width first."""
    if primera + cuantas >= MAXIMO or len(banderas) + cuantas >= MAXIMO or ancho < 0:
        return
    if not bordes:
        bordes.append(0)
    while len(banderas) < primera:
        bordes.append(bordes[-1] + ancho)
        banderas.append(0)
    nuevos = [bordes[primera] + ancho * (i + 1) for i in range(cuantas)]
    bordes[primera + 1 :] = [*nuevos, *(b + ancho * cuantas for b in bordes[primera + 1 :])]
    banderas[primera:primera] = [0] * cuantas


def _ensanchar(bordes: list[int], primera: int, limite: int, ancho: int) -> None:
    limite = min(limite, len(bordes) - 1)
    if ancho < 0:
        return
    for i in range(primera, limite):
        cambio = ancho - (bordes[i + 1] - bordes[i])
        bordes[i + 1 :] = [b + cambio for b in bordes[i + 1 :]]
