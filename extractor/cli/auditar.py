"""``auditar``: findings and coverage."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.corrida import Corrida
from extractor.cli.escritura import escribir, escribir_lineas
from extractor.cli.opciones import Anio, ArchivoAjustes, FormatoAuditoria, GravedadMinima, Rutas, Servicio, Trabajadores, Verboso
from extractor.modelo.declarado import Declarado
from extractor.salidas import ArregloJson, documento_en_consola, linea, totales_en_consola
from extractor.salidas.carpeta import CarpetaSalida


def auditar(
    rutas: Rutas,
    gravedad: Annotated[
        GravedadMinima, typer.Option(help="La menor gravedad que se muestra entera y cuenta para el código de salida.")
    ] = GravedadMinima.aritmetica,
    formato: Annotated[FormatoAuditoria, typer.Option(help="Cómo se muestra el resultado.")] = FormatoAuditoria.consola,
    salida: Annotated[
        Path | None,
        typer.Option(metavar="CARPETA", help="Escribe además en esta carpeta informes.jsonl y hallazgos.xlsx."),
    ] = None,
    servicio: Servicio = None,
    anio: Anio = None,
    trabajadores: Trabajadores = None,
    ajustes: ArchivoAjustes = None,
    verboso: Verboso = False,
) -> None:
    """Lee informes y muestra sus inconsistencias, con lo que se pudo verificar y lo que no.

    Códigos de salida: 0 sin hallazgos, 1 con hallazgos desde --gravedad, 2 algún documento no se pudo leer, 3 mal uso,
    4 falla del programa; vale el mayor.
    """
    corrida = Corrida(rutas, Declarado(servicio=servicio, anio=anio), [salida] if salida else [], trabajadores, ajustes)
    arreglo = ArregloJson(corrida.varios)
    with CarpetaSalida(salida) as carpeta:
        for hecho in corrida.hechos():
            carpeta.agregar(hecho.informe)
            with corrida.pausa():
                if formato is FormatoAuditoria.consola:
                    escribir_lineas([*documento_en_consola(hecho.informe, gravedad.valor), ""])
                elif formato is FormatoAuditoria.jsonl:
                    escribir(linea(hecho.informe) + "\n")
                else:
                    escribir(arreglo.agregar(hecho.informe))
    if formato is FormatoAuditoria.consola:
        escribir_lineas(totales_en_consola(corrida.balance, gravedad.valor))
    elif formato is FormatoAuditoria.json:
        escribir(arreglo.cerrar())
    raise typer.Exit(corrida.codigo(gravedad.valor))
