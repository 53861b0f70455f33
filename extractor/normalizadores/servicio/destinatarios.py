"""Those whom a report is sent to: the list that a cover or a letter gives of them says nothing of whose report it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.comun.texto import palabras
from extractor.normalizadores.servicio.menciones import menciones
from extractor.vocabularios.textos import palabras_de

PALABRAS_MAXIMO = 14
"""Words of the longest line of such a list."""
COLUMNAS_MAXIMO = 4
"""Columns of the widest table of them: a form's own is wider where it has a column of those who benefit."""
_VINETA = re.compile(r"^\W*(?:\(?[\da-z]{1,2}[.)\-]+\s+)?")


@cache
def _rotulos() -> frozenset[str]:
    return frozenset(palabras(r) for r in palabras_de("destinatarios"))


def rotula_destinatarios(texto: str) -> bool:
    """Whether a text is the label of such a list, and nothing else.

    >>> [rotula_destinatarios(x) for x in ("DISTRIBUCIÓN:", "c.c.:", "Distribución de los productos")]
    [True, True, False]
    """
    return palabras(texto) in _rotulos()


def es_tabla_de_destinatarios(filas: Sequence[Sequence[str]]) -> bool:
    """Whether the rows of a table, as the texts of their cells, are such a list: by a label in its header."""
    cabeza = next((f for f in filas if any(f)), ())
    return len(cabeza) <= COLUMNAS_MAXIMO and any(map(rotula_destinatarios, cabeza))


def sin_destinatarios(texto: str) -> str:
    """The text without the lines of such lists: the label's own and those after it that name a body or say how it is sent."""
    quedan: list[str] = []
    en_lista = False
    for linea in texto.splitlines():
        rotula = rotula_destinatarios(linea) or rotula_destinatarios(linea.partition(":")[0])
        en_lista = rotula or (en_lista and (not linea.strip() or _es_de_la_lista(linea)))
        if not en_lista:
            quedan.append(linea)
    return "\n".join(quedan)


def _es_de_la_lista(linea: str) -> bool:
    dichas = palabras(linea).split()
    if len(dichas) > PALABRAS_MAXIMO:
        return False
    propia = palabras(_VINETA.sub("", linea)).split()
    dice_como = not propia or propia[0].isdigit() or propia[0].startswith(palabras_de("en_distribucion"))
    return dice_como or next(iter(menciones(linea)), None) is not None
