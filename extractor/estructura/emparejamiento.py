"""Pairing the parallel cells of a row: N activities, N weights, N states, N earned values.

Pairs rest on counts, order, ordinals, gaps and the column's own printed total; never on whether they would then add up.
A column short only at its end pairs from the top and is sure; short in the middle, or too long, it is doubtful.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import ordinal
from extractor.estructura.items import COSTO_ADMISIBLE, Apilado, EsVeredicto, Item, cifras, estados, textos
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
    """One parallel column: what it holds, how many items it makes by itself and whether its gaps are alike."""

    campo: str
    cuenta: int
    regular: bool = True
    exacta: bool = True


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
    lista_pesos, total_peso = _apartar_total(list(pesos.cifras), total_esperado, propias.natural)
    if total_peso is not None and _todas_cuentan(pesos.cifras, logros.cifras, propias.natural, estados_propios.natural):
        lista_pesos, total_peso = list(pesos.cifras), None
    if total_peso is None and _sobra_una(pesos.cifras, logros.cifras, propias.natural, estados_propios.natural):
        lista_pesos, total_peso = list(pesos.cifras[:-1]), pesos.cifras[-1]
    total_peso = pesos.rotulado or total_peso
    n = _cuantas(
        len(lista_pesos), logros.cifras, propias, estados_propios, total_peso is not None, actividad, estado, es_veredicto
    )
    lista_logros, total_logro = _apartar_total_ganada(list(logros.cifras), n, total_peso, lista_pesos)
    total_logro = logros.rotulado or total_logro
    items = textos(actividad, n) if n else propias
    dichos = estados(estado, es_veredicto, n) if n else estados_propios
    columnas = [
        _Columna("actividad", len(items.items), True, items.exacto),
        _Columna("ponderacion", len(lista_pesos), pesos.regular),
        _Columna("estado", len(dichos.items), True, dichos.exacto and not any(map(_puede_ser_otra_cosa, dichos.items))),
        _Columna("ponderacion_ganada", len(lista_logros), logros.regular),
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


def _estirar(cosas: Sequence[T], total: int) -> tuple[T | None, ...]:
    return (*cosas, *[None] * (total - len(cosas)))


def _apartar_total(cifras: list[Cifra], esperado: str, actividades: int) -> tuple[list[Cifra], Cifra | None]:
    """A trailing figure that is the whole's total, told by its value (what a whole must sum) or by being one more than
    the activities and greater than each of them."""
    if len(cifras) < 2 or cifras[-1].decimal is None:
        return cifras, None
    ultimo = cifras[-1].decimal
    otros = [c.decimal for c in cifras[:-1] if c.decimal is not None]
    if not otros or not any(otros):
        return cifras, None
    if ultimo == Decimal(esperado) and all(o < ultimo for o in otros):
        return cifras[:-1], cifras[-1]
    if len(cifras) == actividades + 1 and actividades >= 2 and all(o < ultimo for o in otros):
        return cifras[:-1], cifras[-1]
    return cifras, None


def _todas_cuentan(pesos: Sequence[Cifra], logros: Sequence[Cifra], actividades: int, estados: int) -> bool:
    """Whether every column counts as many items as there are weights, the earned values without a total among them: the
    last weight is then an activity's, whatever it says."""
    return len(pesos) == actividades == estados == len(logros) and not _cabe_total(logros)


def _sobra_una(pesos: Sequence[Cifra], logros: Sequence[Cifra], actividades: int, estados: int) -> bool:
    """Whether the last weight can only be a total, however small it was written: every other column counts one item less,
    and the earned values either count the same or close with a total of their own."""
    if actividades < 1 or estados != actividades or len(pesos) != actividades + 1 or pesos[-1].decimal is None:
        return False
    return len(logros) == actividades or (len(logros) == actividades + 1 and _cabe_total(logros))


def _apartar_total_ganada(
    logros: list[Cifra], n: int, total_peso: Cifra | None, pesos: Sequence[Cifra]
) -> tuple[list[Cifra], Cifra | None]:
    """The earned column's printed total: one figure more than the activities; or, where the weights print their total,
    a last figure equal to it that no running total could reach in one step."""
    if not logros or logros[-1].decimal is None:
        return logros, None
    # Beside weights that print their total, one figure more than the activities is a total, however small.
    if len(logros) == n + 1 and n >= 1 and (_cabe_total(logros) or total_peso is not None):
        return logros[:-1], logros[-1]
    if total_peso is None or total_peso.decimal is None or len(logros) < 2 or len(logros) > n:
        return logros, None
    anteriores = [c.decimal for c in logros[:-1] if c.decimal is not None]
    if logros[-1].decimal != total_peso.decimal or not anteriores:
        return logros, None
    peso = pesos[len(logros) - 1].decimal if len(logros) <= len(pesos) else None
    paso = logros[-1].decimal - anteriores[-1]
    if peso is not None and logros[-1].decimal > peso and paso > peso:
        return logros[:-1], logros[-1]
    return logros, None


def _cabe_total(logros: Sequence[Cifra]) -> bool:
    """Whether the last earned value may be a total: it is a figure and no part is greater."""
    if len(logros) < 2 or logros[-1].decimal is None:
        return False
    ultimo = logros[-1].decimal
    return all(c.decimal is None or c.decimal <= ultimo for c in logros[:-1])


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
    if _cabe_total(logros) and (hay_total or len(logros) - 1 == pesos):
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
