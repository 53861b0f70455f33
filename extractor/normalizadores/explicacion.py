"""Why a name was read as it was: the answer of ``extractor normalizar``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from extractor.comun.numeros import leer_numero
from extractor.errores import ErrorUso
from extractor.normalizadores.estados import normalizar_estado, razonar_estado
from extractor.normalizadores.regiones import razonar_region
from extractor.normalizadores.responsable.certezas_division import peor_certeza
from extractor.normalizadores.responsables import razonar_responsables
from extractor.normalizadores.servicios import razonar_servicio
from extractor.vocabularios.servicios import por_codigo

Que = Literal["region", "responsable", "estado", "servicio", "numero"]


@dataclass(frozen=True, slots=True)
class Explicacion:
    """``valor`` is JSON-able; ``candidatos`` are (value, name, score 0-100), the best first; ``desconocido``: no value found."""

    que: str
    texto: str
    valor: Any
    certeza: str | None
    candidatos: tuple[tuple[str, str, float], ...]
    porque: tuple[str, ...]
    desconocido: bool


def explicar(que: str, texto: str, anio: int | None) -> Explicacion:
    """The reading of ``texto`` as a ``que`` with its reasons. Raises ErrorUso for a ``que`` that is not one of them."""
    formas: dict[str, Callable[[str, int | None], Explicacion]] = {
        "region": _region,
        "responsable": _responsable,
        "estado": _estado,
        "servicio": _servicio,
        "numero": _numero,
    }
    if que not in formas:
        raise ErrorUso(f"no se sabe normalizar «{que}»; se puede: {', '.join(get_args(Que))}")
    return formas[que](texto, anio)


def _region(texto: str, anio: int | None) -> Explicacion:
    region, porque = razonar_region(texto, anio)
    candidatos = tuple((c.codigo, c.nombre, c.puntaje) for c in region.candidatos)
    desconocido = region.alcance == "SIN_DATO" or (region.alcance == "REGION" and not region.codigos)
    return Explicacion("region", texto, region.model_dump(mode="json"), region.certeza, candidatos, porque, desconocido)


def _responsable(texto: str, _: int | None) -> Explicacion:
    razonados = razonar_responsables(texto.splitlines() or [texto])
    hallados = [uno for uno, _ in razonados]
    porque: list[str] = []
    for uno, dudas in razonados:
        partes = [("unidad", uno.unidad.nombre if uno.unidad else None), ("cargo", uno.cargo), ("persona", uno.persona)]
        dicho = ", ".join(f"{nombre} {valor}" for nombre, valor in partes if valor)
        porque.append(f"«{uno.texto}»: {dicho} ({uno.certeza})")
        porque += [f"«{uno.texto}»: {duda}" for duda in dudas]
    certeza = peor_certeza([uno.certeza for uno in hallados if uno.certeza is not None])
    valor = [uno.model_dump(mode="json") for uno in hallados]
    return Explicacion("responsable", texto, valor, certeza, (), tuple(porque), not hallados)


def _estado(texto: str, _: int | None) -> Explicacion:
    estado = normalizar_estado(texto)
    if estado is None:
        return Explicacion("estado", texto, None, None, (), ("la celda está en blanco",), True)
    palabras = razonar_estado(texto)[1]
    como = "lo declara" if estado.declarado else "se propone a partir de la narración, no está declarado"
    porque = (como, *(f"palabras que deciden: «{p}»" for p in palabras))
    return Explicacion("estado", texto, estado.model_dump(mode="json"), estado.certeza, (), porque, estado.valor == "SIN_DATO")


def _servicio(texto: str, _: int | None) -> Explicacion:
    servicio, orden, porque = razonar_servicio(texto)
    candidatos = tuple((codigo, por_codigo()[codigo].nombre, puntaje) for codigo, puntaje in orden)
    valor = None if servicio is None else servicio.model_dump(mode="json")
    if servicio is not None and servicio.codigo is not None:
        ministerio = por_codigo()[servicio.codigo].ministerio
        porque = (*porque, f"ministerio: {ministerio}" if ministerio else "es autónomo: no depende de ningún ministerio")
    desconocido = servicio is None or servicio.codigo is None
    return Explicacion("servicio", texto, valor, servicio.certeza if servicio else None, candidatos, porque, desconocido)


def _numero(texto: str, _: int | None) -> Explicacion:
    numero = leer_numero(texto)
    if numero is None:
        return Explicacion("numero", texto, None, None, (), ("el texto no es una cifra",), True)
    valor = {"valor": numero.valor, "decimales": numero.decimales, "signo": numero.signo}
    porque = [f"decimales impresos: {numero.decimales}"]
    if numero.ambiguo:
        porque.append("el separador podría ser de miles: existe otra lectura")
    return Explicacion("numero", texto, valor, "dudosa" if numero.ambiguo else "exacta", (), tuple(porque), False)
