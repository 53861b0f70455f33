"""The region of a table by the headings before it, where no region line states one."""

from __future__ import annotations

from dataclasses import replace

from extractor.formatos.contexto import Contexto
from extractor.formatos.region_en_titulo import es_titulo_de_region, region_al_final, sin_numero
from extractor.formatos.regiones_dichas import en_prosa
from extractor.modelo.crudo import LineaRegion
from extractor.modelo.documento import Parrafo

_LINEAS_ANTES = 4
"""Lines before a table among which its heading may name its region."""


class RegionesDeTitulos:
    """The lines since the last table, and the region that the document's own heading names."""

    def __init__(self) -> None:
        self.previas: list[Parrafo] = []
        self.del_documento: LineaRegion | None = None
        self.del_preambulo: LineaRegion | None = None

    def linea(self, parrafo: Parrafo, contexto: Contexto, *, al_principio: bool, sin_tablas: bool) -> None:
        """A line that is no title of the families. A heading that is a region is that of what follows; ahead of every stage
        and table (``al_principio``), that of the document. Prose ahead of every table (``sin_tablas``) that says the report
        is about all regions holds where nothing else is said."""
        self.previas.append(parrafo)
        dichas = en_prosa(parrafo.texto) if sin_tablas and self.del_preambulo is None else None
        if dichas is not None:
            self.del_preambulo = LineaRegion(dichas, parrafo.origen, heredada=True, certeza="aproximada")
        if not es_titulo_de_region(parrafo.texto):
            return
        linea = LineaRegion(sin_numero(parrafo.texto), parrafo.origen)
        if al_principio:
            self.del_documento = linea
        else:
            contexto.nombrar_region(linea)

    def de_tabla(self, contexto: Contexto) -> LineaRegion | None:
        """The region of a table that stands here: as the titles state it; else as the last lines before it end; else the
        document's."""
        vigente = contexto.region_vigente()
        if vigente is not None:
            return vigente
        for previa in reversed(self.previas[-_LINEAS_ANTES:]):
            cola = region_al_final(previa.texto)
            if cola is not None:
                return LineaRegion(cola, previa.origen)
        return replace(self.del_documento, heredada=True) if self.del_documento else self.del_preambulo
