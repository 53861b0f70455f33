"""Where the rows of a stream's table end because another table begins, with columns of its own that nobody knows.

Nothing marks it: a line that titles it at most, and a header. Its cells fall into rows of another width, each column of one
kind (figures, words, blanks to fill in), as those of the table before it cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.formatos.columnas.encabezados import Encabezado
from extractor.formatos.flujo.celdas import Roles, encaja, roles_de
from extractor.formatos.flujo.celdas_sueltas import es_titulo_suelto, tabla_suelta
from extractor.formatos.piezas import Pieza, Titulos
from extractor.formatos.regiones.resumen_desconocido import filas_de_resumen
from extractor.modelo.documento import Celda
from extractor.vocabularios.estados import veredicto_inicial

_CELDAS_MAXIMO = 120
"""Cells of the longest table of other matters that is looked for."""


def empieza_otra(
    piezas: Sequence[Pieza], indice: int, roles: Roles, encabezado: Callable[[int], Encabezado | None], titulos: Titulos
) -> bool:
    """Whether another table begins at a place where a row of one with these columns would, with or without a title in a cell.
    ``encabezado``: the header known that starts at a piece, if any."""
    celdas = [p.celdas[0] for p in piezas[indice : indice + _CELDAS_MAXIMO] if p.clase == "celda"]
    if "territorio" not in roles and any(filas_de_resumen(celdas[n:]) for n in (0, 1) if not n or es_titulo_suelto(celdas[0])):
        return True
    if es_titulo_suelto(celdas[0]) and indice + 1 < len(piezas) and piezas[indice + 1].clase == "celda":
        conocido = encabezado(indice + 1)
        if conocido is not None and roles_de(conocido) != tuple(roles):
            return True
    pesa = "ponderacion" in roles
    propias: list[Celda] = []
    for lugar, pieza in enumerate(piezas[indice : indice + _CELDAS_MAXIMO], start=indice):
        if pieza.clase != "celda" or (lugar > indice and (titulos.de_pieza(pieza) or encabezado(lugar) is not None)):
            break
        propias.append(pieza.celdas[0])
        if pesa and len(propias) == len(roles) and encaja(propias, roles, con_peso=True):
            # one more row of the form: what stands after it need not be looked at
            return False
    if pesa and any(c.parrafos and veredicto_inicial(c.texto) is not None for c in propias):
        return False
    return tabla_suelta(propias, len(roles)) is not None
