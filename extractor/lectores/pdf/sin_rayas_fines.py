"""Where an unruled table ends: the closing row whose label runs over several columns, and the line that opens something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractor.lectores.pdf.lineas import Linea
from extractor.lectores.pdf.pasos import CIFRAS, paso_de
from extractor.lectores.pdf.rotulos_juntos import Columnas, en_sus_columnas

SEPARA_FILA = 1.15
"""How much farther than the lines of a cell two rows are, and than any two lines of a table what is no part of it."""
_JUNTO, _LARGO = 2.0, 60
"""How near a column is one that a label touches (points), and the letters of a closing row's label at most."""
Renglon = Sequence[Linea]


def es_cierre(renglon: Renglon, columnas: Columnas, pares: Sequence[Renglon]) -> bool:
    """Whether a line is a closing row ("Total", "Subtotal de la primera parte"): its label runs over several columns,
    and all else are figures, each in a column where the table has figures."""
    rotulo, *cifras = renglon
    if not cifras or rotulo.texto[:1].isdigit() or len(rotulo.texto) > _LARGO or not all(CIFRAS.match(x.texto) for x in cifras):
        return False
    tocadas = sum(rotulo.x0 < b + _JUNTO and rotulo.x1 > a - _JUNTO for a, b in columnas)
    if tocadas < 2 or not en_sus_columnas(cifras, columnas) or any(x.x0 < rotulo.x1 + _JUNTO for x in cifras):
        return False
    de_cifras = [x for r in pares for x in r if CIFRAS.match(x.texto)]
    return all(any(x.x0 < y.x1 and x.x1 > y.x0 for y in de_cifras) for x in cifras)


def abre_otra(renglones: Sequence[Renglon], columnas: Columnas, pares: Sequence[Renglon]) -> bool:
    """Whether the first of these lines is no part of the table above it: it stands farther from it than its lines ever do from
    each other, and the next line of several stretches does not keep to its columns, or prints its header again."""
    if not _lejos(renglones[0], pares):
        return False
    siguiente = next((r for r in renglones if len(r) > 1), None)
    if siguiente is None:
        return False
    return not en_sus_columnas(siguiente, columnas) or _letras(siguiente) == _letras(pares[0])


def fin_de(pares: Sequence[Renglon], ultima: int) -> int:
    """Where the lines of a table end: past its last whole line (``ultima``: the one after it), two more at most, or those that go
    on at the pitch of its lines, or with stretches in several columns of many; not those of a title under it, which stands
    farther from it than its lines ever do from each other."""
    menor = paso_de(pares) or min((b[0].base - a[0].base for a, b in pairwise(pares)), default=0.0)
    fin = min(len(pares), ultima + 2)
    seguidas = True
    titulo = next((n for n in range(ultima, len(pares)) if len(pares[n]) == 1 and _lejos(pares[n], pares[:n])), len(pares))
    fin = min(fin, titulo)
    for numero in range(ultima, titulo):
        paso = pares[numero][0].base - pares[numero - 1][0].base
        seguidas = (seguidas or fin == numero > ultima + 2) and paso <= SEPARA_FILA * menor
        if seguidas or len(pares[numero]) >= 3:
            fin = max(fin, numero + 1)
    return fin


def _lejos(renglon: Renglon, pares: Sequence[Renglon]) -> bool:
    mayor = max((b[0].base - a[0].base for a, b in pairwise(pares)), default=None)
    return mayor is not None and renglon[0].base - pares[-1][0].base > SEPARA_FILA * mayor


def _letras(renglon: Renglon) -> Counter[str]:
    return Counter(c for x in renglon for c in x.texto.casefold() if c.isalnum())
