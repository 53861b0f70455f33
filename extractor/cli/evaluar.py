"""``evaluar``: how right the program is, measured on the labelled sets and the samples of its repository."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli import evaluar_conciliador
from extractor.cli.escritura import decir, escribir, escribir_lineas
from extractor.cli.idioma import Grupo, Orden
from extractor.cli.opciones import FormatoCorto, Verboso
from extractor.errores import ErrorUso

aplicacion = typer.Typer(
    cls=Grupo, help="Mide cuánto acierta el programa en los conjuntos de prueba de su repositorio.", no_args_is_help=True
)


aplicacion.command(
    "conciliador", cls=Orden, short_help="Mide cuántos errores introducidos se hallan.", epilog=evaluar_conciliador.EJEMPLO
)(evaluar_conciliador.conciliador)


class Conjunto(StrEnum):
    abierto = "abierto"
    reservado = "reservado"
    todos = "todos"


def del_repositorio(indicada: Path | None, propia: str, opcion: str) -> Path:
    """The folder a person gave, else that of the checkout the program runs from. Raises ErrorUso when there is none."""
    if indicada is not None:
        if not indicada.is_dir():
            raise ErrorUso(f"no existe la carpeta «{indicada}»")
        return indicada
    carpeta = Path(__file__).resolve().parents[2] / propia
    if not carpeta.is_dir():
        raise ErrorUso(
            f"la carpeta {propia} no viene con el programa instalado: use una copia del repositorio o indíquela con {opcion}"
        )
    return carpeta


@aplicacion.command(
    "normalizadores",
    cls=Orden,
    short_help="Mide los nombres: regiones, servicios, estados.",
    epilog="Ejemplo: extractor evaluar normalizadores --conjunto abierto",
)
def normalizadores(
    conjunto: Annotated[Conjunto, typer.Option(help="Los casos abiertos, los reservados o todos.")] = Conjunto.todos,
    formato: Annotated[FormatoCorto, typer.Option(help="Cómo se muestra el resultado.")] = FormatoCorto.consola,
    datos: Annotated[
        Path | None, typer.Option(metavar="CARPETA", help="Dónde están los CSV; sin ella, tests/datos del repositorio.")
    ] = None,
    mostrar_reservados: Annotated[
        bool, typer.Option("--mostrar-reservados", help="Muestra también los textos errados del conjunto reservado.")
    ] = False,
    verboso: Verboso = False,
) -> None:
    """Mide regiones, estados, grados, servicios y responsables: exactitud, cobertura y errores dichos con seguridad.

    Del conjunto reservado solo se dice de dónde venían los casos errados: quien los mira ya no puede medirse con ellos.
    """
    carpeta = del_repositorio(datos, "tests/datos", "--datos")
    from extractor.normalizadores.evaluacion import GRUPOS, evaluar
    from extractor.salidas.evaluacion import nombres_en_consola

    try:
        medidas = evaluar(carpeta, GRUPOS if conjunto is Conjunto.todos else (conjunto.value,))
    except FileNotFoundError as error:
        raise ErrorUso(f"en «{carpeta}» falta el conjunto de prueba {Path(str(error.filename)).name}") from error
    except (KeyError, ValueError) as error:
        frase = f"los conjuntos de prueba de «{carpeta}» no tienen las columnas o los valores debidos ({error})"
        raise ErrorUso(frase) from error
    filas = [medida.como_dato(mostrar_reservados) for medida in medidas]
    if formato is FormatoCorto.json:
        _json(filas)
    else:
        escribir_lineas(nombres_en_consola(filas))


@aplicacion.command(
    "lectura",
    cls=Orden,
    short_help="Compara cada muestra con su verdad.",
    epilog="Ejemplo: extractor evaluar lectura --formatos docx,pdf",
)
def lectura(
    muestras: Annotated[
        Path | None, typer.Option(metavar="CARPETA", help="Dónde están las muestras; sin ella, corpus_muestra del repositorio.")
    ] = None,
    formatos: Annotated[
        str | None, typer.Option(metavar="LISTA", help="Formatos separados por coma; sin ella, todos.", show_default=False)
    ] = None,
    formato: Annotated[FormatoCorto, typer.Option(help="Cómo se muestra el resultado.")] = FormatoCorto.consola,
    verboso: Verboso = False,
) -> None:
    """Lee cada muestra en cada formato y la compara con su verdad: cifras, filas enteras, pares y diferencias."""
    from extractor.comun.herramientas import tesseract
    from extractor.proceso.evaluar_lectura import ESCANEADO, FORMATOS, evaluar_lectura
    from extractor.salidas.evaluacion import lectura_en_consola

    carpeta = del_repositorio(muestras, "corpus_muestra", "--muestras")
    pedidos = tuple(f.strip() for f in formatos.split(",")) if formatos else FORMATOS
    ajenos = [f for f in pedidos if f not in FORMATOS]
    if ajenos:
        raise ErrorUso(f"no hay muestras en formato «{ajenos[0]}»; se admite: {', '.join(FORMATOS)}")
    if ESCANEADO in pedidos and (falta := tesseract.falta()) is not None:
        decir(f"Aviso: las muestras escaneadas no se leen: {falta}")
        pedidos = tuple(f for f in pedidos if f != ESCANEADO)
    filas = [medida.como_dato() for medida in evaluar_lectura(carpeta, pedidos)]
    if formato is FormatoCorto.json:
        _json(filas)
    else:
        escribir_lineas(lectura_en_consola(filas))


def _json(filas: list[dict[str, object]]) -> None:
    import json

    escribir(json.dumps(filas, ensure_ascii=False, indent=2) + "\n")
