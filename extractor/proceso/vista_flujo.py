"""A stream of cells laid out in rows for a view.

The source marks no row ends there; the ``Informe`` knows where each header and each row begins. What a last cell swallowed
beyond its table is shown as free text again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractor.modelo.base import Origen
from extractor.modelo.documento import Celda, FlujoCeldas, Parrafo
from extractor.modelo.informe import Informe

Lugar = tuple[int, int]
"""A line and a character of it."""


@dataclass(slots=True)
class Tramo:
    """Either rows of one table, of which the first ``encabezado`` are its header, or paragraphs that stand free."""

    filas: list[tuple[Celda, ...]] = field(default_factory=list)
    encabezado: int = 0
    sueltos: list[Parrafo] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Comienzo:
    """Where a header or a row begins, its columns and its last line."""

    lugar: Lugar
    tabla: str
    columnas: int
    fin: int
    encabezado: bool


class Renglones:
    """Where the rows of one document begin; without an ``Informe`` nowhere, and each cell is shown as a row of its own."""

    def __init__(self, informe: Informe | None) -> None:
        comienzos: dict[Lugar, _Comienzo] = {}
        for tabla in informe.tablas if informe is not None else ():
            for origen, encabezado in [(tabla.origen, True), *((fila.origen, False) for fila in tabla.filas)]:
                lugar = _lugar(origen)
                if lugar is not None:
                    fin = max(parte.linea_fin or 0 for parte in origen.lugares)
                    comienzos.setdefault(lugar, _Comienzo(lugar, tabla.id, max(len(tabla.columnas), 1), fin, encabezado))
        self._comienzos = sorted(comienzos.values(), key=lambda c: c.lugar)
        self._lugares = [c.lugar for c in self._comienzos]

    def tramos(self, flujo: FlujoCeldas) -> Iterator[Tramo]:
        """The tables and the free paragraphs of ``flujo``, in its order."""
        actual: Tramo | None = None
        tabla: str | None = None
        previo: _Comienzo | None = None
        for celda in flujo.celdas:
            comienzo = self._de(celda)
            if actual is None or (comienzo.tabla if comienzo else None) != tabla:
                if actual is not None:
                    yield actual
                actual, tabla, previo = Tramo(), comienzo.tabla if comienzo else None, None
            propia, sobrante = _cortada(celda, comienzo)
            if comienzo is None or comienzo is not previo or len(actual.filas[-1]) >= comienzo.columnas:
                actual.filas.append((propia,))
                actual.encabezado += comienzo is not None and comienzo.encabezado
            else:
                actual.filas[-1] = (*actual.filas[-1], replace(propia, columna=len(actual.filas[-1])))
            previo = comienzo
            if sobrante:
                yield actual
                yield Tramo(sueltos=sobrante)
                actual = None
        if actual is not None:
            yield actual

    def _de(self, celda: Celda) -> _Comienzo | None:
        """The header or row that ``celda`` is of: the last one that begins at it or before it; None when it has ended."""
        lugar = _lugar(celda.origen)
        indice = bisect_right(self._lugares, lugar) - 1 if lugar is not None else -1
        if lugar is None or indice < 0:
            return None
        comienzo = self._comienzos[indice]
        # text beyond the last line of a row is no part of it; a blank cell there closes the row
        return None if not comienzo.encabezado and lugar[0] > comienzo.fin and celda.texto else comienzo


def _cortada(celda: Celda, comienzo: _Comienzo | None) -> tuple[Celda, list[Parrafo]]:
    """The cell up to the end of its row, and its paragraphs beyond. A header keeps all it has."""
    if comienzo is None or comienzo.encabezado or (celda.origen.linea_inicio or 0) > comienzo.fin:
        return celda, []
    dentro = tuple(p for p in celda.parrafos if (p.origen.linea_inicio or 0) <= comienzo.fin)
    return replace(celda, parrafos=dentro), [p for p in celda.parrafos if (p.origen.linea_inicio or 0) > comienzo.fin]


def _lugar(origen: Origen) -> Lugar | None:
    primero = origen.lugares[0]
    return None if primero.linea_inicio is None else (primero.linea_inicio, primero.inicio or 0)
