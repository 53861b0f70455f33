"""``evaluar conciliador``: errors injected on purpose, and how many of them the program finds.

The generator is not part of the program: it lives in ``bench/conciliador`` of the checkout, and is loaded from there.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from extractor.cli.escritura import escribir_lineas
from extractor.cli.opciones import Verboso
from extractor.errores import CODIGO_HALLAZGOS, ErrorUso

EJEMPLO = "Ejemplo: extractor evaluar conciliador --casos 50 --formatos txt,docx"


def conciliador(
    casos: Annotated[int, typer.Option(metavar="N", min=1, help="Casos de cada clase de error.")] = 200,
    tablas: Annotated[int, typer.Option(metavar="N", min=0, help="Tablas limpias, a lo menos.")] = 3000,
    semilla: Annotated[int, typer.Option(metavar="S", help="La misma semilla da los mismos casos.")] = 1,
    formatos: Annotated[
        str, typer.Option(metavar="LISTA", help="En qué formatos se escriben, separados por coma; doc requiere LibreOffice.")
    ] = "txt,docx,doc",
    operador: Annotated[
        list[str] | None, typer.Option(metavar="NOMBRE", help="Solo esta clase de error; puede repetirse.", show_default=False)
    ] = None,
    caso: Annotated[
        str | None,
        typer.Option(metavar="NOMBRE/N", help="Repite un solo caso y deja su archivo en la carpeta actual.", show_default=False),
    ] = None,
    salida: Annotated[
        Path | None, typer.Option(metavar="ARCHIVO", help="Escribe además la página con las tablas.", show_default=False)
    ] = None,
    trabajadores: Annotated[int, typer.Option(metavar="N", min=1, help="Casos que corren a la vez.")] = 1,
    verboso: Verboso = False,
) -> None:
    """Introduce errores con nombre en informes limpios y mide cuántos encuentra el programa, y cuánto dice de más.

    Lo esperado se calcula aparte, con números enteros. Sale con 1 si no se alcanza alguna meta.
    """
    orden = _del_repositorio()
    pedidos = tuple(parte.strip() for parte in formatos.split(",") if parte.strip())
    if salida is not None and not salida.resolve().parent.is_dir():
        raise ErrorUso(f"no existe la carpeta de «{salida}»")
    try:
        if caso is not None:
            escribir_lineas(orden.repetir(caso, semilla, pedidos, Path.cwd()))
            return
        progreso = sys.stderr.isatty()
        lineas, bien = orden.evaluar(casos, tablas, semilla, pedidos, trabajadores, salida, tuple(operador or ()), progreso)
    except orden.ErrorCaso as error:
        raise ErrorUso(str(error)) from error
    escribir_lineas(lineas)
    if not bien:
        raise typer.Exit(CODIGO_HALLAZGOS)


def _del_repositorio() -> Any:
    """The module that runs the cases. Raises ErrorUso where the program does not run from a checkout."""
    raiz = Path(__file__).resolve().parents[2]
    if not (raiz / "bench" / "conciliador" / "orden.py").is_file():
        raise ErrorUso(
            "los casos de prueba no vienen con el programa instalado: use una copia del repositorio (carpeta bench/conciliador)"
        )
    if str(raiz) not in sys.path:
        sys.path.insert(0, str(raiz))
    return import_module("bench.conciliador.orden")
