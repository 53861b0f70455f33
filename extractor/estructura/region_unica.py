"""The only region that a document names, for its tables that have no region line of their own."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.modelo.informe import Seccion
from extractor.modelo.tabla import Tabla


def con_region_unica(tablas: Sequence[Tabla], secciones: Sequence[Seccion]) -> tuple[Tabla, ...]:
    """The tables; where nothing says of which region one is, it has that of all the others if those are of one and the same.
    A blank region line stays blank: it says that somebody was to fill it. A table of no form is of nobody knows what."""
    regiones = [t.region for t in tablas] + [s.region for s in secciones if s.region is not None]
    dichas = [r for r in regiones if r.alcance != "SIN_DATO"]
    codigos = {r.codigos for r in dichas}
    if len(codigos) != 1 or any(r.alcance != "REGION" or len(r.codigos) != 1 for r in dichas):
        return tuple(tablas)
    unica = next((r for r in dichas if not r.heredada), dichas[0]).model_copy(update={"heredada": True})
    return tuple(
        t.model_copy(update={"region": unica})
        if t.tipo != "otra" and t.region.alcance == "SIN_DATO" and t.region.heredada
        else t
        for t in tablas
    )
