"""Paragraphs into the tree that all Word-like readers share: rows end where their marks say ([MS-DOC] 2.4.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.lectores.arbol import Aviso, Casilla, Cuadro, Linea, Nodo, mezclar_verticales
from extractor.lectores.doc.filas import MAXIMO, forma_de
from extractor.lectores.doc.parrafos import ParrafoCrudo
from extractor.lectores.doc.rejilla import CeldaSuelta, FilaSuelta, colocar
from extractor.modelo.base import Origen

_TAPADA = "hay texto en una celda que otra combinada cubre; no se ve en el documento y no se leyó"
_SIN_CIERRE = "la última fila de una tabla no tiene cierre; sus celdas pueden no ser las de una sola fila"


@dataclass(slots=True)
class _Abierta:
    """A table being read: rows closed so far, cells of the row in course, content of the cell in course."""

    filas: list[FilaSuelta] = field(default_factory=list)
    celdas: list[CeldaSuelta] = field(default_factory=list)
    actual: CeldaSuelta = field(default_factory=list)


class Tablas:
    """Builds the tree of one part of the text. ``avisos``: what the tables of the body hide or lost."""

    def __init__(self) -> None:
        self.avisos: list[Aviso] = []
        self._cuerpo: list[Nodo] = []
        self._abiertas: list[_Abierta] = []
        self._cuantas = 0

    def construir(self, parrafos: Iterable[ParrafoCrudo]) -> list[Nodo]:
        """The paragraphs of depth 0 and the tables between them."""
        for parrafo in parrafos:
            while len(self._abiertas) > parrafo.profundidad:
                self._cerrar()
            while len(self._abiertas) < parrafo.profundidad:
                self._abiertas.append(_Abierta())
            if not self._abiertas:
                self._cuerpo.append(parrafo.linea)
                continue
            abierta = self._abiertas[-1]
            if parrafo.fin_fila:
                _cerrar_fila(abierta, parrafo)
                continue
            abierta.actual.append(parrafo.linea)
            if parrafo.fin_celda:
                abierta.celdas.append(abierta.actual)
                abierta.actual = []
        while self._abiertas:
            self._cerrar()
        return self._cuerpo

    def _cerrar(self) -> None:
        """Ends the deepest open table and puts it where it stands."""
        abierta = self._abiertas.pop()
        if not en_blanco(abierta.actual):
            abierta.celdas.append(abierta.actual)
        sin_cierre = bool(abierta.celdas)
        for i in range(0, len(abierta.celdas), MAXIMO):
            abierta.filas.append(FilaSuelta(abierta.celdas[i : i + MAXIMO], None))
        if not abierta.filas:
            return
        filas: list[list[tuple[Casilla, bool]]] = []
        tapadas: set[int] = set()
        for lugar, puestas in enumerate(colocar(abierta.filas)):
            filas.append([(Casilla(p.columna, p.ancho, 1, p.contenido), p.continua) for p in puestas])
            if any(not en_blanco(oculta) for p in puestas for oculta in p.unidas):
                tapadas.add(lugar)
        cuadro = Cuadro(mezclar_verticales(filas))
        for lugar, fila in enumerate(filas):
            quedan = {id(c) for c in cuadro.filas[lugar]}
            if any(id(c) not in quedan and not en_blanco(c.contenido) for c, _ in fila):
                tapadas.add(lugar)
        if not self._abiertas:
            avisos = [(_TAPADA, n) for n in sorted(tapadas)] + ([(_SIN_CIERRE, len(filas) - 1)] if sin_cierre else [])
            self.avisos += [("LECTURA_DUDOSA", frase, Origen(tabla=self._cuantas, fila=n, texto="")) for frase, n in avisos]
            self._cuantas += 1
        (self._abiertas[-1].actual if self._abiertas else self._cuerpo).append(cuadro)


def en_blanco(contenido: list[Nodo]) -> bool:
    """Whether nothing can be seen in a cell."""
    return all(isinstance(n, Linea) and not n.texto.strip() and not n.dibujos and not n.imagenes for n in contenido)


def _cerrar_fila(abierta: _Abierta, fin: ParrafoCrudo) -> None:
    if not en_blanco(abierta.actual):
        abierta.celdas.append(abierta.actual)
    if abierta.celdas:
        abierta.filas.append(FilaSuelta(abierta.celdas, forma_de(fin.propiedades.tabla)))
    abierta.celdas, abierta.actual = [], []
