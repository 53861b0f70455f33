"""Fields ([MS-DOC] 2.8.25): 0x13 code 0x14 result 0x15, one inside another. The result is what a person sees."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.lectores.doc.caracteres import Tramo

_MARCA = re.compile("[\x13\x14\x15]")
_CELDA = re.compile("\x07")
_FORMULARIO = re.compile(r"^\s*FORM(?:CHECKBOX|DROPDOWN)\b")


def codigos(texto: str, desde: int, hasta: int) -> tuple[list[Tramo], list[Tramo]]:
    """The stretches that hold the code of a field, and which of them are form boxes or lists, whose value is no text.

    A mark without its pair opens nothing: losing a mark must not swallow the rest of the document. Nor does a code
    that runs over the end of a cell.
    """
    celdas = [marca.start() for marca in _CELDA.finditer(texto, desde, hasta)] if texto.find("\x13", desde, hasta) >= 0 else []
    abiertos: list[tuple[int, int | None]] = []
    tramos: list[Tramo] = []
    formularios: list[Tramo] = []
    for marca in _MARCA.finditer(texto, desde, hasta):
        lugar, signo = marca.start(), marca.group()
        if signo == "\x13":
            abiertos.append((lugar, None))
        elif abiertos and signo == "\x14":
            inicio, corte = abiertos.pop()
            abiertos.append((inicio, lugar if corte is None else corte))
        elif abiertos:
            inicio, corte = abiertos.pop()
            fin = lugar if corte is None else corte
            if bisect_left(celdas, inicio) == bisect_left(celdas, fin):
                tramos.append((inicio, fin))
                if _FORMULARIO.match(texto[inicio + 1 : min(fin, inicio + 40)]):
                    formularios.append((inicio, fin))
    return tramos, formularios


def unir(tramos: list[Tramo]) -> list[Tramo]:
    """The same stretches in order, those that touch or overlap made one."""
    unidos: list[Tramo] = []
    for desde, hasta in sorted(t for t in tramos if t[0] < t[1]):
        if unidos and desde <= unidos[-1][1]:
            unidos[-1] = (unidos[-1][0], max(hasta, unidos[-1][1]))
        else:
            unidos.append((desde, hasta))
    return unidos
