"""Figures read once more, by their shapes: tesseract can see the same wrong digit at every size ("75%" as "73%"), but
the digits of one document look alike. Each digit is cut out and laid over those of the other words; one that looks like
another digit rather than like its own kind makes its word doubtful. No text is changed.

Drawn in ten faces, upright, bold and slanted, clean and worn, a digit and the nearest of its own kind are 0.97 to 1.0
alike in three cases of four and a digit and the nearest of another kind at most 0.84; a lone bold or slanted one falls
to 0.6 with its own kind, but comes no nearer to another. So only a high likeness to another digit counts.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.lectores.escaneo.trazos import extremos, glifos

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from extractor.lectores.escaneo.imagenes import Grises, Mascara
    from extractor.lectores.escaneo.ocr import Palabra

    Parecidos = NDArray[np.float32]

ALTO, ANCHO = 24, 20
"""Pixels of the box that every digit is brought to: its height, and the width that holds the widest."""
TINTAS = (170, 140, 110, 80)
"""Greys tried in turn as the border of ink: a darker one parts digits that blur has joined."""
MIN_ALTO = 8
MIN_TINTA = 3
BAJO = 0.5
"""Height, by the tallest of its word, under which a mark is a comma, a full stop or a hyphen."""
PAREJO = 0.8
"""Height of each digit by the tallest digit of its word."""
MAX_ANCHO, MIN_ANCHO = 0.9, 0.42
"""Width of a digit by its height: two that touch are wider; but for the 1, a narrower one is half a digit that a worn
page has torn."""
TROZOS_POR_CIENTO = (1, 2, 3)
MIN_POR_CIENTO = 0.6
"""Pieces that a percent sign falls into, and its width by the height of the digits before it."""
PARECIDO = 0.85
"""Likeness from which a digit may be another one."""
VENTAJA, PARTE_AJENA = 0.08, 0.34
"""A digit is doubtful if at least this part of those it is alike to bear another name: both of all that it is so alike to,
and of the nearest, those within ``VENTAJA`` of the nearest one. By parts, because some of them may be misread too."""
MAX_EJEMPLOS = 3000
"""Digits of the page and of those nearest to it with which its digits are compared."""
TANDA = 500
"""Digits compared at a time, so that a page of nothing but figures takes no more memory."""
MIN_PALABRAS = 3
"""Words with digits, its own included, without which nothing can be told of a digit."""
DIGITOS = frozenset("0123456789")
_BAJAS = set(".,;:'’‘`´-–—_*ºª°·")


@dataclass(frozen=True, slots=True)
class Digito:
    """A digit as read and as drawn: grey ink (255 black) brought to ``ALTO`` x ``ANCHO``."""

    leido: str
    forma: Grises


def digitos_de(palabra: Palabra, limpia: Grises) -> tuple[Digito, ...]:
    """The digits of a word with their shapes; none where its glyphs and its characters cannot be told to agree."""
    texto = "".join(palabra.texto.split())
    if not any(c in DIGITOS for c in texto):
        return ()
    trozo = limpia[max(palabra.y0 - 1, 0) : palabra.y1 + 1, max(palabra.x0 - 1, 0) : palabra.x1 + 1]
    for borde in TINTAS:
        tinta: Mascara = trozo < borde
        marcas = [_Marca(a, b, *extremos(tinta, (a, b))) for a, b in glifos(tinta) if int(tinta[:, a:b].sum()) >= MIN_TINTA]
        pares = _pares(texto, marcas)
        if pares is not None:
            return tuple(Digito(c, _forma(trozo, _entera(m, marcas, trozo))) for c, m in pares if c in DIGITOS)
    return ()


def dudosos(paginas: Sequence[Sequence[Sequence[Digito]]]) -> list[set[int]]:
    """For each page (words of digits) the indexes of the words with a digit that looks like another one.

    A page is compared with itself and with the pages nearest to it; a word never with itself.
    """
    fichas = [_fichas(pagina, n) for n, pagina in enumerate(paginas)]
    return [_de_pagina(n, fichas) for n in range(len(fichas))]


@dataclass(frozen=True, slots=True)
class _Marca:
    """A run of inked columns and the rows that its ink spans, within a word."""

    x0: int
    x1: int
    y0: int
    y1: int

    @property
    def alto(self) -> int:
        return self.y1 - self.y0

    def puede_ser(self, digito: str) -> bool:
        """Whether it is as wide as one whole digit."""
        return (0 if digito == "1" else MIN_ANCHO) * self.alto <= self.x1 - self.x0 <= MAX_ANCHO * self.alto


@dataclass(frozen=True, slots=True)
class _Ficha:
    pagina: int
    palabra: int
    digito: Digito


def _fichas(pagina: Sequence[Sequence[Digito]], numero: int) -> list[_Ficha]:
    return [_Ficha(numero, n, d) for n, palabra in enumerate(pagina) for d in palabra]


def _pares(texto: str, marcas: Sequence[_Marca]) -> list[tuple[str, _Marca]] | None:
    """Characters beside marks, if they are as many and every digit can be one."""
    if not marcas:
        return None
    for caracteres, propias in _maneras(texto, marcas):
        pares = list(zip(caracteres, propias, strict=True))
        altos = [m.alto for c, m in pares if c in DIGITOS]
        tope = max(altos, default=0)
        if tope < MIN_ALTO or min(altos) < PAREJO * tope:
            continue
        if all(m.puede_ser(c) for c, m in pares if c in DIGITOS) and all(m.alto <= BAJO * tope for c, m in pares if c in ".,"):
            return pares
    return None


def _maneras(texto: str, marcas: Sequence[_Marca]) -> Iterator[tuple[str, Sequence[_Marca]]]:
    """Ways to lay characters beside marks one by one: all of them; those before a percent sign, which falls into
    pieces; those that are tall, where a full stop was dropped or dust stands beside."""
    antes, signo, despues = texto.partition("%")
    if signo:
        resto = marcas[len(antes) :]
        if not despues and antes and len(resto) in TROZOS_POR_CIENTO:
            alto = max(m.alto for m in marcas)
            if resto[-1].x1 - resto[0].x0 >= MIN_POR_CIENTO * alto:
                yield antes, marcas[: len(antes)]
        return
    if len(marcas) == len(texto):
        yield texto, marcas
    alto = max(m.alto for m in marcas)
    altas = [m for m in marcas if m.alto >= BAJO * alto]
    letras = "".join(c for c in texto if c not in _BAJAS)
    if len(altas) == len(letras):
        yield letras, altas


def _entera(marca: _Marca, marcas: Sequence[_Marca], trozo: Grises) -> _Marca:
    """The mark with its pale edge, to the middle of the gaps beside it: the darker border that parted it thinned it."""
    import numpy as np

    tinta: Mascara = trozo < TINTAS[0]
    n = marcas.index(marca)
    desde = (marcas[n - 1].x1 + marca.x0) // 2 if n else 0
    hasta = (marca.x1 + marcas[n + 1].x0 + 1) // 2 if n + 1 < len(marcas) else tinta.shape[1]
    columnas = np.flatnonzero(tinta[:, desde:hasta].any(axis=0))
    x0, x1 = desde + int(columnas[0]), desde + int(columnas[-1]) + 1
    return _Marca(x0, x1, *extremos(tinta, (x0, x1)))


def _forma(trozo: Grises, marca: _Marca) -> Grises:
    """The mark brought to ``ALTO`` pixels of height, its weight in the middle of ``ANCHO``: a speck at its side would
    push the middle of its box away."""
    import numpy as np
    from PIL import Image

    tinta = 255 - trozo[marca.y0 : marca.y1, marca.x0 : marca.x1]
    ancho = max(2, min(ANCHO, round((marca.x1 - marca.x0) * ALTO / marca.alto)))
    imagen = np.asarray(Image.fromarray(np.ascontiguousarray(tinta)).resize((ancho, ALTO), Image.Resampling.BILINEAR))
    pesos = imagen.sum(axis=0, dtype=np.int64)
    medio = float((pesos * np.arange(ancho)).sum() / max(int(pesos.sum()), 1))
    izquierda = min(max(round((ANCHO - 1) / 2 - medio), 0), ANCHO - ancho)
    forma: Grises = np.zeros((ALTO, ANCHO), dtype=np.uint8)
    forma[:, izquierda : izquierda + ancho] = imagen
    return forma


def _de_pagina(numero: int, fichas: Sequence[Sequence[_Ficha]]) -> set[int]:
    import numpy as np

    propias = fichas[numero]
    ejemplos = list(itertools.islice(_cercanas(numero, fichas), MAX_EJEMPLOS))
    if len({(e.pagina, e.palabra) for e in ejemplos}) < MIN_PALABRAS:
        return set()
    dudosas: set[int] = set()
    modelos = _vectores(ejemplos).T
    leidos = np.array([e.digito.leido for e in ejemplos])
    palabras = np.array([e.palabra if e.pagina == numero else -1 for e in ejemplos])
    for desde in range(0, len(propias), TANDA):
        tanda = propias[desde : desde + TANDA]
        parecidos: Parecidos = np.round(_vectores(tanda) @ modelos, 3)
        for ficha, fila in zip(tanda, parecidos, strict=True):
            ajenas = palabras != ficha.palabra
            if _es_otro(fila[ajenas], leidos[ajenas] == ficha.digito.leido):
                dudosas.add(ficha.palabra)
    return dudosas


def _cercanas(numero: int, fichas: Sequence[Sequence[_Ficha]]) -> Iterator[_Ficha]:
    for otra in sorted(range(len(fichas)), key=lambda n: (abs(n - numero), n)):
        yield from fichas[otra]


def _vectores(fichas: Sequence[_Ficha]) -> Parecidos:
    """One row a digit, of mean 0 and length 1: their products are correlations."""
    import numpy as np

    planas = np.stack([f.digito.forma for f in fichas]).reshape(len(fichas), -1).astype(np.float32)
    planas -= planas.mean(axis=1, keepdims=True)
    largos = np.linalg.norm(planas, axis=1, keepdims=True)
    vectores: Parecidos = planas / np.maximum(largos, 1e-6)
    return vectores


def _es_otro(parecidos: Parecidos, iguales: NDArray[np.bool_]) -> bool:
    """Whether a digit with these likenesses to others, of which ``iguales`` bear its name, looks like another one."""
    otro = float(parecidos[~iguales].max(initial=-1.0))
    if otro < PARECIDO:
        return False
    for cercanos in (parecidos >= PARECIDO, parecidos >= float(parecidos.max()) - VENTAJA):
        if float((cercanos & ~iguales).sum()) < PARTE_AJENA * float(cercanos.sum()):
            return False
    return True
