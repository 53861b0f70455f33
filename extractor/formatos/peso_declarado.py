"""The weight of a whole programme, stated in a line of its own ("Peso del programa de trabajo (%) = 5 %")."""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras, sin_marcas_nota
from extractor.vocabularios.filas import vocabulario

_LINEA = re.compile(r"^\s*(?P<rotulo>[^=:]{4,90}?)\s*(?P<signo>[=:])\s*(?P<valor>\d{1,3}(?:[.,]\d+)?\s?%?)\s*\.?\s*$")
_PALABRAS_DEL_NOMBRE = 4
"""Words before "del programa" of a label that nobody knows, at most."""
_ENLACES = ("de", "del")


@cache
def _formas() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    formas = vocabulario().declarada
    abren, de, acompanan = (frozenset(palabras(p) for p in lista) for lista in (formas.abren, formas.de, formas.acompanan))
    return abren, de, acompanan | abren | de


def peso_declarado(texto: str) -> str | None:
    """The figure that such a line prints; None for any other line.

    >>> peso_declarado("Peso del Programa de Trabajo (%) = 5%"), peso_declarado("Peso del programa de la carga = 5%")
    ('5%', None)
    """
    linea = _LINEA.match(sin_marcas_nota(texto))
    if linea is None:
        return None
    abren, de, admitidas = _formas()
    dichas = palabras(linea["rotulo"]).split()
    if not dichas or dichas[0] not in abren or not de.intersection(dichas):
        return None
    return linea["valor"] if all(p in admitidas or p.isdigit() for p in dichas) else None


def parece_peso_declarado(texto: str) -> bool:
    """Whether a line may be one in words that nobody knows: something of the programme equals a percentage.

    >>> [parece_peso_declarado(t) for t in ("Relevancia del programa de trabajo (%) = 5%", "Inicio del programa: 5")]
    [True, False]
    """
    linea = _LINEA.match(sin_marcas_nota(texto))
    if linea is None or leer_numero(linea["valor"]) is None or peso_declarado(texto) is not None:
        return False
    if "%" not in texto or (linea["signo"] == ":" and "%" not in linea["rotulo"]):
        return False
    _, de, admitidas = _formas()
    dichas = palabras(linea["rotulo"]).split()
    sitio = next((i for i, p in enumerate(dichas) if p in de), 0)
    nombre = [p for p in dichas[:sitio] if p not in _ENLACES]
    return 0 < len(nombre) <= _PALABRAS_DEL_NOMBRE and all(p in admitidas or p.isdigit() for p in dichas[sitio:])
