"""Words as they may have been before a reader took one character for another: figures and signs for letters, "rn" for "m"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

_PARECIDAS = str.maketrans(
    {"0": "o", "1": "i", "l": "i", "5": "s", "6": "o", "8": "b", "9": "g", "z": "s", "v": "b", "y": "i", "k": "c", "f": "i"}
)
LETRAS_DE: dict[str, str] = {
    **{"0": "odq", "1": "ilt", "2": "z", "3": "e", "4": "a", "5": "s", "6": "gbo", "7": "t", "8": "b", "9": "gq"},
    **{"|": "il", "!": "il", "¡": "i", "€": "e", "$": "s", "@": "a", "£": "el", "¢": "c"},
}
"""The letters that a figure or a sign inside a word may stand for, the likeliest first."""
_PARES = (
    *(("rn", "m"), ("m", "rn"), ("ri", "n"), ("n", "ri"), ("cl", "d"), ("d", "cl"), ("ii", "u"), ("u", "ii"), ("vv", "w")),
    *(("li", "h"), ("h", "li"), ("in", "m"), ("m", "in"), ("ni", "m"), ("nn", "m"), ("c", "e"), ("l", "i"), ("i", "l")),
)
"""Groups of letters whose strokes make another letter, as read and as written."""
MAYOR_CIFRAS = 3
"""Figures and signs in one word beyond which it is no word misread."""
_SIGNOS_SUELTOS = frozenset("|!¡€$@£¢")
_DOBLES = re.compile(r"(.)\1+")
_SIGNOS = re.compile(r"(?<=[^\W\d_])(?:[!¡€$@£¢](?=[^\W\d_])|[|](?=[a-záéíóúñ])|[€$@](?![^\W_]))|(?<![^\W_])[$€@](?=[^\W\d_])")


def con_letras(texto: str) -> str:
    """``texto`` with the signs inside a word, or that open one without closing it, as the letter they most likely are.

    >>> con_letras("B¡o B¡o"), con_letras("¡Listo!"), con_letras("Maule|Aysén")
    ('Bio Bio', '¡Listo!', 'Maule|Aysén')
    """
    if _SIGNOS_SUELTOS.isdisjoint(texto):
        return texto
    return _SIGNOS.sub(lambda m: LETRAS_DE[m.group()][0], texto)


class Lecturas:
    """The known words that a folded word, none of them, may have been: its figures letters, or a group of letters another.

    >>> conocidas = Lecturas(frozenset({"sename", "gobierno"}))
    >>> conocidas.de("senam3"), conocidas.de("gobiemo"), conocidas.de("sename")
    (frozenset({'sename'}), frozenset({'gobierno'}), frozenset())
    """

    def __init__(self, palabras: frozenset[str]) -> None:
        self._palabras = palabras
        mal_leidas: dict[str, set[str]] = {}
        for palabra in sorted(palabras):
            for escrita in _con_otro_par(palabra):
                mal_leidas.setdefault(escrita, set()).add(palabra)
        self._mal_leidas = {leida: frozenset(escritas) for leida, escritas in mal_leidas.items() if leida not in palabras}

    def de(self, palabra: str) -> frozenset[str]:
        """The known words ``palabra`` may have been; empty when it is known."""
        if palabra in self._palabras:
            return frozenset()
        con_letras = frozenset(v for v in _sin_cifras(palabra) if v in self._palabras)
        return con_letras | self._mal_leidas.get(palabra, frozenset())


def _sin_cifras(palabra: str) -> Iterator[str]:
    cifras = [i for i, c in enumerate(palabra) if c in LETRAS_DE]
    if not cifras or len(cifras) > MAYOR_CIFRAS or len(cifras) * 2 > len(palabra):
        return
    for letras in product(*(LETRAS_DE[palabra[i]] for i in cifras)):
        escrita = list(palabra)
        for lugar, letra in zip(cifras, letras, strict=True):
            escrita[lugar] = letra
        yield "".join(escrita)


def _con_otro_par(palabra: str) -> Iterator[str]:
    """The word as it may be misread, one group of letters at a time."""
    for leido, escrito in _PARES:
        lugar = palabra.find(escrito)
        while lugar >= 0:
            yield f"{palabra[:lugar]}{leido}{palabra[lugar + len(escrito) :]}"
            lugar = palabra.find(escrito, lugar + 1)


def parecida(palabra: str) -> str:
    """The word with the letters that are read or written one for another made one, and doubled letters single."""
    suave = palabra.replace("rn", "m").replace("h", "").replace("ce", "se").replace("ci", "si")
    return sin_dobles(suave.translate(_PARECIDAS))


def sin_dobles(palabra: str) -> str:
    """The word with each letter that is repeated only once."""
    return _DOBLES.sub(_una, palabra)


def _una(hallada: re.Match[str]) -> str:
    return hallada[1]
