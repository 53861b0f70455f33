"""Tables drawn with bars (``|a |b |``), as antiword writes them: columns are sure, row ends are not marked.

Within one row every cell's text runs from the top: a first column that fell blank and fills again opens a new row, and
so do two other columns at once. Where no cell falls blank, a row opens at the line where every cell begins something: its
words would mostly have fitted in the line above, and so do not go on with it. A line of one column is a merged row; it goes on
only in lower case. Each line of a cell is part of a paragraph (``hueco`` 0).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractor.comun.texto import queda_abierta
from extractor.lectores.comunes import parrafo_de_linea
from extractor.modelo.base import Origen
from extractor.modelo.documento import BloqueTabla, Celda, FilaCruda, Parrafo

_SIGUE = "(/,;.:)"
"""What opens the rest of a cell and no cell."""
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


Linea = tuple[int, list[tuple[int, int]]]
"""A drawn line (from 1) and where each of its cells stands in it."""


def leer(lineas: list[str], desde: int, hasta: int, indice: int) -> BloqueTabla:
    """The table drawn in lines ``desde``..``hasta`` (from 1)."""
    filas: list[FilaCruda] = []
    grupo: list[Linea] = []
    trazadas = [_linea(lineas, numero) for numero in range(desde, hasta + 1)]
    anchos: set[int] = set()
    for (numero, tramo), sin_blancas in zip(trazadas, _sin_blancas(lineas, trazadas), strict=True):
        if grupo and len(tramo) == len(grupo[0][1]) and not _abre_fila(lineas, grupo, numero, tramo):
            encabeza = len(tramo) not in anchos
            abre = len(tramo) > 1 and _empiezan_todas(lineas, grupo[-1], (numero, tramo), encabeza, sin_blancas)
        else:
            abre = bool(grupo)
        if abre:
            anchos.add(len(grupo[0][1]))
            filas.append(_fila(lineas, grupo))
            grupo = []
        grupo.append((numero, tramo))
    if grupo:
        filas.append(_fila(lineas, grupo))
    return BloqueTabla(indice, tuple(filas), cuadricula=True)


def _linea(lineas: list[str], numero: int) -> Linea:
    barras = [i for i, c in enumerate(lineas[numero - 1]) if c == "|"]
    return numero, [(a + 1, b) for a, b in itertools.pairwise(barras)]


def _abre_fila(lineas: list[str], grupo: list[Linea], numero: int, tramo: list[tuple[int, int]]) -> bool:
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


def _sin_blancas(lineas: list[str], trazadas: Sequence[Linea]) -> list[bool]:
    """For each line, whether no cell is blank from it on, as far as the lines have as many cells."""
    seguidas: list[bool] = []
    for sitio in range(len(trazadas) - 1, -1, -1):
        misma = sitio + 1 < len(trazadas) and len(trazadas[sitio + 1][1]) == len(trazadas[sitio][1])
        seguidas.append(all(_celdas(lineas, trazadas[sitio])) and (not misma or seguidas[-1]))
    return seguidas[::-1]


def _empiezan_todas(lineas: list[str], previa: Linea, linea: Linea, encabeza: bool, sin_blancas: bool) -> bool:
    """Whether every cell of ``linea`` begins something and goes on with nothing of the line ``previa``: it is filled, not in
    lower case, the cell above does not end open, and in half of them at least it is blank, ends in a stop or had room for the
    first word. But under a header (``encabeza``: no row of as many cells stands above), which has no figures, no cell may be
    blank from ``previa`` on (``sin_blancas``: from ``linea``): one that is shows that the lines are items stacked in one row."""
    sueltas, rotulos, llenas = 0, encabeza, True
    for arriba, abajo, ancho in zip(_celdas(lineas, previa), _celdas(lineas, linea), _anchos(linea), strict=True):
        if not abajo or abajo[0].islower() or abajo[0] in _SIGUE or queda_abierta(arriba):
            return False
        rotulos = rotulos and not any(ch.isdigit() for ch in arriba)
        llenas = llenas and bool(arriba)
        sueltas += not arriba or arriba[-1] in ".;:" or len(arriba) + 1 + len(abajo.split()[0]) <= ancho
    return 2 * sueltas >= len(linea[1]) and (rotulos or (llenas and sin_blancas))


def _celdas(lineas: list[str], linea: Linea) -> list[str]:
    return [lineas[linea[0] - 1][a:b].strip() for a, b in linea[1]]


def _anchos(linea: Linea) -> list[int]:
    return [b - a for a, b in linea[1]]


def _fila(lineas: list[str], grupo: list[Linea]) -> FilaCruda:
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
