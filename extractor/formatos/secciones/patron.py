"""Which section of a family's form a title opens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.comun.texto import palabras
from extractor.modelo.patron import SeccionPatron

PARECIDO_TITULO = 85.0
"""Likeness (rapidfuzz's ratio, 0-100) from which two titles are one. The titles of two different sections of one family are
at most 81 alike ("Responsables", "Registros"); with one letter slipped 98 of 100 titles stay at 85 or more, 95 at 88."""


def seccion_de(titulo: str, patrones: Sequence[SeccionPatron]) -> SeccionPatron | None:
    """The section whose title is most like it, the first of equals; None when none is like enough."""
    from rapidfuzz import fuzz

    plano = palabras(titulo)
    parecidos = [max(fuzz.ratio(palabras(t), plano) for t in (p.titulo, *p.otros)) for p in patrones]
    mayor = max(parecidos, default=0.0)
    return patrones[parecidos.index(mayor)] if mayor >= PARECIDO_TITULO else None


def es_una_de(numero: str | None, titulo: str | None, patrones: Sequence[SeccionPatron]) -> bool:
    """Whether a number and a title are those of one section of the families' forms."""
    propia = seccion_de(titulo, patrones) if titulo and numero else None
    return propia is not None and re.findall(r"\d+", propia.numero or "") == re.findall(r"\d+", numero or "")
