"""A stored number as its number format shows it, with a decimal comma and dots between thousands, as in Chile.

The report's figure is the one printed: 0.25 under ``0%`` is "25%", 12.5 under ``0.00`` is "12,50".
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

SIGNIFICATIVAS = 10
"""Figures that the general format shows of a number with decimals."""
MAXIMO_DECIMALES = 30
_PIEZA = re.compile(
    r'"(?P<literal>[^"]*)"|\\(?P<escapado>.)|_.|\*.|\[\$(?P<moneda>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|(?P<general>General|Estándar)|(?P<cuerpo>[0#?.,]+)|(?P<ciencia>[Ee][+-]0+)|(?P<fraccion>/)|(?P<porcentaje>%)|(?P<otro>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONTEXTO = Context(prec=60, rounding=ROUND_HALF_UP)
_AMPLIO = Context(prec=400, rounding=ROUND_HALF_UP)


class Formato(NamedTuple):
    """One section of a number format. ``cuerpo`` None: the general format. ``cientifico``: shown otherwise than read."""

    antes: str
    cuerpo: str | None
    despues: str
    porcentajes: int
    cientifico: bool


def secciones(codigo: str) -> list[str]:
    """The parts of a number format: positive; negative; zero; text. A semicolon between quotes parts nothing.

    >>> secciones('0;"a;b"')
    ['0', '"a;b"']
    """
    partes, actual, entre_comillas, saltar = [], "", False, False
    for signo in codigo:
        if signo == ";" and not entre_comillas and not saltar:
            partes.append(actual)
            actual = ""
            continue
        entre_comillas = entre_comillas != (signo == '"' and not saltar)
        saltar = signo == "\\" and not saltar
        actual += signo
    return [*partes, actual]


@lru_cache(maxsize=1024)
def interpretar(seccion: str) -> Formato:
    """A section of a number format taken apart."""
    antes, despues, cuerpo, porcentajes, cientifico, general = "", "", "", 0, False, not seccion.strip()
    for pieza in _PIEZA.finditer(seccion):
        literal = pieza["literal"] or pieza["escapado"] or pieza["moneda"] or pieza["otro"] or ""
        if pieza["cuerpo"]:
            cuerpo += pieza["cuerpo"]
        elif pieza["porcentaje"]:
            porcentajes, literal = porcentajes + 1, "%"
        cientifico = cientifico or bool(pieza["ciencia"] or pieza["fraccion"])
        general = general or bool(pieza["general"])
        if cuerpo or general:
            despues += literal
        else:
            antes += literal
    return Formato(antes, None if general else cuerpo, despues, porcentajes, cientifico)


def mostrar(valor: Decimal, codigo: str) -> str:
    """The number as its format shows it.

    >>> mostrar(Decimal("0.25"), "0%"), mostrar(Decimal("1234.5"), "#,##0.00"), mostrar(Decimal("37.5"), "General")
    ('25%', '1.234,50', '37,5')
    """
    if not valor.is_finite() or abs(valor.adjusted()) > 300:
        return str(valor)
    partes = secciones(codigo)
    signo = ""
    if valor < 0 and len(partes) > 1:
        formato, valor = interpretar(partes[1]), -valor
    elif valor == 0 and len(partes) > 2:
        formato = interpretar(partes[2])
    else:
        formato = interpretar(partes[0])
        signo, valor = ("-", -valor) if valor < 0 else ("", valor)
    if formato.cuerpo is None or formato.cientifico:
        return f"{signo}{formato.antes}{general(valor)}{formato.despues}".strip()
    if not formato.cuerpo:
        # a section of words only, as "-" for zero
        return f"{formato.antes}{formato.despues}".strip()
    cifras = _cifras(valor.scaleb(2 * formato.porcentajes, _CONTEXTO), formato.cuerpo)
    if not any(c in "123456789" for c in cifras):
        signo = ""
    return f"{signo}{formato.antes}{cifras}{formato.despues}".strip()


def general(valor: Decimal) -> str:
    """A number in the general format: the figures that fit, no thousands, a decimal comma."""
    if valor == valor.to_integral_value():
        return f"{valor.to_integral_value():f}"
    redondo = Context(prec=SIGNIFICATIVAS, rounding=ROUND_HALF_UP).plus(valor)
    texto = f"{redondo:f}"
    return texto.rstrip("0").rstrip(".").replace(".", ",") if "." in texto else texto


def _cifras(valor: Decimal, cuerpo: str) -> str:
    entero, _, decimal = cuerpo.partition(".")
    # commas at the end of the whole part divide by a thousand each; those within it ask for separators
    escala = len(entero) - len(entero.rstrip(","))
    entero = entero.rstrip(",")
    decimal = decimal.replace(",", "").replace(".", "")[:MAXIMO_DECIMALES]
    minimo = decimal.count("0")
    redondo = valor.scaleb(-3 * escala, _CONTEXTO).quantize(Decimal(1).scaleb(-len(decimal)), context=_AMPLIO)
    parte, _, resto = f"{redondo:f}".partition(".")
    while len(resto) > minimo and resto.endswith("0"):
        resto = resto[:-1]
    parte = parte.lstrip("0").rjust(entero.count("0"), "0")
    if "," in entero:
        parte = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", parte)
    return f"{parte},{resto}" if resto else parte
