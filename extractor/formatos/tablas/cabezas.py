"""Headers among the pieces of a document: of marked rows, of the cells of a stream, and of free lines.

A header may take two rows or more, and be met several times from different places: each is read once and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.formatos.columnas.dobles import de_dos_filas, sin_partir, unir_filas, unir_flujo
from extractor.formatos.columnas.encabezados import Encabezado, Rotulos, leer_encabezado
from extractor.formatos.columnas.encabezados_partidos import MAXIMO_RENGLONES, con_renglon, es_mejor
from extractor.formatos.columnas.rotulos_altos import con_las_altas
from extractor.formatos.flujo.anchos import Anchos
from extractor.formatos.flujo.cuerpos import Flujo
from extractor.formatos.lineas_de_nota import es_nota
from extractor.formatos.piezas import Pieza, Titulos
from extractor.formatos.regiones.en_titulo import es_region
from extractor.formatos.secciones.con_grados import exige_grados, tiene_grados
from extractor.modelo.documento import Celda

_COLUMNAS_MAXIMO = 14
_DE_CONTEXTO = ("etapa", "actividad", "region", "capitulo")
_FILAS_QUE_DICEN = 3
"""Rows under a header whose first cells tell whether that column is one of regions."""
_PALABRAS_DE_NOTA = 6
"""Words that make a sentence of a line that ends as one, or that has a note's mark before it."""


class Cabezas:
    """Finds headers among the pieces of one document."""

    def __init__(self, piezas: list[Pieza], titulos: Titulos, rotulos: tuple[Rotulos, ...]) -> None:
        self.piezas = piezas
        self.titulos = titulos
        # of two forms with the same labels, the one that its cells must bear out
        self.rotulos = tuple(sorted(rotulos, key=lambda juego: not exige_grados(juego.tabla)))
        self.flujo = Flujo(piezas, titulos, self.encabezado, self._por_palabras)
        self._anchos = Anchos(piezas, titulos, self.flujo, self.encabezado, self._por_palabras, self._leer)
        self._memoria: dict[int, Encabezado | None] = {}
        self._palabras: dict[int, Encabezado | None] = {}
        self._otras: Cabezas | None = None

    def encabezado(self, indice: int) -> Encabezado | None:
        """The header that starts at this piece, or None. Free lines make one only with three labels in a row: a table
        whose cell marks the text has lost."""
        if indice not in self._memoria:
            pieza = self.piezas[indice]
            if pieza.clase == "fila":
                hallado = self._de_fila(indice, pieza) if len(pieza.llenas) > 1 else None
            else:
                hallado = self._anchos.segun_datos(indice, self._por_palabras(indice))
            if hallado is not None and exige_grados(hallado.tabla) and not tiene_grados(hallado, self.piezas, indice):
                hallado = self._sin_grados().encabezado(indice)
            self._memoria[indice] = hallado
        return self._memoria[indice]

    def _sin_grados(self) -> Cabezas:
        """The same, without the forms that only grades tell."""
        if self._otras is None:
            self._otras = Cabezas(self.piezas, self.titulos, tuple(r for r in self.rotulos if not exige_grados(r.tabla)))
        return self._otras

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


def _explica(pieza: Pieza) -> bool:
    """Whether a free line is a sentence, as the form's notes are that tell of the columns by their names: it is no label."""
    if pieza.clase != "linea":
        return False
    texto = pieza.celdas[0].texto.strip()
    return sum((len(texto.split()) >= _PALABRAS_DE_NOTA, es_nota(texto) is not None, texto.endswith("."))) > 1
