"""Rows that only name a programme over those after them, in a table that holds several ("Programa de complementariedad")."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from extractor.comun.numeros import leer_numero
from extractor.estructura.cierres import Cierre
from extractor.estructura.columnas import limpiar
from extractor.estructura.filas import FilaArmada
from extractor.estructura.objetivos import a_todo_el_ancho, propias_de
from extractor.estructura.totales_por_objetivo import grupos_de_objetivo, son_partes
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.tabla import Fila, Programa
from extractor.vocabularios.filas import nombra_total
from extractor.vocabularios.programas import programa_de_encabezado, programa_nombrado, rotula_programa


def programa_que_encabeza(armada: FilaArmada, anterior: FilaArmada | None, tabla: TablaCruda) -> str | None:
    """The programme that a row only names, as printed. One cell as wide as the table may name it in whatever words, or as
    "Programa ..." beside a column of objectives, which else is what it would be; a cell of a column must do both, since it may be
    an objective. None for any other row."""
    llenas = propias_de(armada, anterior)
    if len(llenas) != 1:
        return None
    texto = limpiar(llenas[0].texto)
    if leer_numero(texto) is not None or nombra_total(texto):
        return None
    nombra, rotula = programa_de_encabezado(texto) is not None, rotula_programa(texto)
    if a_todo_el_ancho(llenas[0], tabla):
        dice = nombra or (rotula and any(c.rol == "objetivo" for c in tabla.columnas))
    else:
        dice = nombra and rotula and armada.celdas[0] is llenas[0]
    return texto if dice else None


def grupos_de_programa(filas: Sequence[Fila]) -> list[list[Fila]]:
    """The rows of each programme, in order."""
    grupos: list[list[Fila]] = []
    for fila in filas:
        if grupos and grupos[-1][0].programa == fila.programa:
            grupos[-1].append(fila)
        else:
            grupos.append([fila])
    return grupos


def programa_de_sus_filas(filas: Sequence[Fila], dicho: Programa | None) -> Programa | None:
    """The programme of a table: the one that all its rows stand under, else what is said before it (``dicho``) unless some of
    them stand under another."""
    suyos = [programa_nombrado(f.programa) if f.programa else None for f in filas]
    distintos = dict.fromkeys(s for s in suyos if s is not None)
    if distintos and None not in suyos and len(distintos) == 1:
        return dicho if dicho is not None else next(iter(distintos))
    return dicho if set(distintos) <= {dicho} else None


def total_de_todos_los_enteros(filas: Sequence[Fila], cierres: Sequence[Cierre], esperado: str) -> Cierre | None:
    """The only printed total, below the last row, where it is of several programmes, or objectives, each of which weighs a whole:
    as many wholes as there are of them, to the nearest one. None for any other."""
    if len(cierres) != 1 or cierres[0].fila != filas[-1].indice or cierres[0].ponderacion is None:
        return None
    impreso, entero = cierres[0].ponderacion.decimal, Decimal(esperado)
    if impreso is None:
        return None
    cuantos = int((impreso / entero).to_integral_value(ROUND_HALF_UP))
    partes = (grupos_de_programa(filas), grupos_de_objetivo(filas))
    return cierres[0] if any(len(p) == cuantos and son_partes(p, entero) for p in partes) else None
