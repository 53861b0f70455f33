"""Page headers and footers left among the lines of a PDF's text: they belong to the paper and not to the report.

A label of page ("Página 2 de 9") alone, or at an end of a line that repeats but for its numbers, is one. Any other line is
only where it comes back between the rows of tables: once at least in the middle of a row, or always beside a form feed or a
rule of dashes but where a header comes again. What stands there once is one in the middle of a row beside a page's mark
(``pies_sueltos``); else it is left as text, for what it may be.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.comun.texto import blancos, plegar
from extractor.lectores.pies_sueltos import Grupo, es_mitad_angosta, sueltos

_LARGO = 160
_LINEAS_DE_PIE = 5
_ANCHO_MINIMO = 4
"""Columns of a table whose halves are told by their width alone: narrower ones are any two forms one below the other, unless
every cell of the second goes on with a sentence."""
_BLANCAS_DE_MITAD = 2
_ROTULO = r"(?:pagina|pag\b\.?|hoja)\s*(?:n[°o.]{1,2}\s*)?[-–(]?\s*\d{1,4}\b\s*[-–)]?(?:\s*(?:de|/)\s*\d{1,4})?"
_ROTULADA = re.compile(rf"^{_ROTULO}(?:\s*$|\s*[-–|·•:]|\s{{2,}})|(?:^|[\s|–·•(-]){_ROTULO}\s*[)–|.-]*$")
_SOLA = re.compile(rf"^[\s|–(-]*(?:{_ROTULO}|\d{{1,4}}\s*(?:de|/)\s*\d{{1,4}})[\s|–).-]*$")
_NUMERO = re.compile(r"^[-–(\s]*(\d{1,4})[-–)\s]*$")
_REGLA = re.compile(r"^\s*--[\s\-]*$")
_CIFRA = re.compile(r"^[-+$]?\s*[\d.,]+\s*%?$")


@dataclass(frozen=True, slots=True)
class _Lugar:
    """Where a line stands. ``parte``: it parts rows of one width; ``repetida``: the second is a row seen before, as a header is
    (another table may begin); ``mitad``: it is the rest of the first; ``marcado``: a form feed or a rule of dashes is beside."""

    linea: int
    parte: bool = False
    repetida: bool = False
    mitad: bool = False
    marcado: bool = False


def pies(lineas: Sequence[str]) -> frozenset[int]:
    """The lines (from 0) that are headers or footers of pages."""
    formas: dict[str, list[_Lugar]] = defaultdict(list)
    quitar: set[int] = set()
    primeras: dict[str, int] = {}
    grupos: list[Grupo] = []
    for numero, linea in enumerate(lineas):
        primeras.setdefault(linea.strip(), numero)
    for grupo in _grupos(lineas):
        lugares_del_grupo = _lugares(lineas, grupo, primeras)
        primero = lugares_del_grupo[0]
        grupos.append(Grupo(tuple(grupo), primero.parte and not primero.repetida, primero.mitad, primero.marcado))
        for lugar in lugares_del_grupo:
            texto = plegar(blancos(lineas[lugar.linea]))
            if not 0 < len(texto) <= _LARGO or "|" in lineas[lugar.linea].strip()[:1]:
                continue
            if _SOLA.match(texto) and not _NUMERO.match(texto) and (_ROTULADA.match(texto) or lugar.parte):
                quitar.add(lugar.linea)
            formas[re.sub(r"\d+", "#", texto)].append(lugar)
    for lugares in formas.values():
        textos = [plegar(blancos(lineas[x.linea])) for x in lugares]
        if all(map(_ROTULADA.search, textos)):
            quitar.update(x.linea for x in lugares if len(lugares) > 1 or x.mitad)
        elif _repite(lugares) and _suben(textos):
            quitar.update(x.linea for x in lugares if x.parte)
    return frozenset(quitar | sueltos(lineas, grupos, quitar, {n for n in quitar if _de_pagina(lineas[n])}))


def _de_pagina(linea: str) -> bool:
    """Whether a line that is furniture gives the number of the page."""
    texto = plegar(blancos(linea))
    return any(forma.search(texto) for forma in (_ROTULADA, _SOLA, _NUMERO))


def _repite(lugares: Sequence[_Lugar]) -> bool:
    """Whether a line that comes back is printed by the page's end."""
    entre_filas = [x for x in lugares if x.parte]
    propias = [x for x in entre_filas if not x.repetida]
    if len(entre_filas) < 2 or not propias:
        return False
    return any(x.mitad for x in propias) or all(x.marcado for x in propias)


def _suben(textos: Sequence[str]) -> bool:
    """Whether lone numbers grow from one to the next, as those of pages do; true of any other line."""
    numeros = [int(n.group(1)) for n in map(_NUMERO.match, textos) if n]
    return len(numeros) < len(textos) or all(a < b for a, b in itertools.pairwise(numeros))


def _grupos(lineas: Sequence[str]) -> list[list[int]]:
    """The free lines between two rows of tables, or before the first and after the last."""
    grupos: list[list[int]] = [[]]
    for numero, linea in enumerate(lineas):
        if "\t" in linea and not _REGLA.match(linea):
            grupos.append([])
        elif linea.strip() and not _REGLA.match(linea):
            grupos[-1].append(numero)
    return [g for g in grupos if g]


def _lugares(lineas: Sequence[str], grupo: Sequence[int], primeras: Mapping[str, int]) -> list[_Lugar]:
    """Where each line of a group stands; ``primeras``: the first line of each text, trimmed."""
    antes = _fila(lineas, grupo[0] - 1, -1)
    despues = _fila(lineas, grupo[-1] + 1, 1)
    if antes is None or despues is None or len(grupo) > _LINEAS_DE_PIE:
        return [_Lugar(n) for n in grupo]
    previa, otra = lineas[antes].split("\t"), lineas[despues].split("\t")
    if len(previa) != len(otra):
        return [_Lugar(n) for n in grupo]
    if len(otra) < _ANCHO_MINIMO:
        mitad = es_mitad_angosta(previa, otra)
        return [_Lugar(n, mitad, False, mitad) for n in grupo]
    cifras = any(_CIFRA.match(c.strip()) for c in otra)
    repetida = not cifras and primeras[lineas[despues].strip()] < antes
    marcado = any("\f" in x or _REGLA.match(x) for x in lineas[antes + 1 : despues + 1])
    mitad = not repetida and _es_mitad(otra)
    return [_Lugar(n, True, repetida, mitad, marcado) for n in grupo]


def _fila(lineas: Sequence[str], desde: int, paso: int) -> int | None:
    """The nearest row of a table from a line on, past blank lines and rules."""
    numero = desde
    while 0 <= numero < len(lineas):
        if "\t" in lineas[numero] and not _REGLA.match(lineas[numero]):
            return numero
        numero += paso
    return None


def _es_mitad(celdas: Sequence[str]) -> bool:
    """Whether a row is the rest of one begun on the page before: it opens blank or in lower case and holds no figure alone."""
    textos = [c.strip() for c in celdas]
    if textos[0] and not textos[0][:1].islower():
        return False
    return any(textos) and textos.count("") >= _BLANCAS_DE_MITAD and not any(map(_CIFRA.match, textos))
