"""The columns of a table and whether the rows of another stand in them; which row closes it with its total, or begins anew."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import ordinal, palabras
from extractor.formatos.columnas.rotulos import Etiqueta
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.documento import Celda, FilaCruda
from extractor.vocabularios.estados import veredicto_inicial
from extractor.vocabularios.filas import cierra_con_total

_CIEN = Decimal(100)
_CELDAS_DE_FILA = 3
"""Filled cells of a row that has figures of weights, at least: a name beside a performance has two."""


@dataclass(frozen=True, slots=True)
class Rejilla:
    """The grid columns of a header's cells (first, past the last) and the roles they name."""

    tramos: tuple[tuple[int, int], ...]
    roles: tuple[str | None, ...]


def rejilla_de(celdas: Sequence[Celda], etiquetas: Sequence[Etiqueta | None]) -> Rejilla:
    """The columns that a header's cells give."""
    tramos = tuple((c.columna, c.columna + c.ancho) for c in celdas)
    return Rejilla(tramos, tuple(e.rol if e else None for e in etiquetas))


def en_rejilla(filas: Sequence[FilaCruda], rejilla: Rejilla, ancho: int) -> tuple[FilaCruda, ...] | None:
    """The rows with their cells in the columns of ``rejilla``; None where they do not surely stand in them. ``ancho``: the grid
    columns of the rows they would follow, whose grid theirs may be."""
    if ancho_de(filas) == ancho and _mismos_bordes(filas, rejilla):
        return tuple(filas)
    propio = ancho_de(filas)
    modelo = next((f for f in filas if len(f.celdas) == len(rejilla.tramos) and _es_entera(f, propio)), None)
    if modelo is None:
        return None
    inicios = {c.columna: a for c, (a, _) in zip(modelo.celdas, rejilla.tramos, strict=True)}
    fines = {c.columna + c.ancho: b for c, (_, b) in zip(modelo.celdas, rejilla.tramos, strict=True)}
    puestas: list[FilaCruda] = []
    for fila in filas:
        celdas: list[Celda] = []
        for celda in fila.celdas:
            desde, hasta = inicios.get(celda.columna), fines.get(celda.columna + celda.ancho)
            if desde is None or hasta is None or hasta <= desde:
                return None
            celdas.append(replace(celda, columna=desde, ancho=hasta - desde))
        puestas.append(replace(fila, celdas=tuple(celdas)))
    return tuple(puestas)


def ancho_de(filas: Sequence[FilaCruda]) -> int:
    """The grid columns of some rows."""
    return max((c.columna + c.ancho for f in filas for c in f.celdas), default=0)


def _mismos_bordes(filas: Sequence[FilaCruda], rejilla: Rejilla) -> bool:
    """Whether every cell of the rows covers whole columns of the header, and some row parts them all but one."""
    inicios, fines = {a for a, _ in rejilla.tramos}, {b for _, b in rejilla.tramos}
    if any(c.columna not in inicios or c.columna + c.ancho not in fines for f in filas for c in f.celdas):
        return False
    return max(len(f.celdas) for f in filas) >= len(rejilla.tramos) - 1


def _es_entera(fila: FilaCruda, ancho: int) -> bool:
    """Whether a row's cells follow one another from the first grid column to the last."""
    bordes = [0, *(c.columna + c.ancho for c in fila.celdas)]
    return [c.columna for c in fila.celdas] == bordes[:-1] and bordes[-1] == ancho


def encabeza(fila: FilaCruda | None) -> bool:
    """Whether a row may be a header that nobody knows: nearly all its cells filled, and no figure in them."""
    llenas = [c for c in fila.celdas if c.parrafos] if fila is not None else []
    return fila is not None and len(llenas) >= len(fila.celdas) - 1 and not any(ch.isdigit() for c in llenas for ch in c.texto)


def pesa(fila: FilaCruda | None, rejilla: Rejilla | None) -> bool:
    """Whether a row has a weight: a figure in the column of weights, or, where the columns are not known, in any of a row that
    opens with words and has a verdict or another figure too."""
    llenas = [c for c in fila.celdas if c.parrafos] if fila is not None else []
    if rejilla is None:
        # the first cell may only number the row, and one figure alone may be of anything
        cifras = sum(_es_peso(c) for c in llenas[1:])
        juzgada = cifras > 1 or any(veredicto_inicial(c.texto) is not None for c in llenas[1:])
        return cifras > 0 and juzgada and len(llenas) >= _CELDAS_DE_FILA and not _es_peso(llenas[0])
    return any(_es_peso(c) and _rol(c, rejilla) in DE_CIFRAS for c in llenas)


def sigue_contando(antes: Sequence[Sequence[Celda]], despues: Sequence[Sequence[Celda]]) -> bool | None:
    """Whether rows that number themselves one after another go on in those after them, or begin with 1 again (another
    table's); None where numbers do not tell."""
    previos, nuevos = _numeros(antes), _numeros(despues)
    if not previos or not nuevos or not all(a < b for a, b in itertools.pairwise(previos)):
        return None
    if nuevos[0] == previos[-1] + 1:
        return True
    return False if previos[-1] > 1 and nuevos[0] == 1 else None


def vuelve_a_empezar(antes: Sequence[Sequence[Celda]], despues: Sequence[Sequence[Celda]]) -> bool:
    """Whether rows begin with what opened those before them, which then had gone on to something else."""
    previos = [palabras(f[0].texto) for f in antes if f and f[0].parrafos]
    nuevos = [palabras(f[0].texto) for f in despues if f and f[0].parrafos]
    return bool(previos and nuevos) and nuevos[0] == previos[0] != previos[-1]


def sigue_la_fila(celdas: Sequence[Celda]) -> bool:
    """Whether a row goes on with what the one before it is about: its first cell is blank, or opens in lower case."""
    return bool(celdas) and (not celdas[0].parrafos or celdas[0].texto[:1].islower())


def _numeros(filas: Sequence[Sequence[Celda]]) -> list[int]:
    """The numbers that open the first cells of some rows."""
    textos = [f[0].parrafos[0].texto for f in filas if f and f[0].parrafos]
    leidos = [int(t) if t.isdecimal() and len(t) < 4 else ordinal(t) for t in textos]
    return [n for n in leidos if n is not None]


def _rol(celda: Celda, rejilla: Rejilla) -> str | None:
    """The role of the column where a cell stands; None for one that spans several."""
    fin = celda.columna + celda.ancho
    suyas = [r for (a, b), r in zip(rejilla.tramos, rejilla.roles, strict=True) if a >= celda.columna and b <= fin]
    return suyas[0] if len(suyas) == 1 else None


def _pesos(celda: Celda) -> list[Decimal]:
    leidos = [leer_numero(p.texto) for p in celda.parrafos]
    return [n.decimal for n in leidos if n is not None and not n.moneda]


def _es_peso(celda: Celda) -> bool:
    return any(0 < peso <= _CIEN for peso in _pesos(celda))


def cierra(celdas: Sequence[Celda], rejilla: Rejilla) -> bool:
    """Whether a row closes its table with the total: it is labelled so, has figures alone, or its last weight is the whole."""
    llenas = [c for c in celdas if c.parrafos]
    palabras = [c for c in llenas if any(ch.isalpha() for ch in c.texto)]
    if not palabras or any(cierra_con_total(c.texto, opcional=len(palabras) == 1) for c in palabras):
        return True
    pesos = [p for c in llenas if _rol(c, rejilla) == "ponderacion" for p in _pesos(c)]
    return len(pesos) > 1 and pesos[-1] == _CIEN
