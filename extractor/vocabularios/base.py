"""What the vocabulary loaders share: a record closed to unknown keys, and folding that remembers places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from extractor.comun.yaml_estricto import M, cargar, carpeta_patrones


class Entrada(BaseModel):
    """A frozen piece of a vocabulary file; an unknown key stops the run."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def leer_vocabulario(nombre: str, modelo: type[M]) -> M:
    """``patrones/vocabularios/<nombre>.yaml`` as ``modelo``. Raises ErrorPatron naming file and line."""
    return cargar(carpeta_patrones() / "vocabularios" / f"{nombre}.yaml", modelo)


@lru_cache(maxsize=16384)
def plegar_con_lugares(texto: str) -> tuple[str, tuple[int, ...]]:
    """Folded text (lower case, no accents, white space left alone) and, per folded character, its offset in ``texto``.

    What was found in the folded text can so be given back as it was written.

    >>> plegar_con_lugares("Sí")
    ('si', (0, 1))
    """
    if texto.isascii() or _LETRA_POR_LETRA.fullmatch(texto):
        return _sin_tildes(texto), _cada_uno(len(texto))
    salida: list[str] = []
    lugares: list[int] = []
    for indice, caracter in enumerate(texto):
        letras = _plegada(caracter)
        salida.append(letras)
        lugares += [indice] * len(letras)
    return "".join(salida), tuple(lugares)


@lru_cache(maxsize=1024)
def _cada_uno(cuantos: int) -> tuple[int, ...]:
    return tuple(range(cuantos))


def _sin_tildes(texto: str) -> str:
    """A text of ``_LETRA_POR_LETRA`` folded; replacing letter after letter takes a fifth of what ``str.translate`` does."""
    plano = texto.lower()
    if plano.isascii():
        return plano
    plano = plano.replace("á", "a").replace("é", "e").replace("í", "i").replace("ó", "o").replace("ú", "u")
    return plano.replace("ü", "u").replace("ñ", "n")


_LETRA_POR_LETRA = re.compile(r"[\x00-\x7fÁÉÍÓÚÜÑáéíóúüñ–—“”«»°¿¡•]*")
"""Spanish as it is mostly written: each character folds to one, without its accent or as it is."""


@lru_cache(maxsize=4096)
def _plegada(caracter: str) -> str:
    """The letters that one character folds to; none for a combining mark."""
    return "".join(c for c in unicodedata.normalize("NFKD", caracter.casefold()) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def plegar_frase(frase: str) -> str:
    """A phrase of a vocabulary as it is compared: folded, one space between words."""
    de_a_una = frase.isascii() or _LETRA_POR_LETRA.fullmatch(frase)
    return " ".join((_sin_tildes(frase) if de_a_una else plegar_con_lugares(frase)[0]).split())


def alternativas(frases: Iterable[str]) -> str:
    """A regular expression for any of ``frases``, the longest first; a space stands for any white space.

    It is written as the tree of their beginnings: one phrase tried after the other takes several times as long.

    >>> alternativas(["en parte", "en partes", "no"])
    '(?:en\\\\s+parte(?:s)?|no)'
    """
    arbol: _Arbol = {}
    for frase in map(plegar_frase, frases):
        nodo = arbol
        for letra in frase:
            nodo = nodo.setdefault(letra, {})
        nodo[""] = {}
    return _ramas(arbol) if arbol else r"(?!)"


_Arbol = dict[str, "_Arbol"]
"""What may follow a beginning, by its next letter; the empty one where a phrase may end."""


def _ramas(arbol: _Arbol) -> str:
    ramas = [(r"\s+" if letra == " " else re.escape(letra)) + _ramas(sigue) for letra, sigue in sorted(arbol.items()) if letra]
    if "" not in arbol and len(ramas) == 1:
        return ramas[0]
    return f"(?:{'|'.join(ramas)}){'?' if '' in arbol else ''}" if ramas else ""
