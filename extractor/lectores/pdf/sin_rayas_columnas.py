"""Lines that go on with an unruled table of the page before under no header of their own: told by its columns.

A table opens with a header or under a title. Lines that open a page, each stretch of them in a column of the table that ended
the page before and its figures in that table's columns of figures, are the rest of it; so is the end of a row that the page cut.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.lectores.pdf.lineas import Linea
from extractor.lectores.pdf.pasos import CIFRAS
from extractor.lectores.pdf.rotulos_juntos import con_rotulos, en_sus_columnas
from extractor.lectores.pdf.sin_rayas import TablaSinRayas, armar_filas
from extractor.lectores.pdf.sin_rayas_fines import es_cierre

_ALINEADAS = 3.0
"""How near an edge or the middle of a stretch and of its column are (points)."""
_PARTE_CIFRAS = 0.6
_FILA = 3
"""Stretches of a line that is a row's."""
_ENCABEZADO, _FILAS_DE_ENCABEZADO = 10, 4
"""Lines, and rows, that a header takes at most."""
_AL_PIE = 8
"""Lines of a table that the foot of the page leaves short."""
_PASO = 1.3
_LEJOS = 8
Renglon = list[Linea]


def hallar_continuacion(
    renglones: Sequence[Renglon], previa: TablaSinRayas, reglas: Sequence[tuple[float, float, float]]
) -> tuple[TablaSinRayas, int] | None:
    """The lines at the head of a page that go on with ``previa``, which ended the page before, and the line past them."""
    tomados: list[Renglon] = []
    impresas = [[x for celda in fila for x in celda] for fila in previa.filas]

    def cierra(renglon: Renglon) -> bool:
        return es_cierre(renglon, previa.bordes, [*impresas, *tomados])

    for renglon in renglones:
        if tomados and renglon[0].base - tomados[-1][0].base > _LEJOS * renglon[0].tamano:
            break
        if _columnas_de(previa, renglon) is None and not cierra(renglon):
            break
        tomados.append(renglon)
    enteros = [n for n, r in enumerate(tomados) if len(r) > 1]
    if not enteros:
        return None
    menor = min((b[0].base - a[0].base for a, b in pairwise(tomados)), default=0.0)
    fin = enteros[-1] + 1
    while fin < len(tomados) and tomados[fin][0].base - tomados[fin - 1][0].base <= _PASO * menor:
        fin += 1
    tomados = tomados[_cabeza(previa, tomados) : fin]
    if not tomados:
        return None
    if not any(es_fila_de(previa, r) or cierra(r) for r in tomados) and not _es_resto(tomados[0]):
        return None
    return replace(armar_filas(tomados, previa.bordes, reglas), sigue=True), fin


def hallar_al_pie(
    renglones: Sequence[Renglon], desde: int, siguiente: Counter[str], reglas: Sequence[tuple[float, float, float]]
) -> TablaSinRayas | None:
    """The table of few lines that ends a page: its first line is printed again at the head of the next one (``siguiente``, the
    letters of its first line), and all the lines to the foot of the page stay in its columns."""
    lineas = renglones[desde:]
    if not 1 < len(lineas) <= _AL_PIE or len(lineas[0]) < _FILA or letras_de(lineas[0]) != siguiente:
        return None
    columnas = [(x.x0, x.x1) for x in lineas[0]]
    if not all(en_sus_columnas(r, columnas) for r in lineas):
        return None
    return armar_filas(lineas, con_rotulos(lineas, columnas), reglas)


def _cabeza(previa: TablaSinRayas, renglones: Sequence[Renglon]) -> int:
    """How many lines at the head of the page print the table's header again."""
    for cuantas in range(min(len(renglones), _ENCABEZADO), 0, -1):
        dichas = letras_de([x for r in renglones[:cuantas] for x in r])
        for filas in range(1, min(_FILAS_DE_ENCABEZADO, len(previa.filas)) + 1):
            if dichas == letras_de([x for f in previa.filas[:filas] for c in f for x in c]):
                return cuantas
    return 0


def letras_de(lineas: Sequence[Linea]) -> Counter[str]:
    """The letters and figures that some lines print, however they are cut."""
    return Counter(c for x in lineas for c in x.texto.casefold() if c.isalnum())


def es_fila_de(tabla: TablaSinRayas, renglon: Renglon) -> bool:
    """Whether a line is one of a row of the table: three stretches or more, each in a column of its own and most of them in line
    with it, with a figure in a column of figures."""
    columnas = _columnas_de(tabla, renglon) if len(renglon) >= _FILA else None
    if columnas is None:
        return False
    cifras = [c for c, x in zip(columnas, renglon, strict=True) if CIFRAS.match(x.texto)]
    alineadas = sum(_en_linea(x, tabla.bordes[c]) for c, x in zip(columnas, renglon, strict=True))
    return 2 * alineadas > len(renglon) and bool(set(cifras) & _de_cifras(tabla))


def parece_fila_de(tabla: TablaSinRayas, renglon: Renglon) -> bool:
    """Whether a line may be one of a row of the table printed at other places: nearly as many stretches as it has columns, one of
    them a figure."""
    return len(renglon) >= max(_FILA, len(tabla.bordes) - 2) and any(CIFRAS.match(x.texto) for x in renglon)


def _columnas_de(tabla: TablaSinRayas, renglon: Renglon) -> list[int] | None:
    """The column of each stretch of a line; None where one crosses columns, stands in none, or two share one."""
    columnas = []
    for linea in renglon:
        tocadas = [n for n, (a, b) in enumerate(tabla.bordes) if linea.x0 < b and linea.x1 > a]
        if len(tocadas) != 1 or linea.x0 < tabla.bordes[0][0] - _ALINEADAS:
            return None
        columnas += tocadas
    return columnas if len(set(columnas)) == len(columnas) else None


def _en_linea(linea: Linea, borde: tuple[float, float]) -> bool:
    lados = (linea.x0 - borde[0], linea.x1 - borde[1], (linea.x0 + linea.x1 - borde[0] - borde[1]) / 2)
    return any(abs(d) <= _ALINEADAS for d in lados)


def _de_cifras(tabla: TablaSinRayas) -> set[int]:
    """The columns in which most of what is printed below the header are figures."""
    columnas = set()
    for columna in range(len(tabla.bordes)):
        textos = [x.texto for fila in tabla.filas[1:] for x in fila[columna]]
        if textos and sum(bool(CIFRAS.match(t)) for t in textos) >= _PARTE_CIFRAS * len(textos):
            columnas.add(columna)
    return columnas


def _es_resto(renglon: Renglon) -> bool:
    """Whether a line holds the rest of several texts that the page end cut: all go on in small letters."""
    return len(renglon) > 1 and all(x.texto[:1].islower() for x in renglon)
