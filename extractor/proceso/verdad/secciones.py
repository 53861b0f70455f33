"""The sections of an Informe against those of a truth file: evaluation chapters, and the parts of a guide."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.proceso.verdad.comun import Dato, coincide, lista, region_distinta


def raices(secciones: list[Dato]) -> dict[str, str]:
    """Each section's id with that of the chapter it hangs from (itself, for a chapter)."""
    padres = {s["id"]: s["padre"] for s in secciones}
    hallados: dict[str, str] = {}
    for clave in padres:
        arriba = clave
        while padres[arriba] is not None:
            arriba = padres[arriba]
        hallados[clave] = arriba
    return hallados


def capitulos_distintos(secciones: list[Dato], dichos: list[Dato]) -> Iterator[str]:
    de_capitulo = raices(secciones)
    capitulos = [s for s in secciones if s["nivel"] == "capitulo"]
    if len(capitulos) != len(dichos):
        yield f"capítulos: {len(capitulos)}, deben ser {len(dichos)}"
    for indice, (capitulo, dicho) in enumerate(zip(capitulos, dichos, strict=False)):
        donde = f"capítulo {indice}"
        yield from region_distinta(donde, capitulo["region"], dicho["region"])
        suyas = [s for s in secciones if de_capitulo[s["id"]] == capitulo["id"]]
        objetivos = [s["numero"] for s in suyas if s["nivel"] == "objetivo"]
        if objetivos != dicho["objetivos"]:
            yield f"{donde}.objetivos: {objetivos}, deben ser {dicho['objetivos']}"
        leidas = {s["numero"]: s for s in suyas if s["nivel"] == "seccion"}
        if list(leidas) != list(dicho["secciones"]):
            yield f"{donde}.secciones: {list(leidas)}, deben ser {list(dicho['secciones'])}"
        for numero, debida in dicho["secciones"].items():
            if numero in leidas:
                yield from _seccion(f"{donde}, sección {numero}", leidas[numero], debida)


def _seccion(donde: str, leida: Dato, dicha: Dato) -> Iterator[str]:
    campos = leida["campos"]
    if campos.get("grado_avance") != dicha["grado"]:
        yield f"{donde}.grado_avance: {campos.get('grado_avance')}, debe ser {dicha['grado']}"
    for campo in ("desarrollo", "recomendaciones"):
        if campo in dicha and not coincide(dicha[campo], campos.get(campo) or None):
            yield f"{donde}.{campo}: {campos.get(campo)!r}, debe ser {dicha[campo]!r}"


def guia_distinta(secciones: list[Dato], dicha: Dato) -> Iterator[str]:
    numeradas = {s["numero"]: s for s in secciones if s["numero"] is not None}
    numeros = [s["numero"] for s in secciones if s["numero"] is not None]
    if numeros != dicha["numeros"]:
        yield f"secciones: {numeros}, deben ser {dicha['numeros']}"
    for campo, clave in (("titulo", "titulos"), ("texto", "textos")):
        for numero, patron in dicha[clave].items():
            leido = numeradas.get(numero, {}).get(campo)
            if not coincide(patron, leido):
                yield f"sección {numero}.{campo}: {leido!r}, debe ser {patron!r}"
    terminos = [d["termino"] for s in secciones for d in s["campos"].get("definiciones", [])]
    if terminos != dicha["definiciones"]:
        yield f"definiciones: {terminos}, deben ser {dicha['definiciones']}"
    roles = [r["rol"] for s in secciones for r in s["campos"].get("responsabilidades", [])]
    for numero, rol in dicha["responsabilidades"].items():
        if not any(rol in leido for leido in roles):
            yield f"sección {numero}.responsabilidades: {roles}, debe estar {rol!r}"
    registros = [r for s in secciones for r in s["campos"].get("registros", [])]
    if not lista(dicha["registros"], registros):
        yield f"registros: {registros}, deben ser {dicha['registros']}"
    for numero, debidas in dicha["actividades"].items():
        actividades = numeradas.get(numero, {}).get("campos", {}).get("actividades", [])
        if not lista(debidas, actividades):
            yield f"sección {numero}.actividades: {actividades}, deben ser {debidas}"
    normas = [n for s in secciones for n in s["campos"].get("normas", [])]
    for tipo, numero, anio in dicha["normas"]:
        if not any(n["tipo"] == tipo and n["numero"] == numero and (anio is None or n["anio"] == anio) for n in normas):
            yield f"normas: falta {tipo} {numero} {anio or ''}"
    for derramado in dicha["fuera"]:
        for seccion in secciones:
            if seccion["numero"] != "6.1" and derramado in (seccion["texto"] or ""):
                yield f"sección {seccion['numero']}: tiene texto del diagrama de flujo, {derramado!r}"
