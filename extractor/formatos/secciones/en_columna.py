"""Tables whose rows are sections: a numbered title in their first column is a row's, not the heading of what follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from extractor.formatos.columnas.rotulos import opciones, rotulo
from extractor.modelo.documento import Celda
from extractor.modelo.patron import RolPatron
from extractor.vocabularios.columnas import palabras_de_columnas

_OTRAS: tuple[RolPatron, ...] = ("desarrollo", "grado", "recomendaciones")
_DE_OBJETIVO, _POR_OBJETIVO = ("seccion", "objetivo"), frozenset(("objetivo", "grado"))
CELDAS = 5
"""Cells of a stream among which such a header shows."""


@cache
def _rotulos(*roles: RolPatron) -> frozenset[str]:
    return frozenset(rotulo(t) for rol in roles for t in palabras_de_columnas()[rol].textos)


def encabeza_secciones(celdas: Sequence[Celda]) -> bool:
    """Whether these cells are, or open with, the header of such a table: one of its first two names the sections, another
    one what is said of them; or objectives, with what came of them and its grade."""
    return (_alguna(celdas[:2], "seccion") and _alguna(celdas, *_OTRAS)) or (
        _alguna(celdas[:2], "objetivo") and _alguna(celdas, "desarrollo") and _alguna(celdas, "grado")
    )


def _alguna(celdas: Iterable[Celda], *roles: RolPatron) -> bool:
    return any(plano in _rotulos(*roles) for celda in celdas for _, plano in opciones(celda))


def es_fila(clase: str | None, roles: Iterable[str | None]) -> bool:
    """Whether a title of class ``clase`` is only the first cell of a row, under columns of these roles."""
    propios = set(roles)
    return (clase == "seccion" and "seccion" in propios) or (clase in _DE_OBJETIVO and propios >= _POR_OBJETIVO)
