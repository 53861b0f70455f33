"""``auditar``: findings and coverage."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.corrida import Corrida, ModoCorrida
from extractor.cli.escritura import escribir, escribir_lineas
from extractor.cli.interrupciones import al_interrumpir
from extractor.cli.lugares import NOMBRE_MANIFIESTO
from extractor.cli.opciones import (
    Anio,
    ArchivoAjustes,
    ArchivosDecisiones,
    Cache,
    FormatoAuditoria,
    GravedadMinima,
    Motor,
    MotorElegido,
    Planificador,
    Rutas,
    Servicio,
    SinCache,
    Trabajadores,
    Verboso,
)
from extractor.cli.vistas import fuente_de, regimenes
from extractor.modelo.declarado import Declarado
from extractor.salidas import ArregloJson, documento_en_consola, linea, totales_en_consola
from extractor.salidas.carpeta import ARCHIVOS, CarpetaSalida
from extractor.salidas.conjunto import conjunto_en_consola


def auditar(
    rutas: Rutas,
    gravedad: Annotated[
        GravedadMinima, typer.Option(help="La menor gravedad que se muestra entera y cuenta para el código de salida.")
    ] = GravedadMinima.aritmetica,
    formato: Annotated[FormatoAuditoria, typer.Option(help="Cómo se muestra el resultado.")] = FormatoAuditoria.consola,
    salida: Annotated[
        Path | None,
        typer.Option(metavar="CARPETA", help=f"Escribe además en esta carpeta {', '.join(ARCHIVOS[:-1])} y {ARCHIVOS[-1]}."),
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
    """Lee informes y muestra sus inconsistencias, con lo que se pudo verificar y lo que no.

    Códigos de salida: 0 sin hallazgos, 1 con hallazgos desde --gravedad, 2 algún documento no se pudo leer, 3 mal uso,
    4 falla del programa; vale el mayor.
    """
    modo = ModoCorrida(
        cache, sin_cache, decisiones or (), motor, planificador, salida / NOMBRE_MANIFIESTO if salida else None
    )
    corrida = Corrida(rutas, Declarado(servicio=servicio, anio=anio), [salida] if salida else [], trabajadores, ajustes, modo)
    arreglo = ArregloJson(corrida.varios)
    corrida.comparar()
    abierto = al_interrumpir(lambda: escribir(arreglo.cerrar()) if formato is FormatoAuditoria.json else None)
    with abierto, CarpetaSalida(salida, regimenes) as carpeta:
        for hecho in corrida.hechos():
            carpeta.agregar(hecho.informe, fuente_de(hecho), hecho.encargo.ruta if hecho.encargo.url is None else None)
            with corrida.pausa():
                if formato is FormatoAuditoria.consola:
                    escribir_lineas([*documento_en_consola(hecho.informe, gravedad.valor), ""])
                elif formato is FormatoAuditoria.jsonl:
                    escribir(hecho.linea + "\n")
                else:
                    escribir(arreglo.agregar(hecho.informe))
        carpeta.agregar_conjunto(corrida.conjunto)
    if corrida.conjunto is not None:
        if formato is FormatoAuditoria.consola:
            escribir_lineas([*conjunto_en_consola(corrida.conjunto, gravedad.valor), ""])
        else:
            escribir(linea(corrida.conjunto) + "\n" if formato is FormatoAuditoria.jsonl else arreglo.agregar(corrida.conjunto))
    corrida.decir_lo_guardado()
    if formato is FormatoAuditoria.consola:
        escribir_lineas([*corrida.resumen(), *totales_en_consola(corrida.balance, gravedad.valor)])
    elif formato is FormatoAuditoria.json:
        escribir(arreglo.cerrar())
    raise typer.Exit(corrida.codigo(gravedad.valor))
