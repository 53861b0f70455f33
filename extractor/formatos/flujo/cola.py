"""Where the last cell of a stream table ends and the free text that it swallowed begins.

Two blank lines part them wherever they stand. With one, or none, the column tells: one of figures takes nothing but figures,
words that may stand for one and remarks of theirs; in any other, only what has a shape of its own (a note, a farewell, a
rule, a signature) is told from the cell's text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import ordinal
from extractor.formatos.flujo.celdas import HUECO_TRAS_BLANCA, Roles, hueco_de_cola, sin_cola
from extractor.formatos.flujo.cortes import es_cifra
from extractor.formatos.lineas_de_nota import es_nota
from extractor.formatos.piezas import con_parrafos
from extractor.formatos.secciones.firma import desde_el_nombre
from extractor.modelo.campos import DE_CIFRAS
from extractor.modelo.documento import OCR_DUDOSA, Celda, Parrafo
from extractor.vocabularios.estados import veredicto_inicial
from extractor.vocabularios.filas import abre_texto_bajo_tabla, nombra_total

_LARGO_COMENTARIO = 60
"""Longest remark that stands with a figure, or in its place."""
_HUECO_DE_CIFRAS = 5
"""Most blank lines before a figure that may still be of the cell above: those that two blank paragraphs take."""
_FILAS_QUE_DICEN = 3
"""Rows from which a column's cells tell how they are written."""
_FECHA = re.compile(r"\d{1,2}°? de [a-zñ]+(?:,| del?)? ?\d{4}", re.IGNORECASE)
_RAYA = re.compile(r"[-_–—=*]{4,}")
_COMIENZA_CIFRA = re.compile(r"\$?\d[\d.,]*\s?(?:%|\(|[-–—]|de\s+\d|pts?\b|puntos?\b|$)", re.IGNORECASE)


def sin_texto_libre(
    celdas: Sequence[Celda], roles: Roles, tras_blanca: int = HUECO_TRAS_BLANCA
) -> tuple[Celda, tuple[Parrafo, ...]]:
    """The last of the cells, which ends a row, without the free text after it, and that text. ``tras_blanca``: as in
    ``sin_cola``."""
    ultima, libres = sin_cola(celdas[-1], hueco_de_cola(celdas), tras_blanca)
    ancho = len(roles)
    otras = celdas[-1 - ancho :: -ancho]
    if roles[-1] in DE_CIFRAS:
        lado = (c for c, r in zip(celdas[-ancho:-1], roles[:-1], strict=False) if r in DE_CIFRAS)
        pares = max((sum(_de_cifras(p.texto) for p in c.parrafos) for c in lado), default=0)
        if libres and ultima.parrafos:
            suyas = _cifras_que_faltan(libres, pares - sum(_de_cifras(p.texto) for p in ultima.parrafos))
            ultima, libres = con_parrafos(ultima, (*ultima.parrafos, *suyas)), libres[len(suyas) :]
        fin = _tras_las_cifras(ultima.parrafos, otras, pares)
    else:
        fin = _por_su_forma(ultima.parrafos, otras, con_firma=roles[-1] != "responsable")
    if fin == len(ultima.parrafos):
        return ultima, libres
    return con_parrafos(ultima, ultima.parrafos[:fin]), (*ultima.parrafos[fin:], *libres)


def cola_dudosa(celdas: Sequence[Celda], roles: Roles) -> Parrafo | None:
    """The first paragraph after a blank line in the last of the cells, a column of words, where neither another cell of its
    row nor another of its column has such a line: it may stand below the table."""
    ancho = len(roles)
    otras = (*celdas[-ancho:-1], *celdas[-1 - ancho :: -ancho])
    if roles[-1] in DE_CIFRAS or len(celdas) < ancho * _FILAS_QUE_DICEN or any(_tras_blanca(c) for c in otras):
        return None
    return _tras_blanca(celdas[-1])


def _tras_blanca(celda: Celda) -> Parrafo | None:
    return next((p for p in celda.parrafos[1:] if p.hueco), None)


def _cifras_que_faltan(libres: Sequence[Parrafo], faltan: int) -> tuple[Parrafo, ...]:
    """The bare figures that open the text below a cell of figures which has fewer than stand beside it: one left blank parts
    the rest from it as free text is parted. They may be of the cell or not, so they are doubtful."""
    seguidas = itertools.takewhile(lambda p: p.hueco <= _HUECO_DE_CIFRAS and leer_numero(p.texto) is not None, libres)
    suyas = tuple(replace(p, estilo=OCR_DUDOSA) for p in seguidas)
    return suyas if len(suyas) <= faltan else ()


def _tras_las_cifras(parrafos: Sequence[Parrafo], otras: Sequence[Celda], pares: int) -> int:
    """How many paragraphs of a cell of figures are its own. ``otras``: the column's other cells, looked at only where the cell
    leaves a doubt (a stream asks at the end of every row); ``pares``: how many figures stand beside it in its row."""
    por_forma = _por_su_forma(parrafos, otras, con_firma=True)
    cifras = 0
    for indice, parrafo in enumerate(parrafos[:por_forma]):
        if _de_cifras(parrafo.texto):
            cifras += 1
            continue
        if not indice and not parrafo.hueco:
            # words on the very line of the tab
            continue
        siguiente = parrafos[indice + 1] if indice + 1 < por_forma else None
        if _comenta(parrafo) or (siguiente and nombra_total(parrafo.texto) and _de_cifras(siguiente.texto)):
            continue
        if cifras < pares and (_responde(parrafo.texto) or (siguiente and _de_cifras(siguiente.texto))):
            cifras += 1
            continue
        if not all(_de_cifras(p.texto) for c in otras for p in c.parrafos):
            # remarks are this column's habit
            return por_forma
        return indice if cifras or any(c.parrafos for c in otras) else por_forma
    return por_forma


def _por_su_forma(parrafos: Sequence[Parrafo], otras: Sequence[Celda], *, con_firma: bool) -> int:
    """How many paragraphs stand before the first that is a note, a farewell, a rule or a name with a position, where no other
    cell of the column has one. ``con_firma``: whether the last of these is looked for."""
    con_forma = (n for n, p in enumerate(parrafos) if (n or p.hueco) and _con_forma(p.texto))
    desde = next(con_forma, desde_el_nombre(parrafos) if con_firma else len(parrafos))
    if desde < len(parrafos) and any(_con_forma(p.texto) for c in otras for p in c.parrafos):
        return len(parrafos)
    return desde


def _con_forma(texto: str) -> bool:
    return abre_texto_bajo_tabla(texto) or _RAYA.fullmatch(texto.replace(" ", "")) is not None


def _de_cifras(texto: str) -> bool:
    """Whether a paragraph may stand in a cell of figures by itself: figures, a word for one, a figure with a label or remark."""
    if es_cifra(texto) or all(leer_numero(t) for t in texto.split()):
        return True
    if nombra_total(texto):
        return any(ch.isdigit() for ch in texto)
    breve = len(texto) <= _LARGO_COMENTARIO and ordinal(texto) is None and not _FECHA.match(texto)
    return breve and _COMIENZA_CIFRA.match(texto) is not None


def _comenta(parrafo: Parrafo) -> bool:
    """Whether a paragraph goes on with the figure above it: in brackets, or in lower case on the next line."""
    texto = parrafo.texto
    if len(texto) > _LARGO_COMENTARIO or es_nota(texto):
        return False
    return (texto.startswith(("(", "[")) and texto.endswith((")", "]", ")."))) or (not parrafo.hueco and texto[:1].islower())


def _responde(texto: str) -> bool:
    """Whether a paragraph opens with a verdict or is one word ("s/i"), which may stand where a figure is missing."""
    return len(texto.split()) == 1 or (len(texto) <= _LARGO_COMENTARIO and veredicto_inicial(texto) is not None)
