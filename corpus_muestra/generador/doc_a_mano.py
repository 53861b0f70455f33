"""Two samples as .doc files of kinds that LibreOffice does not write: one fast-saved, one with tables inside a table and
tracked changes. Same content as the sample's other formats; bytes are the same on every run."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field

from .descripcion import Fila, Muestra, Tabla
from .word97 import BORRADO, EN_TABLA, FIN_FILA, Doc, cabe_en_un_byte, definicion, interior, sprm

ANCHO_CELDA = 1500
DE_RAPIDO = 0x0200 | 0x0004 | 0x0030
"""Flags of the FIB: the table stream, fast-saved, three times."""
_BORRADO_CORTO = 0x41 << 1 | 1 << 8
"""sprmCFRMarkDel as a modifier of two bytes inside the piece table."""
_DEL_PRIMER_GRUPO = 1
_ESPECIAL = sprm(0x0855, b"\x01")
"""sprmCFSpec: a mark of a field, no printed character."""
_EN_MARCO = EN_TABLA + sprm(0x6649, struct.pack("<i", 1))


@dataclass
class _Parrafo:
    """A paragraph with its mark, its modifiers, and its stretches (first, end) that a tracked change deletes."""

    texto: str
    propias: bytes = b""
    borrados: list[tuple[int, int]] = field(default_factory=list)
    corte: bool = False
    """A new piece starts here."""


def guardado_rapido(muestra: Muestra) -> bytes:
    """The sample as saved fast three times: pieces in any order, of one and of two bytes a character, over text of earlier
    saves; the merges by sprmTMerge and sprmTVertMerge; one row that only its piece puts into a table, and one piece that
    its own modifier deletes."""
    parrafos: list[_Parrafo] = []
    por_su_pieza: tuple[int, int] | None = None
    for bloque in muestra.bloques:
        if isinstance(bloque, str):
            parrafos.append(_Parrafo(_plano(bloque) + "\r"))
            continue
        for numero, fila in enumerate(bloque.filas):
            hechos = _fila_unida(bloque, numero)
            if por_su_pieza is None and not fila.titulo and not fila.encabezado:
                por_su_pieza = (len(parrafos), len(parrafos) + len(hechos) - 1)
                for parrafo in hechos[:-1]:
                    parrafo.propias = b""
                hechos[0].corte = hechos[-1].corte = True
            parrafos += hechos
        parrafos.append(_Parrafo("\r"))
    assert por_su_pieza is not None
    piezas = _en_piezas(parrafos, *por_su_pieza)
    vieja = ("(versión anterior) ", True, _BORRADO_CORTO)
    piezas.insert(1, vieja)
    # the last pieces first, every third one later: as saves that only append leave them
    orden = sorted(range(len(piezas)), key=lambda n: (n % 3, -n))
    propias = [p.propias for p in parrafos]
    viejo = "Texto de un guardado anterior: 99,9 99,9 99,9 ninguna pieza lo nombra.\r"
    return Doc(piezas, propias, grupos=[EN_TABLA], orden=orden, banderas=DE_RAPIDO, olvidado=viejo).bytes()


def _en_piezas(parrafos: list[_Parrafo], primero: int, ultimo: int) -> list[tuple[str, bool, int]]:
    """The text cut in pieces of uneven length, in turns of one and of two bytes a character; the paragraphs from
    ``primero`` to ``ultimo`` are one piece with the first group of modifiers."""
    piezas: list[tuple[str, bool, int]] = []

    def cortar(texto: str) -> None:
        largo = 37
        while texto:
            trozo, texto = texto[:largo], texto[largo:]
            piezas.append((trozo, len(piezas) % 2 == 0 and cabe_en_un_byte(trozo), 0))
            largo = largo * 7 % 211 + 20

    cortar("".join(p.texto for p in parrafos[:primero]))
    piezas.append(("".join(p.texto for p in parrafos[primero:ultimo]), False, _DEL_PRIMER_GRUPO))
    cortar("".join(p.texto for p in parrafos[ultimo:]))
    return piezas


def _fila_unida(tabla: Tabla, numero: int) -> list[_Parrafo]:
    """A row whose cells are all there, the merged ones blank, and the merges said by modifiers of the row."""
    fila = tabla.filas[numero]
    celdas = [fila.celdas[0], *["<"] * (tabla.columnas - 1)] if fila.titulo else [*fila.celdas]
    parrafos: list[_Parrafo] = []
    for celda in celdas:
        textos = [""] if celda in ("<", "^") else [_plano(p) for p in celda.split("¶")]
        parrafos += [_Parrafo(t + "\r", EN_TABLA) for t in textos[:-1]]
        parrafos.append(_Parrafo(textos[-1] + "\x07", EN_TABLA))
    uniones = b""
    for primera, celda in enumerate(celdas):
        limite = primera + 1
        while limite < len(celdas) and celdas[limite] == "<":
            limite += 1
        if celda != "<" and limite - primera > 1:
            uniones += sprm(0x5624, bytes((primera, limite)))
        siguiente = _celda(tabla.filas, numero + 1, primera)
        if celda == "^" or siguiente == "^":
            uniones += sprm(0xD62B, bytes((2, primera, 1 if celda == "^" else 3)))
    forma = definicion([ANCHO_CELDA * n for n in range(len(celdas) + 1)])
    parrafos.append(_Parrafo("\x07", EN_TABLA + FIN_FILA + forma + uniones))
    return parrafos


def _celda(filas: tuple[Fila, ...], fila: int, columna: int) -> str | None:
    return filas[fila].celdas[columna] if fila < len(filas) and columna < len(filas[fila].celdas) else None


def con_revisiones(muestra: Muestra) -> bytes:
    """The sample with its body inside the one cell of a frame, so that its tables are inner ones; figures and a paragraph
    deleted by tracked changes; a name shown by a field; and the modifiers of long rows in the data stream."""
    parrafos: list[_Parrafo] = []
    datos = bytearray()
    for numero, bloque in enumerate(muestra.bloques):
        if isinstance(bloque, str):
            hecho = _Parrafo(_plano(bloque) + "\r", _EN_MARCO)
            parrafos.append(_con_campo(hecho) if numero == 1 else hecho)
            continue
        for fila in bloque.filas:
            if fila.celdas:
                parrafos += _fila_interior(bloque, fila, datos)
        parrafos.append(_Parrafo("\r", _EN_MARCO))
    retirado = "Párrafo retirado en la revisión, con 45 y 55.\r"
    parrafos.insert(1, _Parrafo(retirado, _EN_MARCO, [(0, len(retirado))]))
    marco = _EN_MARCO + FIN_FILA + definicion([0, ANCHO_CELDA * 9])
    parrafos += [_Parrafo("\x07", _EN_MARCO), _Parrafo("\x07", marco), _Parrafo("\r")]
    caracteres: list[tuple[int, int, bytes]] = []
    lugar = 0
    for parrafo in parrafos:
        caracteres += [(lugar + a, lugar + b, BORRADO) for a, b in parrafo.borrados]
        caracteres += [(lugar + n, lugar + n + 1, _ESPECIAL) for n, c in enumerate(parrafo.texto) if c in "\x13\x14\x15"]
        lugar += len(parrafo.texto)
    texto = "".join(p.texto for p in parrafos)
    return Doc([(texto, False, 0)], [p.propias for p in parrafos], caracteres, datos=bytes(datos)).bytes()


def _con_campo(parrafo: _Parrafo) -> _Parrafo:
    """What follows the colon is the result of a field."""
    antes, dos_puntos, despues = parrafo.texto.rstrip("\r").partition(": ")
    return _Parrafo(f"{antes}{dos_puntos}\x13 DOCPROPERTY Servicio \x14{despues}\x15\r", parrafo.propias)


def _fila_interior(tabla: Tabla, fila: Fila, datos: bytearray) -> list[_Parrafo]:
    """A row of a table at depth 2; each figure alone in its cell has another one, deleted, before it."""
    celdas = [fila.celdas[0], *["<"] * (tabla.columnas - 1)] if fila.titulo else [*fila.celdas]
    parrafos: list[_Parrafo] = []
    banderas = []
    for puesto, celda in enumerate(celdas):
        une = puesto + 1 < len(celdas) and celdas[puesto + 1] == "<"
        banderas.append(0x02 if celda == "<" else 0x01 if une else 0)
        textos = [""] if celda == "<" else [_plano(p) for p in celda.split("¶")]
        for orden, texto in enumerate(textos):
            hecho = _Parrafo(texto + "\r", interior(2, celda=orden == len(textos) - 1))
            if re.fullmatch(r"\d+", texto):
                hecho.texto = f"1{texto} {texto}\r"
                hecho.borrados = [(0, len(texto) + 2)]
            parrafos.append(hecho)
    forma = definicion([ANCHO_CELDA * n for n in range(len(celdas) + 1)], banderas)
    cierre = interior(2, fila=True) + forma
    if len(celdas) > 6:
        lugar = len(datos)
        datos += struct.pack("<H", len(cierre)) + cierre
        cierre = sprm(0x6646, struct.pack("<I", lugar))
    parrafos.append(_Parrafo("\r", cierre))
    return parrafos


def _plano(texto: str) -> str:
    """The text of a paragraph as Word keeps it: soft breaks as 0x0B, no marks of other formats."""
    limpio = re.sub(r"\[n:\w+\]", "", texto).replace("‖", " ")
    return "\x0b".join(" ".join(linea.split()) for linea in limpio.split("↵"))
