"""The commands put together."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor import __version__
from extractor.cli import auditar, entorno, evaluar, explicar, exportar, extraer, migrar, patrones, retirar, revisar
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
    (auditar.auditar, "Muestra las inconsistencias de los informes.",
     "Ejemplo: extractor auditar informes/ --gravedad aviso --salida resultados/"),
    (extraer.extraer, "Convierte informes en datos (JSON).",
     "Ejemplo: extractor extraer informes/sernam_2007.docx > sernam.jsonl"),
    (migrar.migrar, "Carga informes en una base de datos.", "Ejemplo: extractor migrar informes/ --db sqlite:///informes.db"),
    (retirar.retirar, "Saca documentos de una base de datos.",
     "Ejemplo: extractor retirar sernam_2007.docx --db sqlite:///informes.db"),
    (revisar.revisar, "Abre una página local para revisar los hallazgos.",
     "Ejemplo: extractor revisar --db sqlite:///informes.db --origen informes/"),
    (exportar.exportar, "Entrega la base de datos como archivos.",
     "Ejemplo: extractor exportar --db sqlite:///informes.db --formato datapackage --salida paquete/"),
    (explicar.explicar, "Muestra cómo se llegó a un hallazgo.",
     "Ejemplo: extractor explicar 3f9a1c0d5b7e2a48 informes/sernam_2007.docx"),
    (explicar.normalizar, "Muestra cómo se entiende un nombre o una cifra.",
     "Ejemplo: extractor normalizar region 'IX DE LA ARAUCANIA' --anio 2007"),
    (entorno.entorno, "Muestra qué se puede leer en este equipo.", "Ejemplo: extractor entorno --formato json"),
    (extraer.esquema, "Muestra el esquema de los datos que da «extraer».", "Ejemplo: extractor esquema > informe.schema.json"),
)  # fmt: skip
for _funcion, _breve, _ejemplo in _ORDENES:
    aplicacion.command(cls=Orden, short_help=_breve, epilog=_ejemplo, options_metavar="[OPCIONES]")(_funcion)
aplicacion.add_typer(
    patrones.aplicacion, name="patrones", short_help="Prueba los archivos de patrones.",
    epilog="Ejemplo: extractor patrones probar", subcommand_metavar="ORDEN [ARGUMENTOS]...",
)  # fmt: skip
aplicacion.add_typer(
    evaluar.aplicacion, name="evaluar", short_help="Mide cuánto acierta el programa.",
    epilog="Ejemplo: extractor evaluar lectura --formatos docx,pdf", subcommand_metavar="ORDEN [ARGUMENTOS]...",
)  # fmt: skip
