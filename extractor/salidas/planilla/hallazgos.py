"""The sheet Hallazgos: one row per finding, from the frame ``hallazgos``, with links and the columns that people fill in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from extractor.comun.ajustes import escala
from extractor.comun.texto import corto
from extractor.modelo.hallazgo import GRAVEDADES, Correccion, Gravedad, Hallazgo
from extractor.modelo.informe import Informe
from extractor.salidas.lugares import lugar_en_palabras
from extractor.salidas.planilla.celdas import MAXIMO_FILAS
from extractor.salidas.planilla.hojas import Columna
from extractor.salidas.prosa import en_castellano
from extractor.salidas.revision.formato import NIVELES, campo_en_palabras, con_coma, programa_en_palabras

NOMBRE = "Hallazgos"
ULTIMA_IMPRESA = "mensaje"
"""On paper the columns after it would leave all too small; the derivation of each finding goes in observaciones.docx."""
DECISIONES = ("confirmado", "descartado", "corregido")
_ALTERNATIVAS = 12
_COMPARADAS = ("informado", "recalculado", "diferencia")
_CIFRA = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
"""A figure as the contract writes it; "00123" is none."""
_CITA = 300
Enlace = tuple[str, str, str]
"""(sheet, cell, label)"""


def columnas() -> list[Columna]:
    """Those of the sheet; the institution's severity only where the settings name one."""
    propias = [Columna("gravedad_institucion", "texto")] if not escala().vacia else []
    return [
        Columna("gravedad", "texto"), *propias, Columna("codigo", "texto"), Columna("ruta", "archivo"),
        Columna("region", "texto"), Columna("programa", "texto"), Columna("tabla", "texto"), Columna("fila", "entero"),
        Columna("actividad", "entero"),
        Columna("campo", "texto"), Columna("impreso", "parrafo"), Columna("informado", "mixto"), Columna("recalculado", "mixto"),
        Columna("diferencia", "mixto"), Columna("mensaje", "parrafo"), Columna("explicacion", "parrafo"),
        Columna("correccion_probable", "parrafo"), Columna("alternativas", "parrafo"), Columna("pagina", "entero"),
        Columna("lugar_documento", "parrafo"), Columna("recalculo", "enlace"), Columna("decision", "texto"),
        Columna("comentario", "parrafo"), Columna("norma", "texto"), Columna("certeza", "texto"), Columna("servicio", "texto"),
        Columna("anio_texto", "texto"), Columna("huella", "texto"),
    ]  # fmt: skip


def validar_decisiones(hoja: Any, lugares: list[Columna]) -> None:
    """The closed list of the column where the auditor decides."""
    lugar = [c.nombre for c in lugares].index("decision")
    hoja.data_validation(
        1, lugar, MAXIMO_FILAS - 1, lugar,
        {
            "validate": "list", "source": list(DECISIONES), "ignore_blank": True, "error_title": "Decisión",
            "error_message": "Escriba confirmado, descartado o corregido, o deje la celda en blanco.",
        },
    )  # fmt: skip


def colorear(libro: Any, hoja: Any, hasta: int) -> None:
    """A colour for each severity, by the symbol that is written in its cell."""
    pinturas = (("#F8D7DA", "#8B1A1A"), ("#FCE8CF", "#8A4B00"), ("#EAF3FB", "#0B4F8A"), ("#F1F1F1", "#444444"))
    for gravedad, (fondo, letra) in zip(GRAVEDADES, pinturas, strict=True):
        formato = libro.add_format({"bg_color": fondo, "font_color": letra, "bold": gravedad == "cambia_decision"})
        simbolo = NIVELES[gravedad].simbolo
        regla = {"type": "text", "criteria": "begins with", "value": simbolo, "format": formato}
        hoja.conditional_format(1, 0, max(hasta, 1), 0, regla)


def filas(
    informe: Informe, renglones: Iterator[Mapping[str, Any]], enlace_de: Callable[[Hallazgo], Enlace | None], archivo: str | None
) -> Iterator[list[Any]]:
    """``renglones``: those of the frame, in the order of ``informe.hallazgos``. ``archivo``: where the document is, relative
    to the workbook."""
    suyas = not escala().vacia
    for hallazgo, r in zip(informe.hallazgos, renglones, strict=True):
        de_la_escala = [escala().nombre(hallazgo.gravedad, hallazgo.codigo)] if suyas else []
        origen = hallazgo.origen
        correccion = hallazgo.correccion_probable
        tomada = hallazgo.decision
        # what has no difference may be no figure: the number of a section
        en_cifras = hallazgo.diferencia is not None or hallazgo.recalculado is None
        programa = r["programa"]
        yield [
            gravedad_escrita(hallazgo.gravedad), *de_la_escala, r["codigo"], (archivo, r["ruta"]), r["region"],
            programa_en_palabras(programa) if programa else None, r["tabla"], r["fila"], r["actividad"],
            campo_en_palabras(r["campo"]) if r["campo"] else None,
            corto(origen.texto, _CITA) if origen is not None else None,
            *((r[c], r[f"{c}_valor"] if en_cifras and _CIFRA.fullmatch(r[c] or "") else None) for c in _COMPARADAS),
            en_castellano(r["mensaje"]), en_castellano(r["explicacion"]),
            cambio(correccion) if correccion is not None else None, _alternativas(hallazgo), r["pagina"],
            _lugar(hallazgo), enlace_de(hallazgo),
            tomada.valor if tomada is not None else None,
            f"{tomada.porque} ({tomada.quien}, decisión {tomada.id})" if tomada is not None else None,
            r["norma"], r["certeza"], r["servicio"], str(r["anio"]) if r["anio"] is not None else None, r["huella"],
        ]  # fmt: skip


def gravedad_escrita(gravedad: Gravedad) -> str:
    return f"{NIVELES[gravedad].simbolo} {NIVELES[gravedad].nombre}"


def cambio(correccion: Correccion) -> str:
    """ "ponderación ganada: 32,5 → 37,5 (explica 5)"."""
    de, a = con_coma(correccion.de) or "en blanco", con_coma(correccion.a) or "en blanco"
    return f"{campo_en_palabras(correccion.campo)}: {de} → {a} (explica {correccion.explica})"


def _alternativas(hallazgo: Hallazgo) -> str | None:
    escritas = [cambio(c) for c in hallazgo.alternativas[:_ALTERNATIVAS]]
    if len(hallazgo.alternativas) > _ALTERNATIVAS:
        escritas.append(f"y {len(hallazgo.alternativas) - _ALTERNATIVAS} más")
    return "; ".join(escritas) or None


def _lugar(hallazgo: Hallazgo) -> str | None:
    propio = lugar_en_palabras(hallazgo.origen) if hallazgo.origen is not None else None
    otros = len(hallazgo.lugares) - (hallazgo.origen is not None)
    if propio is None:
        return hallazgo.lugar
    return f"{propio}; y {otros} {'lugar' if otros == 1 else 'lugares'} más" if otros > 0 else propio
