"""``extraer`` and ``esquema``: the Informe as JSON, and its schema."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from extractor.cli.corrida import Corrida
from extractor.cli.escritura import escribir
from extractor.cli.opciones import Anio, ArchivoAjustes, FormatoJson, Rutas, Servicio, Trabajadores, Verboso
from extractor.modelo.declarado import Declarado
from extractor.salidas import ArregloJson, esquema_json, linea


def extraer(
    rutas: Rutas,
    formato: Annotated[
        FormatoJson | None,
        typer.Option(help="jsonl: una línea por documento; json: con sangría (lo que se usa en una terminal si no se indica)."),
    ] = None,
    servicio: Servicio = None,
    anio: Anio = None,
    trabajadores: Trabajadores = None,
    ajustes: ArchivoAjustes = None,
    verboso: Verboso = False,
) -> None:
    """Convierte informes en datos: un Informe en JSON por documento (véase «extractor esquema»)."""
    corrida = Corrida(rutas, Declarado(servicio=servicio, anio=anio), (), trabajadores, ajustes)
    elegido = formato or (FormatoJson.json if sys.stdout.isatty() else FormatoJson.jsonl)
    arreglo = ArregloJson(corrida.varios)
    for hecho in corrida.hechos():
        with corrida.pausa():
            escribir(linea(hecho.informe) + "\n" if elegido is FormatoJson.jsonl else arreglo.agregar(hecho.informe))
    if elegido is FormatoJson.json:
        escribir(arreglo.cerrar())
    raise typer.Exit(corrida.codigo())


def esquema() -> None:
    """Muestra el esquema JSON (JSON Schema) de los informes que entrega «extractor extraer»."""
    escribir(esquema_json() + "\n")
