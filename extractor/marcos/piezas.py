"""The groups of columns that several frames share: document, place, context, figure."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from extractor.modelo.base import Origen
from extractor.modelo.informe import Informe
from extractor.modelo.valores import Cifra, Region, Responsable

Renglon = tuple[Any, ...]


def decimal(texto: str | None) -> Decimal | None:
    """A contract figure as Decimal; None for what is absent or a word ("CUMPLE")."""
    if texto is None:
        return None
    try:
        valor = Decimal(texto)
    except InvalidOperation:
        return None
    return valor if valor.is_finite() else None


def unidos(textos: Iterable[str], separador: str = "; ") -> str | None:
    return separador.join(textos) or None


def de_documento(informe: Informe) -> Renglon:
    return informe.documento.sha256, informe.documento.ruta


def de_origen(origen: Origen | None) -> Renglon:
    if origen is None:
        return (None,) * 7
    return (
        origen.pagina,
        origen.linea_inicio,
        origen.linea_fin,
        origen.tabla,
        origen.fila,
        origen.columna,
        origen.parrafo,
    )


def de_contexto(informe: Informe, region: Region | None) -> Renglon:
    servicio = informe.documento.servicio
    nombre = None if servicio is None else servicio.codigo or servicio.nombre or servicio.texto
    if region is None:
        return nombre, informe.documento.anio, None, None
    return nombre, informe.documento.anio, region.nombre or region.texto, unidos(region.codigos, ",")


def de_cifra(cifra: Cifra | None) -> Renglon:
    return (None, None) if cifra is None else (cifra.texto, cifra.decimal)


def de_responsables(responsables: Iterable[Responsable]) -> str | None:
    return unidos(responsable.texto for responsable in responsables)
