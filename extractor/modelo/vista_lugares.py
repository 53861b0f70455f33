"""Where an ``Origen`` stands in a ``Vista``: which paragraphs and characters, cells, rows, or boxes of a page.

A place is told as narrowly as it is known. What covers a whole cell or a whole row is told as that cell or row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from extractor.modelo.base import Origen
from extractor.modelo.vista import Caja, CeldaVista, FilaVista, ParrafoVisto, TablaVista, Vista


@dataclass(frozen=True, slots=True)
class Sitio:
    """One element of a view. ``inicio`` and ``fin``: characters of the paragraph's text, None for all of it; ``caja``: the
    box on a page."""

    clase: Literal["parrafo", "celda", "fila", "tabla", "pagina"]
    elemento: str
    inicio: int | None = None
    fin: int | None = None
    caja: Caja | None = None


class Localizador:
    """Finds places in one view. Building it walks the view once."""

    def __init__(self, vista: Vista) -> None:
        self._vista = vista
        self._parrafos: dict[tuple[int | None, ...], list[ParrafoVisto]] = defaultdict(list)
        self._lineas: dict[int, list[ParrafoVisto]] = defaultdict(list)
        self._cajas: dict[tuple[int | None, Caja | None], ParrafoVisto] = {}
        self._celdas: dict[tuple[int | None, ...], CeldaVista] = {}
        self._filas: dict[tuple[int | None, ...], FilaVista] = {}
        self._tablas: dict[int, TablaVista] = {}
        self._celda_de: dict[str, CeldaVista] = {}
        self._fila_de: dict[str, FilaVista] = {}
        for bloque in vista.bloques:
            if isinstance(bloque, TablaVista):
                self._anotar_tabla(bloque)
            else:
                self._anotar_parrafo(bloque)
        for _, parrafo in vista.notas:
            self._anotar_parrafo(parrafo)

    def sitios(self, origen: Origen) -> tuple[Sitio, ...]:
        """The elements ``origen`` stands in, in its order and without repetition; none when the view does not show it."""
        return tuple(dict.fromkeys(sitio for lugar in origen.lugares for sitio in self._de(lugar)))

    def _de(self, lugar: Origen) -> Iterable[Sitio]:
        pagina = None if lugar.pagina is None else self._vista.pagina(lugar.pagina)
        if pagina is not None:
            return [Sitio("pagina", pagina.id, caja=lugar.caja)]
        if lugar.linea_inicio is not None:
            return self._de_lineas(lugar, lugar.linea_inicio, lugar.linea_fin or lugar.linea_inicio)
        return self._de_rejilla(lugar)

    def _de_lineas(self, lugar: Origen, primera: int, ultima: int) -> list[Sitio]:
        vacia = self._celdas.get((primera, lugar.inicio))
        if not lugar.texto.strip() and vacia is not None:
            return [Sitio("celda", vacia.id)]
        cubiertos: list[tuple[ParrafoVisto, int, int]] = []
        for numero in range(primera, ultima + 1):
            for parrafo in self._lineas.get(numero, ()):
                inicio, fin = parrafo.origen.inicio or 0, parrafo.origen.fin or 0
                desde = max(inicio, (lugar.inicio or 0) if numero == primera else 0)
                hasta = min(fin, lugar.fin if primera == ultima and lugar.fin is not None else fin)
                if desde < hasta:
                    cubiertos.append((parrafo, desde - inicio, hasta - inicio))
        return self._juntos(cubiertos)

    def _juntos(self, cubiertos: list[tuple[ParrafoVisto, int, int]]) -> list[Sitio]:
        """Several whole paragraphs that make a cell or a row are told as one."""
        enteros = {p.id for p, desde, hasta in cubiertos if desde == 0 and hasta >= len(p.texto)}
        if len(cubiertos) > 1 and len(enteros) == len(cubiertos):
            fila = self._fila_de.get(cubiertos[0][0].id)
            celda = self._celda_de.get(cubiertos[0][0].id)
            if celda is not None and enteros == {p.id for p in celda.parrafos}:
                return [Sitio("celda", celda.id)]
            if fila is not None and enteros == {p.id for c in fila.celdas for p in c.parrafos}:
                return [Sitio("fila", fila.id)]
        return [_en_parrafo(p, desde, hasta) for p, desde, hasta in cubiertos]

    def _de_rejilla(self, lugar: Origen) -> list[Sitio]:
        if lugar.parrafo is not None or lugar.tabla is None:
            hallados = self._parrafos.get(_rejilla(lugar), [])
            if lugar.parrafo is None and lugar.caja is not None:
                exacto = self._cajas.get((lugar.pagina, lugar.caja))
                hallados = [exacto] if exacto is not None else []
            sitios = [s for p in hallados if (s := _solapado(p, lugar)) is not None]
            if sitios:
                return sitios
        celda = self._celdas.get((lugar.tabla, lugar.fila, lugar.columna)) if lugar.columna is not None else None
        if celda is not None:
            return [Sitio("celda", celda.id)]
        fila = self._filas.get((lugar.tabla, lugar.fila)) if lugar.fila is not None else None
        if fila is not None:
            return [Sitio("fila", fila.id)]
        tabla = None if lugar.tabla is None else self._tablas.get(lugar.tabla)
        return [] if tabla is None else [Sitio("tabla", tabla.id)]

    def _anotar_tabla(self, tabla: TablaVista) -> None:
        if tabla.indice is not None:
            self._tablas.setdefault(tabla.indice, tabla)
        for fila in tabla.filas:
            if fila.origen is not None and fila.origen.tabla is not None:
                self._filas.setdefault((fila.origen.tabla, fila.origen.fila), fila)
            for celda in fila.celdas:
                lugar = celda.origen.lugares[0]
                if lugar.linea_inicio is not None:
                    self._celdas.setdefault((lugar.linea_inicio, lugar.inicio), celda)
                else:
                    self._celdas.setdefault((lugar.tabla, lugar.fila, lugar.columna), celda)
                for parrafo in celda.parrafos:
                    self._celda_de[parrafo.id] = celda
                    self._fila_de[parrafo.id] = fila
                    self._anotar_parrafo(parrafo)

    def _anotar_parrafo(self, parrafo: ParrafoVisto) -> None:
        for lugar in parrafo.origen.lugares:
            if lugar.linea_inicio is not None:
                self._lineas[lugar.linea_inicio].append(parrafo)
            else:
                self._parrafos[_rejilla(lugar)].append(parrafo)
            if lugar.caja is not None:
                self._cajas.setdefault((lugar.pagina, lugar.caja), parrafo)


def _rejilla(lugar: Origen) -> tuple[int | None, ...]:
    return (lugar.tabla, lugar.fila, lugar.columna, lugar.parrafo)


def _solapado(parrafo: ParrafoVisto, lugar: Origen) -> Sitio | None:
    """The part of ``parrafo`` that ``lugar`` covers; None when they share no character of the source's paragraph."""
    propio = parrafo.origen
    if lugar.inicio is None or lugar.fin is None or propio.inicio is None or propio.fin is None:
        return Sitio("parrafo", parrafo.id)
    desde, hasta = max(propio.inicio, lugar.inicio), min(propio.fin, lugar.fin)
    if desde > hasta or (desde == hasta and propio.inicio != propio.fin):
        return None
    return _en_parrafo(parrafo, desde - propio.inicio, hasta - propio.inicio)


def _en_parrafo(parrafo: ParrafoVisto, desde: int, hasta: int) -> Sitio:
    """Offsets within the raw text of a paragraph -> within its shown text; all of it where the two cannot be matched."""
    crudo = parrafo.origen.texto
    if crudo != parrafo.texto:
        # shown trimmed, or after a printed number that is no text of the source
        antes = crudo.find(parrafo.texto) if parrafo.texto in crudo else -parrafo.texto.rfind(crudo)
        if parrafo.texto not in crudo and crudo not in parrafo.texto:
            return Sitio("parrafo", parrafo.id)
        desde, hasta = desde - antes, hasta - antes
    desde, hasta = max(desde, 0), min(hasta, len(parrafo.texto))
    if desde >= hasta or (desde == 0 and hasta == len(parrafo.texto)):
        return Sitio("parrafo", parrafo.id)
    return Sitio("parrafo", parrafo.id, desde, hasta)
