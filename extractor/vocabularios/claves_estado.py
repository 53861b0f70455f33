"""Short forms of verdicts ("C", "NC", "N/C") and what says what they stand for: the column's own label, or a note.

Their words are those of ``opciones.yaml``. A key is a mapping from the short form, without dots, bars or blanks, to its value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from extractor.comun.texto import blancos, plegar, sin_marcas_nota
from extractor.modelo.valores import ValorEstado
from extractor.vocabularios.base import plegar_con_lugares
from extractor.vocabularios.opciones import valores, vocabulario

Clave = Mapping[str, ValorEstado]

_CORTA = re.compile(r"(?<![a-z])(?:no? ?[./] ?[a-z]{1,5}|[a-z]{1,6})(?![a-z])")
_TROZO = re.compile(rf"{_CORTA.pattern}|[a-z]+")
_ENLACES = ("o", "y", "u", "e")
_SEPARA = re.compile(r"[/,;–—-]|(?<![a-z])[oyue](?![a-z])")
_PALABRA = re.compile(r"(?<![a-z])(no )?(si|[a-z]{4,})(?![a-z])")
_ABRE = re.compile(r"\s*((?:[a-z]\s?[./]?\s?){1,6}[a-z]?)\.?\s*(?:$|\(\d{1,2}\)$|[:;,(]|\s[-–—]\s)")
_DEFINE = re.compile(r"(?<![a-z0-9])([a-z](?:[./]?[a-z]){0,5})\.?\s*(?:[:=(]|[-–—])\s*")
_INICIALES = (1, 2, 3, 4)
_SI_O_NO = re.compile(r"(?<![a-z])si\s?(?:/|,|-|\bo\b|\s)\s?no(?![a-z])")
_OPUESTAS = re.compile(r"(?<![a-z])([a-z]{4,})\s?(?:/|,|-|\b[oy]\b|\s)\s?no\s\1(?![a-z])")
_INICIALES_OPUESTAS = re.compile(r"[a-z]{3}[^a-z]+s\s?(?:/|-|\bo\b)\s?n\W*$")


def lisa(corta: str) -> str:
    """A short form without what stands between its letters.

    >>> lisa("N / C."), lisa("n.c.")
    ('nc', 'nc')
    """
    return re.sub(r"[^a-z]", "", plegar(corta))


@cache
def abreviadas() -> dict[str, ValorEstado]:
    return {forma: valor for valor, formas in vocabulario().abreviadas.items() for forma in formas}


def clave_de_rotulo(texto: str) -> dict[str, ValorEstado]:
    """What the label of a column of states declares: its short forms, one for and one against at least, else the initials of the
    words it opposes; empty when it does neither.

    >>> clave_de_rotulo("Cumplimiento (C/NC)")
    {'c': 'CUMPLE', 'nc': 'NO_CUMPLE'}
    >>> sorted(clave_de_rotulo("Logrado / No logrado"))[:3], clave_de_rotulo("Estado")
    (['l', 'lo', 'log'], {})
    """
    plano = plegar(sin_marcas_nota(texto))
    cortas = {lisa(c[0]) for c in _CORTA.finditer(plano)}
    dichas = {corta: abreviadas()[corta] for corta in sorted(cortas) if corta in abreviadas()}
    if {"CUMPLE", "NO_CUMPLE"} <= set(dichas.values()):
        return dichas
    palabras = [(bool(m[1]), m[2]) for m in _PALABRA.finditer(plano)]
    opuestas = {p for niega, p in palabras if niega} & {p for niega, p in palabras if not niega}
    si_o_no = re.search(r"(?<![a-z])si ?(?:/|,|-|o) ?no(?![a-z])", plano)
    if si_o_no or (opuestas and not any(p.startswith(("s", "n")) for p in opuestas)):
        opuestas = opuestas | {"s"}
    iniciales: dict[str, ValorEstado] = {}
    for palabra in sorted(opuestas):
        for largo in _INICIALES[: len(palabra)]:
            iniciales[palabra[:largo]] = "CUMPLE"
            iniciales[f"n{palabra[:largo]}" if palabra != "s" else "n"] = "NO_CUMPLE"
    return iniciales


def rotula_veredictos(texto: str) -> bool:
    """Whether a label ends in the short forms of two verdicts ("C / NC", "Visto (C/NC)"), whatever words, long or short, stand
    before them; words after them make them initials of something else. "S/N" may say "no number".

    >>> rotula_veredictos("C / NC (1)"), rotula_veredictos("CU o NCU"), rotula_veredictos("S/N"), rotula_veredictos("N/C")
    (True, True, False, False)
    >>> rotula_veredictos("Comprobado (C o NC)"), rotula_veredictos("Visto: C/NC"), rotula_veredictos("C / NC convenidos")
    (True, True, False)
    """
    plano = plegar(sin_marcas_nota(texto))
    cortas: list[str] = []
    desde = len(plano)
    for trozo in reversed([*_TROZO.finditer(plano)]):
        corta = lisa(trozo[0])
        enlaza = trozo[0] in _ENLACES
        if not enlaza and (corta not in abreviadas() or (cortas and not _SEPARA.search(plano[trozo.end() : desde]))):
            break
        if not enlaza:
            cortas.append(corta)
            desde = trozo.start()
    return len(max(cortas, key=len, default="")) > 1 and {"CUMPLE", "NO_CUMPLE"} <= {abreviadas()[c] for c in cortas}


@lru_cache(maxsize=16384)
def opone_respuestas(texto: str) -> bool:
    """Whether a label opposes two answers: a word and the same denied, yes and no, or their initials after what is asked.

    >>> [opone_respuestas(t) for t in ("Logrado (S/N)", "Ejecutada / no ejecutada", "Se hizo: SI / NO", "Sí/No")]
    [True, True, True, True]
    >>> [opone_respuestas(t) for t in ("S/N", "Meta o actividad", "No ejecutado", "Costo (no considera sueldos)")]
    [False, False, False, False]
    """
    plano = plegar(sin_marcas_nota(texto))
    return any(forma.search(plano) is not None for forma in (_SI_O_NO, _OPUESTAS, _INICIALES_OPUESTAS))


def clave_de_nota(texto: str) -> dict[str, ValorEstado]:
    """What a note says that short forms stand for, one for and one against at least; empty when it says no such thing.

    >>> clave_de_nota("(1) C: Cumple; NC: No cumple."), clave_de_nota("A: Aysén")
    ({'c': 'CUMPLE', 'nc': 'NO_CUMPLE'}, {})
    """
    plano = plegar(texto)
    dichas: dict[str, ValorEstado] = {}
    for definida in _DEFINE.finditer(plano):
        resto = plano[definida.end() :]
        hallada = max((v for v in valores() if re.match(rf"{re.escape(v)}(?![a-z])", resto)), key=len, default=None)
        if hallada is not None:
            dichas[lisa(definida[1])] = valores()[hallada]
    return dichas if {"CUMPLE", "NO_CUMPLE"} <= set(dichas.values()) else {}


@cache
def _desarrolladas() -> dict[ValorEstado, str]:
    """The words of each verdict: the first form that is no bare yes or no."""
    formas = vocabulario()
    return {
        valor: next(f for f in (*formas.impresas.get(valor, ()), *formas.respuestas.get(valor, ())) if len(f) > len("no"))
        for valor in dict.fromkeys((*formas.impresas, *formas.respuestas))
    }


def desarrollado(texto: str, clave: Clave) -> str | None:
    """A text that opens with a short form, with its words in full; None for any other text, or when it says nothing else.

    >>> desarrollado("NC: falta el acta", {"nc": "NO_CUMPLE"}), desarrollado("NC", {"nc": "NO_CUMPLE"})
    ('no cumple: falta el acta', None)
    """
    corto = valor_corto(texto, clave)
    if corto is None or corto[1]:
        return None
    suelto = blancos(texto)
    plegada, lugares = plegar_con_lugares(suelto)
    hallado = _ABRE.match(plegada)
    if hallado is None:
        return None
    resto = suelto[lugares[hallado.end(1) - 1] + 1 :].strip()
    return f"{_desarrolladas()[corto[0]]}{'' if resto[:1] in ('.', ',', ':', ';') else ' '}{resto}"


def valor_corto(texto: str, clave: Clave) -> tuple[ValorEstado, bool] | None:
    """The verdict that a text opens with by a key, and whether it says nothing else ("NC: falta el acta" does); None when it
    opens with none.

    >>> valor_corto("N/C", {"nc": "NO_CUMPLE"}), valor_corto("NC: falta el acta", {"nc": "NO_CUMPLE"})
    (('NO_CUMPLE', True), ('NO_CUMPLE', False))
    """
    plano = plegar(texto).strip()
    hallado = _ABRE.match(plano) if clave else None
    valor = clave.get(lisa(hallado[1])) if hallado else None
    if hallado is None or valor is None:
        return None
    return valor, not re.search(r"[a-z0-9]", plano[hallado.end() :])
