"""Checks that the truth typed by hand and the description typed by hand say the same, with plain fractions.

Double entry: every text of the truth must stand in the description, every figure of a weighed table must appear in
both the same number of times, and the findings listed must be those that the figures give, no more and no fewer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from .cuentas import hallazgos_aritmeticos, sumas
from .descripcion import Muestra, Tabla, parrafos

_CIFRA = re.compile(r"^(\d+(?:[.,]\d+)?)\s*%?$")
_PESO = re.compile(r"pond|peso", re.IGNORECASE)
ARITMETICOS = {
    "PONDERACIONES_NO_SUMAN_100",
    "TOTAL_PONDERACION_NO_CUADRA",
    "GANADA_NO_CORRESPONDE",
    "TOTAL_GANADA_NO_CUADRA",
    "ACUMULADO_NO_CUADRA",
    "DESEMPENO_REGION_NO_CUADRA",
    "PROGRAMA_NO_CUADRA",
}


def problemas(muestra: Muestra, verdad: dict[str, Any]) -> list[str]:
    """What does not agree between ``muestra`` and its truth; an empty list when all does."""
    return [*_textos(muestra, verdad), *_cifras(muestra, verdad), *_cuentas(verdad)]


def _textos(muestra: Muestra, verdad: dict[str, Any]) -> Iterator[str]:
    fuente = " \n ".join(_plano(t) for t in _todo(muestra))
    for patron in _patrones(verdad):
        partes = [re.escape(_plano(p)) for p in patron.split("…")]
        if not re.search(".*?".join(partes), fuente, re.DOTALL):
            yield f"{muestra.nombre}: la verdad nombra un texto que no está en la descripción: {patron}"


def _todo(muestra: Muestra) -> Iterator[str]:
    for bloque in muestra.bloques:
        if isinstance(bloque, Tabla):
            for fila in bloque.filas:
                yield from fila.celdas
        else:
            yield bloque


def _plano(texto: str) -> str:
    return " ".join(re.sub(r"[¶↵‖]", " ", texto).split())


def _patrones(nodo: Any) -> Iterator[str]:
    if isinstance(nodo, str):
        if "…" in nodo:
            yield nodo
    elif isinstance(nodo, dict):
        for valor in nodo.values():
            yield from _patrones(valor)
    elif isinstance(nodo, list):
        for valor in nodo:
            yield from _patrones(valor)


def _cifras(muestra: Muestra, verdad: dict[str, Any]) -> Iterator[str]:
    pesadas = [t for t in muestra.bloques if isinstance(t, Tabla) and _pesa(t)]
    dichas = [t for t in verdad.get("tablas", []) if t["tipo"] == "programa_trabajo"]
    if len(pesadas) != len(dichas):
        yield f"{muestra.nombre}: {len(pesadas)} tablas con ponderación en la descripción y {len(dichas)} en la verdad"
        return
    for orden, (fuente, tabla) in enumerate(zip(pesadas, dichas, strict=True)):
        impresas = Counter(c for fila in fuente.filas if not fila.encabezado for celda in fila.celdas for c in _sueltas(celda))
        escritas = Counter(_de_verdad(tabla))
        if impresas != escritas:
            yield f"{muestra.nombre}, tabla {orden}: sobran {dict(impresas - escritas)} y faltan {dict(escritas - impresas)}"


def _pesa(tabla: Tabla) -> bool:
    return any(_PESO.search(celda) for fila in tabla.filas if fila.encabezado for celda in fila.celdas)


def _sueltas(celda: str) -> Iterator[str]:
    for parrafo in parrafos(celda):
        forma = _CIFRA.match(parrafo)
        if forma:
            yield forma[1].replace(",", ".")


def _de_verdad(tabla: dict[str, Any]) -> Iterator[str]:
    for fila in tabla["filas"]:
        textos = [fila.get(c) for c in ("ponderacion", "ganada", "total_ponderacion", "total_ganada")]
        for actividad in fila.get("actividades", []):
            textos += actividad[1:3]
            textos += (actividad[3] or "").split()[1:] if len(actividad) > 3 else []
        for texto in textos:
            if texto is not None and _CIFRA.match(texto):
                yield texto


def _cuentas(verdad: dict[str, Any]) -> Iterator[str]:
    esperados: list[tuple[Any, ...]] = []
    for indice, tabla in enumerate(verdad.get("tablas", [])):
        if tabla["tipo"] != "programa_trabajo":
            continue
        yield from sumas(indice, tabla)
        esperados += [(indice, *h) for h in hallazgos_aritmeticos(tabla)]
    escritos = [
        (h["tabla"], h["codigo"], h.get("fila"), h.get("actividad"), Fraction(h["informado"]), Fraction(h["recalculado"]))
        for h in verdad["hallazgos"]
        if h["codigo"] in ARITMETICOS
    ]
    if Counter(esperados) != Counter(escritos):
        yield f"hallazgos aritméticos: las cifras dan {sorted(map(str, esperados))} y la verdad dice {sorted(map(str, escritos))}"
