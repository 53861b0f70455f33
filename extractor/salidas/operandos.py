"""What each operand is: a figure alone ("25") tells nobody whether it is a weight, an earned value or a state."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extractor.modelo.base import Origen
from extractor.modelo.informe import Informe
from extractor.modelo.tabla import Fila, Tabla
from extractor.modelo.valores import Cifra

Nombres = Callable[[str | None, Origen], str]
"""What stands at a place of a table: "ponderación, fila 2, 3ª actividad"; "" where nothing tells."""

_CAMPOS = {"ponderacion": "ponderación", "ponderacion_ganada": "ponderación ganada", "estado": "estado"}


def nombres_de_operandos(informe: Informe) -> Nombres:
    """Looks places up table by table, each table's listed once and only when asked for."""
    tablas = {tabla.id: tabla for tabla in informe.tablas}
    listadas: dict[str, dict[Origen, str]] = {}

    def nombre(tabla: str | None, origen: Origen) -> str:
        if tabla is None or tabla not in tablas:
            return ""
        if tabla not in listadas:
            # two names of one place (a cell that holds weight and earned value) tell nothing
            suyos: dict[Origen, str] = {}
            for lugar, dicho in _lugares(tablas[tabla]):
                suyos[lugar] = dicho if suyos.get(lugar, dicho) == dicho else ""
            listadas[tabla] = suyos
        return listadas[tabla].get(origen, "")

    return nombre


def _lugares(tabla: Tabla) -> Iterator[tuple[Origen, str]]:
    yield from _cifra(tabla.ponderacion_declarada, "ponderación declarada del programa")
    if tabla.desempeno is not None:
        yield from _cifra(tabla.desempeno.region, "desempeño de la región")
    for bloque in tabla.bloques:
        yield from _cifra(bloque.total_ponderacion, "total de ponderaciones")
        yield from _cifra(bloque.total_ganada, "total de ponderación ganada")
    varias = len(tabla.filas) > 1
    for fila in tabla.filas:
        yield from _de_fila(fila, f", fila {fila.indice + 1}" if varias else "")


def _de_fila(fila: Fila, cual: str) -> Iterator[tuple[Origen, str]]:
    yield from _cifra(fila.ponderacion, f"ponderación{cual}")
    yield from _cifra(fila.ponderacion_ganada, f"ponderación ganada{cual}")
    yield from _cifra(fila.total_ponderacion, "total de ponderaciones")
    yield from _cifra(fila.total_ganada, "total de ponderación ganada")
    for actividad in fila.actividades:
        suya = f"{cual}, {actividad.indice + 1}ª actividad"
        for campo, palabras in _CAMPOS.items():
            if campo in actividad.origen:
                yield actividad.origen[campo], f"{palabras}{suya}"
        yield from _cifra(actividad.ponderacion, f"ponderación{suya}")
        yield from _cifra(actividad.ponderacion_ganada, f"ponderación ganada{suya}")


def _cifra(cifra: Cifra | None, nombre: str) -> Iterator[tuple[Origen, str]]:
    if cifra is not None:
        yield cifra.origen, nombre
