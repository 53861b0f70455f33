"""A last row that stops in the middle of a phrase: what came after it was lost with the rest of the table."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import palabras
from extractor.modelo.tabla import Fila
from extractor.vocabularios.textos import palabras_de

_BLANCAS_MINIMO = 4
"""Blank cells after the last words of such a row; fewer may be what nobody filled."""


def queda_a_medias(filas: Sequence[Fila], roles: Sequence[str]) -> bool:
    """Whether the last row of a table that weighs ends in a word that something must follow, and every cell after it is blank,
    the weight too, which all the rows above have."""
    if len(filas) < 2 or "ponderacion" not in roles:
        return False
    peso = roles.index("ponderacion")
    ultima, previas = filas[-1], filas[:-1]
    llenas = [i for i, celda in enumerate(ultima.celdas) if celda.strip()]
    if not llenas or llenas[-1] >= peso or len(roles) - 1 - llenas[-1] < _BLANCAS_MINIMO:
        return False
    if not all(len(f.celdas) > peso and f.celdas[peso].strip() for f in previas):
        return False
    texto = ultima.celdas[llenas[-1]].strip()
    dichas = palabras(texto).split()
    return texto[-1:] in ",-" or (bool(dichas) and texto[-1:].isalpha() and dichas[-1] in palabras_de("piden_que_siga"))
