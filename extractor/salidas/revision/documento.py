"""The section of one document: its summary, its findings, its source with marks and its recomputed tables, as HTML."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from extractor.modelo.hallazgo import GRAVEDADES, Gravedad
from extractor.modelo.informe import Informe
from extractor.modelo.regimen import Regimen
from extractor.modelo.vista import ImagenPagina, PaginaVista, Vista
from extractor.salidas.revision.desempenos import Logro, logros_de
from extractor.salidas.revision.detalle import Detalle, detalles_de
from extractor.salidas.revision.formato import MOTIVOS, NIVELES, con_coma, miles, plural
from extractor.salidas.revision.graficos import grafico_logros
from extractor.salidas.revision.marcas import Marcas
from extractor.salidas.revision.plantilla import dibujar
from extractor.salidas.revision.recalculo import recalculos_de
from extractor.salidas.sin_reconocer import sin_reconocer

ImagenDe = Callable[[PaginaVista, bool], "str | ImagenPagina"]
"""The image of a page, or the sentence that says why there is none; the flag tells whether the page carries a mark."""


@dataclass(frozen=True, slots=True)
class PaginaMostrada:
    """A page as the template draws it: ``imagen`` is the address of its image, None where it is left out for ``motivo``."""

    pagina: PaginaVista
    total: int
    imagen: str | None
    ancho: int
    alto: int
    motivo: str | None


@dataclass(frozen=True, slots=True)
class Frase:
    """A line of a document's summary, with the severity it speaks of."""

    texto: str
    simbolo: str = ""
    gravedad: Gravedad | None = None


@dataclass(frozen=True, slots=True)
class Seccion:
    """A document drawn: its HTML and what the run's summary needs of it."""

    html: str
    detalles: tuple[Detalle, ...]
    logros: tuple[Logro, ...]


def seccion_de(
    informe: Informe,
    numero: int,
    vista: Vista | None,
    sin_fuente: str | None,
    imagen_de: ImagenDe,
    regimenes: Mapping[str, Regimen],
) -> Seccion:
    """The section of ``informe``, the ``numero``-th of the page. ``sin_fuente``: why there is no ``vista``."""
    detalles = detalles_de(informe)
    logros = logros_de(informe, regimenes)
    marcas = Marcas(vista, [h.pedido for h in detalles]) if vista is not None else None
    html = dibujar(
        "documento.html",
        d=f"d{numero}",
        ficha=informe.documento,
        datos=_datos(informe),
        frases=frases_de(informe, logros),
        grafico=grafico_logros(logros, "Lo ganado por región, informado y recalculado"),
        cambia=any(logro.cambia for logro in logros),
        detalles=detalles,
        hermanos={h.numero: h for h in detalles},
        recalculos=recalculos_de(informe),
        vista=vista,
        marcas=marcas,
        paginas=_paginas(vista, marcas, imagen_de) if vista is not None and marcas is not None else (),
        sin_fuente=sin_fuente,
    )
    return Seccion(html, detalles, logros)


def _paginas(vista: Vista, marcas: Marcas, imagen_de: ImagenDe) -> Sequence[PaginaMostrada]:
    marcadas = marcas.paginas()
    return [_pagina(g, len(vista.paginas), imagen_de(g, g.id in marcadas)) for g in vista.paginas]


def _pagina(pagina: PaginaVista, total: int, imagen: str | ImagenPagina) -> PaginaMostrada:
    if isinstance(imagen, str):
        return PaginaMostrada(pagina, total, None, 0, 0, imagen)
    direccion = f"data:{imagen.tipo};base64,{base64.b64encode(imagen.datos).decode('ascii')}"
    return PaginaMostrada(pagina, total, direccion, imagen.ancho, imagen.alto, None)


def _datos(informe: Informe) -> list[str]:
    ficha = informe.documento
    servicio = ficha.servicio.nombre or ficha.servicio.texto if ficha.servicio is not None else "servicio no identificado"
    datos = [servicio, str(ficha.anio) if ficha.anio is not None else "año no identificado"]
    datos += [f"Etapa {etapa}" for etapa in ficha.etapas]
    datos += [ficha.formato or "formato no identificado", f"sha256 {ficha.sha256[:16]}…"]
    return datos


def frases_de(informe: Informe, logros: Sequence[Logro]) -> list[Frase]:
    """The plain summary of a document: findings by severity, verdicts that change, and how much was checked."""
    ficha, cobertura = informe.documento, informe.cobertura
    if ficha.estado == "fallido":
        return [Frase(f"No se pudo leer: {ficha.motivo or 'sin motivo registrado'}.")]
    frases = []
    vivos = [h for h in informe.hallazgos if not h.descartado]
    for gravedad in GRAVEDADES:
        cuantos = sum(h.gravedad == gravedad for h in vivos)
        if cuantos:
            nivel = NIVELES[gravedad]
            frases.append(Frase(plural(cuantos, nivel.uno, nivel.varios), nivel.simbolo, gravedad))
    if not vivos:
        frases.append(Frase("Sin hallazgos en lo que se pudo verificar.", "✓"))
    if len(informe.hallazgos) > len(vivos):
        frases.append(Frase(plural(len(informe.hallazgos) - len(vivos), "hallazgo descartado", "hallazgos descartados")))
    for logro in logros:
        if logro.cambia:
            frases.append(Frase(_cambio(logro), NIVELES["cambia_decision"].simbolo, "cambia_decision"))
    sin_cifras = not cobertura.verificables and ficha.estado == "ok"
    frases.append(Frase("No tiene cifras que verificar." if sin_cifras else cobertura_en_palabras(informe)))
    if ficha.estado == "parcial" and ficha.motivo:
        frases.append(Frase(f"Leído en parte: {ficha.motivo}."))
    return frases


def cobertura_en_palabras(informe: Informe) -> str:
    """What was checked and what was not, and why."""
    cobertura = informe.cobertura
    partes = f"{miles(cobertura.verificadas)} de {plural(cobertura.verificables, 'verificación hecha', 'verificaciones hechas')}"
    sin = ", ".join(f"{n} porque {MOTIVOS.get(m, m)}" for m, n in sorted(cobertura.no_verificables.items()))
    tablas = f"{cobertura.tablas_reconocidas} de {plural(cobertura.tablas, 'tabla reconocida', 'tablas reconocidas')}"
    tablas += sin_reconocer(informe)
    return f"{partes}; {tablas}" + (f". Sin verificar: {sin}." if sin else ".")


def _cambio(logro: Logro) -> str:
    umbral = f"{con_coma(str(logro.umbral))} %"
    condicion = f"si rige el {umbral}" if logro.condicional else f"según el {umbral} exigido"
    antes, despues = ("alcanza", "no alcanza") if logro.alcanza_informado else ("no alcanza", "alcanza")
    return (
        f"{logro.rotulo}: {condicion}, con lo informado ({con_coma(str(logro.informado))} %) {antes} el mínimo y con lo "
        f"recalculado ({con_coma(str(logro.recalculado))} %) {despues}"
    )
