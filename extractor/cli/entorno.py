"""``entorno``: what can be read on this machine and what to install."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.escritura import escribir, escribir_lineas
from extractor.cli.opciones import ArchivoAjustes, FormatoCorto, Verboso
from extractor.comun.ajustes import cargar_ajustes, usar

if TYPE_CHECKING:
    from extractor.lote.entorno import Entorno


def entorno(
    formato: Annotated[FormatoCorto, typer.Option(help="Cómo se muestra el resultado.")] = FormatoCorto.consola,
    ajustes: ArchivoAjustes = None,
    verboso: Verboso = False,
) -> None:
    """Muestra qué formatos se leen en este equipo, con qué, qué conviene instalar y los límites en uso."""
    from extractor.lote.entorno import mirar

    usar(cargar_ajustes(ajustes))
    visto = mirar()
    if formato is FormatoCorto.json:
        datos = {**asdict(visto), "programa": dict(visto.programa), "ajustes": visto.ajustes.model_dump()}
        escribir(json.dumps(datos, ensure_ascii=False, indent=2) + "\n")
    else:
        escribir_lineas(_en_consola(visto, ajustes))


def _en_consola(visto: Entorno, archivo: Path | None) -> Iterator[str]:
    yield "Programa: " + ", ".join(f"{nombre} {version}" for nombre, version in visto.programa)
    yield ""
    yield "Formatos que se leen aquí:"
    for legible in visto.formatos:
        con = ", ".join(legible.con) if legible.se_lee else ""
        partes = [parte for parte in (con, legible.nota) if parte]
        yield f"  {legible.formato:<14} {'sí' if legible.se_lee else 'no'}  {'; '.join(partes)}"
    yield ""
    yield "Programas opcionales:"
    for programa in visto.programas:
        estado = programa.version if programa.falta is None else f"{programa.falta}; instálelo con: {programa.instalar}"
        yield f"  {programa.nombre:<14} {estado}"
        yield f"  {'':<14} {programa.sirve_para}"
    yield ""
    yield "Lo que este sistema no permite:" if visto.perdidas else "Este sistema permite todo lo que el programa hace."
    for frase in visto.perdidas:
        yield f"  {frase}"
    yield ""
    yield f"Límites por documento{'' if archivo is None else f' (con {archivo.name})'}:"
    for nombre, valor in visto.ajustes.limites.model_dump().items():
        yield f"  {nombre:<16} {valor}"
