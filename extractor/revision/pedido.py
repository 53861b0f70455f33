"""What routes take from a request: the desk, the session, a document of the database, a form of ours."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends, Path, Request

from extractor.revision.mesa import Abierto, Mesa
from extractor.revision.seguridad import Sesion


class NoHay(Exception):
    """What was asked for is not in the database. The message is a Spanish sentence."""


class SinPermiso(Exception):
    """A form without the session's own mark."""


def mesa_de(pedido: Request) -> Mesa:
    mesa: Mesa = pedido.app.state.mesa
    return mesa


def sesion_de(pedido: Request) -> Sesion:
    sesion: Sesion = pedido.scope["state"]["sesion"]
    return sesion


LaMesa = Annotated[Mesa, Depends(mesa_de)]
LaSesion = Annotated[Sesion, Depends(sesion_de)]
IdDocumento = Annotated[str, Path(pattern=r"^[0-9a-f]{24}$")]


def abierto_de(documento: IdDocumento, mesa: LaMesa) -> Abierto:
    """The document of the path. Raises NoHay."""
    abierto = mesa.abrir(documento)
    if abierto is None:
        raise NoHay("La base de datos no tiene ese documento, o se volvió a cargar.")
    return abierto


ElDocumento = Annotated[Abierto, Depends(abierto_de)]


class Formulario:
    """The fields of a form, each a text without surrounding space; "" when it was not sent."""

    def __init__(self, campos: Mapping[str, str]) -> None:
        self._campos = campos

    def __getitem__(self, nombre: str) -> str:
        return self._campos.get(nombre, "")

    def entero(self, nombre: str) -> int | None:
        escrito = self[nombre]
        return int(escrito) if escrito.isascii() and escrito.isdigit() and len(escrito) < 7 else None


async def formulario_de(pedido: Request) -> Formulario:
    """The form of a POST. Raises SinPermiso when it does not carry the session's mark."""
    datos = await pedido.form(max_files=0, max_fields=40)
    campos = {nombre: valor.strip() for nombre, valor in datos.items() if isinstance(valor, str)}
    if not secrets.compare_digest(campos.get("csrf", "").encode(), sesion_de(pedido).csrf.encode()):
        raise SinPermiso
    return Formulario(campos)


ElFormulario = Annotated[Formulario, Depends(formulario_de)]
