"""What stands in a table with the columns of a programme that seems to be of another matter: kept, in doubt, and told."""

from __future__ import annotations

from extractor.comun.texto import corto
from extractor.estructura.cierres import Cierre, cierre_dudoso
from extractor.estructura.descalces import con_duda
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.tabla import Fila

_LARGO_CITA = 60


def con_otra_materia(
    filas: list[Fila], cierres: tuple[Cierre, ...], cruda: TablaCruda, identidad: str
) -> tuple[list[Fila], tuple[Cierre, ...], list[AvisoEstructura]]:
    """The rows and totals in doubt, and the notice of it; the same ones for any other table."""
    if cruda.ajena is None:
        return filas, cierres, []
    tomada = "no se juzga con ella" if cruda.patron.pesa else "no se tomó por uno"
    detalle = f"la tabla tiene columnas de un programa y «{corto(cruda.ajena, _LARGO_CITA)}» dice que es otra cosa; {tomada}"
    aviso = AvisoEstructura("LECTURA_DUDOSA", identidad, None, None, None, detalle, cruda.origen)
    return [con_duda(f) for f in filas] if cruda.patron.pesa else filas, tuple(map(cierre_dudoso, cierres)), [aviso]
