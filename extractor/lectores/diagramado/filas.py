"""The lines of a table without strokes as rows: where one row ends and the next begins.

A row begins where its columns begin together. Where figures stand each beside the first line of a text of its own, all through
the table, each opens a row; where they are stacked (one to a line, whatever the texts take), a row begins only where no figure
stood on the line above. What begins in some columns and not in others leaves the row doubtful. No figure's value is looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.lectores.diagramado.renglones import Linea, Renglones, es_cifra

_VALOR = 20
"""Characters of the value that stands beside a label in a table of two columns."""
_POCAS_COLUMNAS = 3
"""Columns that may all open with a capital by chance."""
_VARIAS = 2
_CIFRA_FINAL = re.compile(r"(?!(?:19|20)\d\d$)\d+(?:[.,]\d+)?\s?%?$")
_DUDA_CABECERA = "no se puede saber dónde termina el encabezado de la tabla"
_DUDA_CIFRA = "una cifra está pegada al texto de la columna vecina y no se sabe de cuál es"
_DUDA = "no se puede saber dónde empieza la fila, porque el texto no conserva las líneas de la tabla"


@dataclass(slots=True)
class Fila:
    """A row: its lines, and why it is not sure. ``sigue_arriba``: columns whose text is that of a cell merged from above."""

    lineas: list[Linea]
    dudosa: str | None = None
    sigue_arriba: frozenset[int] = frozenset()


def en_filas(renglones: Renglones) -> list[Fila]:
    """The rows of a table, the header's first."""
    tabla = _Comienzos(renglones)
    lineas = renglones.lineas
    alineada = tabla.alineada()
    filas: list[Fila] = []
    for sitio, linea in enumerate(lineas):
        abre = not filas or linea.banda or lineas[sitio - 1].banda
        duda = None
        if not abre:
            abre = tabla.abre_alineada(sitio) if alineada else tabla.abre(sitio, len(filas[-1].lineas), cabecera=len(filas) == 1)
            abre = abre and (alineada or not tabla.apilada(sitio - len(filas[-1].lineas), sitio))
            duda = _DUDA if not abre and not alineada and tabla.casi_abre(sitio) else None
        if sitio in tabla.dudosas:
            duda = _DUDA_CIFRA
        if abre:
            fundidas = tabla.fundidas(sitio) if alineada else frozenset({0} if linea.celdas and linea.celdas[0] is None else ())
            filas.append(Fila([], sigue_arriba=frozenset() if not filas or linea.banda else fundidas))
        filas[-1].lineas.append(linea)
        filas[-1].dudosa = filas[-1].dudosa or duda
    tomadas = len(filas[0].lineas) > tabla.primera_cifra or any(map(_acaba_en_cifras, filas[0].lineas))
    if tabla.de_cifras and tomadas and not filas[0].lineas[0].banda:
        for fila in filas:
            fila.dudosa = fila.dudosa or _DUDA_CABECERA
    return filas


def _acaba_en_cifras(linea: Linea) -> bool:
    """Whether several texts of a line end in a figure, as no labels do: cells of a row whose columns were not told apart."""
    palabras = [c.texto.rpartition(" ") for c in linea.celdas if c is not None]
    return sum(bool(antes) and bool(_CIFRA_FINAL.match(ultima)) for antes, _, ultima in palabras) >= _VARIAS


class _Comienzos:
    """Where the rows of a table begin."""

    def __init__(self, renglones: Renglones) -> None:
        self.renglones = renglones
        self.lineas = renglones.lineas
        self.ancho = renglones.ancho
        self.de_cifras = renglones.de_cifras
        self.primera_cifra = renglones.primera_cifra
        self.principal = renglones.principal
        self.dudosas = renglones.dudosas
        self.empieza = renglones.empieza
        self.previa = renglones.previa

    def alineada(self) -> bool:
        """Whether every figure stands beside the first line of a text, of its own, all through the table: of the column with most
        lines, or else of another, if then nothing begins beside no figure. That column is then ``principal``."""
        if not self.de_cifras:
            return False
        if self._alineada_con(self.principal):
            return True
        sueltas = [n for n in range(self.primera_cifra, len(self.lineas)) if not self._es_de_fila(n) and not self.lineas[n].banda]
        textos = [i for i in range(self.ancho) if i not in self.de_cifras and i != self.principal]
        if any(self.empieza(n, i) for n in sueltas for i in (*textos, self.principal)):
            return False
        for columna in textos:
            if columna < self.de_cifras[0] and self._alineada_con(columna) and self._acompana(columna):
                self.principal = columna
                return True
        return False

    def _acompana(self, columna: int) -> bool:
        """Whether a column has a text beside most of the figures."""
        propias = [n for n in range(self.primera_cifra, len(self.lineas)) if self._es_de_fila(n)]
        return sum(self.lineas[n].celdas[columna] is not None for n in propias) * 2 > len(propias)

    def _alineada_con(self, columna: int) -> bool:
        propias = [n for n in range(self.primera_cifra, len(self.lineas)) if self._es_de_fila(n)]
        seguidas = sum(1 for n in propias if n and self._es_de_fila(n - 1) and not self.lineas[n].vacias)
        if any(self.empieza(n, columna) is False for n in propias):
            return False
        otras = [n for n in range(self.primera_cifra, len(self.lineas)) if n not in set(propias)]
        if any(self.empieza(n, columna) for n in otras if not self.lineas[n].banda):
            return False
        # stacked figures would stand on lines one after the other where the texts take several
        return not otras or seguidas < len(propias)

    def _es_de_fila(self, sitio: int) -> bool:
        linea = self.lineas[sitio]
        return not linea.banda and any(es_cifra(linea.celdas[i]) for i in self.de_cifras)

    def abre_alineada(self, sitio: int) -> bool:
        """Whether a line opens a row: figures beside a text. Figures alone close the row above."""
        if sitio < self.primera_cifra or not self._es_de_fila(sitio):
            return False
        return sitio == self.primera_cifra or any(i not in self.de_cifras for i in self.lineas[sitio].llenas)

    def fundidas(self, sitio: int) -> frozenset[int]:
        """The columns before that of the items whose cell goes on at a row: blank, or with the rest of its text."""
        if sitio <= self.primera_cifra or self.lineas[sitio].celdas[self.principal] is None:
            return frozenset()
        propias = self.lineas[sitio].celdas
        return frozenset(
            i
            for i in range(self.principal)
            if i not in self.de_cifras and (propias[i] is None or self.empieza(sitio, i) is False)
        )

    def abre(self, sitio: int, largo: int, *, cabecera: bool) -> bool:
        """Whether a row begins at a line: its first column and all that stands on it begin there. ``largo``: lines of the row
        above, the header's when ``cabecera``."""
        linea = self.lineas[sitio]
        llenas = linea.llenas
        if linea.celdas[0] is None:
            return not self.de_cifras and self._abre_bajo_fundida(sitio)
        if self._solo_cierra(sitio):
            return True
        if len(llenas) < (2 if linea.vacias else max(2, (self.ancho + 1) // 2)):
            return False
        if self.de_cifras and sitio <= self.primera_cifra:
            return sitio == self.primera_cifra and self.empieza(sitio, 0) is not False
        modos = [self.empieza(sitio, i) for i in llenas]
        if False in modos:
            return False
        valor = linea.celdas[-1]
        if self.ancho == 2 and valor is not None and len(valor.texto) <= _VALOR:
            return True
        aparte = linea.vacias > 0 or linea.abre_pagina
        if self.de_cifras:
            if not any(es_cifra(linea.celdas[i]) for i in self.de_cifras):
                return False
            return aparte or all(self.lineas[sitio - 1].celdas[i] is None for i in self.de_cifras)
        if cabecera and len(llenas) == self.ancho > 2 and True in modos:
            return True
        # where every cell has text on the line above, of a row of several, these may be items one under the other
        seguida = not aparte and not cabecera and all(c is not None for c in self.lineas[sitio - 1].celdas)
        if largo > 1 and seguida:
            # all begin together, each with a capital: as many items in every cell are as many rows
            surgen = modos[0] is True or (self.ancho > _POCAS_COLUMNAS and True in modos)
            return len(llenas) == self.ancho >= _POCAS_COLUMNAS and surgen and self._con_mayusculas(sitio)
        return modos[0] is True or sum(m is True for m in modos) * 2 > len(modos)

    def _con_mayusculas(self, sitio: int) -> bool:
        return all(c is not None and c.texto[:1].isupper() for c in self.lineas[sitio].celdas)

    def _solo_cierra(self, sitio: int) -> bool:
        """Whether a line holds a label in its first column, figures in theirs and nothing else, below a line without figures."""
        linea = self.lineas[sitio]
        otras = [i for i in linea.llenas if i]
        if sitio <= self.primera_cifra or not otras or self.ancho < 4 or any(i not in self.de_cifras for i in otras):
            return False
        if not any(es_cifra(linea.celdas[i]) for i in otras) or not self.empieza(sitio, 0):
            return False
        return bool(linea.vacias) or all(self.lineas[sitio - 1].celdas[i] is None for i in self.de_cifras)

    def apilada(self, desde: int, sitio: int) -> bool:
        """Whether a row of texts holds items one under the other, and may go on at a line: in some line of it a text begins
        while another goes on, and nothing is blank right above."""
        if self.de_cifras or (self.lineas[sitio].vacias and not self.lineas[sitio].abre_pagina):
            return False
        if any(c is None for c in self.lineas[sitio - 1].celdas):
            return False
        for n in range(desde + 1, sitio):
            modos = [self.empieza(n, i) for i in self.lineas[n].llenas]
            if True in modos and False in modos:
                return True
        return False

    def _abre_bajo_fundida(self, sitio: int) -> bool:
        """Whether a row begins at a line whose first column is blank: all the others begin on it, most of them surely."""
        if self.ancho < 3 or len(self.lineas[sitio].llenas) < self.ancho - 1:
            return False
        modos = [self.empieza(sitio, i) for i in range(1, self.ancho)]
        return False not in modos and sum(m is True for m in modos) * 2 > len(modos)

    def casi_abre(self, sitio: int) -> bool:
        """Whether most columns begin at a line that was not taken as a row's first."""
        linea = self.lineas[sitio]
        if (sitio <= self.primera_cifra and self.de_cifras) or (linea.abre_pagina and linea.celdas[0] is None):
            return False
        solas = [i for i in linea.llenas if self.previa(sitio, i) is None]
        return self.ancho > 2 and len(solas) * 2 > self.ancho and len(solas) > 2
