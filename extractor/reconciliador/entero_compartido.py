"""Programmes of one region that are, or may be, weighed together: none of them is then surely a whole by itself.

What puts them together is the page, never their sums: a note that says so; or one programme in several tables, or several where
the form does not print that each makes the total, if none but the last is closed by a whole total or a performance of its own.
What a note says is a statement of the report. What the page leaves open is only told where a table makes less than the total, and
then no sum of those tables is called right or wrong, whether or not they make the total together (unless they exceed it, as no
parts do).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.comun.texto import plegar
from extractor.modelo.regimen import Regimen
from extractor.modelo.tabla import Tabla
from extractor.reconciliador.lexico import frases

_CASI_ENTERO = Decimal("0.75")


@dataclass(frozen=True, slots=True)
class Parte:
    """A weighed table, the sum of its weights, what it misses of the total (0: nothing), and the regime that demands it."""

    tabla: Tabla
    pesos: Decimal | None
    faltante: Decimal
    regimen: Regimen


@dataclass(frozen=True, slots=True)
class Compartido:
    """``tablas``: ids of those that make one whole, this one among them; ``dicho``: the note that says so, None where it is only
    possible."""

    tablas: tuple[str, ...]
    dicho: str | None


def enteros_compartidos(partes: Sequence[Parte], textos: Sequence[str]) -> dict[str, Compartido]:
    """Table id -> the whole it shares with other tables of its region and stage. A programme that declares its own weight, or
    whose region is not sure, shares none."""
    grupos: dict[tuple[object, ...], list[Parte]] = {}
    for parte in partes:
        tabla, region = parte.tabla, parte.tabla.region
        unica = region.certeza != "dudosa" and (len(region.codigos) == 1 or region.alcance in ("TODAS", "NIVEL_CENTRAL"))
        if tabla.tipo == "programa_trabajo" and unica and tabla.ponderacion_declarada is None:
            lugar = (region.alcance, region.codigos, region.division)
            grupos.setdefault((*lugar, tabla.etapa, parte.regimen.total_esperado), []).append(parte)
    hallados: dict[str, Compartido] = {}
    for grupo in grupos.values():
        dicho = _nota_que_las_junta(grupo[0].tabla, textos)
        for juntas in [grupo] if dicho is not None else _posibles(grupo):
            if len(juntas) > 1:
                compartido = Compartido(tuple(p.tabla.id for p in juntas), dicho)
                hallados.update({p.tabla.id: compartido for p in juntas})
    return hallados


def _posibles(grupo: Sequence[Parte]) -> list[list[Parte]]:
    """Those of a region that the page leaves open to be weighed together, where one of them does not make the total alone."""
    abiertas: dict[object, list[Parte]] = {}
    for parte in grupo:
        programa = parte.tabla.programa or plegar(parte.tabla.titulo or "")
        es_plan = all(c.rol != "ponderacion_ganada" for c in parte.tabla.columnas)
        abiertas.setdefault((es_plan, programa if parte.regimen.fuente != "supuesta" else None), []).append(parte)
    return [p for p in abiertas.values() if _son_partes(p) and not any(map(_se_cierra, p[:-1]))]


def _son_partes(partes: Sequence[Parte]) -> bool:
    """Whether some table misses of the total, and all of them may be parts of it: what exceeds it together is no part in any
    reading."""
    juntas = sum((p.pesos or Decimal(0) for p in partes), Decimal(0))
    return any(p.faltante for p in partes) and juntas <= Decimal(partes[0].regimen.total_esperado)


def _se_cierra(parte: Parte) -> bool:
    """Whether a table prints the performance of its region, or a total of its weights that is a whole or little less: it is a
    whole by itself. A smaller one is what it has of another."""
    tabla, entero = parte.tabla, Decimal(parte.regimen.total_esperado)
    totales = [b.total_ponderacion.decimal for b in tabla.bloques if b.total_ponderacion is not None]
    enteros = any(t is None or t == 1 or t >= entero * _CASI_ENTERO for t in totales)
    return enteros or (tabla.desempeno is not None and tabla.desempeno.region is not None)


def _nota_que_las_junta(tabla: Tabla, textos: Sequence[str]) -> str | None:
    """The note, or the sentence of a section, that says of the region of a table that its programmes are weighed together."""
    nombres = {plegar(n) for n in (tabla.region.nombre, tabla.region.texto) if n}
    for nota in textos:
        plegada = plegar(nota)
        if frases("ponderan_juntos").search(plegada) and any(n in plegada for n in nombres):
            return nota
    return None
