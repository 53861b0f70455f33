"""Whether what follows a region named before, with its tables, is of that region."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.formatos.contexto import Contexto
from extractor.formatos.regiones.en_titulo import nucleo
from extractor.formatos.secciones.firma import firma_con_oficina
from extractor.modelo.crudo import LineaRegion, SeccionCruda
from extractor.modelo.documento import Parrafo


def las_demas_tienen_capitulo(linea: LineaRegion, contexto: Contexto, secciones: Sequence[SeccionCruda]) -> bool:
    """Whether each region that the stage named has its chapter, but for that of ``linea``: else the forms of several regions
    stand before the sections, which may be of all of them."""
    abiertas = {nucleo(s.region.texto or "") for s in secciones if s.nivel == "capitulo" and s.region}
    return {nucleo(r.texto or "") for r in contexto.regiones_etapa} <= {*abiertas, nucleo(linea.texto or "")}


def es_de_otra_region(contexto: Contexto, ultima: SeccionCruda, parrafo: Parrafo) -> bool:
    """Whether the region of what stands here was stated after the last section, and is not that of its chapter. One stated in the
    section's text, or in this line under who signs it, may sign it."""
    linea, vigente = contexto.region, contexto.region_capitulo
    if linea is None or vigente is None or linea.origen is None or not linea.texto or linea.certeza != "exacta":
        return False
    dicha = any(p.origen == linea.origen for p in ultima.parrafos)
    firma = parrafo.origen == linea.origen and firma_con_oficina((*ultima.parrafos, parrafo), len(ultima.parrafos)) is not None
    return not (dicha or firma) and nucleo(linea.texto) != nucleo(vigente.texto or "")
