"""How surely it is told which role, unit and person belong together, and that nothing of the cell was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extractor.normalizadores.letras.aperturas_unidad import aperturas
from extractor.normalizadores.responsable.celda import Celda
from extractor.normalizadores.responsable.certezas_nombre import Duda
from extractor.normalizadores.responsable.pieza import Pieza
from extractor.normalizadores.responsable.repartos import segundo_cargo
from extractor.normalizadores.responsable.separadores import ARTICULOS, SEPARADORES, titulos

_PLURAL = {"unidad": "nombres de unidad", "cargo": "cargos", "abreviado": "cargos", "persona": "nombres de persona"}
_DE_LISTA = ("\n", ";", "/")
"""Separators that part one who answers from the next, never a role from its holder."""
_SUMAN = ("y", "e", ";", "&", "/")
"""Separators that add one more."""


def dudas_de_reparto(doc: Celda, piezas: Sequence[Pieza], grupo: Sequence[Pieza]) -> Iterator[Duda]:
    """Doubtful where roles and persons are not as many, where a mark binds a role to another person, where two units run on,
    and where a word stands between the stretches that is no separator."""
    personas = [p for p in piezas if p.tipo == "persona"]
    roles = [p for p in piezas if p.tipo in ("cargo", "abreviado")]
    doble = bool(personas) and any(segundo_cargo(piezas, lugar) for lugar in range(2, min(len(piezas), 4)))
    if doble:
        yield "dudosa", "los dos cargos pueden no ser de la misma persona"
    elif personas and roles and len(personas) != len(roles) and not _de_todos(doc, piezas, personas, roles):
        yield "dudosa", "no hay tantos cargos como personas"
    if personas and _en_bloques(piezas):
        yield "dudosa", "los nombres van juntos y los cargos o unidades también"
    for antes, pieza in pairwise(piezas):
        if not (pieza in grupo or antes in grupo):
            continue
        titular = pieza.tras == ":" and antes in roles and pieza in personas
        if titular and antes in grupo and any(p.tipo == "persona" and p.inicio < antes.inicio for p in grupo):
            yield "dudosa", "los dos puntos dan el cargo a otra persona"
        if antes.tipo == "cargo" and pieza.tipo == "unidad" and not pieza.tras and _generica(doc, antes, pieza):
            yield "dudosa", "puede ser una clase de lugar y no una unidad"
        if pieza.tras not in ("", "."):
            continue
        if pieza.tipo == antes.tipo and not pieza.tras:
            yield "dudosa", f"dos {_PLURAL[pieza.tipo]} sin nada que los separe"
        elif antes.tipo == "unidad" and doc.normas[antes.inicio].rstrip(".") in aperturas("internas") and _sola(doc, antes):
            yield "dudosa", "la unidad queda sin nombre"
    if personas:
        yield from _de_personas(doc, piezas, grupo, roles)
    suelta = _suelta(doc, piezas)
    if suelta:
        yield "dudosa", f"no se sabe qué es «{suelta}»"


def _de_personas(doc: Celda, piezas: Sequence[Pieza], grupo: Sequence[Pieza], roles: Sequence[Pieza]) -> Iterator[Duda]:
    """Doubtful where what ``grupo`` has may be another person's."""
    if any(p.tipo != "persona" and _repartido(doc, piezas, grupo, p) for p in grupo):
        yield "dudosa", "el cargo o la unidad puede ser solo de la persona que está a su lado"
    if _hereda_con_cargo(piezas, grupo):
        yield "dudosa", "la unidad puede ser solo de la primera persona"
    if any(a.tipo == "persona" and b.tipo == "unidad" and b.tras in (";", ".") for a, b in pairwise(grupo)):
        yield "dudosa", "la unidad puede no ser de la persona"
    sumada = (a for a, b in pairwise(grupo) if a in roles and b.tipo == "persona" and b.tras in _SUMAN)
    if any(not doc[rol.inicio].norm_.endswith("s") for rol in sumada):
        yield "dudosa", "puede ser otra persona, y no quien tiene el cargo"  # "Encargada de Género y Luis Soto"


_BLOQUES = re.compile(r"p{2,}(?:c{2,}|u{2,})|(?:c{2,}|u{2,})p{2,}")
_BLOQUES_DE_LINEAS = re.compile(r"p{2,}[cu]+|(?:c{2,}|u{2,})p+")
"""Persons, then roles or units, or the other way round: first letters of their types."""


def _en_bloques(piezas: Sequence[Pieza]) -> bool:
    """Whether several names stand together, and the roles or units together before or after them, so that only their order tells
    which is whose ("Jefa y Abogado: Ana Ríos y Luis Ruz"); where each has a line of its own, one role after several names too."""
    tipos = "".join("c" if p.tipo == "abreviado" else p.tipo[0] for p in piezas)
    en_lineas = all(p.tras == "\n" for p in piezas[1:])
    return (_BLOQUES_DE_LINEAS if en_lineas else _BLOQUES).fullmatch(tipos) is not None


def _generica(doc: Celda, rol: Pieza, unidad: Pieza) -> bool:
    """Whether "de" alone joins to a role a kind of institution, which may be of the role ("Profesora de Escuela Rural")."""
    enlace = [t.norm_ for t in doc[rol.fin : unidad.inicio]]
    clase = doc.normas[unidad.inicio].rstrip(".")
    return enlace == ["de"] and clase in aperturas("debiles") - aperturas("internas")


def _de_todos(doc: Celda, piezas: Sequence[Pieza], personas: Sequence[Pieza], roles: Sequence[Pieza]) -> bool:
    """Whether one role in the plural stands before or after all persons, or every person begins an item of a list."""
    if len(roles) == 1 and doc[roles[0].inicio].norm_.endswith("s"):
        return roles[0].inicio < personas[0].inicio or roles[0].inicio > personas[-1].inicio
    inicios = [p for p in piezas if p.tras in _DE_LISTA or p is piezas[0]]
    uno_por_item = all(
        sum(p.tipo == tipo for p in piezas[piezas.index(i) : fin]) <= 1
        for i, fin in zip(inicios, [*(piezas.index(s) for s in inicios[1:]), len(piezas)], strict=True)
        for tipo in ("persona", "cargo")
    )
    return uno_por_item


def _repartido(doc: Celda, piezas: Sequence[Pieza], grupo: Sequence[Pieza], rol: Pieza) -> bool:
    """Whether a role or a unit was given to a person with another one between them: a role in the singular, or what closes a list
    without a mark that says so ("Ana Ríos y Luis Ruz Unidad de Riego")."""
    persona = next((p for p in grupo if p.tipo == "persona"), None)
    if persona is None:
        return False
    desde, hasta = sorted((persona.inicio, rol.inicio))
    if not any(p.tipo == "persona" and desde < p.inicio < hasta for p in piezas):
        return False
    cierra = rol.inicio > persona.inicio
    if cierra and any(p.tras == ":" and antes is rol for antes, p in pairwise(piezas)):
        return True
    if rol.tipo == "cargo" and not doc[rol.inicio].norm_.endswith("s"):
        return True
    return cierra and rol.tras not in (",", "(", "-", "–", "\n") and not (rol.tipo == "cargo" and not rol.tras)


def _hereda_con_cargo(piezas: Sequence[Pieza], grupo: Sequence[Pieza]) -> bool:
    """Whether a second person, after a mark that parts more than a comma or with a role of its own after it, has the unit told
    before the first."""
    unidad = next((p for p in grupo if p.tipo == "unidad"), None)
    persona = next((p for p in grupo if p.tipo == "persona"), None)
    if unidad is None or persona is None:
        return False
    if persona.tras not in (";", "/", "-", "–") and not any(p.tipo == "cargo" and p.inicio > persona.inicio for p in grupo):
        return False
    return any(p.tipo == "persona" and unidad.inicio < p.inicio < persona.inicio for p in piezas)


def _suelta(doc: Celda, piezas: Sequence[Pieza]) -> str:
    """The first word that is in no stretch and is neither a separator, a title nor an article; empty when there is none."""
    dentro = {i for p in piezas for i in range(p.inicio, p.fin)}
    for ficha in [t for t in doc if t.i not in dentro]:
        libre = ficha.is_space or ficha.text == "." or ficha.norm_.rstrip(".") in _libres()
        conjuncion = ficha.text in ("Y", "E") and not doc.text.isupper()
        if not libre and (ficha.norm_ not in SEPARADORES or conjuncion):
            return ficha.text
    return ""


@cache
def _libres() -> frozenset[str]:
    return titulos() | {"de", "del"} | frozenset(ARTICULOS)


def _sola(doc: Celda, pieza: Pieza) -> bool:
    return sum(t.is_alpha for t in doc[pieza.inicio : pieza.fin]) <= 1
