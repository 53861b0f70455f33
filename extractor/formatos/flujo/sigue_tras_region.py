"""The rows of a table that go on after a line naming another region, without the header printed again."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.formatos.columnas.encabezados import Encabezado
from extractor.formatos.flujo.celdas import roles_de
from extractor.formatos.flujo.cuerpos import Flujo
from extractor.formatos.flujo.titulos_en_fila import es_fila_entera
from extractor.formatos.piezas import Pieza


def filas_tras_region(piezas: Sequence[Pieza], indice: int, vigente: Encabezado | None, flujo: Flujo) -> int | None:
    """Where the rows begin that stand, from a place right after a region's line, under the columns of the weighed table before
    it; None where what stands there does not fall into them, every row of it. The line may be a row of the table, whose other
    cells are blank."""
    if vigente is None or vigente.tabla.pesa is None:
        return None
    roles = roles_de(vigente)
    resto = piezas[indice : indice + len(roles) - 1]
    # fewer blanks may open a row of data
    de_la_banda = len(resto) == len(roles) - 1 and all(p.clase == "celda" and not p.parrafos for p in resto)
    desde = indice + len(resto) if de_la_banda else indice
    buenas, filas = flujo.calce(desde, roles)
    return desde if filas and buenas == filas else None


def abre_tabla_de_otra_region(piezas: Sequence[Pieza], indice: int, vigente: Encabezado | None, cabeza: Pieza | None) -> bool:
    """Whether a table without a header begins at a place whose first row is a whole one of the weighed table before it: as many
    cells, in the same places of the grid if there is one, each where its column says."""
    pieza = piezas[indice]
    if vigente is None or vigente.tabla.pesa is None or cabeza is None or pieza.clase != "fila":
        return False
    if piezas[indice - 1].bloque == pieza.bloque or len(pieza.celdas) != len(cabeza.celdas) or not pieza.celdas[0].parrafos:
        return False
    en_su_sitio = not cabeza.cuadricula or [c.columna for c in pieza.celdas] == [c.columna for c in cabeza.celdas]
    return en_su_sitio and pieza.cuadricula == cabeza.cuadricula and es_fila_entera(pieza.celdas, roles_de(vigente))
