"""Cells of a stream that no header claims: the rows of a table that no family knows, where its figures tell how wide it is."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.numeros import leer_numero
from extractor.formatos.celdas_de_flujo import sin_cola
from extractor.modelo.base import unir_origenes
from extractor.modelo.documento import Celda, FilaCruda, Parrafo

_ANCHO_MAXIMO = 12
_FILAS_MINIMO = 3
"""Rows, header included, from which cells of a stream are seen to repeat."""
_HUECO = 2


def filas_sueltas(celdas: Sequence[Celda]) -> tuple[list[FilaCruda], tuple[Parrafo, ...]] | None:
    """The rows, header first, and the free text after the last cell; None where no width makes every column under the header
    all figures or all words, with some of each."""
    if len(celdas) < 2 * _FILAS_MINIMO:
        return None
    ultima, libres = sin_cola(celdas[-1], _HUECO)
    propias = [*celdas[:-1], ultima]
    for ancho in range(2, min(_ANCHO_MAXIMO, len(propias) // _FILAS_MINIMO) + 1):
        if len(propias) % ancho == 0:
            grupos = [propias[i : i + ancho] for i in range(0, len(propias), ancho)]
            if _calzan(grupos):
                return [FilaCruda(tuple(g), unir_origenes([c.origen for c in g])) for g in grupos], libres
    return None


def _calzan(grupos: Sequence[Sequence[Celda]]) -> bool:
    if any(not c.parrafos or _es_cifra(c) for c in grupos[0]):
        return False
    clases = [{_es_cifra(c) for c in columna if c.parrafos} for columna in zip(*grupos[1:], strict=True)]
    return all(len(clase) == 1 for clase in clases) and {True} in clases and {False} in clases


def _es_cifra(celda: Celda) -> bool:
    return leer_numero(celda.texto) is not None
