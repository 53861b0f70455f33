"""``migrar``: reports into a database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

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
from extractor.salidas.resumen_carga import carga_en_consola, de_otras_cargas

if TYPE_CHECKING:
    from extractor.almacen.deposito import Deposito

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
        _cargar(corrida, db, " ".join(["migrar", *rutas]), reintentar is not None)
    raise typer.Exit(corrida.codigo())


def _cargar(corrida: Corrida, db: str, orden: str, modo_parcial: bool) -> None:
    with abrir(db) as deposito:
        preparar_carga(deposito)
        # What was read under a decision stays beside it, and later runs apply it without being told again.
        deposito.agregar_decisiones(corrida.decisiones.todas)
        marca = deposito.empezar_corrida(orden)
        cargados = {h.encargo.ruta_relativa: h.sha256 for h in corrida.hechos(lambda hecho: cargar(hecho, deposito, marca))}
        actualizar_conjunto(deposito)
        deposito.terminar_corrida(marca, corrida.balance.estados)
        corrida.decir_lo_guardado()
        escribir_lineas(corrida.resumen())
        escribir_lineas(carga_en_consola(corrida.balance, deposito.nombre, deposito.cuentas()))
        if not modo_parcial:
            escribir_lineas(_de_otras_cargas(deposito, cargados))


def _de_otras_cargas(deposito: Deposito, cargados: Mapping[str, str]) -> list[str]:
    """``cargados``: the content of each path of this run. Told so that what was withdrawn, or replaced by another version,
    is not counted without anybody knowing."""
    propios = set(cargados.values())
    otros = [g for g in deposito.guardados() if g.sha256 not in propios and (g.sha256 or g.rutas[0] not in cargados)]
    cambiados = [g for g in otros if any(ruta in cargados for ruta in g.rutas)]
    return de_otras_cargas([g.nombre for g in otros], [g.nombre for g in cambiados])


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
