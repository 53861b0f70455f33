"""The row of totals that stands right under the header, above the rows that it is of."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.estructura.cierres import Cierre, cierre_de, cierre_dudoso, con_dicho, es_fila_de_total
from extractor.estructura.columnas import PorRol
from extractor.estructura.contexto_programa import ContextoPrograma
from extractor.estructura.filas import FilaArmada
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.base import Origen
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.tabla import Fila
from extractor.modelo.valores import Cifra
from extractor.vocabularios.cierres import nombra_cierre
from extractor.vocabularios.filas import nombra_total

_OTRO = "el total escrito sobre las filas de la tabla no es el que las cierra; se coteja el que las cierra"
_DE_GRUPOS = "hay totales escritos sobre las filas y entre ellas: no se sabe de qué filas es cada uno y no se cotejan"


def sin_total_de_arriba(
    armadas: Sequence[FilaArmada], columnas: Sequence[ColumnaReconocida]
) -> tuple[PorRol | None, Sequence[FilaArmada]]:
    """The first row of several, where it is such a one, and the others."""
    if len(armadas) < 2 or not _es_total_de_arriba(PorRol(armadas[0], columnas)):
        return None, armadas
    return PorRol(armadas[0], columnas), armadas[1:]


def _es_total_de_arriba(celdas: PorRol) -> bool:
    """Whether the first row of a table only prints its total: no other words than a total's, and of no part of it."""
    rotulos = [c.texto for c in celdas.fila.celdas if nombra_total(c.texto)]
    return bool(rotulos) and all(map(nombra_cierre, rotulos)) and es_fila_de_total(celdas, None)


def con_total_de_arriba(
    filas: list[Fila], cierres: tuple[Cierre, ...], arriba: PorRol | None, contexto: ContextoPrograma
) -> tuple[list[Fila], tuple[Cierre, ...], list[AvisoEstructura]]:
    """The rows and totals with that of the row ``arriba``, where none closes the table; and what is told of it. Where others
    stand between the rows and none after the last, each may be of the rows below it: none is of rows that can be told."""
    if arriba is None or not filas:
        return filas, cierres, []
    dicho = cierre_de(arriba, filas[-1].model_copy(update={"total_ponderacion": None, "total_ganada": None}), ())
    dicho = cierre_dudoso(dicho) if arriba.fila.corrida else dicho
    if any(c.fila == filas[-1].indice and not c.parcial for c in cierres):
        ultimo = next(c for c in reversed(cierres) if c.fila == filas[-1].indice and not c.parcial)
        otro = _difieren(dicho.ponderacion, ultimo.ponderacion) or _difieren(dicho.ganada, ultimo.ganada)
        return filas, cierres, _avisos(contexto, _OTRO, arriba.fila.origen) if otro else []
    if cierres and not any(c.fila == filas[-1].indice for c in cierres):
        limpias = [f.model_copy(update={"total_ponderacion": None, "total_ganada": None}) for f in filas]
        return limpias, (), _avisos(contexto, _DE_GRUPOS, arriba.fila.origen)
    hechas, todos = con_dicho(filas, cierres, dicho)
    return hechas, todos, []


def _difieren(una: Cifra | None, otra: Cifra | None) -> bool:
    return una is not None and otra is not None and una.decimal != otra.decimal


def _avisos(contexto: ContextoPrograma, detalle: str, origen: Origen) -> list[AvisoEstructura]:
    return [AvisoEstructura("LECTURA_DUDOSA", contexto.id, None, None, None, detalle, origen)]

