"""A header with one label less than its rows have cells: each label stands over another column's cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.comun.numeros import leer_numero
from extractor.estructura.descalces import con_duda
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.tabla import Fila

_DE_PALABRAS = ("objetivo", "actividad", "meta_o_actividades", "responsable", "medio")
"""Columns of words: nothing but figures in one of them is another column's."""
_FILAS_MINIMO = 2


def con_rotulos_corridos(filas: list[Fila], cruda: TablaCruda, identidad: str) -> tuple[list[Fila], list[AvisoEstructura]]:
    """The rows in doubt, and the notice of it, where a column without a label is filled in every row and one of words has only
    figures that number nothing; the same rows otherwise."""
    columnas = cruda.columnas
    sin_rotulo = any(not c.texto.strip() and len(_celdas(filas, i)) == len(filas) for i, c in enumerate(columnas))
    de_cifras = [c for i, c in enumerate(columnas) if c.rol in _DE_PALABRAS and _solo_cifras(_celdas(filas, i))]
    if len(filas) < _FILAS_MINIMO or not sin_rotulo or not de_cifras:
        return filas, []
    detalle = (
        f"los rótulos de la tabla parecen corridos: bajo «{de_cifras[0].texto}» solo hay cifras y otra columna no tiene rótulo; "
        "no se juzga con sus cifras"
    )
    aviso = AvisoEstructura("LECTURA_DUDOSA", identidad, None, None, None, detalle, cruda.origen)
    return [con_duda(f) for f in filas], [aviso]


def _celdas(filas: Sequence[Fila], sitio: int) -> list[str]:
    return [f.celdas[sitio] for f in filas if sitio < len(f.celdas) and f.celdas[sitio].strip()]


def _solo_cifras(celdas: Sequence[str]) -> bool:
    return len(celdas) >= _FILAS_MINIMO and all(leer_numero(celda) is not None for celda in celdas) and not _numeran(celdas)


def _numeran(celdas: Sequence[str]) -> bool:
    """Whether the figures number what the report lists ("1", "1", "2" under "Objetivo"): from one on, none skipped."""
    numeros = [celda.strip().rstrip(".-)°º") for celda in celdas]
    if not all(numero.isdecimal() for numero in numeros):
        return False
    valores = [int(numero) for numero in numeros]
    return valores[0] == 1 and all(otro - uno in (0, 1) for uno, otro in pairwise(valores))
