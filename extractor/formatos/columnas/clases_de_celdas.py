"""What kind of things the cells of a column hold: figures, sentences, counts of things, per cents, verdicts, names of units."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import ordinal, palabras, plegar, sin_ordinal
from extractor.modelo.crudo import TablaCruda
from extractor.modelo.documento import Celda
from extractor.vocabularios.responsables import unidades

_MINIMO = 2
_PARTE = 0.6
"""The part of a column's filled cells that hold figures, from which it is a column of figures."""
_CIEN = Decimal(100)
_PALABRAS_DE_TEXTO = 3
_CUENTA = re.compile(r"^\D{0,12}\d[\d.,]*\s+(?!%|de\b)[^\W\d]{3,}")


def celdas_de_columna(tabla: TablaCruda, columna: int) -> Iterable[Celda]:
    """The cells under a header's column, whatever marks the rows."""
    if tabla.celdas:
        return tabla.celdas[columna :: len(tabla.columnas)]
    if not tabla.tramos:
        return [f.celdas[columna] for f in tabla.filas if len(f.celdas) == len(tabla.columnas)]
    desde, hasta = tabla.tramos[columna]
    return [c for f in tabla.filas for c in f.celdas if c.columna >= desde and c.columna + c.ancho <= hasta]


def de_cifras(celdas: Iterable[Celda]) -> bool:
    """Whether what stands there is figures that may be weights or points, as a rule."""
    parrafos = [p.texto for c in celdas for p in c.parrafos]
    leidos = [leer_numero(t) for t in parrafos]
    cifras = sum(n is not None and not n.moneda and 0 <= n.decimal <= _CIEN for n in leidos)
    return cifras >= _MINIMO and cifras >= _PARTE * len(parrafos)


def de_textos(celdas: Iterable[Celda]) -> bool:
    """Whether what stands there is as long as a goal or an activity, as a rule."""
    llenas = [c.texto for c in celdas if c.parrafos]
    dichas = [palabras(t).split() for t in llenas]
    largas = sum(len(d) >= _PALABRAS_DE_TEXTO and not all(p.isdigit() for p in d) for d in dichas)
    return bool(llenas) and largas >= _PARTE * len(llenas)


def de_palabras(celdas: Iterable[Celda]) -> bool:
    """Whether words stand there, as a rule, and no figures open them."""
    llenas = [c.texto for c in celdas if c.parrafos]
    return len(llenas) >= _MINIMO and sum(t[:1].isalpha() for t in llenas) >= _PARTE * len(llenas)


def de_cuentas(celdas: Iterable[Celda]) -> bool:
    """Whether what stands there counts things, as a rule ("21 pueblos"); an item's number ("1. Coordinar") counts nothing."""
    llenas = [sin_ordinal(c.texto) for c in celdas if any(x.isalnum() for x in c.texto)]
    cuentan = sum(_CUENTA.match(t) is not None for t in llenas)
    return cuentan >= min(_MINIMO, max(1, len(llenas))) and cuentan >= _PARTE * len(llenas)


def de_numerados(celdas: Iterable[Celda]) -> bool:
    """Whether what stands there are numbered items of words ("1. Coordinar"), every one."""
    dichas = [c.texto for c in celdas if c.parrafos]
    return bool(dichas) and all(ordinal(t) is not None and sin_ordinal(t)[:1].isalpha() for t in dichas)


def de_porcentajes(celdas: Iterable[Celda]) -> bool:
    parrafos = [p.texto for c in celdas for p in c.parrafos]
    return de_cifras(celdas) and sum("%" in t for t in parrafos) >= _PARTE * len(parrafos)


def de_unidades(celdas: Iterable[Celda]) -> bool:
    """Whether what stands there opens as the name of a unit does, as a rule."""
    llenas = [plegar(c.texto) for c in celdas if c.parrafos]
    return len(llenas) >= _MINIMO and sum(t.startswith(_abren_unidad()) for t in llenas) >= _PARTE * len(llenas)


@cache
def _abren_unidad() -> tuple[str, ...]:
    return tuple(f"{plegar(palabra)} " for palabra in unidades().fuertes)


def de_palabras_repetidas(celdas: Iterable[Celda]) -> bool:
    """Whether few words come again and again, as verdicts do."""
    dichas = [palabras(p.texto) for c in celdas for p in c.parrafos]
    if len(dichas) < _MINIMO or len(set(dichas)) == len(dichas):
        return False
    return all(d and len(d.split()) < _PALABRAS_DE_TEXTO and not any(ch.isdigit() for ch in d) for d in dichas)
