"""Tables without strokes that go on over a page end: told by their columns and by the header that is printed again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractor.lectores.pdf.lineas import Linea
from extractor.lectores.pdf.pasos import CIFRAS
from extractor.lectores.pdf.sin_rayas import MUCHAS, TablaSinRayas
from extractor.lectores.pdf.sin_rayas_columnas import letras_de

_MISMA_COLUMNA = 3.0
"""How near the left edges of a column on two pages are (points)."""
_ENCABEZADO = 4
"""Rows that a header takes at most."""
Fila = tuple[tuple[Linea, ...], ...]


def seguir(una: TablaSinRayas, otra: TablaSinRayas) -> TablaSinRayas | None:
    """The table with the one that opens the next page as its continuation: columns at the same places under a header printed
    again, be that laid out in another way, or lines found by its own columns (``sigue``). None when nothing says so."""
    esperada = una.espera == otra.pagina or (otra.sigue and otra.pagina == ultima_pagina(una) + 1)
    if not esperada and otra.pagina != ultima_pagina(una) + 1:
        return None
    repetidas = 0 if esperada else _repetidas(una, otra)
    if not esperada and not repetidas:
        return None
    if repetidas == len(otra.filas):
        return replace(una, espera=otra.pagina)
    if not _mismas_columnas(una, otra):
        return None
    bordes = tuple((min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(una.bordes, otra.bordes, strict=True))
    filas, nuevas = list(una.filas), list(otra.filas[repetidas:])
    quitadas = repetidas
    fundidas = una.fundidas or otra.fundidas
    if _es_resto(nuevas[0]):
        # the rest of the row that the page end cut
        filas[-1] = tuple((*a, *b) for a, b in zip(filas[-1], nuevas.pop(0), strict=True))
        quitadas += 1
    elif fundidas and (duena := _duena_de_la_primera(filas, nuevas[0])) is not None:
        # a cell that several rows share, which the page end parted between two of them
        filas[duena] = ((*filas[duena][0], *nuevas[0][0]), *filas[duena][1:])
        nuevas[0] = ((), *nuevas[0][1:])
    dudosas = una.dudosas | {n - quitadas + len(filas) for n in otra.dudosas if n >= quitadas}
    return replace(
        una,
        bordes=bordes,
        filas=(*filas, *nuevas),
        cortes=una.cortes | {len(filas)},
        dudosas=dudosas,
        espera=None,
        pegada=una.pegada or otra.pegada,
        fundidas=fundidas,
    )


def pueden_seguir(una: TablaSinRayas, otra: TablaSinRayas) -> bool:
    """Whether two tables with nothing between them, one of many columns, may be one: on one page and the next, or under a header
    that was printed again, where one page may show fewer columns than the other; or on one page, unless the second opens with
    the header of the first."""
    antes, repetida = ultima_pagina(una), bool(_repetidas(una, otra))
    muchas = max(len(una.bordes), len(otra.bordes)) >= MUCHAS - 1
    if otra.pagina == antes:
        return muchas and not repetida
    return otra.pagina in (una.espera, antes + 1) and (muchas or repetida)


def primeras(una: TablaSinRayas, otra: TablaSinRayas) -> frozenset[int]:
    """The rows of the second one next to the break: its first, and the first one under its header, be that printed again."""
    return frozenset(min(n, len(otra.filas) - 1) for n in (0, _repetidas(una, otra) or 1))


def ultima_pagina(tabla: TablaSinRayas) -> int:
    """The page on which a table ends."""
    return max(x.pagina for fila in tabla.filas for celda in fila for x in celda)


def _mismas_columnas(una: TablaSinRayas, otra: TablaSinRayas) -> bool:
    if len(una.bordes) != len(otra.bordes):
        return False
    parejas = zip(una.bordes, otra.bordes, strict=True)
    return all(abs(a[0] - b[0]) <= _MISMA_COLUMNA or (a[0] <= b[0] and b[1] <= a[1]) for a, b in parejas)


def _repetidas(una: TablaSinRayas, otra: TablaSinRayas) -> int:
    """How many rows of the second one print the header of the first again: the same letters, however they are cut."""
    tope = min(_ENCABEZADO, len(otra.filas))
    for cuantas in range(tope, 0, -1):
        dichas = _letras(otra.filas[:cuantas])
        for desde in range(min(_ENCABEZADO, len(una.filas))):
            for hasta in range(desde + 1, min(_ENCABEZADO, len(una.filas)) + 1):
                if dichas == _letras(una.filas[desde:hasta]):
                    return cuantas
    return 0


def _letras(filas: Sequence[Fila]) -> Counter[str]:
    return letras_de([x for fila in filas for celda in fila for x in celda])


def _duena_de_la_primera(filas: Sequence[Fila], nueva: Fila) -> int | None:
    """The row whose first cell goes on, in mid sentence, in that of a new page's first row, while the rest of either row is
    whole: both have figures, in the same columns; None where there is none."""
    if not nueva[0] or not nueva[0][0].texto[:1].islower():
        return None
    de_cifras = [{n for n, celda in enumerate(f) if any(CIFRAS.match(x.texto) for x in celda)} for f in (filas[-1], nueva)]
    if not de_cifras[0] or de_cifras[0] != de_cifras[1]:
        return None
    duena = next((n for n in range(len(filas) - 1, -1, -1) if filas[n][0]), None)
    return duena if duena is not None and any(CIFRAS.match(x.texto) for c in filas[duena] for x in c) else None


def _es_resto(fila: Fila) -> bool:
    """Whether a row holds no figure and opens in the middle of a text."""
    if any(CIFRAS.match(x.texto) for celda in fila for x in celda):
        return False
    return not fila[0] or fila[0][0].texto[:1].islower()
