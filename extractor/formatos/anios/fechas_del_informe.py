"""The dates that a report bears: on its letter, its cover, its head or its foot, never the deadlines of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.comun.citas import sin_citas
from extractor.comun.meses import MESES, OTRAS_GRAFIAS
from extractor.comun.texto import plegar
from extractor.modelo.documento import BloqueTabla, Documento, FlujoCeldas, Parrafo

_MES = "|".join((*MESES, *OTRAS_GRAFIAS, *(m[:3] for m in MESES), "set", "sept"))
_FECHA = re.compile(
    rf"(?:(?P<dia>\d{{1,2}})\s?(?:de\s|[-/.]\s?)?)?\b(?P<mes>{_MES})\b\.?,?\s?(?:del?\s|[-/]\s?)?(?:ano\s)?(?P<anio>20\d\d)\b"
    r"|\b\d{1,2}\s?[-/.]\s?(?P<numero>\d{1,2})\s?[-/.]\s?(?P<otro>20\d\d)\b"
)
_UN_MES = re.compile(rf"\b(?:{'|'.join((*MESES, *OTRAS_GRAFIAS))})\b")
_PALABRAS_ANTES = 4
"""Words before the date in a line that bears it ("Santiago de Chile, a")."""
_FILAS_DE_FECHA = 4
"""Rows of the longest table of who wrote a report and when."""
_COLUMNAS_DE_CARTA = 3
"""Columns of the widest table that holds the head of a letter."""
_HUECO_LIBRE = 2
_MESES_FINALES, _MESES_SIGUIENTES = range(10, 13), range(1, 5)
"""A report of a year is of its last months, or of the first ones of the next."""

Fecha = tuple[int, int]
"""Year and month."""


def anio_de_fecha(fecha: Fecha) -> int | None:
    """The year that a report of such a date is of; None where it may be of either.

    >>> anio_de_fecha((2008, 12)), anio_de_fecha((2009, 1)), anio_de_fecha((2008, 7))
    (2008, 2008, None)
    """
    anio, mes = fecha
    if mes in _MESES_FINALES:
        return anio
    return anio - 1 if mes in _MESES_SIGUIENTES else None


def fecha_de_linea(texto: str) -> Fecha | None:
    """The date that a line bears, after its place or a label, with nothing or another sentence behind it; None for any other.

    >>> [fecha_de_linea(x) for x in ("Talca, 28 de diciembre de 2008", "Enero a diciembre de 2008", "Fecha: 15-01-2009")]
    [(2008, 12), None, (2009, 1)]
    """
    plano = plegar(sin_citas(texto)).strip()
    hallada = _FECHA.search(plano)
    if hallada is None:
        return None
    antes, despues = plano[: hallada.start()], plano[hallada.end() :].strip()
    if len(antes.split()) > _PALABRAS_ANTES or _UN_MES.search(antes) or any(c.isdigit() for c in antes):
        return None
    if despues and not despues.startswith((".", ";")):
        return None
    if hallada["otro"] is not None:
        mes = int(hallada["numero"])
        return (int(hallada["otro"]), mes) if 1 <= mes <= 12 else None
    return int(hallada["anio"]), _numero(hallada["mes"])


def _numero(mes: str) -> int:
    return 9 if mes.startswith("set") else next(n for n, m in enumerate(MESES, start=1) if m.startswith(mes[:3]))


def fechas_del_informe(documento: Documento) -> list[Fecha]:
    """The dates of a document, each once, in order."""
    halladas = (fecha_de_linea(linea) for linea in (*documento.membretes, *_lineas(documento)))
    return sorted({f for f in halladas if f is not None})


def _lineas(documento: Documento) -> Iterator[str]:
    """The lines that may bear the report's date: free ones; of cells, those that such a line fell into, and those of a small
    table that says who wrote the report and when, or that holds the head of a letter."""
    primera = next((b for b in documento.bloques if isinstance(b, BloqueTabla)), None)
    for bloque in documento.bloques:
        if isinstance(bloque, Parrafo):
            yield bloque.texto
        elif isinstance(bloque, FlujoCeldas):
            caidas = (p.texto for c in bloque.celdas for p in c.parrafos if p.hueco >= _HUECO_LIBRE)
            yield from (t for t in caidas if _con_lugar(t))
        elif len(bloque.filas) <= _FILAS_DE_FECHA:
            textos = [p.texto for f in bloque.filas for c in f.celdas for p in c.parrafos]
            de_carta = bloque is primera and max(len(f.celdas) for f in bloque.filas) <= _COLUMNAS_DE_CARTA
            if any(plegar(t).startswith("fecha") for t in textos):
                yield from textos
            elif de_carta:
                yield from filter(_con_lugar, textos)


def _con_lugar(texto: str) -> bool:
    """Whether a line opens with a place before its date, as letters do and deadlines do not."""
    lugar, _, resto = texto.partition(",")
    nombra = 0 < len(lugar.split()) <= _PALABRAS_ANTES and not any(c.isdigit() for c in lugar)
    return nombra and any(c.isdigit() for c in resto)
