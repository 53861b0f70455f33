"""Words with boxes -> printed lines with a base and a type size, and back to characters for the paragraph rebuilding.

A word's box ends where its ink does: "para" stands lower than "casa". The foot of a line is that of its words without
descenders, and its size comes from capitals, ascenders and digits.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.lectores.escaneo.ocr import Palabra
from extractor.lectores.pdf.lineas import Letra

ALTO_MAYUSCULA = 0.72
"""Height of a capital by its type size; of a small letter ``ALTO_X``."""
ALTO_X = 0.53
CAIDA = 0.22
SOLAPE = 0.35
MISMO_TAMANO = 0.22
"""Sizes read from ink vary so much within one type."""
_CON_CAIDA = set("gjpqyçQJ,;()[]{}|/@$µ§_¿¡")
_ALTAS = set("bdfhkltABCDEFGHIKLMNOPRSTUVWXYZÁÉÍÓÚÑ0123456789áéíóúñi%")
_MEDIAS = set("aceimnorsuvwxz")
_ANGOSTAS = set("iljtfI1.,;:!|'()[] ")


@dataclass(frozen=True, slots=True)
class Renglon:
    """The words of one printed line from left to right, its foot and its type size, in pixels."""

    palabras: tuple[Palabra, ...]
    base: float
    tamano: float


def en_renglones(palabras: Sequence[Palabra]) -> list[Renglon]:
    """The lines of a column of text, from the top: tesseract's own, those that stand beside each other at one height
    put together."""
    grupos: dict[tuple[int, ...], list[Palabra]] = {}
    for palabra in palabras:
        grupos.setdefault(palabra.linea, []).append(palabra)
    renglones: list[Renglon] = []
    for renglon in sorted((_renglon(g) for g in grupos.values()), key=lambda r: (r.base, r.palabras[0].x0)):
        previo = renglones[-1] if renglones else None
        misma = previo is not None and renglon.base - previo.base <= SOLAPE * min(previo.tamano, renglon.tamano)
        if misma and previo is not None and _al_lado(previo, renglon):
            renglones[-1] = _renglon([*previo.palabras, *renglon.palabras])
        else:
            renglones.append(renglon)
    return renglones


def _al_lado(uno: Renglon, otro: Renglon) -> bool:
    """Whether no word of one stands over a word of the other."""
    return not any(min(a.x1, b.x1) - max(a.x0, b.x0) > 2 for a in uno.palabras for b in otro.palabras)


def _renglon(grupo: list[Palabra]) -> Renglon:
    palabras = tuple(sorted(grupo, key=lambda p: (p.x0, p.x1)))
    pies = [p.y1 for p in palabras if any(c.isalnum() for c in p.texto) and not _CON_CAIDA & set(p.texto)]
    alto = max(p.y1 - p.y0 for p in palabras)
    base = float(statistics.median(pies)) if pies else max(p.y1 for p in palabras) - CAIDA * alto / (ALTO_MAYUSCULA + CAIDA)
    altas = [base - p.y0 for p in palabras if _ALTAS & set(p.texto) and base - p.y0 > 3]
    medias = [base - p.y0 for p in palabras if _MEDIAS & set(p.texto) and base - p.y0 > 3]
    if altas:
        tamano = statistics.median(altas) / ALTO_MAYUSCULA
    elif medias:
        tamano = statistics.median(medias) / ALTO_X
    else:
        tamano = float(alto)
    return Renglon(palabras, base, tamano)


def tamanos_parejos(renglones: Sequence[Renglon], comun: float | None = None) -> list[float]:
    """The size of each line, those near the commonest one made equal to it."""
    if not renglones:
        return []
    referencia = comun or statistics.median(r.tamano for r in renglones for _ in r.palabras)
    return [referencia if abs(r.tamano / referencia - 1) <= MISMO_TAMANO else r.tamano for r in renglones]


def letras_de(renglon: Renglon, tamano: float, escala: float) -> list[Letra]:
    """The line's characters as a text layer would give them (points): each word's width dealt out to its letters."""
    arriba, abajo = (renglon.base - 0.78 * tamano) * escala, (renglon.base + CAIDA * tamano) * escala
    letras: list[Letra] = []
    for palabra in renglon.palabras:
        pesos = [0.55 if c in _ANGOSTAS else 1.0 for c in palabra.texto]
        paso = (palabra.x1 - palabra.x0) / sum(pesos)
        x = float(palabra.x0)
        for caracter, peso in zip(palabra.texto, pesos, strict=True):
            if caracter == " ":
                x += paso * peso
                continue
            letras.append(Letra(caracter, x * escala, arriba, (x + paso * peso) * escala, abajo, tamano * escala))
            x += paso * peso
    return letras
