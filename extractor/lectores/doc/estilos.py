"""Styles: only what a paragraph takes from its style here, its list and level ([MS-DOC] 2.9.271, 2.9.135)."""

from __future__ import annotations

import struct

from extractor.lectores.doc import modificadores as m
from extractor.lectores.doc.fib import ESTILOS, Fib

_MAXIMO = 4096


def listas_de_estilos(fib: Fib) -> dict[int, tuple[int, int]]:
    """List and level of each paragraph style that has one, inherited from the style it is based on."""
    hoja = fib.trozo(ESTILOS)
    if len(hoja) < 6:
        return {}
    largo, cuantos, base = struct.unpack_from("<HHH", hoja, 0)
    lugar = 2 + largo
    propios: dict[int, tuple[int, int | None, int | None]] = {}
    for numero in range(min(cuantos, _MAXIMO)):
        if lugar + 2 > len(hoja):
            break
        tamano = struct.unpack_from("<H", hoja, lugar)[0]
        estilo = hoja[lugar + 2 : lugar + 2 + tamano]
        lugar += 2 + tamano + tamano % 2
        if len(estilo) > base >= 6 and estilo[2] & 0x0F == 1:
            padre = struct.unpack_from("<H", estilo, 2)[0] >> 4
            propios[numero] = (padre, *_lista(_papx(estilo, base)))
    return _heredadas(propios)


def _papx(estilo: bytes, base: int) -> bytes:
    """The paragraph modifiers of a style: after its name, at an even place, a length, a style number and the list."""
    if base + 2 > len(estilo):
        return b""
    lugar = base + 2 + 2 * struct.unpack_from("<H", estilo, base)[0] + 2
    lugar += lugar % 2
    if lugar + 4 > len(estilo):
        return b""
    return estilo[lugar + 4 : lugar + 2 + struct.unpack_from("<H", estilo, lugar)[0]]


def _lista(grpprl: bytes) -> tuple[int | None, int | None]:
    lista: int | None = None
    nivel: int | None = None
    for codigo, operando in m.recorrer(grpprl):
        if codigo == m.P_LISTA:
            lista = struct.unpack("<h", operando)[0]
        elif codigo == m.P_NIVEL_LISTA:
            nivel = operando[0]
    return lista, nivel


def _heredadas(propios: dict[int, tuple[int, int | None, int | None]]) -> dict[int, tuple[int, int]]:
    resueltas: dict[int, tuple[int, int]] = {}
    for numero in propios:
        lista: int | None = None
        nivel: int | None = None
        actual, vistos = numero, set[int]()
        while actual in propios and actual not in vistos and len(vistos) < 16:
            vistos.add(actual)
            padre, suya, suyo = propios[actual]
            lista = lista if lista is not None else suya
            nivel = nivel if nivel is not None else suyo
            actual = padre
        if lista:
            resueltas[numero] = (lista, nivel or 0)
    return resueltas
