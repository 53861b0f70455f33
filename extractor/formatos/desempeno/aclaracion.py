"""What a report writes after the figure of a performance to explain it ("83,3% (75% sobre 90%)", "83,3 %, sin la tercera")."""

from __future__ import annotations

import re

from extractor.modelo.documento import Celda, Parrafo
from extractor.vocabularios.estados import veredicto_inicial

_PARENTESIS_FINAL = re.compile(r"(?<=[\d%])\s*\((?!\s*%\s*\))[^()]*\)\s*\.?\s*$")
"""A bracket right after a figure; one of a sign alone ("85 (%)") is the figure's."""
_FRASE_FINAL = re.compile(r"^(\d{1,3}(?:[.,]\d+)?\s?%?)\s*[,;]\s+[^\d%]+$")
"""A clause after the figure. With another figure in it nothing tells which one is the performance."""


def sin_parentesis(texto: str) -> str:
    """A line without the bracket that explains the figure before it.

    >>> sin_parentesis("Desempeño: 83,3% (75% sobre 90%)"), sin_parentesis("Desempeño (nota 2)")
    ('Desempeño: 83,3%', 'Desempeño (nota 2)')
    """
    return _PARENTESIS_FINAL.sub("", texto)


def solo_valor(texto: str) -> str:
    """The figure, or the verdict of what was not fulfilled, that a value opens with, where the rest only explains it; else the
    text. A clause after "cumple" may take it back ("cumple, salvo en dos").

    >>> solo_valor("80% (72 de 90)"), solo_valor("80%, sin la tercera"), solo_valor("NO CUMPLE, por falta de actas")
    ('80%', '80%', 'NO CUMPLE')
    >>> solo_valor("80%, y 90% sin la tercera"), solo_valor("Cumple, salvo en una")
    ('80%, y 90% sin la tercera', 'Cumple, salvo en una')
    """
    limpio = sin_parentesis(texto.strip())
    frase = _FRASE_FINAL.match(limpio)
    if frase is not None:
        return frase[1]
    cabeza = re.split(r"[,;]", limpio, maxsplit=1)[0].strip()
    dicho = veredicto_inicial(cabeza) if cabeza != limpio and not any(c.isdigit() for c in cabeza) else None
    return cabeza if dicho is not None and dicho.valor == "NO_CUMPLE" else limpio


def con_solo_su_valor(celda: Celda) -> Celda:
    """The cell of a performance with its figure alone, at its place."""
    if len(celda.parrafos) != 1:
        return celda
    parrafo = celda.parrafos[0]
    valor, origen = solo_valor(parrafo.texto), parrafo.origen
    desde = origen.texto.find(valor)
    if valor == parrafo.texto.strip() or desde < 0:
        return celda
    cambios: dict[str, object] = {"texto": valor}
    if origen.inicio is not None and not origen.partes:
        cambios |= {"inicio": origen.inicio + desde, "fin": origen.inicio + desde + len(valor)}
    propio = origen.model_copy(update=cambios) if not origen.partes else origen
    return Celda((Parrafo(valor, propio),), propio, celda.columna, celda.ancho, celda.alto)
