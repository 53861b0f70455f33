"""Regimes as data: loading them, and choosing among the admissible ones the one a table was filled under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.comun.texto import plegar
from extractor.comun.yaml_estricto import cargar, carpeta_patrones
from extractor.errores import ErrorPatron
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import ModoGanada
from extractor.reconciliador.intervalos import CERO, encaja, punto
from extractor.reconciliador.partidas import Partida, segura

Votos = tuple[int, int]
"""Items met in part that earned their share, and that earned nothing."""
VOTOS_MINIMOS = 3
"""Fewer rows than these may be a slip and prove no rule by themselves."""
_ES_PORCENTAJE = re.compile(
    r"[^\w%]*\d+(?:[.,]\d+)?[^\w%]*|(?:[^\W\d]+[^\w%.;]+){0,6}?\d+(?:[.,]\d+)?\s*(?:%|por ciento)\s*"
    r"(?:(?:de )?(?:avance|cumpli\w+|logr\w+|ejecu\w+|realiz\w+|hech[oa]s?)\b[^,]*|(?:[^\w\s%].*)?)"
)
"""A cell that is a percentage, alone or with its verdict before it or after it; not one that tells a share of some thing."""


def cargar_regimenes() -> dict[str, Regimen]:
    """Every regime of ``patrones/regimenes``, by id, in order of id. Raises ErrorPatron for a malformed or repeated one."""
    regimenes: dict[str, Regimen] = {}
    for archivo in sorted((carpeta_patrones() / "regimenes").glob("[!_]*.yaml")):
        regimen = cargar(archivo, Regimen)
        if regimen.id in regimenes:
            raise ErrorPatron(archivo.name, None, f"el régimen «{regimen.id}» ya está definido en otro archivo")
        regimenes[regimen.id] = regimen
    return dict(sorted(regimenes.items()))


def elegir_regimen(
    partidas: Sequence[Partida], admisibles: Sequence[Regimen], modo: ModoGanada | None, otras: Votos = (0, 0)
) -> Regimen | None:
    """The regime of a table: the form's own, unless fulfilment is stated by percentages.

    A percentage counts where it is the cell itself: one told in passing ("Cumplido, 100% de los equipos") leaves the form
    as it is, unless such rows earned that very share. Where some such state is between 0 and 100 the rows that have one
    decide by majority between proportional credit and all or nothing; fewer than ``VOTOS_MINIMOS`` of them decide together
    with those of the document's other tables (``otras``). A tie, rows that fit neither, or only 100s and 0s, give the first
    admissible proportional one. None when nothing is weighed or no regime is admissible.
    """
    if not admisibles or all(partida.peso is None for partida in partidas):
        return None
    cuotas = [p.porcentaje for p in partidas if p.porcentaje is not None and _es_porcentaje(p)]
    if not any(CERO < cuota < 100 for cuota in cuotas):
        propios = votos(partidas, modo)
        por_ciento = bool(cuotas) or propios[0] > propios[1]
        return next((r for r in admisibles if por_ciento and r.credito == "proporcional"), admisibles[0])
    proporcionales, nulos = votos(partidas, modo)
    if proporcionales + nulos < VOTOS_MINIMOS:
        proporcionales, nulos = proporcionales + otras[0], nulos + otras[1]
    buscado = "todo_o_nada" if nulos > proporcionales else "proporcional"
    return next((r for r in admisibles if r.credito == buscado), admisibles[0])


def _es_porcentaje(partida: Partida) -> bool:
    return partida.estado is not None and _ES_PORCENTAJE.fullmatch(plegar(partida.estado.texto)) is not None


def votos(partidas: Sequence[Partida], modo: ModoGanada | None) -> Votos:
    """How many items met in part earned their share, and how many earned nothing."""
    propios = propios_impresos(partidas, modo)
    proporcionales = nulos = 0
    for partida in partidas:
        propio, porcentaje = propios.get(partida.lugar), partida.porcentaje
        if propio is None or partida.peso is None or partida.ganada is None or porcentaje is None or not CERO < porcentaje < 100:
            continue
        if not partida.leida_sin_dudas:
            continue
        if encaja(propio, partida.ganada.decimales, punto(partida.peso * porcentaje / 100)) != "NO_CUADRA":
            proporcionales += 1
        elif propio == 0:
            nulos += 1
    return proporcionales, nulos


def propios_impresos(partidas: Sequence[Partida], modo: ModoGanada | None) -> dict[tuple[int, int | None], Decimal]:
    """What each item earned by itself as printed: its value, or its step in a running total."""
    propios: dict[tuple[int, int | None], Decimal] = {}
    anterior = CERO
    for partida in partidas:
        valor = partida.valor_ganado
        if valor is None:
            continue
        propios[partida.lugar] = valor - anterior if modo == "acumulada" else valor
        anterior = valor
    return propios


def pasos_dudosos(partidas: Sequence[Partida], modo: ModoGanada | None) -> frozenset[tuple[int, int | None]]:
    """The items whose earned value was read with doubt or, of running totals, follows one that was."""
    dudosos, anterior = set(), True
    for partida in partidas:
        if partida.ganada is not None:
            if not segura(partida.ganada) or (modo == "acumulada" and not anterior):
                dudosos.add(partida.lugar)
            anterior = segura(partida.ganada)
    return frozenset(dudosos)
