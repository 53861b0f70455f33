"""Which cells of a table were read with doubt, by a scan or because its columns may be shifted: their words are kept, and nothing
is said of the report because of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.estructura.filas import FilaArmada
from extractor.modelo.crudo import SeccionCruda, TablaCruda
from extractor.modelo.documento import OCR_DUDOSA, Parrafo
from extractor.modelo.tabla import Fila

CeldaDudosa = tuple[str, int | None, str]
"""A table or section, a row of it (None: of the whole), a column role or field."""
TODA_LA_FILA = "*"
"""Instead of a role: whatever the row says may be of another column."""


def celdas_dudosas(armadas: Sequence[FilaArmada], filas: Sequence[Fila], cruda: TablaCruda, donde: str) -> Iterator[CeldaDudosa]:
    """Those of the rows that came of each row of the source, and of what is printed below the table."""
    if any(p is not None and p.estilo == OCR_DUDOSA for p in cruda.desempeno_servicio):
        yield donde, None, "desempeno_servicio"
    for armada in armadas:
        if armada.corrida:
            yield from ((donde, f.indice, TODA_LA_FILA) for f in filas if f.fila_origen == armada.fila_origen)
        roles = [k.rol for c, k in zip(armada.celdas, cruda.columnas, strict=True) if borrosa(c.parrafos)]
        if roles:
            yield from ((donde, f.indice, rol) for f in filas if f.fila_origen == armada.fila_origen for rol in roles)


def campos_dudosos(secciones: Sequence[SeccionCruda]) -> Iterator[CeldaDudosa]:
    """Those of the sections: the fields of their forms, and their own text."""
    for seccion in secciones:
        if borrosa(seccion.parrafos):
            yield seccion.id, None, "texto"
        yield from ((seccion.id, None, campo) for campo, parrafos in seccion.campos.items() if borrosa(parrafos))


def borrosa(parrafos: Sequence[Parrafo]) -> bool:
    """Whether two reads of some of these paragraphs disagree."""
    return any(p.estilo == OCR_DUDOSA for p in parrafos)
