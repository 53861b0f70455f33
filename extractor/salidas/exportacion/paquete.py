"""A Frictionless data package: exact CSV files and ``datapackage.json`` with types, keys, descriptions, sizes and hashes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from extractor import __version__
from extractor.marcos.columnas import Clase
from extractor.modelo.informe import ESQUEMA
from extractor.salidas.exportacion.carpeta import sha256
from extractor.salidas.exportacion.escritor import Escritor, Renglon
from extractor.salidas.exportacion.recursos import Campo, Recurso
from extractor.salidas.exportacion.texto_csv import ArchivoCsv

DATOS = "datos"
_TIPOS: dict[Clase, dict[str, Any]] = {
    "texto": {"type": "string"},
    "entero": {"type": "integer"},
    "logico": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    "decimal": {"type": "number", "decimalChar": "."},
}
_DIALECTO = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
}


class EscritorPaquete(Escritor):
    """Texts stand as they are: what must be safe in a spreadsheet is the format ``csv``."""

    def abrir(self) -> None:
        (self.carpeta / DATOS).mkdir()
        self._archivos: dict[str, ArchivoCsv] = {}
        for recurso in self.recursos:
            columnas = {campo.nombre: campo.clase for campo in recurso.campos}
            archivo = ArchivoCsv(self.carpeta / DATOS / f"{recurso.nombre}.csv", columnas, marca=False)
            self.pila.callback(archivo.cerrar)
            self._archivos[recurso.nombre] = archivo

    def agregar(self, recurso: Recurso, filas: Sequence[Renglon]) -> None:
        self._archivos[recurso.nombre].agregar(filas)

    def cerrar(self) -> None:
        self.pila.close()
        paquete = {
            "profile": "tabular-data-package",
            "name": "informes-desempeno",
            "title": "Informes de desempeño de servicios públicos, con su aritmética recalculada",
            "description": (
                "Tablas leídas de los informes, cifras con su texto impreso y su valor exacto, todo lo que se verificó y lo que "
                f"se halló, decisiones de personas y catálogos. Escrito por extractor {__version__}; esquema {ESQUEMA}."
            ),
            "resources": [self._descrito(recurso) for recurso in self.recursos],
        }
        texto = json.dumps(paquete, ensure_ascii=False, indent=2) + "\n"
        (self.carpeta / "datapackage.json").write_text(texto, encoding="utf-8", newline="\n")

    def _descrito(self, recurso: Recurso) -> dict[str, Any]:
        ruta = f"{DATOS}/{recurso.nombre}.csv"
        archivo = self.carpeta / ruta
        return {
            "profile": "tabular-data-resource",
            "name": recurso.nombre,
            "title": recurso.titulo,
            "path": ruta,
            "scheme": "file",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": archivo.stat().st_size,
            "hash": f"sha256:{sha256(archivo)}",
            "dialect": _DIALECTO,
            "schema": esquema(recurso),
        }


def esquema(recurso: Recurso) -> dict[str, Any]:
    """The resource as a Table Schema."""
    datos: dict[str, Any] = {
        "fields": [_campo(recurso, campo) for campo in recurso.campos],
        "missingValues": [""],
        "primaryKey": list(recurso.llave),
    }
    if recurso.enlaces:
        datos["foreignKeys"] = [
            {"fields": list(e.campos), "reference": {"resource": e.recurso, "fields": list(e.destino)}} for e in recurso.enlaces
        ]
    return datos


def _campo(recurso: Recurso, campo: Campo) -> dict[str, Any]:
    requerido = {"constraints": {"required": True}} if campo.nombre in recurso.llave else {}
    return {"name": campo.nombre, **_TIPOS[campo.clase], "description": campo.descripcion, **requerido}
