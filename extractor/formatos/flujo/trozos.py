"""Text whose tabs part the cells of a row while a line break may be a paragraph or the row's end (catdoc): the document
taken apart at its tabs.

Such a converter writes a tab after each cell, and a line break after each row and wherever a blank cell follows another;
so two tabs never stand together, and a tab that opens its line tells that a cell beside it is blank.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.documento import Bloque, BloqueTabla, Celda, Documento, FilaCruda, Parrafo

Sitio = tuple[int, int]
"""A cell of a line: which line of the text, which cell of it."""
PARTE_QUEBRADA = 0.3
"""Part of the lines that may open in lower case in a text that keeps each paragraph on one line (labels over two lines)."""


def sin_marca(parrafo: Parrafo) -> bool:
    """Whether a line of a paragraph broken to a width opens as a cell could: the tab before it may be lost."""
    return any(not lugar.texto[:1].islower() for lugar in parrafo.origen.lugares[1:])


@dataclass(slots=True)
class Renglon:
    """A line of the text: its number and that of its end (broken to a width it takes several), the paragraphs between its
    tabs, and its row; ``fila`` is None for a line without tabs."""

    numero: int
    fin: int
    celdas: tuple[tuple[Parrafo, ...], ...]
    fila: FilaCruda | None

    def quebrada(self) -> bool:
        """Whether it was broken to a width where a tab may have stood."""
        return any(sin_marca(p) for c in self.celdas for p in c)


PARTE_PARTIDA = 0.6
"""Part of the lines followed by a blank one from which a blank line parts nothing."""


@dataclass(frozen=True, slots=True)
class Pedazo:
    """A paragraph of a stretch and where it stands: which line and which cell of it. ``hueco``: blank lines before it."""

    parrafo: Parrafo
    renglon: int
    celda: int
    hueco: int


@dataclass(slots=True)
class Trozo:
    """What stands between two tabs, over as many lines as it takes. ``al_margen``: its first tab opens a line;
    ``cierra_al_margen``: the tab after it does; ``seguido``: text follows the first tab on its own line."""

    pedazos: list[Pedazo] = field(default_factory=list)
    al_margen: bool = False
    cierra_al_margen: bool = False
    seguido: bool = False

    @property
    def textos(self) -> list[str]:
        return [p.parrafo.texto for p in self.pedazos]


def es_mezclado(documento: Documento) -> bool:
    """Whether a text may be of this kind: tabs within its lines, and nowhere two cells of a line blank side by side or the
    last of several blank."""
    if documento.formato != "txt":
        return False
    filas = [f for b in documento.bloques if isinstance(b, BloqueTabla) and not b.cuadricula for f in b.filas]
    return bool(filas) and all(_sin_blancas(f) for f in filas) and any(len(f.celdas) > 2 or f.celdas[0].parrafos for f in filas)


def _sin_blancas(fila: FilaCruda) -> bool:
    return all(c.parrafos for c in fila.celdas[1:-1])


def renglones(bloques: Iterable[Bloque]) -> list[Renglon | Bloque]:
    """The lines of the text in order; a block that is none (a drawn table) stands among them as it is."""
    lineas: list[Renglon | Bloque] = []
    for bloque in bloques:
        if isinstance(bloque, Parrafo) and bloque.origen.linea_inicio is not None:
            previa = lineas[-1] if lineas else None
            if isinstance(previa, Renglon) and previa.fila is None and previa.numero == bloque.origen.linea_inicio:
                previa.celdas = ((*previa.celdas[0], bloque),)
            else:
                lineas.append(Renglon(bloque.origen.linea_inicio, _fin(bloque.origen), ((bloque,),), None))
        elif isinstance(bloque, BloqueTabla) and not bloque.cuadricula:
            lineas.extend(
                Renglon(f.origen.linea_inicio or 0, _fin(f.origen), tuple(c.parrafos for c in f.celdas), f) for f in bloque.filas
            )
        else:
            lineas.append(bloque)
    return lineas


def _fin(origen: Origen) -> int:
    return origen.linea_fin or origen.linea_inicio or 0


def en_trozos(lineas: Sequence[Renglon | Bloque]) -> list[list[Trozo]]:
    """The stretches between tabs, one list for each run of lines that nothing else interrupts. A blank line tells nothing in
    a text that has one after most of its lines."""
    corridas: list[list[Trozo]] = []
    abierta = False
    previa = 0
    seguidas = [(a, b) for a, b in itertools.pairwise(lineas) if isinstance(a, Renglon) and isinstance(b, Renglon)]
    partidas = sum(1 for a, b in seguidas if b.numero - a.fin > 1)
    siempre = int(partidas > PARTE_PARTIDA * len(seguidas))
    for indice, linea in enumerate(lineas):
        if not isinstance(linea, Renglon):
            abierta = False
            continue
        if not abierta:
            corridas.append([Trozo()])
            abierta, previa = True, linea.numero - 1 - siempre
        trozos = corridas[-1]
        hueco = max(0, linea.numero - previa - 1 - siempre)
        for celda, parrafos in enumerate(linea.celdas):
            if celda:
                al_margen = celda == 1 and not linea.celdas[0]
                trozos[-1].cierra_al_margen = al_margen
                trozos.append(Trozo(al_margen=al_margen, seguido=bool(parrafos)))
            for parrafo in parrafos:
                trozos[-1].pedazos.append(Pedazo(parrafo, indice, celda, hueco if not celda else 0))
                hueco = 0
        previa = linea.fin if any(linea.celdas) else previa
    return corridas


@dataclass(frozen=True, slots=True)
class TablaSeparada:
    """A table put together: its rows, the header first, and the places that it takes; without rows, these only go."""

    filas: tuple[FilaCruda, ...]
    sitios: frozenset[Sitio]


def celda_de(pedazos: Sequence[Pedazo], columna: int, cerca: Origen, salto: int) -> Celda:
    """A cell of these paragraphs; blank, beside ``cerca``, without any. ``salto``: what a line break stands for, the
    ``hueco`` of a paragraph on the line after another."""
    if not pedazos:
        lugar = cerca.lugares[-1]
        vacio = lugar.model_copy(update={"texto": "", "fin": lugar.inicio, "linea_fin": lugar.linea_inicio})
        return Celda((), vacio, columna)
    parrafos = tuple(replace(p.parrafo, hueco=max(p.hueco, salto) if i else 0) for i, p in enumerate(pedazos))
    return Celda(parrafos, unir_origenes([p.origen for p in parrafos]), columna)


def salto_de(lineas: Iterable[Renglon | Bloque]) -> int:
    """1 where each line is a paragraph, 0 where many go on in lower case: lines broken to fit a width."""
    abren = [r.celdas[0][0].texto[0] for r in lineas if isinstance(r, Renglon) and r.celdas[0]]
    return int(sum(c.islower() for c in abren) <= len(abren) * PARTE_QUEBRADA)
