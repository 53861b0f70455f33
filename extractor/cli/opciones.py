"""Arguments and options that several commands share, with their Spanish texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from signal import SIGINT
from typing import Annotated

import typer

from extractor.lote import NombreMotor
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


class MotorElegido(StrEnum):
    local = "local"
    dask = "dask"

    @property
    def valor(self) -> NombreMotor:
        return "dask" if self is MotorElegido.dask else "local"


class Reintento(StrEnum):
    fallidos = "fallidos"


class FormatoCorto(StrEnum):
    consola = "consola"
    json = "json"


@dataclass
class _Preferencias:
    """What an option asks of ``main`` itself."""

    verboso: bool = False
    al_interrumpir: str | None = None
    """How to go on, told when a person interrupts a run."""
    senal: int = SIGINT
    """The signal that interrupted it."""

    def anotar_senal(self, senal: int) -> None:
        self.senal = senal


PREFERENCIAS = _Preferencias()


def _anotar_verboso(valor: bool) -> bool:
    PREFERENCIAS.verboso = PREFERENCIAS.verboso or valor
    return valor


Rutas = Annotated[
    list[str],
    typer.Argument(
        metavar="RUTA",
        help="Archivos o carpetas, que se recorren enteras; también direcciones como s3://lugar/carpeta.",
        show_default=False,
    ),
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
Cache = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        metavar="CARPETA",
        help="Dónde se guardan las lecturas, para no repetirlas; sin ella, EXTRACTOR_CACHE o la carpeta de caché del usuario.",
    ),
]
SinCache = Annotated[bool, typer.Option("--sin-cache", help="Lee todo de nuevo y no guarda las lecturas.")]
ArchivosDecisiones = Annotated[
    list[Path] | None,
    typer.Option(
        "--decisiones", metavar="RUTA", help="CSV con decisiones de personas, que priman; puede repetirse.", show_default=False
    ),
]
Motor = Annotated[MotorElegido, typer.Option("--motor", help="Quién lee: procesos de este equipo, o de varios con dask.")]
Planificador = Annotated[
    str | None,
    typer.Option(
        "--planificador", metavar="DIRECCIÓN", help="Planificador de dask (tcp://HOST:PUERTO); sin ella, uno en este equipo."
    ),
]
Reintentar = Annotated[
    Reintento | None,
    typer.Option("--reintentar", help="Solo los documentos que en la última corrida fallaron o quedaron a medias."),
]
