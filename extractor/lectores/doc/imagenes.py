"""The pictures of a .doc by their size: those in the line of text (PICF, [MS-DOC] 2.9.190) and those that float, anchored in it
([MS-DOC] 2.9.253), whose kind the drawings of the document tell ([MS-ODRAW] 2.2)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from extractor.errores import ErrorLectura
from extractor.lectores.arbol import revisar_hondura
from extractor.lectores.doc.dibujos import anclas
from extractor.lectores.doc.fib import ARTE, Fib
from extractor.lectores.imagenes import es_grande

_TWIPS_POR_CM = 567
_CABECERA = 68
_MODOS = (0x64, 0x66)
"""What a picture in the line of text is stored as: a shape, or a shape with the name of its file."""
_CAJA, _FORMA, _RASGOS, _CLASE_IMAGEN = (0xF002, 0xF003), 0xF004, 0xF00A, 75
_DE_GRUPO = 1
"""Flags of a shape: 1 it is a group, 4 the one that holds all others."""


def imagenes_grandes(fib: Fib, texto: str, datos: dict[int, int]) -> list[int]:
    """The characters where a picture of the size of a table stands, in order. ``datos``: where in the data stream each
    character 0x01 points."""
    en_linea = [lugar for lugar, sitio in datos.items() if _es_grande_en_linea(fib.datos, sitio)]
    try:
        flotantes = _flotantes(fib, texto)
    except (struct.error, ErrorLectura):
        # drawings that cannot be followed: the text is read all the same
        flotantes = []
    return sorted([*en_linea, *flotantes])


def _flotantes(fib: Fib, texto: str) -> list[int]:
    sueltas = [a for a in anclas(fib) if texto[a.lugar : a.lugar + 1] == "\x08"]
    grandes = [a for a in sueltas if es_grande(a.ancho / _TWIPS_POR_CM, a.alto / _TWIPS_POR_CM)]
    formas = _con_imagen(fib.trozo(ARTE)) if grandes else frozenset()
    return [a.lugar for a in grandes if a.forma in formas]


def _es_grande_en_linea(datos: bytes, lugar: int) -> bool:
    if lugar + _CABECERA > len(datos):
        return False
    cabecera, modo = struct.unpack_from("<HH", datos, lugar + 4)
    ancho, alto, por_mil_ancho, por_mil_alto = struct.unpack_from("<4H", datos, lugar + 28)
    medidas = (n * por_mil / 1000 / _TWIPS_POR_CM for n, por_mil in ((ancho, por_mil_ancho), (alto, por_mil_alto)))
    return cabecera == _CABECERA and modo in _MODOS and es_grande(*medidas)


def _con_imagen(arte: bytes) -> frozenset[int]:
    """The numbers of the shapes of a document's drawings that are pictures, or groups with one."""
    formas: set[int] = set()
    if len(arte) >= 8:
        lugar = 8 + struct.unpack_from("<I", arte, 4)[0]
        while lugar < len(arte):
            # each drawing has a byte that says whether it is the body's or the page headers'
            fin = _fin(arte, lugar + 1, len(arte))
            formas.update(_imagenes(arte, lugar + 1, fin, None, 0))
            lugar = fin
    return frozenset(formas)


def _fin(arte: bytes, lugar: int, hasta: int) -> int:
    """Where the record at ``lugar`` ends; ``hasta`` for one that is cut short."""
    return min(hasta, lugar + 8 + struct.unpack_from("<I", arte, lugar + 4)[0]) if lugar + 8 <= hasta else hasta


def _imagenes(arte: bytes, lugar: int, hasta: int, grupo: int | None, hondura: int) -> Iterator[int]:
    """The numbers of the pictures among these records; of those in a group, the number of the outermost group."""
    revisar_hondura(hondura)
    while lugar + 8 <= hasta:
        tipo = struct.unpack_from("<H", arte, lugar + 2)[0]
        fin = _fin(arte, lugar, hasta)
        if tipo in _CAJA:
            yield from _imagenes(arte, lugar + 8, fin, grupo, hondura + 1)
        elif tipo == _FORMA:
            clase, numero, banderas = _rasgos(arte, lugar + 8, fin)
            if banderas & 5 == _DE_GRUPO and grupo is None:
                # the first shape of a group stands for the whole of it
                grupo = numero
            elif clase == _CLASE_IMAGEN:
                yield numero if grupo is None else grupo
        lugar = fin


def _rasgos(arte: bytes, lugar: int, hasta: int) -> tuple[int, int, int]:
    """What the record of a shape's features says: its kind, its number and its flags; zeros when it has none."""
    while lugar + 16 <= hasta:
        if struct.unpack_from("<H", arte, lugar + 2)[0] == _RASGOS:
            return (struct.unpack_from("<H", arte, lugar)[0] >> 4, *struct.unpack_from("<II", arte, lugar + 8))
        lugar = _fin(arte, lugar, hasta)
    return 0, 0, 0
