"""The truth files of ``corpus_muestra/verdad`` and how an Informe is compared with them.

A truth file says what a person reads in the sample. What it does not mention is not compared, except that its tables and
its arithmetic findings are complete: one more of them is a difference too. ``"Inicio … final"`` stands for a text that
starts and ends so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from extractor.proceso.verdad.comun import Dato, igual
from extractor.proceso.verdad.secciones import capitulos_distintos, guia_distinta, raices
from extractor.proceso.verdad.tablas import tablas_distintas

# Findings of these codes are complete in the truth files whatever their severity: one that is not listed is a false alarm.
COMPLETOS = {
    "ACUMULADO_INCOMPLETO",
    "CONTEO_DESALINEADO",
    "DOCUMENTO_ILEGIBLE",
    "FORMATO_DESCONOCIDO",
    "FORMATO_NUMERO_MIXTO",
    "GRADO_AUSENTE",
    "LECTURA_DUDOSA",
    "REGION_NO_INDICADA",
    "REGION_SIN_DATOS",
    "REGLA_FALLIDA",
    "SECCION_AUSENTE",
    "SECCION_VACIA",
    "SIN_RESULTADOS",
    "TABLA_TRUNCADA",
    "TOTAL_AUSENTE",
}


def leer_verdad(archivo: Path) -> Dato:
    """The truth of one sample as plain data; raises ValueError when a required part is missing."""
    datos: Dato = yaml.safe_load(archivo.read_text("utf-8"))
    faltan = {"documento", "hallazgos"} - datos.keys()
    if faltan:
        raise ValueError(f"{archivo.name}: falta {sorted(faltan)}")
    return datos


def comparar(informe: Dato, verdad: Dato) -> list[str]:
    """Every difference between an ``Informe`` (as JSON data) and the truth, each as one line; empty when they agree."""
    diferencias = list(_documento(informe["documento"], verdad["documento"]))
    if "tablas" in verdad:
        diferencias += tablas_distintas(informe["tablas"], verdad["tablas"])
    if "capitulos" in verdad:
        diferencias += capitulos_distintos(informe["secciones"], verdad["capitulos"])
    if "guia" in verdad:
        diferencias += guia_distinta(informe["secciones"], verdad["guia"])
    return diferencias + list(_hallazgos(informe, verdad))


def _documento(leido: Dato, dicho: Dato) -> Iterator[str]:
    for campo in ("tipo", "anio", "etapas"):
        if campo in dicho and leido[campo] != dicho[campo]:
            yield f"documento.{campo}: {leido[campo]!r}, debe ser {dicho[campo]!r}"
    if "servicio" in dicho:
        codigo = (leido["servicio"] or {}).get("codigo")
        if codigo != dicho["servicio"]:
            yield f"documento.servicio: {codigo!r}, debe ser {dicho['servicio']!r}"


def _hallazgos(informe: Dato, verdad: Dato) -> Iterator[str]:
    lugares = _lugares(informe)
    pendientes = [dict(h, **lugares.get(h["tabla"], {"tabla": None})) for h in informe["hallazgos"]]
    for dicho in verdad["hallazgos"]:
        hallado = next((h for h in pendientes if _es(h, dicho)), None)
        if hallado is None:
            yield f"falta el hallazgo {dicho}"
        else:
            pendientes.remove(hallado)
    tolerados = [(t["codigo"], t["tabla"]) for t in verdad.get("tolerados", [])]
    for sobra in pendientes:
        contada = sobra["gravedad"] in ("aritmetica", "cambia_decision") or sobra["codigo"] in COMPLETOS
        # A finding with a cause only carries another one on; the truth lists the roots.
        if contada and sobra["causa"] is None and (sobra["codigo"], sobra["tabla"]) not in tolerados:
            campos = ("codigo", "gravedad", "tabla", "fila", "actividad", "informado", "recalculado", "lugar")
            visto = {campo: sobra[campo] for campo in campos}
            yield f"sobra el hallazgo {visto}"


def _lugares(informe: Dato) -> dict[str, Dato]:
    """From the id of a table or a section to the words of the truth files: index, or chapter index and number."""
    lugares: dict[str, Dato] = {t["id"]: {"tabla": n} for n, t in enumerate(informe["tablas"])}
    arriba = raices(informe["secciones"])
    orden = [s["id"] for s in informe["secciones"] if s["nivel"] == "capitulo"]
    for seccion in informe["secciones"]:
        raiz = arriba[seccion["id"]]
        capitulo = orden.index(raiz) if raiz in orden else None
        lugares[seccion["id"]] = {"tabla": None, "capitulo": capitulo, "seccion": seccion["numero"]}
    return lugares


def _es(hallazgo: Dato, dicho: Dato) -> bool:
    for campo, valor in dicho.items():
        if campo in ("informado", "recalculado"):
            if not igual(valor, hallazgo[campo]):
                return False
        elif campo == "lugares":
            if sorted({lugar["fila"] for lugar in hallazgo["lugares"]}) != valor:
                return False
        elif hallazgo.get(campo) != valor:
            return False
    return True
