"""The working papers, with who reviewed, when, and the hash of what was reviewed. Always given to be saved, never to be shown
as pages of this one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import Response

from extractor.modelo.conjunto import Conjunto
from extractor.revision.documentos import primeros
from extractor.revision.mesa import Abierto, Mesa
from extractor.revision.papel import FORMATOS, MAXIMO, escribir_papel, nombre_de
from extractor.revision.pedido import ElDocumento, LaMesa, LaSesion, NoHay

rutas = APIRouter()


@rutas.get("/documento/{documento}/papel/{formato}")
def papel(abierto: ElDocumento, mesa: LaMesa, sesion: LaSesion, formato: str) -> Response:
    """Of one document. ``formato``: xlsx, docx or html."""
    return _entregado(mesa, [abierto], sesion.quien, formato, nombre_de(abierto))


@rutas.get("/papel/{formato}")
def papel_de_todos(mesa: LaMesa, sesion: LaSesion, formato: str) -> Response:
    """Of all documents, with what was found between them."""
    from extractor.reconciliador.conjunto import con_decisiones

    with mesa.deposito.leyendo() as conexion:
        ids = primeros(conexion, MAXIMO + 1)
    if len(ids) > MAXIMO:
        raise NoHay(f"La base tiene más de {MAXIMO} documentos: exporte el papel de cada uno desde la lista de documentos.")
    conjunto = mesa.deposito.conjunto()
    al_dia = None if conjunto is None else con_decisiones(conjunto, mesa.decisiones())
    abiertos = [abierto for i in ids if (abierto := mesa.abrir(i)) is not None]
    return _entregado(mesa, abiertos, sesion.quien, formato, "papel_de_trabajo", al_dia)


def _entregado(
    mesa: Mesa, abiertos: Iterable[Abierto], quien: str, formato: str, nombre: str, conjunto: Conjunto | None = None
) -> Response:
    if formato not in FORMATOS:
        raise NoHay("El papel de trabajo se entrega en xlsx, docx o html.")
    with tempfile.TemporaryDirectory(prefix="extractor-") as carpeta:
        archivo = escribir_papel(mesa, abiertos, quien, formato, Path(carpeta), nombre, conjunto)
        datos = archivo.read_bytes()
    cabeceras = {"content-disposition": f'attachment; filename="{archivo.name}"'}
    return Response(datos, media_type=FORMATOS[formato], headers=cabeceras)
