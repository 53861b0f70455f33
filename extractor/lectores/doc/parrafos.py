"""Text into paragraphs: where each one ends, what of it a person sees, and what it is in a table."""

from __future__ import annotations

import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.lectores.arbol import Linea
from extractor.lectores.doc import campos, formularios
from extractor.lectores.doc.caracteres import Marcas, Tramo, leer_marcas
from extractor.lectores.doc.dibujos import Dibujos
from extractor.lectores.doc.fib import SECCIONES, Fib
from extractor.lectores.doc.imagenes import imagenes_grandes
from extractor.lectores.doc.listas import Listas
from extractor.lectores.doc.piezas import leer_texto
from extractor.lectores.doc.propiedades import Parrafos, Propiedades
from extractor.lectores.doc.tachados import de_parrafos

_FIN = re.compile("[\r\x07\x0c]")
_ESPECIALES: dict[int, str | None] = {c: None for c in range(0x20) if c != 0x09}
_ESPECIALES.update({0x0B: "\n", 0x0C: "\n", 0x0E: "\n", 0x1E: "-"})
"""Soft line, page and column breaks part lines; a non-breaking hyphen is a hyphen; the optional hyphen (0x1F), marks of
notes (0x02), drawings and pictures (0x01, 0x08) and ends of fields leave nothing."""
_HAY_ESPECIALES = re.compile("[\x00-\x08\x0b-\x1f]")
_NO_TACHABLES = re.compile("[\r\x07\x0b\x0c\x13\x14\x15]")
_SUPLENTE = re.compile("[\ud800-\udfff]")


_CUERPO = Propiedades()


@dataclass(frozen=True, slots=True)
class ParrafoCrudo:
    """A paragraph as the file has it: what is seen of it, its depth in tables, and whether its mark ends a cell or a row."""

    linea: Linea
    profundidad: int = 0
    fin_celda: bool = False
    fin_fila: bool = False
    propiedades: Propiedades = _CUERPO


class Lectura:
    """The text of a document, and its paragraphs part by part. ``dibujos`` is given once the text boxes are read."""

    def __init__(self, fib: Fib) -> None:
        self.fib = fib
        texto = leer_texto(fib)
        marcas = leer_marcas(fib, texto)
        self._piezas = texto
        self._texto = _cambiado(texto.texto, marcas.simbolos)
        self._parrafos = Parrafos(fib)
        self._listas = Listas(fib)
        self.dibujos: Dibujos | None = None
        self._secciones = _fines_de_seccion(fib)
        self._ocultos = marcas.ocultos
        omitidos = [*marcas.borrados, *marcas.ocultos]
        quitados = campos.unir(omitidos)
        de_estilo = de_parrafos(texto, self._parrafos, marcas.estilos, campos.unir(marcas.decididos))
        self._tachados = _sin_fines(self._texto, campos.unir([*marcas.tachados, *de_estilo]))
        principios = [a for a, _ in quitados]
        self.formularios = 0
        insertos: dict[int, str] = {}
        for parte in (0, 1, 5, 6):
            codigos, cajas = campos.codigos(self._texto, *fib.parte(parte))
            omitidos += codigos
            for inicio, fin in cajas:
                if not _dentro(quitados, principios, inicio):
                    mostrado = self._de_formulario(inicio, fin, marcas)
                    self.formularios += mostrado is None
                    insertos[inicio] = mostrado or ""
        self._insertos = sorted(insertos.items())
        self._omitidos = campos.unir([*omitidos, *self._tachados])
        self._principios = [a for a, _ in self._omitidos]
        imagenes = imagenes_grandes(fib, texto.texto, marcas.datos)
        self._imagenes = [n for n in imagenes if not _dentro(self._omitidos, self._principios, n)]

    def _de_formulario(self, inicio: int, fin: int, marcas: Marcas) -> str | None:
        """What a form box or list shows; None when its data do not say."""
        lugares = (marcas.datos[i] for i in range(inicio, min(fin, inicio + 200)) if i in marcas.datos)
        return next((v for v in (formularios.valor(self.fib.datos, lugar) for lugar in lugares) if v is not None), None)

    def hay_oculto(self, desde: int, hasta: int) -> bool:
        """Whether hidden text with some letter or figure was left out between two characters."""
        tramos = ((max(a, desde), min(b, hasta)) for a, b in self._ocultos)
        return any(c.isalnum() for a, b in tramos if a < b for c in self._texto[a:b])

    def parrafos(self, desde: int, hasta: int) -> Iterator[ParrafoCrudo]:
        """The paragraphs between two characters. A deleted paragraph mark, or one inside the code of a field, joins its
        paragraph with the next one, unless that is of another depth; the last one may lack its mark."""
        inicio = desde
        unido: tuple[int, Propiedades] | None = None
        for marca in _FIN.finditer(self._texto, desde, hasta):
            lugar, signo = marca.start(), marca.group()
            if signo == "\x0c" and lugar not in self._secciones:
                continue
            pieza = self._piezas.pieza(lugar)
            propias = self._parrafos.en(pieza.byte(lugar), pieza.cambios)
            # Only a cell or a row ends in 0x07: without its properties the mark itself says that it stands in a table.
            profundidad = 1 if signo == "\x07" else propias.profundidad
            if unido and unido[1].profundidad != profundidad:
                yield ParrafoCrudo(self._linea(inicio, *unido), unido[1].profundidad, propiedades=unido[1])
                inicio, unido = unido[0] + 1, None
            if signo != "\x07" and _dentro(self._omitidos, self._principios, lugar) and not propias.acaba:
                unido = (lugar, propias)
                continue
            linea = self._linea(inicio, lugar, propias)
            if signo == "\x07":
                fila = propias.fin_fila and propias.profundidad <= 1
                yield ParrafoCrudo(linea, 1, not fila, fila, propias)
            else:
                celda = propias.fin_celda_interior and not propias.fin_fila
                yield ParrafoCrudo(linea, profundidad, profundidad > 1 and celda, profundidad > 1 and propias.fin_fila, propias)
            inicio, unido = lugar + 1, None
        if inicio < hasta and self._visible(inicio, hasta).strip():
            yield ParrafoCrudo(self._linea(inicio, hasta, _CUERPO))

    def _linea(self, inicio: int, fin: int, propias: Propiedades) -> Linea:
        texto = self._visible(inicio, fin)
        rotulo = "" if propias.fin_fila else self._listas.rotulo(propias)
        dibujos = self.dibujos.en(inicio, fin + 1) if self.dibujos else []
        imagenes = bisect_right(self._imagenes, fin) - bisect_left(self._imagenes, inicio)
        return Linea(texto, None, rotulo, dibujos, tachados=self._cuantos_tachados(inicio, fin), imagenes=imagenes)

    def _cuantos_tachados(self, inicio: int, fin: int) -> int:
        """How many struck stretches with some letter or figure were left out between two characters."""
        primero = bisect_left(self._tachados, (inicio, inicio))
        ultimo = bisect_left(self._tachados, (fin, fin))
        return sum(any(c.isalnum() for c in self._texto[a : min(b, fin)]) for a, b in self._tachados[primero:ultimo])

    def _visible(self, inicio: int, fin: int) -> str:
        texto = self._texto[inicio:fin]
        omitidos = self._omitidos
        if omitidos:
            partes: list[str] = []
            desde = inicio
            numero = max(0, bisect_right(self._principios, inicio) - 1)
            while numero < len(omitidos) and omitidos[numero][0] < fin:
                a, b = omitidos[numero]
                if b > desde:
                    partes.append(self._texto[desde : max(desde, a)])
                    primero = bisect_left(self._insertos, (max(a, desde), ""))
                    partes += [v for _, v in self._insertos[primero : bisect_left(self._insertos, (min(b, fin), ""))]]
                    desde = min(b, fin)
                numero += 1
            texto = "".join((*partes, self._texto[desde:fin])) if partes else texto
        if _HAY_ESPECIALES.search(texto):
            texto = texto.translate(_ESPECIALES)
        if _SUPLENTE.search(texto):
            texto = texto.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return texto


def _sin_fines(texto: str, tramos: list[Tramo]) -> list[Tramo]:
    """Struck stretches without what ends a paragraph, a cell or a line, or marks a field: those still do."""
    partes: list[Tramo] = []
    for inicio, fin in tramos:
        desde = inicio
        for marca in _NO_TACHABLES.finditer(texto, inicio, fin):
            partes.append((desde, marca.start()))
            desde = marca.end()
        partes.append((desde, fin))
    return [t for t in partes if t[0] < t[1]]


def _dentro(tramos: list[Tramo], principios: list[int], lugar: int) -> bool:
    numero = bisect_right(principios, lugar) - 1
    return numero >= 0 and lugar < tramos[numero][1]


def _cambiado(texto: str, cambios: dict[int, str]) -> str:
    """The text with some of its characters changed, one for one."""
    if not cambios:
        return texto
    letras = [*texto]
    for lugar, letra in cambios.items():
        letras[lugar] = letra
    return "".join(letras)


def _fines_de_seccion(fib: Fib) -> set[int]:
    """The characters that end a section: there 0x0C ends a paragraph, elsewhere it is a page break inside one."""
    plc = fib.trozo(SECCIONES)
    cuantas = (len(plc) - 4) // 16
    limites = struct.unpack_from(f"<{cuantas + 1}I", plc, 0) if cuantas > 0 else ()
    return {limite - 1 for limite in limites}
