"""Tables that go on over a page end: the lines at the head of a page that are the rest of the table before it.

The columns of each page are found anew: a page prints them where its own words leave them, and leaves out those that are blank.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import ordinal, plegar, tiene_vineta
from extractor.lectores.diagramado.armado import Tabla, lineas_de
from extractor.lectores.diagramado.cortes import Franja
from extractor.lectores.diagramado.franjas import hallar, hallar_continuacion
from extractor.lectores.diagramado.hoja import Renglon
from extractor.lectores.diagramado.renglones import Renglones, es_cifra
from extractor.lectores.pdf.palabras import ultima_palabra
from extractor.lectores.pdf.parrafos import SIN_FINAL

_LINEAS_DE_CABEZA = 6
_DERIVA = 0.2
"""Part of the table's width by which a column may stand elsewhere on the next page."""


def parece_seguir(renglones: Sequence[Renglon]) -> bool:
    """Whether a page opens in the middle of a table: with the rest of a sentence, or with figures in their columns."""
    trozos = renglones[0].trozos
    return any(t.texto[:1].islower() for t in trozos) or (len(trozos) > 2 and any(es_cifra(t) for t in trozos))


def continuar(tabla: Tabla, renglones: Sequence[Renglon]) -> int:
    """Gives the table its lines at the head of a page; how many they are. None where the first is a numbered line by itself,
    which is a heading unless its number follows one of the first column's."""
    sola = len(renglones[0].trozos) == 1 and len(renglones) > 1 and renglones[1].y - renglones[0].y > 1
    numero = ordinal(renglones[0].trozos[0].texto) if sola else None
    if numero is not None and numero - 1 not in [ordinal(c.texto) for x in lineas_de(tabla) if (c := x.celdas[0])]:
        return 0
    hallada = hallar_continuacion(renglones, tabla.columnas)
    if hallada is None:
        hallada = _con_columnas_blancas(tabla, renglones)
    elif not _mismas(tabla.franjas[-1].bordes, hallada[0].bordes) and not _mismas_cifras(tabla, hallada[0]):
        return 0
    if hallada is None:
        return 0
    franja, fin = hallada
    repetidas = _repetidas(tabla, franja.renglones)
    tabla.repetidas += repetidas
    if repetidas < len(franja.renglones):
        resto = franja.renglones[repetidas:]
        tabla.franjas.append(Franja(resto, franja.huecos, franja.bandas, franja.sitios, franja.ancho, franja.sobre))
    return fin


def _con_columnas_blancas(tabla: Tabla, renglones: Sequence[Renglon]) -> tuple[Franja, int] | None:
    """The lines at the head of a page that go on with the columns that the rows of the table fill, the others left no room
    there. They must be as many, and those of figures the same."""
    medida = Renglones(lineas_de(tabla), [1] * tabla.columnas)
    filas = medida.lineas[medida.primera_cifra :]
    llenas = tuple(c for c in range(tabla.columnas) if any(x.celdas[c] is not None for x in filas))
    hallada = hallar_continuacion(renglones, len(llenas)) if 2 < len(llenas) < tabla.columnas else None
    if hallada is None:
        return None
    franja, fin = hallada
    suyas = Renglones(lineas_de(Tabla([franja])), [1] * franja.columnas)
    if [llenas.index(c) for c in medida.de_cifras if c in llenas] != suyas.de_cifras:
        return None
    franja.sitios, franja.ancho = llenas, tabla.columnas
    return franja, fin


def cabeza_repetida(partes: Sequence[Renglon | Tabla], tabla: Tabla, renglones: Sequence[Renglon]) -> int:
    """How many lines at the head of a page are the header of the table that ended the page before, printed again with the lines
    that stood above it; 0 when other lines stand there (another region's title)."""
    cabeza = [plegar(r.texto) for r in tabla.franjas[0].renglones[:_LINEAS_DE_CABEZA]]
    antes = [plegar(x.texto) for x in partes[-1 - _LINEAS_DE_CABEZA : -1] if isinstance(x, Renglon)]
    inicio = 0
    while inicio < min(len(renglones), _LINEAS_DE_CABEZA) and plegar(renglones[inicio].texto) in antes:
        inicio += 1
    iguales = 0
    for vieja, nueva in zip(cabeza, renglones[inicio:], strict=False):
        if vieja != plegar(nueva.texto):
            break
        iguales += 1
    return inicio + iguales if iguales else 0


def bajo_su_cabeza(tabla: Tabla, renglones: Sequence[Renglon], saltados: int) -> int:
    """Gives the table the lines that go on under its header, printed again in the first ``saltados`` lines of a page, where that
    header alone shows all the columns; how many they are, the header apart."""
    primera = plegar(tabla.franjas[0].renglones[0].texto)
    inicio = next((n for n, r in enumerate(renglones[:saltados]) if plegar(r.texto) == primera), None)
    franja, fin = hallar(renglones, inicio) if inicio is not None else (None, 0)
    if franja is None or franja.columnas != tabla.columnas or fin <= saltados:
        return 0
    propios = renglones[saltados:fin]
    if franja.renglones[-len(propios) :] != list(propios):
        return 0
    bandas = franja.bandas & {r.linea for r in propios}
    tabla.franjas.append(Franja(list(propios), franja.huecos, bandas, franja.sitios, franja.ancho, franja.sobre))
    return len(propios)


def de_una_columna(tabla: Tabla, renglones: Sequence[Renglon]) -> int:
    """Gives the table the lines at the head of a page that are the rest of one cell, and says how many they are: each of a single
    stretch, up to a blank line, where one column of texts alone ran to the foot of the page before."""
    fin = 0
    while fin < len(renglones) and len(renglones[fin].trozos) == 1 and (not fin or renglones[fin].y - renglones[fin - 1].y == 1):
        fin += 1
    if not fin or (fin < len(renglones) and renglones[fin].y - renglones[fin - 1].y == 1):
        return 0
    lineas = lineas_de(tabla)
    medida = Renglones(lineas, [1] * tabla.columnas)
    abiertas = [c for c, celda in enumerate(lineas[-1].celdas) if celda is not None and c not in medida.de_cifras]
    primera = renglones[0].trozos[0].texto
    if len(abiertas) > 1:
        # of several, the one whose sentence cannot end there
        abiertas = [c for c in abiertas if (t := lineas[-1].celdas[c]) is not None and ultima_palabra(t.texto) in SIN_FINAL]
    if len(abiertas) != 1 or not (primera[:1].islower() or ordinal(primera) is not None or tiene_vineta(primera)):
        return 0
    if ordinal(primera) is not None and not _es_item(renglones, fin, [c.texto for x in lineas if (c := x.celdas[abiertas[0]])]):
        return 0
    tabla.franjas.append(Franja(list(renglones[:fin]), [], sitios=(abiertas[0],), ancho=tabla.columnas))
    return fin


def _es_item(renglones: Sequence[Renglon], fin: int, columna: Sequence[str]) -> bool:
    """Whether the numbered line at the head of a page is an item of a cell and not the heading of a section: its number follows
    one of the column's (``columna``), and the page's other lines, past ``fin``, do not open at its very margin."""
    numero = ordinal(renglones[0].trozos[0].texto)
    margen = min((r.trozos[0].x0 for r in renglones[fin:]), default=-1)
    return numero is not None and numero - 1 in map(ordinal, columna) and renglones[0].trozos[0].x0 != margen


def _mismas(unos: Sequence[int], otros: Sequence[int]) -> bool:
    ancho = unos[-1] - unos[0]
    if len(unos) != len(otros):
        return False
    return all(abs(a - b) <= max(3, _DERIVA * ancho) for a, b in zip(unos[:-1], otros[:-1], strict=True))


def _mismas_cifras(tabla: Tabla, franja: Franja) -> bool:
    """Whether the columns of figures are the same, and there are some."""
    de_cifras = Renglones(lineas_de(tabla), [1] * tabla.columnas).de_cifras
    return bool(de_cifras) and Renglones(lineas_de(Tabla([franja])), [1] * franja.columnas).de_cifras == de_cifras


def _repetidas(tabla: Tabla, renglones: Sequence[Renglon]) -> int:
    """How many lines at the head of a page are those that head the table, printed again."""
    iguales = 0
    for vieja, nueva in zip(tabla.franjas[0].renglones, renglones, strict=False):
        if plegar(vieja.texto) != plegar(nueva.texto):
            break
        iguales += 1
    return iguales
