"""Whether two programmes are one and the same: not only their weights and states, also what they say and count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.modelo.tabla import Columna, Fila
from extractor.reconciliador.contexto import Mesa
from extractor.reconciliador.redaccion import cita, lista
from extractor.reconciliador.textos import esencia, mismo_texto

DESLIZ = 80
"""Least likeness (rapidfuzz ratio, 0-100) of two words that are one, written once with a slip."""
CORTA = 4
"""Letters of a word below which a letter more or less is another word."""
DE_ACTIVIDADES = ("actividad", "meta_o_actividades")
DE_FILA = ("objetivos", "indicador", "meta", "resultado")
"""What the row itself says, beside its activities, that two regions cannot have in common by chance."""


def misma_tabla(una: Mesa, otra: Mesa) -> bool:
    """Whether two tables of the same weights, states and earned values say the same, figure by figure and word by word. What
    each region fills by itself (who answers, by what means, until when) may be another."""
    objetivos = [[o.texto for o in mesa.tabla.objetivos] for mesa in (una, otra)]
    if len(objetivos[0]) != len(objetivos[1]) or not all(map(misma_celda, *objetivos)):
        return False
    pares = zip(una.partidas, otra.partidas, strict=True)
    return all(misma_celda(a.texto, b.texto) and _misma_fila(a.fila, b.fila) for a, b in pares)


def es_repeticion(una: Mesa, otra: Mesa) -> bool:
    """Whether of two tables that say the same one only prints the other again, as an annex does: of one region, and of one
    programme as far as the document says it."""
    a, b = una.tabla, otra.tabla
    regiones = [(t.region.codigos, t.region.alcance, t.region.division) for t in (a, b)]
    misma_region = regiones[0] == regiones[1]
    dicha = a.region.alcance == "TODAS" or bool(a.region.codigos)
    return dicha and misma_region and a.etapa == b.etapa and (a.programa == b.programa or None in (a.programa, b.programa))


def _misma_fila(una: Fila, otra: Fila) -> bool:
    return all(misma_celda(_texto(una, campo), _texto(otra, campo)) for campo in DE_FILA)


def _texto(fila: Fila, campo: str) -> str:
    valor = getattr(fila, campo)
    return " ".join(valor) if isinstance(valor, tuple) else valor or ""


def misma_celda(uno: str, otro: str) -> bool:
    """Whether two cells have the same figures, in order, and the same words but for slips of the keys."""
    a, b = esencia(uno).split(), esencia(otro).split()
    if a == b:
        return True
    if [p for p in a if _cuenta(p)] != [p for p in b if _cuenta(p)] or not mismo_texto(uno, otro):
        return False
    return len(a) == len(b) and all(_misma_palabra(x, y) for x, y in zip(a, b, strict=True))


def _cuenta(palabra: str) -> bool:
    return re.search(r"\d", palabra) is not None


def _misma_palabra(una: str, otra: str) -> bool:
    if una == otra:
        return True
    from rapidfuzz import fuzz

    return min(len(una), len(otra)) > CORTA and fuzz.ratio(una, otra) >= DESLIZ


def que_difiere(grupo: Sequence[Mesa]) -> str:
    """What is not letter by letter the same in the copies: the text of an activity, a column that the copy may change."""
    primera = grupo[0]
    actividades = sorted({
        n for mesa in grupo[1:] for n, (a, b) in enumerate(zip(primera.partidas, mesa.partidas, strict=True), start=1)
        if esencia(a.texto) != esencia(b.texto)
    })
    columnas = list(dict.fromkeys(c for mesa in grupo[1:] for c in _columnas_distintas(primera, mesa)))
    dichos = [f"el texto de {lista([f'la {n}ª' for n in actividades])} actividad"] if actividades else []
    if columnas:
        dichos.append(f"lo escrito en {lista([cita(c) for c in columnas])}")
    return f"Además de la región difiere {lista(dichos)}." if dichos else "Solo difiere la región."


def _columnas_distintas(una: Mesa, otra: Mesa) -> list[str]:
    """The labels of the columns some cell of which is not the same, those of the activities apart."""
    if [c.rol for c in una.tabla.columnas] != [c.rol for c in otra.tabla.columnas]:
        return []
    pares = [zip(a.celdas, b.celdas, strict=False) for a, b in zip(una.tabla.filas, otra.tabla.filas, strict=False)]
    distintas = {i for celdas in pares for i, (x, y) in enumerate(celdas) if esencia(x) != esencia(y)}
    return [_rotulo(c) for i, c in enumerate(una.tabla.columnas) if i in distintas and c.rol not in DE_ACTIVIDADES]


def _rotulo(columna: Columna) -> str:
    return " ".join(columna.texto.split()) or columna.rol
