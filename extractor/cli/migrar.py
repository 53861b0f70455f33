"""``migrar``: reports into a database."""

from __future__ import annotations

import typer

from extractor.almacen import URL_POR_OMISION, abrir
from extractor.cli.corrida import Corrida
from extractor.cli.escritura import escribir_lineas
from extractor.cli.opciones import Anio, ArchivoAjustes, Rutas, Servicio, Trabajadores, Url, Verboso
from extractor.lote import cargar
from extractor.modelo.declarado import Declarado
from extractor.salidas.resumen_carga import carga_en_consola


def migrar(
    rutas: Rutas,
    db: Url = URL_POR_OMISION,
    servicio: Servicio = None,
    anio: Anio = None,
    trabajadores: Trabajadores = None,
    ajustes: ArchivoAjustes = None,
    verboso: Verboso = False,
) -> None:
    """Carga informes en una base de datos. Repetir la orden deja las mismas filas; se puede interrumpir y repetir."""
    corrida = Corrida(rutas, Declarado(servicio=servicio, anio=anio), (), trabajadores, ajustes)
    with abrir(db) as deposito:
        for _ in corrida.hechos(lambda hecho: cargar(hecho, deposito)):
            pass
        escribir_lineas(carga_en_consola(corrida.balance, deposito.nombre, deposito.cuentas()))
    raise typer.Exit(corrida.codigo())
