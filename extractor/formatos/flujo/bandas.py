"""Rows of one cell in a stream that only band the rows after them ("Reto 2: ...", "Atención en la costa"), told by how the cells
after them fall into the columns.

A numbered one is told by itself, where its words stand with another number elsewhere. One without a number only where the whole
table comes out even with them: it opens with one, each is followed by its rows, and they are fewer than these; a column without a
label would give one to every row.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import takewhile

from extractor.comun.numeros import leer_numero
from extractor.formatos.flujo.celdas import Roles, encaja, es_rotulo_de_total, sin_cola
from extractor.formatos.piezas import Pieza
from extractor.formatos.regiones.en_titulo import es_titulo_de_region
from extractor.modelo.documento import Celda
from extractor.vocabularios.estados import veredicto_inicial
from extractor.vocabularios.filas import rotulo_numerado

_LARGO_BANDA = 200
_BANDAS_MINIMO = 2
_HUECO_DE_TEXTO = 2
"""Blank lines after which what follows in a row's last cell is free text."""


class Bandas:
    """Tells the bands of the streams of one document."""

    def __init__(self, piezas: Sequence[Pieza]) -> None:
        self.piezas = piezas
        self._vistas: dict[tuple[int, tuple[str | None, ...]], frozenset[int]] = {}
        self._sueltas: set[tuple[int, tuple[str | None, ...]]] = set()

    def abrir(self, indice: int, roles: Roles) -> None:
        """A table with these columns may have its first row at a place: its bands without a number are told from now on."""
        clave = indice, tuple(roles)
        if "ponderacion" in roles and clave not in self._vistas:
            self._vistas[clave] = self._de_la_tabla(indice, roles)
            self._sueltas |= {(sitio, tuple(roles)) for sitio in self._vistas[clave]}

    def es_banda(self, indice: int, roles: Roles) -> bool:
        """Whether the cell at a place, where a row would begin, is a band."""
        return (indice, tuple(roles)) in self._sueltas or ("ponderacion" in roles and self._es_numerada(indice, roles))

    @cached_property
    def _numeradas(self) -> dict[str, set[str]]:
        """The numbers that stand after each label with one ("Reto 1: ...") that opens a cell."""
        numeros: dict[str, set[str]] = {}
        for pieza in self.piezas:
            if pieza.clase == "celda" and (dicho := rotulo_numerado(pieza.celdas[0].texto)):
                numeros.setdefault(dicho[0], set()).add(dicho[1])
        return numeros

    def _es_numerada(self, indice: int, roles: Roles) -> bool:
        """Whether a numbered label stands there, another of its words elsewhere, and what comes after it falls into the columns
        while with it it does not. Where the next cell opens with the same words, both are cells of a row."""
        propio = rotulo_numerado(self.piezas[indice].celdas[0].texto)
        celdas = self._celdas(indice, len(roles) + 1)
        if propio is None or len(celdas) <= len(roles) or not self._numeradas[propio[0]] - {propio[1]}:
            return False
        despues = rotulo_numerado(celdas[1].texto)
        return (despues is None or despues[0] != propio[0]) and _banda_y_fila(celdas, roles)

    def _de_la_tabla(self, indice: int, roles: Roles) -> frozenset[int]:
        bandas: list[int] = []
        sitio, filas = indice, 0
        while (celdas := self._celdas(sitio, len(roles) + 1)) and not es_rotulo_de_total(celdas[0]):
            if _es_fila(celdas, roles):
                filas += 1
                sitio += len(roles)
            elif _puede_ser_banda(celdas[0]) and _banda_y_fila(celdas, roles):
                bandas.append(sitio)
                sitio += 1
            else:
                return frozenset()
        return frozenset(bandas) if bandas[:1] == [indice] and _BANDAS_MINIMO <= len(bandas) < filas else frozenset()

    def _celdas(self, indice: int, cuantas: int) -> list[Celda]:
        return [p.celdas[0] for p in takewhile(lambda p: p.clase == "celda", self.piezas[indice : indice + cuantas])]


def _puede_ser_banda(celda: Celda) -> bool:
    texto = celda.texto
    if len(celda.parrafos) != 1 or len(texto) > _LARGO_BANDA or not any(map(str.isalpha, texto)):
        return False
    return leer_numero(texto) is None and veredicto_inicial(texto) is None and not es_titulo_de_region(texto)


def _banda_y_fila(celdas: Sequence[Celda], roles: Roles) -> bool:
    return not _es_fila(celdas, roles) and _es_fila(celdas[1:], roles)


def _es_fila(celdas: Sequence[Celda], roles: Roles) -> bool:
    """Whether the first of these cells make a whole row, free text after its last one aside."""
    fila = list(celdas[: len(roles)])
    return len(fila) == len(roles) and encaja([*fila[:-1], sin_cola(fila[-1], _HUECO_DE_TEXTO)[0]], roles, con_peso=True)
