"""The tables of an Informe against those of a truth file: rows, activities, figures, states, blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.modelo.campos import DE_TEXTO
from extractor.proceso.verdad.comun import Dato, cifra, coincide, igual, lista, region_distinta

_TEXTOS: tuple[str, ...] = (*DE_TEXTO, "programa")


def tablas_distintas(leidas: list[Dato], dichas: list[Dato]) -> Iterator[str]:
    tipos = [t["tipo"] for t in leidas], [t["tipo"] for t in dichas]
    if tipos[0] != tipos[1]:
        yield f"tablas: {tipos[0]}, deben ser {tipos[1]}"
    for indice, (leida, dicha) in enumerate(zip(leidas, dichas, strict=False)):
        yield from _tabla(f"tabla {indice}", leida, dicha)


def _tabla(donde: str, leida: Dato, dicha: Dato) -> Iterator[str]:
    for campo in ("programa", "modo_ganada", "etapa"):
        if campo in dicha and leida[campo] != dicha[campo]:
            yield f"{donde}.{campo}: {leida[campo]!r}, debe ser {dicha[campo]!r}"
    if "region" in dicha:
        yield from region_distinta(donde, leida["region"], dicha["region"])
    if "declarada" in dicha and not cifra(dicha["declarada"], leida["ponderacion_declarada"]):
        yield f"{donde}.ponderacion_declarada: {leida['ponderacion_declarada']}, debe ser {dicha['declarada']}"
    if "objetivos_tabla" in dicha:
        objetivos = [(o["numero"], o["texto"]) for o in leida["objetivos"]]
        if len(objetivos) != len(dicha["objetivos_tabla"]):
            yield f"{donde}.objetivos: {len(objetivos)}, deben ser {len(dicha['objetivos_tabla'])}"
        for (numero, texto), (debido, patron) in zip(objetivos, dicha["objetivos_tabla"], strict=False):
            if numero != debido or not coincide(patron, texto):
                yield f"{donde}.objetivos: {numero!r} {texto!r}, debe ser {debido!r} {patron!r}"
    filas = dicha["filas"]
    cuantas = filas if isinstance(filas, int) else len(filas)
    if len(leida["filas"]) != cuantas:
        yield f"{donde}: {len(leida['filas'])} filas, deben ser {cuantas}"
    if not isinstance(filas, int):
        for indice, (fila, debida) in enumerate(zip(leida["filas"], filas, strict=False)):
            yield from fila_distinta(f"{donde}, fila {indice}", fila, debida)
    if "bloques" in dicha:
        yield from _bloques(donde, leida["bloques"], dicha["bloques"])
    if "desempeno" in dicha:
        yield from _desempeno(donde, leida["desempeno"] or {}, dicha["desempeno"])


def fila_distinta(donde: str, leida: Dato, dicha: Dato) -> Iterator[str]:
    for campo in _TEXTOS:
        if campo in dicha and not coincide(dicha[campo], leida[campo]):
            yield f"{donde}.{campo}: {leida[campo]!r}, debe ser {dicha[campo]!r}"
    if "objetivos" in dicha and not lista(dicha["objetivos"], leida["objetivos"]):
        yield f"{donde}.objetivos: {leida['objetivos']!r}, deben ser {dicha['objetivos']!r}"
    for campo, propio in (("ponderacion", "ponderacion"), ("ganada", "ponderacion_ganada")):
        if campo in dicha and not cifra(dicha[campo], leida[propio]):
            yield f"{donde}.{propio}: {leida[propio]}, debe ser {dicha[campo]}"
    for campo in ("total_ponderacion", "total_ganada"):
        if campo in dicha and not cifra(dicha[campo], leida[campo]):
            yield f"{donde}.{campo}: {leida[campo]}, debe ser {dicha[campo]}"
    if "estado" in dicha:
        yield from _estado(donde, leida["estado"], dicha["estado"])
    yield from _responsables(donde, leida, dicha)
    if "actividades" in dicha:
        yield from _actividades(donde, leida["actividades"], dicha)


def _responsables(donde: str, leida: Dato, dicha: Dato) -> Iterator[str]:
    personas = [r["persona"] for r in leida["responsables"]]
    unidades = [(r["unidad"] or {}).get("nombre") for r in leida["responsables"]]
    textos = [r["texto"] for r in leida["responsables"]]
    for campo, leidos in (("personas", personas), ("unidades", unidades), ("responsables", textos)):
        for debido in dicha.get(campo, []):
            if not any(coincide(debido, leido) for leido in leidos):
                yield f"{donde}.{campo}: {leidos!r}, debe estar {debido!r}"


def _actividades(donde: str, leidas: list[Dato], fila: Dato) -> Iterator[str]:
    dichas = fila["actividades"]
    if len(leidas) != len(dichas):
        yield f"{donde}: {len(leidas)} actividades, deben ser {len(dichas)}"
    for indice, (leida, dicha) in enumerate(zip(leidas, dichas, strict=False)):
        lugar = f"{donde}, actividad {indice}"
        if not coincide(dicha[0], leida["texto"]):
            yield f"{lugar}.texto: {leida['texto']!r}, debe ser {dicha[0]!r}"
        for orden, campo in ((1, "ponderacion"), (2, "ponderacion_ganada")):
            if len(dicha) > orden and not cifra(dicha[orden], leida[campo]):
                yield f"{lugar}.{campo}: {leida[campo]}, debe ser {dicha[orden]}"
        if len(dicha) > 3:
            yield from _estado(lugar, leida["estado"], None if dicha[3] is None else dicha[3:])
        for clave, campo in (("referencias", "objetivos"), ("acumuladas", "acumulada_recalculada")):
            debido = fila[clave][indice] if clave in fila else leida[campo]
            coinciden = leida[campo] == debido if clave == "referencias" else igual(debido, leida[campo])
            if not coinciden:
                yield f"{lugar}.{campo}: {leida[campo]!r}, debe ser {debido!r}"


def _estado(donde: str, leido: Dato | None, dicho: list[Any] | None) -> Iterator[str]:
    if leido is None or dicho is None:
        if leido is not None or dicho is not None:
            yield f"{donde}.estado: {leido}, debe ser {dicho}"
        return
    valor, _, porcentaje = dicho[0].partition(" ")
    if leido["valor"] != valor or (porcentaje and not igual(porcentaje, leido["porcentaje"])):
        yield f"{donde}.estado: {leido['valor']} {leido['porcentaje'] or ''}, debe ser {dicho[0]}"
    if dicho[1] is not None and leido["declarado"] != dicho[1]:
        yield f"{donde}.estado.declarado: {leido['declarado']}, debe ser {dicho[1]}"


def _bloques(donde: str, leidos: list[Dato], dichos: list[Dato]) -> Iterator[str]:
    filas = [list(b["filas"]) for b in leidos], [b["filas"] for b in dichos]
    if filas[0] != filas[1]:
        yield f"{donde}.bloques: {filas[0]}, deben ser {filas[1]}"
        return
    campos = {"suma": "suma_ponderacion", "informada": "suma_ganada_informada", "recalculada": "suma_ganada_recalculada"}
    for leido, dicho in zip(leidos, dichos, strict=True):
        for corto, campo in campos.items():
            if corto in dicho and not igual(dicho[corto], leido[campo]):
                yield f"{donde}, bloque {dicho['filas']}.{campo}: {leido[campo]}, debe ser {dicho[corto]}"


def _desempeno(donde: str, leido: Dato, dicho: Dato) -> Iterator[str]:
    if "region" in dicho and not cifra(dicho["region"], leido.get("region")):
        yield f"{donde}.desempeno.region: {leido.get('region')}, debe ser {dicho['region']}"
    if "recalculado" in dicho and not igual(dicho["recalculado"], leido.get("region_recalculado")):
        yield f"{donde}.desempeno.region_recalculado: {leido.get('region_recalculado')}, debe ser {dicho['recalculado']}"
    if "servicio" in dicho and not coincide(dicho["servicio"], leido.get("servicio")):
        yield f"{donde}.desempeno.servicio: {leido.get('servicio')}, debe ser {dicho['servicio']}"
