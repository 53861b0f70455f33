"""The sums of a truth file, added again with fractions: block sums, running totals, and the mismatches they give.

It knows only what the samples need. It is a second, smaller way to the same numbers and shares no code with the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

_CREDITO = {"CUMPLE": 1, "NO_CUMPLE": 0, "PENDIENTE": 0}


def numero(texto: str | None) -> Fraction | None:
    """The figure, or None for a blank or a word."""
    try:
        return None if texto is None else Fraction(texto)
    except ValueError:
        return None


def partes(tabla: dict[str, Any], fila: int) -> list[tuple[int | None, Any]]:
    """What is weighed in a row: its activities, or the row itself as one.

    Each part: (activity index, [weight, earned, state, declared]).
    """
    dicha = tabla["filas"][fila]
    if "ponderacion" in dicha:
        estado = dicha.get("estado") or [None, None]
        return [(None, [dicha["ponderacion"], dicha.get("ganada"), *estado])]
    return [(n, [*a[1:], None, None, None][:4]) for n, a in enumerate(dicha["actividades"])]


def propia(parte: Any) -> Fraction | None:
    """What the state earns of the weight; None where nobody declared a verdict."""
    peso, _, estado, declarado = parte
    if peso is None or estado is None or not declarado:
        return None
    palabra, _, porcentaje = estado.partition(" ")
    if porcentaje:
        return Fraction(peso) * Fraction(porcentaje) / 100
    return Fraction(peso) * _CREDITO[palabra] if palabra in _CREDITO else None


def _bloque(tabla: dict[str, Any], bloque: dict[str, Any]) -> list[Any]:
    return [parte for fila in bloque["filas"] for _, parte in partes(tabla, fila)]


def _informada(tabla: dict[str, Any], todas: list[Any]) -> Fraction | None:
    impresas = [p[1] for p in todas]
    if tabla.get("modo_ganada") == "acumulada":
        return [n for n in map(numero, impresas) if n is not None][-1]
    if None in impresas:
        return None
    return sum((numero(p) or Fraction(0) for p in impresas), Fraction(0))


def sumas(indice: int, tabla: dict[str, Any]) -> Iterator[str]:
    """What the blocks of the truth say wrongly."""
    for bloque in tabla.get("bloques", []):
        todas = _bloque(tabla, bloque)
        propias = [propia(p) for p in todas]
        recalculada = None if None in propias else sum((p for p in propias if p is not None), Fraction(0))
        calculadas = {
            "suma": sum((Fraction(p[0]) for p in todas), Fraction(0)),
            "informada": _informada(tabla, todas),
            "recalculada": recalculada,
        }
        for nombre, valor in calculadas.items():
            if nombre in bloque and numero(bloque[nombre]) != valor:
                yield f"tabla {indice}, bloque {bloque['filas']}: {nombre} dice {bloque[nombre]} y da {valor}"
    for fila in tabla["filas"]:
        if "acumuladas" in fila:
            total = Fraction(0)
            for actividad, dicha in zip(fila["actividades"], fila["acumuladas"], strict=True):
                total += propia([*actividad[1:]]) or Fraction(0)
                if Fraction(dicha) != total:
                    yield f"tabla {indice}: acumulada {dicha} y da {total}"


def hallazgos_aritmeticos(tabla: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """(code, row, activity, reported, recomputed) of every mismatch of the table."""
    yield from _ganadas(tabla)
    declarada = numero(tabla.get("declarada"))
    if declarada is not None:
        suma = sum((Fraction(p[0]) for b in tabla["bloques"] for p in _bloque(tabla, b)), Fraction(0))
        if suma != declarada:
            yield "PROGRAMA_NO_CUADRA", None, None, declarada, suma
        return
    for bloque in tabla.get("bloques", []):
        yield from _totales(tabla, bloque)
    desempeno = tabla.get("desempeno") or {}
    if numero(desempeno.get("region")) is not None:
        suma_ganada = _informada(tabla, [p for b in tabla["bloques"] for p in _bloque(tabla, b)])
        if suma_ganada != Fraction(desempeno["region"]):
            yield "DESEMPENO_REGION_NO_CUADRA", None, None, Fraction(desempeno["region"]), suma_ganada


def _ganadas(tabla: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    for fila in range(len(tabla["filas"])):
        anterior = Fraction(0)
        for actividad, parte in partes(tabla, fila):
            impresa, debida = numero(parte[1]), propia(parte)
            if tabla.get("modo_ganada") == "acumulada":
                if impresa is not None and debida is not None and impresa != anterior + debida:
                    yield "ACUMULADO_NO_CUADRA", fila, actividad, impresa, anterior + debida
                anterior = anterior if impresa is None else impresa
            elif impresa is not None:
                if debida is None:  # no verdict: the copy of the weight, or nothing
                    debida = impresa if impresa == 0 else Fraction(parte[0])
                if impresa != debida and not _redondeo(parte[1], impresa, debida):
                    yield "GANADA_NO_CORRESPONDE", fila, actividad, impresa, debida


def _redondeo(texto: str, impresa: Fraction, debida: Fraction) -> bool:
    """Whether a product printed with fewer decimals is its nearest or its truncated value."""
    unidad = Fraction(1, 10 ** len(texto.partition(".")[2]))
    exacta = (debida / unidad).denominator == 1
    return not exacta and (abs(debida - impresa) <= unidad / 2 or 0 <= debida - impresa < unidad)


def _totales(tabla: dict[str, Any], bloque: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    todas = _bloque(tabla, bloque)
    pesos = [Fraction(p[0]) for p in todas]
    suma = sum(pesos, Fraction(0))
    decimales = max(len(p[0].partition(".")[2]) for p in todas)
    # Equal shares such as three times 33.3 may miss their total by the halves that rounding took.
    holgura = Fraction(len(pesos), 2 * 10**decimales) if len(set(pesos)) == 1 else Fraction(0)
    ultima = tabla["filas"][bloque["filas"][-1]]
    total, ganada = numero(ultima.get("total_ponderacion")), numero(ultima.get("total_ganada"))
    fila = bloque["filas"][-1]
    if total is not None and abs(total - suma) > holgura:
        yield "TOTAL_PONDERACION_NO_CUADRA", fila, None, total, suma
    elif abs(100 - suma) > holgura:
        yield "PONDERACIONES_NO_SUMAN_100", None, None, Fraction(100), suma
    informada = _informada(tabla, todas)
    if ganada is not None and informada is not None and abs(ganada - informada) > holgura:
        yield "TOTAL_GANADA_NO_CUADRA", fila, None, ganada, informada
