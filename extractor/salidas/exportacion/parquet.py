"""Parquet: one file per resource, figures as exact decimals, descriptions in the schema."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from extractor.marcos.columnas import Clase
from extractor.salidas.exportacion.escritor import Escritor, Renglon
from extractor.salidas.exportacion.recursos import Recurso

PRECISION, ESCALA = 38, 18
"""Digits of the column, and how many of them are decimals: the most that readers in general take."""
FUERA = "fuera_de_rango"
"""Column of tables with figures: a JSON object with those a decimal column cannot hold exactly, as text, by column."""
FILAS_POR_GRUPO = 8192


class EscritorParquet(Escritor):
    """Rows wait until they make a row group, so that the size of batches does not decide the bytes."""

    def abrir(self) -> None:
        import pyarrow.parquet as pq  # type: ignore[import-untyped]

        self._esquemas = {recurso.nombre: esquema(recurso) for recurso in self.recursos}
        self._archivos: dict[str, Any] = {}
        self._pendientes: dict[str, list[Renglon]] = {recurso.nombre: [] for recurso in self.recursos}
        for nombre, definido in self._esquemas.items():
            ruta = str(self.carpeta / f"{nombre}.parquet")
            self._archivos[nombre] = self.pila.enter_context(pq.ParquetWriter(ruta, definido, compression="zstd"))

    def agregar(self, recurso: Recurso, filas: Sequence[Renglon]) -> None:
        pendientes = self._pendientes[recurso.nombre]
        pendientes.extend(filas)
        while len(pendientes) >= FILAS_POR_GRUPO:
            self._escribir_grupo(recurso, pendientes[:FILAS_POR_GRUPO])
            del pendientes[:FILAS_POR_GRUPO]

    def cerrar(self) -> None:
        for recurso in self.recursos:
            if self._pendientes[recurso.nombre]:
                self._escribir_grupo(recurso, self._pendientes.pop(recurso.nombre))

    def _escribir_grupo(self, recurso: Recurso, filas: list[Renglon]) -> None:
        import pyarrow as pa

        definido = self._esquemas[recurso.nombre]
        columnas = [list(columna) for columna in zip(*filas, strict=True)]
        fuera: list[dict[str, str]] = [{} for _ in filas]
        for campo, columna in zip(recurso.campos, columnas, strict=True):
            if campo.clase == "decimal":
                for numero, valor in enumerate(columna):
                    if valor is not None and not cabe(valor):
                        fuera[numero][campo.nombre], columna[numero] = format(valor, "f"), None
        if FUERA in definido.names:
            columnas.append([json.dumps(f, sort_keys=True) if f else None for f in fuera])
        arreglos = [pa.array(columna, type=campo.type) for columna, campo in zip(columnas, definido, strict=True)]
        self._archivos[recurso.nombre].write_table(pa.Table.from_arrays(arreglos, schema=definido))


def cabe(valor: Decimal) -> bool:
    """Whether a decimal column holds it exactly."""
    exponente = valor.as_tuple().exponent
    return isinstance(exponente, int) and -exponente <= ESCALA and valor.adjusted() < PRECISION - ESCALA


def esquema(recurso: Recurso) -> Any:
    """The resource as an Arrow schema."""
    import pyarrow as pa

    tipos: dict[Clase, Any] = {
        "texto": pa.string(),
        "entero": pa.int64(),
        "logico": pa.bool_(),
        "decimal": pa.decimal128(PRECISION, ESCALA),
    }
    campos = [
        pa.field(c.nombre, tipos[c.clase], nullable=c.nombre not in recurso.llave, metadata={"descripcion": c.descripcion})
        for c in recurso.campos
    ]
    if any(c.clase == "decimal" for c in recurso.campos):
        que_es = "Cifras que no caben en una columna decimal, como texto: objeto JSON por columna"
        campos.append(pa.field(FUERA, pa.string(), metadata={"descripcion": que_es}))
    return pa.schema(campos, metadata={"titulo": recurso.titulo, "llave": ",".join(recurso.llave)})
