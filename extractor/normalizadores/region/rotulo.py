"""The label that introduces a region, and the words that say there is none."""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.texto import blancos, sin_marcas_nota
from extractor.normalizadores.region.palabras import acompanan, palabras_de
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.regiones import vocabulario


@cache
def sin_dato() -> frozenset[str]:
    return frozenset(plegar_frase(f).strip(" .") for f in vocabulario().sin_dato)


_INICIALES = re.compile(r"([a-z])(?:\s?[./-]\s?([a-z]))(?:\s?[./-]\s?([a-z]))?")


def dice_sin_dato(texto: str) -> bool:
    """Whether the text says that there is no answer, in words or by its initials however they are parted ("S/I", "n. i.")."""
    plegado = plegar_frase(texto).strip(" .()[]")
    iniciales = _INICIALES.fullmatch(plegado)
    return plegado in sin_dato() or (iniciales is not None and "/".join(filter(None, iniciales.groups())) in sin_dato())


@cache
def de_rotulo() -> frozenset[str]:
    """Words of the form's own labels: a line of them alone says nothing."""
    return frozenset(p.texto for frase in (*vocabulario().rotulos, "de la y o n") for p in palabras_de(frase))


_MARCA_ROMANA = re.compile(r"\s*(?:i{1,3}|iv|vi{0,3}|ix|x)(?=\s+\S|\s*$)")


_APARTADO = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,3}\s*[.)]?\s*[-–]?\s+(?!(?:y|e|a|al|hasta)\b)(?=[^\W\d])")
"""The number of a part of the document ("3.1 Región de Tarapacá", "2.1.- Maule"): no region is numbered so."""


def sin_rotulo(texto: str) -> str:
    """What follows the label's colon, without the number of its part of the document nor the lower-case Roman mark of a footnote;
    empty when nothing does.

    Only a label whose words are those of ``rotulos`` and ``acompanan`` is cut.
    """
    texto = _APARTADO.sub("", texto, count=1) if _APARTADO.match(texto) else texto
    antes, dos_puntos, despues = sin_marcas_nota(texto).rpartition(":")
    if not dos_puntos:
        return texto
    if not blancos(despues):
        return "" if all(p.texto in acompanan() for p in palabras_de(antes)) else antes
    palabras = {p.texto for p in palabras_de(antes, reparar=True)}
    if palabras & {"comuna", "comunas", "provincia", "provincias"} and not palabras & {"region", "regiones"}:
        return f"{antes} {despues}"  # what follows is a commune's name, which may be a region's elsewhere ("Comuna: Los Lagos")
    marca = _MARCA_ROMANA.match(despues)
    if marca is not None and re.search(r"instituci", antes, re.IGNORECASE):
        return despues[marca.end() :]
    return despues
