"""Headers without weights that may be a programme's, if the official title of its form heads them."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.formatos.columnas.rotulos import PUNTAJE_CLAVE, Etiqueta, Rotulos
from extractor.modelo.documento import Celda

OFICIALES = frozenset(("objetivo", "actividad", "estado"))
PESOS = frozenset(("ponderacion", "ponderacion_ganada"))
_LISTADO = 99.0
"""From here on a label is one that the vocabulary lists."""


def lo_dira_el_titulo(etiquetas: Sequence[Etiqueta | None], celdas: Sequence[Celda], juego: Rotulos) -> bool:
    """Whether a header without weights may be a programme's: it has by listed labels all else that the form has, and two columns
    more that no listed label tells."""
    if juego.tabla.pesa != "actividad" or not juego.tabla.titulos or any(e and e.rol in PESOS for e in etiquetas):
        return False
    listadas = {e.rol for e in etiquetas if e and e.puntaje >= _LISTADO}
    otras = [e for e, c in zip(etiquetas, celdas, strict=False) if c.parrafos and (e is None or e.puntaje <= PUNTAJE_CLAVE)]
    return listadas >= OFICIALES and len(otras) >= len(PESOS)
