"""Headers of two rows: a label over the columns that it groups ("Cumple" over "Sí" and "No").

What is told apart here is the second row of one header. A band over a whole header ("Control de Resultados") is none:
the row under it is a header by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.numeros import leer_numero
from extractor.formatos.columnas.opciones import es_opcion, puede_titular
from extractor.modelo.base import unir_origenes
from extractor.modelo.documento import Celda, Parrafo

_LARGO_HIJA = 60


def unir_filas(primera: Sequence[Celda], segunda: Sequence[Celda], cuadricula: bool) -> list[Celda] | None:
    """The cells of a header whose second row is ``segunda``, one per column; None when that row is no part of it."""
    llenas = [c for c in segunda if c.parrafos]
    if not 2 <= len(llenas) < _ancho(primera, segunda, cuadricula) or not all(es_hija(c) for c in llenas):
        return None
    grupos = _por_cuadricula(primera, segunda) if cuadricula else _por_sitio(primera, segunda)
    if grupos is None or sum(len(hijas) for _, hijas in grupos) != len(llenas):
        return None
    unidas: list[Celda] = []
    for madre, hijas in grupos:
        unidas.extend([madre] if not hijas else [unida(madre, hija) for hija in hijas])
    return unidas


def _ancho(primera: Sequence[Celda], segunda: Sequence[Celda], cuadricula: bool) -> int:
    """How many columns two rows have: cells that span several, or both rows, do not tell it by their number."""
    if cuadricula:
        return max(c.columna + c.ancho for c in (*primera, *segunda))
    return max(len(primera), len(segunda))


def sin_partir(primera: Sequence[Celda], segunda: Sequence[Celda]) -> frozenset[str] | None:
    """The labels of a first row that span one column each, where every cell of the second stands under one that spans several
    ("Mujeres | Hombres" under "Personas"); None where some does not."""
    partidas = {i for c in primera if c.ancho > 1 for i in range(c.columna, c.columna + c.ancho)}
    if any(c.columna not in partidas for c in segunda):
        return None
    return frozenset(c.texto for c in primera if c.ancho == 1)


def unir_flujo(primera: Sequence[Celda], siguientes: Sequence[Celda]) -> tuple[list[Celda], int] | None:
    """The same in a stream, where the cells that a label spans downwards come again as blanks: the cells of the header
    and how many of ``siguientes`` are its second row."""
    ancho = len(primera)
    for cuantas in (2, 3):
        fila = list(siguientes[: ancho - 1 + cuantas])
        llenas = [i for i, c in enumerate(fila) if c.parrafos]
        if len(fila) < ancho - 1 + cuantas or len(llenas) != cuantas or llenas[-1] - llenas[0] != cuantas - 1:
            continue
        if ancho > 1 and llenas[0] < ancho and all(es_hija(fila[i]) for i in llenas):
            madre = llenas[0]
            hijas = [unida(primera[madre], fila[i]) for i in llenas]
            return [*primera[:madre], *hijas, *primera[madre + 1 :]], len(fila)
    return None


def de_dos_filas(celdas: Sequence[Celda]) -> list[tuple[list[Celda], int]]:
    """The headers that a stream may open with whose second row comes under blanks for the labels that span both: their
    cells, and how many of ``celdas`` they take. Several labels of the first row may be parted."""
    ancho = next((i for i, c in enumerate(celdas) if not c.parrafos), 0)
    blancas = next((i for i, c in enumerate(celdas[ancho:]) if c.parrafos), 0)
    if not 0 < blancas < ancho:
        return []
    bajo = celdas[ancho + blancas :]
    hijas = next((i for i, c in enumerate(bajo) if not c.parrafos or not es_hija(c)), len(bajo))
    cuantas = range(ancho - blancas + 1, hijas + 1)
    return [([*celdas[:blancas], *bajo[:n]], ancho + blancas + n) for n in cuantas]


def es_hija(celda: Celda) -> bool:
    """Whether a cell may be a label of a second row: short, and no figure."""
    return len(celda.texto) <= _LARGO_HIJA and leer_numero(celda.texto) is None


Grupos = list[tuple[Celda, list[Celda]]]


def _por_cuadricula(primera: Sequence[Celda], segunda: Sequence[Celda]) -> Grupos | None:
    grupos: Grupos = []
    for madre in primera:
        bajo = [
            c for c in segunda if c.parrafos and madre.columna <= c.columna and c.columna + c.ancho <= madre.columna + madre.ancho
        ]
        grupos.append((madre, bajo))
    # one label at least parts its columns; the others may stand over one each
    return grupos if any(madre.ancho > 1 and len(hijas) > 1 for madre, hijas in grupos) else None


def _por_sitio(primera: Sequence[Celda], segunda: Sequence[Celda]) -> Grupos | None:
    if len(primera) != len(segunda):
        return None
    grupos: Grupos = []
    for indice, celda in enumerate(primera):
        if celda.parrafos or not grupos:
            grupos.append((celda, []))
        if segunda[indice].parrafos:
            grupos[-1][1].append(segunda[indice])
    return grupos if all(len(hijas) != 1 for _, hijas in grupos) else None


def unida(madre: Celda, hija: Celda) -> Celda:
    """The column of ``hija``: its own words when they are an answer to mark, else those of both."""
    if not madre.parrafos or (es_opcion(hija.texto) and puede_titular(madre.texto)):
        return hija
    origen = unir_origenes([madre.origen, hija.origen])
    return Celda((Parrafo(f"{madre.texto} {hija.texto}", origen),), origen, hija.columna, hija.ancho, hija.alto)
