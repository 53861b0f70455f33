"""The region of a table by the headings before it, where no region line states one."""

from __future__ import annotations

from dataclasses import replace

from extractor.formatos.contexto import ETAPA_EVALUACION, Contexto
from extractor.formatos.regiones.dichas import en_prosa
from extractor.formatos.regiones.en_frase import es_de_la_region, region_anunciada
from extractor.formatos.regiones.en_titulo import (
    es_la_misma,
    es_nombre_de_region,
    es_titulo_central,
    es_titulo_de_region,
    nombra_ambito,
    oficina_de_lugar,
    region_al_final,
    region_con_mas,
    region_de_oficina,
    region_de_titulo,
)
from extractor.formatos.regiones.listas_y_personas import es_de_una_persona, es_elemento_de_lista
from extractor.formatos.regiones.varias_en_titulo import regiones_al_final
from extractor.modelo.crudo import LineaRegion
from extractor.modelo.documento import Parrafo

_LINEAS_ANTES = 4
"""Lines before a table among which its heading may name its region."""
_LINEAS_QUE_CORRIGEN = 2
"""Lines right before a table among which one may name another region than the line of the table before it."""


class RegionesDeTitulos:
    """The lines since the last table, and the region that the document's own heading names."""

    def __init__(self) -> None:
        self.previas: list[Parrafo] = []
        self.del_documento: LineaRegion | None = None
        self.del_preambulo: LineaRegion | None = None
        self._libre: Parrafo | None = None
        self._en_lista = False

    def linea(self, parrafo: Parrafo, contexto: Contexto, *, al_principio: bool, sin_tablas: bool) -> None:
        """A line that is no title of the families. A heading that is a region is that of what follows; ahead of every stage
        and table (``al_principio``), that of the document. An office in a list, after a colon, may only be told of. Prose ahead
        of every table (``sin_tablas``) that says the report is about all regions holds where nothing else is said."""
        anterior = self.previas[-1] if self.previas and self.previas[-1] is self._libre else None
        self._libre = parrafo
        self.previas.append(parrafo)
        dichas = en_prosa(parrafo.texto) if sin_tablas and self.del_preambulo is None else None
        if dichas is not None:
            self.del_preambulo = LineaRegion(dichas, parrafo.origen, heredada=True, certeza="aproximada")
        sigue = anterior is not None and (self._en_lista or anterior.texto.rstrip().endswith(":"))
        mas = region_de_oficina(parrafo.texto) or region_con_mas(parrafo.texto)
        self._en_lista = sigue and not al_principio and mas is not None
        if not es_titulo_de_region(parrafo.texto):
            if not sigue:
                self.nombra_oficina(parrafo, contexto)
            return
        linea = LineaRegion(region_de_titulo(parrafo.texto), parrafo.origen, certeza="dudosa" if self._en_lista else "exacta")
        if al_principio:
            self.del_documento = linea
        else:
            contexto.nombrar_region(linea)

    @staticmethod
    def nombra_oficina(parrafo: Parrafo, contexto: Contexto) -> bool:
        """Whether a line of an evaluation, whose chapters are its offices', names one by its place alone, or the central level:
        then that place's region is that of what follows."""
        if contexto.etapa != ETAPA_EVALUACION:
            return False
        lugar = parrafo.texto if es_titulo_central(parrafo.texto) else oficina_de_lugar(parrafo.texto)
        if lugar is not None:
            contexto.nombrar_region(LineaRegion(lugar, parrafo.origen))
        return lugar is not None

    def de_tabla(self, contexto: Contexto) -> LineaRegion | None:
        """The region of a table that stands here: as the titles state it; else as the last lines before it end, or the sentence
        that announces it says; else that of the tables before it, or the document's."""
        vigente = contexto.region_vigente()
        if vigente is not None and not contexto.hereda_de_otra_tabla():
            return vigente
        dicha = self._de_las_previas(contexto, corrige=vigente is not None)
        if dicha is not None and (vigente is None or not es_la_misma(dicha.texto, vigente.texto)):
            return dicha
        if vigente is not None:
            return vigente
        return self.dicha_del_documento()

    def dicha_del_documento(self) -> LineaRegion | None:
        """The region of what nothing nearer names one for: that of the document's heading, or of its preamble."""
        return replace(self.del_documento, heredada=True) if self.del_documento else self.del_preambulo

    def _es_la_del_documento(self, parrafo: Parrafo) -> bool:
        """Whether a line is the heading that names the document's region."""
        return self.del_documento is not None and self.del_documento.origen == parrafo.origen

    def _de_las_previas(self, contexto: Contexto, *, corrige: bool) -> LineaRegion | None:
        """The region that the last lines before a table end in, or that the sentence announcing it says. ``corrige``: against
        that of the table before, which a line that only mentions another region does not change."""
        desde = len(self.previas) - (_LINEAS_QUE_CORRIGEN if corrige else _LINEAS_ANTES)
        for sitio in reversed(range(max(desde, 0), len(self.previas))):
            previa = self.previas[sitio]
            if not corrige and self._es_la_del_documento(previa):
                # what stands above that heading says nothing nearer
                return self.dicha_del_documento()
            if es_elemento_de_lista(self.previas, sitio) and not nombra_ambito(previa.texto):
                continue
            cola = region_al_final(previa.texto)
            if cola is not None:
                if es_de_una_persona(previa.texto, cola) or (corrige and not es_de_la_region(previa.texto, cola)):
                    continue
                linea = LineaRegion(cola, previa.origen)
                if nombra_ambito(cola):
                    # of all regions: so are the stage's other forms that name none
                    contexto.regiones_etapa.append(linea)
                return linea
            varias = regiones_al_final(previa.texto) if not corrige else None
            if varias is not None:
                return LineaRegion(varias, previa.origen)
            if es_nombre_de_region(previa.texto):
                return LineaRegion(previa.texto, previa.origen, certeza="aproximada")
            anunciada = region_anunciada(previa.texto, corrige=corrige) if not es_titulo_de_region(previa.texto) else None
            if anunciada is not None:
                return LineaRegion(anunciada, previa.origen, certeza="aproximada")
        return None
