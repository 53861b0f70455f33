"""Lines that name a region and leave open which others they mean."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from extractor.comun.texto import romano
from extractor.modelo.valores import Division
from extractor.normalizadores.region.mencion import Mencion
from extractor.normalizadores.region.nombres import enlaces, palabras_hasta
from extractor.normalizadores.region.palabra import Palabra
from extractor.normalizadores.region.union_menciones import entre_dos
from extractor.vocabularios.base import alternativas, plegar_frase
from extractor.vocabularios.regiones import regiones_de, vocabulario


@cache
def _abren() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{alternativas(vocabulario().quedan_abiertas)})(?![a-z])")


_UNA = re.compile(r"0?1 region")
"""A number or a count; of other figures the singular tells."""


_UNA_U_OTRA = frozenset({"o", "u"})
MAYOR_REGION = 16
"""The highest number of a region in any division."""
_ENTRE_PARENTESIS = re.compile(r"\((\d{2})\)")


def otra_cuenta(texto: str, division: Division) -> str | None:
    """Why "Todas las regiones (13)" does not fit the division: it counts others; None when it does."""
    otras = {int(n) for n in _ENTRE_PARENTESIS.findall(texto)} - {len(regiones_de(division))}
    return f"dice {min(otras)} y la división tiene {len(regiones_de(division))}" if otras else None


def tramo_abierto(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> str | None:
    """Why a stretch from one place to another ("de Arica a Chiloé"), or with one end only ("desde Maule"), does not say which
    regions it covers; None when there is none."""
    if len(menciones) == 1 and menciones[0].hasta is None:
        antes = [
            p.texto for p in palabras[: menciones[0].inicio] if p.texto not in ("el", "la", "los", "las", "region", "de", "del")
        ]
        if antes and antes[-1] in ("desde", "hasta"):
            return "dice un solo extremo del tramo"
    for previa, mencion in pairwise(menciones):
        entre = {p.texto for p in palabras[previa.fin : mencion.inicio]}
        if entre & palabras_hasta() and entre <= palabras_hasta() | enlaces() and "lugar" in (previa.clase, mencion.clase):
            return "un tramo entre lugares no dice qué regiones cubre"
        if "lugar" in (previa.clase, mencion.clase) and "y" in entre and entre_dos(palabras, previa.inicio):
            return "un tramo entre lugares no dice qué regiones cubre"
        if previa.clase == mencion.clase == "lugar" and entre == {"de"} and previa.codigo != mencion.codigo:
            return "un lugar de otro que no es de su región"
        if entre & _UNA_U_OTRA and not entre & {"y", "e"}:
            return "dice una región u otra"
        if len(menciones) == 2 and not entre and _partido(palabras, previa, mencion):
            return "puede ser un solo número romano partido"
    return None


def y_o(palabras: tuple[Palabra, ...]) -> bool:
    """Whether the line says "y/o": both, or one of them."""
    return any(a.texto in ("y", "e") and b.texto in _UNA_U_OTRA for a, b in pairwise(palabras))


def _partido(palabras: tuple[Palabra, ...], previa: Mencion, mencion: Mencion) -> bool:
    """Whether two Roman numbers with only a blank between them may be one ("VI I")."""
    una, otra = palabras[previa.fin - 1], palabras[mencion.inicio]
    if otra.antes or una.ordinal or otra.ordinal or not (previa.clase == mencion.clase == "numero"):
        return False
    junto = romano(una.texto + otra.texto)
    return junto is not None and junto <= MAYOR_REGION and None not in (romano(una.texto), romano(otra.texto))


_REGIONES_Y = ("regiones y ", "regiones e ", "las regiones y ", "las regiones e ")
_MARCA = re.compile(r"[ivx]|[(\[]?\s?[ivxIVX]\s?[)\]]")
"""A box ticked, or the number of an item ("x", "(X)", "i)")."""
_INICIALES = re.compile(r"(?:[^\W\d_]\s?\.\s?)+[^\W\d_]\s?\.?")
"""Single letters with a stop after each ("A.I."): none of them is a region's number for sure."""


@cache
def _siglas_de_region() -> frozenset[str]:
    """Names of regions by their initials, without the stops ("rm")."""
    nombres = (plegar_frase(n.texto) for r in vocabulario().regiones for n in r.fuertes)
    return frozenset(re.sub(r"[^a-z]", "", n) for n in nombres if "." in n or len(n) <= LARGO_SIGLA)


LARGO_SIGLA = 3
_PUNTOS = re.compile(r"[,;]\s*(?:\.\.+|…)|,[^.…]*\w\s?(?:\.{3}|…)$")
"""What leaves a list open ("I, II, ...")."""


def queda_abierta(texto: str) -> str | None:
    """Why the line does not say which regions are meant, though it names one ("Maule y otras", "1 región"); None when it does."""
    plegado = plegar_frase(texto).strip(" .")
    if _PUNTOS.search(texto.rstrip()):
        return "la lista queda abierta"
    if _UNA.fullmatch(plegado):
        return "puede ser una cuenta: una región"
    if plegado.startswith(_REGIONES_Y):
        return "«regiones» puede decir que hay otras"
    if _INICIALES.fullmatch(texto.strip()) and plegado.replace(".", "").replace(" ", "") not in _siglas_de_region():
        return "las iniciales pueden ser de otra cosa"
    if _MARCA.fullmatch(texto.strip()):
        return "puede ser una marca o la letra de una lista"
    if "?" in plegado:
        return "lo pregunta"
    return "no dice qué otras regiones son" if _abren().search(plegado) is not None else None
