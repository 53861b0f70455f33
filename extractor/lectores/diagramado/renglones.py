"""The lines of a table that keeps its columns by blanks: which columns hold figures, how wide each is, and whether the text of a
cell begins on a line or goes on with the one above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import ordinal, tiene_vineta
from extractor.lectores.diagramado.cortes import VINETAS
from extractor.lectores.diagramado.hoja import Trozo
from extractor.lectores.pdf.palabras import ultima_palabra
from extractor.lectores.pdf.parrafos import SIN_FINAL

_NO_CIFRA = re.compile(r"\(|(?:19|20)\d\d\.?$")
_PARTE_CIFRAS = 0.6
"""Part of a column's texts, below the header, that are figures."""
_HOLGURA = 0.12
"""Part of a column's width by which a word must be short of filling its line: letters are not of one width on paper."""
_CERCA = 3
"""How far before the edge of a column of figures one that ends a text may be of that column."""
_RESPUESTAS = frozenset(("si", "sí", "no"))
"""Words that are whole cells though they open in lower case."""
_ABIERTOS = (",", "(", "-", "–", "/", "&")


@dataclass(slots=True)
class Linea:
    """A line of a table: its cell in each column, whether blank lines stand before it, and whether it opens a page.
    ``banda``: it crosses the columns."""

    celdas: list[Trozo | None]
    vacias: int
    abre_pagina: bool = False
    banda: bool = False

    @property
    def llenas(self) -> list[int]:
        return [i for i, c in enumerate(self.celdas) if c is not None]


class Renglones:
    """The lines of a table with what its columns are like. ``anchos``: how many characters each column has up to the next.
    ``de_cifras``: the columns of figures; ``principal``: the one whose items take most lines."""

    def __init__(self, lineas: Sequence[Linea], anchos: Sequence[int]) -> None:
        self.lineas = lineas
        self.dudosas: set[int] = set()
        self.ancho = len(lineas[0].celdas)
        self._devolver_vinetas()
        self.anchos = [self._capacidad(i, anchos[i]) for i in range(self.ancho)]
        self.primera_cifra = next((n for n, x in enumerate(lineas) if not x.banda and self._con_cifra(x)), len(lineas))
        self.de_cifras = [i for i in range(self.ancho) if self._es_de_cifras(i)]
        if self.de_cifras:
            self.primera_cifra = next(n for n, x in enumerate(lineas) if any(es_cifra(x.celdas[i]) for i in self.de_cifras))
            self._devolver_cifras()
        self.principal = self._mas_llena()

    def _devolver_vinetas(self) -> None:
        """Gives back to a list, whose items follow each other on its lines, the bullet at the end of a full line: just one blank
        parts it from the list and from the text beside it, and no text that a wide blank parts opens with one in that column."""
        for columna in range(1, self.ancho):
            pegadas: list[tuple[Linea, Trozo, Trozo]] = []
            abren = False
            for linea in self.lineas:
                vecina, celda = linea.celdas[columna - 1], linea.celdas[columna]
                if linea.banda or celda is None or celda.texto[0] not in VINETAS:
                    continue
                if vecina is not None and celda.linea == vecina.linea and celda.x0 == vecina.x1 + 1:
                    pegadas.append((linea, vecina, celda))
                else:
                    abren = True
            for linea, vecina, celda in pegadas:
                if not abren and vecina.texto[0] == celda.texto[0] and celda.texto[1:2] == " ":
                    linea.celdas[columna - 1], linea.celdas[columna] = celda.sin_primera(vecina)

    def _devolver_cifras(self) -> None:
        """Gives back to a column of figures the one that a full text beside it took in: it stands where the column begins, or
        past where the texts of its own end. One that stands a little before may be the text's, and leaves the line doubtful."""
        for columna in self.de_cifras:
            propias = [c for x in self.lineas[self.primera_cifra :] if (c := x.celdas[columna]) is not None and es_cifra(c)]
            borde = {p: min(c.x0 for c in propias if c.pagina == p) for p in {c.pagina for c in propias}}
            pegadas = []
            fin: dict[int, int] = {}
            for n, linea in enumerate(self.lineas):
                vecina = linea.celdas[columna - 1] if columna else None
                if vecina is None or vecina.pagina not in borde:
                    continue
                pegada = n >= self.primera_cifra and linea.celdas[columna] is None and " " in vecina.texto
                if pegada and es_cifra(vecina.partido()[1]) and vecina.x1 >= borde[vecina.pagina] - _CERCA:
                    pegadas.append((n, vecina))
                else:
                    fin[vecina.pagina] = max(fin.get(vecina.pagina, 0), vecina.x1)
            for n, vecina in pegadas:
                propio = fin.get(vecina.pagina, vecina.x1)
                if vecina.x1 >= borde[vecina.pagina] or vecina.x1 > propio + 1:
                    self.lineas[n].celdas[columna - 1], self.lineas[n].celdas[columna] = vecina.partido()
                elif vecina.x1 > propio:
                    self.dudosas.add(n)

    @staticmethod
    def _con_cifra(linea: Linea) -> bool:
        return any(es_cifra(c) for c in linea.celdas)

    def _es_de_cifras(self, columna: int) -> bool:
        debajo = [x.celdas[columna] for x in self.lineas[self.primera_cifra :] if not x.banda and x.celdas[columna] is not None]
        return bool(debajo) and sum(es_cifra(c) for c in debajo) >= _PARTE_CIFRAS * len(debajo)

    def _capacidad(self, columna: int, hasta: int) -> int:
        """How many characters fit in a column: what its longest text takes, and as many more up to the next column as no word
        that had to go to the next line says otherwise."""
        celdas = [x.celdas[columna] for x in self.lineas]
        largo = max((len(c.texto) for c in celdas if c is not None), default=0)
        pares = [(a, b) for a, b in pairwise(celdas) if a is not None and b is not None and b.texto[:1].islower()]
        return max(largo, min([hasta, *(len(a.texto) + len(b.texto.split()[0]) for a, b in pares)]))

    def _mas_llena(self) -> int:
        """The column of texts that has most lines below the header: where an item takes several."""
        cuentas = [sum(x.celdas[i] is not None for x in self.lineas[self.primera_cifra :]) for i in range(self.ancho)]
        textos = [i for i in range(self.ancho) if i not in self.de_cifras] or [0]
        return max(textos, key=lambda i: (cuentas[i], -i))

    def previa(self, sitio: int, columna: int) -> Trozo | None:
        """What stands right above in a column: none across a blank line, or where the line above is blank there."""
        linea = self.lineas[sitio]
        if linea.vacias and not linea.abre_pagina:
            return None
        return self.lineas[sitio - 1].celdas[columna]

    def empieza(self, sitio: int, columna: int) -> bool | None:
        """Whether the text of a column begins at a line: True surely, None where it may, False where it goes on."""
        celda = self.lineas[sitio].celdas[columna]
        if celda is None:
            return None
        if columna in self.de_cifras:
            return True
        previa = self.previa(sitio, columna)
        if previa is None or celda.texto.lower() in _RESPUESTAS:
            linea = self.lineas[sitio]
            if celda.texto.lower() in _RESPUESTAS:
                return True
            return not (celda.texto[:1].islower() and (linea.vacias or linea.abre_pagina))
        if celda.texto[:1].islower() or celda.texto[0] == "(":
            return False
        if previa.texto[-1:] in _ABIERTOS or ultima_palabra(previa.texto) in SIN_FINAL:
            return False
        if tiene_vineta(celda.texto) or ordinal(celda.texto) is not None or previa.texto[-1:] in (".", ";", ":"):
            return True
        cabe = len(previa.texto) + 1 + len(celda.texto.split()[0]) < self.anchos[columna] * (1 - _HOLGURA)
        return True if cabe else None


def es_cifra(celda: Trozo | None) -> bool:
    """Whether all that a cell prints on a line is a figure; "(8)" only calls a note of the form, and a year is none."""
    return celda is not None and not _NO_CIFRA.match(celda.texto) and leer_numero(celda.texto) is not None
