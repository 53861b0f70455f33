"""Whether the first row of a page is the rest of the last one of the page before: the evidence, never what figures add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractor.comun.texto import ordinal, plegar
from extractor.lectores.pdf.lineas import Linea
from extractor.lectores.pdf.medidas import Medidas, cabe
from extractor.lectores.pdf.palabras import ultima_palabra
from extractor.lectores.pdf.parrafos import SIN_FINAL, armar
from extractor.lectores.pdf.unidas import CeldaUnida, FilaUnida, TablaUnida, cubren

LEJOS_DEL_PIE = 3.2
"""Lines that may stay free between the last row and the foot of the page: what keeps lines together leaves them."""
_RESPUESTAS = {"no", "n"}
"""A line that holds nothing else answers a column of states: it is no sentence cut before its end."""
_TRAS_NUMERO = " .)-–°º"
"""What may stand after the number of a row."""
UMBRAL_ROTA = 1.5
"""Evidence from which the first row of a page is the rest of the last one of the page before."""


def es_rota(tabla: TablaUnida, nueva: FilaUnida, fondo: float, medidas: Medidas) -> bool:
    """Whether ``nueva`` is the rest of the last row."""
    ultima = tabla.filas[-1]
    pagina, caja = ultima.partes[-1]
    puntos = 4.0 if tabla.ultima.abierta else 0.0
    dichos: list[float] = []
    cuerpo = [x for c in (*ultima.celdas, *nueva.celdas) for x in c.lineas]
    if not cuerpo or not any(c.lineas for c in nueva.celdas):
        return False
    tamano = max(round(x.tamano) for x in cuerpo)
    paso = medidas.interlinea.get(tamano, 1.3 * tamano)
    if not tabla.ultima.abierta and caja[3] < fondo - LEJOS_DEL_PIE * paso:
        return False
    vecinas = {c.columna: c for c in cubren(tabla.filas)}
    blancas = 0.0
    for celda in nueva.celdas:
        previa = vecinas.get(celda.columna)
        if previa is None or previa.ancho != celda.ancho:
            return False
        if not celda.lineas:
            if previa.lineas:
                blancas += 2.0 if celda.columna == 0 else 0.7
            continue
        aqui = [x for x in previa.lineas if x.pagina == pagina]
        if not aqui or caja[3] - aqui[-1].base > 3.2 * paso:
            return False
        if caja[3] - aqui[-1].base > 1.6 * paso:
            puntos -= 1.0
        dichos.append(_sigue(aqui[-1], celda.lineas[0], tabla.xs[previa.columna], tabla.xs[previa.columna + previa.ancho]))
    if not abre_fila(nueva) and en_pilas(tabla, nueva):
        return True
    if _lleva_el_numero_siguiente(ultima, nueva):
        return False
    if not blancas:
        puntos -= 0.5
    if len(tabla.xs) == 2 and _misma_vineta(ultima, nueva):
        dichos.append(2.0)
    cuentas = _por_cuentas(ultima, nueva, tabla.xs, medidas)
    contra = sum(d for d in dichos if d < 0)
    if cuentas > 0 or max(dichos, default=0.0) >= 3.0:
        # stacks may be parted between two items: whole sentences in some cells say nothing against a cut one in another
        contra = 0.0
    return puntos + sum(d for d in dichos if d > 0) + contra + cuentas + min(3.0, blancas) >= UMBRAL_ROTA


def _lleva_el_numero_siguiente(ultima: FilaUnida, nueva: FilaUnida) -> bool:
    """Whether both rows are numbered in their first cell, one after the other, and have one figure in the same columns ("3 ... 20
    ... 0" and "4 ... 20 ... 20"): two rows, wherever the stroke between them was lost."""
    primeras = [c.texto.strip(_TRAS_NUMERO) for f in (ultima, nueva) for c in f.celdas if c.columna == 0 and c.lineas]
    if len(primeras) != 2 or not all(map(str.isdecimal, primeras)) or int(primeras[1]) != int(primeras[0]) + 1:
        return False
    columnas = _con_una_cifra(ultima) - {0}
    return bool(columnas) and columnas == _con_una_cifra(nueva) - {0}


def fundida_cortada(tabla: TablaUnida, nuevas: Sequence[FilaUnida]) -> bool:
    """Whether the page end fell between two rows under one cell merged downwards in the first column, which goes on: the table
    merges such cells elsewhere, and both rows have one figure in the same columns."""
    ultima, nueva = tabla.filas[-1], nuevas[0]
    desde = next((n for n, f in enumerate(tabla.filas) if _con_una_cifra(f)), len(tabla.filas))
    if not any(c.columna == 0 and c.alto > 1 for f in (*tabla.filas[desde:], *nuevas) for c in f.celdas):
        return False
    columnas = _con_una_cifra(ultima)
    if not columnas or columnas != _con_una_cifra(nueva):
        return False
    previa = next((c for c in cubren(tabla.filas) if c.columna == 0), None)
    primera = next((c for c in nueva.celdas if c.columna == 0), None)
    if primera is None or not primera.lineas or previa is None or not previa.lineas:
        return previa is not None
    return _sigue(previa.lineas[-1], primera.lineas[0], tabla.xs[0], tabla.xs[previa.ancho]) > 0


def _con_una_cifra(fila: FilaUnida) -> set[int]:
    """The columns of a row whose cell is one figure."""
    return {c.columna for c in fila.celdas if len(c.lineas) == 1 and _es_cifra(c.lineas[0])}


def abre_fila(fila: FilaUnida) -> bool:
    """Whether something stands in the first column of a row."""
    return any(c.lineas for c in fila.celdas if c.columna == 0)


def en_pilas(tabla: TablaUnida, nueva: FilaUnida) -> bool:
    """Whether the table stacks the figures of each row in a cell and leaves its first column to no two rows: it then holds no row
    with a blank first cell."""
    filas = [*tabla.filas, nueva]
    pilas = [max((sum(_es_cifra(x) for x in c.lineas) for c in f.celdas), default=0) for f in filas]
    primera = next((n for n, p in enumerate(pilas) if p), len(filas))
    llenas = [any(c.columna == 0 and c.alto == 1 and c.lineas for c in f.celdas) for f in tabla.filas[primera:]]
    return bool(llenas) and all(llenas) and max(pilas) > 1


def _es_cifra(linea: Linea) -> bool:
    return linea.texto.strip(" %.,-").replace(",", "").replace(".", "").isdigit()


def _misma_vineta(ultima: FilaUnida, nueva: FilaUnida) -> bool:
    """Whether the list of a table of one column goes on: the same bullet stands before and after the page end."""
    abre = next((x.texto[:1] for c in nueva.celdas for x in c.lineas), "")
    return bool(abre) and not abre.isalnum() and any(x.texto[:1] == abre for c in ultima.celdas for x in c.lineas)


def _por_cuentas(ultima: FilaUnida, nueva: FilaUnida, xs: Sequence[float], medidas: Medidas) -> float:
    """Evidence from how many items each cell stacks: parallel cells that disagree before the page end and agree with what
    follows it are one row; two rows that agree each by itself are two."""
    antes = {c.columna: _cuantos(c, xs, medidas) for c in ultima.celdas}
    despues = {c.columna: _cuantos(c, xs, medidas) for c in nueva.celdas}
    llenas = [c for c, n in antes.items() if n + despues.get(c, 0)]
    primeras, segundas = {antes[c] for c in llenas}, {despues.get(c, 0) for c in llenas}
    sumas = Counter(antes[c] + despues.get(c, 0) for c in llenas)
    if len(llenas) < 2 or max(sumas) < 2:
        return 0.0
    if len(primeras) > 1 and len(sumas) == 1:
        return 2.5
    if len(primeras) > 1 and len(segundas) > 1 and len(llenas) >= 4 and max(sumas.values()) >= len(llenas) - 1:
        return 2.0
    return -1.0 if len(primeras) == 1 and len(segundas) == 1 and max(primeras) > 1 else 0.0


def _cuantos(celda: CeldaUnida, xs: Sequence[float], medidas: Medidas) -> int:
    """Items that a cell stacks: its numbers in sequence, else its paragraphs."""
    if not celda.lineas:
        return 0
    numeros = [n for x in celda.lineas if (n := ordinal(x.texto)) is not None]
    if numeros and all(b == a + 1 for a, b in pairwise(numeros)):
        return len(numeros)
    x0, x1 = xs[celda.columna], xs[celda.columna + celda.ancho]
    margen = max(0.0, min(x.x0 for x in celda.lineas) - x0)
    return len(armar(celda.lineas, x0 + margen, x1 - margen, medidas))


def _sigue(a: Linea, b: Linea, x0: float, x1: float) -> float:
    """Evidence that line ``b`` on the new page goes on with the sentence of ``a``: only a full line is cut in mid sentence."""
    final = a.texto.rstrip()[-1:]
    margen = max(2.0, a.x0 - x0)
    llena = not cabe(a, b, x0 + margen, x1 - margen)
    responde = plegar(a.texto).strip(".- ") in _RESPUESTAS
    if (ultima_palabra(a.texto) in SIN_FINAL and not responde) or final in ",(":
        return 3.0 if llena else 1.0
    if b.texto[:1].islower():
        # after a short line it opens a paragraph, which some cells do in lower case
        return (1.5 if llena else 0.0) if final in ".;:" else (3.0 if llena else 1.5)
    if b.texto[:1].isdigit() or not b.texto[:1].isalpha() or llena:
        return 0.0
    return -0.6
