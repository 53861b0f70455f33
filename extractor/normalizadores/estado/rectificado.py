"""A verdict that the same cell takes back: "Cumple. Error, léase NO CUMPLE", "Donde dice pendiente debe decir cumplido".

The one after the words of correction stands, always doubtful: whoever wrote it may have corrected another column.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.modelo.valores import ValorEstado
from extractor.normalizadores.estado.veredicto import Escrito, Razonado, declara, estado
from extractor.vocabularios.base import alternativas, plegar_con_lugares, plegar_frase
from extractor.vocabularios.estados import veredicto_inicial, vocabulario


@cache
def _rectifica() -> re.Pattern[str]:
    """The words of correction, by whom or by which paper, and "corresponde a"."""
    dicen = alternativas(vocabulario().rectifican)
    return re.compile(rf"(?<![a-z])(?:{dicen})(?![a-z])(?:[^:;\n]{{0,40}}?:)?\s*(?:(?:que\s+)?corresponde\s+a\s+)?")


@cache
def _senal() -> re.Pattern[str]:
    return re.compile("|".join(sorted({plegar_frase(palabras).split()[-1][:_RAIZ] for palabras in vocabulario().rectifican})))


_RAIZ = 4
"""First letters of their last words, looked for before anything else."""


def rectificado(celda: Escrito) -> Razonado | None:
    """The verdict that the cell says should be read; None when it corrects none."""
    plegado, lugares = plegar_con_lugares(celda.texto)
    if _senal().search(plegado) is None:
        return None
    dicho = None
    for hallada in _rectifica().finditer(plegado):
        if hallada.end() < len(lugares):
            dicho = veredicto_inicial(celda.texto[lugares[hallada.end()] :]) or dicho
    if dicho is None or dicho.valor == "SIN_DATO":
        return None
    return estado(celda.limpio, dicho.valor, declara(dicho.palabras), "dudosa", dicho.porcentaje), (dicho.palabras,)


_LETRAS: dict[str, ValorEstado] = {"s": "CUMPLE", "n": "NO_CUMPLE"}


def letra_sola(celda: Escrito) -> Razonado | None:
    """ "S", "(N)": the first letter of yes or no, and nothing else; doubtful, since it may stand for something else."""
    valor = _LETRAS.get(celda.limpio.strip(" .()").lower()) if len(celda.limpio) <= _LARGO_LETRA else None
    return (estado(celda.limpio, valor, True, "dudosa"), (celda.limpio,)) if valor is not None else None


_LARGO_LETRA = 4
