"""What every table is made of: kinds of columns, each with the Spanish sentence that docs/esquema.md and PostgreSQL show.

Figures are stored as their canonical text, so that no database rounds what was printed, and beside it as a whole number of
millionths, so that sums in either database are exact: SQLite has no decimal type and would add floats.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Column, ForeignKey, Integer, LargeBinary, MetaData, Text

NOMBRES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadatos = MetaData(naming_convention=NOMBRES)
"""All the tables of the current version of the schema."""

LARGO_CLAVE = 24
_CODIFICADOR = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TOPE = 1 << 63


def clave(*partes: Any) -> str:
    """A key: 24 hexadecimal digits of the hash of a natural key. Two loads of the same reports give equal rows, and ten
    thousand million rows are still unlikely to hold two equal keys."""
    return hashlib.sha256(_CODIFICADOR.encode(partes).encode("utf-8", "surrogatepass")).hexdigest()[:LARGO_CLAVE]


def millonesimas(valor: str | None) -> int | None:
    """A canonical figure as a whole number of millionths; None for a word, for finer decimals and for what no 64-bit
    number holds: those keep their text only.

    >>> millonesimas("37.5"), millonesimas("0.1234567"), millonesimas("CUMPLE")
    (37500000, None, None)
    """
    if valor is None:
        return None
    try:
        escalado = Decimal(valor).scaleb(6)
    except InvalidOperation:
        return None
    if not escalado.is_finite() or escalado != escalado.to_integral_value() or abs(escalado) >= _TOPE:
        return None
    return int(escalado)


def llave(nombre: str, comentario: str) -> Column[Any]:
    """A primary key of text."""
    return Column(nombre, Text, primary_key=True, comment=comentario)


def texto(nombre: str, comentario: str, *, nulo: bool = True, indice: bool = False) -> Column[Any]:
    return Column(nombre, Text, nullable=nulo, index=indice, comment=comentario)


def entero(
    nombre: str, comentario: str, *, nulo: bool = True, indice: bool = False, inicial: int | None = None
) -> Column[Any]:
    """``inicial``: what rows hold that were written before the column was there."""
    return Column(nombre, Integer, nullable=nulo, index=indice, comment=comentario, server_default=_inicial(inicial))


def exacto(nombre: str, comentario: str, *, nulo: bool = True, inicial: int | None = None) -> Column[Any]:
    """A figure in millionths."""
    return Column(nombre, BigInteger, nullable=nulo, comment=comentario, server_default=_inicial(inicial))


def _inicial(valor: int | None) -> str | None:
    return None if valor is None else str(valor)


def logico(nombre: str, comentario: str, *, nulo: bool = True) -> Column[Any]:
    return Column(nombre, Boolean, nullable=nulo, comment=comentario)


def dato(nombre: str, comentario: str, *, nulo: bool = True) -> Column[Any]:
    """JSON; a Python None is an absent value, not the JSON null."""
    return Column(nombre, JSON(none_as_null=True), nullable=nulo, comment=comentario)


def bytes_(nombre: str, comentario: str, *, nulo: bool = False) -> Column[Any]:
    return Column(nombre, LargeBinary, nullable=nulo, comment=comentario)


def hacia(nombre: str, destino: str, comentario: str, *, nulo: bool = False, indice: bool = True) -> Column[Any]:
    """A foreign key. Without an index where its target is never deleted: checking it would never need one."""
    return Column(nombre, Text, ForeignKey(destino), nullable=nulo, index=indice, comment=comentario)


def hacia_llave(nombre: str, destino: str, comentario: str) -> Column[Any]:
    """A foreign key that is part of the primary key."""
    return Column(nombre, Text, ForeignKey(destino), primary_key=True, comment=comentario)


def lugar() -> list[Column[Any]]:
    """Where a row stands in its document: coordinates to search by, and the whole ``Origen``."""
    return [
        entero("pagina", "Página del documento, desde 1"),
        entero("linea_inicio", "Primera línea, desde 1 (archivos de texto)"),
        entero("tabla_origen", "Tabla del documento, desde 0"),
        entero("fila_origen", "Fila de esa tabla, desde 0"),
        entero("columna_origen", "Columna de esa tabla, desde 0"),
        entero("parrafo", "Párrafo de la celda o del documento, desde 0"),
        dato("origen", "El lugar completo, con su texto tal como está escrito (Origen)"),
    ]
