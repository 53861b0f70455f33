"""Tables that the end of a page may have cut, with lines that may be the paper's between their parts.

Only what is printed tells it: the first part runs to the foot of its page, the next one opens with the same header, and no
title stands between. Neither is then judged as a whole table.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.formatos.piezas import Titulos
from extractor.modelo.base import Origen
from extractor.modelo.documento import Bloque, BloqueTabla, Parrafo

_FILAS_DE_CABEZA = 3
"""Rows at the head of a page among which is the first that could have stood on the page before."""
_LARGO_DE_MUEBLE = 90
"""Letters of a line at the head or the foot of a page, at most."""


def fondo_de(bloques: Sequence[Bloque]) -> float:
    """Where the tables of a document reach on their pages (points); 0 where no places are known."""
    cajas = (o.caja for b in bloques if isinstance(b, BloqueTabla) for f in b.filas for o in f.origen.lugares)
    return max((c[3] for c in cajas if c is not None), default=0.0)


def hasta_el_pie(ultima: Origen, otra: BloqueTabla, fondo: float) -> bool:
    """Whether a row ends its page, where no row of the part that opens the next one had room."""
    una, primera = ultima.lugares[-1], otra.filas[0].origen.lugares[0]
    if una.pagina is None or una.caja is None or primera.pagina != una.pagina + 1:
        return False
    altos = [o.caja[3] - o.caja[1] for f in otra.filas[:_FILAS_DE_CABEZA] for o in f.origen.lugares[:1] if o.caja is not None]
    return bool(altos) and fondo - una.caja[3] < max(altos)


def solo_muebles(entre: Sequence[Bloque], titulos: Titulos) -> bool:
    """Whether all that stands between two parts may be of the paper: short lines, none of them a title or a sentence."""
    return all(
        isinstance(b, Parrafo)
        and len(b.texto) <= _LARGO_DE_MUEBLE
        and b.texto[-1:] not in ".:;"
        and not titulos.buscar(b.texto, b.origen)
        for b in entre
    )
