"""The tree of a Word-like file into blocks: gaps, places, inner tables and drawings.

Places. A paragraph of the body has ``parrafo`` (counted over the body's own paragraphs); one of a cell also ``tabla``,
``fila`` and ``columna`` (grid column), its ``parrafo`` counted in reading order, those of inner tables included. Tables
of the body are numbered in order; inner tables that are read on their own come after the last of them. A line whose
printed number is not in the text (automatic numbering) keeps the raw text in ``partes``; a drawing's line has the place
of the paragraph that anchors it, without characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from extractor.lectores.arbol import DIBUJO, Aviso, Casilla, Cuadro, Linea, Nodo, lineas_de, revisar_hondura
from extractor.modelo.base import Origen
from extractor.modelo.documento import Bloque, BloqueTabla, Celda, FilaCruda, Imagen, Parrafo

_AVISO_ANIDADA = "hay una tabla dentro de una celda; se leyó como párrafos de esa celda"


def aviso_de_objetos(cuantos: int) -> list[Aviso]:
    """The notice of the embedded objects that a document has and nobody opens; none when it has none."""
    frase = f"el documento tiene {cuantos} objeto(s) incrustado(s), como planillas; no se abrieron"
    return [("LECTURA_DUDOSA", frase, None)] if cuantos else []


def aviso_de_tachados(cuantos: int) -> list[Aviso]:
    """The notice of the stretches that a person struck out and are left out as deleted text is; none when there are none."""
    frase = f"el documento tiene texto tachado ({cuantos} pasaje(s)); no se leyó, como el borrado"
    return [("LECTURA_DUDOSA", frase, None)] if cuantos else []


def aviso_de_ocultos(cuantos: int) -> list[Aviso]:
    """The notice of the text that a document has and does not show; none when it has none."""
    frase = "el documento tiene texto oculto, que no se muestra impreso; no se leyó"
    return [("LECTURA_DUDOSA", frase, None)] if cuantos else []


TACHADA = "una celda de la fila solo tiene texto tachado, que no se leyó"


_TACHADOS, _IMAGENES = attrgetter("tachados"), attrgetter("imagenes")


def _total(nodos: Sequence[Nodo], cuantos: Callable[[Linea], int]) -> int:
    """The sum over every paragraph of a tree: of the struck stretches it leaves out, or of its pictures."""
    total = 0
    for nodo in nodos:
        if isinstance(nodo, Cuadro):
            total += sum(_total(c.contenido, cuantos) for fila in nodo.filas for c in fila)
        else:
            total += cuantos(nodo) + _total(nodo.dibujos, cuantos)
    return total


class Armador:
    """Turns a tree into blocks, keeping the counters that make an ``Origen``."""

    def __init__(self) -> None:
        self.avisos: list[Aviso] = []
        self.imagenes: list[Imagen] = []
        self._leidos: list[Bloque] = []
        self._tablas = 0
        self._interiores = 0

    def bloques(self, nodos: Sequence[Nodo]) -> tuple[Bloque, ...]:
        """The blocks of the document's body. Raises ErrorLectura(LIMITE_EXCEDIDO) for tables nested without end."""
        self._interiores = sum(isinstance(n, Cuadro) for n in nodos)
        for bloque in self._cuerpo(nodos):
            self._leidos.append(bloque)
        self.avisos.extend(aviso_de_tachados(_total(nodos, _TACHADOS)))
        return tuple(self._leidos)

    def _cuerpo(self, nodos: Sequence[Nodo]) -> Iterator[Bloque]:
        hueco = numero = 0
        for nodo in nodos:
            if isinstance(nodo, Cuadro):
                indice, self._tablas = self._tablas, self._tablas + 1
                yield from self._tabla(nodo, indice, 0)
                hueco = 0
            else:
                lineas, hueco = lineas_de(nodo, hueco, {"parrafo": numero})
                yield from lineas
                yield from self._dibujos(nodo, {"parrafo": numero}, 0)
                numero += 1

    def _ver_imagenes(self, cuantas: int, lugar: dict[str, int]) -> None:
        """Notes pictures at a place, before any block that comes from there."""
        self.imagenes.extend([Imagen(len(self._leidos), Origen(**lugar, texto=""))] * cuantas)

    def _interior(self) -> int:
        indice, self._interiores = self._interiores, self._interiores + 1
        return indice

    def _dibujos(self, nodo: Linea, lugar: dict[str, int], hondura: int) -> Iterator[Bloque]:
        for dentro in nodo.dibujos:
            if isinstance(dentro, Cuadro):
                yield from self._tabla(dentro, self._interior(), hondura + 1)
            else:
                yield from _de_dibujo(dentro, lugar)
        # those in the tables of a text box are noted cell by cell
        self._ver_imagenes(nodo.imagenes + _total([d for d in nodo.dibujos if isinstance(d, Linea)], _IMAGENES), lugar)

    def _tabla(self, cuadro: Cuadro, indice: int, hondura: int) -> Iterator[Bloque]:
        revisar_hondura(hondura)
        filas: list[FilaCruda] = []
        reparte = cuadro.es_marco
        for numero, fila in enumerate(cuadro.filas):
            if reparte or cuadro.enmarca(fila):
                # a row of one cell around tables, or of cells that are pages of their own side by side, only frames
                # them: they are read from left to right as if it were not there
                if filas:
                    yield BloqueTabla(indice, tuple(filas), cuadricula=True)
                filas = []
                for casilla in fila:
                    yield from self._marco(casilla, {"tabla": indice, "fila": numero, "columna": casilla.columna}, hondura)
                continue
            celdas = tuple(self._celda(c, {"tabla": indice, "fila": numero, "columna": c.columna}, hondura) for c in fila)
            texto = "\n".join(c.origen.texto for c in celdas)
            borrada = any(not c.parrafos and _total(k.contenido, _TACHADOS) for c, k in zip(celdas, fila, strict=True))
            filas.append(FilaCruda(celdas, Origen(tabla=indice, fila=numero, texto=texto), dudosa=TACHADA if borrada else None))
        if filas:
            yield BloqueTabla(indice, tuple(filas), cuadricula=True)

    def _marco(self, casilla: Casilla, lugar: dict[str, int], hondura: int) -> Iterator[Bloque]:
        hueco = numero = 0
        for nodo in casilla.contenido:
            if isinstance(nodo, Cuadro):
                yield from self._tabla(nodo, self._interior(), hondura + 1)
                hueco = 0
                numero += sum(1 for _ in _planas(nodo, hondura))
            else:
                lineas, hueco = lineas_de(nodo, hueco, {**lugar, "parrafo": numero})
                yield from lineas
                yield from self._dibujos(nodo, {**lugar, "parrafo": numero}, hondura)
                numero += 1

    def _celda(self, casilla: Casilla, lugar: dict[str, int], hondura: int) -> Celda:
        self._ver_imagenes(_total(casilla.contenido, _IMAGENES), lugar)
        parrafos: list[Parrafo] = []
        crudos: list[str] = []
        hueco = 0
        for numero, (nodo, cercano) in enumerate(_en_celda(casilla, hondura)):
            propio = {**lugar, "parrafo": numero}
            crudos.append(nodo.texto)
            antes = hueco if cercano is None else max(cercano, hueco - 1)
            lineas, hueco = lineas_de(nodo, antes if parrafos else 0, propio)
            parrafos.extend(lineas)
            for dentro in nodo.dibujos:
                for _, linea in _solo_lineas([dentro], hondura):
                    parrafos.extend(_de_dibujo(linea, propio))
        if any(isinstance(n, Cuadro) and n.es_dato for n in casilla.contenido):
            self.avisos.append(("LECTURA_DUDOSA", _AVISO_ANIDADA, Origen(**lugar, texto="")))
        if not parrafos:
            parrafos = list(_solo_rotulo(casilla, lugar))
        origen = Origen(**lugar, texto="\n".join(crudos))
        return Celda(tuple(parrafos), origen, casilla.columna, casilla.ancho, casilla.alto)


def _en_celda(casilla: Casilla, hondura: int) -> Iterator[tuple[Linea, int | None]]:
    """The paragraphs of a cell, those of inner tables too. With these the gap: 1 opens an inner cell, 0 goes on in it;
    None leaves it to the paragraphs themselves."""
    for nodo in casilla.contenido:
        if isinstance(nodo, Linea):
            yield nodo, None
        else:
            yield from ((linea, hueco) for hueco, linea in _planas(nodo, hondura))


def _planas(cuadro: Cuadro, hondura: int) -> Iterator[tuple[int, Linea]]:
    revisar_hondura(hondura)
    for fila in cuadro.filas:
        for casilla in fila:
            primera = True
            for _, linea in _solo_lineas(casilla.contenido, hondura):
                yield (1 if primera else 0), linea
                primera = primera and not linea.texto.strip()


def _solo_lineas(nodos: Sequence[Nodo], hondura: int) -> Iterator[tuple[int, Linea]]:
    for nodo in nodos:
        if isinstance(nodo, Linea):
            yield 1, nodo
        else:
            yield from _planas(nodo, hondura + 1)


def _solo_rotulo(casilla: Casilla, lugar: dict[str, int]) -> Iterator[Parrafo]:
    """The printed number of a cell that holds nothing else, as a numbered first column."""
    for numero, nodo in enumerate(casilla.contenido):
        if isinstance(nodo, Linea) and any(c.isalnum() for c in nodo.rotulo):
            yield Parrafo(nodo.rotulo, Origen(**lugar, parrafo=numero, inicio=0, fin=0, texto=""), 0, nodo.estilo)
            return


def _de_dibujo(nodo: Linea, lugar: dict[str, int]) -> Iterator[Parrafo]:
    """The lines of a drawing, told apart by their style; drawings inside it are read with it."""
    hueco = 1
    for trozo in nodo.texto.split("\n"):
        if trozo.strip():
            yield Parrafo(trozo.strip(), Origen(**lugar, texto=trozo.strip()), hueco, DIBUJO)
            hueco = 0
    for dentro in nodo.dibujos:
        for _, linea in _solo_lineas([dentro], 0):
            yield from _de_dibujo(linea, lugar)
