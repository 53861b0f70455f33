"""``revisar``: the review page of a database, on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.almacen import URL_POR_OMISION
from extractor.cli.escritura import escribir, vaciar
from extractor.cli.opciones import Anio, ArchivoAjustes, Servicio, Url, Verboso
from extractor.comun.ajustes import cargar_ajustes, usar
from extractor.modelo.declarado import Declarado

Origen = Annotated[
    list[Path] | None,
    typer.Option(
        "--origen",
        metavar="CARPETA",
        help="Dónde están los informes cargados; puede repetirse. Sin ella, donde se cargaron, si está aquí o junto a la base.",
        show_default=False,
    ),
]
Puerto = Annotated[int, typer.Option("--puerto", metavar="N", min=0, max=65535, help="Puerto de este equipo; 0, uno libre.")]


def revisar(
    db: Url = URL_POR_OMISION,
    origen: Origen = None,
    puerto: Puerto = 8321,
    no_abrir: Annotated[bool, typer.Option("--no-abrir", help="No abre el navegador: solo escribe la dirección.")] = False,
    servicio: Servicio = None,
    anio: Anio = None,
    ajustes: ArchivoAjustes = None,
    verboso: Verboso = False,
) -> None:
    """Abre una página local para revisar hallazgos, nombres y pares junto al documento. Solo la ve este equipo."""
    from extractor.revision.servidor import servir

    usar(cargar_ajustes(ajustes))
    declarado = Declarado(servicio=servicio, anio=anio)
    servir(db, origen or (), declarado, puerto, navegador=not no_abrir, verboso=verboso, decir=_decir)


def _decir(frase: str) -> None:
    escribir(f"{frase}\n")
    vaciar()
