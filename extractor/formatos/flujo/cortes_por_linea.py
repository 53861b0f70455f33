"""Which lines begin something else where each cell stands in a line of its own: titles, and names of regions.

No mark says that a table has ended there, so that the words of the line after its last cell must.
"""

from __future__ import annotations

from extractor.formatos.piezas import CORTAN_CELDA, Titulos
from extractor.formatos.regiones.en_titulo import es_titulo_de_region
from extractor.modelo.documento import Celda, Parrafo

_DE_LA_FILA = ("objetivo", "actividad", "servicio")
"""Titles whose words a row's first cell may open with."""


class CortesPorLinea:
    """Tells them by the titles of the families at hand."""

    def __init__(self, titulos: Titulos) -> None:
        self.titulos = titulos

    def corta_celda(self, celda: Celda) -> bool:
        return self.corta(celda.parrafos[0])

    def es_titulo(self, celda: Celda) -> bool:
        """Whether a cell has the words of a title that opens another part, with its number."""
        titulo = self.titulos.buscar(celda.parrafos[0].texto, celda.origen)
        return titulo is not None and titulo.clase in CORTAN_CELDA and titulo.numero is not None

    def corta_sin_region(self, celda: Celda) -> bool:
        return self.corta(celda.parrafos[0]) and not self.es_region(celda.parrafos[0])

    def corta(self, parrafo: Parrafo) -> bool:
        titulo = self.titulos.buscar(parrafo.texto, parrafo.origen)
        if titulo is not None and titulo.clase in CORTAN_CELDA and titulo.clase not in _DE_LA_FILA:
            return True
        return self.es_region(parrafo)

    def rotula(self, parrafo: Parrafo) -> bool:
        """Whether a region's label says no region, as that of a column of them does."""
        titulo = self.titulos.buscar(parrafo.texto, parrafo.origen)
        return titulo is not None and titulo.clase == "region" and titulo.valor is None

    def es_region(self, parrafo: Parrafo) -> bool:
        titulo = self.titulos.buscar(parrafo.texto, parrafo.origen)
        return (titulo is not None and titulo.clase == "region") or es_titulo_de_region(parrafo.texto)
