"""A read document as tables and sections with their names: everything but the judging.

Corrected readings make it read twice: what the person saw as printed is found first, then all that hangs on it is done anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.modelo.crudo import Reconocimiento
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import Documento
from extractor.modelo.informe import Seccion
from extractor.modelo.patron import Patron
from extractor.modelo.regimen import Regimen
from extractor.modelo.valores import Servicio
from extractor.proceso.decisiones import DecisionesDelDocumento, servicio_plegado
from extractor.proceso.decisiones_nombres import servicio_decidido, servicio_declarado
from extractor.proceso.nombres import NombresDelDocumento

if TYPE_CHECKING:
    from extractor.estructura.tablas import Armado


@dataclass(frozen=True, slots=True)
class Estructura:
    """A document laid out, before any rule looks at it."""

    reconocido: Reconocimiento
    armado: Armado
    secciones: tuple[Seccion, ...]
    anio: int | None
    servicio: Servicio | None


def leer_estructura(
    documento: Documento,
    familias: tuple[Patron, ...],
    regimenes: dict[str, Regimen],
    declarado: Declarado,
    decisiones: DecisionesDelDocumento,
) -> Estructura:
    """The tables and sections of ``documento`` with the decisions of persons in them."""
    if not decisiones.tiene("lectura"):
        leido, normal = _leer(documento, familias, regimenes, declarado, decisiones)
        return _con_decisiones(leido, regimenes, decisiones, normal)
    from extractor.proceso.decisiones_lecturas import corregido, halladas

    primero, normal = _leer(documento, familias, regimenes, declarado, decisiones)
    nuevo = corregido(documento, halladas(primero.armado.tablas, decisiones), decisiones)
    leido = primero
    if nuevo is not documento:
        leido, normal = _leer(nuevo, familias, regimenes, declarado, decisiones)
    return _con_decisiones(leido, regimenes, decisiones, normal)


def _leer(
    documento: Documento,
    familias: tuple[Patron, ...],
    regimenes: dict[str, Regimen],
    declarado: Declarado,
    decisiones: DecisionesDelDocumento,
) -> tuple[Estructura, NombresDelDocumento]:
    from extractor.estructura.region_unica import con_region_unica
    from extractor.estructura.secciones import armar_secciones
    from extractor.estructura.tablas import armar
    from extractor.formatos.reconocedor import reconocer
    from extractor.formatos.region_del_archivo import con_region_del_archivo
    from extractor.proceso.campos import con_nombres

    reconocido = reconocer(documento, familias)
    if declarado.region is None:
        reconocido = con_region_del_archivo(reconocido, documento.nombre)
    anio = decisiones.anio = declarado.anio or reconocido.anio
    servicio = _servicio(documento, reconocido, declarado, decisiones)
    decisiones.servicio = servicio_plegado(servicio.codigo, servicio.nombre) if servicio is not None else ()
    normal = NombresDelDocumento(anio, reconocido.estados, decisiones, declarado.region)
    armado = armar(reconocido.tablas, normal, normal.es_veredicto, regimenes)
    guia = reconocido.patron is not None and reconocido.patron.tipo == "guia"
    secciones = con_nombres(armar_secciones(reconocido.secciones, normal, guia), reconocido.secciones, guia, decisiones)
    armado = replace(armado, tablas=con_region_unica(armado.tablas, secciones))
    return Estructura(reconocido, armado, secciones, anio, servicio), normal


def _con_decisiones(
    leido: Estructura, regimenes: dict[str, Regimen], decisiones: DecisionesDelDocumento, normal: NombresDelDocumento
) -> Estructura:
    """Pairings and corrected readings in the finished tables, with blocks and readings of columns anew. Pairings come
    first: their keys name places as they were read."""
    if not decisiones.tiene("lectura") and not decisiones.tiene("emparejamiento"):
        return leido
    from extractor.estructura.tablas import rearmar
    from extractor.proceso.decisiones_lecturas import con_lecturas, halladas, sin_dudas_resueltas
    from extractor.proceso.decisiones_parejas import con_parejas

    armado = leido.armado
    tablas = con_parejas(armado.tablas, decisiones)
    lecturas = halladas(tablas, decisiones)
    tablas = con_lecturas(tablas, decisiones, normal)
    nuevo = rearmar(armado, tablas, leido.reconocido.tablas, regimenes)
    return replace(leido, armado=replace(nuevo, avisos=sin_dudas_resueltas(nuevo.avisos, lecturas)))


def _servicio(
    documento: Documento, reconocido: Reconocimiento, declarado: Declarado, decisiones: DecisionesDelDocumento
) -> Servicio | None:
    """Whose report it is: what a person stated or decided, else what the document says."""
    from extractor.normalizadores.servicios import servicio_del_documento

    dicho = servicio_declarado(declarado, decisiones)
    if dicho is not None:
        return dicho
    lineas = [p.texto for p in reconocido.servicio]
    leido = servicio_del_documento(lineas, _texto(documento), documento.nombre, documento.membretes)
    return servicio_decidido(decisiones, [*lineas, *([leido.texto] if leido is not None else [])]) or leido


def _texto(documento: Documento) -> str:
    from extractor.modelo.documento import BloqueTabla, Parrafo

    lineas: list[str] = []
    for bloque in documento.bloques:
        if isinstance(bloque, Parrafo):
            lineas.append(bloque.texto)
        elif isinstance(bloque, BloqueTabla):
            lineas.extend(c.texto for f in bloque.filas for c in f.celdas)
        else:
            lineas.extend(c.texto for c in bloque.celdas)
    return "\n".join(lineas)
