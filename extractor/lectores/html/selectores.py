"""Selectors of style sheets: an element by its name, classes and identity, and what it has to stand inside.

What hangs from attributes, from brothers or from the order of the element is not followed: such a selector is read without that
part, and is not sure.

Our own, since the page may be hostile: as XPath (cssselect) `tr ~ tr` took a minute over 5,000 rows and `* * *` nine seconds;
cssselect2 evaluates code made from the page's selectors. Here a selector costs at most its length times the depth of the element.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_LARGO = 300
_COMPUESTO = re.compile(r"(?P<etiqueta>[a-z][a-z0-9]*|\*)?(?P<marcas>(?:[.#][\w-]+|\?)*)")
_UNION = re.compile(r"\s*(?P<signo>[>+~]|\s)\s*")
_NO_SEGUIDO = re.compile(
    r"\[[^\]]*\]|:(?:not|is|where|has|nth-[a-z-]+)\([^()]*\)|:(?:(?:first|last|only)-(?:child|of-type)|empty)(?![\w-])"
)
_MARCA = re.compile(r"[.#][\w-]+")


@dataclass(frozen=True, slots=True)
class Cara:
    """What selectors see of an element, or ask of it: its name ("" any), its classes and its identity ("" any)."""

    etiqueta: str
    clases: frozenset[str]
    identidad: str

    @staticmethod
    def de(elemento: Any) -> Cara:
        """That of an element, in lower case."""
        return Cara(str(elemento.tag), frozenset(elemento.get("class", "").lower().split()), elemento.get("id", "").lower())

    def acepta(self, otra: Cara) -> bool:
        """Whether an element seen so has what this one asks."""
        misma = self.etiqueta in ("", otra.etiqueta) and self.identidad in ("", otra.identidad)
        return misma and self.clases <= otra.clases


@dataclass(frozen=True, slots=True)
class Selector:
    """``arriba``: what the element has to stand inside, the nearest first, each with whether it has to be the very parent.
    ``peso``: of two rules the heavier wins. ``seguro``: whether all of it is followed."""

    ultima: Cara
    arriba: tuple[tuple[bool, Cara], ...]
    peso: tuple[int, int, int]
    seguro: bool

    @property
    def clave(self) -> str:
        """The rarest thing that the element must have; "" when it may be any."""
        if self.ultima.identidad:
            return f"#{self.ultima.identidad}"
        return f".{min(self.ultima.clases)}" if self.ultima.clases else self.ultima.etiqueta

    def esta_dentro(self, padres: Sequence[Cara]) -> bool:
        """Whether an element inside these others (its parent first) stands where the selector asks."""
        llegan = [-1]
        for es_padre, cara in self.arriba:
            tramo = [n + 1 for n in llegan] if es_padre else range(llegan[0] + 1, len(padres))
            llegan = [n for n in tramo if n < len(padres) and cara.acepta(padres[n])]
            if not llegan:
                return False
        return True


def leer_selector(texto: str) -> Selector | None:
    """The selector; None for one of what no printed page shows (a link under the pointer, text that a style adds), or that is
    written in no known way.

    >>> leer_selector("tr.oculta > td").peso, leer_selector("td:nth-child(2)").seguro, leer_selector("a:hover")
    ((0, 1, 2), False, None)
    """
    limpio = _NO_SEGUIDO.sub("?", texto.strip().lower()) if len(texto) <= _LARGO else ""
    caras: list[Cara] = []
    uniones: list[str] = []
    lugar = 0
    while lugar < len(limpio):
        hallado = _COMPUESTO.match(limpio, lugar)
        union = _UNION.match(limpio, hallado.end()) if hallado else None
        if hallado is None or hallado.end() == lugar or (union is None and hallado.end() < len(limpio)):
            return None
        marcas = _MARCA.findall(hallado["marcas"])
        clases = frozenset(m[1:] for m in marcas if m[0] == ".")
        etiqueta = (hallado["etiqueta"] or "").replace("*", "")
        caras.append(Cara(etiqueta, clases, next((m[1:] for m in marcas if m[0] == "#"), "")))
        uniones.append(union["signo"] if union else "")
        lugar = union.end() if union else len(limpio)
    if not caras or uniones[-1]:
        return None
    peso = sum(bool(c.identidad) for c in caras), sum(len(c.clases) for c in caras), sum(bool(c.etiqueta) for c in caras)
    arriba: list[tuple[bool, Cara]] = []
    for cara, signo in zip(caras[-2::-1], uniones[-2::-1], strict=True):
        if signo in "+~":
            break
        arriba.append((signo == ">", cara))
    return Selector(caras[-1], tuple(arriba), peso, "?" not in limpio and len(arriba) == len(caras) - 1)
