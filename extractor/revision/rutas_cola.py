"""The lists: findings to review, doubtful names and pairs, documents with their progress, history, and who is reviewing."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from extractor.comun.decisiones import a_csv
from extractor.modelo.hallazgo import GRAVEDADES
from extractor.revision import cola, documentos, nombres, pares_dudosos
from extractor.revision.dibujo import dibujar, estatico
from extractor.revision.pedido import ElFormulario, LaMesa, LaSesion

rutas = APIRouter()
Corto = Annotated[str, Query(max_length=200)]
MAX_QUIEN = 80
_UN_RATO = {"cache-control": "private, max-age=60"}


@rutas.get("/")
def inicio(
    mesa: LaMesa,
    sesion: LaSesion,
    gravedad: Corto = "",
    codigo: Corto = "",
    documento: Corto = "",
    estado: Corto = cola.PENDIENTE,
    desde: Corto = "",
    hasta: Corto = "",
) -> Response:
    """The queue of findings. ``desde``, ``hasta``: the key to go on after, or to go back from."""
    if not sesion.quien:
        return RedirectResponse("/quien", 303)
    filtro = cola.Filtro(gravedad if gravedad in GRAVEDADES else "", codigo, documento, estado)
    with mesa.deposito.leyendo() as conexion:
        pagina = cola.pagina(conexion, filtro, hasta or desde, bool(hasta))
        cuentas, codigos = cola.cuentas(conexion, filtro), cola.codigos(conexion)
    valores = {"pagina": pagina, "cuentas": cuentas, "codigos": codigos, "estados": cola.ESTADOS, "consulta": consulta_de(filtro)}
    return HTMLResponse(dibujar("cola.html", sesion, filtro=filtro, **valores))


def consulta_de(filtro: cola.Filtro) -> str:
    """The filter as the query of an address."""
    pares = {"gravedad": filtro.gravedad, "codigo": filtro.codigo, "documento": filtro.documento, "estado": filtro.estado}
    return urlencode({k: v for k, v in pares.items() if v or k == "estado"})


@rutas.get("/nombres")
def dudosos(mesa: LaMesa, sesion: LaSesion) -> Response:
    with mesa.deposito.leyendo() as conexion:
        return HTMLResponse(dibujar("nombres.html", sesion, nombres=nombres.dudosos(mesa, conexion)))


@rutas.get("/pares")
def pares(mesa: LaMesa, sesion: LaSesion, desde: Corto = "") -> Response:
    with mesa.deposito.leyendo() as conexion:
        lista, siguiente = pares_dudosos.pares(conexion, desde)
    return HTMLResponse(dibujar("pares.html", sesion, pares=lista, siguiente=siguiente, desde=desde))


@rutas.get("/documentos")
def lista(mesa: LaMesa, sesion: LaSesion, texto: Corto = "", desde: Corto = "") -> Response:
    with mesa.deposito.leyendo() as conexion:
        avances, siguiente = documentos.avances(conexion, texto, desde)
    return HTMLResponse(dibujar("documentos.html", sesion, avances=avances, siguiente=siguiente, texto=texto, desde=desde))


@rutas.get("/entre")
def entre(mesa: LaMesa, sesion: LaSesion) -> Response:
    """The findings between documents."""
    conjunto = mesa.deposito.conjunto()
    hallazgos = [] if conjunto is None else sorted(conjunto.hallazgos, key=lambda h: GRAVEDADES.index(h.gravedad))
    vigentes = {h.huella: mesa.vigente("hallazgo", h.huella) for h in hallazgos}
    return HTMLResponse(dibujar("entre.html", sesion, hallazgos=hallazgos, vigentes=vigentes, rutas=mesa.deposito.rutas()))


@rutas.get("/historia")
def historia(mesa: LaMesa, sesion: LaSesion, desde: Corto = "") -> Response:
    with mesa.deposito.leyendo() as conexion:
        decisiones, siguiente = documentos.historia(conexion, desde)
    vigentes = {d.id for d in mesa.decisiones().vigentes}
    rutas_de = {sha: r[0] for sha, r in mesa.deposito.rutas().items()}
    return HTMLResponse(
        dibujar(
            "historia.html", sesion, decisiones=decisiones, siguiente=siguiente, vigentes=vigentes, rutas_de=rutas_de,
            sha_de=documentos.sha_de, por_id={d.id: d for d in mesa.decisiones().todas},
        )
    )  # fmt: skip


@rutas.get("/decisiones.csv")
def como_csv(mesa: LaMesa) -> Response:
    """All decisions as ``--decisiones`` takes them."""
    cabeceras = {"content-disposition": 'attachment; filename="decisiones.csv"'}
    return Response(a_csv(mesa.deposito.decisiones()), media_type="text/csv; charset=utf-8", headers=cabeceras)


@rutas.get("/quien")
def quien(sesion: LaSesion) -> Response:
    return HTMLResponse(dibujar("quien.html", sesion, aviso=""))


@rutas.post("/quien")
def soy(sesion: LaSesion, datos: ElFormulario) -> Response:
    nombre = " ".join(datos["quien"].split())
    if not nombre or len(nombre) > MAX_QUIEN:
        frase = f"Escriba su nombre, de hasta {MAX_QUIEN} letras."
        return HTMLResponse(dibujar("quien.html", sesion, aviso=frase), status_code=400)
    sesion.quien = nombre
    return RedirectResponse("/", 303)


@rutas.get("/ayuda")
def ayuda(sesion: LaSesion) -> Response:
    return HTMLResponse(dibujar("ayuda.html", sesion))


@rutas.get("/estatico/revisar.css")
def estilo() -> Response:
    return Response(estatico("revisar.css"), media_type="text/css; charset=utf-8", headers=_UN_RATO)


@rutas.get("/estatico/revisar.js")
def guion() -> Response:
    return Response(estatico("revisar.js"), media_type="text/javascript; charset=utf-8", headers=_UN_RATO)


@rutas.get("/favicon.ico")
def icono() -> Response:
    return Response(status_code=204)
