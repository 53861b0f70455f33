"""Who signs a report or one of its parts: the lines of a name, a position and an office, which are no section's text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractor.comun.meses import MESES
from extractor.comun.texto import ordinal, palabras, plegar, tiene_vineta
from extractor.modelo.documento import Parrafo
from extractor.vocabularios.responsables import formas_de_cargo
from extractor.vocabularios.textos import palabras_de

_LINEAS, _PALABRAS = 6, 10
"""Lines among which a signature stands, and words of its longest line."""
_PALABRAS_DE_NOMBRE, _PALABRAS_DE_CIERRE = 3, 24
_NOMBRE = re.compile(r"^(?:[A-ZÁÉÍÓÚÑ][\w'’.-]*|de|del|la|las|los|y)(?:\s+(?:[A-ZÁÉÍÓÚÑ][\w'’.-]*|de|del|la|las|los|y)){1,5}$")


_RAYA = re.compile(r"^[-_–—.\s]{5,}$")
_FECHA = re.compile(rf"^(?:[a-zñ .'-]{{3,40}}, )?(?:a )?(?:\d{{1,2}} de )?(?:{'|'.join(MESES)}) (?:del? )?(?:ano )?\d{{4}}\.?$")


def sin_firma(parrafos: Sequence[Parrafo]) -> tuple[Parrafo, ...]:
    """The paragraphs without a signature at their end: a position that opens its line, with the name above it if one stands
    there. They are all kept when no position closes them, since a short line may be text."""
    desde = len(parrafos)
    while desde > max(0, len(parrafos) - _LINEAS) and _corta(parrafos[desde - 1].texto):
        desde -= 1
    for indice in range(desde, len(parrafos)):
        if _es_cargo(parrafos[indice].texto):
            inicio = indice - 1 if indice > desde and _NOMBRE.match(parrafos[indice - 1].texto.strip()) else indice
            return tuple(parrafos[:inicio])
    return tuple(parrafos)


def sin_cierre(parrafos: Sequence[Parrafo]) -> tuple[Parrafo, ...]:
    """The last paragraphs of a report without who made it and where and when: a line that says so ("Elaborado por: ...") or a
    place with its date, and the names under it. The first one is always kept."""
    propios = sin_firma(parrafos)
    for indice in range(max(1, len(propios) - _LINEAS), len(propios)):
        if _cierra(propios[indice].texto) and all(_cierra(p.texto) or _de_persona(p.texto) for p in propios[indice:]):
            return propios[:indice]
    return propios


def _cierra(texto: str) -> bool:
    """Whether a line says who made the report, or is a place with its date."""
    rotulo, dos_puntos, dicho = texto.partition(":")
    quien = palabras(rotulo).split()
    hecho = len(quien) > 1 and quien[-1] == "por" and quien[0].startswith(palabras_de("hechos_por"))
    suyo = bool(dos_puntos and dicho.strip()) and hecho and len(texto.split()) <= _PALABRAS_DE_CIERRE
    return suyo or ("," in texto and any(c.isdigit() for c in texto.split(",")[1][:4]) and _es_fecha(texto.strip()))


def _de_persona(texto: str) -> bool:
    """Whether a line is a name, with the position or the unit after a comma."""
    nombre = texto.partition(",")[0].strip()
    return _corta(texto) and _NOMBRE.match(nombre) is not None


def desde_el_nombre(parrafos: Sequence[Parrafo]) -> int:
    """Where the signature that closes a cell begins: a full name in a paragraph of its own above a position; as many as there
    are without one. A position alone, or under two words, may be the cell's text."""
    desde = len(sin_firma(parrafos))
    if desde == len(parrafos) or not desde or not parrafos[desde].hueco:
        return len(parrafos)
    texto = parrafos[desde].texto.strip()
    completo = len(texto.split()) >= _PALABRAS_DE_NOMBRE and _NOMBRE.match(texto) and not _es_cargo(texto)
    return desde if completo else len(parrafos)


def firma_con_oficina(parrafos: Sequence[Parrafo], sitio: int) -> tuple[int, int] | None:
    """The first paragraph of the signature where the office at ``sitio`` stands, and the one after it; None where none is seen:
    a name, a position or a rule to sign on right above the office, or a date right below it."""
    desde, hasta = sitio, sitio + 1
    while desde and sitio - desde < _LINEAS and _firma(parrafos[desde - 1].texto):
        desde -= 1
    while hasta < len(parrafos) and _es_fecha(parrafos[hasta].texto):
        hasta += 1
    return (desde, hasta) if desde < sitio or hasta > sitio + 1 else None


def _firma(texto: str) -> bool:
    """Whether a line may be one of a signature above its office."""
    limpio = texto.strip()
    if _RAYA.match(limpio) or _es_fecha(limpio):
        return True
    return _corta(limpio) and (_es_cargo(limpio) or _NOMBRE.match(limpio) is not None)


def _es_fecha(texto: str) -> bool:
    return _FECHA.match(plegar(texto)) is not None


def _corta(texto: str) -> bool:
    limpio = texto.strip()
    suelta = not limpio.endswith((".", ";", ":", ",")) and not tiene_vineta(limpio) and ordinal(limpio) is None
    return suelta and len(limpio.split()) <= _PALABRAS and not any(c.isdigit() for c in limpio)


@lru_cache(maxsize=1024)
def _es_cargo(texto: str) -> bool:
    """Whether a line opens with a position, capitalised."""
    trozos = plegar(texto).split()
    if not texto[:1].isupper():
        return False
    return any(" ".join(trozos[:largo]) in formas_de_cargo() for largo in (3, 2, 1) if len(trozos) >= largo)
