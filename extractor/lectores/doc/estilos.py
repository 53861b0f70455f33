"""Styles: only what a paragraph takes from its style here, its list and level, and whether a style strikes its text out
([MS-DOC] 2.9.271, 2.9.135)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.lectores.doc import modificadores as m
from extractor.lectores.doc.fib import ESTILOS, Fib

_MAXIMO, _HERENCIA = 4096, 16
_DE_PARRAFO, _DE_CARACTER = 1, 2
_COMO_EL_ESTILO, _AL_REVES = 0x80, 0x81
"""Values of a property that its characters have as their style does, or the opposite."""


@dataclass(frozen=True, slots=True)
class _Estilo:
    """A style: its kind, the number of the one it is based on, and its lists of modifiers of paragraphs and of characters."""

    clase: int
    padre: int
    de_parrafo: bytes
    de_caracter: bytes


def listas_de_estilos(fib: Fib) -> dict[int, tuple[int, int]]:
    """List and level of each paragraph style that has one, inherited from the style it is based on."""
    propios = {n: (e.padre, *_lista(e.de_parrafo)) for n, e in _estilos(fib) if e.clase == _DE_PARRAFO}
    return _heredadas(propios)


def estilos_tachados(fib: Fib) -> frozenset[int]:
    """The styles, of paragraphs or of characters, whose text is struck out, by themselves or by those they are based on."""
    estilos = dict(_estilos(fib))
    return frozenset(n for n in estilos if _tacha(estilos, n, _HERENCIA))


def _tacha(estilos: dict[int, _Estilo], numero: int, hondura: int) -> bool:
    propio = estilos.get(numero)
    if propio is None or not hondura:
        return False
    heredado = _tacha(estilos, propio.padre, hondura - 1)
    dicho = tachado_dicho(propio.de_caracter, heredado)
    return heredado if dicho is None else dicho


def tachado_dicho(grpprl: bytes, de_estilo: bool | None) -> bool | None:
    """Whether a list of modifiers strikes its characters out, whose style does so or not (None: they have none of their own);
    None where it says nothing."""
    dichos: dict[int, bool] = {}
    for codigo, operando in m.recorrer(grpprl):
        if codigo not in m.C_TACHADO or (operando[0] == _COMO_EL_ESTILO and de_estilo is None):
            continue
        relativo = operando[0] in (_COMO_EL_ESTILO, _AL_REVES)
        dichos[codigo] = bool(de_estilo) ^ (operando[0] == _AL_REVES) if relativo else operando[0] == 1
    return any(dichos.values()) if dichos else None


def _estilos(fib: Fib) -> Iterator[tuple[int, _Estilo]]:
    """The styles of paragraphs and of characters, each with its number."""
    hoja = fib.trozo(ESTILOS)
    if len(hoja) < 6:
        return
    largo, cuantos, base = struct.unpack_from("<HHH", hoja, 0)
    lugar = 2 + largo
    for numero in range(min(cuantos, _MAXIMO)):
        if lugar + 2 > len(hoja):
            return
        tamano = struct.unpack_from("<H", hoja, lugar)[0]
        estilo = hoja[lugar + 2 : lugar + 2 + tamano]
        lugar += 2 + tamano + tamano % 2
        if len(estilo) > base >= 6 and (clase := estilo[2] & 0x0F) in (_DE_PARRAFO, _DE_CARACTER):
            padre = struct.unpack_from("<H", estilo, 2)[0] >> 4
            listas = _listas(estilo, base)
            if clase == _DE_PARRAFO:
                yield numero, _Estilo(clase, padre, listas[0][2:], listas[1])
            else:
                yield numero, _Estilo(clase, padre, b"", listas[0])


def _listas(estilo: bytes, base: int) -> tuple[bytes, bytes]:
    """The first two lists of a style: after its name, each at an even place with its length. That of paragraphs opens with a
    style number."""
    listas = [b"", b""]
    if base + 2 > len(estilo):
        return b"", b""
    lugar = base + 2 + 2 * struct.unpack_from("<H", estilo, base)[0] + 2
    for sitio in range(2):
        lugar += lugar % 2
        if lugar + 2 > len(estilo):
            break
        largo = struct.unpack_from("<H", estilo, lugar)[0]
        listas[sitio] = estilo[lugar + 2 : lugar + 2 + largo]
        lugar += 2 + largo
    return listas[0], listas[1]


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
        while actual in propios and actual not in vistos and len(vistos) < _HERENCIA:
            vistos.add(actual)
            padre, suya, suyo = propios[actual]
            lista = lista if lista is not None else suya
            nivel = nivel if nivel is not None else suyo
            actual = padre
        if lista:
            resueltas[numero] = (lista, nivel or 0)
    return resueltas
