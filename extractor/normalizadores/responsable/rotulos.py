"""What joins two who answer together, and the labels of what each does ("Ejecuta: ...", "(apoyo: ...)"), as separators."""

from __future__ import annotations

import re
from functools import cache

from extractor.normalizadores.responsable.frases import abre
from extractor.vocabularios.base import alternativas, plegar_con_lugares, plegar_frase
from extractor.vocabularios.responsables import cargos, unidades

_Y_O = re.compile(r"(?<!\s)\s++y\s*+/\s*+o\s++")
_MARCA = re.compile(r"(?<=[\w.)\"])(?<!\s)\s*+(?:\+(?![^\W\d_](?:\+|$|[\s,;/)]))|//|[-=]?>|→|\*)\s*+(?=[^\W\d_])")
"""Marks that join what stands on both sides."""
_ALGUNA_MARCA = re.compile(r"[+/>→*]")
_CORTE = "; "


def con_cortes(linea: str) -> str:
    """The line with a semicolon where a mark, words or a label that name nobody part two who answer.

    >>> con_cortes("Unidad de Riego + Unidad de Compras"), con_cortes("Ejecuta: Unidad de Riego. Supervisa: Ana Ríos")
    ('Unidad de Riego; Unidad de Compras', 'Unidad de Riego; Ana Ríos')
    """
    if "/" in linea:
        linea = _Y_O.sub(" y ", linea)
    if _ALGUNA_MARCA.search(linea):
        linea = _MARCA.sub(_CORTE, linea)
    if not _abren_juntan().isdisjoint(plegar_frase(linea).split()):
        linea = _sustituir(_juntan(), linea)
    if ":" in linea or "(" in linea:
        rotulada = ":" in plegar_frase(linea)
        for patron in (_de_verbo(), _en_parentesis(), _de_cargo()) if rotulada else (_verbo_solo(), _en_parentesis()):
            linea = _sustituir(patron, linea)
    return linea.strip("; ") if linea.startswith(_CORTE) else linea


def _sustituir(patron: re.Pattern[str], linea: str) -> str:
    """Every place that ``patron`` finds in the folded line put as a cut; what its group holds is kept as written."""
    plegada, lugares = plegar_con_lugares(linea)
    salida, cursor = "", 0
    for hallado in patron.finditer(plegada):
        siguiente = linea[lugares[hallado.end()]] if hallado.end() < len(lugares) else ""
        if patron is _juntan() and not siguiente.isupper():
            continue
        if patron is _de_cargo() and not abre(plegada[hallado.end() :]):
            continue
        dentro = ""
        if patron is _en_parentesis():
            dentro = linea[lugares[hallado.start(1)] : lugares[hallado.end(1) - 1] + 1] if hallado.group(1) else ""
        salida = (salida + linea[cursor : lugares[hallado.start()]]).rstrip(" .,;") + _CORTE + dentro
        salida += _CORTE if dentro and siguiente else ""
        cursor = lugares[hallado.end() - 1] + 1
    return (salida + linea[cursor:].lstrip(" .,;") if cursor else linea).strip() if cursor else linea


@cache
def _juntan() -> re.Pattern[str]:
    """The words between two who answer together, with what stands before them and the article after."""
    return re.compile(rf"(?:,|(?<![\s,]))\s++(?:{alternativas(_frases_que_juntan())})(?:l|\s++(?:el|la|los|las))?\s++")


def _frases_que_juntan() -> list[str]:
    """The phrases of the vocabulary, a participle in each gender and number."""
    frases = []
    for frase in unidades().juntan:
        cabeza, _, por = frase.partition("o por")
        frases += [f"{cabeza}{fin} por" for fin in ("o", "a", "os", "as")] if _ or por else [frase]
    return frases


@cache
def _abren_juntan() -> frozenset[str]:
    """First words of ``_juntan``: without one of them it finds nothing."""
    primeras = [plegar_frase(frase).split()[0] for frase in _frases_que_juntan()]
    return frozenset(primeras) | {f"{p}l" for p in primeras}


@cache
def _verbos() -> str:
    return rf"(?:{alternativas(cargos().rotulos_verbo)})n?"


@cache
def _de_verbo() -> re.Pattern[str]:
    """ "Ejecuta:", "Supervisan:"; alone in brackets too."""
    return re.compile(rf"(?<![a-z]){_verbos()}\s?:\s*+|{_verbo_solo().pattern}")


@cache
def _verbo_solo() -> re.Pattern[str]:
    """ "(apoya)": all that may be found of ``_de_verbo`` where there is no colon."""
    return re.compile(rf"\(\s?{_verbos()}\s?\)")


@cache
def _en_parentesis() -> re.Pattern[str]:
    """ "(apoya: ...)", "(con apoyo de ...)": what is kept is the group."""
    notas = alternativas([n for formas in cargos().rotulos_cargo.values() for n in formas])
    juntan = alternativas([f for f in unidades().juntan if not f.endswith("o por")])
    return re.compile(rf"\(\s?(?:(?:{_verbos()}|{notas})\s?:|{juntan}|{_verbos()})\s++(?:el |la |los |las )?([^()]{{3,}})\)")


@cache
def _de_cargo() -> re.Pattern[str]:
    """ "Apoyo:" (a role only before a person)."""
    notas = alternativas([n for formas in cargos().rotulos_cargo.values() for n in formas])
    return re.compile(rf"(?:^|(?<=[.;,/(–-])|(?<=[.;,/(–-]\s))(?:{notas})\s?:\s*+")
