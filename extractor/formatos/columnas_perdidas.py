"""Columns of figures that a weighed table prints under a label nobody knows, while its earned column is not found.

Nothing there was checked: that must be told, or the table would pass for one whose results all agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from extractor.comun.numeros import leer_numero
from extractor.formatos.rotulos import rotulo, rotulos_de
from extractor.modelo.base import Origen
from extractor.modelo.crudo import ColumnaReconocida, TablaCruda
from extractor.modelo.documento import Celda

_MINIMO = 2
_PARTE = 0.6
"""The part of a column's filled cells that hold figures, from which it is a column of figures."""
_CIEN = Decimal(100)
_DE_COMPROMISOS = (1, 2)
"""Stages whose programmes have no results yet."""


def avisos_de_columnas(tablas: Sequence[TablaCruda]) -> Iterator[tuple[str, str, Origen | None]]:
    """One notice per table with such a column."""
    for tabla in tablas:
        roles = [c.rol for c in tabla.columnas]
        if tabla.patron.pesa is None or "ponderacion" not in roles or "ponderacion_ganada" in roles:
            continue
        if tabla.etapa in _DE_COMPROMISOS:
            continue
        perdidas = [i for i, c in enumerate(tabla.columnas) if _sin_rol(c, tabla) and _de_cifras(celdas_de_columna(tabla, i))]
        if perdidas:
            texto = tabla.columnas[perdidas[0]].texto or "sin rótulo"
            frase = (
                f"la columna «{texto}» de un programa trae cifras y no se reconoce; si es la ponderación ganada, no se revisó: "
                "ninguna otra lo es"
            )
            yield "LECTURA_DUDOSA", frase, tabla.origen


def _sin_rol(columna: ColumnaReconocida, tabla: TablaCruda) -> bool:
    """Whether a column has no role though its label does not say that it has none: nobody knows it, or it says that of another
    column once more."""
    if columna.rol != "otro":
        return False
    (rotulos,) = rotulos_de((tabla.patron,))
    dicho = rotulos.rol(rotulo(columna.texto))
    return dicho is None or dicho[0] != "otro"


def celdas_de_columna(tabla: TablaCruda, columna: int) -> Iterable[Celda]:
    """The cells under a header's column, whatever marks the rows."""
    if tabla.celdas:
        return tabla.celdas[columna :: len(tabla.columnas)]
    if not tabla.tramos:
        return [f.celdas[columna] for f in tabla.filas if len(f.celdas) == len(tabla.columnas)]
    desde, hasta = tabla.tramos[columna]
    return [c for f in tabla.filas for c in f.celdas if c.columna >= desde and c.columna + c.ancho <= hasta]


def _de_cifras(celdas: Iterable[Celda]) -> bool:
    parrafos = [p.texto for c in celdas for p in c.parrafos]
    leidos = [leer_numero(t) for t in parrafos]
    cifras = sum(n is not None and not n.moneda and 0 <= n.decimal <= _CIEN for n in leidos)
    return cifras >= _MINIMO and cifras >= _PARTE * len(parrafos)
