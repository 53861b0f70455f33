"""Tables drawn with bars (``|a |b |``), as antiword writes them: columns are sure, row ends are not marked.

Within one row every cell's text runs from the top: a first column that fell blank and fills again opens a new row, and
so do two other columns at once. A line of one column is a merged row; it goes on only in lower case. Each line of a cell
is part of a paragraph (``hueco`` 0).
"""

from __future__ import annotations

import itertools
import re

from extractor.lectores.comunes import parrafo_de_linea
from extractor.modelo.base import Origen
from extractor.modelo.documento import BloqueTabla, Celda, FilaCruda, Parrafo

_FILA = re.compile(r"^\s*\|.*\|\s*$")


def tramos(lineas: list[str]) -> dict[int, int]:
    """First line (from 1) -> last line of each run of two or more drawn lines, some of them with two columns or more
    (a line of one column is a merged row)."""
    encontrados: dict[int, int] = {}
    inicio: int | None = None
    for numero, linea in enumerate([*lineas, ""], start=1):
        if _FILA.match(linea) and "\t" not in linea:
            inicio = inicio or numero
        elif inicio:
            if numero - inicio >= 2 and any(otra.count("|") >= 3 for otra in lineas[inicio - 1 : numero - 1]):
                encontrados[inicio] = numero - 1
            inicio = None
    return encontrados


def leer(lineas: list[str], desde: int, hasta: int, indice: int) -> BloqueTabla:
    """The table drawn in lines ``desde``..``hasta`` (from 1)."""
    filas: list[FilaCruda] = []
    grupo: list[tuple[int, list[tuple[int, int]]]] = []
    for numero in range(desde, hasta + 1):
        barras = [i for i, c in enumerate(lineas[numero - 1]) if c == "|"]
        tramo = [(a + 1, b) for a, b in itertools.pairwise(barras)]
        if grupo and (len(tramo) != len(grupo[0][1]) or _abre_fila(lineas, grupo, numero, tramo)):
            filas.append(_fila(lineas, grupo))
            grupo = []
        grupo.append((numero, tramo))
    if grupo:
        filas.append(_fila(lineas, grupo))
    return BloqueTabla(indice, tuple(filas), cuadricula=True)


def _abre_fila(
    lineas: list[str], grupo: list[tuple[int, list[tuple[int, int]]]], numero: int, tramo: list[tuple[int, int]]
) -> bool:
    """Whether line ``numero`` starts a new row: its first column, or two others at once, fill again after a blank."""
    if len(tramo) == 1:
        return not lineas[numero - 1][slice(*tramo[0])].strip()[:1].islower()
    vuelven = 0
    for columna, (a, b) in enumerate(tramo):
        if not lineas[numero - 1][a:b].strip():
            continue
        previas = [lineas[n - 1][t[columna][0] : t[columna][1]].strip() for n, t in grupo]
        if any(previas) and not previas[-1]:
            if columna == 0:
                return True
            vuelven += 1
    return vuelven >= 2


def _fila(lineas: list[str], grupo: list[tuple[int, list[tuple[int, int]]]]) -> FilaCruda:
    celdas = []
    for columna in range(len(grupo[0][1])):
        parrafos: list[Parrafo] = []
        hueco = 0
        for numero, tramo in grupo:
            parrafo = parrafo_de_linea(lineas[numero - 1], numero, *tramo[columna], hueco if parrafos else 0)
            if parrafo:
                parrafos.append(parrafo)
                hueco = 0
            else:
                hueco += 1
        origen = _origen(parrafos, grupo[0][0], grupo[0][1][columna][0])
        celdas.append(Celda(tuple(parrafos), origen, columna))
    primera, ultima = grupo[0][0], grupo[-1][0]
    texto = "\n".join(lineas[primera - 1 : ultima])
    origen = Origen(linea_inicio=primera, linea_fin=ultima, inicio=0, texto=texto)
    return FilaCruda(tuple(celdas), origen)


def _origen(parrafos: list[Parrafo], numero: int, inicio: int) -> Origen:
    from extractor.modelo.base import unir_origenes

    if not parrafos:
        return Origen(linea_inicio=numero, linea_fin=numero, inicio=inicio, fin=inicio, texto="")
    return unir_origenes([p.origen for p in parrafos])
