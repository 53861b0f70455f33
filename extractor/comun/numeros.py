"""Figures as officials typed them in Chile, 2007-2009: always ``Decimal``, from the printed string.

Comma and dot both occur as the decimal mark within one column ("0,25", "0.25"). A dot followed by exactly three
digits may be a thousands mark ("42.000") or a decimal one ("12.500"): it is read as thousands only where money or
several groups say so, else the value is given as doubtful. Points ("15 puntos", "15 pts.") are the figure and nothing more, and
so are what repeats it in words ("15% (quince por ciento)") and the mark of a note after it ("15% (*)"); words that say another
number make it doubtful.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extractor.comun.numeros_en_letras import en_letras

_FORMA = re.compile(
    r"""^\s*+(?P<menos>[-\u2212])?\s*+(?P<moneda>(?:m\$|us\$|\$))?\s*+(?P<parentesis>\()?\s*+
        (?P<cuerpo>\d+(?:[.,]\d+)*)\s*+\)?\s*+(?P<signo>%|por\s*+ciento)?\s*+(?:puntos?(?:\s++porcentuales)?|p(?:un)?ts?\.?|ptos?\.?)?
        \s*+(?:\((?P<letras>(?:\b(?:un|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\w+
        |veint\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|cero|y|coma|por|puntos?)\b\s*+)+)\))?
        \s*+(?P<cola>[.;,*]|\.-|\*{2,4}|\(\*{1,4}\)|[\u00b9\u00b2\u00b3\u2074-\u2079])?\s*+$""",
    re.VERBOSE | re.IGNORECASE,
)
"""White space is taken whole (``*+``): a long run of it before something else would otherwise be parted in every way."""


DIGITOS_MAXIMO = 18
"""A longer run of digits is no figure of a report: an account, a code, or a damaged file."""


@dataclass(frozen=True, slots=True)
class Numero:
    """A parsed figure. ``valor`` keeps the printed decimals ("0.50"); ``ambiguo`` tells that another reading exists."""

    valor: str
    decimales: int
    signo: Literal["%"] | None
    moneda: bool = False
    ambiguo: bool = False
    separador: Literal[",", "."] | None = None

    @property
    def decimal(self) -> Decimal:
        return Decimal(self.valor)


def leer_numero(texto: str) -> Numero | None:
    """The figure that the whole text is, or None when it is anything else.

    >>> leer_numero("0,25").valor, leer_numero("12.5%").valor, leer_numero("$42.000").valor
    ('0.25', '12.5', '42000')
    >>> leer_numero("15 puntos").valor, leer_numero("7,5 pts.").valor
    ('15', '7.5')
    >>> leer_numero("Pendiente") is None, leer_numero("3 de 10") is None
    (True, True)
    """
    forma = _FORMA.match(texto)
    if forma is None or texto.count("(") != texto.count(")") or sum(c.isdigit() for c in texto) > DIGITOS_MAXIMO:
        return None
    cuerpo, moneda = forma["cuerpo"], forma["moneda"] is not None
    leido = _cuerpo(cuerpo, moneda)
    if leido is None:
        return None
    entero, fraccion, ambiguo, separador = leido
    if forma["letras"] and en_letras(forma["letras"]) != Decimal(f"{entero}.{fraccion}" if fraccion else entero):
        ambiguo = True
    negativo = bool(forma["menos"]) or bool(forma["parentesis"])
    valor = entero.lstrip("0") or "0"
    if fraccion:
        valor = f"{valor}.{fraccion}"
    if negativo and Decimal(valor) != 0:
        valor = f"-{valor}"
    return Numero(valor, len(fraccion), "%" if forma["signo"] else None, moneda, ambiguo, separador)


def _cuerpo(cuerpo: str, moneda: bool) -> tuple[str, str, bool, Literal[",", "."] | None] | None:
    """Whole part, fraction, whether it is ambiguous and the decimal mark; None when the groups make no number."""
    marcas = [c for c in cuerpo if c in ".,"]
    if not marcas:
        return cuerpo, "", False, None
    grupos = re.split(r"[.,]", cuerpo)
    miles = len(grupos[0]) <= 3 and grupos[0] != "0" and all(len(g) == 3 for g in grupos[1:])
    if len(marcas) == 1:
        marca: Literal[",", "."] = "," if marcas[0] == "," else "."
        if miles and moneda:
            return "".join(grupos), "", False, None
        # "12.500" and "12,500" could be thousands; a leading zero never is.
        return grupos[0], grupos[1], miles, marca
    if len(set(marcas)) == 1:
        return ("".join(grupos), "", False, None) if miles else None
    ultima: Literal[",", "."] = "," if marcas[-1] == "," else "."
    if marcas.count(ultima) > 1 or not all(len(g) == 3 for g in grupos[1:-1]) or len(grupos[0]) > 3:
        return None
    return "".join(grupos[:-1]), grupos[-1], False, ultima


def canonico(valor: Decimal) -> str:
    """A computed figure as contract text: plain notation, no needless zeros.

    >>> canonico(Decimal("37.50")), canonico(Decimal("1E+2")), canonico(Decimal("0.0"))
    ('37.5', '100', '0')
    """
    normal = valor.normalize()
    if normal == 0:
        return "0"
    return format(normal, "f")


def media_unidad(decimales: int) -> Decimal:
    """Half a unit of the last printed decimal: 12.5 (one decimal) stands for 12.5 +- 0.05."""
    return Decimal(5).scaleb(-(decimales + 1))
