"""Words of rows and lines that are no activity (``patrones/vocabularios/filas.yaml``): objectives of the rows after them, and
totals told in a sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from extractor.comun.texto import palabras
from extractor.vocabularios.base import alternativas, leer_vocabulario, plegar_con_lugares, plegar_frase
from extractor.vocabularios.esquema_filas import VocabularioFilas

_CIFRA = r"\d+(?:[.,]\d+)?(?:\s?%|\s?(?:puntos|pts|ptos)\b\.?)?"
_HASTA_CIFRA = r"[^:=\d;.]{0,70}(?:[:=]|\bes(?: de)?|\bfue(?: de)?|\basci?end\w+ al?|\balcanz\w+(?: a)?(?: un| el)?|\ba un)\s*"
_FIN_CIFRA = r"(?=\s*(?:[.;,)(]?\s*$|[.;,]\s|\(|y\b|sobre\b|de\s+\d|del total\b))"
_LARGO_FRASE = 300
_PALABRAS_DE_ROTULO = 7
_NUMERADO = r"(?:n\s?[°ºo]?\.?\s?)?(?:\d{1,2}|[ivx]{1,4}|[a-h])\s*[:.)°º\-–—]+"


@cache
def vocabulario() -> VocabularioFilas:
    return leer_vocabulario("filas", VocabularioFilas)


@cache
def _objetivo() -> re.Pattern[str]:
    rotulos = alternativas(vocabulario().objetivos)
    return re.compile(rf"\s*(?:{rotulos})\s*(?:{_NUMERADO}|:)\s*\S*\s*[a-z]")


def es_objetivo_rotulado(texto: str) -> bool:
    """Whether a text is one objective with its label.

    >>> es_objetivo_rotulado("Objetivo específico 2: Ordenar la carga"), es_objetivo_rotulado("Objetivos 1. Ordenar")
    (True, False)
    """
    return _objetivo().match(plegar_frase(texto)) is not None


@cache
def _numerada() -> re.Pattern[str]:
    return re.compile(rf"\s*([a-z]+(?:\s+[a-z]+){{0,3}}?)\s*({_NUMERADO})\s*[a-z]")


def rotulo_numerado(texto: str) -> tuple[str, str] | None:
    """The words and the number that open a text, before a mark ("Reto 2: ..."); None where no text follows them.

    >>> rotulo_numerado("Línea de trabajo N° 2.- Ordenar la carga")
    ('linea de trabajo', 'n° 2')
    >>> rotulo_numerado("2 talleres"), rotulo_numerado("Reto 2")
    (None, None)
    """
    hallado = _numerada().match(plegar_frase(texto))
    return (" ".join(hallado[1].split()), hallado[2].rstrip(" :.)°º-–—")) if hallado else None


@cache
def _bajo_tabla() -> re.Pattern[str]:
    formas = vocabulario().bajo_tabla
    numero = r"(?:\s*(?:n\s?[°ºo]?\.?\s?)?\(?\d{1,2}\)?)?"
    rotulada = rf"(?:{alternativas(formas.rotulos)}){numero}\s*(?::|\.-)"
    return re.compile(rf"[\s*(]*(?:{rotulada}|(?:{alternativas(formas.despedidas)})(?![a-z]))")


def abre_texto_bajo_tabla(texto: str) -> bool:
    """Whether a text opens as those below a table do: a note with its label, a farewell.

    >>> abre_texto_bajo_tabla("Nota 2: se reprograma"), abre_texto_bajo_tabla("Nota de prensa publicada")
    (True, False)
    """
    return _bajo_tabla().match(plegar_frase(texto)) is not None


def cierra_con_total(texto: str, *, opcional: bool = False) -> bool:
    """Whether a label is that of the row that closes a table with its total, not only some of its rows. ``opcional``: the word
    may stand anywhere in it ("Ponderación total").

    >>> cierra_con_total("TOTAL programa"), cierra_con_total("Totalmente cumplido"), cierra_con_total("Sub-total")
    (True, False, False)
    >>> cierra_con_total("Ponderación total"), cierra_con_total("Ponderación total", opcional=True)
    (False, True)
    """
    formas = vocabulario()
    plano = palabras(texto)
    if _dice(formas.rotulos_de_parte, plano) or len(plano.split()) > _PALABRAS_DE_ROTULO:
        return False
    return _dice(formas.rotulos_de_total, plano if opcional else plano.partition(" ")[0])


@cache
def _continuacion() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    formas = vocabulario().continuacion
    dice, pagina, acompana = (frozenset(plegar_frase(f) for f in c) for c in (formas.dice, formas.pagina, formas.acompana))
    return dice, pagina, acompana | dice | pagina


def dice_que_continua(texto: str) -> bool:
    """Whether a line between two tables says no more than that the first goes on, or a page number.

    >>> dice_que_continua("(Continuación de la tabla 2)"), dice_que_continua("Página 3 de 7"), dice_que_continua("Tabla 2")
    (True, True, False)
    """
    dice, pagina, admitidas = _continuacion()
    dichas = palabras(texto).split()
    if not dichas or not all(p in admitidas or p.isdigit() for p in dichas):
        return False
    return dichas[0] in pagina or any(p in dice for p in dichas)


@cache
def _algun_total() -> re.Pattern[str]:
    formas = vocabulario()
    totales = alternativas((*formas.rotulos_de_total, *formas.rotulos_de_parte))
    # "Peso total de la carga" is no total of weights: whatever is summed and its total, and nothing else
    return re.compile(rf"(?:(?:{totales})(?![0-9a-z])|(?:{alternativas(formas.se_totalizan)}) total(?:es)?(?: %| general)?$)")


def nombra_total(texto: str) -> bool:
    """Whether a text opens with the label of a printed total, of a whole or of a part.

    >>> nombra_total("SUB-TOTAL (%)"), nombra_total("Totalidad de los talleres")
    (True, False)
    >>> nombra_total("Puntaje total"), nombra_total("Peso total de la carga")
    (True, False)
    """
    return _algun_total().match(palabras(texto)) is not None


@cache
def _por_cada_objetivo() -> re.Pattern[str]:
    formas = vocabulario()
    objetivos = alternativas(tuple(palabras(o) for o in formas.objetivos))
    return re.compile(rf"(?<![a-z])(?:{alternativas(formas.por_cada)}) (?:{objetivos})s?(?![a-z])")


def es_total_por_objetivo(texto: str) -> bool:
    """Whether the label of a total is that of each objective.

    >>> es_total_por_objetivo("Total por objetivo: 100%"), es_total_por_objetivo("Subtotal objetivo 1")
    (True, False)
    """
    return nombra_total(texto) and _por_cada_objetivo().search(palabras(texto)) is not None


@cache
def _total(clase: Literal["ganada", "ponderacion"]) -> re.Pattern[str]:
    frases = alternativas(getattr(vocabulario().totales, clase))
    return re.compile(rf"(?<![a-z])(?:{frases})\b{_HASTA_CIFRA}({_CIFRA}){_FIN_CIFRA}")


def totales_en_frase(texto: str) -> dict[str, tuple[int, int]]:
    """Where the totals that a sentence prints stand in it, by column ("ponderacion", "ponderacion_ganada"); none in a long
    text, which tells something else.

    >>> frase = "Total ganado por la región: 85%"
    >>> {c: frase[a:b] for c, (a, b) in totales_en_frase(frase).items()}
    {'ponderacion_ganada': '85%'}
    """
    if len(texto) > _LARGO_FRASE:
        return {}
    plano, lugares = plegar_con_lugares(texto)
    halladas: dict[str, tuple[int, int]] = {}
    for columna, patron in (("ponderacion_ganada", _total("ganada")), ("ponderacion", _total("ponderacion"))):
        hallado = patron.search(plano)
        if hallado is None or _dice(vocabulario().totales.parte, hallado[0]):
            continue
        lugar = lugares[hallado.start(1)], lugares[hallado.end(1) - 1] + 1
        if lugar not in halladas.values():
            halladas[columna] = lugar
    return halladas


def habla_del_servicio(texto: str) -> bool:
    """Whether a sentence of totals tells of the whole service."""
    return _dice(vocabulario().totales.servicio, plegar_frase(texto))


def habla_de_otro_anio(texto: str) -> bool:
    """Whether a sentence of totals tells, without its number, of another year than the report's.

    >>> habla_de_otro_anio("Total ganado el año pasado: 85%"), habla_de_otro_anio("Total ganado en el año: 85%")
    (True, False)
    """
    return _dice(vocabulario().totales.otro_anio, plegar_frase(texto))


def _dice(frases: tuple[str, ...], plano: str) -> bool:
    return re.search(rf"(?<![a-z])(?:{alternativas(frases)})(?![a-z])", plano) is not None
