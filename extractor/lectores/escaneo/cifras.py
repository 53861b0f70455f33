"""Figures read twice: in their cell, with the whole page, and again alone, at another size. What the two reads do not
agree on is read a third time and stays doubtful unless two of the three agree.

The size matters more than the resolution: of 1,314 figures cut from sample pages, read alone with capitals 24 pixels
high 3 came out wrong and 30 high 3 (none in common), 48 high 54 and 72 high 158 ("25" as "29", "50%" as "90%").

The values are never compared with what they should add up to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.comun.numeros import leer_numero
from extractor.lectores.escaneo.laminas import CajaPx, leer_recortes
from extractor.lectores.escaneo.ocr import Palabra
from extractor.lectores.escaneo.renglones import ALTO_MAYUSCULA, Renglon

if TYPE_CHECKING:
    from extractor.lectores.escaneo.imagenes import Grises

ALTO_SEGUNDA, ALTO_TERCERA = 24.0, 30.0
"""Height in pixels that capitals get in the second and in the third read."""
CONFIANZA_MINIMA = 50.0
MARGEN = 0.035
"""Inches of paper kept around a figure."""
MAX_CIFRAS = 600
_CONFUNDIBLES = str.maketrans(dict(zip("lI|iOoDSsZzB·", "1111000552" + "28.", strict=True)))
_PARECE = re.compile(r"^[\dlI|iOoDSsZzB.,·%$()+\-]{1,6}$")
_ADORNO = re.compile(r"^[:;.'‘’`´\"|_\-—~*«»“”]+(?=\d)|(?<=\d)[;:'‘’`´\"|_—~*«»“”]+$|(?<=[\d%])\.$")


@dataclass(frozen=True, slots=True)
class Unidad:
    """Neighbouring words of a line that hold figures, as first read: line, first and last word, box."""

    renglon: int
    desde: int
    hasta: int
    caja: CajaPx
    texto: str
    confianza: float
    sola: bool


@dataclass(frozen=True, slots=True)
class Lectura:
    """The text settled on for a place, whether two reads agree on it, and the confidence of the best of them."""

    texto: str
    segura: bool
    confianza: float


def escalas(tamano: float) -> tuple[float, float]:
    """The scales of the second and the third read for type of this size in pixels."""
    alto = max(tamano * ALTO_MAYUSCULA, 6.0)
    return round(ALTO_SEGUNDA / alto, 3), round(ALTO_TERCERA / alto, 3)


def revisar(pixeles: Grises, ppp: float, renglones: Sequence[Renglon], tamano: float) -> tuple[list[Renglon], set[Palabra]]:
    """The lines with their figures settled, and the words that stay doubtful."""
    unidades = [u for n, r in enumerate(renglones) for u in _unidades(n, r, ppp)]
    leidas = _leer(pixeles, ppp, unidades, escalas(tamano))
    nuevas: dict[int, list[tuple[Unidad, Lectura]]] = {}
    for unidad, leida in zip(unidades, leidas, strict=True):
        nuevas.setdefault(unidad.renglon, []).append((unidad, leida))
    resultado: list[Renglon] = []
    dudosas: set[Palabra] = set()
    for n, renglon in enumerate(renglones):
        palabras = list(renglon.palabras)
        for unidad, leida in reversed(nuevas.get(n, [])):
            viejas = palabras[unidad.desde : unidad.hasta + 1]
            textos = leida.texto.split()
            if len(textos) == len(viejas):
                puestas = [replace(v, texto=t, confianza=leida.confianza) for v, t in zip(viejas, textos, strict=True)]
            else:
                y0, y1 = min(v.y0 for v in viejas), max(v.y1 for v in viejas)
                puestas = [Palabra(" ".join(textos), viejas[0].x0, y0, viejas[-1].x1, y1, leida.confianza, viejas[0].linea)]
            palabras[unidad.desde : unidad.hasta + 1] = puestas
            if not leida.segura:
                dudosas.update(puestas)
        resultado.append(replace(renglon, palabras=tuple(palabras)))
    return resultado, dudosas


def releer(pixeles: Grises, ppp: float, cajas: Sequence[CajaPx], tamano: float) -> list[tuple[list[Palabra], bool]]:
    """Ink that the first read passed over, read twice: its words (none when neither sees any) and whether both
    reads agree."""
    unas, otras = (leer_recortes(pixeles, ppp, cajas, e) if cajas else [] for e in escalas(tamano))
    salida = []
    for una, otra in zip(unas, otras, strict=True):
        iguales = _plano(_texto(una)) == _plano(_texto(otra))
        mejor = una if _media(una) >= _media(otra) or iguales else otra
        buena = bool(mejor) and _media(mejor) >= CONFIANZA_MINIMA
        salida.append((mejor if buena or iguales else [], iguales and buena))
    return salida


def _unidades(numero: int, renglon: Renglon, ppp: float) -> list[Unidad]:
    """The stretches of a line that hold figures or may be misread ones."""
    palabras = renglon.palabras
    sola = len(palabras) == 1
    marcas = [_es_cifra(p.texto, sola) for p in palabras]
    unidades: list[Unidad] = []
    margen = round(MARGEN * ppp)
    n = 0
    while n < len(palabras):
        if not marcas[n]:
            n += 1
            continue
        desde = n
        while n + 1 < len(palabras) and marcas[n + 1] and palabras[n + 1].x0 - palabras[n].x1 < renglon.tamano:
            n += 1
        propias = palabras[desde : n + 1]
        caja = (
            max(propias[0].x0 - margen, 0),
            max(min(p.y0 for p in propias) - margen, 0),
            propias[-1].x1 + margen,
            max(p.y1 for p in propias) + margen,
        )
        entera = desde == 0 and n == len(palabras) - 1
        unidades.append(Unidad(numero, desde, n, caja, _texto(propias), min(p.confianza for p in propias), entera))
        n += 1
    return unidades


def _es_cifra(texto: str, sola: bool) -> bool:
    return any(c.isdigit() for c in texto) or (sola and (len(texto) <= 2 or bool(_PARECE.match(texto))))


def _leer(pixeles: Grises, ppp: float, unidades: Sequence[Unidad], veces: tuple[float, float]) -> list[Lectura]:
    """Second reads of all, third reads of those that disagree."""
    segundas = leer_recortes(pixeles, ppp, [u.caja for u in unidades[:MAX_CIFRAS]], veces[0]) if unidades else []
    primeras = [(u.texto, u.confianza) for u in unidades]
    leidas = [_acordar([p, (_texto(s), _media(s))], u.sola) for p, s, u in zip(primeras, segundas, unidades, strict=False)]
    leidas += [Lectura(u.texto, False, u.confianza) for u in unidades[MAX_CIFRAS:]]
    pendientes = [n for n, leida in enumerate(leidas[:MAX_CIFRAS]) if not leida.segura]
    terceras = leer_recortes(pixeles, ppp, [unidades[n].caja for n in pendientes], veces[1]) if pendientes else []
    for n, tercera in zip(pendientes, terceras, strict=True):
        lecturas = [primeras[n], (_texto(segundas[n]), _media(segundas[n])), (_texto(tercera), _media(tercera))]
        leidas[n] = _acordar(lecturas, unidades[n].sola)
    return leidas


def _acordar(lecturas: Sequence[tuple[str, float]], sola: bool) -> Lectura:
    """The read that two agree on; else the best formed, most confident one, doubtful."""
    limpias = [(_limpio(t, sola), c) for t, c in lecturas]
    for n, (texto, confianza) in enumerate(limpias):
        for otro, otra_confianza in limpias[n + 1 :]:
            if texto and _plano(texto) == _plano(otro) and max(confianza, otra_confianza) >= CONFIANZA_MINIMA:
                return Lectura(texto, True, max(confianza, otra_confianza))
    candidatas = [(bool(leer_numero(t)), c, t) for t, c in limpias if t] or [(False, 0.0, lecturas[0][0])]
    mejor = max(candidatas, key=lambda c: (c[0], c[1]))
    return Lectura(mejor[2], False, mejor[1])


def _limpio(texto: str, sola: bool) -> str:
    """A read without the specks that stick to a figure; one that is a figure but for letters like digits, as digits."""
    limpio = " ".join(_ADORNO.sub("", t) if sola else t for t in texto.split())
    if sola and leer_numero(limpio) is None and re.search(r"\d|^[lIOoSB]{1,2}%?$", limpio):
        como_cifra = limpio.translate(_CONFUNDIBLES)
        if leer_numero(como_cifra) is not None:
            return como_cifra
    return limpio


def _plano(texto: str) -> str:
    return re.sub(r"[\s*'\"”“’‘º°ª]", "", texto)


def _texto(palabras: Sequence[Palabra]) -> str:
    return " ".join(p.texto for p in sorted(palabras, key=lambda p: p.x0))


def _media(palabras: Sequence[Palabra]) -> float:
    return sum(p.confianza for p in palabras) / len(palabras) if palabras else 0.0
