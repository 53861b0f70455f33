"""Page furniture: headers, footers and page numbers, which belong to the paper and not to the text.

What repeats at the same height in the margin of most pages is furniture, but for dates and a number that grows with the pages; a
heading that repeats at the top of the body (a region to a page) stays, as it stands below the margin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from extractor.comun.texto import blancos, plegar
from extractor.lectores.pdf.lineas import Linea
from extractor.lectores.pdf.paginas import PaginaLeida
from extractor.lectores.pdf.tablas import TablaPagina
from extractor.lectores.pies_numerados import crecientes, forma_de, sin_fechas

_MARGEN = 0.085
"""Part of the page's height at each end that holds furniture only (a margin of 2 cm is 0.072 of a letter page)."""
_BORDE = 0.14
"""Up to here it is furniture only if seen on three pages, right beside what is: the second line of a header."""
_REPETIDA, _DE_FILA = 2, 2
"""Pages on which a furniture's text stands, and texts of one line beside a lone figure that make it a cell of their row."""
_NUMERO_PAGINA = re.compile(r"^(?:(?:pagina|pag\.?|p\.|hoja)\s*)?[-–(]?\s*(\d{1,4})\s*[-–)]?\s*(?:(?:de|/|of)\s*\d{1,4})?$")
_NUMERADA = re.compile(r"(?<=pagina )\d+|(?<=pag\. )\d+|(?<=hoja )\d+")

Clave = tuple[str, int, str]


def quitar_muebles(paginas: Sequence[PaginaLeida]) -> int:
    """Takes the furniture out of the pages and returns how many lines it was."""
    numeradas = _numeradas(paginas)
    claves = [{id(x): _clave(x, p, numeradas) for x in p.lineas} for p in paginas]
    veces = Counter(c for por_linea in claves for c in set(por_linea.values()) if c is not None)
    tablas = Counter(c for p in paginas for c in {_clave_tabla(t, p) for t in p.tablas} if c is not None)
    total = len([p for p in paginas if p.lineas or p.tablas])
    quitadas = 0
    for pagina, por_linea in zip(paginas, claves, strict=True):
        muebles: list[Linea] = []
        de_filas = _numeros_de_fila(pagina, por_linea, veces)
        for linea in sorted(pagina.lineas, key=lambda x: min(x.caja[1], pagina.alto - x.caja[3])):
            if id(linea) not in de_filas and _es_mueble(linea, pagina, por_linea[id(linea)], veces, total, muebles):
                muebles.append(linea)
        quedan = [x for x in pagina.lineas if all(x is not m for m in muebles)]
        quitadas += len(pagina.lineas) - len(quedan)
        pagina.lineas = quedan
        propias = []
        for tabla in pagina.tablas:
            clave = _clave_tabla(tabla, pagina)
            if clave is not None and total >= 2 and tablas[clave] >= max(2, 0.6 * total):
                quitadas += sum(len(c.lineas) for c in tabla.celdas)
            else:
                propias.append(tabla)
        pagina.tablas = propias
    return quitadas


def _numeros_de_fila(pagina: PaginaLeida, claves: Mapping[int, Clave | None], veces: Counter[Clave]) -> frozenset[int]:
    """Lone figures near an end of the page that are cells of a row: two other stretches of their own line, or more, come on no
    other page and are no figures of the kind a page's number is."""
    hallados = []
    for linea in pagina.lineas:
        clave = claves[id(linea)]
        if clave is None or clave[2] != "#" or not linea.texto.strip().isdigit():
            continue
        al_lado = [x for x in pagina.lineas if x is not linea and abs(x.base - linea.base) < 0.4 * linea.tamano]
        propios = [x for x in al_lado if (c := claves[id(x)]) is None or veces[c] < _REPETIDA]
        if len(propios) >= _DE_FILA:
            hallados.append(id(linea))
    return frozenset(hallados)


def _lugar(arriba: float, abajo: float, alto: float) -> tuple[str, float]:
    """Which end of the page is nearer, and how far from it (part of the height) the far side of the text is."""
    medio = (arriba + abajo) / 2
    return ("cabeza", abajo / alto) if medio < alto / 2 else ("pie", (alto - arriba) / alto)


def _numeradas(paginas: Sequence[PaginaLeida]) -> frozenset[tuple[str, str]]:
    """The ends of the page and the words of the lines near them whose number grows with the pages."""
    cerca = ((p, x, _lugar(x.caja[1], x.caja[3], p.alto)) for p in paginas for x in p.lineas)
    return crecientes((lado, p.numero, forma_de(x.texto)) for p, x, (lado, lejos) in cerca if lejos <= _BORDE)


def _clave(linea: Linea, pagina: PaginaLeida, numeradas: Collection[tuple[str, str]]) -> Clave | None:
    """Where a line stands and what it says, or "#" for a page's number; None far from the ends of the page."""
    lado, lejos = _lugar(linea.caja[1], linea.caja[3], pagina.alto)
    if lejos > _BORDE:
        return None
    texto = plegar(linea.texto)
    palabras = forma_de(linea.texto).palabras
    if es_numero_de_pagina(texto, pagina.numero):
        texto = "#"
    elif (lado, palabras) in numeradas:
        texto = palabras
    else:
        texto = sin_fechas(_NUMERADA.sub("#", texto))
    return (lado, round(linea.base / 4), texto)


def es_numero_de_pagina(texto: str, numero: int) -> bool:
    """Whether a folded text is only a page's number; a lone figure must be near the page's own."""
    hallado = _NUMERO_PAGINA.match(blancos(texto))
    if hallado is None:
        return False
    return not texto.strip().isdigit() or abs(int(hallado.group(1)) - numero) <= 3 or int(hallado.group(1)) > 100


def _es_mueble(
    linea: Linea, pagina: PaginaLeida, clave: Clave | None, veces: Counter[Clave], total: int, afuera: Sequence[Linea]
) -> bool:
    """Whether the line is furniture; ``afuera``: the furniture already found nearer to the page's edge."""
    if clave is None:
        return False
    _, lejos = _lugar(linea.caja[1], linea.caja[3], pagina.alto)
    if clave[2] == "#" and lejos <= _BORDE:
        return True
    vistas = sum(veces[(clave[0], clave[1] + d, clave[2])] for d in (-1, 0, 1))
    if lejos <= _MARGEN:
        return vistas >= max(2, 0.4 * total)
    return vistas >= max(3, 0.6 * total) and any(_junto(linea, x) for x in afuera)


def _junto(una: Linea, otra: Linea) -> bool:
    """Whether two lines are of one header: beside each other, or one right under the other."""
    return max(una.caja[1], otra.caja[1]) - min(una.caja[3], otra.caja[3]) < 0.8 * max(una.tamano, otra.tamano)


def _clave_tabla(tabla: TablaPagina, pagina: PaginaLeida) -> Clave | None:
    lado, lejos = _lugar(tabla.ys[0], tabla.ys[-1], pagina.alto)
    cerca = tabla.ys[0] / pagina.alto if lado == "cabeza" else (pagina.alto - tabla.ys[-1]) / pagina.alto
    if cerca > _MARGEN or lejos > 0.2:
        return None
    texto = " ".join(plegar(x.texto) for c in tabla.celdas for x in c.lineas)
    return (lado, round(tabla.ys[0] / 4), re.sub(r"\d+", "#", texto))
