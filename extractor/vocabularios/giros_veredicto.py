"""Turns of phrase around a verdict: what it leaves out, of how many it is said, what makes it a condition."""

from __future__ import annotations

import re
from functools import cache

from extractor.modelo.valores import ValorEstado

DE_TANTOS = re.compile(
    r"\s*(?:(?:con|en|solo|solamente|las|los)\s+){0,3}(?:un\s+total\s+de\s+)?(\d{1,3})\s+(?:\S+\s+)?de\s+(?:(?:los|las|un|total|de)\s+)*(\d{1,3})\b(?!\s*%)"
)
"""A verdict with a count of a count: "Se cumplió con 3 de 5 talleres"."""
TODAVIA = re.compile(r"\s*,?\s*(?:aun|todavia)(?![0-9a-z])")
YA_HECHO = re.compile(r"\s+(?:ya\s+)?(?:fue|fueron|ha|han|se\s+ha|se\s+han|quedo|quedaron)(?![0-9a-z])")
"""After "pendiente": it tells which thing something became of ("La actividad pendiente fue ejecutada")."""
_MENOS = r"(?<!mas o )(?<!al )(?<!por lo )(?<!a lo )menos\s+(?!de\b|que\b|mal\b|\d)"
_FUERA = rf"(?:salvo|excepto|exceptuando|con\s+(?:la\s+)?excepcion\s+del?|a\s+excepcion\s+del?|{_MENOS})"
CON_EXCEPCION = re.compile(
    rf"[^.;:\n]*?\b(?:tod[oa]s?|totalidad)\b[^.;:\n]*?\b{_FUERA}\b"
    r"|[^.;:\n]*?\b(?:salvo|excepto|exceptuando|excepcion\s+del?)\s+(?!que\b)"
)
"""What a verdict leaves out, told later in its sentence ("Realizado en todas las comunas menos Palena")."""
CONDICION = re.compile(
    r"\W*si\s+(?:se\s+)?(?:cumplen?|logran?|realizan?)\s+[^.;:,]*?(?:\s+se\s+|,\s*(?:se|el|la|los|las|entonces)\s)"
)
""" "Si se cumple la meta se asigna ...": a condition, not an answer; the accent, or a stop after the verb, would tell one."""
_NO_LLEGA = re.compile(
    r"\W*(?:(?:el|la|los|las)\s+[a-z]+\s+)?(?P<frase>(?:no|nunca|tampoco|jamas)\s+(?:se\s+)?(?:(?:ha|han)\s+)?"
    r"(?:pud[oi]\w*|podido|logr\w+|consig\w+|alcanz\w+\s+a|lleg\w+\s+a|(?:fue|es|sido|resulto)\s+posible|hubo\s+(?:como|forma\s+de))\s+"
    r"(?:cumplir(?:se|l[oa]s?)?|dar(?:le|se|les)?\s+(?P<todo>(?:total|cabal|pleno|integro|completo)\s+)?cumplimiento))(?![a-z])"
)
_NO_TODO = re.compile(
    r"\W*(?P<frase>(?:casi\s+tod[oa]s?|no\s+(?:tod[oa]s?|del\s+todo))\s+(?:(?:l[oa]s?)\s+)?(?:(?:metas?|compromisos?|actividad(?:es)?|tareas?)\s+)?"
    r"(?:(?:fueron|estan|quedaron|se\s+encuentran)\s+)?cumplid[oa]s?)(?![a-z])"
)
_CON_TODO = re.compile(r"\s*(?:(?:con|en)\s+)?(?:tod[oa]s?\b(?!\s+(?:el|la)\b)|la\s+totalidad\b)")


def compuesto(plegado: str) -> tuple[ValorEstado, int, int] | None:
    """ "No alcanzó a cumplirse", "no fue posible dar pleno cumplimiento", "casi todas cumplidas": what a denied verb of being
    able, or a whole denied, says with the verdict's word, and where; None for anything else."""
    if "cumpl" not in plegado:
        return None
    parte = _NO_TODO.match(plegado)
    if parte is not None:
        return "PARCIAL", *parte.span("frase")
    negado = _NO_LLEGA.match(plegado)
    if negado is None:
        return None
    inicio, fin = negado.span("frase")
    return "PARCIAL" if negado["todo"] or con_todo(plegado, fin) else "NO_CUMPLE", inicio, fin


def con_todo(plegado: str, fin: int) -> bool:
    """Whether a whole stands right after a denied verdict ("No se logró cumplir con todas las metas"): then a part was."""
    return _CON_TODO.match(plegado, fin) is not None


_PARTICIPIOS = ("cumplido", "cumplida", "cumplidos", "cumplidas")


def de_una_cosa(frase: str, plegado: str, fin: int, encargos: str) -> bool:
    """Whether "cumplida" is told of one thing and something else follows ("Cumplido el diagnóstico. Falta ..."): it is no
    verdict of what was undertaken. ``encargos``: first letters of the nouns of that, as an expression."""
    return frase in _PARTICIPIOS and _de_una_cosa(encargos).match(plegado, fin) is not None


@cache
def _de_una_cosa(encargos: str) -> re.Pattern[str]:
    return re.compile(
        rf"[ ]+(?:el|la|los|las)[ ]+(?!(?:{encargos})|totalidad|dia\b|fecha|mes\b|ano\b|\d)[a-z]{{4,}}[^.,;:\n]*[.,;]\s*[a-z]"
    )
