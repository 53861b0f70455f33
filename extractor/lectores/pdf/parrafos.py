"""Paragraphs rebuilt from the lines of a cell: a PDF keeps where each line stands and forgets where paragraphs end.

Two lines are parted surely when the gap between them is larger than the leading, when the second opens with a number or
a bullet, or when its first word would have fitted on the first line. A full line followed by a capital may be either:
there the words speak (how paragraphs of this document open, which capitals are names, what can end no sentence), and
what stays unsure is given apart with ``hueco`` 0, as a soft line break would be, for the stage that counts items.

Pure functions over lines with boxes: the reader of scans uses them as they are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.comun.texto import ordinal, tiene_vineta
from extractor.lectores.pdf.lineas import Linea
from extractor.lectores.pdf.medidas import Medidas, cabe, por_hueco
from extractor.lectores.pdf.palabras import (
    Vocabulario,
    es_accion,
    es_cola,
    es_infinitivo,
    es_sigla,
    pegar,
    primera_palabra,
    ultima_palabra,
)

SEGURO = 1.0
"""Evidence from which a capital after a full line opens a paragraph for sure."""
CONTINUA = 0.0
"""Evidence under which it is the same paragraph; between both the line stands apart with ``hueco`` 0."""
SIN_FINAL = {
    *("a", "al", "ante", "bajo", "con", "contra", "de", "del", "desde", "durante", "e", "el", "en", "entre", "hacia", "hasta"),
    *("la", "las", "lo", "los", "mediante", "ni", "o", "para", "por", "que", "se", "segun", "sin", "sobre", "su", "sus"),
    *("tras", "u", "un", "una", "uno", "y", "como", "cuyo", "cuya", "cuando", "donde", "esta", "este", "estos", "estas"),
    *("sr", "sra", "n", "no", "n°", "art"),
}
"""Folded words that end no paragraph: articles, prepositions, conjunctions."""
_ANTES_DE_NUMERO = {
    *("n", "n°", "no", "num", "art", "articulo", "ley", "etapa", "objetivo", "actividad", "region", "decreto"),
    *("dia", "al", "de", "y", "los"),
}
_LETRAS_ESTRECHA = 9
"""A column with room for fewer letters than this (at half the type's size each) breaks most long words."""
_CIFRAS = re.compile(r"^[\d.,%$\s\-]+$")


@dataclass(frozen=True, slots=True)
class ParrafoArmado:
    """A paragraph as rebuilt: its lines, its text and ``hueco`` as in ``modelo.documento.Parrafo``."""

    lineas: tuple[Linea, ...]
    texto: str
    hueco: int


def armar(lineas: Sequence[Linea], izquierda: float, derecha: float, medidas: Medidas) -> list[ParrafoArmado]:
    """The paragraphs of a cell whose text may run from ``izquierda`` to ``derecha`` (points, padding left out).

    The lines are given from top to bottom; those of a row that a page end broke may follow each other.
    """
    if not lineas:
        return []
    armados: list[ParrafoArmado] = []
    abierto, hueco = [lineas[0]], 0
    celda = _mirar(lineas, izquierda, derecha)
    for a, b in pairwise(lineas):
        corte = _corte(a, b, abierto, celda, medidas)
        if corte is None:
            abierto.append(b)
            continue
        armados.append(_cerrar(abierto, hueco, celda, medidas))
        abierto, hueco = [b], corte
    armados.append(_cerrar(abierto, hueco, celda, medidas))
    return armados


def cortes_seguros(lineas: Sequence[Linea], izquierda: float, derecha: float, medidas: Medidas) -> list[int]:
    """Indexes of the lines that open a paragraph whatever their words are: the first, and those parted by a gap or after
    a short line. What they open with is how paragraphs of this document open."""
    inicios = [0] if lineas else []
    for indice, (a, b) in enumerate(pairwise(lineas), start=1):
        if por_hueco(a, b, medidas) or cabe(a, b, izquierda, derecha):
            inicios.append(indice)
    return inicios


@dataclass(frozen=True, slots=True)
class _Celda:
    """What the lines of one cell say together. ``justificado``: they are spread to the right edge; ``prosa``: sentences
    end inside them; ``enumera``: its sure paragraphs end in a stop."""

    izquierda: float
    derecha: float
    justificado: bool
    prosa: bool
    enumera: bool


def _mirar(lineas: Sequence[Linea], izquierda: float, derecha: float) -> _Celda:
    pares = list(pairwise(lineas))
    return _Celda(
        izquierda,
        derecha,
        justificado=len(lineas) >= 6 and sum(abs(derecha - x.x1) < 0.8 for x in lineas) >= 0.6 * len(lineas),
        prosa=any(_PROSA.search(x.texto) for x in lineas),
        enumera=any(a.texto[-1:] in ".;" and cabe(a, b, izquierda, derecha) for a, b in pares),
    )


def _corte(a: Linea, b: Linea, abierto: Sequence[Linea], celda: _Celda, medidas: Medidas) -> int | None:
    """``hueco`` of the paragraph that ``b`` opens, or None when it goes on with the one before."""
    hueco = por_hueco(a, b, medidas)
    if hueco:
        return hueco
    if _es_cifra(a.texto) and _es_cifra(b.texto):
        return 1
    if _abre_punto(a, b, abierto):
        return 1
    minuscula = b.texto[:1].islower()
    if cabe(a, b, celda.izquierda, celda.derecha) or (celda.justificado and celda.derecha - a.x1 > 2.5):
        abierta = a.texto[-1:] in ",(" or ultima_palabra(a.texto) in SIN_FINAL
        return 0 if abierta or (minuscula and a.texto[-1:] not in ".;:") else 1
    puntos = _indicios(a, b, celda, medidas)
    if puntos >= SEGURO:
        return 1
    return None if puntos <= CONTINUA else 0


def _es_cifra(texto: str) -> bool:
    return bool(_CIFRAS.match(texto)) and any(c.isdigit() for c in texto)


def _abre_punto(a: Linea, b: Linea, abierto: Sequence[Linea]) -> bool:
    """Whether ``b`` opens with a number or a bullet of its own. After a comma it must be the next of the paragraph's."""
    numero, previo = ordinal(b.texto), ordinal(abierto[0].texto)
    if numero is not None and previo is not None and numero == previo + 1:
        return True
    if ultima_palabra(a.texto) in _ANTES_DE_NUMERO or a.texto.rstrip()[-1:] in ",(":
        return False
    if numero is not None:
        return numero != previo
    if not tiene_vineta(b.texto):
        return False
    return not b.texto[:1].isalpha() or a.texto.rstrip()[-1:] in ".;:"


def _indicios(a: Linea, b: Linea, celda: _Celda, medidas: Medidas) -> float:
    """Evidence that ``b`` opens a paragraph although its first word would not have fitted on ``a``."""
    texto = b.texto.lstrip("\"'«“¿¡(")
    if not texto[:1].isupper() or ultima_palabra(a.texto) in SIN_FINAL or a.texto.rstrip()[-1:] in ",(-–/&":
        return CONTINUA
    if b.texto[:1] == "(":
        return (SEGURO + CONTINUA) / 2
    if _en_capitales(a.texto) and _en_capitales(b.texto):
        return CONTINUA
    vocabulario = medidas.vocabulario
    palabra = primera_palabra(texto)
    puntos = -math.log(max(1.0, (celda.derecha - celda.izquierda) / max(1.0, b.primera)))
    puntos += 3.5 if es_infinitivo(palabra) else 0.0
    puntos += 0.7 if es_accion(palabra) else 0.0
    final = a.texto.rstrip()[-1:]
    if final in ".;":
        # any word takes a capital after a full stop, so what the word is otherwise says little
        puntos += 1.0 if vocabulario.abre(palabra) else 0.0
        return puntos + (2.0 if final == ";" else 0.0 if celda.prosa else 2.0 if celda.enumera else 1.0)
    if vocabulario.es_nombre(palabra) or es_sigla(palabra) or vocabulario.es_par(a.texto, palabra):
        return CONTINUA
    puntos += 2.0 if vocabulario.es_entero(a.texto) else 0.0
    puntos -= 1.5 if _ACABA_EN_NOMBRE.search(a.texto) else 0.0
    puntos += 2.0 if vocabulario.abre(palabra) else 0.0
    if vocabulario.en_minuscula(palabra):
        return puntos + 1.5
    conocida = es_infinitivo(palabra) or vocabulario.abre(palabra) or vocabulario.es_entero(a.texto)
    return puntos if conocida else puntos - 1.5


_ACABA_EN_NOMBRE = re.compile(r"\s[A-ZÁÉÍÓÚÑ][^\W\d_]+$")
"""A line whose last word has a capital: a name that may go on ("Direcciones | Regionales")."""
_PROSA = re.compile(r"[^\W\d_]{3}\. [A-ZÁÉÍÓÚÑ]")
"""A sentence that ends inside a line: the paragraphs of this cell hold several."""


def _en_capitales(texto: str) -> bool:
    letras = [c for c in texto if c.isalpha()]
    return len(letras) > 3 and sum(c.isupper() for c in letras) > 0.8 * len(letras)


def _cerrar(lineas: Sequence[Linea], hueco: int, celda: _Celda, medidas: Medidas) -> ParrafoArmado:
    texto, derecha = lineas[0].texto, celda.derecha
    estrecha = derecha - celda.izquierda < _LETRAS_ESTRECHA * 0.5 * lineas[0].tamano
    for indice, (a, b) in enumerate(pairwise(lineas), start=2):
        lleno = _llena(a, b, derecha)
        if lleno and indice < len(lineas) and not estrecha:
            lleno = not _empieza_rota(b, lineas[indice], derecha, medidas.vocabulario)
        texto = pegar(texto, b.texto, medidas.vocabulario, lleno=lleno, final=indice == len(lineas), estrecha=estrecha)
    return ParrafoArmado(tuple(lineas), texto, hueco)


def _empieza_rota(b: Linea, c: Linea, derecha: float, vocabulario: Vocabulario) -> bool:
    """Whether a word broken over ``b`` and ``c`` starts on ``b``: an overlong word has a line of its own, so that one is
    not the rest of the word before."""
    return (
        _llena(b, c, derecha)
        and not es_cola(b.texto)
        and pegar(b.texto, c.texto, vocabulario, lleno=True, final=False) == b.texto + c.texto
    )


def _llena(a: Linea, b: Linea, derecha: float) -> bool:
    """Whether ``a`` is one stretch to which not one more letter could be added."""
    return " " not in a.texto and a.x1 + b.inicial > derecha - 2.0
