"""One page: its tables with the lines of each cell, the lines outside them, its footnotes, and how it was turned.

Whatever is kept of a page is small; the page itself is closed as soon as it is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.lectores.imagenes import es_grande
from extractor.lectores.pdf import tablas
from extractor.lectores.pdf.capa import mirar
from extractor.lectores.pdf.limites import PaginaExcesiva, cargar
from extractor.lectores.pdf.lineas import Caja, Letra, Linea, en_lineas
from extractor.lectores.pdf.tablas import TablaPagina
from extractor.lectores.pdf.tachados import sin_tachadas
from extractor.lectores.simbolos import en_fuente

_LIGADURAS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SIMBOLOS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "•", "\uf02d": "-", "\uf0a8": "•"}
"""Bullets of Word's symbol types, which have no letter of their own."""
_SIN_CODIGO = re.compile(r"^\(cid:\d+\)$")
_MARCA_NOTA = re.compile(r"^(\d{1,2}|[ivx]{1,5}|\*{1,3})\s*(?=\S)")
_TEXTO_MINIMO = 30
_LEJOS = 20_000.0
"""No page is so large (points)."""
_IMAGEN_MINIMA = 0.4
_PUNTOS_POR_CM = 72 / 2.54


@dataclass(slots=True)
class PaginaLeida:
    """What was read of a page. ``giro``: degrees it was turned clockwise to read it, with its size as turned (boxes are
    given back unturned by ``caja_mostrada``). ``sin_texto``: it shows something, and none of it as text. ``tachados``:
    struck stretches left out. ``reconocida``: its text was recognised in an image, by this program or by the one that made
    the PDF. ``capa``: the characters of a page without ruled tables that lie over its picture, where these may be drawn."""

    numero: int
    ancho: float
    alto: float
    giro: int = 0
    tablas: list[TablaPagina] = field(default_factory=list)
    imagenes: list[Caja] = field(default_factory=list)
    lineas: list[Linea] = field(default_factory=list)
    notas: list[list[Linea]] = field(default_factory=list)
    reglas: list[tuple[float, float, float]] = field(default_factory=list)
    sin_texto: bool = False
    excesiva: bool = False
    tachados: int = 0
    reconocida: bool = False
    capa: list[Letra] = field(default_factory=list)

    def caja_mostrada(self, caja: Caja) -> Caja:
        """A box of the page as read, on the page as it is shown."""
        x0, y0, x1, y1 = caja
        if self.giro == 90:
            x0, y0, x1, y1 = y0, self.ancho - x1, y1, self.ancho - x0
        elif self.giro == 180:
            x0, y0, x1, y1 = self.ancho - x1, self.alto - y1, self.ancho - x0, self.alto - y0
        elif self.giro == 270:
            x0, y0, x1, y1 = self.alto - y1, x0, self.alto - y0, x1
        return (round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))


def leer_pagina(pagina: Any) -> PaginaLeida:
    """The page, closed once read. Raises PaginaDanada for one that cannot be interpreted."""
    try:
        cargar(pagina)
        giro = _giro_del_texto(pagina.chars)
        if giro:
            original = pagina
            original.page_obj.rotate = original.page_obj.attrs["Rotate"] = (original.rotation + giro) % 360
            pagina = type(original)(original.pdf, original.page_obj, original.page_number)
            original.close()
            cargar(pagina)
        return _leer(pagina, giro)
    except PaginaExcesiva:
        return PaginaLeida(pagina.page_number, float(pagina.width), float(pagina.height), excesiva=True)
    finally:
        pagina.close()


def _giro_del_texto(letras: Sequence[dict[str, Any]]) -> int:
    """How far (clockwise) the page must be turned for most of its text to stand upright."""
    giros = Counter(_giro(c["matrix"]) for c in letras if not c["text"].isspace())
    total = sum(giros.values())
    giro, cuantas = giros.most_common(1)[0] if giros else (0, 0)
    return giro if total and cuantas > 0.6 * total else 0


def _giro(matriz: Sequence[float]) -> int:
    a, b = matriz[0], matriz[1]
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 180
    return 90 if b > 0 else 270


def _leer(pagina: Any, giro: int) -> PaginaLeida:
    x, y, x_fin, y_fin = (float(v) for v in pagina.cropbox)
    ancho, alto = x_fin - x, y_fin - y
    leida = PaginaLeida(pagina.page_number, ancho, alto, giro)
    letras = _letras(pagina.chars, x, y, ancho, alto)
    visibles = sum(not c.texto.isspace() for c in letras)
    ilegibles = sum(bool(_SIN_CODIGO.match(c["text"])) for c in pagina.chars)
    cubierto = sum(max(0.0, i["x1"] - i["x0"]) * max(0.0, i["bottom"] - i["top"]) for i in pagina.images)
    if ilegibles > visibles or (visibles < _TEXTO_MINIMO and cubierto > _IMAGEN_MINIMA * ancho * alto):
        leida.sin_texto = True
        return leida
    if not visibles:
        leida.sin_texto = bool(pagina.images) or len(pagina.curves) > _TEXTO_MINIMO
        return leida
    trazos = [_mover(t, x, y) for t in pagina.edges if _es_recto(t)]
    letras, trazos, leida.tachados = sin_tachadas(letras, trazos)
    leida.tablas = tablas.hallar(trazos, letras, leida.numero, ancho, alto)
    sobre_imagen, leida.reconocida = mirar(pagina.chars, pagina.images, ancho * alto)
    leida.capa = letras if sobre_imagen and not leida.tablas else []
    fuera = fuera_de(letras, leida.tablas)
    sueltos = [t for t in trazos if t["orientation"] == "h" and t["x1"] - t["x0"] > 30 and not _en_tabla(t, leida.tablas)]
    leida.reglas = sorted({(round(t["top"], 1), round(t["x0"], 1), round(t["x1"], 1)) for t in sueltos})
    libres = en_lineas(fuera, leida.numero, partir=True)
    libres, leida.notas = _separar_notas(libres, leida)
    marcas = frozenset(m.group(1) for n in leida.notas if (m := _MARCA_NOTA.match(n[0].texto)))
    if marcas:
        altas = min(n[0].caja[1] for n in leida.notas)
        libres = en_lineas(
            [c for c in fuera if c.abajo < altas or c.arriba > max(n[-1].caja[3] for n in leida.notas)],
            leida.numero,
            partir=True,
            marcas=marcas,
        )
    leida.lineas = libres
    leida.imagenes = _imagenes_grandes([(i["x0"] - x, i["top"] - y, i["x1"] - x, i["bottom"] - y) for i in pagina.images], letras)
    for tabla in leida.tablas:
        for celda in tabla.celdas:
            celda.lineas = en_lineas(celda.letras, leida.numero, marcas=marcas)
            celda.letras = []
    return leida


def _imagenes_grandes(cajas: Sequence[Caja], letras: Sequence[Letra]) -> list[Caja]:
    """The pictures of the size of a table; one with text over it is the background of a page."""
    return [
        (x0, y0, x1, y1)
        for x0, y0, x1, y1 in cajas
        if es_grande((x1 - x0) / _PUNTOS_POR_CM, (y1 - y0) / _PUNTOS_POR_CM)
        and sum(x0 < c.x0 and c.x1 < x1 and y0 < c.arriba and c.abajo < y1 for c in letras) < _TEXTO_MINIMO
    ]


def _letras(crudas: Sequence[dict[str, Any]], x: float, y: float, ancho: float, alto: float) -> list[Letra]:
    """The characters that the page shows, moved so that its top left corner is the origin."""
    letras: list[Letra] = []
    for c in crudas:
        texto = _SIMBOLOS.get(c["text"]) or en_fuente(c["text"], str(c.get("fontname", "")).rpartition("+")[2])
        x0, arriba, x1, abajo = c["x0"] - x, c["top"] - y, c["x1"] - x, c["bottom"] - y
        if not (0 <= x0 + x1 <= 2 * ancho and 0 <= arriba + abajo <= 2 * alto):
            continue
        if (len(texto) > 1 and _SIN_CODIGO.match(texto)) or (
            not texto.isprintable() and not texto.isspace() and texto != "\u00ad"
        ):
            texto = "\ufffd"
        else:
            texto = _LIGADURAS.get(texto) or texto
        # what is too small to be seen measures as one point; a page cannot be that large either
        tamano = min(max(1.0, abs(c["size"])), _LEJOS)
        giro = 0 if c["upright"] else _giro(c["matrix"])
        letras.append(Letra(texto, x0, arriba, x1, abajo, tamano, 270 if giro == 90 else 90 if giro == 270 else 0))
    return letras


def _es_recto(trazo: dict[str, Any]) -> bool:
    """Whether a stroke goes across or down, somewhere near the page: slanted ones rule no table."""
    lados = (trazo["x0"], trazo["x1"], trazo["top"], trazo["bottom"])
    return trazo["orientation"] in ("h", "v") and all(abs(v) < _LEJOS for v in lados)


def _mover(trazo: dict[str, Any], x: float, y: float) -> dict[str, Any]:
    movido = {k: trazo[k] for k in ("object_type", "orientation")}
    movido["x0"], movido["x1"] = float(trazo["x0"]) - x, float(trazo["x1"]) - x
    movido["top"], movido["bottom"] = float(trazo["top"]) - y, float(trazo["bottom"]) - y
    movido["width"], movido["height"] = movido["x1"] - movido["x0"], movido["bottom"] - movido["top"]
    return movido


def fuera_de(letras: Sequence[Letra], halladas: Sequence[TablaPagina]) -> list[Letra]:
    """The characters that stand in none of these tables."""
    cajas = [t.caja for t in halladas]
    return [
        c
        for c in letras
        if not any(x0 <= (c.x0 + c.x1) / 2 < x1 and y0 <= (c.arriba + c.abajo) / 2 < y1 for x0, y0, x1, y1 in cajas)
    ]


def _en_tabla(trazo: dict[str, Any], halladas: Sequence[TablaPagina]) -> bool:
    return any(
        t.caja[0] - 3 <= trazo["x0"] and trazo["x1"] <= t.caja[2] + 3 and t.caja[1] - 3 <= trazo["top"] <= t.caja[3] + 3
        for t in halladas
    )


def _separar_notas(libres: list[Linea], leida: PaginaLeida) -> tuple[list[Linea], list[list[Linea]]]:
    """Free lines without the footnotes, and the footnotes: what stands at the foot under a short stroke, opening with a
    mark. A page without such a stroke has none."""
    fondo = max((t.caja[3] for t in leida.tablas), default=0.0)
    for y, x0, x1 in reversed(leida.reglas):
        if y < fondo or x1 - x0 > 0.6 * leida.ancho:
            continue
        debajo = [x for x in libres if x.caja[1] >= y - 1]
        cuerpo = [x for x in libres if x.caja[1] < y - 1]
        if not debajo or debajo[0].caja[1] - y > 25 or not _MARCA_NOTA.match(debajo[0].texto):
            continue
        grande = max((x.tamano for x in cuerpo), default=debajo[0].tamano + 1)
        notas: list[list[Linea]] = []
        resto: list[Linea] = []
        for linea in debajo:
            lejos = notas and linea.base - notas[-1][-1].base > 2.2 * linea.tamano
            if resto or lejos or linea.tamano > grande:
                resto.append(linea)
            elif _MARCA_NOTA.match(linea.texto) and (not notas or _sigue(notas[-1][0].texto, linea.texto)):
                notas.append([linea])
            else:
                notas[-1].append(linea)
        return [*cuerpo, *resto], notas
    return libres, []


def _sigue(una: str, otra: str) -> bool:
    a, b = _MARCA_NOTA.match(una), _MARCA_NOTA.match(otra)
    if a is None or b is None:
        return False
    if a.group(1).isdigit() and b.group(1).isdigit():
        return int(b.group(1)) == int(a.group(1)) + 1
    return a.group(1) != b.group(1)
