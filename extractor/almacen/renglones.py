"""One Informe into database rows, parents first."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from extractor.almacen import esquema as e
from extractor.comun.huellas import huella
from extractor.marcos.filas_cifras import cifras_de
from extractor.modelo import informe as m
from extractor.modelo.base import Origen


def clave_documento(ficha: m.FichaDocumento) -> str:
    """The content hash; of what could not even be opened, a hash of its path, so that two of them stay two."""
    if ficha.sha256 and not (ficha.estado == "fallido" and ficha.bytes == 0):
        return ficha.sha256
    return huella("sin contenido", ficha.ruta)


def documento(informe: m.Informe) -> dict[str, Any]:
    """The values of the document's own row."""
    ficha, servicio = informe.documento, informe.documento.servicio
    return {
        "id": clave_documento(ficha),
        "nombre": ficha.nombre,
        "bytes": ficha.bytes,
        "formato": ficha.formato,
        "lector": ficha.lector,
        "paginas": ficha.paginas,
        "tipo": ficha.tipo,
        "patron": ficha.patron,
        "anio": ficha.anio,
        "etapas": list(ficha.etapas),
        "servicio_texto": servicio.texto if servicio else None,
        "servicio_codigo": servicio.codigo if servicio else None,
        "servicio_nombre": servicio.nombre if servicio else None,
        "estado": ficha.estado,
        "motivo": ficha.motivo,
        "cobertura": informe.cobertura.model_dump(mode="json"),
    }


def extraccion(informe: m.Informe, version: str) -> e.Extraccion:
    datos = zlib.compress(informe.model_dump_json().encode("utf-8"), level=6)
    return e.Extraccion(documento_id=clave_documento(informe.documento), esquema=informe.esquema, version=version, informe=datos)


def informe_guardado(fila: e.Extraccion) -> m.Informe:
    """The Informe as it was stored."""
    return m.Informe.model_validate_json(zlib.decompress(fila.informe))


def renglones(informe: m.Informe) -> Iterator[e.Base]:
    """Rows of tables, rows, activities, figures, responsibles, sections, verifications and findings."""
    doc = clave_documento(informe.documento)
    for tabla in informe.tablas:
        yield from _tabla(doc, tabla)
    for seccion in informe.secciones:
        yield e.Seccion(
            id=huella(doc, "seccion", seccion.id),
            clave=seccion.id,
            nivel=seccion.nivel,
            padre=seccion.padre,
            numero=seccion.numero,
            titulo=seccion.titulo,
            region_nombre=seccion.region.nombre if seccion.region else None,
            region_codigos=list(seccion.region.codigos) if seccion.region else [],
            texto=seccion.texto,
            campos=seccion.model_dump(mode="json", include={"campos"})["campos"],
            **_origen(doc, seccion.origen),
        )
    yield from _verificaciones(doc, informe)
    yield from _hallazgos(doc, informe)


def _origen(doc: str, origen: Origen | None) -> dict[str, Any]:
    return {
        "documento_id": doc,
        "pagina": origen.pagina if origen else None,
        "linea_inicio": origen.linea_inicio if origen else None,
        "tabla_origen": origen.tabla if origen else None,
        "fila_origen": origen.fila if origen else None,
        "columna_origen": origen.columna if origen else None,
        "parrafo": origen.parrafo if origen else None,
        "origen": origen.model_dump(mode="json") if origen else None,
    }


def _tabla(doc: str, tabla: m.Tabla) -> Iterator[e.Base]:
    clave = huella(doc, "tabla", tabla.id)
    region = tabla.region
    yield e.Tabla(
        id=clave,
        clave=tabla.id,
        tipo=tabla.tipo,
        programa=tabla.programa,
        titulo=tabla.titulo,
        etapa=tabla.etapa,
        region_texto=region.texto,
        region_nombre=region.nombre,
        region_codigos=list(region.codigos),
        region_division=region.division,
        region_alcance=region.alcance,
        region_certeza=region.certeza,
        modo_ganada=tabla.modo_ganada,
        regimen=tabla.regimen,
        desempeno_recalculado=tabla.desempeno.region_recalculado if tabla.desempeno else None,
        desempeno_servicio=tabla.desempeno.servicio if tabla.desempeno else None,
        **_origen(doc, tabla.origen),
    )
    for fila in tabla.filas:
        yield from _fila(doc, clave, fila)
    yield from _cifras(doc, clave, tabla)


def _fila(doc: str, tabla: str, fila: m.Fila) -> Iterator[e.Base]:
    clave = huella(tabla, fila.indice)
    yield e.Fila(
        id=clave,
        tabla_id=tabla,
        indice=fila.indice,
        programa=fila.programa,
        objetivos=list(fila.objetivos),
        celdas=list(fila.celdas),
        meta=fila.meta,
        estado=fila.estado.valor if fila.estado else None,
        estado_porcentaje=fila.estado.porcentaje if fila.estado else None,
        ganada_recalculada=fila.ganada_recalculada,
        **_origen(doc, fila.origen),
    )
    yield from _responsables(doc, clave, None, fila.responsables, fila.origen)
    for actividad in fila.actividades:
        suya = huella(clave, actividad.indice)
        estado = actividad.estado
        lugar = next(iter(actividad.origen.values()), fila.origen)
        yield e.Actividad(
            id=suya,
            fila_id=clave,
            indice=actividad.indice,
            texto=actividad.texto,
            estado=estado.valor if estado else None,
            estado_texto=estado.texto if estado else None,
            estado_porcentaje=estado.porcentaje if estado else None,
            estado_declarado=estado.declarado if estado else None,
            ganada_recalculada=actividad.ganada_recalculada,
            acumulada_recalculada=actividad.acumulada_recalculada,
            alineacion=dict(actividad.alineacion),
            **_origen(doc, lugar),
        )
        yield from _responsables(doc, clave, suya, actividad.responsables, actividad.origen.get("responsable", lugar))


def _responsables(
    doc: str, fila: str, actividad: str | None, responsables: tuple[m.Responsable, ...], lugar: Origen
) -> Iterator[e.Base]:
    for indice, responsable in enumerate(responsables):
        yield e.Responsable(
            id=huella(fila, actividad, "responsable", indice),
            fila_id=fila,
            actividad_id=actividad,
            indice=indice,
            texto=responsable.texto,
            unidad=responsable.unidad.nombre if responsable.unidad else None,
            unidad_certeza=responsable.unidad.certeza if responsable.unidad else None,
            cargo=responsable.cargo,
            persona=responsable.persona,
            **_origen(doc, lugar),
        )


def _cifras(doc: str, tabla: str, leida: m.Tabla) -> Iterator[e.Base]:
    for fila, actividad, bloque, campo, cifra in cifras_de(leida):
        fila_id = None if fila is None else huella(tabla, fila)
        actividad_id = None if fila_id is None or actividad is None else huella(fila_id, actividad)
        yield e.Cifra(
            id=huella(tabla, fila, actividad, bloque, campo),
            tabla_id=tabla,
            fila_id=fila_id,
            actividad_id=actividad_id,
            bloque=bloque,
            campo=campo,
            texto=cifra.texto,
            valor=cifra.valor,
            decimales=cifra.decimales,
            signo=cifra.signo,
            certeza=cifra.certeza,
            **_origen(doc, cifra.origen),
        )


def _verificaciones(doc: str, informe: m.Informe) -> Iterator[e.Base]:
    for numero, hecha in enumerate(informe.verificaciones):
        primero = hecha.operandos[0].origen if hecha.operandos else None
        yield e.Verificacion(
            id=huella(doc, "verificacion", numero),
            numero=numero,
            regla=hecha.regla,
            tabla=hecha.tabla,
            fila=hecha.fila,
            actividad=hecha.actividad,
            resultado=hecha.resultado,
            informado=hecha.informado,
            recalculado=hecha.recalculado,
            intervalo=None if hecha.intervalo is None else list(hecha.intervalo),
            operandos=[operando.model_dump(mode="json") for operando in hecha.operandos],
            formula=hecha.formula,
            motivo=hecha.motivo,
            causa=hecha.causa,
            **_origen(doc, primero),
        )


def _hallazgos(doc: str, informe: m.Informe) -> Iterator[e.Base]:
    repetidas: dict[str, int] = {}
    for hallazgo in informe.hallazgos:
        vez = repetidas.get(hallazgo.huella, 0)
        repetidas[hallazgo.huella] = vez + 1
        yield e.Hallazgo(
            id=huella(doc, "hallazgo", hallazgo.huella, vez),
            huella=hallazgo.huella,
            huella_contenido=hallazgo.huella_contenido,
            codigo=hallazgo.codigo,
            gravedad=hallazgo.gravedad,
            tabla=hallazgo.tabla,
            fila=hallazgo.fila,
            actividad=hallazgo.actividad,
            campo=hallazgo.campo,
            lugar=hallazgo.lugar,
            informado=hallazgo.informado,
            recalculado=hallazgo.recalculado,
            diferencia=hallazgo.diferencia,
            mensaje=hallazgo.mensaje,
            causa=hallazgo.causa,
            datos=hallazgo.model_dump(mode="json"),
            **_origen(doc, hallazgo.origen),
        )
