"""Rows of a raw table with one cell per column, whatever the source marks.

Three sources: a stream of cells (the column count gives the rows), a sure grid (spans give the columns), and
tab-separated lines, where a row may be broken by a page end, shifted by a lost separator, or both.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.estructura.continuaciones import CORRIDAS, unir_lineas
from extractor.estructura.descalces import DUDA, primera_corrida
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import Celda, FilaCruda, Parrafo
from extractor.vocabularios.programas import nombres_escritos


@dataclass(frozen=True, slots=True)
class FilaArmada:
    """A row with as many cells as the table has columns. ``dudosa``: why its columns are not sure, or None; ``corrida``: they
    may be shifted, and with them every figure of the row; ``junta``: it was several rows that share their figures."""

    celdas: tuple[Celda, ...]
    fila_origen: int
    origen: Origen
    dudosa: str | None = None
    corrida: bool = False
    junta: bool = False


def armar_filas(tabla: TablaCruda) -> tuple[list[FilaArmada], int]:
    """The table's rows, blank ones dropped, and how many were dropped."""
    if tabla.filas and tabla.tramos:
        filas = _de_cuadricula(tabla)
    elif tabla.filas:
        filas = _de_lineas(tabla)
    else:
        filas = _de_flujo(tabla)
    llenas = [f for f in filas if any(c.parrafos for c in f.celdas)]
    return llenas, len(filas) - len(llenas)


def vacia(columna: int, cerca: Origen) -> Celda:
    """A blank cell near a place: it prints nothing, so it holds no text."""
    origen = cerca.lugares[0].model_copy(
        update={"texto": "", "fin": cerca.lugares[0].inicio, "linea_fin": cerca.lugares[0].linea_inicio}
    )
    return Celda((), origen, columna)


def _origen(celdas: list[Celda]) -> Origen:
    return unir_origenes([c.origen for c in celdas if c.parrafos] or [celdas[0].origen])


def _de_flujo(tabla: TablaCruda) -> list[FilaArmada]:
    ancho = len(tabla.columnas)
    celdas = list(tabla.celdas)
    if tabla.sobrante:
        celdas.insert(0, Celda(tabla.sobrante, unir_origenes([p.origen for p in tabla.sobrante])))
    filas = []
    grupos = [celdas[desde : desde + ancho] for desde in range(0, len(celdas), ancho)]
    corrida = primera_corrida(grupos, tabla.columnas, ancho)
    for numero, grupo in enumerate(grupos):
        completas = [*grupo, *(vacia(i, grupo[-1].origen) for i in range(len(grupo), ancho))]
        entera = len(grupo) == ancho or tabla.cortada
        dudosa = DUDA if corrida <= numero and corrida + 1 < len(grupos) else None if entera else "a la fila le faltan celdas"
        filas.append(FilaArmada(tuple(completas), numero, _origen(grupo), dudosa, numero >= corrida))
    return filas


def _de_cuadricula(tabla: TablaCruda) -> list[FilaArmada]:
    filas = []
    pendientes: dict[int, tuple[Celda, int]] = {}
    for numero, cruda in enumerate(tabla.filas):
        celdas: list[Celda | None] = [None] * len(tabla.tramos)
        sobrantes: list[Celda] = []
        for celda in cruda.celdas:
            sitio = _columna(celda, tabla.tramos)
            if celdas[sitio] is None:
                celdas[sitio] = celda
                if celda.alto > 1:
                    pendientes[sitio] = (celda, celda.alto - 1)
            else:
                sobrantes.append(celda)
                anterior = celdas[sitio]
                if anterior is not None:
                    celdas[sitio] = _fundir(anterior, celda)
        for sitio, (celda, quedan) in list(pendientes.items()):
            if celdas[sitio] is None and quedan > 0:
                celdas[sitio] = celda
                pendientes[sitio] = (celda, quedan - 1)
        completas = [c or vacia(i, cruda.origen) for i, c in enumerate(celdas)]
        dudosa = "dos celdas de la fila caen en una columna" if any(c.parrafos for c in sobrantes) else cruda.dudosa
        filas.append(FilaArmada(tuple(completas), numero, cruda.origen, dudosa, cruda.corrida))
    return filas


def _columna(celda: Celda, tramos: tuple[tuple[int, int], ...]) -> int:
    """The header column that shares most grid columns with the cell, the first on a tie."""
    fin = celda.columna + celda.ancho
    comun = [min(fin, b) - max(celda.columna, a) for a, b in tramos]
    mejor = max(comun)
    return comun.index(mejor) if mejor > 0 else len(tramos) - 1


def _fundir(una: Celda, otra: Celda) -> Celda:
    if not otra.parrafos:
        return una
    if not una.parrafos:
        return otra
    parrafos: tuple[Parrafo, ...] = (*una.parrafos, *otra.parrafos)
    return Celda(parrafos, unir_origenes([una.origen, otra.origen]), una.columna, una.ancho, una.alto)


def _de_lineas(tabla: TablaCruda) -> list[FilaArmada]:
    filas = [_con_programa(f, i, tabla) for i, f in enumerate(tabla.filas)]
    return [
        FilaArmada(u.celdas, u.primera, unir_origenes([tabla.filas[i].origen for i in u.lineas]), u.dudosa, u.dudosa == CORRIDAS)
        for u in unir_lineas(filas, tabla.columnas, nombres_escritos(tabla.patron.valores_programa))
    ]


def _con_programa(fila: FilaCruda, indice: int, tabla: TablaCruda) -> FilaCruda:
    """A header repeated with a programme's name in its first cell gives that name to the row after it."""
    for sitio, celda in tabla.programas:
        if sitio == indice and fila.celdas and not fila.celdas[0].parrafos and len(fila.celdas) == len(tabla.columnas):
            return FilaCruda((celda, *fila.celdas[1:]), fila.origen, tras_corte=False)
    return fila
