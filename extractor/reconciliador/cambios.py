"""One cell of a table rewritten, to see what the rules say then. Only hypotheses are; no report is ever changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.modelo.base import Origen
from extractor.modelo.tabla import Tabla
from extractor.modelo.valores import Cifra

Donde = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Cambio:
    """One cell rewritten. ``donde`` is an item, or (block, None) for totals. ``a``: a figure, or a verdict for a state."""

    campo: str
    donde: Donde
    a: str


@dataclass(frozen=True, slots=True)
class Hipotesis:
    """A change, what follows from it, the kind of slip it would be, and what is written there now."""

    cambio: Cambio
    siguen: tuple[Cambio, ...]
    clase: str
    de: str
    origen: Origen
    arrastra: bool = False


def aplicar(tabla: Tabla, cambios: Sequence[Cambio]) -> Tabla:
    """The table with those cells rewritten."""
    for cambio in cambios:
        tabla = _aplicar(tabla, cambio)
    return tabla


def _aplicar(tabla: Tabla, cambio: Cambio) -> Tabla:
    if cambio.campo == "desempeno_region":
        if tabla.desempeno is None or tabla.desempeno.region is None:
            return tabla
        region = _cifra(tabla.desempeno.region, cambio.a)
        return tabla.model_copy(update={"desempeno": tabla.desempeno.model_copy(update={"region": region})})
    if cambio.campo == "ponderacion_declarada":
        cifra = tabla.ponderacion_declarada
        return tabla if cifra is None else tabla.model_copy(update={"ponderacion_declarada": _cifra(cifra, cambio.a)})
    if cambio.campo in ("total_ponderacion", "total_ganada"):
        bloques = tuple(
            b.model_copy(update={cambio.campo: _cifra(getattr(b, cambio.campo), cambio.a)}) if n == cambio.donde[0] else b
            for n, b in enumerate(tabla.bloques)
        )
        return tabla.model_copy(update={"bloques": bloques})
    indice, actividad = cambio.donde
    filas = []
    for fila in tabla.filas:
        if fila.indice == indice and actividad is None:
            fila = fila.model_copy(update={cambio.campo: _nuevo(getattr(fila, cambio.campo), cambio)})
        elif fila.indice == indice:
            fila = fila.model_copy(update={"actividades": tuple(
                a.model_copy(update={cambio.campo: _nuevo(getattr(a, cambio.campo), cambio)}) if a.indice == actividad else a
                for a in fila.actividades
            )})
        filas.append(fila)
    return tabla.model_copy(update={"filas": tuple(filas)})


def _nuevo(valor: object, cambio: Cambio) -> object:
    """The cell rewritten: a figure, or a state with another percentage or verdict."""
    if isinstance(valor, Cifra):
        return _cifra(valor, cambio.a)
    if cambio.campo != "estado" or valor is None:
        return valor
    from extractor.vocabularios.estados import valor_de_porcentaje

    if cambio.a in ("CUMPLE", "NO_CUMPLE"):
        nuevo: dict[str, object] = {"valor": cambio.a, "porcentaje": None}
    else:
        nuevo = {"valor": valor_de_porcentaje(Decimal(cambio.a)), "porcentaje": cambio.a}
    copiar: Callable[..., object] = valor.model_copy  # type: ignore[attr-defined]
    return copiar(update=nuevo)


def _cifra(cifra: Cifra, valor: str) -> Cifra:
    decimales = max(cifra.decimales, -int(Decimal(valor).as_tuple().exponent))
    return cifra.model_copy(update={"texto": valor, "valor": valor, "decimales": decimales})
