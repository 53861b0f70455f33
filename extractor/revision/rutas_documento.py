"""One document: its source with marks at the left; at the right the finding or the row that is looked at, and what may be
decided about it."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from extractor.errores import ErrorLectura
from extractor.modelo.hallazgo import GRAVEDADES
from extractor.modelo.vista import PaginaVista, Vista
from extractor.revision import cola, datos, nombres
from extractor.revision.decidir import DEL_SERVICIO, DEL_SERVICIO_Y_ANIO, PARA_TODOS
from extractor.revision.dibujo import Dibujado, dibujar, dibujar_parte
from extractor.revision.lecturas import lecturas_de_fila, lecturas_de_hallazgo
from extractor.revision.mesa import Abierto, Mesa
from extractor.revision.parejas import pares_de
from extractor.revision.pedido import ElDocumento, LaMesa, LaSesion, NoHay
from extractor.revision.rehacer import Taller
from extractor.revision.sitios import fila_de, tabla_de
from extractor.salidas.revision import Detalle, Marcas, Pedido, logros_de, recalculos_de
from extractor.salidas.revision.documento import PaginaMostrada, frases_de
from extractor.salidas.revision.graficos import grafico_logros

rutas = APIRouter()
Corto = Annotated[str, Query(max_length=200)]
ANCHO_PAGINA = 1000
"""Pixels that an image is said to have: only its proportion counts, its size is the column's."""
OPERANDO_DE_FILA = "a"


@rutas.get("/documento/{documento}")
def documento_(
    abierto: ElDocumento,
    mesa: LaMesa,
    sesion: LaSesion,
    pedido: Request,
    h: Corto = "",
    t: Corto = "",
    f: Annotated[int | None, Query(ge=0)] = None,
    cambio: Corto = "",
) -> Response:
    """The page. ``h``: fingerprint of the finding looked at; ``t`` and ``f``: table and row; ``cambio``: the decision whose
    effect is told."""
    if not sesion.quien:
        return RedirectResponse("/quien", 303)
    refresco = _refresco(abierto, h, t, f, cambio)
    elegido = abierto.detalle(h) if h else None
    if elegido is not None:
        t, f = "", None  # the row is for when the decision made its finding go
    elif not t:
        elegido = _elegido(mesa, abierto, h)
    dibujado = mesa.dibujos.pedir((abierto.ficha.extraccion, t, f), lambda: _dibujado(mesa, abierto, t, f))
    html = dibujar(
        "documento_revisar.html",
        sesion,
        a=abierto,
        fijo=dibujado,
        estados=_estados(mesa, abierto),
        refresco=refresco,
        **_panel(mesa, abierto, elegido, t, f, dibujado.situados, cambio, _taller(pedido)),
    )
    return HTMLResponse(html)


def _dibujado(mesa: Mesa, abierto: Abierto, t: str, f: int | None) -> Dibujado:
    """What the page shows of the document whatever finding is looked at: with ``t`` and ``f``, a row marked."""
    vista, sin_fuente = mesa.vista(abierto)
    pedidos = [d.pedido for d in abierto.detalles] + (_pedido_de_fila(abierto, t, f) if t else [])
    marcas = Marcas(vista, pedidos) if vista is not None else None
    logros = logros_de(abierto.informe, mesa.regimenes)
    valores = {
        "recalculos": recalculos_de(abierto.informe),
        "vista": vista,
        "marcas": marcas,
        "paginas": _paginas(abierto, vista) if vista is not None else (),
        "hermanos": {d.numero: d for d in abierto.detalles},
        "frases": frases_de(abierto.informe, logros),
        "grafico": grafico_logros(logros, "Lo ganado por región, informado y recalculado"),
    }
    return Dibujado(
        fuente=dibujar_parte("parte_fuente.html", **valores),
        resumen=dibujar_parte("parte_resumen.html", **valores),
        sin_fuente=sin_fuente,
        situados=frozenset(marcas.situados) if marcas is not None else frozenset(),
        hay=vista is not None,
    )


@rutas.get("/documento/{documento}/panel")
def panel(abierto: ElDocumento, mesa: LaMesa, sesion: LaSesion, pedido: Request, h: Corto) -> Response:
    """Only the right side, for the script."""
    detalle = abierto.detalle(h)
    if detalle is None:
        raise NoHay("El documento ya no tiene ese hallazgo.")
    fijo = mesa.dibujos.pedir((abierto.ficha.extraccion, "", None), lambda: _dibujado(mesa, abierto, "", None))
    valores = _panel(mesa, abierto, detalle, "", None, fijo.situados, "", _taller(pedido))
    return HTMLResponse(dibujar("panel.html", sesion, a=abierto, **valores))


@rutas.get("/documento/{documento}/pagina/{numero}")
def imagen(abierto: ElDocumento, mesa: LaMesa, numero: Annotated[int, Path(ge=1, le=100_000)]) -> Response:
    """The image of a page."""
    try:
        hecha = mesa.imagen(abierto, numero)
    except ErrorLectura as error:
        raise NoHay(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    if hecha is None:
        raise NoHay("No hay imagen de esa página.")
    # the address holds the content's hash, so a browser may keep it
    return Response(hecha.datos, media_type=hecha.tipo, headers={"cache-control": "private, max-age=86400, immutable"})


@rutas.get("/siguiente")
def siguiente(mesa: LaMesa, documento: Corto = "", h: Corto = "") -> Response:
    """The next finding without a decision: in this document, else in the queue."""
    abierto = mesa.abrir(documento) if documento else None
    if abierto is not None:
        libres = [d for d in abierto.detalles if mesa.vigente("hallazgo", d.huella) is None]
        actual = abierto.detalle(h)
        despues = [d for d in libres if actual is None or d.numero > actual.numero] or libres
        if despues:
            return RedirectResponse(f"/documento/{documento}?h={despues[0].huella}", 303)
    with mesa.deposito.leyendo() as conexion:
        una = cola.primero(conexion, cola.Filtro(estado=cola.PENDIENTE))
    return RedirectResponse("/" if una is None else f"/documento/{una.documento}?h={una.huella}", 303)


def _refresco(abierto: Abierto, h: str, t: str, f: int | None, cambio: str) -> str:
    """The page's own address. Without a fragment: with one a browser would only move on the page, not ask for it again."""
    dichos = {"h": h, "t": t, "f": "" if f is None else str(f), "cambio": cambio}
    return f"/documento/{abierto.ficha.id}?{urlencode({k: v for k, v in dichos.items() if v})}"


def _taller(pedido: Request) -> Taller:
    taller: Taller = pedido.app.state.taller
    return taller


def _elegido(mesa: Mesa, abierto: Abierto, huella: str) -> Detalle | None:
    """The finding asked for; when none was, the first without a decision."""
    if huella:
        return abierto.detalle(huella)
    libre = next((d for d in abierto.detalles if mesa.vigente("hallazgo", d.huella) is None), None)
    return libre or next(iter(abierto.detalles), None)


def _estados(mesa: Mesa, abierto: Abierto) -> dict[str, str]:
    """What was decided of each finding, by fingerprint; "" when nothing."""
    vigentes = {d.clave.rsplit("|", 1)[-1]: d.valor for d in mesa.decisiones().de_tipo("hallazgo")}
    return {d.huella: vigentes.get(d.huella, "") for d in abierto.detalles}


def _panel(
    mesa: Mesa,
    abierto: Abierto,
    elegido: Detalle | None,
    clave_tabla: str,
    indice: int | None,
    situados: frozenset[int],
    cambio: str,
    taller: Taller,
) -> dict[str, Any]:
    """What the right side tells: of a finding, or of a row."""
    informe = abierto.informe
    hallazgo = next((x for x in informe.hallazgos if elegido is not None and x.huella == elegido.huella), None)
    if hallazgo is not None:
        tabla = tabla_de(informe, hallazgo.tabla)
        fila = fila_de(tabla, hallazgo.fila) if tabla is not None else None
        actividad = hallazgo.actividad
        lecturas = lecturas_de_hallazgo(mesa, informe, hallazgo)
    else:
        tabla = tabla_de(informe, clave_tabla)
        fila = fila_de(tabla, indice) if tabla is not None else None
        actividad = None
        lecturas = lecturas_de_fila(mesa, informe, tabla, fila) if tabla is not None and fila is not None else []
    return {
        "elegido": elegido if hallazgo is not None else None,
        "hermanos": {d.numero: d for d in abierto.detalles},
        "situado": elegido is not None and elegido.numero in situados,
        "decidido": mesa.vigente("hallazgo", elegido.huella) if elegido is not None else None,
        "tabla": tabla,
        "fila": fila,
        "lecturas": lecturas,
        "pares": pares_de(mesa, informe, tabla, fila, actividad) if tabla is not None and fila is not None else [],
        "nombres": nombres.nombres_de(mesa, informe, tabla, fila, actividad),
        "datos": datos.datos_de(mesa, informe),
        "alcances": _alcances(abierto),
        "cambio": cambio,
        "rehecho": taller.resultado(cambio) if cambio else None,
        "en_curso": taller.en_curso(cambio) if cambio else False,
        "decision_hecha": next((d for d in mesa.decisiones().todas if d.id == cambio), None) if cambio else None,
        "cambio_rige": bool(cambio) and any(d.id == cambio for d in mesa.decisiones().vigentes),
        "vecinos": _vecinos(abierto, elegido),
    }


def _vecinos(abierto: Abierto, elegido: Detalle | None) -> tuple[Detalle | None, Detalle | None]:
    if elegido is None:
        return None, next(iter(abierto.detalles), None)
    lugar = abierto.detalles.index(elegido)
    return (
        abierto.detalles[lugar - 1] if lugar else None,
        abierto.detalles[lugar + 1] if lugar + 1 < len(abierto.detalles) else None,
    )


def _alcances(abierto: Abierto) -> list[tuple[str, str]]:
    """In which reports a decided name holds."""
    ficha = abierto.informe.documento
    salida = []
    if ficha.servicio is not None and ficha.servicio.codigo is not None:
        nombre = ficha.servicio.nombre or ficha.servicio.codigo
        if ficha.anio is not None:
            salida.append((DEL_SERVICIO_Y_ANIO, f"en los informes de {nombre} de {ficha.anio}"))
        salida.append((DEL_SERVICIO, f"en los informes de {nombre}"))
    return [*salida, (PARA_TODOS, "en todos los informes")]


def _pedido_de_fila(abierto: Abierto, clave: str, indice: int | None) -> list[Pedido]:
    """The mark of a row that is looked at without a finding: number 0, which no finding has."""
    tabla = tabla_de(abierto.informe, clave)
    fila = fila_de(tabla, indice) if tabla is not None else None
    lugar = fila.origen if fila is not None else tabla.origen if tabla is not None else None
    return [] if lugar is None else [Pedido(0, GRAVEDADES[-1], (), ((OPERANDO_DE_FILA, lugar),))]


def _paginas(abierto: Abierto, vista: Vista) -> list[PaginaMostrada]:
    return [_pagina(abierto, g, len(vista.paginas)) for g in vista.paginas]


def _pagina(abierto: Abierto, pagina: PaginaVista, total: int) -> PaginaMostrada:
    alto = round(ANCHO_PAGINA * pagina.alto / max(pagina.ancho, 1.0))
    direccion = f"/documento/{abierto.ficha.id}/pagina/{pagina.numero}"
    return PaginaMostrada(pagina, total, direccion, ANCHO_PAGINA, max(alto, 1), None)


