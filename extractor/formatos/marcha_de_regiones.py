"""What the walk does with the lines that name a region between the rows of a table, and with the rows after them."""

from __future__ import annotations

from extractor.comun.texto import palabras
from extractor.formatos.contexto import ETAPA_EVALUACION
from extractor.formatos.flujo.sigue_tras_region import abre_tabla_de_otra_region, filas_tras_region
from extractor.formatos.marcha import Marcha
from extractor.formatos.piezas import Pieza
from extractor.formatos.regiones.en_titulo import es_la_misma, es_nombre_de_region, es_titulo_de_region, region_de_titulo
from extractor.formatos.tablas.cuerpo import Cuerpo
from extractor.modelo.crudo import LineaRegion
from extractor.modelo.documento import NOMBRE_DE_HOJA, Parrafo


class MarchaDeRegiones(Marcha):
    """The regions of one walk."""

    def _nombrar(self, parrafo: Parrafo) -> None:
        """Takes the region that a line between the rows of a table names. A bare name may be a city's too."""
        suelta = es_nombre_de_region(parrafo.texto)
        linea = LineaRegion(region_de_titulo(parrafo.texto), parrafo.origen, certeza="aproximada" if suelta else "exacta")
        self.contexto.nombrar_region(linea)
        self.banda_de_linea = "celda" if suelta else "ancha"

    def _region(self) -> str | None:
        """What is said of the region of a table that stands here."""
        region = self.contexto.region_vigente()
        return region.texto if region is not None else None

    def _es_otra_region(self, parrafo: Parrafo) -> bool:
        """Whether a line is the bare name of another region than the one at hand."""
        return es_nombre_de_region(parrafo.texto) and not es_la_misma(parrafo.texto, self._region() or parrafo.texto)

    def _abre_hoja(self, pieza: Pieza) -> None:
        """Where the name of a workbook's sheet stands, the region of the tables before it holds no more; that of an evaluation
        does."""
        if pieza.clase != "linea" or pieza.parrafos[0].estilo != NOMBRE_DE_HOJA:
            return
        self._cerrar_sueltas(None)
        self.sobre.abrir_hoja(self.hallado)
        if self.contexto.etapa == ETAPA_EVALUACION:
            return
        dichas = [t.region for t in self.hallado.tablas if t.region is not None]
        if self.contexto.region in dichas:
            self.contexto.region = None
        if len({palabras(r.texto or "") for r in dichas}) > 1:
            # none of several is the stage's only one
            self.contexto.regiones_etapa.clear()

    def _recien_nombrada(self, indice: int) -> bool:
        """Whether a region was named right after the table that ended here, and no table is of it yet."""
        region = self.contexto.region
        return indice == self.fin_del_flujo and region is not None and region.texto is not None and not self.contexto.region_usada

    def _tras_region(self, indice: int) -> int | None:
        """Where the rows of another region begin that go on with the stream table that ended here; None where none do."""
        if not self._recien_nombrada(indice) or self.bloque_vigente != -2 or self.piezas[indice].clase != "celda":
            return None
        return filas_tras_region(self.piezas, indice, self.vigente, self.cuerpos.flujo)

    def _tabla_tras_region(self, indice: int) -> bool:
        """Whether the rows of another region begin here as a table of their own, under the columns of the one before."""
        return self._recien_nombrada(indice) and self._cae_en_las_columnas(indice)

    def _cae_en_las_columnas(self, indice: int) -> bool:
        otra = indice < len(self.piezas) and self.piezas[indice].bloque != self.bloque_vigente >= 0
        return otra and abre_tabla_de_otra_region(self.piezas, indice, self.vigente, self.cabeza)

    def _linea_de_region(self, indice: int) -> bool:
        """Whether the line right after a table is another region, whose rows come next; then it is taken."""
        pieza = self.piezas[indice]
        if indice != self.fin_del_flujo or pieza.clase != "linea" or not self._cae_en_las_columnas(indice + 1):
            return False
        parrafo = pieza.parrafos[0]
        if not es_titulo_de_region(parrafo.texto) and not self._es_otra_region(parrafo):
            return False
        self._nombrar(parrafo)
        self.fin_del_flujo = indice + 1
        return True

    def _sigue_por_region(self, cuerpo: Cuerpo) -> bool:
        """A header with nothing under it but a region row of its own table: the regions' rows come after."""
        if cuerpo.filas or cuerpo.celdas or cuerpo.siguiente >= len(self.piezas):
            return False
        siguiente = self.piezas[cuerpo.siguiente]
        if self.vigente and self.cuerpos.flujo.es_banda_de_region(cuerpo.siguiente, self.vigente):
            return True
        titulo = self.titulos.de_pieza(siguiente) if siguiente.bloque == self.bloque_vigente else None
        return titulo is not None and titulo.clase == "region"
