"""Regions said outside a line of their own: before the full stop of a longer line, or in the preamble's prose."""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.texto import palabras, plegar
from extractor.formatos.regiones.en_titulo import es_region
from extractor.vocabularios.regiones import vocabulario
from extractor.vocabularios.textos import palabras_de

_PUNTO = re.compile(r"(?<=\w|\))\s*[.;]\s+(?=\S)")
_OTRO_ROTULO = re.compile(r"(?<=\w|\))\s*[.;]\s+(?=[A-ZÁÉÍÓÚÑ][^.:;\d]{2,40}:\s)")
_ENTRE = re.compile(r"\s*[,;/]\s*|\s+(?:y|e)\s+", re.IGNORECASE)
_CON_NOMBRE = re.compile(r"[^\W\d]{4}")
"""What more than a numeral or an abbreviation holds: the stop of "II. Antofagasta" ends no line."""
_ORACION = re.compile(r"(?<=[^\W\d]{3})[.;]\s+")


@cache
def _ambitos() -> frozenset[str]:
    return frozenset(palabras(f) for f in (*vocabulario().todas, *vocabulario().nivel_central))


@cache
def _entero() -> re.Pattern[str]:
    frases = sorted((plegar(f) for f in vocabulario().todas_dentro if "region" in plegar(f)), key=lambda f: (-len(f), f))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, frases))})\b")


def son_regiones(texto: str) -> bool:
    """Whether a text after the word "Región" is regions and nothing else: one, a list of them, or a scope ("todas")."""
    return es_region(texto, rotulada=True) or es_ambito(texto) or son_varias(texto)


def son_varias(texto: str) -> bool:
    """Whether a text after the word "Regiones" is a list of regions and nothing else."""
    partes = [p for p in _ENTRE.split(texto) if p.strip()]
    return len(partes) > 1 and all(es_region(p, rotulada=True) or es_ambito(p) for p in partes)


def es_ambito(texto: str) -> bool:
    """Whether a whole text is a scope that is no single region: all of them, or the central level."""
    return palabras(texto) in _ambitos()


def hasta_el_punto(texto: str) -> str:
    """What a region line says up to its full stop, where what stands before it is regions or what comes after is another
    label; all of it otherwise, since a stop may only abbreviate.

    >>> hasta_el_punto("Todas las regiones. Fuente: oficinas"), hasta_el_punto("Lib. Bdo. O'Higgins")
    ('Todas las regiones', "Lib. Bdo. O'Higgins")
    """
    if son_regiones(texto):
        return texto
    for punto in reversed(list(_PUNTO.finditer(texto))):
        cabeza = texto[: punto.start()]
        if son_regiones(cabeza) and _CON_NOMBRE.search(cabeza):
            return cabeza
    otro = _OTRO_ROTULO.search(texto)
    return texto[: otro.start()] if otro else texto


def en_prosa(texto: str) -> str | None:
    """The words for all regions in a sentence about the programme or the report; None when there are none, or some are left
    out. Single regions in prose state no context.

    >>> en_prosa("Se informa la ejecución, en todas las regiones, del programa."), en_prosa("Hay oficinas en todo Chile.")
    ('todas las regiones', None)
    """
    fuera = {plegar(f) for f in vocabulario().excepto}.union(palabras_de("niegan"))
    informado = palabras_de("informado")
    for oracion in _ORACION.split(texto):
        plana = plegar(oracion)
        hallada = _entero().search(plana)
        if hallada is None:
            continue
        sueltas = palabras(oracion).split()
        if any(f" {f} " in f" {palabras(oracion)} " for f in fuera) or not any(p.startswith(informado) for p in sueltas):
            continue
        return hallada.group()
    return None
