"""``explicar`` and ``normalizar``: why the program says what it says."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from extractor.almacen import abrir
from extractor.cli.corrida import Corrida
from extractor.cli.escritura import escribir, escribir_lineas
from extractor.cli.opciones import Anio, ArchivoAjustes, FormatoCorto, Servicio, Verboso
from extractor.errores import CODIGO_HALLAZGOS, ErrorUso
from extractor.modelo.declarado import Declarado
from extractor.salidas import buscar, derivacion
from extractor.salidas.nombres import nombre_como_dato, nombre_en_consola


class QueNormalizar(StrEnum):
    region = "region"
    responsable = "responsable"
    estado = "estado"
    servicio = "servicio"
    numero = "numero"


def explicar(
    huella: Annotated[str, typer.Argument(metavar="HUELLA", help="La huella del hallazgo, o su comienzo.")],
    rutas: Annotated[list[Path] | None, typer.Argument(metavar="RUTA", help="Dónde está el informe.", show_default=False)] = None,
    db: Annotated[str | None, typer.Option("--db", metavar="URL", help="Base de datos en que se cargó el informe.")] = None,
    servicio: Servicio = None,
    anio: Anio = None,
    ajustes: ArchivoAjustes = None,
    verboso: Verboso = False,
) -> None:
    """Muestra cómo se llegó a un hallazgo: operandos con su lugar, fórmula, régimen y correcciones posibles."""
    if bool(rutas) == (db is not None):
        raise ErrorUso("indique dónde buscar el hallazgo: la ruta del informe o, si no, --db con la base de datos")
    if db is not None:
        with abrir(db, crear=False) as deposito:
            informe, hallazgo = buscar(huella, deposito.informes_con(huella))
    else:
        corrida = Corrida(rutas or [], Declarado(servicio=servicio, anio=anio), ajustes=ajustes)
        informe, hallazgo = buscar(huella, (hecho.informe for hecho in corrida.hechos()))
    escribir_lineas(derivacion(informe, hallazgo))


def normalizar(
    que: Annotated[QueNormalizar, typer.Argument(metavar="QUÉ", help="region, responsable, estado, servicio o numero.")],
    texto: Annotated[str, typer.Argument(metavar="TEXTO", help="El texto tal como está en el informe.")],
    anio: Annotated[int | None, typer.Option("--anio", metavar="AÑO", min=1900, max=2100, help="Año del programa.")] = None,
    formato: Annotated[FormatoCorto, typer.Option(help="Cómo se muestra el resultado.")] = FormatoCorto.consola,
    verboso: Verboso = False,
) -> None:
    """Muestra cómo se entiende un nombre o una cifra: candidatos con puntaje, y por qué. Sale con 1 si no se reconoce."""
    from extractor.normalizadores.explicacion import explicar as explicar_nombre

    explicacion = explicar_nombre(que.value, texto, anio)
    if formato is FormatoCorto.json:
        escribir(json.dumps(nombre_como_dato(explicacion), ensure_ascii=False, indent=2) + "\n")
    else:
        escribir_lineas(nombre_en_consola(explicacion))
    raise typer.Exit(CODIGO_HALLAZGOS if explicacion.desconocido else 0)
