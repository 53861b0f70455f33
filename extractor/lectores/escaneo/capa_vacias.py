"""Cells for which the text of a scanned PDF has nothing, and its picture has: the programs that wrote it passed lone digits of
narrow columns over. They are read as those of a scan are, where tesseract is at hand, and counted where it is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.comun.herramientas import tesseract
from extractor.lectores.escaneo import cifras
from extractor.lectores.escaneo.enderezado import Caja, Hoja
from extractor.lectores.escaneo.imagenes import PUNTOS_POR_PULGADA
from extractor.lectores.escaneo.laminas import CajaPx, caja_de_tinta, limpiar
from extractor.lectores.escaneo.ocr import OcrDemorado, OcrNoDisponible, Palabra
from extractor.lectores.escaneo.pagina import BORDE_CELDA, BORDE_TINTA, MIN_ALTO_TINTA, PaginaEscaneada
from extractor.lectores.escaneo.renglones import en_renglones, letras_de
from extractor.lectores.pdf.tablas import CeldaPagina, TablaPagina

if TYPE_CHECKING:
    from extractor.lectores.escaneo.imagenes import Grises


def completar(pagina: PaginaEscaneada, hoja: Hoja, sin_lineas: Grises, tamano: float) -> None:
    """Fills the blank cells of a page's tables with what its picture shows in them, and counts in ``sin_leer`` those that could
    not be read: all of them where the text was not recognised but written over the picture. ``sin_lineas``: the sheet without
    its rulings; ``tamano``: its type size in points."""
    for tabla in pagina.tablas:
        vacias = [c for c in tabla.celdas if not c.letras]
        if vacias:
            _completar(pagina, hoja, tabla, vacias, sin_lineas, tamano * hoja.ppp / PUNTOS_POR_PULGADA)


def _completar(
    pagina: PaginaEscaneada, hoja: Hoja, tabla: TablaPagina, vacias: Sequence[CeldaPagina], sin_lineas: Grises, tamano: float
) -> None:
    x, y, x_fin, y_fin = (max(n, 0) for n in _en_pixeles(tabla.caja, hoja.ppp, 0.0))
    limpia = limpiar(sin_lineas[y:y_fin, x:x_fin])
    cajas = [_en_pixeles(c.caja, hoja.ppp, BORDE_CELDA) for c in vacias]
    tintas = [_tinta(limpia, (a - x, b - y, c - x, d - y), hoja.ppp) for a, b, c, d in cajas]
    con_tinta = [(celda, caja) for celda, caja in zip(vacias, tintas, strict=True) if caja is not None]
    if not con_tinta:
        return
    leidas = _leer(limpia, hoja.ppp, [caja for _, caja in con_tinta], tamano, pedir=pagina.reconocida)
    for (celda, _), (palabras, segura) in zip(con_tinta, leidas, strict=True):
        pagina.sin_leer += not palabras
        propias = [replace(p, x0=p.x0 + x, x1=p.x1 + x, y0=p.y0 + y, y1=p.y1 + y) for p in palabras]
        for renglon in en_renglones(propias):
            celda.letras.extend(letras_de(renglon, renglon.tamano, PUNTOS_POR_PULGADA / hoja.ppp))
        pagina.palabras.extend((hoja.a_puntos((p.x0, p.y0, p.x1, p.y1)), not segura) for p in propias)


def _leer(
    limpia: Grises, ppp: float, cajas: Sequence[CajaPx], tamano: float, *, pedir: bool
) -> list[tuple[list[Palabra], bool]]:
    nada: list[tuple[list[Palabra], bool]] = [([], False) for _ in cajas]
    if not pedir or tesseract.falta() is not None:
        return nada
    try:
        return cifras.releer(limpia, ppp, cajas, tamano)
    except (OcrDemorado, OcrNoDisponible):
        return nada


def _tinta(limpia: Grises, caja: CajaPx, ppp: float) -> CajaPx | None:
    """The part of a cell that shows something as high as a letter."""
    if min(caja[2] - caja[0], caja[3] - caja[1]) < 4:
        return None
    tinta = caja_de_tinta(limpia, caja, round(BORDE_TINTA * ppp))
    return tinta if tinta is not None and tinta[3] - tinta[1] >= (MIN_ALTO_TINTA + 2 * BORDE_TINTA) * ppp else None


def _en_pixeles(caja: Caja, ppp: float, borde: float) -> CajaPx:
    """A box in pixels, ``borde`` inches within its sides."""
    x0, y0, x1, y1 = (v * ppp / PUNTOS_POR_PULGADA for v in caja)
    return (round(x0 + borde * ppp), round(y0 + borde * ppp), round(x1 - borde * ppp), round(y1 - borde * ppp))
