"""Runs the examples that the vocabulary files carry: what each must accept, with its value, and what it must refuse."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.comun.yaml_estricto import carpeta_patrones, leer_yaml
from extractor.modelo.valores import Responsable
from extractor.normalizadores.estados import buscar_grado, normalizar_estado
from extractor.normalizadores.regiones import normalizar_region
from extractor.normalizadores.responsables import normalizar_responsables
from extractor.normalizadores.servicios import normalizar_servicio
from extractor.vocabularios import estados, regiones, responsables, servicios

Resultado = tuple[str, int | None, bool, str]
"""File, line of the example, whether it came out as written, and what was expected and found."""


def probar_ejemplos() -> list[Resultado]:
    """Every example of ``patrones/vocabularios``, in the order of files and lines."""
    salida: list[Resultado] = []
    for nombre, pruebas in (("cargos", _cargos), ("estados", _estados), ("regiones", _regiones), ("servicios", _servicios)):
        archivo = f"vocabularios/{nombre}.yaml"
        _, lineas = leer_yaml(carpeta_patrones() / archivo)
        for grupo, indice, texto, esperado, hallado in pruebas():
            linea = lineas.get(("ejemplos", grupo, indice))
            ok = esperado == hallado
            mensaje = f"«{texto}»: {hallado}" if ok else f"«{texto}»: se esperaba {esperado} y se obtuvo {hallado}"
            salida.append((archivo, linea, ok, mensaje))
    return salida


Prueba = tuple[str, int, str, object, object]


def _regiones() -> Iterator[Prueba]:
    ejemplos = regiones.vocabulario().ejemplos
    for i, caso in enumerate(ejemplos.acepta):
        region = normalizar_region(caso.texto, caso.anio)
        codigos = region.codigos if caso.codigos else ()
        yield "acepta", i, caso.texto, (caso.alcance, caso.codigos), (region.alcance, codigos)
    for i, caso in enumerate(ejemplos.rechaza):
        region = normalizar_region(caso.texto, caso.anio)
        yield "rechaza", i, caso.texto, ("REGION", (), "dudosa"), (region.alcance, region.codigos, region.certeza)


def _estados() -> Iterator[Prueba]:
    ejemplos = estados.vocabulario().ejemplos
    for i, caso in enumerate(ejemplos.acepta):
        if caso.veredicto is not None:
            veredicto = estados.veredicto_inicial(caso.texto)
            yield "acepta", i, caso.texto, caso.veredicto, veredicto.valor if veredicto else None
        if caso.estado is not None:
            estado = normalizar_estado(caso.texto)
            hallado = (estado.valor, estado.declarado) if estado else None
            yield "acepta", i, caso.texto, (caso.estado, caso.declarado), hallado
        if caso.grado is not None:
            yield "acepta", i, caso.texto, caso.grado, buscar_grado([caso.texto])[0]
    for i, caso in enumerate(ejemplos.rechaza):
        veredicto = estados.veredicto_inicial(caso.texto)
        hallados = (veredicto.valor if veredicto else None, buscar_grado([caso.texto])[0])
        yield "rechaza", i, caso.texto, (None, "SIN_DATO"), hallados


def _servicios() -> Iterator[Prueba]:
    ejemplos = servicios.vocabulario().ejemplos
    for grupo, casos in (("acepta", ejemplos.acepta), ("rechaza", ejemplos.rechaza)):
        for i, caso in enumerate(casos):
            servicio = normalizar_servicio(caso.texto)
            yield grupo, i, caso.texto, caso.codigo, servicio.codigo if servicio else None


def _cargos() -> Iterator[Prueba]:
    ejemplos = responsables.cargos().ejemplos
    for grupo, casos in (("acepta", ejemplos.acepta), ("rechaza", ejemplos.rechaza)):
        for i, caso in enumerate(casos):
            esperado = [(r.unidad, r.cargo, r.persona) for r in caso.responsables]
            hallado = [_partes(r) for r in normalizar_responsables(caso.lineas)]
            yield grupo, i, " / ".join(caso.lineas), esperado, hallado


def _partes(responsable: Responsable) -> tuple[str | None, str | None, str | None]:
    return responsable.unidad.nombre if responsable.unidad else None, responsable.cargo, responsable.persona
