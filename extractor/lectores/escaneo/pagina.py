"""One scanned page -> the same record that a PDF page with text gives: tables of cells of lines, free lines.

Reading order of the work: upright, rulings, grid, one read of all regions, figures read again, ink that was passed over.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.lectores.escaneo import cifras
from extractor.lectores.escaneo.enderezado import Caja, Hoja, dada_vuelta, enderezar
from extractor.lectores.escaneo.glifos import Digito, digitos_de
from extractor.lectores.escaneo.imagenes import PUNTOS_POR_PULGADA, Pagina
from extractor.lectores.escaneo.laminas import CajaPx, caja_de_tinta, leer_recortes, limpiar
from extractor.lectores.escaneo.notas import separar_notas
from extractor.lectores.escaneo.ocr import ESPERA, OcrDemorado, Palabra
from extractor.lectores.escaneo.ordinales import con_ordinales, sin_ele
from extractor.lectores.escaneo.rayas import rayas, sin_rayas
from extractor.lectores.escaneo.rejilla import rejillas, sueltas, tabla_de
from extractor.lectores.escaneo.renglones import Renglon, en_renglones, letras_de, tamanos_parejos
from extractor.lectores.escaneo.retoques import retocar
from extractor.lectores.escaneo.vinetas import con_vineta
from extractor.lectores.pdf.lineas import en_lineas
from extractor.lectores.pdf.paginas import PaginaLeida

if TYPE_CHECKING:
    from extractor.lectores.escaneo.imagenes import Grises

CONFIANZA_DERECHA = 60.0
"""Mean confidence of the letters of a page under which it may be upside down."""
PPP_LECTURA = 250.0
"""Resolution of the first read: of 120 rows of the samples (200 dpi) 103 came out letter by letter at 250, 98 at 200, 96
at 300."""
BORDE_CELDA = 0.02
BORDE_TINTA = 0.04
MIN_LETRAS = 12
MIN_ALTO_TINTA = 0.05


@dataclass(slots=True)
class PaginaEscaneada(PaginaLeida):
    """A page read from pixels. Its lines stand on the straightened sheet; ``caja_mostrada`` gives their place on the
    page as it came. ``palabras``: each word's box there and whether it is doubtful; ``digitos``: each one's shapes."""

    hoja: Hoja | None = None
    palabras: list[tuple[Caja, bool]] = field(default_factory=list)
    digitos: list[tuple[Digito, ...]] = field(default_factory=list)
    sin_leer: int = 0
    reconocida: bool = True

    def caja_mostrada(self, caja: Caja) -> Caja:
        if self.hoja is None:
            return caja
        escala = self.hoja.ppp / PUNTOS_POR_PULGADA
        x0, y0, x1, y1 = self.hoja.a_puntos((caja[0] * escala, caja[1] * escala, caja[2] * escala, caja[3] * escala))
        return (round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))


@dataclass(slots=True)
class _Region:
    """A place to read by itself: a cell of a grid, or the paper between tables (``celda`` None)."""

    caja: CajaPx
    tabla: int | None
    celda: int | None
    palabras: list[Palabra] = field(default_factory=list)
    renglones: list[Renglon] = field(default_factory=list)


def leer_pagina(pagina: Pagina) -> PaginaEscaneada:
    """The page as read. A page without ink has no lines. Raises OcrNoDisponible, or OcrDemorado past the time limit."""
    desde = time.monotonic()
    hoja = enderezar(pagina)
    lectura = _Lectura(hoja)
    if lectura.regiones:
        lectura.leer()
        for otra in (dada_vuelta(hoja), *_de_lado(pagina, hoja)):
            if lectura.confianza() >= CONFIANZA_DERECHA or time.monotonic() - desde > ESPERA:
                break
            vuelta = _Lectura(otra)
            vuelta.leer()
            lectura = max(lectura, vuelta, key=_Lectura.peso)
    return lectura.terminar()


def _de_lado(pagina: Pagina, hoja: Hoja) -> Iterator[Hoja]:
    """The page lying on its other side, both ways up: rows that repeat one text can look like lines across."""
    otra = enderezar(pagina, 1 - hoja.cuartos)
    yield otra
    yield dada_vuelta(otra)


class _Lectura:
    """The reading of one sheet, one way up."""

    def __init__(self, hoja: Hoja) -> None:
        self.hoja = hoja
        self.ppp = hoja.ppp
        self.horizontales, self.verticales = rayas(hoja.pixeles, hoja.ppp)
        self.rejillas = rejillas(self.horizontales, self.verticales, hoja.ppp)
        self.limpia: Grises = limpiar(sin_rayas(hoja.pixeles, self.horizontales, self.verticales, hoja.ppp))
        self.regiones = self._regiones()
        self.dudosas: set[Palabra] = set()
        self.sin_leer = 0

    def _regiones(self) -> list[_Region]:
        borde = round(BORDE_CELDA * self.ppp)
        regiones: list[_Region] = []
        for n, rejilla in enumerate(self.rejillas):
            for m, celda in enumerate(rejilla.celdas):
                x0, y0, x1, y1 = (round(v) for v in celda.caja)
                caja = (x0 + borde, y0 + borde, x1 - borde, y1 - borde)
                self._sumar(regiones, self._hasta_la_raya(caja, borde), n, m)
        alto, ancho = self.limpia.shape
        y = 0
        for rejilla in self.rejillas:
            self._sumar(regiones, (0, y, ancho, max(y, round(rejilla.caja[1]) - borde)), None, None)
            y = max(y, round(rejilla.caja[3]) + borde)
        self._sumar(regiones, (0, y, ancho, alto), None, None)
        return regiones

    def _hasta_la_raya(self, caja: CajaPx, borde: int) -> CajaPx:
        """The box of a cell, taken up to the ruling above or below where its ink goes on that far: the foot of a "g", the
        accent of a capital."""
        x0, y0, x1, y1 = caja
        if x1 - x0 < 4 or y1 - y0 < 4:
            return caja
        toca_arriba, toca_abajo = (int((self.limpia[y : y + 2, x0:x1] < 150).sum()) >= 2 for y in (y0, y1 - 2))
        return (x0, y0 - borde if toca_arriba else y0, x1, y1 + borde if toca_abajo else y1)

    def _sumar(self, regiones: list[_Region], caja: CajaPx, tabla: int | None, celda: int | None) -> None:
        if caja[2] - caja[0] < 4 or caja[3] - caja[1] < 4:
            return
        tinta = caja_de_tinta(self.limpia, caja, round(BORDE_TINTA * self.ppp))
        if tinta is not None:
            regiones.append(_Region(tinta, tabla, celda))

    def leer(self) -> None:
        """The first read of every region."""
        cajas = [r.caja for r in self.regiones]
        escala = max(1.0, min(PPP_LECTURA / self.ppp, 1.5))
        try:
            leidas = leer_recortes(self.limpia, self.ppp, cajas, escala)
        except OcrDemorado:
            leidas = leer_recortes(self.limpia, self.ppp, cajas, 1.0)
        for region, palabras in zip(self.regiones, leidas, strict=True):
            region.palabras = [p for p in palabras if any(not c.isspace() for c in p.texto)]

    def confianza(self) -> float:
        pesos = [(p.confianza, len(p.texto)) for r in self.regiones for p in r.palabras]
        letras = sum(n for _, n in pesos)
        return sum(c * n for c, n in pesos) / letras if letras >= MIN_LETRAS else 0.0

    def peso(self) -> float:
        """How much was read well: what tells one way up from the other."""
        return sum(p.confianza * len(p.texto) for r in self.regiones for p in r.palabras if p.confianza > 70)

    def terminar(self) -> PaginaEscaneada:
        """Figures read again, and everything put in its place."""
        self._releer_olvidadas()
        for region in self.regiones:
            region.renglones = [con_vineta(r, self.limpia) for r in en_renglones(region.palabras)]
        todos = [(n, r) for n, region in enumerate(self.regiones) for r in region.renglones]
        tamano = _tamano([r for _, r in todos], self.ppp)
        revisados, dudosas = cifras.revisar(self.limpia, self.ppp, [r for _, r in todos], tamano)
        self.dudosas |= dudosas
        for region in self.regiones:
            region.renglones = []
        for (n, _), renglon in zip(todos, revisados, strict=True):
            retocado = retocar(sin_ele(renglon), self.limpia, tamano)
            self.regiones[n].renglones.append(con_ordinales(retocado, self.limpia))
        return self._armar()

    def _releer_olvidadas(self) -> None:
        """Ink in a cell where the first read saw nothing: lone digits of narrow columns are often passed over."""
        olvidadas = [
            r
            for r in self.regiones
            if r.celda is not None and not r.palabras and r.caja[3] - r.caja[1] >= (MIN_ALTO_TINTA + 2 * BORDE_TINTA) * self.ppp
        ]
        if not olvidadas:
            return
        tamano = _tamano([x for r in self.regiones for x in en_renglones(r.palabras)], self.ppp)
        releidas = cifras.releer(self.limpia, self.ppp, [r.caja for r in olvidadas], tamano)
        for region, (palabras, segura) in zip(olvidadas, releidas, strict=True):
            region.palabras = palabras
            if not segura:
                self.dudosas.update(palabras)
            if not palabras:
                self.sin_leer += 1

    def _armar(self) -> PaginaEscaneada:
        escala = PUNTOS_POR_PULGADA / self.ppp
        alto, ancho = self.limpia.shape
        leida = PaginaEscaneada(self.hoja.numero, ancho * escala, alto * escala, hoja=self.hoja, sin_leer=self.sin_leer)
        todos = [r for region in self.regiones for r in region.renglones]
        comun = statistics.median(r.tamano for r in todos for _ in r.palabras) if todos else None
        leida.tablas = [tabla_de(r, leida.numero, escala) for r in self.rejillas]
        for region in self.regiones:
            lineas = []
            tamanos = tamanos_parejos(region.renglones, comun)
            for renglon, tamano in zip(region.renglones, tamanos, strict=True):
                letras = letras_de(renglon, tamano, escala)
                lineas.extend(en_lineas(letras, leida.numero, partir=region.celda is None))
                leida.palabras.extend((self._lugar(p), self._dudosa(p)) for p in renglon.palabras)
                leida.digitos.extend(digitos_de(p, self.limpia) for p in renglon.palabras)
            if region.celda is None or region.tabla is None:
                leida.lineas.extend(lineas)
            else:
                leida.tablas[region.tabla].celdas[region.celda].lineas = lineas
        leida.reglas = sueltas(self.horizontales, self.rejillas, escala)
        fondo = max((t.ys[-1] for t in leida.tablas), default=0.0)
        leida.lineas, leida.notas = separar_notas(leida.lineas, leida.reglas, fondo, leida.ancho)
        return leida

    def _lugar(self, palabra: Palabra) -> Caja:
        return self.hoja.a_puntos((palabra.x0, palabra.y0, palabra.x1, palabra.y1))

    def _dudosa(self, palabra: Palabra) -> bool:
        if palabra in self.dudosas:
            return True
        return not any(c.isdigit() for c in palabra.texto) and palabra.confianza < cifras.CONFIANZA_MINIMA


def _tamano(renglones: Sequence[Renglon], ppp: float) -> float:
    """The commonest type size of a page in pixels; 11 points where nothing was read."""
    return statistics.median([r.tamano for r in renglones for _ in r.palabras] or [11 * ppp / PUNTOS_POR_PULGADA])
