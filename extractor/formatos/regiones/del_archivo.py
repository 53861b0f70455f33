"""The region that only the file's name tells, for a document whose tables name none."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from extractor.comun.texto import palabras
from extractor.formatos.regiones.en_titulo import es_region
from extractor.modelo.crudo import LineaRegion, Reconocimiento

_SEPARAN = re.compile(r"[\s_\-.,()\[\]+]+")
_PALABRAS_REGION = 8
"""Words of the longest region in a file's name."""


def con_region_del_archivo(reconocido: Reconocimiento, nombre: str) -> Reconocimiento:
    """The tables that no line gives a region take the file's, as inherited and no surer than "aproximada"; none does when
    some table or section names one, since the document then speaks for itself. A blank region line stays blank."""
    lineas = [t.region for t in reconocido.tablas] + [s.region for s in reconocido.secciones]
    if any(linea is not None and linea.texto for linea in lineas):
        return reconocido
    dicha = del_archivo(nombre)
    if dicha is None:
        return reconocido
    linea = LineaRegion(dicha, None, heredada=True, certeza="aproximada")
    tablas = tuple(replace(t, region=linea) if t.region is None else t for t in reconocido.tablas)
    return replace(reconocido, tablas=tablas)


def del_archivo(nombre: str) -> str | None:
    """The region, or the scope, that a file's name holds; None when it holds none or several.

    >>> del_archivo("Informe_GT_Region_del_Maule.docx"), del_archivo("sernac etapa 3.doc")
    ('Region del Maule', None)
    """
    trozos = [t for t in _SEPARAN.split(PurePath(nombre).stem) if t]
    halladas: list[str] = []
    indice = 0
    while indice < len(trozos):
        for largo in range(min(_PALABRAS_REGION, len(trozos) - indice), 0, -1):
            escrito = " ".join(trozos[indice : indice + largo])
            if es_region(escrito):
                halladas.append(escrito)
                indice += largo - 1
                break
        indice += 1
    distintas = {palabras(h) for h in halladas}
    return halladas[0] if len(distintas) == 1 else None
