"""Programme tables: rows with their weighted activities, read and paired but not yet judged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, cast

from extractor.comun.texto import ordinal, sin_ordinal, tiene_vineta
from extractor.estructura.columnas import PorRol, limpiar, lineas_de_nombres
from extractor.estructura.contexto_programa import Contexto
from extractor.estructura.dudas_programa import cifras_dudosas, desalineadas, estados_dudosos
from extractor.estructura.emparejamiento import Emparejada, emparejar
from extractor.estructura.estados_programa import estado_de_item, leer_estado, segun_lectura
from extractor.estructura.filas import FilaArmada
from extractor.estructura.items import OCR_DUDOSA, Item, cifras, es_total, textos
from extractor.modelo.avisos import AvisoEstructura
from extractor.modelo.documento import Celda, Parrafo
from extractor.modelo.informe import Actividad, Cifra, Fila

_REFERENCIAS = re.compile(
    r"^\s*(?:(?:obj(?:etivos?)?|n[°º])\.?\s*)?\d{1,2}\s*(?:[.)°]|\b)(?:\s*(?:[,;y/\-–]|\s)\s*\d{1,2}\s*[.)°]?)*\s*$",
    re.IGNORECASE,
)
_NUMERO = re.compile(r"\d{1,2}")


def leer_programa(armadas: Sequence[FilaArmada], contexto: Contexto) -> tuple[list[Fila], list[AvisoEstructura]]:
    """The programme's rows in order; rows that only print a total close the row before them."""
    filas: list[Fila] = []
    avisos: list[AvisoEstructura] = []
    programa: str | None = None
    anterior: FilaArmada | None = None
    for armada in armadas:
        celdas = PorRol(armada, contexto.tabla.columnas)
        if filas and _es_fila_de_total(celdas, anterior):
            filas[-1] = _cerrar_con_total(filas[-1], celdas)
            continue
        anterior = armada
        programa = celdas.texto("programa") or programa
        indice = len(filas)
        fila, propios = _fila(armada, celdas, indice, programa, contexto)
        filas.append(fila)
        avisos.extend(propios)
    return filas, avisos


def _es_fila_de_total(celdas: PorRol, anterior: FilaArmada | None) -> bool:
    """A row whose only words label a total ("Total", "Suma") beside its figures. A cell that spans down from the row
    ``anterior``, and a region's name, are no words of its own."""
    palabras = [
        c.texto
        for i, (c, k) in enumerate(zip(celdas.fila.celdas, celdas.columnas, strict=True))
        if c.parrafos
        and k.rol not in ("ponderacion", "ponderacion_ganada")
        and (k.rol != "territorio" or es_total(c.texto))
        and (anterior is None or anterior.celdas[i] is not c)
    ]
    figuras = [c for rol in ("ponderacion", "ponderacion_ganada") for c in cifras(celdas.parrafos(rol)).cifras]
    return bool(palabras) and all(es_total(p) for p in palabras) and any(c.valor for c in figuras)


def _cerrar_con_total(fila: Fila, celdas: PorRol) -> Fila:
    pesos, logros = cifras(celdas.parrafos("ponderacion")).cifras, cifras(celdas.parrafos("ponderacion_ganada")).cifras
    return fila.model_copy(
        update={
            "total_ponderacion": fila.total_ponderacion or (pesos[0] if pesos else None),
            "total_ganada": fila.total_ganada or (logros[0] if logros else None),
        }
    )


def _fila(
    armada: FilaArmada, celdas: PorRol, indice: int, programa: str | None, contexto: Contexto
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
        "indicador": celdas.texto("indicador"),
        "resultado": celdas.texto("resultado"),
        "medio": celdas.texto("medio"),
        "avance": celdas.texto("avance"),
        "medidas": celdas.texto("medidas"),
        "recomendaciones": celdas.texto("recomendaciones"),
        "compromisos": celdas.texto("compromisos"),
        "plazo": celdas.texto("plazo"),
        "origen": armada.origen,
    }
    if contexto.tabla.patron.pesa == "fila" and not _pesa_actividades(celdas):
        fila = _fila_pesada(celdas, comunes, contexto)
    else:
        fila, emparejada = _fila_apilada(celdas, comunes, contexto)
        avisos.extend(desalineadas(emparejada, fila, contexto))
    avisos.extend(cifras_dudosas(fila, contexto))
    avisos.extend(estados_dudosos(fila, celdas.parrafos("estado"), contexto))
    return fila, avisos


def _pesa_actividades(celdas: PorRol) -> bool:
    """Whether a row of the form of 2009 weighs its activities one by one, as its notes allow: as many weights as texts, and
    several."""
    pesos = cifras(celdas.parrafos("ponderacion")).cifras
    if len(pesos) < 2:
        return False
    propias = celdas.parrafos("meta_o_actividades") or celdas.parrafos("actividad")
    return len(textos(propias).items) == len(pesos)


def _objetivos(celda: Celda | None, n: int) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The row's objectives as texts; or, where the cell only refers to numbers, those of each activity."""
    if celda is None or not celda.parrafos:
        return (), [() for _ in range(n)]
    if all(_REFERENCIAS.match(p.texto) for p in celda.parrafos):
        referidos = [tuple(str(int(m)) for m in _NUMERO.findall(p.texto)) for p in celda.parrafos]
        if len(referidos) == n:
            return (), referidos
        if len(referidos) == 1:
            return (), [referidos[0] for _ in range(n)]
        return (), [referidos[i] if i < len(referidos) else () for i in range(n)]
    return tuple(limpiar(i.texto) for i in textos(celda.parrafos).items), [() for _ in range(n)]


def _fila_apilada(celdas: PorRol, comunes: dict[str, object], contexto: Contexto) -> tuple[Fila, Emparejada]:
    """A row whose activities carry the weights."""
    actividad, sobra_objetivo = _con_sueltas(celdas)
    pareja = emparejar(
        actividad,
        celdas.parrafos("ponderacion"),
        celdas.parrafos("estado"),
        celdas.parrafos("ponderacion_ganada"),
        contexto.es_veredicto,
        contexto.total_esperado,
    )
    objetivo = celdas.celda("objetivo")
    textos_objetivo, referidos = _objetivos(None if sobra_objetivo else objetivo, pareja.n)
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
            "meta": celdas.texto("meta"),
            "ponderacion": None,
            "ponderacion_ganada": None,
            "estado": None,
            "total_ponderacion": pareja.total_ponderacion,
            "total_ganada": pareja.total_ganada,
        }
    )
    return fila, pareja


def _con_sueltas(celdas: PorRol) -> tuple[tuple[Parrafo, ...], bool]:
    """The activity cell, with the numbered item that lost its tab and fell into the objectives' cell: the one whose
    number comes just before the first of the activities."""
    propias = celdas.parrafos("actividad") or celdas.parrafos("meta_o_actividades")
    objetivo = celdas.parrafos("objetivo")
    primero = next((ordinal(p.texto) for p in propias), None)
    if primero is None or primero < 2 or not objetivo:
        return propias, False
    if all(_REFERENCIAS.match(p.texto) for p in objetivo):
        return propias, False
    numeros = [ordinal(p.texto) for p in objetivo]
    if numeros and numeros[-1] == primero - 1 and all(n is not None for n in numeros) and sin_ordinal(objetivo[-1].texto):
        cabeza = propias[0]
        return (*objetivo, Parrafo(cabeza.texto, cabeza.origen, 1, cabeza.estilo), *propias[1:]), True
    return propias, False


def _fila_pesada(celdas: PorRol, comunes: dict[str, object], contexto: Contexto) -> Fila:
    """A row with one weight for a goal and its activities (the form of 2009)."""
    meta, actividades = _meta_o_actividades(celdas)
    dicho, dudoso = celdas.texto("estado"), any(p.estilo == OCR_DUDOSA for p in celdas.parrafos("estado"))
    textos_objetivo, _ = _objetivos(celdas.celda("objetivo"), 0)
    texto_objetivo = celdas.texto("objetivo")
    figuras: dict[str, Cifra | None] = {}
    for rol in ("ponderacion", "ponderacion_ganada"):
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


def _meta_o_actividades(celdas: PorRol) -> tuple[str | None, list[Item]]:
    """CONTRACT.md section 2: two or more marked items are activities; else one with a figure is the goal; else one
    activity. A column of its own for the goal or the activities says so by itself."""
    parrafos = celdas.parrafos("meta_o_actividades")
    propia = textos(celdas.parrafos("actividad")).items
    if not parrafos:
        return celdas.texto("meta"), list(propia)
    apilado = textos(parrafos)
    marcados = [i for i in apilado.items if tiene_vineta(i.texto) or ordinal(i.texto) is not None]
    if len(marcados) >= 2 or (len(apilado.items) >= 2 and len(parrafos) >= 2):
        return celdas.texto("meta"), [*apilado.items, *propia]
    entero = celdas.texto("meta_o_actividades") or ""
    if re.search(r"\d", entero):
        return entero, list(propia)
    return celdas.texto("meta"), [*apilado.items, *propia]
