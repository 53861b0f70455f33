"""Paragraph properties: the pages of PAPX (512-byte FKPs), and what each paragraph is in a table ([MS-DOC] 2.4.6.1)."""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from dataclasses import dataclass

from extractor.lectores.doc import modificadores as m
from extractor.lectores.doc.contenedor import ilegible
from extractor.lectores.doc.fib import PAPX, Fib

_PAGINA = 512
PROFUNDIDAD_MAXIMA = 32


@dataclass(frozen=True, slots=True)
class Propiedades:
    """What a paragraph is: ``profundidad`` 0 in the body, 1 in a table, 2 in a table inside a cell, and so on;
    whether its mark ends a row or (depth above 1) a cell; ``tabla`` the modifiers of the row it ends; its style; list and
    level, None when it leaves them to the style."""

    profundidad: int = 0
    fin_fila: bool = False
    fin_celda_interior: bool = False
    tabla: tuple[tuple[int, bytes], ...] = ()
    estilo: int = 0
    lista: int | None = None
    nivel: int | None = None

    @property
    def acaba(self) -> bool:
        """Whether the paragraph's mark also ends a cell or a row of an inner table."""
        return self.profundidad > 1 and (self.fin_celda_interior or self.fin_fila)


def corridas(fib: Fib, lugar: int, tamano: int) -> tuple[array[int], list[bytes]]:
    """The runs of all formatting pages: the byte where each starts, and its property bytes. ``tamano`` is the size of
    a run's descriptor (13 in PAPX pages, 1 in CHPX ones). Runs that do not follow their page's order are left out."""
    plc = fib.trozo(lugar)
    cuantas = (len(plc) - 4) // 8
    total = len(fib.principal)
    if cuantas > total // _PAGINA + 1:
        raise ilegible()
    paginas: list[tuple[int, bytes]] = []
    for numero in range(cuantas):
        pagina = struct.unpack_from("<I", plc, 4 * (cuantas + 1) + 4 * numero)[0] & 0x3FFFFF
        crudo = fib.principal[pagina * _PAGINA : (pagina + 1) * _PAGINA]
        if len(crudo) < _PAGINA:
            raise ilegible()
        paginas.append((struct.unpack_from("<I", crudo, 0)[0], crudo))
    inicios: array[int] = array("L")
    propiedades: list[bytes] = []
    for _, crudo in sorted(paginas, key=lambda p: p[0]):
        cuenta = crudo[_PAGINA - 1]
        if 4 * (cuenta + 1) + tamano * cuenta > _PAGINA - 1:
            raise ilegible()
        limites = struct.unpack_from(f"<{cuenta + 1}I", crudo, 0)
        for i in range(cuenta):
            if inicios and limites[i] < inicios[-1]:
                continue
            if inicios and limites[i] == inicios[-1]:
                inicios.pop()
                propiedades.pop()
            inicios.append(limites[i])
            propiedades.append(_cuerpo(crudo, 2 * crudo[4 * (cuenta + 1) + tamano * i], tamano > 1))
    return inicios, propiedades


def _cuerpo(pagina: bytes, lugar: int, de_parrafo: bool) -> bytes:
    """The bytes of a run: for characters a grpprl, for paragraphs a style number (2 bytes) and a grpprl."""
    if not lugar:
        return b""
    largo = pagina[lugar]
    lugar += 1
    if de_parrafo:
        if largo:
            largo = 2 * largo - 1
        elif lugar < _PAGINA:
            largo = 2 * pagina[lugar]
            lugar += 1
    return pagina[lugar : min(lugar + largo, _PAGINA - 1)]


class Parrafos:
    """Looks up what a paragraph is by the byte of its mark; every distinct list of modifiers is read once."""

    def __init__(self, fib: Fib) -> None:
        self._inicios, self._crudos = corridas(fib, PAPX, 13)
        self._datos = fib.datos
        self._leidas: dict[tuple[bytes, bytes], Propiedades] = {}
        self._afuera: dict[int, tuple[tuple[int, bytes], ...]] = {}
        self._gastado = 0

    def en(self, byte: int, cambios: bytes) -> Propiedades:
        """The properties of the paragraph whose mark stands at ``byte``, changed by those of its piece."""
        numero = bisect_right(self._inicios, byte) - 1
        crudo = self._crudos[numero] if numero >= 0 else b""
        clave = (crudo, cambios)
        hallado = self._leidas.get(clave)
        if hallado is None:
            hallado = self._leidas[clave] = self._leer(crudo, cambios)
        return hallado

    def _leer(self, crudo: bytes, cambios: bytes) -> Propiedades:
        en_tabla = fin_fila = fin_interior = fin_celda = False
        lista: int | None = None
        nivel: int | None = None
        profundidad = 0
        tabla: list[tuple[int, bytes]] = []
        pendientes = [*m.recorrer(crudo[2:]), *m.recorrer(cambios)]
        modificadores: list[tuple[int, bytes]] = []
        for codigo, operando in pendientes:
            if codigo in m.P_AFUERA:
                modificadores += self._de_afuera(struct.unpack("<I", operando)[0])
            else:
                modificadores.append((codigo, operando))
        for codigo, operando in modificadores:
            if codigo == m.P_EN_TABLA:
                en_tabla = bool(operando[0])
            elif codigo == m.P_FIN_FILA:
                fin_fila = bool(operando[0])
            elif codigo == m.P_PROFUNDIDAD:
                profundidad = struct.unpack("<i", operando)[0]
            elif codigo == m.P_SUMA_PROFUNDIDAD:
                profundidad += struct.unpack("<i", operando)[0]
            elif codigo == m.P_FIN_CELDA_INTERIOR:
                fin_celda = bool(operando[0])
            elif codigo == m.P_FIN_FILA_INTERIOR:
                fin_interior = bool(operando[0])
            elif codigo == m.P_LISTA:
                lista = struct.unpack("<h", operando)[0]
            elif codigo == m.P_NIVEL_LISTA:
                nivel = operando[0]
            elif codigo == m.P_ESTILO:
                crudo = operando
            elif codigo >> 10 & 7 == 5:
                tabla.append((codigo, operando))
        profundidad = max(profundidad, 1 if en_tabla else 0)
        if profundidad > PROFUNDIDAD_MAXIMA:
            raise ilegible()
        fin_fila = fin_interior if profundidad > 1 else fin_fila
        estilo = struct.unpack_from("<H", crudo, 0)[0] if len(crudo) >= 2 else 0
        return Propiedades(profundidad, fin_fila, fin_celda, tuple(tabla) if fin_fila else (), estilo, lista, nivel)

    def _de_afuera(self, lugar: int) -> tuple[tuple[int, bytes], ...]:
        """The modifiers kept in the data stream at ``lugar``, without further references from there."""
        if lugar not in self._afuera:
            if lugar + 2 > len(self._datos):
                raise ilegible()
            largo = struct.unpack_from("<H", self._datos, lugar)[0]
            self._gastado += largo
            if self._gastado > 4 * len(self._datos):  # lists that overlap: a small file would grow without bound
                raise ilegible()
            leidos = m.recorrer(self._datos[lugar + 2 : lugar + 2 + largo])
            self._afuera[lugar] = tuple((codigo, operando) for codigo, operando in leidos if codigo not in m.P_AFUERA)
        return self._afuera[lugar]
