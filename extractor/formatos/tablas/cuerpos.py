"""The bodies of tables whose rows are marked: which rows of a table are under its header, and where they end."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import palabras
from extractor.formatos.columnas.encabezados import Rotulos
from extractor.formatos.piezas import Pieza, Titulo, Titulos
from extractor.formatos.regiones.bandas import columnas_de_regiones, es_fila_de_su_columna
from extractor.formatos.regiones.en_titulo import es_la_misma, es_nombre_de_region
from extractor.formatos.secciones.en_columna import es_fila
from extractor.formatos.tablas.cabezas import Cabezas
from extractor.formatos.tablas.cuerpo import Cuerpo
from extractor.formatos.tablas.filas_de_otra import encabeza_otra, es_dato
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda, FilaCruda


class Cuerpos(Cabezas):
    """Finds bodies among the pieces of one document, under the headers found there."""

    def __init__(self, piezas: list[Pieza], titulos: Titulos, rotulos: tuple[Rotulos, ...]) -> None:
        super().__init__(piezas, titulos, rotulos)
        self.bandas: set[str] = set()
        """What rows over a header print ("Control de Resultados"): a new page may repeat them."""
        self._de_regiones: dict[int, frozenset[int]] = {}

    def celda_al_lado(self, indice: int) -> Celda | None:
        """In a stream, the filled cell after a label's, when it is neither a title nor a header."""
        siguiente = self.piezas[indice + 1] if indice + 1 < len(self.piezas) else None
        if siguiente is None or self.piezas[indice].clase != "celda" or siguiente.clase != "celda" or not siguiente.llenas:
            return None
        if self.titulos.de_pieza(siguiente) or self.encabezado(indice + 1):
            return None
        return siguiente.celdas[0]

    def de_filas(
        self, indice: int, bloque: int, columnas: tuple[ColumnaReconocida, ...], cabeza: Pieza | None, region: str | None
    ) -> Cuerpo:
        """The rows after a header in its own table, up to a title or another header; the same header again (a new page)
        is passed over, and the programme's name it may carry kept. The bare name of ``region``, the table's, heads no other."""
        filas: list[FilaCruda] = []
        programas: list[tuple[int, Celda]] = []
        descartadas = 0
        siguiente = indice
        while siguiente < len(self.piezas):
            pieza = self.piezas[siguiente]
            if pieza.clase != "fila" or pieza.bloque != bloque or pieza.fila is None:
                break
            repetido = self.encabezado(siguiente)
            if repetido and not es_dato(repetido, self.piezas, siguiente, len(columnas)):
                if [e.rol if e else None for e in repetido.etiquetas[1:]] != [c.rol for c in columnas[1:]]:
                    while filas and _es_banda(filas[-1], pieza, len(columnas)):
                        filas.pop()
                        descartadas += 1
                    break
                if columnas[0].rol == "programa" and repetido.etiquetas[0] is None and pieza.celdas[0].parrafos:
                    programas.append((len(filas), pieza.celdas[0]))
                siguiente += repetido.piezas
                continue
            titulo = self.titulos.de_pieza(pieza)
            suya = titulo is not None and region and es_nombre_de_region(titulo.texto) and es_la_misma(titulo.texto, region)
            propia = titulo is not None and (suya or self._es_fila(titulo, siguiente, columnas, cabeza))
            otra = bool(filas) and encabeza_otra(self.piezas, siguiente, len(columnas))
            if otra or (titulo is not None and not propia) or self._es_declarada(pieza):
                break
            elif self._es_banda_repetida(siguiente, bloque, vacia=not filas):
                descartadas += 1
            elif pieza.llenas:
                filas.append(pieza.fila)
            else:
                descartadas += 1
            siguiente += 1
        tramos: tuple[tuple[int, int], ...] = ()
        if cabeza is not None and cabeza.cuadricula:
            tramos = tuple((c.columna, c.columna + c.ancho) for c in cabeza.celdas)
        return Cuerpo(siguiente, filas=tuple(filas), tramos=tramos, programas=tuple(programas), descartadas=descartadas)

    def _es_fila(self, titulo: Titulo, indice: int, columnas: tuple[ColumnaReconocida, ...], cabeza: Pieza | None) -> bool:
        """Whether a title is only what a row of the table says: a section, or a region, in a column of them."""
        if titulo.clase != "region":
            return es_fila(titulo.clase, (c.rol for c in columnas))
        if titulo.patron.textos:
            # a label says that it is the region of what follows
            return False
        bloque = self.piezas[indice].bloque
        if bloque not in self._de_regiones:
            self._de_regiones[bloque] = columnas_de_regiones(self.piezas, indice)
        return es_fila_de_su_columna(self.piezas[indice], columnas, cabeza, self._de_regiones[bloque])

    def _es_banda_repetida(self, indice: int, bloque: int, vacia: bool) -> bool:
        """Whether a row only groups the columns of the header under it: it did over the first one, or no row of the table
        (``vacia``) stands before it and it says nothing but that."""
        fila = self.piezas[indice]
        siguiente = self.piezas[indice + 1] if indice + 1 < len(self.piezas) else None
        if siguiente is None or siguiente.clase != "fila" or siguiente.bloque != bloque or not self.encabezado(indice + 1):
            return False
        if palabras(" ".join(c.texto for c in fila.llenas)) in self.bandas:
            return True
        llenas = fila.llenas
        return vacia and len(llenas) * 2 <= len(fila.celdas) and not any(ch.isdigit() for c in llenas for ch in c.texto)

    def anotar_bandas(self, filas: Sequence[Pieza]) -> None:
        """Remembers the rows met above a header in its own table."""
        self.bandas.update(palabras(" ".join(c.texto for c in p.llenas)) for p in filas if p.llenas)

    def _es_declarada(self, pieza: Pieza) -> bool:
        titulos = (self.titulos.buscar(c.texto, c.origen) for c in pieza.llenas)
        return any(t and t.clase == "ponderacion_declarada" for t in titulos)


def _es_banda(fila: FilaCruda, encabezado: Pieza, ancho: int) -> bool:
    """A row that only groups the columns of the header after it ("Control de Resultados"): as wide as that header and
    not as the table before it, mostly blank, without figures."""
    llenas = [c for c in fila.celdas if c.parrafos]
    if len(fila.celdas) != len(encabezado.celdas) or len(fila.celdas) == ancho:
        return False
    return len(llenas) * 2 <= len(fila.celdas) and not any(ch.isdigit() for c in llenas for ch in c.texto)
