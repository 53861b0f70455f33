"""Tables that go on over a page end become one, and rows that the page end broke become whole.

Nothing here looks at what figures add up to. A row goes on when the columns that have text on the new page are those
whose text ran to the foot of the old one, and the words, the blanks or a missing stroke say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractor.comun.texto import ordinal, plegar
from extractor.lectores.pdf.lineas import Caja, Linea
from extractor.lectores.pdf.palabras import ultima_palabra
from extractor.lectores.pdf.parrafos import SIN_FINAL, Medidas, armar, cabe
from extractor.lectores.pdf.tablas import TablaPagina

_MISMO_BORDE = 3.0
LEJOS_DEL_PIE = 3.2
"""Lines that may stay free between the last row and the foot of the page: what keeps lines together leaves them."""
UMBRAL_ROTA = 1.5
"""Evidence from which the first row of a page is the rest of the last one of the page before."""


@dataclass(slots=True)
class CeldaUnida:
    """A cell of a table put together: its columns and rows in the whole grid, and the box and lines of each part of it."""

    columna: int
    ancho: int
    alto: int
    partes: list[tuple[int, Caja]]
    lineas: list[Linea] = field(default_factory=list)

    @property
    def texto(self) -> str:
        return " ".join(x.texto for x in self.lineas)


@dataclass(slots=True)
class FilaUnida:
    """A row and the boxes of its parts, each (page, box)."""

    celdas: list[CeldaUnida]
    partes: list[tuple[int, Caja]]
    tras_corte: bool = False


@dataclass(slots=True)
class TablaUnida:
    """A table over one page or several, in the grid of ``xs`` (edges, as on its first page)."""

    xs: list[float]
    filas: list[FilaUnida]
    ultima: TablaPagina
    con_interior: bool = False
    repetidas: int = 0


def abrir(tabla: TablaPagina) -> TablaUnida:
    """The table of one page, ready to go on."""
    return TablaUnida(list(tabla.xs), _filas(tabla, tabla.xs, 0.0), tabla, tabla.con_interior)


def _filas(tabla: TablaPagina, xs: Sequence[float], dx: float) -> list[FilaUnida]:
    x0, _, x1, _ = tabla.caja
    filas = [FilaUnida([], [(tabla.pagina, (x0, a, x1, b))]) for a, b in pairwise(tabla.ys)]
    for celda in tabla.celdas:
        columna = _cual(xs, tabla.xs[celda.columna] + dx)
        ancho = _cual(xs, tabla.xs[celda.columna + celda.ancho] + dx) - columna
        lineas = [replace(x, dx=dx) for x in celda.lineas] if dx else celda.lineas
        filas[celda.fila].celdas.append(CeldaUnida(columna, max(1, ancho), celda.alto, [(tabla.pagina, celda.caja)], lineas))
    return filas


def _cual(bordes: Sequence[float], valor: float) -> int:
    return min(range(len(bordes)), key=lambda i: abs(bordes[i] - valor))


def misma_rejilla(tabla: TablaUnida, siguiente: TablaPagina) -> float | None:
    """How far the columns of ``siguiente`` must be moved to fall on those of ``tabla``; None when they do not.

    A page may show only some of the columns' edges (its rows are merged), never others.
    """
    dx = tabla.xs[0] - siguiente.xs[0]
    if abs(dx) > 60 or abs(tabla.xs[-1] - siguiente.xs[-1] - dx) > _MISMO_BORDE:
        return None
    movidos = [x + dx for x in siguiente.xs]
    menos, mas = sorted((tabla.xs, movidos), key=len)
    if all(min(abs(x - y) for y in mas) <= _MISMO_BORDE for x in menos):
        return dx
    return None


def continuar(tabla: TablaUnida, siguiente: TablaPagina, dx: float, fondo: float, medidas: Medidas) -> None:
    """Adds to ``tabla`` its part on the next page. ``fondo``: where the body of the pages ends (points)."""
    movidos = [x + dx for x in siguiente.xs]
    if len(movidos) > len(tabla.xs):
        _cambiar_rejilla(tabla, movidos)
    nuevas = _filas(siguiente, tabla.xs, dx)
    repetidas = _encabezado_repetido(tabla.filas, nuevas)
    quitar = repetidas if any(sum(bool(c.lineas) for c in f.celdas) >= 2 for f in nuevas[:repetidas]) else 0
    if quitar < len(nuevas) and tabla.filas and _es_rota(tabla, nuevas[quitar], fondo, medidas):
        _pegar_fila(tabla.filas[-1], nuevas[quitar])
        nuevas = nuevas[quitar + 1 :]
    else:
        nuevas = nuevas[quitar:]
        _alargar_fundidas(tabla.filas, nuevas)
    if nuevas:
        nuevas[0].tras_corte = True
    tabla.repetidas += quitar
    tabla.filas.extend(nuevas)
    tabla.ultima = siguiente
    tabla.con_interior = tabla.con_interior or siguiente.con_interior


def _cambiar_rejilla(tabla: TablaUnida, xs: list[float]) -> None:
    """The same rows over a finer grid: the new page shows edges that merged rows had hidden."""
    for fila in tabla.filas:
        for celda in fila.celdas:
            fin = _cual(xs, tabla.xs[celda.columna + celda.ancho])
            celda.columna = _cual(xs, tabla.xs[celda.columna])
            celda.ancho = max(1, fin - celda.columna)
    tabla.xs = xs


def _huella(fila: FilaUnida) -> tuple[tuple[int, str], ...]:
    return tuple((c.columna, plegar(c.texto)) for c in fila.celdas if c.lineas)


def _encabezado_repetido(antes: Sequence[FilaUnida], nuevas: Sequence[FilaUnida]) -> int:
    """How many rows at the top of the new page are those at the top of the table, printed again."""
    iguales = 0
    for vieja, nueva in zip(antes[:6], nuevas, strict=False):
        if not _huella(nueva) or _huella(vieja) != _huella(nueva):
            break
        iguales += 1
    return iguales if iguales < len(antes) else 0


def _es_rota(tabla: TablaUnida, nueva: FilaUnida, fondo: float, medidas: Medidas) -> bool:
    """Whether ``nueva`` is the rest of the last row."""
    ultima = tabla.filas[-1]
    pagina, caja = ultima.partes[-1]
    puntos = 4.0 if tabla.ultima.abierta else 0.0
    dichos: list[float] = []
    cuerpo = [x for c in (*ultima.celdas, *nueva.celdas) for x in c.lineas]
    if not cuerpo or not any(c.lineas for c in nueva.celdas):
        return False
    tamano = max(round(x.tamano) for x in cuerpo)
    paso = medidas.interlinea.get(tamano, 1.3 * tamano)
    if not tabla.ultima.abierta and caja[3] < fondo - LEJOS_DEL_PIE * paso:
        return False
    vecinas = {c.columna: c for c in _cubren(tabla.filas)}
    blancas = 0.0
    for celda in nueva.celdas:
        previa = vecinas.get(celda.columna)
        if previa is None or previa.ancho != celda.ancho:
            return False
        if not celda.lineas:
            if previa.lineas:
                blancas += 2.0 if celda.columna == 0 else 0.7
            continue
        aqui = [x for x in previa.lineas if x.pagina == pagina]
        if not aqui or caja[3] - aqui[-1].base > 3.2 * paso:
            return False
        if caja[3] - aqui[-1].base > 1.6 * paso:
            puntos -= 1.0
        dichos.append(_sigue(aqui[-1], celda.lineas[0], tabla.xs[previa.columna], tabla.xs[previa.columna + previa.ancho]))
    if not blancas:
        puntos -= 0.5
    if len(tabla.xs) == 2 and _misma_vineta(ultima, nueva):
        dichos.append(2.0)
    cuentas = _por_cuentas(ultima, nueva, tabla.xs, medidas)
    contra = sum(d for d in dichos if d < 0)
    if cuentas > 0 or max(dichos, default=0.0) >= 3.0:
        # stacks may be parted between two items: whole sentences in some cells say nothing against a cut one in another
        contra = 0.0
    return puntos + sum(d for d in dichos if d > 0) + contra + cuentas + min(3.0, blancas) >= UMBRAL_ROTA


def _misma_vineta(ultima: FilaUnida, nueva: FilaUnida) -> bool:
    """Whether the list of a table of one column goes on: the same bullet stands before and after the page end."""
    abre = next((x.texto[:1] for c in nueva.celdas for x in c.lineas), "")
    return bool(abre) and not abre.isalnum() and any(x.texto[:1] == abre for c in ultima.celdas for x in c.lineas)


def _por_cuentas(ultima: FilaUnida, nueva: FilaUnida, xs: Sequence[float], medidas: Medidas) -> float:
    """Evidence from how many items each cell stacks: parallel cells that disagree before the page end and agree with what
    follows it are one row; two rows that agree each by itself are two."""
    antes = {c.columna: _cuantos(c, xs, medidas) for c in ultima.celdas}
    despues = {c.columna: _cuantos(c, xs, medidas) for c in nueva.celdas}
    llenas = [c for c, n in antes.items() if n + despues.get(c, 0)]
    primeras, segundas = {antes[c] for c in llenas}, {despues.get(c, 0) for c in llenas}
    sumas = Counter(antes[c] + despues.get(c, 0) for c in llenas)
    if len(llenas) < 2 or max(sumas) < 2:
        return 0.0
    if len(primeras) > 1 and len(sumas) == 1:
        return 2.5
    if len(primeras) > 1 and len(segundas) > 1 and len(llenas) >= 4 and max(sumas.values()) >= len(llenas) - 1:
        return 2.0
    return -1.0 if len(primeras) == 1 and len(segundas) == 1 and max(primeras) > 1 else 0.0


def _cuantos(celda: CeldaUnida, xs: Sequence[float], medidas: Medidas) -> int:
    """Items that a cell stacks: its numbers in sequence, else its paragraphs."""
    if not celda.lineas:
        return 0
    numeros = [n for x in celda.lineas if (n := ordinal(x.texto)) is not None]
    if numeros and all(b == a + 1 for a, b in pairwise(numeros)):
        return len(numeros)
    x0, x1 = xs[celda.columna], xs[celda.columna + celda.ancho]
    margen = max(0.0, min(x.x0 for x in celda.lineas) - x0)
    return len(armar(celda.lineas, x0 + margen, x1 - margen, medidas))


def _cubren(filas: Sequence[FilaUnida]) -> list[CeldaUnida]:
    """The cells that reach the last row, those merged downwards into it among them."""
    total = len(filas)
    return [c for numero, f in enumerate(filas) for c in f.celdas if numero + c.alto >= total]


def _sigue(a: Linea, b: Linea, x0: float, x1: float) -> float:
    """Evidence that line ``b`` on the new page goes on with the sentence of ``a``: only a full line is cut in mid sentence."""
    final = a.texto.rstrip()[-1:]
    margen = max(2.0, a.x0 - x0)
    llena = not cabe(a, b, x0 + margen, x1 - margen)
    if ultima_palabra(a.texto) in SIN_FINAL or final in ",(":
        return 3.0 if llena else 1.0
    if b.texto[:1].islower():
        # after a short line it opens a paragraph, which some cells do in lower case
        return (1.5 if llena else 0.0) if final in ".;:" else (3.0 if llena else 1.5)
    if b.texto[:1].isdigit() or not b.texto[:1].isalpha() or llena:
        return 0.0
    return -0.6


def _pegar_fila(ultima: FilaUnida, nueva: FilaUnida) -> None:
    ultima.partes.extend(nueva.partes)
    sitios = {c.columna: c for c in ultima.celdas}
    for celda in nueva.celdas:
        propia = sitios.get(celda.columna)
        if propia is None:
            # blank under a cell merged downwards: the merged one covers it
            if celda.lineas:
                ultima.celdas.append(celda)
            continue
        propia.partes.extend(celda.partes)
        propia.lineas = [*propia.lineas, *celda.lineas]
        propia.alto = max(propia.alto, celda.alto)
    ultima.celdas.sort(key=lambda c: c.columna)


def _alargar_fundidas(antes: Sequence[FilaUnida], nuevas: Sequence[FilaUnida]) -> None:
    """A cell merged downwards to the page end goes on as the blank one under it."""
    if not nuevas:
        return
    fundidas = {c.columna: c for c in _cubren(antes) if c.alto > 1 or _falta_arriba(c, antes)}
    quedan: list[CeldaUnida] = []
    for celda in nuevas[0].celdas:
        previa = fundidas.get(celda.columna)
        if previa is not None and previa.ancho == celda.ancho and not celda.lineas and previa.lineas:
            previa.alto += celda.alto
            previa.partes.extend(celda.partes)
        else:
            quedan.append(celda)
    nuevas[0].celdas = quedan


def _falta_arriba(celda: CeldaUnida, antes: Sequence[FilaUnida]) -> bool:
    """Whether a blank under this first cell at a page's top means a cell merged downwards: in a table whose first column
    is never blank otherwise. At a page end nothing drawn tells one from the other."""
    if celda.columna != 0 or len(antes) < 3:
        return False
    return all(c.lineas for f in antes for c in f.celdas if c.columna == 0)
