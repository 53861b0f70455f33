"""The weight of a whole programme, stated in a line of its own ("Peso del programa de trabajo (%) = 5 %")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras, sin_marcas_nota
from extractor.vocabularios.filas import vocabulario

_LINEA = re.compile(r"^\s*(?P<rotulo>[^=:]{4,90}?)\s*(?P<signo>[=:])\s*(?P<valor>\d{1,3}(?:[.,]\d+)?\s?%?)\s*\.?\s*$")
_FRASE = re.compile(r"^\s*(?P<antes>[^=:\d]{4,60}?)\s+(?P<valor>\d{1,3}(?:[.,]\d+)?\s?%)(?P<despues>[^=:\d%]{0,40})$")
_PALABRAS_DEL_NOMBRE = 4
"""Words before "del programa" of a label that nobody knows, at most."""
_ENLACES = ("de", "del")


@dataclass(frozen=True, slots=True)
class _Formas:
    abren: frozenset[str]
    abren_en_el_total: frozenset[str]
    total: frozenset[str]
    de: frozenset[str]
    pesan: frozenset[str]
    pesan_en_el_total: frozenset[str]
    admitidas: frozenset[str]


@cache
def _formas() -> _Formas:
    formas = vocabulario().declarada
    abren, otras, total, de = map(_juego, (formas.abren, formas.abren_en_el_total, formas.total, formas.de))
    admitidas = _juego(formas.acompanan) | abren | de | total
    return _Formas(abren, otras, total, de, _juego(formas.pesan), _juego(formas.pesan_en_el_total), admitidas)


def _juego(lista: Sequence[str]) -> frozenset[str]:
    return frozenset(palabras(p) for p in lista)


def _solo_admitidas(dichas: Sequence[str]) -> bool:
    return all(p in _formas().admitidas or p.isdigit() for p in dichas)


def peso_declarado(texto: str) -> str | None:
    """The figure that such a line prints, after its label or in a sentence of its own; None for any other line.

    >>> peso_declarado("Peso del Programa de Trabajo (%) = 5%"), peso_declarado("Peso del programa de la carga = 5%")
    ('5%', None)
    >>> peso_declarado("Este programa pesa el 5% del total"), peso_declarado("Este programa ahorra el 5% del total")
    ('5%', None)
    """
    formas = _formas()
    limpio = sin_marcas_nota(texto)
    linea = _LINEA.match(limpio)
    if linea is None:
        return _en_frase(limpio)
    dichas = palabras(linea["rotulo"]).split()
    if not dichas or not formas.de.intersection(dichas):
        return None
    con_total = bool(formas.total.intersection(dichas[1:])) and "%" in texto
    if dichas[0] not in formas.abren and not (con_total and dichas[0] in formas.abren_en_el_total):
        return None
    return linea["valor"] if _solo_admitidas(dichas[1:]) else None


def _en_frase(texto: str) -> str | None:
    """The figure of a line that says it with a verb of which the programme is the subject, or with no sign before the figure."""
    formas = _formas()
    linea = _FRASE.match(texto)
    if linea is None:
        return None
    antes, despues = palabras(linea["antes"]).split(), palabras(linea["despues"]).split()
    if formas.abren.intersection(antes) and formas.de.intersection(antes) and _solo_admitidas([*antes, *despues]):
        return linea["valor"]
    verbo = next((i for i, p in enumerate(antes) if p in formas.pesan | formas.pesan_en_el_total), 0)
    otras = [*antes[:verbo], *antes[verbo + 1 :], *despues]
    if not formas.de.intersection(antes[:verbo]) or not _solo_admitidas(otras):
        return None
    return linea["valor"] if antes[verbo] in formas.pesan or formas.total.intersection(despues) else None


def parece_peso_declarado(texto: str) -> bool:
    """Whether a line may be one in words that nobody knows: something of the programme equals a percentage.

    >>> [parece_peso_declarado(t) for t in ("Trascendencia del programa (%) = 5%", "Inicio del programa: 5")]
    [True, False]
    """
    linea = _LINEA.match(sin_marcas_nota(texto))
    if linea is None or leer_numero(linea["valor"]) is None or peso_declarado(texto) is not None:
        return False
    if "%" not in texto or (linea["signo"] == ":" and "%" not in linea["rotulo"]):
        return False
    formas = _formas()
    dichas = palabras(linea["rotulo"]).split()
    sitio = next((i for i, p in enumerate(dichas) if p in formas.de), 0)
    nombre = [p for p in dichas[:sitio] if p not in _ENLACES]
    return 0 < len(nombre) <= _PALABRAS_DEL_NOMBRE and _solo_admitidas(dichas[sitio:])
