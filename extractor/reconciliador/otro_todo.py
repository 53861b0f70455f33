"""A performance printed below a table that is, or may be, of another whole than 100: of the weight that its programme declares,
or of all the programmes that its region weighs together, or of what applies.

What the page says decides which wholes it may be of; a figure that agrees with none of them is told. Where the whole is open
(shared, or weights that miss the total, which is told by itself) one that agrees with such a whole alone is neither right nor
told: no whole is taken because the figure agrees with it, so this can call nothing right, nor hide what is not told elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from extractor.comun.numeros import canonico
from extractor.modelo.hallazgo import Operando, Verificacion
from extractor.modelo.valores import Cifra
from extractor.reconciliador.contexto import Contexto, Mesa
from extractor.reconciliador.fabrica import no_verificable, verificacion
from extractor.reconciliador.intervalos import encaja, punto
from extractor.reconciliador.sumas import sin_las_que_no_aplican


def otra_lectura(contexto: Contexto, mesa: Mesa, impreso: Cifra) -> tuple[bool, str] | None:
    """Whether the report says that the performance is of that other whole, and how it then agrees; None when with none."""
    de_todas = de_todos_los_programas(contexto, mesa, impreso, lambda m: m.informada)
    if de_todas is not None:
        return de_todas
    todo = mesa.declarada.decimal if mesa.declarada is not None else mesa.pesos if _abierto(mesa) else None
    for entero, nota in ((todo, ""), (lo_que_aplica(mesa), " (sin las que no aplican)")):
        if not entero or mesa.informada is None:
            continue
        parte = mesa.informada * 100 / entero
        if _es(impreso, parte):
            dicho = mesa.declarada is not None and not nota
            return dicho, f"{canonico(mesa.informada)} de {canonico(entero)}{nota} = {canonico(round(parte, 2))} %"
    return None


def lo_que_aplica(mesa: Mesa) -> Decimal | None:
    """What the weights sum without the items that do not apply, which the performance may be taken over; None where all apply."""
    rebajados = [sin_las_que_no_aplican(bloque) for bloque in mesa.con_partidas]
    if not any(rebajados):
        return None
    pesos = [(menos or bloque).pesos for menos, bloque in zip(rebajados, mesa.con_partidas, strict=True)]
    conocidos = [peso for peso in pesos if peso is not None]
    return sum(conocidos, Decimal(0)) if len(conocidos) == len(pesos) else None


def de_todos_los_programas(
    contexto: Contexto, mesa: Mesa, impreso: Cifra, suyo: Callable[[Mesa], Decimal | None]
) -> tuple[bool, str] | None:
    """The same for a figure printed below the last of the programmes that make, or may make, one whole: it may be the sum of what
    ``suyo`` gives for each."""
    compartido = mesa.compartido
    if compartido is None or compartido.tablas[-1] != mesa.tabla.id:
        return None
    suyos = [suyo(m) for m in contexto.pesadas if m.tabla.id in compartido.tablas]
    conocidos = [s for s in suyos if s is not None]
    juntos = sum(conocidos, Decimal(0))
    if len(conocidos) < len(suyos) or not _es(impreso, juntos):
        return None
    return compartido.dicho is not None, f"de todos los programas de la región = {canonico(juntos)}"


def de_otro_todo(
    regla: str, mesa: Mesa, lectura: tuple[bool, str], formula: str, *, impreso: Cifra, de: tuple[Operando, ...],
    fila: int | None = None,
) -> Verificacion:
    """The answer for a figure that agrees only with another whole: right where the report says so, else undecided."""
    dicha, con_ella = lectura
    formula = f"{formula}; {con_ella}"
    if dicha:
        return verificacion(regla, mesa, "CUADRA", formula, fila=fila, informado=impreso, recalculado=impreso.decimal, de=de)
    return no_verificable(regla, mesa, "modo_indeciso", formula, fila=fila, informado=impreso, de=de)


def _abierto(mesa: Mesa) -> bool:
    """Whether the page leaves open which whole the weights of a table make."""
    return mesa.compartido is not None or mesa.faltante > 0


def _es(impreso: Cifra, debido: Decimal) -> bool:
    return impreso.decimal is not None and encaja(impreso.decimal, impreso.decimales, punto(debido)) != "NO_CUADRA"
