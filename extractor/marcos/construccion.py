"""Rows into frames: the dtype of each column is fixed by its kind, whatever the rows hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from extractor.marcos.columnas import COLUMNAS, Clase
from extractor.marcos.filas import FILAS
from extractor.modelo.informe import Informe


class Marcos(Mapping[str, Any]):
    """The frames by name, as keys (``m["hallazgos"]``) or attributes (``m.hallazgos``)."""

    documentos: pd.DataFrame
    tablas: pd.DataFrame
    actividades: pd.DataFrame
    cifras: pd.DataFrame
    verificaciones: pd.DataFrame
    hallazgos: pd.DataFrame
    regiones: pd.DataFrame
    nombres: pd.DataFrame
    filas: pd.DataFrame
    responsables: pd.DataFrame
    secciones: pd.DataFrame
    notas: pd.DataFrame

    def __init__(self, cuadros: Mapping[str, pd.DataFrame]) -> None:
        self._cuadros = dict(cuadros)
        for nombre, cuadro in self._cuadros.items():
            setattr(self, nombre, cuadro)

    def __getitem__(self, nombre: str) -> pd.DataFrame:
        return self._cuadros[nombre]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cuadros)

    def __len__(self) -> int:
        return len(self._cuadros)

    def __repr__(self) -> str:
        return "Marcos(" + ", ".join(f"{nombre}: {len(cuadro)}" for nombre, cuadro in self._cuadros.items()) + ")"


def construir(informes: Iterable[Informe], nombres: Iterable[str] = tuple(COLUMNAS)) -> Marcos:
    """The frames of ``informes``, read once (a generator will do); only those of ``nombres``, for who needs a few."""
    filas: dict[str, list[tuple[Any, ...]]] = {nombre: [] for nombre in nombres}
    for informe in informes:
        for nombre, renglones in filas.items():
            renglones.extend(FILAS[nombre](informe))
    return Marcos({nombre: cuadro(renglones, COLUMNAS[nombre]) for nombre, renglones in filas.items()})


def cuadro(filas: list[tuple[Any, ...]], columnas: Mapping[str, Clase]) -> pd.DataFrame:
    """One frame. Raises ValueError when a row has not one value per column."""
    for fila in filas:
        if len(fila) != len(columnas):
            raise ValueError(f"una fila tiene {len(fila)} valores y el marco {len(columnas)} columnas")
    series = {nombre: _serie([fila[lugar] for fila in filas], clase) for lugar, (nombre, clase) in enumerate(columnas.items())}
    return pd.DataFrame(series, columns=list(columnas))


def _serie(valores: list[Any], clase: Clase) -> pd.Series:
    if clase == "texto":
        return pd.Series(valores, dtype=pd.StringDtype(storage="python"))
    if clase == "entero":
        return pd.Series(valores, dtype="Int64")
    if clase == "logico":
        return pd.Series(valores, dtype="boolean")
    return pd.Series(valores, dtype=object)
