"""A scanned page whose PDF brings its text, recognised by another program: the tables are drawn only in the picture.

The words of the PDF are kept, each in the cell of the picture's grid where it stands, so that the text at a place is what a
reader of the PDF finds there. tesseract is asked only for cells that the text leaves blank and the picture does not.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

from extractor.lectores.escaneo.capa_vacias import completar
from extractor.lectores.escaneo.enderezado import Hoja, dada_vuelta, enderezar
from extractor.lectores.escaneo.imagenes import PUNTOS_POR_PULGADA, Pagina
from extractor.lectores.escaneo.notas import separar_notas
from extractor.lectores.escaneo.pagina import PaginaEscaneada
from extractor.lectores.escaneo.rayas import rayas, sin_rayas
from extractor.lectores.escaneo.rejilla import rejillas, sueltas, tabla_de
from extractor.lectores.pdf.letras import HUECO_ESPACIO, Letra
from extractor.lectores.pdf.lineas import en_lineas
from extractor.lectores.pdf.paginas import PaginaLeida, fuera_de
from extractor.lectores.pdf.tablas import CeldaPagina, TablaPagina, colocar

MISMA_MEDIDA = 2.0
"""Points by which the picture's page may differ from the one that the text was laid on."""
EN_SU_CELDA, MAL_PUESTAS = 0.7, 0.1
"""Share of a word's width that its cell holds, and share of the words that may stand worse: with more, text and picture do not
match, or the grid is no table."""
MISMO_PIE = 0.3
"""Type sizes between the feet of two letters of one word."""

Palabra = list[Letra]


def leer_capa(pagina: Pagina, leida: PaginaLeida) -> PaginaEscaneada | None:
    """The page with its words in the tables that its picture shows; None where it shows none that fits them."""
    hoja = _hoja(pagina, leida.giro)
    alto, ancho = (n * PUNTOS_POR_PULGADA / hoja.ppp for n in hoja.pixeles.shape)
    if abs(ancho - leida.ancho) > MISMA_MEDIDA or abs(alto - leida.alto) > MISMA_MEDIDA:
        return None
    horizontales, verticales = rayas(hoja.pixeles, hoja.ppp)
    halladas = rejillas(horizontales, verticales, hoja.ppp)
    palabras = [_enderezada(p, hoja) for p in _palabras(leida.capa)] if halladas else []
    escala = PUNTOS_POR_PULGADA / hoja.ppp
    tablas = _con_palabras([tabla_de(r, leida.numero, escala) for r in halladas], palabras)
    if not tablas:
        return None
    nueva = PaginaEscaneada(leida.numero, ancho, alto, hoja=hoja, reconocida=leida.reconocida, tachados=leida.tachados)
    nueva.tablas, nueva.reglas = tablas, sueltas(horizontales, halladas, escala)
    sin_lineas = sin_rayas(hoja.pixeles, horizontales, verticales, hoja.ppp)
    completar(nueva, hoja, sin_lineas, statistics.median(c.tamano for c in leida.capa))
    libres = fuera_de([_entera(p) for p in palabras], tablas)
    sitios = {_entera(p): p for p in palabras}
    nueva.lineas = en_lineas([c for e in libres for c in sitios[e]], leida.numero, partir=True)
    for celda in (c for t in tablas for c in t.celdas):
        celda.lineas = en_lineas(celda.letras, leida.numero)
        celda.letras = []
    nueva.lineas, nueva.notas = separar_notas(nueva.lineas, nueva.reglas, max(t.ys[-1] for t in tablas), ancho)
    return nueva


def _hoja(pagina: Pagina, giro: int) -> Hoja:
    """The picture turned as its text was to be read, and straight."""
    cuartos = -giro // 90 % 4
    hoja = enderezar(pagina, cuartos % 2)
    return dada_vuelta(hoja) if cuartos >= 2 else hoja


def _palabras(letras: Sequence[Letra]) -> list[Palabra]:
    """The words as they were laid: recognised ones stand one by one, so a gap, a blank or another foot opens the next."""
    palabras: list[Palabra] = []
    previa: Letra | None = None
    for letra in letras:
        if letra.texto.isspace():
            previa = None
            continue
        if previa is not None and _sigue(previa, letra):
            palabras[-1].append(letra)
        else:
            palabras.append([letra])
        previa = letra
    return palabras


def _sigue(previa: Letra, letra: Letra) -> bool:
    tamano = max(previa.tamano, letra.tamano)
    junta = -tamano <= letra.x0 - previa.x1 <= HUECO_ESPACIO * tamano
    return junta and abs(letra.abajo - previa.abajo) <= MISMO_PIE * tamano and previa.giro == letra.giro == 0


def _enderezada(palabra: Palabra, hoja: Hoja) -> Palabra:
    """A word where it stands on the straightened sheet: moved whole when it was laid level, letter by letter when it goes along
    the slant."""
    level = abs(palabra[0].abajo - palabra[-1].abajo) < 0.01 * palabra[0].tamano
    entera = _entera(palabra)
    return [_mover(c, entera if level else c, hoja) for c in palabra]


def _mover(letra: Letra, centro: Letra, hoja: Hoja) -> Letra:
    """A letter moved as the middle of ``centro`` is when the sheet is straightened (the way back of ``Hoja.a_puntos``)."""
    escala = PUNTOS_POR_PULGADA / hoja.ppp
    alto, ancho = (n * escala for n in hoja.pixeles.shape)
    x, y = (centro.x0 + centro.x1 - ancho) / 2, (centro.arriba + centro.abajo - alto) / 2
    coseno, seno = math.cos(math.radians(hoja.angulo)), math.sin(math.radians(hoja.angulo))
    dx, dy = x * coseno + y * seno - x, y * coseno - x * seno - y
    return letra._replace(x0=letra.x0 + dx, x1=letra.x1 + dx, arriba=letra.arriba + dy, abajo=letra.abajo + dy)


def _entera(palabra: Palabra) -> Letra:
    """A word as if it were one letter."""
    x0, x1 = min(c.x0 for c in palabra), max(c.x1 for c in palabra)
    arriba, abajo = min(c.arriba for c in palabra), max(c.abajo for c in palabra)
    texto = "".join(c.texto for c in palabra)
    return Letra(texto, x0, arriba, x1, abajo, palabra[0].tamano, palabra[0].giro)


def _con_palabras(tablas: list[TablaPagina], palabras: Sequence[Palabra]) -> list[TablaPagina]:
    """The tables with words in two columns at least, and these in their cells; none when many stand across the rulings."""
    enteras = {_entera(p): p for p in palabras}
    llenas = [t for t in colocar(tablas, list(enteras)) if len({c.columna for c in t.celdas if c.letras}) > 1]
    puestas = [(e, c) for t in llenas for c in t.celdas for e in c.letras]
    if sum(_cruza(e, c) for e, c in puestas) > MAL_PUESTAS * len(puestas):
        return []
    for celda in (c for t in llenas for c in t.celdas):
        celda.letras = [letra for e in celda.letras for letra in enteras[e]]
    return llenas


def _cruza(palabra: Letra, celda: CeldaPagina) -> bool:
    dentro = min(palabra.x1, celda.caja[2]) - max(palabra.x0, celda.caja[0])
    return dentro < EN_SU_CELDA * (palabra.x1 - palabra.x0)


__all__ = ["leer_capa"]
