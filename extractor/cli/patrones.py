"""``patrones probar``: the examples written inside the files of ``patrones/``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.escritura import escribir_lineas
from extractor.cli.idioma import Grupo, Orden
from extractor.cli.opciones import Verboso
from extractor.errores import CODIGO_HALLAZGOS, ErrorPatron, ErrorUso

aplicacion = typer.Typer(cls=Grupo, help="Los archivos que describen familias de informes y vocabularios.", no_args_is_help=True)


@aplicacion.command("probar", cls=Orden, epilog="Ejemplo: extractor patrones probar patrones/formatos/mi_familia.yaml")
def probar(
    archivo: Annotated[
        Path | None, typer.Argument(metavar="ARCHIVO", help="Un solo archivo; sin él, todos.", show_default=False)
    ] = None,
    verboso: Verboso = False,
) -> None:
    """Prueba los ejemplos escritos dentro de los archivos de patrones. Sale con 1 si alguno no resulta."""
    if archivo is not None and not archivo.is_file():
        raise ErrorUso(f"no existe el archivo «{archivo}»")
    try:
        resultados = _resultados(archivo)
    except ErrorPatron as error:
        if archivo is None or error.archivo != archivo.name:
            raise
        raise ErrorUso(str(error)) from error  # their file, not ours
    fallidos = [resultado for resultado in resultados if not resultado[2]]
    for nombre, linea, _, mensaje in fallidos:
        escribir_lineas([f"{nombre}{'' if linea is None else f':{linea}'}: no resulta: {mensaje}"])
    escribir_lineas([f"{len(resultados) - len(fallidos)} de {len(resultados)} ejemplos resultan"])
    raise typer.Exit(CODIGO_HALLAZGOS if fallidos else 0)


def _resultados(archivo: Path | None) -> list[tuple[str, int | None, bool, str]]:
    """What became of each example: file, line, whether it came out, and why not."""
    from extractor.cli.esquemas_patrones import CARPETAS, comprobar_esquemas
    from extractor.normalizadores import probar_ejemplos
    from extractor.proceso import probar_patrones

    es_familia = archivo is not None and archivo.resolve().parent.name not in CARPETAS
    if not es_familia:
        comprobar_esquemas(archivo)
    resultados = list(probar_patrones(archivo)) if archivo is None or es_familia else []
    if not es_familia:
        resultados += [r for r in probar_ejemplos() if archivo is None or Path(r[0]).name == archivo.name]
    return resultados
