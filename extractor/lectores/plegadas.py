"""Text broken to a width with a blank line after each paragraph (catdoc without ``-w``): the lines of a paragraph together.

Told by its lines: none is longer than the width, and where one follows another without a blank line its first word did not
fit in the line before. A tab where a line was broken is lost, so a table is only sure where no line after a break could
open a cell (``formatos.corridas``).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extractor.lectores.comunes import parrafo_de_linea
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.documento import Bloque, BloqueTabla, Celda, FilaCruda, Parrafo

ANCHO_MINIMO, ANCHO_MAXIMO = 40, 80
_SEGUIDAS_MINIMO = 3
_PARTE_QUE_CALZA = 0.95


def esta_plegado(lineas: Sequence[str]) -> bool:
    """Whether a text with tabs is broken to a width, its paragraphs parted by blank lines."""
    ancho = max((len(linea.rstrip()) for linea in lineas), default=0)
    if not ANCHO_MINIMO <= ancho <= ANCHO_MAXIMO or not any("\t" in linea for linea in lineas):
        return False
    seguidas = [(a, b) for a, b in itertools.pairwise(lineas) if a.strip() and b.strip() and "\t" not in a]
    solas = sum(1 for a, b in itertools.pairwise(lineas) if a.strip() and not b.strip())
    if len(seguidas) < _SEGUIDAS_MINIMO or solas < len(seguidas):
        return False
    # the converter counts bytes, more than letters in UTF-8
    calzan = sum(1 for a, b in seguidas if len(a.rstrip().encode()) + 1 + len(b.split()[0].encode()) > ancho)
    return calzan >= _PARTE_QUE_CALZA * len(seguidas)


def leer_plegado(lineas: Sequence[str]) -> list[Bloque]:
    """The paragraphs and rows of such a text; the blank line that only ends a paragraph is not counted before the next."""
    bloques: list[Bloque] = []
    filas: list[FilaCruda] = []
    tablas = 0
    hueco = 0
    for llena, corrida in itertools.groupby(enumerate(lineas, start=1), key=lambda par: bool(par[1].strip(" \xa0\r"))):
        propias = [numero for numero, _ in corrida]
        if not llena:
            hueco = len(propias) - 1
            continue
        celdas = _celdas(lineas, propias)
        if len(celdas) == 1:
            if filas:
                bloques.append(BloqueTabla(tablas, tuple(filas), cuadricula=False))
                tablas += 1
                filas = []
            bloques.extend(_con_hueco(p, hueco) for p in celdas[0].parrafos)
        else:
            texto = "\n".join(lineas[n - 1] for n in propias)
            fin = len(lineas[propias[0] - 1]) if len(propias) == 1 else None
            origen = Origen(linea_inicio=propias[0], linea_fin=propias[-1], inicio=0, fin=fin, texto=texto)
            filas.append(FilaCruda(tuple(celdas), origen, hueco > 0))
    if filas:
        bloques.append(BloqueTabla(tablas, tuple(filas), cuadricula=False))
    return bloques


def _con_hueco(parrafo: Parrafo, hueco: int) -> Parrafo:
    return Parrafo(parrafo.texto, parrafo.origen, hueco)


def _celdas(lineas: Sequence[str], propias: Sequence[int]) -> list[Celda]:
    """The cells of one paragraph's lines, each of one paragraph or none."""
    trozos: list[list[Parrafo]] = [[]]
    cortes: list[tuple[int, int]] = [(propias[0], 0)]
    for numero in propias:
        desde = 0
        for indice, texto in enumerate(lineas[numero - 1].split("\t")):
            if indice:
                trozos.append([])
                cortes.append((numero, desde))
            parrafo = parrafo_de_linea(lineas[numero - 1], numero, desde, desde + len(texto), 0)
            if parrafo:
                trozos[-1].append(parrafo)
            desde += len(texto) + 1
    celdas = []
    for columna, (parrafos, (numero, inicio)) in enumerate(zip(trozos, cortes, strict=True)):
        if parrafos:
            origen = unir_origenes([p.origen for p in parrafos])
            entero = Parrafo(" ".join(p.texto for p in parrafos), origen)
            celdas.append(Celda((entero,), origen, columna))
        else:
            vacio = Origen(linea_inicio=numero, linea_fin=numero, inicio=inicio, fin=inicio, texto="")
            celdas.append(Celda((), vacio, columna))
    return celdas
