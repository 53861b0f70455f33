"""The findings of one document as marks on its source: which elements, which characters, which boxes.

A finding marks its own places; its operands are marked apart, each with a letter, and shown when the finding is chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.modelo.base import Origen
from extractor.modelo.hallazgo import GRAVEDADES, Gravedad
from extractor.modelo.vista import Caja, ParrafoVisto, TablaVista, Vista
from extractor.modelo.vista_lugares import Localizador, Sitio


@dataclass(frozen=True, slots=True)
class Pedido:
    """What is to be marked for a finding: its places, and its operands by letter. ``numero``: the finding's on the page."""

    numero: int
    gravedad: Gravedad
    propios: tuple[Origen, ...]
    operandos: tuple[tuple[str, Origen], ...] = ()


@dataclass(slots=True)
class Marca:
    """What an element, a stretch of text or a box carries: findings, operands as (finding, letter), and the findings whose
    sign is put here, where their first place ends."""

    hallazgos: list[int] = field(default_factory=list)
    operandos: list[tuple[int, str]] = field(default_factory=list)
    signos: list[int] = field(default_factory=list)
    gravedad: Gravedad | None = None

    @property
    def datos_h(self) -> str:
        return " ".join(map(str, self.hallazgos))

    @property
    def datos_o(self) -> str:
        return " ".join(f"{n}{letra}" for n, letra in self.operandos)

    @property
    def clases(self) -> str:
        """Classes for the style sheet: of the gravest finding here, and whether there are operands."""
        propias = ["m", f"g-{self.gravedad}"] if self.gravedad is not None else []
        return " ".join([*propias, *(["o"] if self.operandos else [])])


@dataclass(frozen=True, slots=True)
class Trozo:
    """A stretch of a paragraph's text with its mark; None where it has none."""

    texto: str
    marca: Marca | None


@dataclass(frozen=True, slots=True)
class CajaMarcada:
    """A box of a page to be marked; None marks the page as a whole."""

    caja: Caja | None
    marca: Marca


class Marcas:
    """The marks on one view. ``sin_lugar``: findings whose place the view does not show."""

    def __init__(self, vista: Vista, pedidos: Sequence[Pedido]) -> None:
        self._gravedades = {p.numero: p.gravedad for p in pedidos}
        self._elementos: dict[str, Marca] = defaultdict(Marca)
        self._tramos: dict[str, list[tuple[int | None, int | None, int, str | None]]] = defaultdict(list)
        self._cajas: dict[str, dict[Caja | None, Marca]] = defaultdict(dict)
        self._primeros: dict[str, list[tuple[int, int | None]]] = defaultdict(list)
        self.situados: set[int] = set()
        localizador = Localizador(vista)
        for pedido in pedidos:
            for origen in pedido.propios:
                self._poner(localizador.sitios(origen), pedido.numero, None)
            for letra, origen in pedido.operandos:
                self._poner(localizador.sitios(origen), pedido.numero, letra)
        self.sin_lugar = tuple(p.numero for p in pedidos if p.numero not in self.situados)
        # what marks a whole row of a table drawn as cells carries its sign in the first of them
        self._filas = {f.celdas[0].id: f.id for b in vista.bloques if isinstance(b, TablaVista) for f in b.filas if f.celdas}
        self._tablas = {
            b.filas[0].celdas[0].id: b.id for b in vista.bloques if isinstance(b, TablaVista) if b.filas and b.filas[0].celdas
        }

    def elemento(self, id_: str) -> Marca | None:
        """The mark of a whole cell, row or table."""
        return self._elementos.get(id_)

    def signos_de_celda(self, id_: str) -> list[int]:
        """The findings whose sign stands at the head of a cell: its own, and those of the row or table it opens."""
        duenos = (id_, self._filas.get(id_), self._tablas.get(id_))
        return [n for d in duenos if d is not None and d in self._elementos for n in self._elementos[d].signos]

    def trozos(self, parrafo: ParrafoVisto) -> list[Trozo]:
        """The text of a paragraph parted where marks begin and end."""
        tramos = self._tramos.get(parrafo.id)
        if tramos is None:
            return [Trozo(parrafo.texto, None)]
        largo = len(parrafo.texto)
        enteros = [(d or 0, largo if h is None else h, numero, letra) for d, h, numero, letra in tramos]
        cortes = sorted({0, largo, *(t[0] for t in enteros), *(t[1] for t in enteros)})
        primeros = {numero: largo if fin is None else fin for numero, fin in self._primeros.get(parrafo.id, ())}
        trozos: list[Trozo] = []
        for desde, hasta in pairwise(cortes):
            dentro = [(numero, letra) for d, h, numero, letra in enteros if d <= desde and hasta <= h]
            marca = self._marca(dentro) if dentro else None
            if marca is not None:
                marca.signos = [n for n in marca.hallazgos if primeros.get(n) == hasta]
            trozos.append(Trozo(parrafo.texto[desde:hasta], marca))
        return trozos

    def cajas(self, pagina: str) -> list[CajaMarcada]:
        """The marked boxes of a page, the largest first, so that a small one is drawn over it."""
        cajas = self._cajas.get(pagina, {})
        return [CajaMarcada(c, cajas[c]) for c in sorted(cajas, key=lambda c: (-_area(c), c or (0, 0, 0, 0)))]

    def paginas(self) -> frozenset[str]:
        """The ids of the pages that carry some mark."""
        return frozenset(self._cajas)

    def _marca(self, dentro: Iterable[tuple[int, str | None]]) -> Marca:
        marca = Marca()
        for numero, letra in dentro:
            self._sumar(marca, numero, letra)
        return marca

    def _sumar(self, marca: Marca, numero: int, letra: str | None) -> None:
        if letra is not None:
            if (numero, letra) not in marca.operandos:
                marca.operandos.append((numero, letra))
            return
        if numero not in marca.hallazgos:
            marca.hallazgos.append(numero)
        suya = self._gravedades[numero]
        if marca.gravedad is None or GRAVEDADES.index(suya) < GRAVEDADES.index(marca.gravedad):
            marca.gravedad = suya

    def _poner(self, sitios: Sequence[Sitio], numero: int, letra: str | None) -> None:
        for sitio in sitios:
            primero = letra is None and numero not in self.situados
            if letra is None:
                self.situados.add(numero)
            if sitio.clase == "parrafo":
                self._tramos[sitio.elemento].append((sitio.inicio, sitio.fin, numero, letra))
                if primero:
                    self._primeros[sitio.elemento].append((numero, sitio.fin))
                continue
            if sitio.clase == "pagina":
                marca = self._cajas[sitio.elemento].setdefault(sitio.caja, Marca())
            else:
                marca = self._elementos[sitio.elemento]
            self._sumar(marca, numero, letra)
            if primero:
                marca.signos.append(numero)


def _area(caja: Caja | None) -> float:
    return 1e12 if caja is None else (caja[2] - caja[0]) * (caja[3] - caja[1])
