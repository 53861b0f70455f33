"""Programme tables: rows with their weighted activities, read and paired but not yet judged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from extractor.comun.texto import corto
from extractor.estructura.bandas_de_programa import programa_que_encabeza, total_de_todos_los_enteros
from extractor.estructura.cierres import (
    Cierre,
    cierre_de,
    cierre_dudoso,
    cierre_escrito,
    con_cierre,
    es_fila_de_total,
    por_enteros,
    sin_rotulo_de_total,
)
from extractor.estructura.columnas import PorRol, limpiar, lineas_de_nombres, pesa_actividades
from extractor.estructura.contexto_programa import ContextoPrograma
from extractor.estructura.descalces import con_duda
from extractor.estructura.dudas_programa import cifras_dudosas, desalineadas, estados_dudosos
from extractor.estructura.emparejamiento import Emparejada, emparejar
from extractor.estructura.estados_programa import estado_de_item, leer_estado, segun_lectura
from extractor.estructura.filas import FilaArmada
from extractor.estructura.items import cifras, textos
from extractor.estructura.metas_y_actividades import meta_o_actividades
from extractor.estructura.objetivos import banda_de_objetivo, con_sueltas, es_texto_al_pie, objetivos_de, ultimo_numero
from extractor.estructura.parrafos_seguidos import sin_blancos_internos
from extractor.estructura.totales_al_final import cierra_la_tabla
from extractor.estructura.totales_arriba import con_total_de_arriba, sin_total_de_arriba
from extractor.estructura.totales_por_objetivo import repartir, sin_reparto, total_de_todos
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.campos import DE_CIFRAS, DE_TEXTO
from extractor.modelo.documento import OCR_DUDOSA
from extractor.modelo.tabla import Actividad, Fila
from extractor.modelo.valores import Cifra

_LARGO_CITA = 60


def leer_programa(
    armadas: Sequence[FilaArmada], contexto: ContextoPrograma
) -> tuple[list[Fila], list[AvisoEstructura], tuple[Cierre, ...]]:
    """The programme's rows in order. Rows that only print a total close the row before them; those that only state a
    programme or an objective give it to the rows after them."""
    filas: list[Fila] = []
    avisos: list[AvisoEstructura] = []
    cierres: list[Cierre] = []
    programa = objetivo = None
    anterior: FilaArmada | None = None
    ultimo: int | None = None
    arriba, armadas = sin_total_de_arriba(armadas, contexto.tabla.columnas)
    for sitio, armada in enumerate(armadas):
        celdas = PorRol(armada, contexto.tabla.columnas)
        ultima = sitio + 1 == len(armadas)
        if filas and (
            es_fila_de_total(celdas, anterior)
            or (ultima and cierra_la_tabla(celdas, filas, anterior, contexto.total_esperado))
        ):
            de_todos = total_de_todos(celdas)
            if de_todos is not None:
                if not repartir(filas, cierres, de_todos):
                    avisos.append(sin_reparto(contexto.id, filas[-1].indice, de_todos))
                continue
            cierre = cierre_de(celdas, filas[-1], cierres)
            cierres.append(cierre_dudoso(cierre) if armada.corrida else cierre)
            filas[-1] = con_cierre(filas[-1], cierres[-1])
            continue
        cabeza = programa_que_encabeza(armada, anterior, contexto.tabla) if not ultima else None
        if cabeza is not None:
            programa, objetivo = cabeza, None
            continue
        banda = banda_de_objetivo(armada, anterior, contexto.tabla) if not ultima else None
        if banda is not None:
            objetivo = banda
            continue
        if filas and es_texto_al_pie(armada, contexto.tabla):
            escrito = cierre_escrito([p for c in armada.celdas for p in c.parrafos], filas[-1], cierres)
            if escrito is not None:
                cierres.append(escrito)
                filas[-1] = con_cierre(filas[-1], escrito)
                continue
            # no row of the report: its place is the source's own, and its words tell which one it is
            escrito_ahi = corto(next(c.texto for c in armada.celdas if c.parrafos), _LARGO_CITA)
            detalle = f"una fila que es un solo texto a todo el ancho («{escrito_ahi}») no se toma por actividad"
            avisos.append(AvisoEstructura("LECTURA_DUDOSA", contexto.id, None, None, None, detalle, armada.origen))
            continue
        anterior = armada
        programa = celdas.texto("programa") or programa
        fila, propios = _fila(armada, celdas, len(filas), programa, contexto, ultimo)
        if objetivo is not None and not fila.objetivos and not any(a.objetivos for a in fila.actividades):
            fila = fila.model_copy(update={"objetivos": (objetivo,)})
        elif fila.objetivos:
            objetivo = None
        ultimo = ultimo_numero(celdas) or ultimo
        filas.append(fila)
        avisos.extend(propios)
        if fila.total_ponderacion is not None or fila.total_ganada is not None:
            cierres.append(Cierre(fila.indice, fila.total_ponderacion, fila.total_ganada))
    leidos, sueltos = por_enteros(cierres, contexto.total_esperado)
    filas, leidos, propios = con_total_de_arriba(filas, leidos, arriba, contexto)
    avisos.extend(propios)
    for cierre in sueltos:
        detalle = "el total que sigue a los de cada parte no se coteja: no se sabe de qué filas es"
        impreso = cierre.ponderacion or cierre.ganada
        origen = impreso.origen if impreso is not None else filas[cierre.fila].origen
        avisos.append(AvisoEstructura("LECTURA_DUDOSA", contexto.id, cierre.fila, None, None, detalle, origen))
    if (de_todos_ellos := total_de_todos_los_enteros(filas, leidos, contexto.total_esperado)) is not None:
        detalle = "el total impreso es de varias partes que suman cada una un entero; no se coteja con ninguna"
        impreso = de_todos_ellos.ponderacion
        origen = impreso.origen if impreso is not None else filas[-1].origen
        avisos.append(AvisoEstructura("LECTURA_DUDOSA", contexto.id, filas[-1].indice, None, None, detalle, origen))
        filas[-1] = filas[-1].model_copy(update={"total_ponderacion": None, "total_ganada": None})
        leidos = tuple(c for c in leidos if c is not de_todos_ellos)
    return filas, avisos, leidos


def _fila(
    armada: FilaArmada, celdas: PorRol, indice: int, programa: str | None, contexto: ContextoPrograma, ultimo: int | None
) -> tuple[Fila, list[AvisoEstructura]]:
    avisos: list[AvisoEstructura] = []
    if armada.dudosa:
        avisos.append(AvisoEstructura("LECTURA_DUDOSA", contexto.id, indice, None, None, armada.dudosa, armada.origen))
    comunes: dict[str, object] = {
        "indice": indice,
        "fila_origen": armada.fila_origen,
        "programa": programa,
        "celdas": celdas.textos(),
        "responsables": contexto.normal.responsables(lineas_de_nombres(celdas.parrafos("responsable"))),
        **{campo: celdas.texto(campo) for campo in DE_TEXTO},
        "origen": armada.origen,
    }
    if armada.junta or (contexto.tabla.patron.pesa == "fila" and not _pesa_actividades(celdas)):
        fila = _fila_pesada(celdas, comunes, contexto)
    else:
        fila, emparejada = _fila_apilada(celdas, comunes, contexto, ultimo)
        avisos.extend(desalineadas(emparejada, fila, contexto))
    if armada.corrida:
        return con_duda(fila, armada.dudosa) if armada.dudosa else con_duda(fila), avisos
    avisos.extend(cifras_dudosas(fila, contexto))
    avisos.extend(estados_dudosos(fila, celdas.parrafos("estado"), contexto))
    return fila, avisos


def _pesa_actividades(celdas: PorRol) -> bool:
    """Whether a row of the form of 2009 weighs its activities one by one, as its notes allow: as many weights as texts, and
    several; or one of each, where the column of weights says that it is of activities and what stands there is no goal."""
    pesos = cifras(celdas.parrafos("ponderacion")).cifras
    if len(pesos) == 1 and pesa_actividades(next(c.texto for c in celdas.columnas if c.rol == "ponderacion")):
        meta, actividades = meta_o_actividades(celdas)
        return meta is None and len(actividades) == 1
    if len(pesos) < 2:
        return False
    propias = celdas.parrafos("meta_o_actividades") or celdas.parrafos("actividad")
    return len(textos(propias).items) == len(pesos)


def _fila_apilada(
    celdas: PorRol, comunes: dict[str, object], contexto: ContextoPrograma, ultimo: int | None
) -> tuple[Fila, Emparejada]:
    """A row whose activities carry the weights. ``ultimo``: the number of the last activity above."""
    actividad, sobra_objetivo = con_sueltas(celdas, ultimo)
    pesos, dichos, logros = (celdas.parrafos(rol) for rol in ("ponderacion", "estado", "ponderacion_ganada"))
    propias = sin_blancos_internos(sin_rotulo_de_total(actividad), pesos, dichos, logros, contexto.es_veredicto)
    pareja = emparejar(propias, pesos, dichos, logros, contexto.es_veredicto, contexto.total_esperado)
    objetivo = celdas.celda("objetivo")
    textos_objetivo, referidos = objetivos_de(None if sobra_objetivo else objetivo, pareja.n)
    actividades = []
    for i in range(pareja.n):
        item, dicho = pareja.textos[i], pareja.estados[i]
        origen = {
            campo: cosa.origen
            for campo, cosa in (
                ("texto", item),
                ("ponderacion", pareja.ponderaciones[i]),
                ("estado", dicho),
                ("ponderacion_ganada", pareja.ganadas[i]),
            )
            if cosa is not None
        }
        actividades.append(
            Actividad(
                indice=i,
                texto=limpiar(item.texto) if item else None,
                objetivos=referidos[i] if i < len(referidos) else (),
                ponderacion=pareja.ponderaciones[i],
                ponderacion_ganada=pareja.ganadas[i],
                estado=segun_lectura(estado_de_item(dicho, contexto), dicho.dudosa) if dicho else None,
                responsables=(),
                alineacion={
                    k: cast(Literal["segura", "dudosa"], v) for k, v in pareja.alineacion.items() if k in origen or v == "dudosa"
                },
                motivo_alineacion=pareja.motivo,
                origen=origen,
            )
        )
    fila = Fila.model_validate(
        {
            **comunes,
            "objetivos": textos_objetivo,
            "actividades": actividades,
            "ponderacion": None,
            "ponderacion_ganada": None,
            "estado": None,
            "total_ponderacion": pareja.total_ponderacion,
            "total_ganada": pareja.total_ganada,
        }
    )
    return fila, pareja


def _fila_pesada(celdas: PorRol, comunes: dict[str, object], contexto: ContextoPrograma) -> Fila:
    """A row with one weight for a goal and its activities (the form of 2009)."""
    meta, actividades = meta_o_actividades(celdas)
    dicho, dudoso = celdas.texto("estado"), any(p.estilo == OCR_DUDOSA for p in celdas.parrafos("estado"))
    textos_objetivo, _ = objetivos_de(celdas.celda("objetivo"), 0)
    texto_objetivo = celdas.texto("objetivo")
    figuras: dict[str, Cifra | None] = {}
    for rol in DE_CIFRAS:
        leidas = cifras(celdas.parrafos(rol)).cifras
        figuras[rol] = leidas[0] if leidas else None
    return Fila.model_validate(
        {
            **comunes,
            "objetivos": (texto_objetivo,) if texto_objetivo else textos_objetivo,
            "actividades": [
                Actividad(
                    indice=i,
                    texto=limpiar(item.texto),
                    objetivos=(),
                    ponderacion=None,
                    ponderacion_ganada=None,
                    estado=None,
                    responsables=(),
                    alineacion={"texto": "segura"},
                    motivo_alineacion="la fila lleva una sola ponderación para sus actividades",
                    origen={"texto": item.origen},
                )
                for i, item in enumerate(actividades)
            ],
            "meta": meta,
            "ponderacion": figuras["ponderacion"],
            "ponderacion_ganada": figuras["ponderacion_ganada"],
            "estado": segun_lectura(leer_estado(dicho, contexto), dudoso),
            "total_ponderacion": None,
            "total_ganada": None,
        }
    )
