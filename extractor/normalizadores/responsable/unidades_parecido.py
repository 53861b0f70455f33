"""When two written names of a unit may be one: their words once unabbreviated, and how far a single word may differ."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.comun.texto import romano
from extractor.normalizadores.region.palabras import conocida
from extractor.vocabularios.agrupacion_unidades import abreviaturas, vacias
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import unidades

LARGO_DESLIZ, LARGO_DOS_DESLICES = 5, 9
"""Letters from which a word may have one slip, or two; shorter ones ("GT", "VIF") must be the same."""
PROPORCION = 3
"""A word that nobody knows is a slip of another that nobody knows only if its name was seen this many times less."""
_PALABRA = re.compile(r"[a-z0-9]+(?:\.(?:[a-z]\.?)+)?")
_SIGLA_FINAL = re.compile(r"\s*\(([a-z]{2,8})\)\s*$")


@lru_cache(maxsize=65536)
def clave_de(nombre: str) -> tuple[str, ...]:
    """The words that tell a unit from others: folded, short forms written out, "de", "y" and the like left out.

    >>> clave_de("Depto. de Adm. y Finanzas")
    ('departamento', 'administracion', 'finanzas')
    """
    plegado = plegar_frase(nombre)
    sigla = _SIGLA_FINAL.search(plegado)
    if sigla is not None and _es_sigla(sigla[1], plegado[: sigla.start()]):
        plegado = plegado[: sigla.start()]
    palabras = [p.replace(".", "") for p in _PALABRA.findall(plegado)]
    return tuple(larga for p in palabras for larga in abreviaturas().get(p, (p,)) if larga not in vacias())


def _es_sigla(sigla: str, nombre: str) -> bool:
    """Whether the letters in brackets are taken, in order, from the beginnings of the words before them ("DECOI")."""
    letras = iter("".join(p[:3] for p in _PALABRA.findall(nombre) if p not in vacias()))
    return all(letra in letras for letra in sigla)


def junta(nombre: str) -> str:
    """The name's words without spaces, in which "Uni dad de Proyectos" is "Unidad de Proyectos"."""
    return "".join(clave_de(nombre))


def comparar(una: tuple[str, ...], otra: tuple[str, ...], veces: int, veces_otra: int) -> tuple[float, str] | None:
    """The likeness (0-100) of two names as ``clave_de`` gives them and why they may be one; None when they are two.

    ``veces``: how often each was seen.
    """
    from rapidfuzz import fuzz

    distintas = [(i, a, b) for i, (a, b) in enumerate(zip(una, otra, strict=False)) if a != b]
    permitidas = 2 if len(una) >= 5 else 1
    if len(una) != len(otra) or not 0 < len(distintas) <= permitidas:
        return None
    razones = []
    for lugar, a, b in distintas:
        razon = _flexion(a, b) if lugar else None
        if razon is None and _desliz(a, b, veces, veces_otra):
            razon = f"«{a}» es «{b}» con un desliz"
        if razon is None:
            return None
        razones.append(razon)
    puntaje = round(fuzz.ratio("".join(una), "".join(otra)), 1)
    return puntaje, "; ".join(razones)


def _flexion(a: str, b: str) -> str | None:
    """The same word in plural or in the other gender. Never of a name's first word: "Direcciones" are not one."""
    corta, larga = sorted((a, b), key=len)
    if len(corta) < LARGO_DESLIZ or romano(corta) or romano(larga):
        return None
    if larga in (f"{corta}s", f"{corta}es"):
        return f"«{a}» y «{b}» son una palabra en singular y plural"
    if len(a) == len(b) and a[:-1] == b[:-1] and {a[-1], b[-1]} == {"a", "o"}:
        return f"«{a}» y «{b}» son una palabra en dos géneros"
    return None


def _desliz(a: str, b: str, veces: int, veces_otra: int) -> bool:
    """Whether one word is a typing or reading slip of the other. Two known words never are, nor numbers; of two that
    nobody knows, only if one was seen much more."""
    from rapidfuzz.distance import OSA

    if any(p.isdigit() or romano(p) is not None for p in (a, b)) or min(len(a), len(b)) < LARGO_DESLIZ:
        return False
    sabidas = _conocida(a) + _conocida(b)
    if sabidas == 2 or (sabidas == 0 and max(veces, veces_otra) < PROPORCION * min(veces, veces_otra)):
        return False
    if sabidas == 1 and (veces if _conocida(a) else veces_otra) < (veces_otra if _conocida(a) else veces):
        return False
    maximo = 2 if min(len(a), len(b)) >= LARGO_DOS_DESLICES else 1
    return OSA.distance(a, b, score_cutoff=maximo) <= maximo


def _conocida(palabra: str) -> bool:
    return palabra in _de_unidades() or conocida(palabra)


@cache
def _de_unidades() -> frozenset[str]:
    """Words of the names of units that the vocabularies hold."""
    vocab = unidades()
    frases = (*vocab.fuertes, *vocab.debiles, *vocab.materias, *vocab.mandadas, *vocab.colectivos, *vocab.siglas_regionales)
    palabras = {p for frase in frases for p in _PALABRA.findall(plegar_frase(frase))}
    return frozenset(palabras | {p for larga in abreviaturas().values() for p in larga})
