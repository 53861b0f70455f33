"""The page put together: its routes under its guard."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from extractor.errores import ErrorExtractor
from extractor.revision import rutas_cola, rutas_decidir, rutas_documento, rutas_exportar
from extractor.revision.dibujo import dibujar
from extractor.revision.mesa import Mesa
from extractor.revision.pedido import NoHay, SinPermiso, sesion_de
from extractor.revision.rehacer import Pendientes, Taller
from extractor.revision.seguridad import Guardia


def crear(mesa: Mesa, taller: Taller, pendientes: Pendientes, puerto: int, token: str) -> Guardia:
    """The page over ``mesa``, to be served on ``puerto`` to whoever has ``token``. ``taller`` and ``pendientes`` make
    documents anew after a decision; who gives them closes them."""
    aplicacion = FastAPI(title="extractor revisar", docs_url=None, redoc_url=None, openapi_url=None)
    aplicacion.state.mesa, aplicacion.state.taller, aplicacion.state.pendientes = mesa, taller, pendientes
    for rutas in (rutas_cola.rutas, rutas_documento.rutas, rutas_decidir.rutas, rutas_exportar.rutas):
        aplicacion.include_router(rutas)

    @aplicacion.exception_handler(NoHay)
    def no_hay(pedido: Request, error: Exception) -> Response:
        return HTMLResponse(dibujar("aviso.html", sesion_de(pedido), titulo="No está", frase=str(error)), status_code=404)

    @aplicacion.exception_handler(SinPermiso)
    def sin_permiso(pedido: Request, error: Exception) -> Response:
        frase = "El formulario es de una sesión que terminó; vuelva a la página e inténtelo otra vez."
        return HTMLResponse(dibujar("aviso.html", sesion_de(pedido), titulo="No se guardó", frase=frase), status_code=403)

    @aplicacion.exception_handler(ErrorExtractor)
    def fallo(pedido: Request, error: Exception) -> Response:
        texto = str(error)
        frase = f"{texto[:1].upper()}{texto[1:]}."
        return HTMLResponse(dibujar("aviso.html", sesion_de(pedido), titulo="No se pudo", frase=frase), status_code=400)

    @aplicacion.exception_handler(Exception)
    def falla(pedido: Request, error: Exception) -> Response:
        frase = f"Falla del programa: {type(error).__name__}. Repita la orden con --verboso para ver el detalle técnico."
        return HTMLResponse(dibujar("aviso.html", sesion_de(pedido), titulo="No se pudo", frase=frase), status_code=500)

    @aplicacion.exception_handler(404)
    def sin_pagina(pedido: Request, error: Exception) -> Response:
        html = dibujar("aviso.html", sesion_de(pedido), titulo="No está", frase="No existe esa página.")
        return HTMLResponse(html, status_code=404)

    @aplicacion.exception_handler(422)
    def mal_pedido(pedido: Request, error: Exception) -> Response:
        frase = "El pedido no se entiende; vuelva a la página e inténtelo otra vez."
        return HTMLResponse(dibujar("aviso.html", sesion_de(pedido), titulo="No se pudo", frase=frase), status_code=400)

    return Guardia(aplicacion, puerto, token)
