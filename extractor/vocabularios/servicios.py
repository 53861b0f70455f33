"""Public services of 2007-2009 by code, official name, acronyms, other and former names, and ministry."""

from __future__ import annotations

from functools import cache
from typing import Self

from pydantic import model_validator

from extractor.vocabularios.base import Entrada, leer_vocabulario, plegar_frase


class EntradaServicio(Entrada):
    codigo: str
    nombre: str
    ministerio: str | None
    siglas: tuple[str, ...]
    otros: tuple[str, ...]
    antes: tuple[str, ...] = ()
    ambigua: bool = False
    revisor: bool = False
    organismos: tuple[tuple[str, ...], ...] = ()
    abreviado: tuple[str, ...] = ()
    sin_informe: bool = False


class EjemploServicio(Entrada):
    texto: str
    codigo: str | None = None


class EjemplosServicio(Entrada):
    acepta: tuple[EjemploServicio, ...]
    rechaza: tuple[EjemploServicio, ...]


class VocabularioServicios(Entrada):
    id: str
    rotulos: tuple[str, ...]
    titulo: tuple[str, ...]
    ajenos: tuple[str, ...]
    emisores: tuple[str, ...]
    emisores_con_dos_puntos: tuple[str, ...]
    verbos_de_emisor: tuple[str, ...]
    ahora: tuple[str, ...]
    de_lo_que_hace: tuple[str, ...]
    de_otros: tuple[str, ...]
    no_encabezan: tuple[str, ...]
    dependencias: tuple[str, ...]
    abreviaturas: dict[str, str]
    ministerios: tuple[str, ...]
    servicios: tuple[EntradaServicio, ...]
    ejemplos: EjemplosServicio

    @model_validator(mode="after")
    def _un_nombre_un_servicio(self) -> Self:
        """No code is used twice, no name or acronym means two services, and every ministry is in the list."""
        vistos: dict[str, str] = {}
        for servicio in self.servicios:
            for nombre in {plegar_frase(n) for n in (servicio.nombre, *servicio.siglas, *servicio.otros, *servicio.antes)}:
                if nombre in vistos:
                    raise ValueError(f"«{nombre}» nombra dos servicios: {vistos[nombre]} y {servicio.codigo}")
                vistos[nombre] = servicio.codigo
        codigos = [s.codigo for s in self.servicios]
        repetidos = sorted({c for c in codigos if codigos.count(c) > 1})
        if repetidos:
            raise ValueError(f"código de servicio repetido: {', '.join(repetidos)}")
        ajenos = sorted({s.ministerio for s in self.servicios if s.ministerio is not None} - set(self.ministerios))
        if ajenos:
            raise ValueError(f"ministerio que no está en la lista: {', '.join(ajenos)}")
        return self


@cache
def vocabulario() -> VocabularioServicios:
    return leer_vocabulario("servicios", VocabularioServicios)


@cache
def por_codigo() -> dict[str, EntradaServicio]:
    return {servicio.codigo: servicio for servicio in vocabulario().servicios}
