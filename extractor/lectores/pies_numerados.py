"""Page furniture that prints the page's number among words of its own: the same on every page but for figures, dates and Roman
numerals, one of which grows as the pages do.

Words tell nothing here ("Innova - 3", "3 / 45", "iv"): the same place on the pages does, and the number that grows.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.comun.meses import MESES
from extractor.comun.texto import plegar, romano

_FECHA = (
    r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}:\d{2}(?::\d{2})?\b"
    rf"|\b(?:\d{{1,2}} de )?(?:{'|'.join(MESES)})(?: del?)? \d{{4}}\b"
)
_FECHAS = re.compile(_FECHA)
_CAMBIA = re.compile(rf"(?P<fecha>{_FECHA})|(?P<cifra>\d+)|(?<![a-z])(?P<romano>[ivxl]+)(?![a-z])")
_CRECEN = 0.6
"""Part of the pages that follow one another where the number grows by as much."""
_TITULO = re.compile(
    r"^[(«\"]?(?!(?:pagina|pag\.?|p\.|hoja)\s)"
    r"(?:(?:[a-z.]+:?\s+)+(?:n[°o.]{1,2}\s*)?#(?:\.#)*|#(?:\.#)*[aºo°]?[.):-]*\s+[a-z .]+)[).:»\"]*$"
)
"""Words and their number with nothing between ("Objetivo 3", "2a Región"), which at a page's head are a heading's as well."""

Numeros = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Forma:
    """A line but for what changes: its folded words, with "#" and "@" for numbers and dates; and the numbers."""

    palabras: str
    numeros: Numeros

    @property
    def puede_titular(self) -> bool:
        """Whether it may be a numbered heading."""
        return bool(_TITULO.match(self.palabras))


def forma_de(texto: str) -> Forma:
    """What a line is but for what changes from page to page.

    >>> forma_de("Innova Chile - 3"), forma_de("Página iv de 45").numeros, forma_de("Impreso el 3/10/2009").palabras
    (Forma(palabras='innova chile - #', numeros=(3,)), (4, 45), 'impreso el @')
    """
    numeros: list[int] = []

    def cambiar(hallado: re.Match[str]) -> str:
        if hallado.lastgroup == "fecha":
            return "@"
        numero = int(hallado.group()[:9]) if hallado.lastgroup == "cifra" else romano(hallado.group())
        if numero is None:
            return hallado.group()
        numeros.append(numero)
        return "#"

    return Forma(_CAMBIA.sub(cambiar, plegar(texto)), tuple(numeros))


def sin_fechas(plegado: str) -> str:
    """A folded text with "@" for each date and time of day."""
    return _FECHAS.sub("@", plegado)


def crecientes(vistas: Iterable[tuple[str, int, Forma]]) -> frozenset[tuple[str, str]]:
    """Of lines seen as (end of the page, page, form), the ends and words whose number grows with the pages: by one for each."""
    por_forma: dict[tuple[str, str], dict[int, Numeros]] = defaultdict(dict)
    for lado, pagina, forma in vistas:
        if forma.numeros and not (lado == "cabeza" and forma.puede_titular):
            por_forma[lado, forma.palabras].setdefault(pagina, forma.numeros)
    return frozenset(clave for clave, paginas in por_forma.items() if _crece(paginas))


def _crece(paginas: dict[int, Numeros]) -> bool:
    """Whether one of the numbers grows as the pages do, in most that follow one another (each part may begin anew)."""
    saltos = [
        {c for c, (x, y) in enumerate(zip(paginas[a], paginas[b], strict=True)) if y - x == b - a}
        for a, b in itertools.pairwise(sorted(paginas))
    ]
    columnas = len(next(iter(paginas.values())))
    return bool(saltos) and any(sum(c in s for s in saltos) >= _CRECEN * len(saltos) for c in range(columnas))
