"""The region that the sentence announcing a table names ("En la Región de Aysén se informa lo siguiente.").

Only a sentence right above a table, which speaks of the report or says that something follows, or which opens with the
region itself, and only one region, by a name that the word "región" accompanies.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.texto import palabras
from extractor.formatos.regiones.en_titulo import es_region
from extractor.vocabularios.regiones import vocabulario
from extractor.vocabularios.textos import palabras_de

_PALABRA = re.compile(r"[^\W_]+[ªº°]?")
_ENLACES = frozenset({"de", "del", "la", "el", "los", "las", "y", "e"})
_ARTICULOS = frozenset({"la", "el", "los", "las"})
_PALABRAS_DE_NOMBRE = 8
_PALABRAS_DE_TITULO = 12
"""Words before a region's name in the longest line that is a heading and no sentence."""
_LARGO_ORACION = 400
_ORACION = re.compile(r"(?<=[^\W\d]{3})[.;]\s+")
_DETIENE = re.compile(r"[.;:]\s")


@cache
def _excluyen() -> tuple[str, ...]:
    frases = (*vocabulario().excepto, *palabras_de("niegan"))
    return tuple(f" {palabras(f)} " for f in frases)


def es_de_la_region(texto: str, region: str) -> bool:
    """Whether a line that names a region may be about it: a short one, where the region is not whom something is done with or
    sent to.

    >>> [es_de_la_region(t, "Región de Aysén") for t in ("Avance - Región de Aysén", "Obras con la Región de Aysén")]
    [True, False]
    """
    antes = texto[: max(texto.rfind(region), 0)]
    return len(antes.split()) <= _PALABRAS_DE_TITULO and not _es_otra(texto, region)


def _es_otra(oracion: str, region: str) -> bool:
    """Whether the words before a region make it the other party of what is told ("con la Región de Aysén")."""
    antes = palabras(oracion[: max(oracion.rfind(region), 0)]).split()
    while antes and antes[-1] in _ARTICULOS:
        antes.pop()
    return bool(antes) and antes[-1] in palabras_de("con_otra")


def region_anunciada(texto: str, *, corrige: bool = False) -> str | None:
    """The one region that a paragraph above a table announces; None when it names none or several, or leaves some out.
    ``corrige``: against another region told before, for which it does not do to speak of a programme or a report.

    >>> region_anunciada("En la Región de Aysén se informa lo siguiente."), region_anunciada("Se viajó a la Región de Aysén.")
    ('Región de Aysén', None)
    """
    halladas: dict[str, str] = {}
    for oracion in _ORACION.split(texto):
        nombradas = _regiones(oracion)
        if not nombradas:
            continue
        if nombradas is _VARIAS or any(f in f" {palabras(oracion)} " for f in _excluyen()):
            return None
        if not (_anuncia(oracion, corrige) or any(oracion.lstrip().startswith(n) for n in nombradas)):
            continue
        if any(_es_otra(oracion, n) for n in nombradas):
            return None
        halladas |= {palabras(n): n for n in nombradas}
    return next(iter(halladas.values())) if len(halladas) == 1 else None


def regiones_nombradas(texto: str) -> tuple[str, ...]:
    """The regions that a sentence names one by one, each beside the word.

    >>> regiones_nombradas("El desempeño de la Región de Aysén es de 85%")
    ('Región de Aysén',)
    """
    halladas = _regiones(texto)
    return () if halladas is _VARIAS else halladas


_VARIAS = ("",)
"""Stands for regions named in the plural."""


def _anuncia(oracion: str, corrige: bool) -> bool:
    dichas = palabras_de("anuncian") if corrige else (*palabras_de("informado"), *palabras_de("anuncian"))
    return any(p.startswith(dichas) for p in palabras(oracion).split())


def _regiones(oracion: str) -> tuple[str, ...]:
    """The regions that a sentence names with the word, as written; ``_VARIAS`` for a plural."""
    if len(oracion) > _LARGO_ORACION:
        return ()
    sueltas = list(_PALABRA.finditer(oracion))
    nombradas: list[str] = []
    for sitio, dicha in enumerate(sueltas):
        plana = palabras(dicha.group())
        if plana == "regiones":
            return _VARIAS
        if plana != "region":
            continue
        for desde in (sitio - 1, sitio) if sitio else (sitio,):
            hallada = _la_mas_larga(oracion, sueltas, desde, sitio)
            if hallada is not None:
                nombradas.append(hallada)
                break
    return tuple(nombradas)


def _la_mas_larga(oracion: str, sueltas: list[re.Match[str]], desde: int, sitio: int) -> str | None:
    """The longest text that opens at a word, holds the word "región" and is a region."""
    for hasta in range(min(len(sueltas), sitio + _PALABRAS_DE_NOMBRE), sitio, -1):
        trozo = oracion[sueltas[desde].start() : sueltas[hasta - 1].end()]
        if {palabras(sueltas[desde].group()), palabras(sueltas[hasta - 1].group())} & _ENLACES:
            continue
        if not _DETIENE.search(trozo) and es_region(trozo):
            return trozo
    return None
