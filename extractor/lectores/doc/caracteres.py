"""Character properties that change what is read: deleted text, hidden text, characters of symbol fonts, form fields."""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from dataclasses import dataclass, field

from extractor.lectores.doc import modificadores as m
from extractor.lectores.doc.estilos import estilos_tachados, tachado_dicho
from extractor.lectores.doc.fib import CHPX, FUENTES, Fib
from extractor.lectores.doc.piezas import Texto
from extractor.lectores.doc.propiedades import corridas
from extractor.lectores.simbolos import simbolo

Tramo = tuple[int, int]

_PRIVADOS = re.compile("[\uf020-\uf0ff]")
_NOMBRE_FUENTE = 39
"""Where the name stands in a font's record (FFN)."""


@dataclass(slots=True)
class Marcas:
    """Stretches of characters (start, end) that are deleted by a tracked change, hidden or struck out; the signs that characters
    of symbol fonts show; and where in the data stream a picture or form field's character points. ``decididos``: those whose
    own modifiers say whether they are struck out, whatever the style of their paragraph does; ``estilos``: the styles that do."""

    borrados: list[Tramo] = field(default_factory=list)
    ocultos: list[Tramo] = field(default_factory=list)
    tachados: list[Tramo] = field(default_factory=list)
    simbolos: dict[int, str] = field(default_factory=dict)
    datos: dict[int, int] = field(default_factory=dict)
    decididos: list[Tramo] = field(default_factory=list)
    estilos: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Propias:
    """What a list of modifiers says of its characters; None where it says nothing. ``simbolo``: font and code."""

    borrado: bool | None = None
    oculto: bool | None = None
    simbolo: tuple[int, int] | None = None
    fuente: int | None = None
    datos: int | None = None
    tachado: bool | None = None


_NADA = _Propias()


def leer_marcas(fib: Fib, texto: Texto) -> Marcas:
    """The marks of the whole document, those of its pieces included."""
    inicios, crudos = corridas(fib, CHPX, 1)
    de_estilos = estilos_tachados(fib)
    leidas = {crudo: _leer(crudo, de_estilos) for crudo in {*crudos, *(p.cambios for p in texto.piezas)}}
    fuentes = _fuentes(fib)
    marcas = Marcas(estilos=de_estilos)
    for pieza in texto.piezas:
        de_pieza = leidas[pieza.cambios]
        ultimo = pieza.byte(pieza.fin)
        numero = max(0, bisect_right(inicios, pieza.lugar) - 1)
        desde = pieza.inicio
        while desde < pieza.fin:
            byte = inicios[numero + 1] if numero + 1 < len(inicios) else ultimo
            hasta = min(pieza.fin, max(desde, pieza.inicio - (pieza.lugar - byte) // pieza.ancho))
            propias = leidas[crudos[numero]] if numero < len(crudos) else _NADA
            if desde < hasta:
                _anotar(marcas, propias, de_pieza, texto.texto, (desde, hasta), fuentes)
            if numero + 1 >= len(inicios):
                break
            desde, numero = hasta, numero + 1
    return marcas


def _anotar(marcas: Marcas, propias: _Propias, de_pieza: _Propias, texto: str, tramo: Tramo, fuentes: list[str]) -> None:
    if propias.borrado if de_pieza.borrado is None else de_pieza.borrado:
        marcas.borrados.append(tramo)
    if propias.oculto if de_pieza.oculto is None else de_pieza.oculto:
        marcas.ocultos.append(tramo)
    else:
        tachado = propias.tachado if de_pieza.tachado is None else de_pieza.tachado
        if tachado:
            marcas.tachados.append(tramo)
        if tachado is not None:
            marcas.decididos.append(tramo)
    if propias.simbolo is not None:
        signo = simbolo(_nombre(fuentes, propias.simbolo[0]), propias.simbolo[1])
        marcas.simbolos.update({lugar: signo for lugar in range(*tramo) if texto[lugar] == "("})
    if propias.datos is not None:
        marcas.datos.update({lugar: propias.datos for lugar in range(*tramo) if texto[lugar] == "\x01"})
    for hallado in _PRIVADOS.finditer(texto, *tramo):
        marcas.simbolos[hallado.start()] = simbolo(_nombre(fuentes, propias.fuente), ord(hallado.group()))


def _nombre(fuentes: list[str], numero: int | None) -> str | None:
    return fuentes[numero] if numero is not None and numero < len(fuentes) else None


def _leer(grpprl: bytes, de_estilos: frozenset[int]) -> _Propias:
    borrado: bool | None = None
    oculto: bool | None = None
    signo: tuple[int, int] | None = None
    fuente: int | None = None
    datos: int | None = None
    estilo: int | None = None
    for codigo, operando in m.recorrer(grpprl):
        if codigo == m.C_BORRADO:
            borrado = bool(operando[0])
        elif codigo == m.C_OCULTO:
            oculto = operando[0] in (0x01, 0x81)
        elif codigo == m.C_ESTILO:
            estilo = struct.unpack("<H", operando)[0]
        elif codigo == m.C_SIMBOLO:
            signo = struct.unpack("<HH", operando)
        elif codigo == m.C_FUENTE:
            fuente = struct.unpack("<H", operando)[0]
        elif codigo == m.C_DATOS:
            datos = struct.unpack("<I", operando)[0]
    tachado = tachado_dicho(grpprl, None if estilo is None else estilo in de_estilos)
    if tachado is None and estilo in de_estilos:
        tachado = True
    return _Propias(borrado, oculto, signo, fuente, datos, tachado)


def _fuentes(fib: Fib) -> list[str]:
    """The names of the document's fonts, in the order that characters refer to them."""
    tabla = fib.trozo(FUENTES)
    nombres: list[str] = []
    lugar = 4
    while lugar < len(tabla):
        registro = tabla[lugar + 1 : lugar + 1 + tabla[lugar]]
        nombres.append(registro[_NOMBRE_FUENTE:].decode("utf-16-le", "replace").split("\x00")[0])
        lugar += 1 + tabla[lugar]
    return nombres
