"""The body of a table: which pieces after a header are its rows or cells, and where it ends.

In a stream the last cell swallows the free text after the table; it is given back where two blank lines part it.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.formatos.encabezados import Encabezado, Rotulos, leer_encabezado
from extractor.formatos.piezas import Pieza, Titulos, con_parrafos, es_nota
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda, FilaCruda, Parrafo

_COLUMNAS_MAXIMO = 14


@dataclass(frozen=True, slots=True)
class Cuerpo:
    """What a table holds. ``libres``: text given back; ``siguiente``: the piece after it; ``descartadas``: blank or
    merely decorative rows left out."""

    siguiente: int
    filas: tuple[FilaCruda, ...] = ()
    celdas: tuple[Celda, ...] = ()
    tramos: tuple[tuple[int, int], ...] = ()
    cortada: bool = False
    programas: tuple[tuple[int, Celda], ...] = ()
    libres: tuple[Parrafo, ...] = ()
    descartadas: int = 0


class Cuerpos:
    """Finds headers and bodies among the pieces of one document."""

    def __init__(self, piezas: list[Pieza], titulos: Titulos, rotulos: tuple[Rotulos, ...]) -> None:
        self.piezas = piezas
        self.titulos = titulos
        self.rotulos = rotulos

    def encabezado(self, indice: int) -> Encabezado | None:
        """The header that starts at this piece, or None. Free lines make one only with three labels in a row: a table
        whose cell marks the text has lost."""
        pieza = self.piezas[indice]
        if pieza.clase == "fila":
            return leer_encabezado(pieza.celdas, self.rotulos, completo=True) if len(pieza.llenas) > 1 else None
        celdas = self.celdas_encabezado(indice, _COLUMNAS_MAXIMO)
        if len(celdas) < 2 or not celdas[0].parrafos:
            return None
        encabezado = leer_encabezado(celdas, self.rotulos, completo=False)
        if encabezado and pieza.clase == "linea" and len(encabezado.etiquetas) < 3:
            return None
        return encabezado

    def celdas_encabezado(self, indice: int, cuantas: int) -> list[Celda]:
        """The cells that may be a header's: a row's own, or as many consecutive ones of a stream."""
        pieza = self.piezas[indice]
        if pieza.clase == "fila":
            return list(pieza.celdas)
        celdas: list[Celda] = []
        for siguiente in self.piezas[indice : indice + cuantas]:
            if siguiente.clase != pieza.clase:
                break
            celdas.append(siguiente.celdas[0])
        return celdas

    def de_flujo(self, indice: int, encabezado: Encabezado) -> Cuerpo:
        """The cells after a header in a stream, up to a title, another header or free text."""
        ancho = len(encabezado.etiquetas)
        celdas: list[Celda] = []
        cortada = False
        siguiente = indice + ancho
        while siguiente < len(self.piezas):
            pieza = self.piezas[siguiente]
            if pieza.clase != "celda" or self.titulos.de_pieza(pieza) or self.encabezado(siguiente):
                cortada = pieza.clase == "celda"
                break
            celdas.append(pieza.celdas[0])
            siguiente += 1
        ultima = encabezado.etiquetas[-1]
        sueltas = 1 if ultima and ultima.sobrante else 0
        blancas = 0
        while celdas and not celdas[-1].parrafos and (len(celdas) + sueltas) % ancho:
            celdas.pop()
            blancas = 1
        entera = (len(celdas) + sueltas) % ancho == 0
        libres: tuple[Parrafo, ...] = ()
        if celdas and entera:
            celdas[-1], libres = _sin_cola(celdas[-1])
        return Cuerpo(siguiente, celdas=tuple(celdas), cortada=cortada and not entera, libres=libres, descartadas=blancas)

    def de_filas(self, indice: int, bloque: int, columnas: tuple[ColumnaReconocida, ...], cabeza: Pieza | None) -> Cuerpo:
        """The rows after a header in its own table, up to a title or another header; the same header again (a new page)
        is passed over, and the programme's name it may carry kept."""
        filas: list[FilaCruda] = []
        programas: list[tuple[int, Celda]] = []
        descartadas = 0
        siguiente = indice
        while siguiente < len(self.piezas):
            pieza = self.piezas[siguiente]
            if pieza.clase != "fila" or pieza.bloque != bloque or pieza.fila is None:
                break
            repetido = self.encabezado(siguiente)
            if repetido:
                if [e.rol if e else None for e in repetido.etiquetas[1:]] != [c.rol for c in columnas[1:]]:
                    while filas and _es_banda(filas[-1], pieza, len(columnas)):
                        filas.pop()
                        descartadas += 1
                    break
                if columnas[0].rol == "programa" and repetido.etiquetas[0] is None and pieza.celdas[0].parrafos:
                    programas.append((len(filas), pieza.celdas[0]))
            elif self.titulos.de_pieza(pieza) or self._es_declarada(pieza):
                break
            elif pieza.llenas:
                filas.append(pieza.fila)
            else:
                descartadas += 1
            siguiente += 1
        tramos: tuple[tuple[int, int], ...] = ()
        if cabeza is not None and cabeza.cuadricula:
            tramos = tuple((c.columna, c.columna + c.ancho) for c in cabeza.celdas)
        return Cuerpo(siguiente, filas=tuple(filas), tramos=tramos, programas=tuple(programas), descartadas=descartadas)

    def _es_declarada(self, pieza: Pieza) -> bool:
        titulos = (self.titulos.buscar(c.texto, c.origen) for c in pieza.llenas)
        return any(t and t.clase == "ponderacion_declarada" for t in titulos)


def _sin_cola(celda: Celda) -> tuple[Celda, tuple[Parrafo, ...]]:
    """The last cell of a stream table without the free text it swallowed: what follows two blank lines, or a footnote."""
    for indice, parrafo in enumerate(celda.parrafos):
        nota = es_nota(parrafo.texto) and parrafo.texto.startswith("\ufffd")
        if indice and (parrafo.hueco >= 2 or nota):
            return con_parrafos(celda, celda.parrafos[:indice]), celda.parrafos[indice:]
    return celda, ()


def _es_banda(fila: FilaCruda, encabezado: Pieza, ancho: int) -> bool:
    """A row that only groups the columns of the header after it ("Control de Resultados"): as wide as that header and
    not as the table before it, mostly blank, without figures."""
    llenas = [c for c in fila.celdas if c.parrafos]
    if len(fila.celdas) != len(encabezado.celdas) or len(fila.celdas) == ancho:
        return False
    return len(llenas) * 2 <= len(fila.celdas) and not any(ch.isdigit() for c in llenas for ch in c.texto)
