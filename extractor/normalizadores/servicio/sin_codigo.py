"""The name of a service that a report prints and no vocabulary has: kept as it is written, never taken for another."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import blancos, palabras
from extractor.modelo.valores import Servicio
from extractor.normalizadores.regiones import normalizar_region
from extractor.normalizadores.servicio.nombre import normalizar_servicio
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.estados import veredicto_inicial
from extractor.vocabularios.servicios import vocabulario
from extractor.vocabularios.textos import palabras_de

LINEAS_DE_ROTULO, LINEAS_DE_NOMBRE = 40, 6
"""First lines among which a labelled name ("Institución: ..."), or a bare one, says whose report it is."""
_PALABRAS = range(2, 15)


def servicio_sin_codigo(lineas: Sequence[str], solas: Sequence[str]) -> Servicio | None:
    """The unknown service that the first lines of a document name: under a label, else in one of ``solas``, those that stand by
    themselves, that opens as the name of a public body does and says more than the titles of the forms. None where none does."""
    for linea in lineas[:LINEAS_DE_ROTULO]:
        dicho = normalizar_servicio(linea) if ":" in linea or "=" in linea else None
        if dicho is not None and dicho.codigo is None and _puede_ser_nombre(dicho.texto):
            return dicho
    for sitio, linea in enumerate(solas[:LINEAS_DE_NOMBRE]):
        if _nombra_entidad(linea, primera=sitio == 0):
            return Servicio(texto=blancos(linea).strip(" .:-–"), codigo=None, nombre=None, certeza="dudosa")
    return None


def _puede_ser_nombre(texto: str) -> bool:
    """Whether what stands under the label names something: it may be the verdict of the service, or a region."""
    if not any(ch.isalpha() for ch in texto) or veredicto_inicial(texto) is not None:
        return False
    return normalizar_region(texto, None).certeza not in ("exacta", "alias")


def _nombra_entidad(linea: str, *, primera: bool) -> bool:
    dichas = palabras(linea).split()
    if len(dichas) not in _PALABRAS or any(ch.isdigit() or ch in ":;()" for ch in linea) or linea.rstrip().endswith("."):
        return False
    if dichas[0] not in (*palabras_de("nombran_entidad"), *(palabras_de("nombran_programa") if primera else ())):
        return False
    if dichas[1] in palabras_de("ambitos_de_oficina"):
        return False
    de_titulo = {plegar_frase(p) for p in vocabulario().titulo}
    enlaces = palabras_de("enlaces_de_rol")
    return any(p not in de_titulo and p not in enlaces for p in dichas[1:])
