"""Whether the weights of a raw table are fractions of 1, before its rows are read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.comun.numeros import leer_numero
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import Celda


def pesa_en_fracciones(tabla: TablaCruda) -> bool:
    """Whether some weight is printed and none is greater than 1 nor has a per cent sign."""
    pesos = [(p.texto, n) for celda in _celdas_de_pesos(tabla) for p in celda.parrafos if (n := leer_numero(p.texto)) is not None]
    return bool(pesos) and all(Decimal(n.valor) <= 1 and "%" not in texto for texto, n in pesos)


def _celdas_de_pesos(tabla: TablaCruda) -> Iterator[Celda]:
    sitio = next((i for i, c in enumerate(tabla.columnas) if c.rol == "ponderacion"), None)
    if sitio is None:
        return
    ancho = len(tabla.columnas)
    yield from (f.celdas[sitio] for f in tabla.filas if len(f.celdas) == ancho)
    yield from tabla.celdas[sitio::ancho]
