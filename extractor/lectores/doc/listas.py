"""The numbers and bullets that Word prints before a paragraph and does not keep in its text ([MS-DOC] 2.4.6.3).

A paragraph names a list override (LFO) and a level; the override names a list (LSTF) of one or nine levels (LVL) and may
restart or redefine some. Counters run per list, as Word counts.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from extractor.lectores.doc.estilos import listas_de_estilos
from extractor.lectores.doc.fib import LISTAS, SUSTITUCIONES, Fib
from extractor.lectores.doc.propiedades import Propiedades
from extractor.lectores.rotulos import formatear, vineta

_NIVELES = 9
_VINETA, _NINGUNO = 23, 255
_FORMATOS = {1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 22: "decimalZero", 255: "none"}


@dataclass(frozen=True, slots=True)
class _Nivel:
    """A level: first number, format (nfc), text where characters 0-8 stand for the numbers of the levels, whether all
    numbers are Arabic, and whether it goes on when a higher level advances."""

    inicio: int
    formato: int
    texto: str
    legal: bool
    sigue: bool


@dataclass(frozen=True, slots=True)
class _Sustitucion:
    lista: int
    inicios: dict[int, int]
    niveles: dict[int, _Nivel]


class Listas:
    """The lists of one document and their counters."""

    def __init__(self, fib: Fib) -> None:
        self._listas = _leer_listas(fib)
        self._sustituciones = _leer_sustituciones(fib) if self._listas else []
        self._de_estilo = listas_de_estilos(fib) if self._sustituciones else {}
        self._cuentas: dict[int, list[int | None]] = {}
        self._usados: set[tuple[int, int]] = set()

    def rotulo(self, propiedades: Propiedades) -> str:
        """The number or bullet printed before a paragraph, counting it; "" when it has none."""
        if not self._sustituciones:
            return ""
        del_estilo = self._de_estilo.get(propiedades.estilo, (0, 0))
        numero = propiedades.lista if propiedades.lista is not None else del_estilo[0]
        nivel = propiedades.nivel if propiedades.nivel is not None else del_estilo[1]
        if not 0 < numero <= len(self._sustituciones):
            return ""
        definicion = self._definicion(numero, nivel)
        if definicion is None:
            return ""
        cuentas = self._contar(numero, nivel, definicion)
        if definicion.formato == _VINETA:
            return vineta(definicion.texto)
        partes = []
        for letra in definicion.texto:
            cual = ord(letra)
            if cual >= _NIVELES:
                partes.append(letra)
            elif definicion.formato != _NINGUNO:
                propia = self._definicion(numero, cual)
                formato = "decimal" if definicion.legal or propia is None else _FORMATOS.get(propia.formato, "decimal")
                partes.append(formatear(cuentas[cual] or (propia.inicio if propia else 1), formato))
        return "".join(partes).strip()

    def _definicion(self, numero: int, nivel: int) -> _Nivel | None:
        sustitucion = self._sustituciones[numero - 1]
        niveles = self._listas.get(sustitucion.lista, [])
        return sustitucion.niveles.get(nivel) or (niveles[nivel] if nivel < len(niveles) else None)

    def _contar(self, numero: int, nivel: int, definicion: _Nivel) -> list[int | None]:
        sustitucion = self._sustituciones[numero - 1]
        cuentas = self._cuentas.setdefault(sustitucion.lista, [None] * _NIVELES)
        previa = cuentas[nivel]
        if nivel in sustitucion.inicios and (numero, nivel) not in self._usados:
            cuentas[nivel] = sustitucion.inicios[nivel]
        else:
            cuentas[nivel] = definicion.inicio if previa is None else previa + 1
        self._usados.add((numero, nivel))
        for hondo in range(nivel + 1, _NIVELES):
            propia = self._definicion(numero, hondo)
            if propia is None or not propia.sigue:
                cuentas[hondo] = None
        return cuentas


def _leer_listas(fib: Fib) -> dict[int, list[_Nivel]]:
    """Levels of each list by its identifier. The levels stand after the list table, outside its stated length."""
    tabla = fib.trozo(LISTAS)
    if len(tabla) < 2:
        return {}
    cuantas = min(struct.unpack_from("<H", tabla, 0)[0], (len(tabla) - 2) // 28)
    lugar = fib.lugar(LISTAS) + 2 + 28 * cuantas
    listas: dict[int, list[_Nivel]] = {}
    for numero in range(cuantas):
        clave = struct.unpack_from("<i", tabla, 2 + 28 * numero)[0]
        simple = tabla[2 + 28 * numero + 26] & 1
        niveles = []
        for _ in range(1 if simple else _NIVELES):
            nivel, lugar = _leer_nivel(fib.tabla, lugar)
            niveles.append(nivel)
        listas.setdefault(clave, niveles)
    return listas


def _leer_nivel(tabla: bytes, lugar: int) -> tuple[_Nivel, int]:
    """An LVL and the place after it."""
    inicio, formato, banderas = struct.unpack_from("<iBB", tabla, lugar)
    de_letra, de_parrafo = struct.unpack_from("<BB", tabla, lugar + 24)
    lugar += 28 + de_letra + de_parrafo
    largo = 2 * struct.unpack_from("<H", tabla, lugar)[0]
    crudo = tabla[lugar + 2 : lugar + 2 + min(largo, 512)]
    texto = crudo.decode("utf-16-le", "replace")
    return _Nivel(inicio, formato, texto, bool(banderas & 4), bool(banderas & 8)), lugar + 2 + largo


def _leer_sustituciones(fib: Fib) -> list[_Sustitucion]:
    """The overrides in order: a paragraph names them from 1."""
    tabla = fib.trozo(SUSTITUCIONES)
    if len(tabla) < 4:
        return []
    cuantas = min(struct.unpack_from("<I", tabla, 0)[0], (len(tabla) - 4) // 16)
    lugar = 4 + 16 * cuantas
    leidas: list[_Sustitucion] = []
    for numero in range(cuantas):
        clave = struct.unpack_from("<i", tabla, 4 + 16 * numero)[0]
        cambios = tabla[4 + 16 * numero + 12]
        sustitucion = _Sustitucion(clave, {}, {})
        leidas.append(sustitucion)
        if lugar + 4 > len(tabla):
            continue
        lugar += 4
        for _ in range(cambios):
            inicio, banderas = struct.unpack_from("<iI", tabla, lugar)
            lugar += 8
            nivel = banderas & 0x0F
            if banderas & 0x20:
                sustitucion.niveles[nivel], lugar = _leer_nivel(tabla, lugar)
            if banderas & 0x10:
                sustitucion.inicios[nivel] = sustitucion.niveles[nivel].inicio if banderas & 0x20 else inicio
    return leidas
