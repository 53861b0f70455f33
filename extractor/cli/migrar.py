"""``migrar``: reports into a database."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.almacen import URL_POR_OMISION, abrir, decisiones_guardadas
from extractor.cli.corrida import Corrida, ModoCorrida
from extractor.cli.escritura import escribir_lineas
from extractor.cli.lugares import manifiesto_de
from extractor.cli.opciones import (
    Anio,
    ArchivoAjustes,
    ArchivosDecisiones,
    Cache,
    Motor,
    MotorElegido,
    Planificador,
    Reintentar,
    Reintento,
    Rutas,
    Servicio,
    SinCache,
    Trabajadores,
    Url,
    Verboso,
)
from extractor.comun.decisiones import Decisiones
from extractor.errores import ErrorUso
from extractor.lote import cargar
from extractor.lote.carga import actualizar_conjunto, preparar_carga
from extractor.modelo.declarado import Declarado
from extractor.salidas.comparacion import Comparado, en_consola, final_en_consola
from extractor.salidas.resumen_carga import carga_en_consola

Comparar = Annotated[
    bool,
    typer.Option("--comparar", help="Solo muestra en qué difiere lo que se lee ahora de lo cargado; no escribe en la base."),
]


def migrar(
    rutas: Rutas,
    db: Url = URL_POR_OMISION,
    servicio: Servicio = None,
    anio: Anio = None,
    trabajadores: Trabajadores = None,
    ajustes: ArchivoAjustes = None,
    decisiones: ArchivosDecisiones = None,
    cache: Cache = None,
    sin_cache: SinCache = False,
    motor: Motor = MotorElegido.local,
    planificador: Planificador = None,
    reintentar: Reintentar = None,
    comparar: Comparar = False,
    verboso: Verboso = False,
) -> None:
    """Carga informes en una base de datos. Repetir la orden deja las mismas filas; se puede interrumpir y repetir."""
    if comparar and reintentar is not None:
        raise ErrorUso("--comparar y --reintentar se contradicen: lo primero no carga nada")
    registro = None if comparar else manifiesto_de(db)
    modo = ModoCorrida(cache, sin_cache, decisiones or (), motor, planificador, registro, reintentar is Reintento.fallidos)
    guardadas = Decisiones.de(decisiones_guardadas(db))
    corrida = Corrida(rutas, Declarado(servicio=servicio, anio=anio), (), trabajadores, ajustes, modo, guardadas)
    if comparar:
        _comparar(corrida, db)
    else:
        _cargar(corrida, db, " ".join(["migrar", *rutas]))
    raise typer.Exit(corrida.codigo())


def _cargar(corrida: Corrida, db: str, orden: str) -> None:
    with abrir(db) as deposito:
        preparar_carga(deposito)
        # What was read under a decision stays beside it, and later runs apply it without being told again.
        deposito.agregar_decisiones(corrida.decisiones.todas)
        marca = deposito.empezar_corrida(orden)
        for _ in corrida.hechos(lambda hecho: cargar(hecho, deposito, marca)):
            pass
        actualizar_conjunto(deposito)
        deposito.terminar_corrida(marca, corrida.balance.estados)
        corrida.decir_lo_guardado()
        escribir_lineas(corrida.resumen())
        escribir_lineas(carga_en_consola(corrida.balance, deposito.nombre, deposito.cuentas()))


def _comparar(corrida: Corrida, db: str) -> None:
    """What this version reads differently from what the database holds."""
    cuenta = Comparado()
    with abrir(db, crear=False) as deposito:
        for hecho in corrida.hechos():
            lineas = en_consola(hecho.encargo.ruta_relativa, deposito.informe_de(hecho.sha256), hecho.informe, cuenta)
            if lineas:
                with corrida.pausa():
                    escribir_lineas(lineas)
        escribir_lineas(final_en_consola(cuenta, deposito.nombre))
