"""The label of a performance printed below a table, told from an activity or a sentence that opens with its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.comun.numeros import leer_numero
from extractor.comun.texto import palabras, plegar
from extractor.formatos.desempeno.aclaracion import sin_parentesis, solo_valor
from extractor.formatos.regiones.en_titulo import es_region
from extractor.modelo.patron import ClaseTitulo
from extractor.vocabularios.estados import palabra_sin_valor, veredicto_inicial
from extractor.vocabularios.filas import vocabulario
from extractor.vocabularios.regiones import vocabulario as vocabulario_de_regiones

LARGO_DESEMPENO = 20
"""Longest value: "NO CUMPLE (87,5 %)"."""
_ENLACES = frozenset({"de", "del", "la", "el", "y", "e", "en", "por", "al", "su", "un"})
_ANTES = frozenset({"el", "la", "lo", "este"})
_LARGO_ABRE = 24
_PARENTESIS = re.compile(r"\([^()]*\)")
_FRACCION = re.compile(r"(?:0[.,]\d{1,3}|1[.,]0{1,3})")
_VALOR_FINAL = re.compile(r"[\d.,]*\d\s?%?\.?$")


def dice_solo_su_rotulo(rotulo: str, plantillas: Sequence[str]) -> bool:
    """Whether a label says no more than its form (``plantillas``) does, but for brackets, a year, the programme's or the region's
    name: "Desempeño de la región en el objetivo 2" is another thing."""
    plano = palabras(_PARENTESIS.sub(" ", rotulo))
    cabezas = (palabras(t.partition("{")[0]) for t in plantillas)
    largo = max((len(c) for c in cabezas if plano.startswith(c)), default=0)
    return _nada_mas(plano[largo:].split())


def _nada_mas(sueltas: Sequence[str]) -> bool:
    """Whether some words are those that may stand in the label of a performance, and the name of one region at most."""
    resto = [p for p in _con_su_ambito(sueltas) if p not in _acompanan() and not p.isdigit()]
    while resto and resto[0] in _ENLACES:
        resto.pop(0)
    while resto and resto[-1] in _ENLACES:
        resto.pop()
    return not resto or es_region(" ".join(resto), rotulada=True)


@cache
def _acompanan() -> frozenset[str]:
    formas = vocabulario().desempeno
    return frozenset((*_que_abren(), *map(palabras, (*formas.acompanan, *formas.region, *formas.servicio))))


@cache
def _que_abren() -> tuple[str, ...]:
    formas = vocabulario().desempeno
    abren = (
        *formas.abren, *formas.abren_con_valor, *formas.abren_calificadas, *formas.abren_medida, *formas.abren_de_programa,
        *formas.abren_de_avance,
    )  # fmt: skip
    return tuple(palabras(p) for p in abren)


def abre_desempeno(texto: str) -> bool:
    """Whether a line opens, with a capital, with the word that is only for a performance."""
    sueltas = palabras(texto).split()
    return bool(sueltas) and texto[:1].isupper() and sueltas[0] in {palabras(p) for p in vocabulario().desempeno.abren}


def nombra_desempeno(texto: str) -> bool:
    """Whether a text has the word that is only for a performance."""
    return bool({palabras(p) for p in vocabulario().desempeno.abren}.intersection(palabras(texto).split()))


def _dice_de_que_es(sueltas: Sequence[str]) -> bool:
    """Whether a label that opens with a word for other things too says that it is of the year, the programme or what was
    fulfilled ("Resultado final ...", "Porcentaje de cumplimiento ...")."""
    formas = vocabulario().desempeno
    medida = any(p in map(palabras, formas.miden) for p in sueltas[1:])
    if sueltas[0] in map(palabras, (*formas.abren_de_programa, *formas.abren_de_avance)):
        de_programa = any(p in map(palabras, vocabulario().declarada.de) for p in sueltas[1:])
        return de_programa and (medida or sueltas[0] not in map(palabras, formas.abren_de_avance))
    if sueltas[0] in map(palabras, formas.abren_calificadas):
        return any(p.isdigit() or p in map(palabras, formas.califican) for p in sueltas[1:])
    return sueltas[0] not in map(palabras, formas.abren_medida) or medida


def clase_de_desempeno(texto: str, al_lado: str | None = None) -> ClaseTitulo | None:
    """Whose performance a line is the label of, by its words in whatever order; None when it is none, or says more. Words that
    may open other things ("Resultado ...") need a value, in the line or ``al_lado``, in the next cell.

    >>> clase_de_desempeno("Desempeño programa de trabajo 2009, Región del Maule: 95%")
    'desempeno_region'
    >>> clase_de_desempeno("Desempeño de la región en salud: 95%")
    >>> clase_de_desempeno("Resultado final de la región", "95%"), clase_de_desempeno("Resultado final de la región")
    ('desempeno_region', None)
    """
    formas = vocabulario().desempeno
    if not any(a in plegar(texto[:_LARGO_ABRE]) for a in _que_abren()):
        return None
    rotulo, valor = partir(texto)
    sueltas = palabras(_PARENTESIS.sub(" ", rotulo)).split()
    while sueltas and sueltas[0] in _ANTES:
        sueltas.pop(0)
    if not sueltas or sueltas[0] not in _que_abren():
        return None
    dicho = valor or solo_valor(al_lado or "")
    solo_suya = sueltas[0] in {palabras(p) for p in formas.abren}
    if not (solo_suya or es_valor_claro(dicho, rotulo) or parece_fraccion(dicho)):
        return None
    if not _dice_cumplir(dicho) and not _dice_de_que_es(sueltas):
        return None
    sueltas = _con_su_ambito(sueltas)
    de_region, de_servicio = (any(palabras(p) in sueltas for p in lista) for lista in (formas.region, formas.servicio))
    if de_region == de_servicio or not _nada_mas(sueltas[1:]):
        return None
    return "desempeno_region" if de_region else "desempeno_servicio"


def _con_su_ambito(sueltas: Sequence[str]) -> list[str]:
    """The words with the central level, which has its programme as a region has, told as one; only by its first name, since
    others ("casa central") are offices of the service."""
    central, region = palabras(vocabulario_de_regiones().nivel_central[0]), palabras(vocabulario().desempeno.region[0])
    return f" {' '.join(sueltas)} ".replace(f" {central} ", f" {region} ").split()


def _dice_cumplir(texto: str) -> bool:
    """Whether a value is a verdict in the form's own word; a bare yes answers anything."""
    return "cumpl" in plegar(texto) and veredicto_inicial(texto) is not None


def partir(texto: str) -> tuple[str, str]:
    """A label and the value that its own line prints: after a colon, or a figure after a verb or with its sign at the end; the
    value is empty where none is there. What explains the figure ("85 % (34 de 40)") is no part of either."""
    limpio = sin_parentesis(texto.strip())
    rotulo, dos_puntos, valor = (parte.strip() for parte in limpio.rpartition(":"))
    valor = solo_valor(valor)
    if dos_puntos and es_valor(valor):
        return _verbo_al_final().sub("", rotulo), valor.rstrip(" .")
    hallado = _al_final().search(limpio)
    return (limpio[: hallado.start()].strip(" ,=-–—"), next(g for g in hallado.groups() if g).strip()) if hallado else (texto, "")


@cache
def _al_final() -> re.Pattern[str]:
    formas = vocabulario().desempeno
    ligan, ante, tras = (escritas(lista) for lista in (formas.ligan, formas.ante_cifra, formas.tras_cifra))
    cifra = r"\d{1,3}(?:[.,]\d+)?"
    cola = rf"(?:\s(?:{tras}|(?:19|20)\d\d))*"
    tras_verbo = rf"(?<!\bno)(?:\s(?:{ligan})(?: (?:{ante}))*\s+|\s?=\s?)(?:({cifra}\s?%){cola}|({cifra}))"
    return re.compile(rf"(?:{tras_verbo}|\s({cifra}\s?%))\.?$", re.IGNORECASE)


@cache
def _verbo_al_final() -> re.Pattern[str]:
    return re.compile(rf"(?<!\bno)\s(?:{escritas(vocabulario().desempeno.ligan)})$", re.IGNORECASE)


def escritas(lista: Sequence[str]) -> str:
    """The alternatives of a pattern over printed text, with their accents or without."""
    return "|".join(re.escape(f) for p in lista for f in dict.fromkeys((p, plegar(p))))


def es_valor(texto: str) -> bool:
    """Whether a text may be a performance: a figure, a verdict or a word for none."""
    limpio = texto.strip()
    if len(limpio) > LARGO_DESEMPENO:
        return False
    return leer_numero(limpio) is not None or veredicto_inicial(limpio) is not None or palabra_sin_valor(limpio) is not None


def es_valor_claro(texto: str, rotulo: str = "") -> bool:
    """Whether a text can only be a performance: a verdict, or a figure with its sign, in it or in its ``rotulo``."""
    return es_valor(texto) and (leer_numero(texto.strip()) is None or "%" in texto or es_de_porcentajes(rotulo))


def es_de_porcentajes(rotulo: str) -> bool:
    """Whether a label says that its figure is a percentage, by its sign or in words."""
    return "%" in rotulo or "porcentaje" in palabras(rotulo).split()


def parece_fraccion(texto: str) -> bool:
    """Whether a text is a part of 1 with its decimals ("0.85", "1,00")."""
    return _FRACCION.fullmatch(texto.strip()) is not None


def pide_fraccion(rotulo: str, valor: str) -> bool:
    """Whether a figure is a performance only below a programme of fractions: no sign, and a label for other things too.

    >>> pide_fraccion("Logro anual de la región", "0.85"), pide_fraccion("Desempeño de la región", "0.85")
    (True, False)
    """
    return not abre_desempeno(rotulo) and not es_valor_claro(valor, rotulo)


def anuncia_desempeno(texto: str, siguiente: str | None, plantillas: Sequence[str]) -> bool:
    """Whether a line that opens with the words of a performance is its label: it says no more, ends in a figure, or its value
    follows after a colon or on the next line.

    >>> plantillas = ("desempeno region{*}",)
    >>> [anuncia_desempeno(t, None, plantillas) for t in ("Desempeño región: 85 %", "Desempeño región: medir")]
    [True, False]
    """
    valor = partir(texto)[1]
    if dice_solo_su_rotulo(texto, plantillas) or valor or _VALOR_FINAL.search(texto.strip()):
        return True
    return siguiente is not None and es_valor(solo_valor(siguiente))
