"""Programmes of one region that are, or may be, weighed together: none of them is then a whole by itself.

That a note says so is a statement of the report. That their weights together make the total is none: it only keeps the rules from
calling either sum an error, and from holding what one of them earned against a threshold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.comun.texto import plegar
from extractor.modelo.tabla import Tabla
from extractor.reconciliador.lexico import frases


@dataclass(frozen=True, slots=True)
class Parte:
    """A weighed table with the sum of its weights and the total that its regime demands."""

    tabla: Tabla
    pesos: Decimal | None
    exigido: Decimal | None


@dataclass(frozen=True, slots=True)
class Compartido:
    """``tablas``: ids of those that make one whole, this one among them; ``dicho``: the note that says so, None where it is only
    possible."""

    tablas: tuple[str, ...]
    dicho: str | None


def enteros_compartidos(partes: Sequence[Parte], notas: Sequence[str]) -> dict[str, Compartido]:
    """Table id -> the whole it shares with other tables of its region and stage. A programme that declares its own weight, or
    whose region is not sure, shares none."""
    grupos: dict[tuple[object, ...], list[Parte]] = {}
    for parte in partes:
        tabla, region = parte.tabla, parte.tabla.region
        unica = region.alcance == "REGION" and len(region.codigos) == 1 and region.certeza != "dudosa"
        if tabla.tipo == "programa_trabajo" and unica and tabla.ponderacion_declarada is None:
            grupos.setdefault((region.codigos, region.division, tabla.etapa, parte.exigido), []).append(parte)
    hallados: dict[str, Compartido] = {}
    for grupo in grupos.values():
        dicho = _nota_que_las_junta(grupo[0].tabla, notas)
        juntas = grupo if dicho is not None else [p for p in grupo if _le_falta(p)]
        if len(juntas) > 1 and (dicho is not None or _hacen_el_total(juntas)):
            compartido = Compartido(tuple(p.tabla.id for p in juntas), dicho)
            hallados.update({p.tabla.id: compartido for p in juntas})
    return hallados


def _le_falta(parte: Parte) -> bool:
    return parte.pesos is not None and parte.exigido is not None and 0 < parte.pesos < parte.exigido


def _hacen_el_total(partes: Sequence[Parte]) -> bool:
    return sum((p.pesos or Decimal(0) for p in partes), Decimal(0)) == partes[0].exigido


def _nota_que_las_junta(tabla: Tabla, notas: Sequence[str]) -> str | None:
    """The note that says of the region of a table that its programmes are weighed together."""
    nombres = {plegar(n) for n in (tabla.region.nombre, tabla.region.texto) if n}
    for nota in notas:
        plegada = plegar(nota)
        if frases("ponderan_juntos").search(plegada) and any(n in plegada for n in nombres):
            return nota
    return None
