"""Regions named where no label announces them: a heading that is a region, a title that ends in one, a column.

Only whole names count ("Región del Maule", "... GT 2007 – IX de la Araucanía"): a sentence that mentions a place states
no context. Whose region it then is, and how surely, is for the normaliser to say.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.texto import palabras, romano, sin_marcas_nota
from extractor.vocabularios.regiones import vocabulario

_ENLACES = frozenset({"de", "del", "la", "el", "y"})
_ROTULOS = frozenset({"region", "reg"})
_CORTES = re.compile(r"\s[-–—]\s|[:,(]|\s(?=regi[oó]n\b)|\s(?=regional\b)", re.IGNORECASE)
_LARGO_TITULO = 200
_NUMERO = re.compile(r"^(\d{1,2})(?:a|o|ª|°|era|ta|va)?$")
_LUGAR = re.compile(r"^\s*(?:\d{1,2}|[a-h])\s*(?:\.\s?-|[.)])\s*(?=regi[oó]n|direcci[oó]n|[ivx]+\s)", re.IGNORECASE)
_AMBITOS = frozenset({"nivel central", "todas regiones", "todas las regiones"})


@cache
def _nombres() -> frozenset[tuple[str, ...]]:
    nombres = {_nucleo(n.texto) for r in vocabulario().regiones for n in r.fuertes}
    nombres |= {_nucleo(r.nombre) for r in vocabulario().regiones}
    return frozenset(n for n in nombres if n)


def _nucleo(texto: str) -> tuple[str, ...]:
    return tuple(p for p in palabras(texto).split() if p not in _ENLACES and p not in _ROTULOS)


def es_region(texto: str, rotulada: bool = False) -> bool:
    """Whether a whole text names a region, by its name, its number beside the word "región", or both. ``rotulada``: it
    stands under that word already.

    >>> es_region("IX DE LA ARAUCANIA"), es_region("VII Región"), es_region("Dirección de Vialidad")
    (True, True, False)
    """
    limpio = sin_numero(sin_marcas_nota(texto)).strip(" .:()–-")
    plano = palabras(limpio)
    if plano in _AMBITOS:
        return True
    trozos = plano.split()
    rotulada = rotulada or any(t in _ROTULOS for t in trozos)
    nucleo = list(_nucleo(limpio))
    numerada = False
    while nucleo and _es_numero(nucleo[0]):
        nucleo.pop(0)
        numerada = True
    return (tuple(nucleo) in _nombres()) if nucleo else (numerada and rotulada)


def _es_numero(trozo: str) -> bool:
    if trozo == "rm":
        return True
    hallado = _NUMERO.match(trozo)
    valor = int(hallado[1]) if hallado else romano(trozo)
    return valor is not None and 1 <= valor <= 16


def sin_numero(texto: str) -> str:
    """A heading without the number of its place in the report ("2. Región de Los Lagos"); "2ª Región" keeps its own."""
    return _LUGAR.sub("", texto, count=1)


def es_titulo_de_region(texto: str) -> bool:
    """A heading that is a region and nothing else, with the word in it ("REGIÓN DE COQUIMBO", "Dirección Regional Maule")."""
    plano = palabras(sin_numero(texto))
    for cabeza in ("direccion regional", "oficina regional"):
        if plano.startswith(cabeza + " "):
            return es_region(plano[len(cabeza) :])
    return any(t in _ROTULOS for t in plano.split()) and es_region(texto)


def region_al_final(texto: str) -> str | None:
    """The region that a title ends in, after a dash, a colon, a comma or the word "Región"; None when it ends in none.

    >>> region_al_final("Programa de Trabajo GT 2007 – IX DE LA ARAUCANIA")
    'IX DE LA ARAUCANIA'
    """
    limpio = sin_marcas_nota(texto).strip()
    if len(limpio) > _LARGO_TITULO or limpio.endswith((".", ";")):
        return None
    for corte in _CORTES.finditer(limpio):
        cola = re.sub(r"^regional\b", "", limpio[corte.end() :].strip(" ):–-"), flags=re.IGNORECASE).strip()
        if cola and es_region(cola):
            return cola
    return None
