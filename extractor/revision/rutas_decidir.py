"""What changes something: a decision kept, a decision undone. Every answer sends the browser on to a page of ours."""

from __future__ import annotations

import re

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from extractor.modelo.decision import Decision
from extractor.revision import decidir, nombres
from extractor.revision.dibujo import dibujar
from extractor.revision.mesa import Abierto, Mesa
from extractor.revision.pedido import ElDocumento, ElFormulario, Formulario, LaMesa, LaSesion
from extractor.revision.seguridad import Sesion
from extractor.revision.sitios import Sitio

rutas = APIRouter()
_HUELLA = re.compile(r"[0-9a-f]{16}")
_TABLA = re.compile(r"[\w.-]{1,40}")


@rutas.post("/documento/{documento}/decidir")
def decidir_(abierto: ElDocumento, mesa: LaMesa, sesion: LaSesion, datos: ElFormulario, pedido: Request) -> Response:
    """``que``: hallazgo, lectura, par, nombre or documento, or ``anular`` to undo the decision ``esperada``."""
    vuelta = _vuelta(abierto, datos)
    try:
        decision = _decidir(mesa, abierto, sesion, datos)
    except decidir.ErrorFormulario as error:
        return _aviso(sesion, str(error), vuelta)
    except decidir.Conflicto as choque:
        return _choque(mesa, sesion, choque, vuelta)
    if decision.tipo != "hallazgo":
        pedido.app.state.taller.encargar(abierto.ficha.id, decision.id, abierto)
    else:
        pedido.app.state.pendientes.anotar(abierto.ficha.id)
    return RedirectResponse(f"{vuelta}{'&' if '?' in vuelta else '?'}cambio={decision.id}#panel", 303)


@rutas.post("/entre/decidir")
def entre(mesa: LaMesa, sesion: LaSesion, datos: ElFormulario) -> Response:
    """About a finding between documents."""
    try:
        autoria = _autoria(sesion, datos)
        if datos["que"] == "anular":
            decidir.retirar(mesa, datos["esperada"], autoria)
        else:
            decidir.agregar(mesa, decidir.de_hallazgo(None, datos["h"], datos["valor"]), autoria)
    except decidir.ErrorFormulario as error:
        return _aviso(sesion, str(error), "/entre")
    except decidir.Conflicto as choque:
        return _choque(mesa, sesion, choque, "/entre")
    return RedirectResponse("/entre", 303)


@rutas.post("/nombres/decidir")
def nombre(mesa: LaMesa, sesion: LaSesion, datos: ElFormulario, pedido: Request) -> Response:
    """About a name wherever it stands; the document it was shown from is made anew, the others when they are next loaded."""
    try:
        autoria = _autoria(sesion, datos)
        que = decidir.de_nombre(None, _que_nombre(datos), datos["texto"], datos["otro"] or datos["valor"], decidir.PARA_TODOS)
        decision = decidir.agregar(mesa, que, autoria)
    except decidir.ErrorFormulario as error:
        return _aviso(sesion, str(error), "/nombres")
    except decidir.Conflicto as choque:
        return _choque(mesa, sesion, choque, "/nombres")
    abierto = mesa.abrir(datos["documento"]) if re.fullmatch(r"[0-9a-f]{24}", datos["documento"]) else None
    if abierto is not None:
        pedido.app.state.taller.encargar(abierto.ficha.id, decision.id, abierto)
    return RedirectResponse("/nombres", 303)


def _decidir(mesa: Mesa, abierto: Abierto, sesion: Sesion, datos: Formulario) -> Decision:
    autoria, que = _autoria(sesion, datos), datos["que"]
    if que == "anular":
        return decidir.retirar(mesa, datos["esperada"], autoria)
    if que == "hallazgo":
        return decidir.agregar(mesa, decidir.de_hallazgo(abierto.informe, datos["h"], datos["valor"]), autoria)
    if que == "lectura":
        return decidir.agregar(mesa, decidir.de_lectura(abierto.informe, _sitio(datos), datos["valor"]), autoria)
    if que == "par":
        return decidir.agregar(mesa, decidir.de_pareja(abierto.informe, _sitio(datos), datos["valor"]), autoria)
    if que == "nombre":
        valor = datos["otro"] or datos["valor"]
        propio = decidir.de_nombre(abierto.informe, _que_nombre(datos), datos["texto"], valor, datos["alcance"])
        return decidir.agregar(mesa, propio, autoria)
    if que == "documento":
        valor = datos["otro"] or datos["valor"]
        return decidir.agregar(mesa, decidir.de_documento(abierto.informe, datos["campo"], valor), autoria)
    raise decidir.ErrorFormulario("El formulario no dice qué se decide.")


def _autoria(sesion: Sesion, datos: Formulario) -> decidir.Autoria:
    if not sesion.quien:
        raise decidir.ErrorFormulario("Antes de decidir, diga quién es.")
    porque = " ".join(datos["porque"].split())
    if len(porque) > decidir.MAX_TEXTO:
        raise decidir.ErrorFormulario(f"El comentario es demasiado largo: hasta {decidir.MAX_TEXTO} caracteres.")
    return decidir.Autoria(sesion.quien, porque, datos["esperada"])


def _que_nombre(datos: Formulario) -> str:
    if datos["nombrado"] not in nombres.ROTULOS:
        raise decidir.ErrorFormulario("El formulario no dice qué nombre se decide.")
    return datos["nombrado"]


def _sitio(datos: Formulario) -> Sitio:
    return Sitio(datos["tabla"], datos.entero("fila"), datos.entero("actividad"), datos["campo"])


def _vuelta(abierto: Abierto, datos: Formulario) -> str:
    """The page of the document where the form stood: its finding, and its row should the finding go."""
    tabla, fila = (datos["t"], datos.entero("f")) if datos["t"] else (datos["tabla"], datos.entero("fila"))
    partes = [f"h={datos['h']}"] if _HUELLA.fullmatch(datos["h"]) else []
    if _TABLA.fullmatch(tabla) and fila is not None:
        partes += [f"t={tabla}", f"f={fila}"]
    return f"/documento/{abierto.ficha.id}" + (f"?{'&'.join(partes)}" if partes else "")


def _aviso(sesion: Sesion, frase: str, vuelta: str) -> Response:
    return HTMLResponse(dibujar("aviso.html", sesion, titulo="No se guardó", frase=frase, vuelta=vuelta), status_code=400)


def _choque(mesa: Mesa, sesion: Sesion, choque: decidir.Conflicto, vuelta: str) -> Response:
    """Both decisions beside each other, and which of them holds."""
    vigente = choque.vigente
    anterior = next((d for d in mesa.decisiones().todas if d.anula is not None and d.anula == choque.propuesta.anula), None)
    html = dibujar("choque.html", sesion, propuesta=choque.propuesta, vigente=vigente, anterior=anterior, vuelta=vuelta)
    return HTMLResponse(html, status_code=409)
