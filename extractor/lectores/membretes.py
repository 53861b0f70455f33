"""What is printed at the head or the foot of a document's pages: kept apart from its text, to tell whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractor.comun.texto import blancos
from extractor.lectores.arbol import Linea, Nodo, revisar_hondura

_LINEAS, _LARGO = 12, 200


def lineas_de_membrete(textos: Iterable[str]) -> tuple[str, ...]:
    """The distinct lines with words, in order; a page's number, and what is too long for a letterhead, is none."""
    limpias = (blancos(linea) for texto in textos for linea in texto.splitlines())
    con_palabras = (x for x in limpias if 0 < len(x) <= _LARGO and sum(c.isalpha() for c in x) > 2)
    return tuple(dict.fromkeys(con_palabras))[:_LINEAS]


def textos_de(nodos: Sequence[Nodo], hondura: int = 0) -> Iterator[str]:
    """The texts of a page's head or foot, its tables' included. Raises ErrorLectura for tables nested without end."""
    revisar_hondura(hondura)
    for nodo in nodos:
        if isinstance(nodo, Linea):
            yield nodo.texto
        else:
            for casilla in (c for fila in nodo.filas for c in fila):
                yield from textos_de(casilla.contenido, hondura + 1)
