"""How much of a sample was read right: figures, whole rows and pairs, counted against its truth file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from extractor.proceso.verdad.comun import Dato, cifra, coincide, igual
from extractor.proceso.verdad.tablas import fila_distinta

_DE_FILA = (("ponderacion", "ponderacion"), ("ganada", "ponderacion_ganada"), ("total_ponderacion",) * 2, ("total_ganada",) * 2)
_NADA: Dato = {"actividades": []}


def contar(informe: Dato, verdad: Dato) -> Counter[str]:
    """``cifras``, ``filas`` and ``pares`` that the truth states, and with ``_bien`` how many of them the Informe (as JSON data)
    has in their place. A pair is an activity of a row that stacks several, beside its own weight, earned value and state."""
    cuenta: Counter[str] = Counter()
    dichas = verdad.get("tablas", [])
    for indice, dicha in enumerate(dichas):
        leida: Dato = informe["tablas"][indice] if indice < len(informe["tablas"]) else {"filas": []}
        _sumar(cuenta, "cifras", _de_tabla(leida, dicha))
        filas = dicha["filas"]
        for numero, debida in enumerate([] if isinstance(filas, int) else filas):
            fila = leida["filas"][numero] if numero < len(leida["filas"]) else _NADA
            cuenta["filas"] += 1
            cuenta["filas_bien"] += fila is not _NADA and not any(fila_distinta("", fila, debida))
            _sumar(cuenta, "cifras", _de_fila(fila, debida))
            if len(debida.get("actividades", [])) > 1:
                _sumar(cuenta, "pares", _pares(fila, debida))
    return cuenta


def _sumar(cuenta: Counter[str], que: str, aciertos: Iterator[bool]) -> None:
    for bien in aciertos:
        cuenta[que] += 1
        cuenta[f"{que}_bien"] += bien


def _de_tabla(leida: Dato, dicha: Dato) -> Iterator[bool]:
    if dicha.get("declarada") is not None:
        yield cifra(dicha["declarada"], leida.get("ponderacion_declarada"))
    region = dicha.get("desempeno", {}).get("region")
    if region is not None:
        yield cifra(region, (leida.get("desempeno") or {}).get("region"))


def _de_fila(leida: Dato, dicha: Dato) -> Iterator[bool]:
    for corto, campo in _DE_FILA:
        if dicha.get(corto) is not None:
            yield cifra(dicha[corto], leida.get(campo))
    yield from _porcentaje(leida.get("estado"), dicha.get("estado") or [])
    for indice, debida in enumerate(dicha.get("actividades", [])):
        actividad = _actividad(leida, indice)
        for orden, campo in ((1, "ponderacion"), (2, "ponderacion_ganada")):
            if len(debida) > orden and debida[orden] is not None:
                yield cifra(debida[orden], actividad.get(campo))
        yield from _porcentaje(actividad.get("estado"), debida[3:])


def _porcentaje(leido: Dato | None, dicho: list[Any]) -> Iterator[bool]:
    """The percentage of a state ("PARCIAL 75"), where the truth states one: a figure like the others."""
    debido = (dicho[0] or "").partition(" ")[2] if dicho else ""
    if debido:
        yield leido is not None and igual(debido, leido.get("porcentaje"))


def _pares(leida: Dato, dicha: Dato) -> Iterator[bool]:
    for indice, debida in enumerate(dicha["actividades"]):
        actividad = _actividad(leida, indice)
        yield coincide(debida[0], actividad.get("texto")) and all(_iguales(actividad, debida))


def _iguales(actividad: Dato, debida: list[Any]) -> Iterator[bool]:
    for orden, campo in ((1, "ponderacion"), (2, "ponderacion_ganada")):
        if len(debida) > orden:
            yield cifra(debida[orden], actividad.get(campo))
    if len(debida) > 3:
        estado = actividad.get("estado")
        yield (estado is None) == (debida[3] is None) and (estado is None or estado["valor"] == debida[3].partition(" ")[0])


def _actividad(fila: Dato, indice: int) -> Dato:
    actividades: list[Dato] = fila["actividades"]
    return actividades[indice] if indice < len(actividades) else {}
