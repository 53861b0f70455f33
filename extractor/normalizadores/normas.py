"""Legal references of a text: laws, decrees, instructions, conventions and standards, with number and year."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.vocabularios.base import plegar_con_lugares

Norma = dict[str, str | int | None]

_NUMERO = r"(?:n\s*[°ºo.]*\s*)?(?P<{0}>\d{{1,2}}[.,]\d{{3}}|\d{{1,5}}(?:-\d{{1,2}}[.,]\d{{3}})?)"
_FORMAS: tuple[tuple[str, str], ...] = (
    ("ley", r"\bley(?:es)?\s+(?:organica\s+constitucional\s+)?" + _NUMERO.format("ley")),
    (
        "decreto",
        r"\b(?:decretos?(?:\s+con\s+fuerza\s+de\s+ley|\s+ley|\s+supremo|\s+exento|\s+de\s+hacienda)?|d\.?\s?f\.?\s?l\.?|d\.\s?s\.|d\.\s?l\.)"
        r"\s*(?:\([^)]{1,25}\)\s*)?" + _NUMERO.format("decreto"),
    ),
    ("instructivo", r"\binstructivos?(?:\s+presidencial(?:es)?)?\s+" + _NUMERO.format("instructivo")),
    ("norma", r"\b(?:normas?\s+)?(?:nch[\s-]*)?iso\s*[-/]?\s*(?P<norma>\d{4,5})|\bnch\s*(?P<nch>\d{2,5})"),
    (
        "convencion",
        r"\bconvencion(?:\s+(?:internacional|interamericana|americana))?\s+(?:sobre|de|para|contra|por|relativa)\b|\bcedaw\b",
    ),
    (
        "otro",
        r"\b(?:resolucion(?:\s+exenta)?|circular|oficio(?:\s+(?:circular|ordinario))?)\s+n\s*[°ºo.]+\s*(?P<otro>\d{1,2}[.,]\d{3}|\d{1,5})",
    ),
)
_REGEX = re.compile("|".join(f"(?P<t_{tipo}>{forma})" for tipo, forma in _FORMAS))
_OTRA_LEY = re.compile(r"\s*(?:,|y|e)\s*(?:la\s+)?n\s*[°ºo.]+\s*(\d{1,2}[.,]\d{3})")
_ANIO = re.compile(r"(?<![\d.,])(19\d{2}|20\d{2})(?![\d%])")
_CEDAW = re.compile(r"\bcedaw\b")
ALCANCE_ANIO = 90
"""Characters after a reference within which its year is looked for; the next reference ends the search."""


@lru_cache(maxsize=2048)
def _buscar(texto: str) -> tuple[tuple[str, str | None, int | None], ...]:
    plegado, _ = plegar_con_lugares(texto)
    halladas: list[tuple[str, str | None, int | None]] = []
    cubierto = 0
    for marca in _REGEX.finditer(plegado):
        tipo = next(nombre[2:] for nombre, valor in marca.groupdict().items() if nombre.startswith("t_") and valor)
        if marca.start() < cubierto:
            continue
        crudo = next((marca[g] for g in ("ley", "decreto", "instructivo", "norma", "nch", "otro") if marca[g]), None)
        siguiente = _REGEX.search(plegado, marca.end())
        hasta = min(len(plegado), marca.end() + ALCANCE_ANIO, siguiente.start() if siguiente else len(plegado))
        if tipo == "convencion":
            # The acronym that closes a convention's own name is not a second one.
            propia = _CEDAW.search(plegado, marca.end(), min(len(plegado), marca.end() + 160))
            cubierto = propia.end() if propia and "\n" not in plegado[marca.end() : propia.start()] else 0
        fin_linea = plegado.find("\n", marca.end())
        hasta = hasta if fin_linea < 0 else min(hasta, fin_linea)
        anio = _ANIO.search(plegado, marca.end(), hasta)
        halladas.append((tipo, _canonico(tipo, crudo), int(anio.group()) if anio else None))
        lugar = marca.end()
        while tipo == "ley" and (otra := _OTRA_LEY.match(plegado, lugar)):
            halladas.append((tipo, _canonico(tipo, otra.group(1)), None))
            lugar = otra.end()
    return tuple(halladas)


def _canonico(tipo: str, crudo: str | None) -> str | None:
    """Law numbers with a dot between thousands ("20,212", "20212" -> "20.212"); the others as printed."""
    if crudo is None or tipo != "ley":
        return crudo
    cifras = re.sub(r"\D", "", crudo)
    return f"{cifras[:-3]}.{cifras[-3:]}" if len(cifras) > 3 else cifras


def buscar_normas(texto: str) -> tuple[Norma, ...]:
    """Every norm mentioned, in order, each once; a later mention adds the year that the first one lacked.

    >>> buscar_normas("Ley 19.553, febrero 1998")
    ({'tipo': 'ley', 'numero': '19.553', 'anio': 1998},)
    """
    vistas: dict[tuple[str, str | None], Norma] = {}
    for tipo, numero, anio in _buscar(texto):
        norma = vistas.setdefault((tipo, numero), {"tipo": tipo, "numero": numero, "anio": anio})
        if norma["anio"] is None:
            norma["anio"] = anio
    return tuple(dict(norma) for norma in vistas.values())
