"""A read document as tables and sections with their names: everything but the judging.

Corrected readings make it read twice: what the person saw as printed is found first, then all that hangs on it is done anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.crudo import Reconocimiento
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import Documento
from extractor.modelo.informe import Seccion
from extractor.modelo.patron import Patron
from extractor.modelo.regimen import Regimen
from extractor.modelo.valores import Servicio
from extractor.proceso.decisiones import DecisionesDelDocumento, servicio_plegado
from extractor.proceso.nombres import NombresDelDocumento
from extractor.proceso.servicio_leido import leer_servicio

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
    avisos: tuple[AvisoEstructura, ...] = ()
    anio_supuesto: bool = False


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
    from extractor.formatos.anios.partes_anuales import por_anio
    from extractor.formatos.reconocedor import reconocer
    from extractor.formatos.regiones.del_archivo import con_region_del_archivo
    from extractor.proceso.campos import con_nombres

    reconocido = reconocer(documento, familias)
    if declarado.region is None:
        reconocido = con_region_del_archivo(reconocido, documento.nombre)
    anio = decisiones.anio = declarado.anio or reconocido.anio
    supuesto = reconocido.anio_supuesto and declarado.anio is None
    servicio, dudas = leer_servicio(documento, reconocido, declarado, decisiones)
    decisiones.servicio = servicio_plegado(servicio.codigo, servicio.nombre) if servicio is not None else ()
    normal = NombresDelDocumento(anio, reconocido.estados, decisiones, declarado.region, declarado.anio is not None, supuesto)
    armado = armar(reconocido.tablas, normal, normal.es_veredicto, regimenes)
    guia = reconocido.patron is not None and reconocido.patron.tipo == "guia"
    crudas = reconocido.secciones if declarado.anio is None else por_anio(reconocido.secciones, {})
    secciones = con_nombres(armar_secciones(crudas, normal, guia), crudas, guia, decisiones)
    armado = replace(armado, tablas=con_region_unica(armado.tablas, secciones))
    de_varios = len(reconocido.anios) > 1 and declarado.anio is None
    if de_varios:
        dudas = (*dudas, _de_varios_anios(reconocido.anios, anio))
    elif supuesto and reconocido.duda_de_anio is not None:
        dudas = (*dudas, AvisoEstructura("LECTURA_DUDOSA", None, None, None, None, reconocido.duda_de_anio, None))
    return Estructura(reconocido, armado, secciones, anio, servicio, dudas, supuesto or de_varios), normal


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


def _de_varios_anios(anios: Sequence[int], anio: int | None) -> AvisoEstructura:
    """The notice of a document that holds the reports of several years, of which one is told as its year."""
    dichos = f"{', '.join(map(str, anios[:-1]))} y {anios[-1]}"
    frase = f"el documento trae programas de {dichos} bajo títulos propios; se informa {anio} y cada región se lee según su parte"
    return AvisoEstructura("LECTURA_DUDOSA", None, None, None, None, frase, None)
