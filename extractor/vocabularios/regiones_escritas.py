"""The one region that a short text is, by its whole name or number and nothing else; no likeness is tried."""

from __future__ import annotations

from functools import cache

from extractor.comun.texto import palabras, romano
from extractor.modelo.valores import Division
from extractor.vocabularios.regiones import regiones_de, vocabulario

_CALLAN = frozenset({"de", "del", "la", "el", "los", "y", "region", "reg"})


@cache
def _por_nombre(division: Division) -> dict[tuple[str, ...], str]:
    nombres = [*vocabulario().nombres(division), *((r.nombre, c) for c, r in regiones_de(division).items())]
    return {propias: codigo for nombre, codigo in nombres if (propias := _propias(nombre))}


def _propias(texto: str) -> tuple[str, ...]:
    return tuple(p for p in palabras(texto).split() if p not in _CALLAN)


def codigo_escrito(texto: str, division: Division) -> str | None:
    """The code of the region that a text names, with its number before it or not; None for anything else, and where the number
    and the name are of two regions.

    >>> codigo_escrito("VIII del Bío Bío", "1974"), codigo_escrito("VII Región", "1974"), codigo_escrito("IX del Maule", "1974")
    ('08', '07', None)
    """
    propias = _propias(texto)
    numero = _numero(propias[0]) if propias else None
    nombre = _por_nombre(division).get(propias[1:] if numero else propias)
    if numero is None:
        return nombre
    codigo = f"{numero:02d}"
    if len(propias) == 1:
        return codigo if codigo in regiones_de(division) else None
    return nombre if nombre == codigo else None


def _numero(palabra: str) -> int | None:
    if palabra == "rm":
        return None
    cifras = palabra.rstrip("aoª°º")
    valor = int(cifras) if cifras.isdigit() else romano(palabra)
    return valor if valor is not None and 1 <= valor <= 16 else None
