"""What is printed at the head or the foot of a document's pages: kept apart from its text, to tell whose it is."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.comun.texto import blancos

_LINEAS, _LARGO = 12, 200


def lineas_de_membrete(textos: Iterable[str]) -> tuple[str, ...]:
    """The distinct lines with words, in order; a page's number, and what is too long for a letterhead, is none."""
    limpias = (blancos(linea) for texto in textos for linea in texto.splitlines())
    con_palabras = (x for x in limpias if 0 < len(x) <= _LARGO and sum(c.isalpha() for c in x) > 2)
    return tuple(dict.fromkeys(con_palabras))[:_LINEAS]
