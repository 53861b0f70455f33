"""Where something is, for a person: in the source and in the extracted data."""

from __future__ import annotations

from extractor.modelo.base import Origen
from extractor.salidas.consola import limpio
from extractor.salidas.prosa import tabla_en_palabras

LARGO_CITA = 160
"""Characters of a cited text that are shown."""


def lugar_de_datos(tabla: str | None, fila: int | None, actividad: int | None) -> str:
    """A place in the extracted data, told from 1 as everywhere else; "" for the whole document."""
    partes = [] if tabla is None else [f"tabla {tabla_en_palabras(tabla)}"]
    partes += [] if fila is None else [f"fila {fila + 1}"]
    partes += [] if actividad is None else [f"{actividad + 1}ª actividad"]
    return ", ".join(partes)


def lugar_en_palabras(origen: Origen) -> str:
    """Where a place of the source is, for a person. Rows and columns are told from 1."""
    partes = []
    if origen.pagina is not None:
        partes.append(f"página {origen.pagina}")
    if origen.linea_inicio is not None:
        if origen.linea_fin is None or origen.linea_fin == origen.linea_inicio:
            partes.append(f"línea {origen.linea_inicio}")
        else:
            partes.append(f"líneas {origen.linea_inicio} a {origen.linea_fin}")
    for nombre, valor in (
        ("tabla", origen.tabla),
        ("fila", origen.fila),
        ("columna", origen.columna),
        ("párrafo", origen.parrafo),
    ):
        if valor is not None:
            partes.append(f"{nombre} {valor + 1}")
    return ", ".join(partes) or "documento"


def lugar_citado(origen: Origen | None) -> str:
    """ "línea 12: «16»"; "" without a place."""
    return "" if origen is None else f"{lugar_en_palabras(origen)}: «{limpio(origen.texto, LARGO_CITA)}»"
