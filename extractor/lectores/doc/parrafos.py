"""Text into paragraphs: where each one ends, what of it a person sees, and what it is in a table."""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.lectores.doc import campos
from extractor.lectores.doc.caracteres import Marcas, Tramo, leer_marcas
from extractor.lectores.doc.fib import SECCIONES, Fib
from extractor.lectores.doc.piezas import Texto, leer_texto
from extractor.lectores.doc.propiedades import Parrafos, Propiedades

_FIN = re.compile("[\r\x07\x0c]")
_ESPECIALES: dict[int, str | None] = {c: None for c in range(0x20) if c != 0x09}
_ESPECIALES.update({0x0B: "\n", 0x0C: "\n", 0x0E: "\n", 0x1E: "-"})
"""Soft line, page and column breaks part lines; a non-breaking hyphen is a hyphen; the optional hyphen (0x1F), marks of
notes (0x02), drawings and pictures (0x01, 0x08) and ends of fields leave nothing."""
_HAY_ESPECIALES = re.compile("[\x00-\x08\x0b-\x1f]")
_SUPLENTE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ParrafoCrudo:
    """A paragraph as the file has it. ``texto`` is what is seen of it, soft breaks as line ends, not trimmed."""

    texto: str
    profundidad: int = 0
    fin_celda: bool = False
    fin_fila: bool = False
    propiedades: Propiedades = field(default_factory=Propiedades)


class Lectura:
    """The text of a document, and its paragraphs part by part."""

    def __init__(self, fib: Fib) -> None:
        self.fib = fib
        texto = leer_texto(fib)
        marcas = leer_marcas(fib, texto)
        self._piezas = texto
        self._texto = _con_simbolos(texto, marcas)
        self._parrafos = Parrafos(fib)
        self._secciones = _fines_de_seccion(fib)
        self._borrados = [*marcas.borrados]
        self._ocultos = [*marcas.ocultos]
        self.formularios = 0

    def hay_oculto(self, desde: int, hasta: int) -> bool:
        """Whether hidden text with some letter or figure was left out between two characters."""
        tramos = ((max(a, desde), min(b, hasta)) for a, b in self._ocultos)
        return any(c.isalnum() for a, b in tramos if a < b for c in self._texto[a:b])

    def parrafos(self, desde: int, hasta: int) -> Iterator[ParrafoCrudo]:
        """The paragraphs between two characters. A deleted paragraph mark, or one inside the code of a field, joins its
        paragraph with the next; the last one may lack its mark."""
        codigos, formularios = campos.codigos(self._texto, desde, hasta)
        self.formularios += formularios
        omitidos = campos.unir([*codigos, *self._borrados, *self._ocultos])
        principios = [a for a, _ in omitidos]
        inicio = desde
        for marca in _FIN.finditer(self._texto, desde, hasta):
            lugar, signo = marca.start(), marca.group()
            if signo == "\x0c" and lugar not in self._secciones:
                continue
            if signo != "\x07" and _dentro(omitidos, principios, lugar):
                continue
            yield self._parrafo(inicio, lugar, signo, omitidos, principios)
            inicio = lugar + 1
        if inicio < hasta:
            resto = self._visible(inicio, hasta, omitidos, principios)
            if resto.strip():
                yield ParrafoCrudo(resto)

    def _parrafo(self, inicio: int, fin: int, signo: str, omitidos: list[Tramo], principios: list[int]) -> ParrafoCrudo:
        pieza = self._piezas.pieza(fin)
        propias = self._parrafos.en(pieza.byte(fin), pieza.cambios)
        texto = self._visible(inicio, fin, omitidos, principios)
        if signo == "\x07":
            # Only a cell or a row ends so: without its properties the mark itself says that it stands in a table.
            fila = propias.fin_fila and propias.profundidad <= 1
            return ParrafoCrudo(texto, 1, not fila, fila, propias)
        interior = propias.profundidad > 1
        return ParrafoCrudo(
            texto, propias.profundidad, interior and propias.fin_celda_interior and not propias.fin_fila,
            interior and propias.fin_fila, propias,
        )  # fmt: skip

    def _visible(self, inicio: int, fin: int, omitidos: list[Tramo], principios: list[int]) -> str:
        texto = self._texto[inicio:fin]
        if omitidos:
            partes: list[str] = []
            desde = inicio
            numero = max(0, bisect_right(principios, inicio) - 1)
            while numero < len(omitidos) and omitidos[numero][0] < fin:
                a, b = omitidos[numero]
                if b > desde:
                    partes.append(self._texto[desde : max(desde, a)])
                    desde = min(b, fin)
                numero += 1
            texto = "".join((*partes, self._texto[desde:fin])) if partes else texto
        if _HAY_ESPECIALES.search(texto):
            texto = texto.translate(_ESPECIALES)
        if _SUPLENTE.search(texto):
            texto = texto.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return texto


def _dentro(tramos: list[Tramo], principios: list[int], lugar: int) -> bool:
    numero = bisect_right(principios, lugar) - 1
    return numero >= 0 and lugar < tramos[numero][1]


def _con_simbolos(texto: Texto, marcas: Marcas) -> str:
    if not marcas.simbolos:
        return texto.texto
    letras = [*texto.texto]
    for lugar, simbolo in marcas.simbolos.items():
        letras[lugar] = simbolo
    return "".join(letras)


def _fines_de_seccion(fib: Fib) -> set[int]:
    """The characters that end a section: there 0x0C ends a paragraph, elsewhere it is a page break inside one."""
    plc = fib.trozo(SECCIONES)
    cuantas = (len(plc) - 4) // 16
    limites = struct.unpack_from(f"<{cuantas + 1}I", plc, 0) if cuantas > 0 else ()
    return {limite - 1 for limite in limites}
