"""``exportar``: the database handed on as files."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from extractor.almacen import URL_POR_OMISION, abrir
from extractor.cli.escritura import decir, escribir_lineas
from extractor.cli.opciones import PREFERENCIAS, Url, Verboso
from extractor.errores import ErrorUso

if TYPE_CHECKING:
    from extractor.almacen.deposito import Deposito
    from extractor.modelo.informe import FichaDocumento, Informe
    from extractor.salidas.exportacion import Exportado, Formato


class FormatoExportacion(StrEnum):
    datapackage = "datapackage"
    xlsx = "xlsx"
    csv = "csv"
    parquet = "parquet"
    datasette = "datasette"


Eleccion = Annotated[
    FormatoExportacion,
    typer.Option(
        "--formato",
        help="datapackage: CSV exactos con tipos y claves; csv: para planillas; datasette: solo metadata.json, para SQLite.",
    ),
]
Salida = Annotated[
    Path,
    typer.Option(
        "--salida", metavar="CARPETA", help="Carpeta nueva, vacía o de una exportación anterior, que se reemplaza entera."
    ),
]
Historial = Annotated[
    bool,
    typer.Option("--historial", help="También todo lo que alguna vez no se pudo leer, aunque después se haya leído."),
]


class _Base:
    """The database as the writers ask for it."""

    def __init__(self, deposito: Deposito) -> None:
        self._deposito = deposito

    def informes(self) -> Iterator[Informe]:
        return self._deposito.informes()

    def filas(self, tabla: str, por: str | None = None) -> Iterator[dict[str, Any]]:
        return self._deposito.filas(tabla, por)

    def clave(self, ficha: FichaDocumento) -> str:
        from extractor.almacen.ficha import clave_documento

        return clave_documento(ficha)


def exportar(
    salida: Salida,
    db: Url = URL_POR_OMISION,
    formato: Eleccion = FormatoExportacion.datapackage,
    historial: Historial = False,
    verboso: Verboso = False,
) -> None:
    """Entrega la base de datos entera como archivos. La misma base da siempre los mismos bytes."""
    PREFERENCIAS.al_interrumpir = "La carpeta quedó como estaba; repita la orden para exportar de nuevo."
    with abrir(db, crear=False) as deposito:
        if formato is FormatoExportacion.datasette:
            _para_datasette(db, salida)
            return
        from extractor.salidas import exportacion

        hecho = exportacion.exportar(_Base(deposito), cast("Formato", formato.value), salida, historial=historial)
        escribir_lineas(_resumen(hecho, deposito.nombre, salida, formato))
    for aviso in hecho.avisos:
        decir(f"Aviso: {aviso}")


def _para_datasette(db: str, salida: Path) -> None:
    from extractor.almacen.conexion import leer_url
    from extractor.salidas.exportacion import exportar_metadatos

    url = leer_url(db)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise ErrorUso("Datasette lee archivos SQLite, y la base de datos es otra; expórtela en otro formato")
    archivo = Path(url.database)
    exportar_metadatos(archivo.stem, salida)
    escribir_lineas(["Para explorar la base en el navegador:", f"  datasette {archivo} -m {salida / 'metadata.json'}"])


def _resumen(hecho: Exportado, base: str, salida: Path, formato: FormatoExportacion) -> list[str]:
    partes = ", ".join(f"{nombre} {cuantas}" for nombre, cuantas in hecho.filas.items() if cuantas)
    return [f"Exportado {base} a {salida} ({formato.value})", f"Filas: {partes or 'ninguna'}"]
