"""Pairing the parallel cells of a row: N activities, N weights, N states, N earned values.

Pairs rest on counts, order, ordinals, gaps and the column's own printed total; never on whether they would then add up.
A column short only at its end pairs from the top and is sure; short in the middle, or too long, it is doubtful.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import ordinal
from extractor.estructura.items import COSTO_ADMISIBLE, Apilado, EsVeredicto, Item, cifras, estados, textos
from extractor.estructura.totales_en_celda import (
    apartar_total,
    apartar_total_ganada,
    cabe_total,
    frente_al_total,
    sobra_una,
    todas_cuentan,
)
from extractor.modelo.documento import Parrafo
from extractor.modelo.valores import Cifra

T = TypeVar("T")
Alineacion = dict[str, str]


@dataclass(frozen=True, slots=True)
class Emparejada:
    """A row's activities, column by column: position i of every list is one activity (None where it has nothing)."""

    n: int
    textos: tuple[Item | None, ...]
    ponderaciones: tuple[Cifra | None, ...]
    ganadas: tuple[Cifra | None, ...]
    estados: tuple[Item | None, ...]
    alineacion: Alineacion
    motivo: str
    total_ponderacion: Cifra | None
    total_ganada: Cifra | None
    desalineadas: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Columna:
    """One parallel column: what it holds, how many items it makes by itself and whether its gaps are alike. ``comun``: its only
    figure may be of all the activities."""

    campo: str
    cuenta: int
    regular: bool = True
    exacta: bool = True
    comun: bool = False


def emparejar(
    actividad: Sequence[Parrafo],
    ponderacion: Sequence[Parrafo],
    estado: Sequence[Parrafo],
    ganada: Sequence[Parrafo],
    es_veredicto: EsVeredicto,
    total_esperado: str,
) -> Emparejada:
    """The activities of a row. ``total_esperado``: what the weights of a whole sum, for telling a trailing total."""
    pesos, logros = cifras(ponderacion), cifras(ganada)
    propias = textos(actividad)
    estados_propios = estados(estado, es_veredicto)
    lista_pesos, total_peso = apartar_total(list(pesos.cifras), total_esperado, propias.natural)
    if total_peso is not None and todas_cuentan(pesos.cifras, logros.cifras, propias.natural, estados_propios.natural):
        lista_pesos, total_peso = list(pesos.cifras), None
    if total_peso is None and sobra_una(pesos.cifras, logros.cifras, propias.natural, estados_propios.natural):
        lista_pesos, total_peso = list(pesos.cifras[:-1]), pesos.cifras[-1]
    total_peso = pesos.rotulado or total_peso
    n = _cuantas(
        len(lista_pesos), logros.cifras, propias, estados_propios, total_peso is not None, actividad, estado, es_veredicto
    )
    propios, total_logro = apartar_total_ganada(list(logros.cifras), n, total_peso, lista_pesos)
    lista_logros: list[Cifra | None] = [*propios]
    if total_logro is None and logros.rotulado is None and len(pesos.cifras) > len(lista_pesos) == n and pesos.regular:
        lista_logros, total_logro = frente_al_total(logros.cifras, logros.blancos, lista_pesos) or (lista_logros, None)
    total_logro = logros.rotulado or total_logro
    items = textos(actividad, n) if n else propias
    dichos = estados(estado, es_veredicto, n) if n else estados_propios
    columnas = [
        _Columna("actividad", len(items.items), True, items.exacto),
        _Columna("ponderacion", len(lista_pesos), pesos.regular, comun=len(lista_pesos) == 1),
        _Columna("estado", len(dichos.items), True, dichos.exacto and not any(map(_puede_ser_otra_cosa, dichos.items))),
        _Columna(
            "ponderacion_ganada", len(lista_logros) - lista_logros.count(None), logros.regular,
            comun=len(lista_logros) == 1 and _excede(lista_logros[0], lista_pesos),
        ),
    ]
    total = max([n, *(c.cuenta for c in columnas)])
    puestos, por_ordinal = _por_ordinales(items.items, total)
    alineacion, motivos = _juzgar(columnas, n, por_ordinal)
    desalineadas = tuple((c.campo, c.cuenta) for c in columnas if c.cuenta and c.cuenta != n)
    return Emparejada(
        total,
        puestos,
        _estirar(lista_pesos, total),
        _estirar(lista_logros, total),
        _estirar(dichos.items, total),
        alineacion,
        "; ".join(motivos),
        total_peso,
        total_logro,
        desalineadas,
    )


def _puede_ser_otra_cosa(dicho: Item) -> bool:
    """Whether doubt about a state's reading is doubt about which states there are: of a lone figure only its value is."""
    return dicho.dudosa and leer_numero(dicho.texto) is None


def _excede(logro: Cifra | None, pesos: Sequence[Cifra]) -> bool:
    """Whether an earned value is more than the first activity can earn by itself."""
    valor = None if logro is None else logro.decimal
    peso = pesos[0].decimal if pesos else None
    return valor is not None and peso is not None and valor > peso


def _estirar(cosas: Sequence[T | None], total: int) -> tuple[T | None, ...]:
    return (*cosas, *[None] * (total - len(cosas)))


def _cuantas(
    pesos: int,
    logros: Sequence[Cifra],
    propias: Apilado,
    estados_propios: Apilado,
    hay_total: bool,
    actividad: Sequence[Parrafo],
    estado: Sequence[Parrafo],
    es_veredicto: EsVeredicto,
) -> int:
    """How many activities the row has: the count that most columns support, the weights' on a tie; never fewer than the
    texts that numbers, letters or blank lines part."""
    ganadas = {len(logros)}
    if cabe_total(logros) and (hay_total or len(logros) - 1 == pesos):
        ganadas.add(len(logros) - 1)
    contados = dict.fromkeys([pesos, propias.natural, estados_propios.natural, *sorted(ganadas)])
    candidatos = [c for c in contados if c > 0 and c >= propias.minimo]
    if not candidatos:
        return propias.minimo

    def apoyo(n: int) -> float:
        puntos = 1.05 if pesos == n else 0.0
        puntos += 1.0 if n in ganadas else 0.0
        puntos += _caben(propias.natural, n, lambda: textos(actividad, n))
        return puntos + _caben(estados_propios.natural, n, lambda: estados(estado, es_veredicto, n))

    return max(candidatos, key=apoyo)


def _caben(propio: int, n: int, cortar: Callable[[], Apilado]) -> float:
    """How far a cell of texts supports ``n``: wholly when it makes that many by itself, half when it can be cut so
    without going against a number, a bullet or a verdict."""
    if propio == n:
        return 1.0
    if not propio:
        return 0.0
    cortado = cortar()
    return 0.5 if len(cortado.items) == n and cortado.costo <= COSTO_ADMISIBLE * abs(n - propio) else 0.0


def _por_ordinales(items: Sequence[Item], total: int) -> tuple[tuple[Item | None, ...], bool]:
    """Items at the places their numbers say, when those are fewer than the activities and all fit."""
    numeros = [ordinal(i.texto) for i in items]
    caben = all(o is not None and 1 <= o <= total for o in numeros)
    if items and len(items) < total and caben and len(set(numeros)) == len(numeros):
        puestos: list[Item | None] = [None] * total
        for item, numero in zip(items, numeros, strict=True):
            if numero is not None:
                puestos[numero - 1] = item
        return tuple(puestos), True
    return _estirar(items, total), False


def _juzgar(columnas: Sequence[_Columna], n: int, por_ordinal: bool) -> tuple[Alineacion, list[str]]:
    alineacion: Alineacion = {}
    motivos: list[str] = []
    for columna in columnas:
        campo = "texto" if columna.campo == "actividad" else columna.campo
        if not columna.cuenta:
            continue
        segura = columna.exacta
        if columna.cuenta == n:
            if not segura:
                motivos.append(f"{columna.campo}: hay más de una forma de partir la celda en {n}")
        elif columna.cuenta < n:
            if campo == "texto" and por_ordinal:
                segura = False
                motivos.append(f"{columna.campo}: {columna.cuenta} de {n}, puestas por su número")
            elif campo == "texto":
                segura = False
                motivos.append(f"{columna.campo}: {columna.cuenta} de {n}")
            elif columna.comun:
                segura = False
                motivos.append(f"{columna.campo}: 1 de {n}, que puede ser de todas")
            elif columna.regular:
                motivos.append(f"{columna.campo}: {columna.cuenta} de {n}, corta al final")
            else:
                segura = False
                motivos.append(f"{columna.campo}: {columna.cuenta} de {n}, con vacíos intermedios")
        else:
            segura = False
            motivos.append(f"{columna.campo}: {columna.cuenta} para {n} actividades")
        alineacion[campo] = "segura" if segura else "dudosa"
    if not motivos:
        motivos.append(f"las celdas apilan {n} elementos cada una" if n > 1 else "una actividad por fila")
    return alineacion, motivos
