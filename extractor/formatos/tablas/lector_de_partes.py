"""The parts of a split table, read: whether a table may go on, and whether the next one is the rest of it.

What may be a second part and is not surely one is answered with the sentence that tells it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractor.formatos.columnas.encabezados import Encabezado, Rotulos
from extractor.formatos.corte_en_piezas import en_piezas
from extractor.formatos.piezas import Pieza, Titulos
from extractor.formatos.regiones.en_titulo import es_titulo_de_region
from extractor.formatos.tablas.cuerpos import Cuerpos
from extractor.formatos.tablas.partes import (
    Rejilla,
    ancho_de,
    cierra,
    en_rejilla,
    encabeza,
    pesa,
    rejilla_de,
    sigue_contando,
    sigue_la_fila,
    vuelve_a_empezar,
)
from extractor.modelo.base import Origen
from extractor.modelo.documento import Bloque, BloqueTabla, Documento, FilaCruda, Parrafo

_FILAS_DE_BANDA = 2
"""Rows that may band the columns over a header typed again."""
_COLUMNAS_DE_TEXTOS, _PALABRAS_DE_FRASE = 3, 4
"""Columns of a form of texts, and words from which a cell of it is a sentence and no label."""
SIN_UNIR = (
    "una tabla parece seguir en la que viene después, pero no es seguro que sean una sola: no se unieron, y las sumas de ambas "
    "no se verifican; revise el documento"
)
_JUNTAS = (
    "una tabla sin encabezado viene tras otra de las mismas columnas y nada dice que sea su continuación: se leyeron como una "
    "sola, y sus sumas no se verifican; revise el documento"
)


@dataclass(frozen=True, slots=True)
class Parte:
    """A table with the header that its last rows stand under, its place among them, and the columns it gives."""

    encabezado: Encabezado
    sitio: int
    rejilla: Rejilla
    cabeza: Pieza


Entre = Literal["nada", "continua", "texto"]
"""What stands between two parts: nothing, words or a page end that say that the first goes on, or any other text."""


@dataclass(frozen=True, slots=True)
class Abierta:
    """A table that may go on: its last header, the pieces of its last part and how many grid columns it has."""

    parte: Parte
    piezas: list[Pieza]
    ancho: int


class LectorDePartes:
    """Reads the headers and titles of a table's rows."""

    def __init__(self, titulos: Titulos, rotulos: tuple[Rotulos, ...]) -> None:
        self.titulos = titulos
        self.rotulos = rotulos

    def abierta(self, bloque: BloqueTabla) -> Abierta | None:
        """The table as one that may go on; None when it has no form known or ends by itself."""
        piezas = self._piezas(bloque)
        parte = self._parte(piezas)
        return None if parte is None or self._acaba(piezas, parte) else Abierta(parte, piezas, ancho_de(bloque.filas))

    def tras(self, abierta: Abierta, segunda: BloqueTabla) -> Abierta | None:
        """The same after ``segunda`` was joined to it; None when it ends there."""
        piezas = self._piezas(segunda)
        propia = self._parte(piezas)
        otra = propia is not None and propia.rejilla.roles != abierta.parte.rejilla.roles
        return None if otra or self._acaba(piezas, abierta.parte) else replace(abierta, piezas=piezas)

    def juntar(self, abierta: Abierta, segunda: BloqueTabla, entre: Entre) -> tuple[FilaCruda, ...] | str | None:
        """The rows of ``segunda`` as those of the table; a sentence where they may be and it is not sure; None where they are
        not. A header typed again may begin another table: only what stands between, or the numbering, tells that it does not."""
        if not segunda.cuadricula:
            return None
        parte, libre = abierta.parte, entre != "texto"
        nuevas = self._piezas(segunda)
        propio = self._encabezado(nuevas)
        if parte.encabezado.tabla.pesa is None:
            return self._de_textos(abierta, segunda) if libre and propio is None and not self._empieza_otra(nuevas) else None
        if propio is not None:
            suyos, mios = propio.rejilla.roles, parte.rejilla.roles
            if propio.encabezado.tabla is not parte.encabezado.tabla or not libre:
                return None
            if suyos != mios:
                # a column more or less: the same form, of which one part lost or merged some
                return SIN_UNIR if set(suyos) <= set(mios) or set(mios) <= set(suyos) else None
            cuenta = sigue_contando([p.celdas for p in abierta.piezas], [p.celdas for p in nuevas])
            if cuenta is False:
                return None
            if cuenta is None and entre == "nada":
                return SIN_UNIR
        elif self._empieza_otra(nuevas):
            return None
        filas = en_rejilla(segunda.filas, parte.rejilla, abierta.ancho)
        abre = next((f for f in filas or segunda.filas if any(c.parrafos for c in f.celdas)), None)
        if filas is not None and (propio is not None or pesa(abre, parte.rejilla)):
            return filas if libre else SIN_UNIR
        if filas is not None and (encabeza(abre) or not any(pesa(f, parte.rejilla) for f in filas)):
            return None
        return SIN_UNIR if filas is not None or propio is not None or pesa(abre, None) else None

    def misma_cabeza(self, abierta: Abierta, segunda: BloqueTabla) -> bool:
        """Whether ``segunda`` has a header of the same weighed form, with the same columns."""
        propio = self._encabezado(self._piezas(segunda))
        pesada = abierta.parte.encabezado.tabla.pesa is not None
        return pesada and propio is not None and propio.rejilla.roles == abierta.parte.rejilla.roles

    def duda(self, abierta: Abierta, partes: Sequence[BloqueTabla], entre: Entre) -> str | None:
        """A sentence where the rows of ``partes[0]``, which may be the table's, may as well be another one's: they have no
        header, and neither their numbers or first row, nor words or a page end, nor a total that closes them or those after
        them (``partes[1:]``) say that they go on; or they begin anew. None where they go on."""
        nuevas = self._piezas(partes[0])
        if abierta.parte.encabezado.tabla.pesa is None or self._encabezado(nuevas) is not None:
            return None
        previas, propias = [p.celdas for p in abierta.piezas[self._desde(abierta) :]], [p.celdas for p in nuevas]
        cuenta = sigue_contando(previas, propias)
        if cuenta is False or vuelve_a_empezar(previas, propias):
            return _JUNTAS
        if cuenta or entre == "continua" or sigue_la_fila(propias[0]):
            return None
        for otra in partes:
            piezas = self._piezas(otra)
            if otra is not partes[0] and self._encabezado(piezas) is not None:
                break
            if piezas and self._acaba(piezas, abierta.parte):
                return None
        return _JUNTAS

    def _desde(self, abierta: Abierta) -> int:
        """Where the rows under the last header of a table begin, among the pieces of its last part."""
        parte = abierta.parte
        con_cabeza = abierta.piezas[parte.sitio : parte.sitio + 1] == [parte.cabeza]
        return parte.sitio + max(1, parte.encabezado.piezas) if con_cabeza else 0

    def rota(self, abierta: Abierta, segunda: BloqueTabla, entre: Sequence[Bloque]) -> str | None:
        """A sentence where the rows of ``segunda`` may be those of a table without a grid that a line of text cut: as many cells
        as its header, no header of their own, and the first one has a weight or is the rest of a row; no title stands between."""
        parte = abierta.parte
        if segunda.cuadricula or parte.encabezado.tabla.pesa is None:
            return None
        textos = [b for b in entre if isinstance(b, Parrafo)]
        if any(self.titulos.buscar(b.texto, b.origen) for b in textos):
            return None
        nuevas = self._piezas(segunda)
        if not nuevas or self._encabezado(nuevas) is not None or self._empieza_otra(nuevas):
            return None
        celdas = nuevas[0].celdas
        if len(celdas) != len(parte.rejilla.tramos) or len(celdas) < _COLUMNAS_DE_TEXTOS:
            return None
        return SIN_UNIR if sigue_la_fila(celdas) or pesa(nuevas[0].fila, None) else None

    def ultimas(self, abierta: Abierta) -> list[Origen]:
        """The rows of the last part of a table after its last header or title: those above may be of another table."""
        piezas = abierta.piezas
        desde = len(piezas) - 1
        while desde > 0 and not self._abre(piezas, desde):
            desde -= 1
        return [p.origen for p in piezas[desde:]]

    def primeras(self, segunda: BloqueTabla) -> list[Origen]:
        """The rows of a second part up to the next header or title under its first rows."""
        piezas = self._piezas(segunda)
        propia = self._encabezado(piezas)
        hasta = 1 if propia is None else propia.sitio + max(1, propia.encabezado.piezas) + 1
        while hasta < len(piezas) and not self._abre(piezas, hasta):
            hasta += 1
        return [p.origen for p in piezas[:hasta]]

    def _abre(self, piezas: list[Pieza], indice: int) -> bool:
        """Whether something begins at a piece: a header, a region or another title, but for the objectives of one table."""
        titulo = self.titulos.de_pieza(piezas[indice])
        if titulo is not None and titulo.clase != "objetivo":
            return True
        return Cuerpos(piezas, self.titulos, self.rotulos).encabezado(indice) is not None

    def _de_textos(self, abierta: Abierta, segunda: BloqueTabla) -> tuple[FilaCruda, ...] | None:
        """The rows of ``segunda`` where the form weighs nothing: they are told by their sentences. Nothing is summed there, so
        what is not sure is left as it came."""
        parte = abierta.parte
        if parte.encabezado.tabla.tipo == "seccion" or len(parte.rejilla.tramos) < _COLUMNAS_DE_TEXTOS:
            return None
        filas = en_rejilla(segunda.filas, parte.rejilla, abierta.ancho)
        abre = next((f for f in filas or () if any(c.parrafos for c in f.celdas)), None)
        frases = sum(len(c.texto.split()) >= _PALABRAS_DE_FRASE for c in abre.celdas) if abre is not None else 0
        entera = abre is not None and len(abre.celdas) == len(parte.rejilla.tramos)
        return filas if entera and frases > 1 else None

    def _piezas(self, bloque: BloqueTabla) -> list[Pieza]:
        vacio = Documento("", "", "", 0, "txt", "", (bloque,))
        return [p for p in en_piezas(vacio, self.titulos) if p.llenas]

    def _parte(self, piezas: list[Pieza]) -> Parte | None:
        """The last header of a table that has rows under it."""
        cuerpos = Cuerpos(piezas, self.titulos, self.rotulos)
        hallada: Parte | None = None
        indice = 0
        while indice < len(piezas):
            encabezado = cuerpos.encabezado(indice) if piezas[indice].clase == "fila" else None
            if encabezado is None:
                indice += 1
                continue
            celdas = encabezado.celdas or piezas[indice].celdas
            hallada = Parte(encabezado, indice, rejilla_de(celdas, encabezado.etiquetas), piezas[indice])
            indice += max(1, encabezado.piezas)
        return hallada if hallada is not None and hallada.sitio + hallada.encabezado.piezas < len(piezas) else None

    def _encabezado(self, piezas: list[Pieza]) -> Parte | None:
        """The header that the second part opens with, under the bands of its columns; one further down is another's."""
        cuerpos = Cuerpos(piezas, self.titulos, self.rotulos)
        for indice, pieza in enumerate(piezas[: _FILAS_DE_BANDA + 1]):
            encabezado = cuerpos.encabezado(indice) if pieza.clase == "fila" else None
            if encabezado is not None:
                celdas = encabezado.celdas or pieza.celdas
                return Parte(encabezado, indice, rejilla_de(celdas, encabezado.etiquetas), pieza)
            if self._empieza_otra(piezas[indice:]):
                return None
        return None

    def _empieza_otra(self, piezas: Sequence[Pieza]) -> bool:
        """Whether the first row states a title, a region or a programme: what follows is not the table before it."""
        if not piezas or piezas[0].clase != "fila":
            return True
        celdas = piezas[0].llenas
        return self.titulos.de_pieza(piezas[0]) is not None or any(es_titulo_de_region(c.texto) for c in celdas[:1])

    def _acaba(self, piezas: Sequence[Pieza], parte: Parte) -> bool:
        """Whether the table ends with its total, with a title, or with what is no row of it."""
        ultima = piezas[-1]
        if ultima.clase != "fila" or self.titulos.de_pieza(ultima) is not None:
            return True
        return parte.encabezado.tabla.pesa is not None and cierra(ultima.celdas, parte.rejilla)
