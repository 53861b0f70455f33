"""``extraer`` and ``esquema``: the Informe as JSON, and its schema."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from extractor.cli.corrida import Corrida, ModoCorrida
from extractor.cli.escritura import decir, escribir
from extractor.cli.interrupciones import al_interrumpir
from extractor.cli.opciones import (
    Anio,
    ArchivoAjustes,
    ArchivosDecisiones,
    Cache,
    FormatoJson,
    Motor,
    MotorElegido,
    Planificador,
    Rutas,
    Servicio,
    SinCache,
    Trabajadores,
    Verboso,
)
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
    decisiones: ArchivosDecisiones = None,
    cache: Cache = None,
    sin_cache: SinCache = False,
    motor: Motor = MotorElegido.local,
    planificador: Planificador = None,
    verboso: Verboso = False,
) -> None:
    """Convierte informes en datos: un Informe en JSON por documento (véase «extractor esquema»)."""
    modo = ModoCorrida(cache, sin_cache, decisiones or (), motor, planificador)
    corrida = Corrida(rutas, Declarado(servicio=servicio, anio=anio), (), trabajadores, ajustes, modo)
    elegido = formato or (FormatoJson.json if sys.stdout.isatty() else FormatoJson.jsonl)
    arreglo = ArregloJson(corrida.varios)
    corrida.comparar()
    with al_interrumpir(lambda: escribir(arreglo.cerrar()) if elegido is FormatoJson.json else None):
        for hecho in corrida.hechos():
            with corrida.pausa():
                escribir(hecho.linea + "\n" if elegido is FormatoJson.jsonl else arreglo.agregar(hecho.informe))
    if corrida.conjunto is not None:
        escribir(linea(corrida.conjunto) + "\n" if elegido is FormatoJson.jsonl else arreglo.agregar(corrida.conjunto))
    if elegido is FormatoJson.json:
        escribir(arreglo.cerrar())
    if corrida.balance.fallidos:
        for frase in corrida.resumen():
            decir(frase)
    raise typer.Exit(corrida.codigo())


def esquema() -> None:
    """Muestra el esquema JSON (JSON Schema) de los informes que entrega «extractor extraer»."""
    escribir(esquema_json() + "\n")
