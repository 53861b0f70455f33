"""Handing a whole database on: data package, CSV, Excel, Parquet, and what Datasette needs to show it.

Every format holds the same tables with the same rows: the frames of ``extractor.marcos``, the catalogues they point to, the
decisions of persons and what was found between documents. Rows pass in batches, so that memory does not grow with the
database, and nothing but the data decides the bytes: no clock, no random names, no order of arrival.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from extractor.errores import ErrorUso
from extractor.salidas.exportacion.carpeta import CarpetaNueva
from extractor.salidas.exportacion.escritor import Escritor, Exportado
from extractor.salidas.exportacion.fuente import Fuente, tandas
from extractor.salidas.exportacion.recursos import Recurso, recursos

__all__ = ["FORMATOS", "Exportado", "Formato", "Fuente", "exportar", "exportar_metadatos"]

Formato = Literal["datapackage", "csv", "xlsx", "parquet"]
FORMATOS: tuple[Formato, ...] = ("datapackage", "csv", "xlsx", "parquet")


def exportar(fuente: Fuente, formato: Formato, carpeta: Path, *, historial: bool = False) -> Exportado:
    """Writes the database behind ``fuente`` into ``carpeta``, put in place only when whole.

    ``historial``: also every reading that ever failed, which tells what happened and not what the reports say, so that two
    loads of the same reports may differ in it. Raises ErrorUso when the folder holds anything that is not an export, when
    it cannot be written, and when the database changed meanwhile.
    """
    definidos = recursos(historial=historial)
    with CarpetaNueva(carpeta, formato) as nueva, _escritor(formato, nueva.lugar, definidos) as escritor:
        for recurso, filas in tandas(fuente, definidos):
            escritor.escribir(recurso, filas)
        return escritor.terminar()


def exportar_metadatos(base: str, carpeta: Path) -> Exportado:
    """Writes ``metadata.json`` for Datasette; ``base``: the name it gives the database, that of its file without extension."""
    from extractor.salidas.exportacion.datasette import escribir_metadatos

    with CarpetaNueva(carpeta, "datasette") as nueva:
        escribir_metadatos(nueva.lugar, base)
        return Exportado({}, [])


def _escritor(formato: Formato, carpeta: Path, definidos: tuple[Recurso, ...]) -> Escritor:
    if formato == "datapackage":
        from extractor.salidas.exportacion.paquete import EscritorPaquete

        return EscritorPaquete(carpeta, definidos)
    if formato == "csv":
        from extractor.salidas.exportacion.csv_seguro import EscritorCsvSeguro

        return EscritorCsvSeguro(carpeta, definidos)
    if formato == "xlsx":
        from extractor.salidas.exportacion.libro import EscritorLibro

        return EscritorLibro(carpeta, definidos)
    if formato == "parquet":
        from extractor.salidas.exportacion.parquet import EscritorParquet

        return EscritorParquet(carpeta, definidos)
    raise ErrorUso(f"no se conoce el formato «{formato}»; pruebe con {', '.join(FORMATOS)}")
