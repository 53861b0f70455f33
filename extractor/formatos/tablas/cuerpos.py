"""Headers among the pieces of a document, and the bodies of tables whose rows are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.comun.texto import palabras
from extractor.formatos.columnas.dobles import de_dos_filas, sin_partir, unir_filas, unir_flujo
from extractor.formatos.columnas.encabezados import Encabezado, Rotulos, leer_encabezado
from extractor.formatos.columnas.encabezados_partidos import MAXIMO_RENGLONES, con_renglon, es_mejor
from extractor.formatos.columnas.rotulos_altos import con_las_altas
from extractor.formatos.flujo.anchos import Anchos
from extractor.formatos.flujo.cuerpos import Flujo
from extractor.formatos.lineas_de_nota import es_nota
from extractor.formatos.piezas import Pieza, Titulo, Titulos
from extractor.formatos.regiones.bandas import columnas_de_regiones, es_fila_de_su_columna
from extractor.formatos.regiones.en_titulo import es_la_misma, es_nombre_de_region, es_region
from extractor.formatos.secciones.en_columna import es_fila
from extractor.formatos.tablas.cuerpo import Cuerpo
from extractor.formatos.tablas.filas_de_otra import encabeza_otra, es_dato
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda, FilaCruda

_COLUMNAS_MAXIMO = 14
_DE_CONTEXTO = ("etapa", "actividad", "region", "capitulo")
_FILAS_QUE_DICEN = 3
"""Rows under a header whose first cells tell whether that column is one of regions."""

_PALABRAS_DE_NOTA = 6
"""Words that make a sentence of a line that ends as one, or that has a note's mark before it."""


class Cuerpos:
    """Finds headers and bodies among the pieces of one document."""

    def __init__(self, piezas: list[Pieza], titulos: Titulos, rotulos: tuple[Rotulos, ...]) -> None:
        self.piezas = piezas
        self.titulos = titulos
        self.rotulos = rotulos
        self.bandas: set[str] = set()
        """What rows over a header print ("Control de Resultados"): a new page may repeat them."""
        self.flujo = Flujo(piezas, titulos, self.encabezado, self._por_palabras)
        self._anchos = Anchos(piezas, titulos, self.flujo, self.encabezado, self._por_palabras, self._leer)
        self._memoria: dict[int, Encabezado | None] = {}
        self._palabras: dict[int, Encabezado | None] = {}
        self._de_regiones: dict[int, frozenset[int]] = {}

    def encabezado(self, indice: int) -> Encabezado | None:
        """The header that starts at this piece, or None. Free lines make one only with three labels in a row: a table
        whose cell marks the text has lost."""
        if indice not in self._memoria:
            pieza = self.piezas[indice]
            if pieza.clase == "fila":
                self._memoria[indice] = self._de_fila(indice, pieza) if len(pieza.llenas) > 1 else None
            else:
                self._memoria[indice] = self._anchos.segun_datos(indice, self._por_palabras(indice))
        return self._memoria[indice]

    def _por_palabras(self, indice: int) -> Encabezado | None:
        if indice not in self._palabras:
            self._palabras[indice] = self._de_celdas(indice) if self.piezas[indice].clase != "fila" else None
        return self._palabras[indice]

    def _leer(self, celdas: Sequence[Celda]) -> Encabezado | None:
        return leer_encabezado(celdas, self.rotulos, completo=True)

    def _de_celdas(self, indice: int) -> Encabezado | None:
        """The header that cells or lines from a place on are by their words alone."""
        pieza = self.piezas[indice]
        celdas = self.celdas_encabezado(indice, _COLUMNAS_MAXIMO)
        if len(celdas) < 2 or not celdas[0].parrafos:
            return None
        encabezado = leer_encabezado(celdas, self.rotulos, completo=False)
        if encabezado is None and pieza.clase == "celda":
            return self._de_dos_filas(self.celdas_encabezado(indice, 2 * _COLUMNAS_MAXIMO))
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

    def _de_dos_filas(self, celdas: Sequence[Celda]) -> Encabezado | None:
        """The best header of two rows that the cells of a stream open with."""
        mejor: Encabezado | None = None
        for unidas, piezas in de_dos_filas(celdas):
            leido = leer_encabezado(unidas, self.rotulos, completo=True)
            if leido is not None and all(leido.etiquetas) and (mejor is None or leido.puntaje > mejor.puntaje):
                mejor = replace(leido, celdas=tuple(unidas), piezas=piezas)
        return mejor

    def _abre_con_region(self, indice: int, encabezado: Encabezado) -> bool:
        """Whether a stream's header only seems to begin with a column of regions: its first cell is the region line above
        it, since the next one is the region, or nothing in the first column of the first rows under the header names a region."""
        primera = encabezado.etiquetas[0]
        if primera is None or primera.rol != "territorio":
            return False
        if es_region(self.piezas[indice + 1].celdas[0].texto, rotulada=True):
            return True
        ancho, primero = len(encabezado.etiquetas), indice + encabezado.piezas
        textos = [p.celdas[0].texto for p in self.piezas[primero : primero + ancho * _FILAS_QUE_DICEN : ancho]]
        # below the first row a figure may be anything: only a name is a region's there
        return not any(es_region(t, rotulada=not i) for i, t in enumerate(textos))

    def _de_fila(self, indice: int, pieza: Pieza) -> Encabezado | None:
        """The header of a marked row; of two rows when the next one parts some of its columns; of several when each is but a
        line of its labels."""
        sola = leer_encabezado(pieza.celdas, self.rotulos, completo=True)
        sola = replace(sola, piezas=1) if sola else None
        doble = self._de_dos(indice, pieza, sola)
        if doble is not None or pieza.cuadricula:
            return doble or sola
        return self._de_renglones(indice, pieza, sola) or sola

    def _de_dos(self, indice: int, pieza: Pieza, sola: Encabezado | None) -> Encabezado | None:
        siguiente = self.piezas[indice + 1] if indice + 1 < len(self.piezas) else None
        if siguiente is None or siguiente.clase != "fila" or siguiente.bloque != pieza.bloque or len(siguiente.llenas) < 2:
            return None
        unidas = unir_filas(pieza.celdas, siguiente.celdas, pieza.cuadricula)
        altas = pieza.cuadricula and any(c.alto == 2 for c in pieza.celdas)
        if unidas is None and not altas:
            return None
        if (propia := leer_encabezado(siguiente.celdas, self.rotulos, completo=True)) is not None:
            altas = altas and self.titulos.de_pieza(pieza) is None
            return con_las_altas(pieza.celdas, siguiente.celdas, propia, self.rotulos) if altas else None
        if unidas is None:
            return None
        doble = leer_encabezado(unidas, self.rotulos, completo=True)
        if doble is None:
            return None
        enteras = sin_partir(pieza.celdas, siguiente.llenas) if pieza.cuadricula else None
        iguales = enteras is not None and sola is not None and sola.conocidas(enteras) == doble.conocidas(enteras)
        if sola is not None and doble.puntaje < sola.puntaje and not iguales:
            return None
        return replace(doble, celdas=tuple(unidas), piezas=2)

    def _de_renglones(self, indice: int, pieza: Pieza, sola: Encabezado | None) -> Encabezado | None:
        """The header of a row whose labels go on in the lines under it, each of which came as a row; None when they do not."""
        celdas: list[Celda] | None = list(pieza.celdas)
        mejor, hallado = sola, None
        for numero, siguiente in enumerate(self.piezas[indice + 1 : indice + MAXIMO_RENGLONES], start=2):
            if siguiente.clase != "fila" or siguiente.bloque != pieza.bloque or celdas is None:
                break
            celdas = con_renglon(celdas, siguiente.celdas)
            leido = leer_encabezado(celdas, self.rotulos, completo=True) if celdas is not None else None
            if celdas is not None and leido is not None and es_mejor(mejor, leido, siguiente.celdas):
                mejor = hallado = replace(leido, celdas=tuple(celdas), piezas=numero)
        return hallado

    def celda_al_lado(self, indice: int) -> Celda | None:
        """In a stream, the filled cell after a label's, when it is neither a title nor a header."""
        siguiente = self.piezas[indice + 1] if indice + 1 < len(self.piezas) else None
        if siguiente is None or self.piezas[indice].clase != "celda" or siguiente.clase != "celda" or not siguiente.llenas:
            return None
        if self.titulos.de_pieza(siguiente) or self.encabezado(indice + 1):
            return None
        return siguiente.celdas[0]

    def celdas_encabezado(self, indice: int, cuantas: int) -> list[Celda]:
        """The cells that may be a header's: a row's own, or as many consecutive ones of a stream; none after the last piece."""
        if indice >= len(self.piezas):
            return []
        pieza = self.piezas[indice]
        if pieza.clase == "fila":
            return list(pieza.celdas)
        celdas: list[Celda] = []
        for siguiente in self.piezas[indice : indice + cuantas]:
            if siguiente.clase != pieza.clase or self._dice_contexto(siguiente) or _explica(siguiente):
                break
            celdas.append(siguiente.celdas[0])
        return celdas

    def _dice_contexto(self, pieza: Pieza) -> bool:
        """Whether a cell states the region or the activity of what follows, which is no label of a column."""
        titulo = self.titulos.de_pieza(pieza)
        return titulo is not None and titulo.clase in _DE_CONTEXTO and titulo.valor is not None

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


def _explica(pieza: Pieza) -> bool:
    """Whether a free line is a sentence, as the form's notes are that tell of the columns by their names: it is no label."""
    if pieza.clase != "linea":
        return False
    texto = pieza.celdas[0].texto.strip()
    return sum((len(texto.split()) >= _PALABRAS_DE_NOTA, es_nota(texto) is not None, texto.endswith("."))) > 1


def _es_banda(fila: FilaCruda, encabezado: Pieza, ancho: int) -> bool:
    """A row that only groups the columns of the header after it ("Control de Resultados"): as wide as that header and
    not as the table before it, mostly blank, without figures."""
    llenas = [c for c in fila.celdas if c.parrafos]
    if len(fila.celdas) != len(encabezado.celdas) or len(fila.celdas) == ancho:
        return False
    return len(llenas) * 2 <= len(fila.celdas) and not any(ch.isdigit() for c in llenas for ch in c.texto)
