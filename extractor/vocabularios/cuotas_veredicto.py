"""The percentage that goes with a verdict ("Cumplido en un 80%"), and what makes it one of something else ("30% mujeres")."""

from __future__ import annotations

import re
from functools import cache

PORCENTAJE = r"(?P<numero>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|por\s+ciento)"

CUOTA = re.compile(
    rf"\s*[:,(]?\s*(?:(?:con\s+)?(?:en|a)?\s*(?:un\s+porcentaje\s+)?(?:de\s+)?(?:un|el|al|del)?\s*){PORCENTAJE}\)?"
)
_EN_PLAZO = r"(?:en\s+(?:menos|mas|un\s+(?:plazo|tiempo|maximo)|(?:el\s+)?plazo|\d+\s+(?:dia|hora)s?)|dentro\s+del?|antes\s+de)\b"
_TRAS_CUOTA = (
    r"para|segun|durante|desde|hasta|entre|sobre|ante|todos|todas|cada|este|esta|estos|estas|respecto|promedio|aprox\w*|cumplid\w+|realizad\w+|"
    r"ejecutad\w+|lograd\w+|termin\w+|fisico|real|total|acumulado|como|pero|aunque|porque|debido|mediante|restante|faltando|quedando"
)
"""What follows a percentage and leaves it that of the fulfilment; another noun ("30% mujeres") makes it one of something else."""
DE_META = re.compile(r".*\b(?:meta|compromiso|objetivo)\s+del?\b|superad")
"""A percentage after it is what the goal was, not how much was fulfilled."""


@cache
def de_otra_cosa(propias: str) -> re.Pattern[str]:
    """A percentage that goes with the verdict and is of something else ("con un 45% de mujeres", "97% en menos de 5 días").
    ``propias``: the words of a measure of fulfilment, as an expression."""
    de_algo = rf"de\s+(?!(?:{propias}|l[oa]s?|el|un)\b)[a-z]"
    dinero = r"(?:del?\s+)?(?:l[oa]s?\s+)?(?:presupuest|gasto|fondos?\b|recursos\b|monto|dinero)"
    nombre = rf"(?!(?:{propias}|{_TRAS_CUOTA})\b)[a-z]{{4,}}"
    return re.compile(
        rf"\s*[:,(]?\s*(?P<con>con\s+)?(?:(?:un|el)\s*)?{PORCENTAJE}\s+(?:(?(con){de_algo}|(?!))|{_EN_PLAZO}|{dinero}|{nombre})"
    )
