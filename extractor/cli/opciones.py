"""Arguments and options that several commands share, with their Spanish texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from extractor.modelo.hallazgo import GRAVEDADES, Gravedad


class GravedadMinima(StrEnum):
    """The contract's severities as the library needs them for its choices."""

    cambia_decision = "cambia_decision"
    aritmetica = "aritmetica"
    logica = "logica"
    aviso = "aviso"

    @property
    def valor(self) -> Gravedad:
        return next(gravedad for gravedad in GRAVEDADES if gravedad == self.value)


class FormatoAuditoria(StrEnum):
    consola = "consola"
    json = "json"
    jsonl = "jsonl"


class FormatoJson(StrEnum):
    json = "json"
    jsonl = "jsonl"


class FormatoCorto(StrEnum):
    consola = "consola"
    json = "json"


@dataclass
class _Preferencias:
    """What an option asks of ``main`` itself."""

    verboso: bool = False


PREFERENCIAS = _Preferencias()


def _anotar_verboso(valor: bool) -> bool:
    PREFERENCIAS.verboso = PREFERENCIAS.verboso or valor
    return valor


Rutas = Annotated[
    list[Path],
    typer.Argument(metavar="RUTA", help="Archivos o carpetas; las carpetas se recorren enteras.", show_default=False),
]
Servicio = Annotated[
    str | None,
    typer.Option("--servicio", metavar="TEXTO", help="Servicio de los informes. Prima sobre lo leído y sobre documentos.csv."),
]
Anio = Annotated[
    int | None,
    typer.Option("--anio", metavar="AÑO", min=1900, max=2100, help="Año del programa. Prima sobre lo leído y documentos.csv."),
]
Url = Annotated[str, typer.Option("--db", metavar="URL", help="Base de datos, como dirección de SQLAlchemy.")]
Verboso = Annotated[
    bool,
    typer.Option("--verboso", "-v", callback=_anotar_verboso, help="Si el programa falla, muestra el detalle técnico."),
]
Trabajadores = Annotated[
    int | None,
    typer.Option("--trabajadores", metavar="N", min=1, help="Documentos que se leen a la vez; sin ella, hasta 2."),
]
ArchivoAjustes = Annotated[
    Path | None,
    typer.Option("--ajustes", metavar="ARCHIVO", help="Archivo YAML con límites distintos; sin él, el de EXTRACTOR_AJUSTES."),
]
