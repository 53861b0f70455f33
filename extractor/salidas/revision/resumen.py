"""The summary of ``revision.html`` in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.salidas.consola import Balance
from extractor.salidas.revision.formato import miles, plural

_LEIDOS = (("ok", "leído", "leídos"), ("parcial", "leído en parte", "leídos en parte"), ("fallido", "sin leer", "sin leer"))


def titular_de(balance: Balance) -> str:
    """How many findings there are and how many change a decision."""
    cuantos = sum(balance.gravedades.values())
    cambian = balance.gravedades["cambia_decision"]
    if not cuantos:
        return "Sin hallazgos en lo que se pudo verificar"
    titular = plural(cuantos, "hallazgo", "hallazgos") + f" en {plural(balance.documentos, 'documento', 'documentos')}"
    if not cambian:
        return f"{titular}; ninguno cambia una decisión"
    return f"{titular}; {miles(cambian)} {'cambia' if cambian == 1 else 'cambian'} una decisión"


def frases_de(balance: Balance, firma: Sequence[str]) -> list[str]:
    """What was done, in plain words, after who reviewed it (``firma``)."""
    leidos = [f"{plural(balance.estados[e], uno, varios)}" for e, uno, varios in _LEIDOS if balance.estados[e]]
    frases = list(firma)
    frases += [f"{plural(balance.documentos, 'documento', 'documentos')}: {', '.join(leidos)}."] if leidos else []
    frases.append(
        f"Se compararon las cifras impresas de {plural(balance.actividades, 'actividad', 'actividades')} con lo que dan sus "
        f"operandos: {miles(balance.verificadas)} de {plural(balance.verificables, 'verificación', 'verificaciones')} se "
        "pudieron hacer."
    )
    faltan = balance.verificables - balance.verificadas
    if balance.descartados:
        descartados = plural(balance.descartados, "hallazgo fue descartado", "hallazgos fueron descartados")
        frases.append(f"{descartados} por una persona.")
    if faltan:
        frases.append(f"Lo que no se pudo verificar ({miles(faltan)}) no cuenta como correcto: más abajo dice por qué.")
    return frases
