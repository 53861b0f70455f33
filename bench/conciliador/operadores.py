"""The errors that are injected, by name. Each rewrites a copy of a clean report as a tired official would, and says which
cell it touched; none knows what the program will make of it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from . import operadores_cifras as cifras
from . import operadores_hechos as hechos
from .modelo import Reporte
from .tocar import Donde

__all__ = ["OPERADORES", "Donde", "Operador", "inyectar"]


@dataclass(frozen=True)
class Operador:
    """``varias``: one slip of this kind leaves several independent traces, which nobody could tell for one."""

    nombre: str
    que_hace: str
    clases: tuple[str, ...]
    aplicar: Callable[[Random, Reporte], Donde | None]
    varias: bool = False


TODAS = ("apilado", "por_region", "por_region_propio", "anual_2009")
PROPIAS = ("apilado", "por_region_propio", "anual_2009")
CORRIDAS = ("por_region",)


def inyectar(azar: Random, operador: Operador, limpio: Reporte) -> tuple[Reporte, Donde] | None:
    """A copy of ``limpio`` with the error in it; None when the report has no place for it."""
    tocado = copy.deepcopy(limpio)
    donde = operador.aplicar(azar, tocado)
    return None if donde is None else (tocado, donde)


OPERADORES: tuple[Operador, ...] = (
    Operador("intercambio", "dos dígitos vecinos intercambiados, en cualquier cifra", TODAS, cifras.intercambio),
    Operador("digito", "un dígito por otro, en cualquier cifra", TODAS, cifras.digito),
    Operador("coma_corrida", "la coma un lugar a un lado", TODAS, cifras.coma_corrida),
    Operador("fraccion", "0,25 donde va 25", TODAS, cifras.fraccion),
    Operador("coma_por_punto", "otra marca decimal, la misma cifra", TODAS, cifras.coma_por_punto),
    Operador("total_viejo", "una actividad pasa a no cumplida y el total queda como estaba", PROPIAS, hechos.total_viejo),
    Operador(
        "total_vecino",
        "el total de otro bloque o de otra región",
        ("apilado", "apilado", "por_region_propio", "anual_2009"),
        cifras.total_vecino,
    ),
    Operador("pendiente_contado", "el total cuenta lo pendiente o no cumplido", PROPIAS, hechos.pendiente_contado),
    Operador("parcial_entero", "lo parcial gana toda su ponderación", TODAS, hechos.parcial_entero),
    Operador("vecino_copiado", "lo ganado por la actividad vecina", PROPIAS, cifras.vecino_copiado),
    Operador("acumulado_arrastrado", "un dígito de un acumulado, y los siguientes con él", CORRIDAS, cifras.acumulado(True)),
    Operador("acumulado_suelto", "un dígito de un acumulado solo", CORRIDAS, cifras.acumulado(False)),
    Operador("suma_rota", "una ponderación cambiada con lo que ganó; las demás no", TODAS, hechos.suma_rota),
    Operador("fila_omitida", "una actividad que no se transcribió", TODAS, hechos.fila_omitida, varias=True),
    Operador("estado_invertido", "el estado o el porcentaje cambiado por otro", TODAS, hechos.estado_invertido),
    Operador(
        "region_copiada",
        "la tabla de otra región copiada entera",
        ("por_region", "por_region_propio", "anual_2009"),
        hechos.region_copiada,
    ),
    Operador("subprograma", "otra ponderación declarada para el tercer programa", ("anual_2009",), cifras.subprograma),
    Operador("servicio_cambiado", "el veredicto del servicio cambiado", ("anual_2009",), hechos.servicio_cambiado),
)
