"""The commands put together."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor import __version__
from extractor.cli import auditar, entorno, evaluar, explicar, exportar, extraer, migrar, patrones, revisar
from extractor.cli.escritura import escribir
from extractor.cli.idioma import Grupo, Orden

_AYUDA = """Lee informes antiguos de desempeño de servicios públicos, convierte sus tablas en datos y recalcula su aritmética.

Cada orden explica su uso con --help.
"""


def _version(pedida: bool) -> None:
    if pedida:
        escribir(f"extractor {__version__}\n")
        raise typer.Exit


aplicacion = typer.Typer(
    name="extractor",
    cls=Grupo,
    help=_AYUDA,
    epilog="Ejemplo: extractor auditar informes/",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    subcommand_metavar="ORDEN [ARGUMENTOS]...",
    options_metavar="[OPCIONES]",
)


@aplicacion.callback()
def _raiz(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Muestra la versión y termina.")
    ] = False,
) -> None:
    pass


_ORDENES = (
    (auditar.auditar, "Ejemplo: extractor auditar informes/ --gravedad aviso --salida resultados/"),
    (extraer.extraer, "Ejemplo: extractor extraer informes/sernam_2007.docx > sernam.jsonl"),
    (migrar.migrar, "Ejemplo: extractor migrar informes/ --db sqlite:///informes.db"),
    (revisar.revisar, "Ejemplo: extractor revisar --db sqlite:///informes.db --origen informes/"),
    (exportar.exportar, "Ejemplo: extractor exportar --db sqlite:///informes.db --formato datapackage --salida paquete/"),
    (explicar.explicar, "Ejemplo: extractor explicar 3f9a1c0d5b7e2a48 informes/sernam_2007.docx"),
    (explicar.normalizar, "Ejemplo: extractor normalizar region 'IX DE LA ARAUCANIA' --anio 2007"),
    (entorno.entorno, "Ejemplo: extractor entorno --formato json"),
    (extraer.esquema, "Ejemplo: extractor esquema > informe.schema.json"),
)
for _funcion, _ejemplo in _ORDENES:
    aplicacion.command(cls=Orden, epilog=_ejemplo, options_metavar="[OPCIONES]")(_funcion)
aplicacion.add_typer(patrones.aplicacion, name="patrones", subcommand_metavar="ORDEN [ARGUMENTOS]...")
aplicacion.add_typer(evaluar.aplicacion, name="evaluar", subcommand_metavar="ORDEN [ARGUMENTOS]...")
