"""Headers of two rows whose second is one by itself, with labels beside it that span both ("Observaciones" beside "Medición",
which only stands over "Peso | Puntaje"): left out, what their columns hold would fall into the one next to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.formatos.columnas.dobles import es_hija
from extractor.formatos.columnas.encabezados import Encabezado, Rotulos, leer_encabezado
from extractor.modelo.documento import Celda


def con_las_altas(
    primera: Sequence[Celda], segunda: Sequence[Celda], propia: Encabezado, rotulos: Sequence[Rotulos]
) -> Encabezado | None:
    """The header of a second row (``propia``) with the labels that span it from the first row on; None where there are none, or
    they make it another form."""
    celdas = _con_altas(primera, segunda)
    entera = leer_encabezado(celdas, rotulos, completo=True) if celdas is not None else None
    if celdas is None or entera is None or entera.tabla is not propia.tabla:
        return None
    return replace(entera, celdas=tuple(celdas), piezas=2)


def _con_altas(primera: Sequence[Celda], segunda: Sequence[Celda]) -> list[Celda] | None:
    ocupadas = {i for c in segunda for i in range(c.columna, c.columna + c.ancho)}
    altas = [c for c in primera if c.parrafos and c.alto == 2 and c.columna not in ocupadas]
    return sorted([*altas, *segunda], key=lambda c: c.columna) if altas and all(es_hija(c) for c in altas) else None
