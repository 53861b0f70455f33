"""A generated report in the notation of the sample descriptions, for the samples' own writers: text of Word, text of PDF,
docx."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

from .cifras import OTRA_MARCA, Cifra
from .modelo import Cuadro, Fila, Partida, Reporte
from .textos import RAIZ

sys.path.insert(0, str(RAIZ / "corpus_muestra"))

from generador import txt_pdf, txt_word, word
from generador.descripcion import Fila as FilaDescrita
from generador.descripcion import Muestra, Tabla

TERCER_PROGRAMA = (
    "Actividad III. 2.1: Programa de Trabajo para proveer de información de “interés regional” a los gobiernos regionales"
)
AMPLIAS = {"diseno_acceso": "(mejoras en el diseño, acceso y distribución de los productos en el territorio)"}


def escribir(reporte: Reporte, formato: str) -> bytes:
    """The report's bytes as ``txt`` (each family in the shape its text came) or ``docx``."""
    muestra = describir(reporte)
    if formato == "docx":
        return word.escribir(muestra)
    return txt_pdf.escribir(muestra) if reporte.familia == "anual_2009" else txt_word.escribir(muestra)


def describir(reporte: Reporte) -> Muestra:
    estilo: dict[str, Any] = reporte.estilo
    bloques = _anual(reporte, estilo) if reporte.familia == "anual_2009" else _de_2007(reporte, estilo)
    return Muestra("caso", ("txt",), {"fin_de_fila": estilo["fin_de_fila"]}, tuple(bloques))


def _cifra(cifra: Cifra | None, estilo: dict[str, Any]) -> str:
    if cifra is None:
        return ""
    otra = "." if estilo["marca"] == "," else ","
    return replace(cifra, marca=otra if cifra.marca == OTRA_MARCA else estilo["marca"]).texto


def _de_2007(reporte: Reporte, estilo: dict[str, Any]) -> list[str | Tabla]:
    bloques: list[str | Tabla] = [
        "ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007",
        f"SERVICIO: {estilo['servicio']}",
        "OBJETIVO N°1: LA INSTITUCION IMPLEMENTA EL PLAN GT Y PROGRAMA DE TRABAJO",
    ]
    for cuadro in reporte.cuadros:
        rotulos = dict(estilo["rotulos"])
        if estilo["objetivos_en_encabezado"]:
            textos = " ¶ ".join(f"{n}.- {f.objetivo}." for n, f in enumerate(cuadro.filas, start=1))
            rotulos["objetivo"] = f"{rotulos['objetivo']} ↵ {textos}"
        filas = [
            FilaDescrita(("Actividad 1.1: Implementación de las actividades del Programa de Trabajo GT 2007",), titulo=True),
            FilaDescrita((f"Región: {cuadro.region}",), titulo=True),
            FilaDescrita(tuple(rotulos[rol] for rol in estilo["orden"]), encabezado=True),
        ]
        for n, fila in enumerate(cuadro.filas, start=1):
            filas.append(FilaDescrita(tuple(_celda_2007(rol, fila, n, estilo) for rol in estilo["orden"])))
        bloques.append(Tabla(len(estilo["orden"]), tuple(filas)))
    if estilo["cierre"]:
        bloques.append("Informe preparado por la Sección de Estudios con antecedentes de las direcciones regionales.")
    if estilo["avance"]:
        bloques.append(_avance())
    return bloques


def _avance() -> Tabla:
    """The progress table that follows the programme, which weighs nothing."""
    encabezado = (
        "Modificaciones logradas en cada objetivo",
        "Recomendaciones para consolidar lo avanzado",
        "Compromisos a tener presente en fase que viene",
        "Responsable",
    )
    fila = (
        "Los perfiles reconocen las ramas de cada provincia.",
        "Actualizar los estudios cada tres años.",
        "Sumar a las universidades regionales.",
        "Departamento de Planificación",
    )
    titulo = "Actividad 1.2: Análisis del avance durante la implementación del Programa de Trabajo GT 2007"
    return Tabla(
        4,
        (
            FilaDescrita((titulo,), titulo=True),
            FilaDescrita(("Región: Todas",), titulo=True),
            FilaDescrita(encabezado, encabezado=True),
            FilaDescrita(fila),
        ),
    )


def _celda_2007(rol: str, fila: Fila, numero: int, estilo: dict[str, Any]) -> str:
    if rol == "objetivo":
        return f"{numero}." if estilo["objetivos_en_encabezado"] else fila.objetivo
    if rol == "actividad":
        marcas = [f"{n}.- " if estilo["ordinales"] else "" for n in range(1, len(fila.partidas) + 1)]
        return " ¶ ".join(m + p.texto for m, p in zip(marcas, fila.partidas, strict=True))
    if rol == "estado":
        return " ¶ ".join(p.estado.texto if p.estado is not None else "" for p in fila.partidas) + estilo["cola"]
    escritas = [_cifra(p.peso if rol == "ponderacion" else p.ganada, estilo) for p in fila.partidas]
    total = fila.total_peso if rol == "ponderacion" else fila.total_ganada
    return estilo["parte"].join([*escritas, *([] if total is None else [_cifra(total, estilo)])]) + estilo["cola"]


def _anual(reporte: Reporte, estilo: dict[str, Any]) -> list[str | Tabla]:
    bloques: list[str | Tabla] = [
        "FORMATOS DE LA ETAPA 3: IMPLEMENTACIÓN DEL PROGRAMA DE TRABAJO GT 2009",
        f"SERVICIO: {estilo['servicio']}",
    ]
    for cuadro in reporte.cuadros:
        if cuadro.programa == "informacion":
            bloques += _informacion(cuadro, estilo)
            continue
        primero = cuadro.programa == "diseno_acceso"
        bloques.append(
            f"Actividad III. 1. Programa de Trabajo de Gestión Territorial 2009 {AMPLIAS['diseno_acceso']}"
            if primero
            else "Actividad III. 2: Programa de Complementariedad Territorial 2009 (mejoras en la complementariedad territorial)"
        )
        bloques.append(Tabla(2, (FilaDescrita(("REGIÓN (1)", cuadro.region)), FilaDescrita((), salto="guiones"))))
        filas = [FilaDescrita(tuple(estilo["rotulos"][rol] for rol in estilo["orden"]), encabezado=True)]
        for numero, fila in enumerate(cuadro.filas, start=1):
            celdas = [_celda_2009(rol, fila.partidas[0], numero, estilo) for rol in estilo["orden"]]
            if estilo["cortes"] and numero == 2:
                celdas = [_partida_en_dos(c) if rol in CORTABLES else c for rol, c in zip(estilo["orden"], celdas, strict=True)]
            filas.append(FilaDescrita(tuple(celdas)))
        bloques.append(Tabla(len(estilo["orden"]), tuple(filas)))
        nombre = (
            "Programa de Trabajo (diseño, acceso y distribución) 2009"
            if primero
            else "- Programa de Complementariedad Territorial 2009"
        )
        if cuadro.desempeno is not None:
            bloques.append(_renglon(f"Desempeño Anual Región {nombre} (%) (11)", _cifra(cuadro.desempeno, estilo)))
        if cuadro.servicio is not None:
            bloques.append(_renglon(f"Desempeño Anual Servicio {nombre} (CUMPLE /NO CUMPLE) (12)", cuadro.servicio))
    return bloques


CORTABLES = ("objetivo", "indicador", "medio", "responsable")


def _partida_en_dos(texto: str) -> str:
    """A cell that the page end broke at its last word; only the text of PDF shows it."""
    antes, _, ultima = texto.rpartition(" ")
    return f"{antes} ‖ {ultima}" if antes else texto


def _renglon(rotulo: str, valor: str) -> Tabla:
    return Tabla(2, (FilaDescrita((rotulo, valor)), FilaDescrita((), salto="guiones")))


def _celda_2009(rol: str, partida: Partida, numero: int, estilo: dict[str, Any]) -> str:
    verbo, _, resto = partida.texto.partition(" ")
    textos = {
        "objetivo": partida.texto,
        "indicador": f"Cobertura {resto}",
        "resultado": "Informe entregado" if partida.estado is not None else "",
        "meta_o_actividades": f"- {verbo} la primera parte. ¶ - Terminar con la parte final {resto}."
        if numero % 2
        else f"{verbo} 4 zonas",
        "responsable": "Unidad de Estudios",
        "medio": "Actas firmadas",
        "ponderacion": _cifra(partida.peso, estilo),
        "estado": "" if partida.estado is None else partida.estado.texto,
        "ponderacion_ganada": _cifra(partida.ganada, estilo),
    }
    return textos[rol]


def _informacion(cuadro: Cuadro, estilo: dict[str, Any]) -> list[str | Tabla]:
    encabezado = (
        "Objetivo",
        "Actividades comprometidas",
        "Medio de verificación",
        "Ponderación actividad(%)",
        "Unidad Responsable",
    )
    filas = [
        FilaDescrita(
            (TERCER_PROGRAMA,),
            titulo=True,
        ),
        FilaDescrita(
            (
                f"INSTITUCIÓN / REGIÓN: {cuadro.region}",
                "<",
                f"Ponderación Programa de Trabajo (%) = {_cifra(cuadro.declarada, estilo)}",
                "<",
                "<",
            )
        ),
        FilaDescrita(encabezado, encabezado=True),
    ]
    for fila in cuadro.filas:
        partida = fila.partidas[0]
        filas.append(
            FilaDescrita(
                (
                    "Definición de información a proveer",
                    f"{partida.texto}.",
                    "▪ Acta de acuerdo.",
                    _cifra(partida.peso, estilo),
                    "Encargado de Planificación",
                )
            )
        )
    return [Tabla(5, tuple(filas))]
