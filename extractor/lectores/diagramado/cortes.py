"""The columns of a table in one page, and where each of its lines is cut at them.

The edge of a column is not straight: letters are not of one width on paper, so a full cell moves the next a little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.lectores.diagramado.hoja import Renglon, Trozo

Hueco = tuple[int, int]
VINETAS, _TRAS_VINETA = frozenset("▪•●◦■–-*·"), 9
_MOVIDO = 4
"""How far before the edge a text that a wide blank parts may open."""
_ANTES, _DESPUES = 7, 3
"""How far before and after the edge of a column the only blank that a full line leaves may stand."""


def huecos(renglon: Renglon) -> list[Hueco]:
    """The blanks of two characters or more within a line."""
    return [(a.x1, b.x0) for a, b in zip(renglon.trozos, renglon.trozos[1:], strict=False)]


def corrida(hueco: Hueco, renglon: Renglon, *, dobles: bool = False) -> Hueco | None:
    """The blank of a line that parts the columns at both sides of ``hueco``: one of two characters or more that shares something
    with it, else (unless ``dobles``) the single one nearest to its right edge; None when text crosses it."""
    a, b = hueco
    if renglon.trozos[0].x0 >= b:
        return (a, b)
    if renglon.trozos[-1].x1 <= a:
        return (a, b)
    largo = len(renglon.crudo)
    todos = [(-1, renglon.trozos[0].x0), *huecos(renglon), (renglon.trozos[-1].x1, largo + 99)]
    anchos = [(i, f) for i, f in todos if i < b and f > a - _MOVIDO]
    if anchos:
        return max(anchos, key=lambda c: (min(c[1], b) - max(c[0], a), c[1]))
    if dobles:
        return None
    crudo = renglon.crudo
    simples = [
        x
        for x in range(max(1, b - _ANTES), min(largo - 1, b + _DESPUES))
        if crudo[x] in " \xa0" and crudo[x - 1] not in " \xa0" and crudo[x + 1] not in " \xa0"
    ]
    if not simples:
        return None
    # nearest to the edge; a capital or a figure opens a cell rather than goes on with one, and a bullet never ends it
    mejor = min(simples, key=lambda x: (abs(x - (b - 1)) + crudo[x + 1].islower() + _TRAS_VINETA * (crudo[x - 1] in VINETAS), x))
    if crudo[mejor + 1].islower():
        # the text goes on a little past the edge, which a wider label above moved, and a wide blank parts it there
        pasadas = [(i, f) for i, f in huecos(renglon) if b <= i < b + _DESPUES]
        if pasadas:
            return pasadas[0]
    return (mejor, mejor + 1)


def _abre_celda(letra: str) -> bool:
    return letra.isupper() or letra.isdigit()


def tapa(trozo: Trozo, hueco: Hueco) -> bool:
    """Whether a stretch covers half a blank or more."""
    return 2 * (min(trozo.x1, hueco[1]) - max(trozo.x0, hueco[0])) >= hueco[1] - hueco[0]


@dataclass(slots=True)
class Franja:
    """The lines of a table in one page. ``huecos``: the blanks between its columns, as narrow as its clear lines leave them;
    ``bandas``: numbers of the lines that cross its columns. ``sitios``: which of the table's ``ancho`` columns are printed here,
    where a page leaves no room for those that are blank in it. ``sobre``: lines with a label over two columns, which is taken as
    of the first."""

    renglones: list[Renglon]
    huecos: list[Hueco]
    bandas: set[int] = field(default_factory=set)
    sitios: tuple[int, ...] = ()
    ancho: int = 0
    sobre: set[int] = field(default_factory=set)

    @property
    def columnas(self) -> int:
        return self.ancho or len(self.huecos) + 1

    @property
    def bordes(self) -> list[int]:
        """Where each column begins, and where the last one ends; one that is not printed begins with the next."""
        propios = [r for r in self.renglones if r.linea not in self.bandas] or self.renglones
        inicios = [min(r.trozos[0].x0 for r in propios), *(b for _, b in self.huecos)]
        fin = max(r.trozos[-1].x1 for r in propios)
        if not self.sitios:
            return [*inicios, fin]
        impresos = dict(zip(self.sitios, inicios, strict=True))
        return [next((impresos[n] for n in self.sitios if n >= c), fin) for c in range(self.ancho)] + [fin]

    def pasa(self, renglon: Renglon) -> bool:
        """Whether every blank goes on through a line, no stretch of which may take up more than two of them, unless what follows
        each opens as a cell does: full cells may stand one blank apart all along a line."""
        if any(corrida(hueco, renglon) is None for hueco in self.huecos):
            return False
        justas = [(a, b) for a, b in self.huecos if corrida((a, b), renglon, dobles=True) is None]
        if all(sum(t.x0 <= a < t.x1 for a, _ in justas) <= min(2, len(renglon.trozos)) for t in renglon.trozos):
            return True
        cortes = {c for hueco in justas if (c := corrida(hueco, renglon)) is not None}
        return len(renglon.trozos) > 1 and len(cortes) == len(justas) and all(_abre_celda(renglon.crudo[c]) for _, c in cortes)

    def tomar(self, renglon: Renglon) -> None:
        """Adds a line, and narrows the blanks to what it leaves."""
        self.renglones.append(renglon)
        nuevos = []
        for a, b in self.huecos:
            dada = corrida((a, b), renglon, dobles=True)
            i, f = (max(a, dada[0]), min(b, dada[1])) if dada else (a, b)
            nuevos.append((i, f) if f > i else (a, b))
        self.huecos = nuevos

    def celdas(self, renglon: Renglon) -> list[Trozo | None]:
        """What a line prints in each column."""
        cortes = [0]
        for hueco in self.huecos:
            dada = corrida(hueco, renglon) or hueco
            corte = min(dada[1], max(dada[0], hueco[1]))
            if renglon.linea in self.sobre:
                corte = max([corte, *(t.x1 for t in renglon.trozos if tapa(t, hueco))])
            cortes.append(max(cortes[-1], corte))
        cortes.append(len(renglon.crudo))
        celdas = [renglon.cortado(a, b) for a, b in pairwise(cortes)]
        if not self.sitios:
            return celdas
        impresas = dict(zip(self.sitios, celdas, strict=True))
        return [impresas.get(c) for c in range(self.ancho)]


def con_mas_columnas(franja: Franja) -> None:
    """Adds the columns that the first lines did not show, and takes away those that only part a bullet from its text."""
    propios = [r for r in franja.renglones if r.linea not in franja.bandas]
    nuevos: list[Hueco] = []
    filas = [franja.celdas(r) for r in propios]
    for columna in range(franja.columnas):
        trozos = [
            [t for t in r.trozos if t.x0 >= c.x0 and t.x1 <= c.x1] or [c]
            for r, f in zip(propios, filas, strict=True)
            if (c := f[columna])
        ]
        nuevos.extend(_huecos_de(trozos))
    if nuevos:
        franja.huecos = sorted([*franja.huecos, *nuevos])
    _sin_vinetas(franja, propios)


def _huecos_de(lineas: Sequence[Sequence[Trozo]]) -> list[Hueco]:
    """The blanks of two characters or more that go down through a column, with text at both sides in some line."""
    ocupados = sorted((t.x0, t.x1) for linea in lineas for t in linea)
    hallados: list[Hueco] = []
    fin = ocupados[0][1] if ocupados else 0
    for x0, x1 in ocupados:
        if x0 - fin >= 2:
            hallados.append((fin, x0))
        fin = max(fin, x1)
    return [h for h in hallados if any(x[0].x1 <= h[0] and x[-1].x0 >= h[1] for x in lineas)]


def sin_desplazadas(franja: Franja) -> None:
    """Takes away the edges between a label and what stands under it a little aside: all of one above all of the other."""
    propios = [r for r in franja.renglones if r.linea not in franja.bandas]
    columna = 0
    while columna < len(franja.huecos) and len(franja.huecos) > 1:
        filas = [franja.celdas(r) for r in propios]
        unas = [n for n, f in enumerate(filas) if f[columna] is not None]
        otras = [n for n, f in enumerate(filas) if f[columna + 1] is not None]
        if unas and otras and (max(unas) < min(otras) or max(otras) < min(unas)):
            del franja.huecos[columna]
        else:
            columna += 1


def _sin_vinetas(franja: Franja, propios: Sequence[Renglon]) -> None:
    columna = 0
    while columna < len(franja.huecos):
        filas = [franja.celdas(r) for r in propios]
        pares = [(f[columna], f[columna + 1]) for f in filas if f[columna] is not None]
        if pares and all(d is not None and i is not None and not any(c.isalnum() for c in i.texto) for i, d in pares):
            del franja.huecos[columna]
        else:
            columna += 1
