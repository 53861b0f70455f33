"""The stage that a line titles, in words or figures ("CUARTA ETAPA DE GESTIÓN TERRITORIAL", "Etapa III, año 2009").

What stands beside the stage in its clause, and in the line, is only what such titles say: "Tercera etapa de la obra" is none.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.texto import palabras, plegar, romano
from extractor.vocabularios.textos import palabras_de

_LARGO = 200
_CLAUSULA = re.compile(r"[,.:;()–—]|\s-\s")
_NUMERO = r"\d{1,2}|[ivx]{1,4}"


@cache
def _forma() -> re.Pattern[str]:
    dichas = "|".join((*_nombres(), _NUMERO))
    return re.compile(rf"\b(?:(?P<antes>{dichas})\s?[ªº°a]?\.?\s+etapa\b|{_tras()})")


def _tras() -> str:
    """A stage whose number follows the word."""
    return rf"etapa\s+(?:n\s?[°ºoa]?\.?\s?)?\(?(?P<tras>{'|'.join((*_nombres(), _NUMERO))})\b\)?"


@cache
def _con_su_lugar() -> re.Pattern[str]:
    """The number of a heading in the report before a stage that has its own ("I. Etapa 3")."""
    return re.compile(rf"^\s*(?:(?:{_NUMERO})\s*(?:\.\s?-|[.)°\-–])?|[a-h]\s*(?:\.\s?-|[.)\-–]))\s+(?={_tras()})")


@cache
def _de_parte() -> re.Pattern[str]:
    """The part of the report that the line opens, before its stage ("Segunda parte. Etapa 4", "Capítulo II: Etapa 3")."""
    partes = "|".join(palabras_de("partes_del_informe"))
    ordinal = "|".join(f"{palabra[:-1]}[oa]?" for palabra in palabras_de("etapas_ordinales"))
    cual = rf"(?:n\s?[°ºo]?\.?\s?)?(?:{ordinal}|{'|'.join(palabras_de('etapas_cardinales'))}|{_NUMERO}|[a-h])"
    numerada = rf"(?:{partes})\s+{cual}|(?:{ordinal}|(?:{_NUMERO})[ªº°a]?)\s+(?:{partes})"
    return re.compile(rf"^\s*(?:{numerada})\s*(?:[.:,;)]|\.?\s?[\-–—])+\s+")


@cache
def _nombres() -> dict[str, int]:
    """The words for a stage's number, each with it: the lists go from the first on."""
    ordinales, cardinales = palabras_de("etapas_ordinales"), palabras_de("etapas_cardinales")
    return {palabra: numero for lista in (ordinales, cardinales) for numero, palabra in enumerate(lista, start=1)}


def etapa_dicha(texto: str) -> int | None:
    """The one stage that a line titles; None when it titles none, or says more.

    >>> [etapa_dicha(t) for t in ("Gestión Territorial 2008, cuarta etapa", "TERCERA ETAPA", "Tercera etapa de la obra")]
    [4, 3, None]
    """
    limpio = texto.strip()
    if "etapa" not in (plano := plegar(limpio)) or len(limpio) > _LARGO or limpio[-1] in ".;":
        return None
    plano, con_lugar = _con_su_lugar().subn("", plano)
    plano, con_parte = _de_parte().subn("", plano)
    numeros = {_entero(m["antes"] or m["tras"]) for m in _forma().finditer(plano)}
    clausulas = [c for c in _CLAUSULA.split(plano) if "etapa" in c]
    if len(numeros) != 1 or None in numeros or len(clausulas) != 1:
        return None
    admitidas = palabras_de("acompanan_etapa")
    if any(p not in admitidas and not p.isdigit() for p in palabras(_forma().sub(" ", clausulas[0])).split()):
        return None
    dichas = palabras(_forma().sub(" ", plano)).split()
    del_sistema = any(p in palabras_de("del_sistema") for p in dichas)
    de_titulo = any(p in palabras_de("titulan_etapa") for p in dichas)
    de_titulo = de_titulo and all(p in admitidas or p in palabras_de("siguen_etapa") or p.isdigit() for p in dichas)
    sola = con_lugar + con_parte > 0 and not dichas
    return numeros.pop() if del_sistema or de_titulo or sola or _en_mayusculas(limpio) else None


def _entero(escrito: str) -> int | None:
    if escrito.isdigit():
        return int(escrito)
    return _nombres().get(escrito) or romano(escrito)


def _en_mayusculas(texto: str) -> bool:
    """Whether the clause of the stage is printed in capitals."""
    clausula = next(c for c in _CLAUSULA.split(texto) if "etapa" in plegar(c))
    return clausula == clausula.upper()
