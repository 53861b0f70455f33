"""Lines above a table that end in a region and head nothing: the items of a list, and a person with the post held there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.comun.texto import palabras
from extractor.modelo.documento import Parrafo
from extractor.vocabularios.oficinas import tras_la_oficina
from extractor.vocabularios.responsables import formas_de_cargo

_MARCA = re.compile(r"^\s*[•▪■●○◦◘‣➢✓·*–—-]\s")
_ENTRE = re.compile(r"\s*[,;(]\s*|\s[–—-]\s")


def es_elemento_de_lista(lineas: Sequence[Parrafo], sitio: int) -> bool:
    """Whether a line opens with the mark of a list, as the one before or after it does: alone, the mark may be a heading's."""
    vecinas = [lineas[i].texto for i in (sitio - 1, sitio + 1) if 0 <= i < len(lineas)]
    return _con_marca(lineas[sitio].texto) and any(map(_con_marca, vecinas))


def _con_marca(texto: str) -> bool:
    return _MARCA.match(texto) is not None


def es_de_una_persona(texto: str, region: str) -> bool:
    """Whether the words before a region are someone and the post held; an office may have the same first word as a post.

    >>> [es_de_una_persona(t, "Maule") for t in ("Eva Ríos, Inspectora Fiscal, Maule", "Programa de Trabajo, Maule")]
    [True, False]
    >>> es_de_una_persona("Programa de Trabajo, Secretaría Regional, Maule", "Maule")
    False
    """
    partes = [p for p in _ENTRE.split(texto[: max(texto.rfind(region), 0)]) if p.strip()]
    return len(partes) > 1 and any(palabras(p).partition(" ")[0] in _cargos() and not _es_oficina(p) for p in partes[1:])


def _es_oficina(texto: str) -> bool:
    return any(True for _ in tras_la_oficina(f"{texto} {texto}"))


@cache
def _cargos() -> frozenset[str]:
    return frozenset(f for forma in formas_de_cargo() if (f := palabras(forma)) and " " not in f)
