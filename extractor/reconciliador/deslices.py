"""The slips of the hand that turn one figure into another, and the words to tell them. Each is one change."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from extractor.comun.numeros import canonico

PALABRAS: dict[str, str] = {
    "digito": "un dígito cambiado",
    "digito_de_mas": "un dígito de más o de menos",
    "intercambio": "dos dígitos intercambiados",
    "decimal": "la coma corrida",
    "vecino": "el valor de la fila vecina copiado",
    "omitida": "una fila sin contar",
    "doble": "una fila contada dos veces",
    "pendiente": "lo pendiente contado como ganado",
    "total_viejo": "un total copiado o sin actualizar",
    "porcentaje": "otro porcentaje de cumplimiento",
    "estado": "el estado de la actividad cambiado",
    "otro": "una cifra escrita por otra",
}
SENCILLOS = frozenset(PALABRAS) - {"porcentaje", "estado", "otro"}
"""The slips with a known mechanism. Rewriting a whole cell has none and costs more."""
DEL_ESTADO = frozenset({"porcentaje", "estado"})
"""A verdict, or a round percentage, written for another: as easy a slip as the one in the figure that it would explain."""


def costo(clase: str) -> int:
    """0 for a slip of known mechanism, 1 for any other change of one cell."""
    return 0 if clase in SENCILLOS else 1


def clasificar(escrito: Decimal, debido: Decimal, vecinos: Iterable[Decimal | None] = ()) -> str:
    """The slip that makes ``escrito`` out of ``debido``.

    >>> [clasificar(Decimal(a), Decimal(b)) for a, b in (("32.5", "37.5"), ("45", "54"), ("2.5", "25"))]
    ['digito', 'intercambio', 'decimal']
    """
    a, b = _cifras(escrito, debido)
    if len(a) == len(b):
        distintas = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(distintas) == 1:
            return "digito"
        if len(distintas) == 2 and distintas[1] == distintas[0] + 1 and a[distintas[0]] == b[distintas[1]] and (
            a[distintas[1]] == b[distintas[0]]
        ):
            return "intercambio"
    if _corrida(escrito, debido):
        return "decimal"
    if any(vecino == escrito for vecino in vecinos if vecino is not None):
        return "vecino"
    corta, larga = sorted((canonico(escrito), canonico(debido)), key=len)
    if len(larga) == len(corta) + 1 and any(larga[:n] + larga[n + 1:] == corta for n in range(len(larga))):
        return "digito_de_mas"
    return "otro"


def _cifras(a: Decimal, b: Decimal) -> tuple[str, str]:
    """The digits of both with the same decimals, so that they stand one under the other; none is made up in front. The
    decimal mark is no digit: 52.5 and 55.2 have two neighbours exchanged."""
    exponentes = (int(a.normalize().as_tuple().exponent), int(b.normalize().as_tuple().exponent))
    decimales = max(0, -min(exponentes))
    return f"{a:.{decimales}f}".replace(".", ""), f"{b:.{decimales}f}".replace(".", "")


def _corrida(a: Decimal, b: Decimal) -> bool:
    """Whether one is the other with its decimal mark moved."""
    return bool(a and b) and any(a * factor == b or b * factor == a for factor in (10, 100, 1000))


def de_suma(total: Decimal, suma: Decimal, operandos: Iterable[Decimal], pendientes: Iterable[Decimal]) -> str | None:
    """The slip in adding that makes ``total`` out of ``suma``: an operand left out or taken twice, or what was pending
    counted as earned; None when it is none of them."""
    diferencia = total - suma
    if diferencia == 0:
        return None
    valores = [v for v in operandos if v]
    por_ganar = [p for p in pendientes if p]
    if por_ganar and diferencia in (sum(por_ganar), *por_ganar):
        return "pendiente"
    if -diferencia in valores:
        return "omitida"
    return "doble" if diferencia in valores else None
