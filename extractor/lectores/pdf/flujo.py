"""The text outside ruled tables in the order it is read: two columns one after the other, and what is clearly a table
without strokes told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.lectores.pdf.lineas import Linea, juntar_segmentos
from extractor.lectores.pdf.sin_rayas import TablaSinRayas, con_rotulo_encima, hallar_tabla
from extractor.lectores.pdf.sin_rayas_columnas import es_fila_de, hallar_al_pie, hallar_continuacion, letras_de, parece_fila_de

Renglon = list[Linea]

_FILAS_COLUMNAS = 4
"""Lines that both columns must share side by side."""
_ENTRE_ALTAS = 0.6
"""Gap, in type sizes, between two lines of one turned label."""
_ANCHO_COLUMNA = 0.22
"""Least part of the page's width that a column of prose fills, in its middle line."""


@dataclass(frozen=True, slots=True)
class Texto:
    """Lines in reading order and the edges between which they run. ``fila_suelta``: one of them looks like a row of the unruled
    table before them."""

    lineas: tuple[Linea, ...]
    izquierda: float
    derecha: float
    fila_suelta: bool = False


def en_renglones(segmentos: Sequence[Linea]) -> list[Renglon]:
    """Stretches of text grouped by the line they stand on, each from left to right."""
    renglones: list[Renglon] = []
    derechos = [x for x in segmentos if not _es_alto(x)]
    for segmento in sorted(derechos, key=lambda x: (x.base, x.x0)):
        if renglones and _misma_altura(renglones[-1], segmento):
            renglones[-1].append(segmento)
        else:
            renglones.append([segmento])
    altos: list[list[Linea]] = []
    for alto in sorted((x for x in segmentos if _es_alto(x)), key=lambda x: (x.x0, x.base)):
        if altos and _misma_etiqueta(altos[-1][-1], alto):
            altos[-1].append(alto)
        else:
            altos.append([alto])
    for etiqueta in altos:
        _tumbar(etiqueta, renglones)
    renglones.sort(key=lambda r: r[0].base)
    return [sorted(r, key=lambda x: x.x0) for r in renglones]


def _es_alto(segmento: Linea) -> bool:
    """Whether a stretch runs up or down the page."""
    x0, y0, x1, y1 = segmento.caja
    return y1 - y0 > 2 * segmento.tamano and y1 - y0 > x1 - x0


def _misma_etiqueta(una: Linea, otra: Linea) -> bool:
    """Whether turned text goes on in the next line of turned text."""
    juntas = -1 <= otra.x0 - una.x1 < _ENTRE_ALTAS * otra.tamano
    return juntas and min(una.caja[3], otra.caja[3]) > max(una.caja[1], otra.caja[1])


def _tumbar(etiqueta: Sequence[Linea], renglones: list[Renglon]) -> None:
    """Puts turned text (the label of a narrow column) in the line of most stretches that it stands cerca, whose foot it takes;
    what stands cerca none is a line of its own."""
    y0, y1 = min(x.caja[1] for x in etiqueta), max(x.caja[3] for x in etiqueta)
    tamano, x0, x1 = etiqueta[0].tamano, etiqueta[0].x0, etiqueta[-1].x1
    cerca = [r for r in renglones if y0 - tamano < r[0].base < y1 + 1 and all(x0 >= x.x1 - 1 or x1 <= x.x0 + 1 for x in r)]
    if cerca:
        renglon = max(cerca, key=len)
        renglon.extend([replace(x, base=renglon[0].base) for x in etiqueta])
    else:
        renglones.append([replace(x, base=y1) for x in etiqueta])


def _misma_altura(renglon: Renglon, segmento: Linea) -> bool:
    """Whether a stretch stands on the line, beside what is already there."""
    if segmento.base - renglon[0].base > 0.4 * min(segmento.tamano, renglon[0].tamano):
        return False
    return all(segmento.x0 >= x.x1 - 1 or segmento.x1 <= x.x0 + 1 for x in renglon)


def ordenar(
    segmentos: Sequence[Linea],
    reglas: Sequence[tuple[float, float, float]],
    ancho: float,
    izquierda: float,
    derecha: float,
    previa: TablaSinRayas | None = None,
    siguiente: Counter[str] | None = None,
) -> list[Texto | TablaSinRayas]:
    """Text and unruled tables of a stretch of page, in reading order. ``reglas``: strokes across (y, x0, x1) that belong
    to no table; ``izquierda`` and ``derecha``: the edges of the document's text; ``previa``: the unruled table that ended the
    page before, where the stretch opens a page; ``siguiente``: the letters of the first line of the next page, where it ends
    one."""
    partes: list[Texto | TablaSinRayas] = []
    sueltos: list[Linea] = []
    renglones = en_renglones(segmentos)
    indice = 0
    ultima = previa
    fila_suelta = False

    def cerrar() -> None:
        nonlocal fila_suelta
        if sueltos:
            partes.append(Texto(tuple(sueltos), izquierda, derecha, fila_suelta))
            sueltos.clear()
        fila_suelta = False

    seguida = hallar_continuacion(renglones, previa, reglas) if previa is not None else None
    if seguida is not None:
        tabla, indice = seguida
        partes.append(tabla)
    while indice < len(renglones):
        if len(renglones[indice]) < 2:
            sueltos.append(juntar_segmentos(renglones[indice]))
            indice += 1
            continue
        hallada = hallar_tabla(renglones, indice, reglas)
        if hallada is None and siguiente and (al_pie := hallar_al_pie(renglones, indice, siguiente, reglas)) is not None:
            hallada = al_pie, len(renglones)
        if hallada is not None:
            tabla, indice = hallada
            while sueltos and (completa := con_rotulo_encima(tabla, sueltos[-1])) is not None:
                tabla = completa
                sueltos.pop()
            cerrar()
            partes.append(tabla)
            ultima = tabla
            continue
        columnas = _columnas(renglones, indice, ancho)
        if columnas is not None:
            corte, fin = columnas
            cerrar()
            partes.append(_en_columnas([x for r in renglones[indice:fin] for x in r], corte))
            indice = fin
            continue
        if ultima is not None and (es_fila_de(ultima, renglones[indice]) or parece_fila_de(ultima, renglones[indice])):
            fila_suelta = True
        sueltos.append(juntar_segmentos(renglones[indice]))
        indice += 1
    cerrar()
    return partes


def letras_que_abren(segmentos: Sequence[Linea]) -> Counter[str] | None:
    """The letters of the first line of some text."""
    return letras_de(renglones[0]) if (renglones := en_renglones(segmentos)) else None


def _columnas(renglones: Sequence[Renglon], desde: int, ancho: float) -> tuple[float, int] | None:
    """Where two columns of prose that start at line ``desde`` part (x), and the line past their end; None if they do not."""
    izquierdo, derecho = renglones[desde][0], renglones[desde][-1]
    if len(renglones[desde]) != 2:
        return None
    libre = (izquierdo.x1, derecho.x0)
    pares, fin = 0, desde
    izquierdos: list[float] = []
    derechos: list[float] = []
    for renglon in renglones[desde:]:
        a = max([libre[0], *(x.x1 for x in renglon if x.x0 < (libre[0] + libre[1]) / 2)])
        b = min([libre[1], *(x.x0 for x in renglon if x.x0 >= (libre[0] + libre[1]) / 2)])
        if b - a < 0.8 * renglon[0].tamano:
            break
        libre = (a, b)
        izquierdos.extend(x.x1 - x.x0 for x in renglon if x.x1 <= a + 0.1)
        derechos.extend(x.x1 - x.x0 for x in renglon if x.x0 >= b - 0.1)
        pares += len(renglon) == 2
        fin += 1
    if pares < _FILAS_COLUMNAS:
        return None
    medias = [sorted(lado)[len(lado) // 2] for lado in (izquierdos, derechos)]
    if min(medias) < _ANCHO_COLUMNA * ancho:
        return None
    return (libre[0] + libre[1]) / 2, fin


def _en_columnas(segmentos: Sequence[Linea], corte: float) -> Texto:
    """The left column and then the right one, measured as if it stood under the left one."""
    izquierda = [x for x in segmentos if x.x0 < corte]
    derecha = [x for x in segmentos if x.x0 >= corte]
    x0, x1 = min(x.x0 for x in izquierda), max(x.x1 for x in izquierda)
    dx = x0 - min(x.x0 for x in derecha)
    movidas = [replace(x, dx=dx) for x in derecha]
    return Texto((*izquierda, *movidas), x0, max([x1, *(x.x1 for x in movidas)]))
