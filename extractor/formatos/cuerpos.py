"""The body of a table: which pieces after a header are its rows or cells, and where it ends.

In a stream the last cell swallows the free text after the table; it is given back where two blank lines part it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras
from extractor.formatos.dobles import unir_filas, unir_flujo
from extractor.formatos.encabezados import Encabezado, Rotulos, leer_encabezado
from extractor.formatos.piezas import Pieza, Titulos, con_parrafos, es_nota
from extractor.formatos.region_en_titulo import es_region, es_titulo_de_region
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda, FilaCruda, Parrafo

_COLUMNAS_MAXIMO = 14
_CELDAS_CERCANAS = 60
"""Cells before the last one that tell how far its items stand apart."""
_TOTALES = ("total", "subtotal", "sub total", "suma")
_HUECO_TRAS_BLANCA = 3
"""Blank lines after a cell's tab from which the text that follows is not the cell's, which is blank."""


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
            return self._de_fila(indice, pieza) if len(pieza.llenas) > 1 else None
        celdas = self.celdas_encabezado(indice, _COLUMNAS_MAXIMO)
        if len(celdas) < 2 or not celdas[0].parrafos:
            return None
        encabezado = leer_encabezado(celdas, self.rotulos, completo=False)
        if encabezado is None or (pieza.clase == "linea" and len(encabezado.etiquetas) < 3):
            return None
        ancho = len(encabezado.etiquetas)
        doble = unir_flujo(celdas[:ancho], self.celdas_encabezado(indice + ancho, ancho + 2)) if pieza.clase == "celda" else None
        entero = leer_encabezado(doble[0], self.rotulos, completo=True) if doble else None
        if doble is None or entero is None or entero.puntaje < encabezado.puntaje:
            hallado = replace(encabezado, piezas=ancho)
        else:
            hallado = replace(entero, celdas=tuple(doble[0]), piezas=ancho + doble[1])
        return None if self._abre_con_region(indice, hallado) else hallado

    def _abre_con_region(self, indice: int, encabezado: Encabezado) -> bool:
        """Whether a stream's header only seems to begin with a column of regions: its first cell is the region line above
        it, since what comes first under the header names no region."""
        primera = encabezado.etiquetas[0]
        if primera is None or primera.rol != "territorio":
            return False
        debajo = self.piezas[indice + encabezado.piezas] if indice + encabezado.piezas < len(self.piezas) else None
        return debajo is None or not es_region(debajo.celdas[0].texto, rotulada=True)

    def _de_fila(self, indice: int, pieza: Pieza) -> Encabezado | None:
        """The header of a marked row; of two rows when the next one parts some of its columns."""
        sola = leer_encabezado(pieza.celdas, self.rotulos, completo=True)
        sola = replace(sola, piezas=1) if sola else None
        siguiente = self.piezas[indice + 1] if indice + 1 < len(self.piezas) else None
        if siguiente is None or siguiente.clase != "fila" or siguiente.bloque != pieza.bloque or len(siguiente.llenas) < 2:
            return sola
        unidas = unir_filas(pieza.celdas, siguiente.celdas, pieza.cuadricula)
        if unidas is None or leer_encabezado(siguiente.celdas, self.rotulos, completo=True):
            return sola
        doble = leer_encabezado(unidas, self.rotulos, completo=True)
        if doble is None or (sola is not None and doble.puntaje < sola.puntaje):
            return sola
        return replace(doble, celdas=tuple(unidas), piezas=2)

    def celdas_encabezado(self, indice: int, cuantas: int) -> list[Celda]:
        """The cells that may be a header's: a row's own, or as many consecutive ones of a stream; none after the last piece."""
        if indice >= len(self.piezas):
            return []
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
        return self.de_celdas(indice + encabezado.piezas, encabezado)

    def de_celdas(self, siguiente: int, encabezado: Encabezado) -> Cuerpo:
        """The cells of a stream from a place on as rows of that header."""
        ancho = len(encabezado.etiquetas)
        celdas: list[Celda] = []
        cortada = False
        corrida = bool(encabezado.etiquetas[-1] and encabezado.etiquetas[-1].sobrante)
        peso = next((i for i, e in enumerate(encabezado.etiquetas) if e and e.rol == "ponderacion"), None)
        while siguiente < len(self.piezas):
            pieza = self.piezas[siguiente]
            if pieza.clase != "celda" or self.titulos.de_pieza(pieza) or self.encabezado(siguiente):
                cortada = pieza.clase == "celda"
                break
            if peso is not None and celdas and len(celdas) % ancho == 0 and self._acaba(celdas, siguiente + peso):
                break
            if not corrida and len(celdas) % ancho == 0:
                if self.es_banda_de_region(siguiente, encabezado):
                    break
                total = self._total_corto(siguiente, ancho)
                if total:
                    celdas.extend(total[0])
                    siguiente += total[1]
                    continue
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
            celdas[-1], libres = _sin_cola(celdas[-1], _hueco_de_cola(celdas))
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
                siguiente += repetido.piezas
                continue
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

    def es_banda_de_region(self, indice: int, encabezado: Encabezado) -> bool:
        """Whether a cell of a stream is a region that bands the rows after it, in a table without a column of regions."""
        pieza = self.piezas[indice] if indice < len(self.piezas) else None
        if pieza is None or pieza.clase != "celda" or len(pieza.parrafos) != 1:
            return False
        if any(e and e.rol == "territorio" for e in encabezado.etiquetas):
            return False
        return palabras(pieza.parrafos[0].texto).startswith("region") and es_titulo_de_region(pieza.parrafos[0].texto)

    def _total_corto(self, indice: int, ancho: int) -> tuple[list[Celda], int] | None:
        """A row of totals whose label spans several columns, so that it has fewer cells than the header: its cells with
        blanks after the label, and how many pieces it takes. None when the cell begins no such row."""
        etiqueta = self.piezas[indice].celdas[0]
        if not palabras(etiqueta.texto).startswith(_TOTALES) or leer_numero(etiqueta.texto) is not None:
            return None
        figuras: list[Celda] = []
        for pieza in self.piezas[indice + 1 : indice + ancho]:
            if pieza.clase != "celda" or (pieza.parrafos and leer_numero(pieza.parrafos[0].texto) is None):
                break
            figuras.append(pieza.celdas[0])
        faltan = ancho - 1 - len(figuras)
        if faltan <= 0 or not any(c.parrafos for c in figuras):
            return None
        blanca = con_parrafos(etiqueta, ())
        return [etiqueta, *[blanca] * faltan, *figuras], 1 + len(figuras)

    def _acaba(self, celdas: list[Celda], peso: int) -> bool:
        """Whether a weighed table in a stream ended with its last whole row: free text follows in its last cell, and what
        would be the next row has no figure where its weight should stand."""
        if all(p.hueco < 2 for p in celdas[-1].parrafos) or _sin_cola(celdas[-1], _hueco_de_cola(celdas))[0] is celdas[-1]:
            return False
        pieza = self.piezas[peso] if peso < len(self.piezas) else None
        if pieza is None or pieza.clase != "celda":
            return True
        return not any(leer_numero(p.texto) for p in pieza.parrafos)

    def _es_declarada(self, pieza: Pieza) -> bool:
        titulos = (self.titulos.buscar(c.texto, c.origen) for c in pieza.llenas)
        return any(t and t.clase == "ponderacion_declarada" for t in titulos)


def _hueco_de_cola(celdas: Sequence[Celda]) -> int:
    """From how many blank lines text is no longer the last cell's: two, or one more than parts the items of the cells
    before it where the converter left two between them."""
    huecos = [p.hueco for c in celdas[-1 - _CELDAS_CERCANAS : -1] for p in c.parrafos[1:]]
    anchos = [h for h in huecos if h >= 2]
    return 2 if len(anchos) * 2 < len(huecos) or not anchos else max(anchos) + 1


def _sin_cola(celda: Celda, minimo: int) -> tuple[Celda, tuple[Parrafo, ...]]:
    """The last cell of a stream table without the free text it swallowed: what follows ``minimo`` blank lines, or a
    footnote."""
    for indice, parrafo in enumerate(celda.parrafos):
        nota = es_nota(parrafo.texto) and parrafo.texto.startswith("\ufffd")
        if (indice and (parrafo.hueco >= minimo or nota)) or (not indice and parrafo.hueco >= _HUECO_TRAS_BLANCA):
            return con_parrafos(celda, celda.parrafos[:indice]), celda.parrafos[indice:]
    return celda, ()


def _es_banda(fila: FilaCruda, encabezado: Pieza, ancho: int) -> bool:
    """A row that only groups the columns of the header after it ("Control de Resultados"): as wide as that header and
    not as the table before it, mostly blank, without figures."""
    llenas = [c for c in fila.celdas if c.parrafos]
    if len(fila.celdas) != len(encabezado.celdas) or len(fila.celdas) == ancho:
        return False
    return len(llenas) * 2 <= len(fila.celdas) and not any(ch.isdigit() for c in llenas for ch in c.texto)
