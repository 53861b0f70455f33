"""Cells of a stream that no header claims: the rows of a table that no family knows, where its figures, or its blanks to fill
in, tell how wide it is."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.comun.numeros import leer_numero
from extractor.formatos.flujo.celdas import sin_cola
from extractor.modelo.base import unir_origenes
from extractor.modelo.documento import Celda, FilaCruda, Parrafo

_ANCHO_MAXIMO = 12
_FILAS_MINIMO = 3
"""Rows, header included, from which cells of a stream are seen to repeat."""
_HUECO = 2
_FINALES = 4
"""Cells with text after them where such a table may end, at most."""
_LARGO_TITULO = 120
_LARGO_ROTULO = 60


@dataclass(frozen=True, slots=True)
class Suelta:
    """A table of no family. ``titulo``: the line of the cell before it that titles it; ``libres``: the free text after its last
    cell; ``tomadas``: the cells that all of it takes."""

    filas: tuple[FilaCruda, ...]
    titulo: Parrafo | None
    libres: tuple[Parrafo, ...]
    tomadas: int


def tabla_suelta(celdas: Sequence[Celda], salvo: int = 0) -> Suelta | None:
    """The table that cells of a stream are, up to free text after one of them or to the last one, with a title before it or none.
    ``salvo``: columns of the table before them, whose own rows they may be in that width or a multiple of it."""
    finales = itertools.islice((n for n, c in enumerate(celdas, start=1) if sin_cola(c, _HUECO)[1]), _FINALES)
    for fin in dict.fromkeys((*finales, len(celdas))):
        for inicio in (0, 1):
            titulo = celdas[0].parrafos[0] if inicio and es_titulo_suelto(celdas[0]) else None
            hechas = _filas(celdas[inicio:fin], salvo) if not inicio or titulo else None
            if hechas is not None:
                return Suelta(tuple(hechas[0]), titulo, hechas[1], fin)
    return None


def _filas(celdas: Sequence[Celda], salvo: int) -> tuple[list[FilaCruda], tuple[Parrafo, ...]] | None:
    """The rows, header first, and the free text after the last cell; None where no width makes every column under the header
    all figures or all words, with some of each; or all words or all blank, in a list of short entries."""
    if len(celdas) < 2 * _FILAS_MINIMO:
        return None
    ultima, libres = sin_cola(celdas[-1], _HUECO)
    propias = [*celdas[:-1], ultima]
    for ancho in range(2, min(_ANCHO_MAXIMO, len(propias) // _FILAS_MINIMO) + 1):
        if len(propias) % ancho == 0 and (not salvo or ancho % salvo):
            grupos = [propias[i : i + ancho] for i in range(0, len(propias), ancho)]
            if _calzan(grupos):
                return [FilaCruda(tuple(g), unir_origenes([c.origen for c in g])) for g in grupos], libres
    return None


def es_titulo_suelto(celda: Celda) -> bool:
    """Whether a cell may be the title of the table that follows it: one line of words, no sentence."""
    texto = celda.texto
    una = len(celda.parrafos) == 1 and 0 < len(texto) <= _LARGO_TITULO
    return una and texto[-1] not in ".;," and texto[:1].isupper() and leer_numero(texto) is None


def _calzan(grupos: Sequence[Sequence[Celda]]) -> bool:
    if any(not c.parrafos or _es_cifra(c) for c in grupos[0]):
        return False
    columnas = [{_clase(c) for c in columna} for columna in zip(*grupos[1:], strict=True)]
    clases = [columna - {"blanca"} or columna for columna in columnas]
    presentes = set().union(*clases)
    if any(len(clase) > 1 for clase in clases) or "palabras" not in presentes or len(presentes) == 1:
        return False
    if "cifra" in presentes:
        return "blanca" not in presentes
    # without figures, only a list of short entries is seen to have a column to fill in
    return all(len(c) == 1 for c in columnas) and all(len(c.texto) <= _LARGO_ROTULO for g in grupos for c in g)


def _clase(celda: Celda) -> str:
    return "blanca" if not celda.parrafos else "cifra" if _es_cifra(celda) else "palabras"


def _es_cifra(celda: Celda) -> bool:
    return leer_numero(celda.texto) is not None
