"""Percentages of the fulfilment: written at the head, said of the advance, at the close of a narration, or in letters.

Figures are taken from the text as printed; none is computed from others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extractor.modelo.valores import ValorEstado
from extractor.normalizadores.estado.verbos import lista
from extractor.vocabularios.base import alternativas, plegar_con_lugares, plegar_frase
from extractor.vocabularios.estados import valor_de_porcentaje, vocabulario

_NUMERO = r"(\d{1,3}(?:[.,]\d{1,2})?)"
_SIGNO = r"\s*(?:%|por ciento)"
_DE_CUOTA = ("%", "por ciento", "porcentaje")
"""No percentage is told without one of these."""
_CUAL = (
    r"(?:\s+(?:fisic[oa]|real|efectiv[oa]|total|global|general|acumulad[oa]|aproximad[oa]|programatic[oa]|regional|anual"
    r"|promedio))?"
)
"""What an advance may be called and still be that of the activity; a financial or budget one is another thing."""


@dataclass(frozen=True, slots=True)
class CuotaEstado:
    """A share of fulfilment. ``porcentaje``: canonical text, None when it is written in letters; ``declarada``: it is the answer
    itself; ``clara``: nothing else in the cell could be what it is said of."""

    cantidad: Decimal
    porcentaje: str | None
    palabras: str
    declarada: bool
    clara: bool


def _cuota(numero: str, palabras: str, *, declarada: bool, clara: bool) -> CuotaEstado:
    canonico = numero.replace(",", ".")
    return CuotaEstado(Decimal(canonico), canonico, palabras, declarada, clara)


@cache
def _raices(clave: str) -> str:
    """The first letters that a list of ``narracion`` gives, as an expression."""
    return f"(?:{'|'.join(sorted(lista(clave)))})"


_PEDIDAS = r"(?:program|compromet|planific|previst)\w+"


@cache
def _medidas() -> re.Pattern[str]:
    nombres, ajenas, cambian = alternativas(vocabulario().narracion.medidas), _raices("de_que_parte"), _raices("cambian")
    delante = (
        rf"(?:(?:el|un)\s+)?(?:(?:grado|nivel|porcentaje|estado|tasa)\s+de\s+)?(?:{nombres}){_CUAL}\s*(?:es|fue|alcanza|alcanzo|llega|llego)?\s*"
        rf"(?:de|del|:|=|a)?\s*(?:un|el|al)?\s*{_NUMERO}{_SIGNO}(?!\s+del?\s+(?:(?:los|las|la|el)\s+)?{ajenas})"
    )
    con_rotulo = rf"(?:%|porcentaje)\s+de\s+(?:{nombres})(?:\s+(?:es|fue|de|del))?\s*[:=]?\s*{_NUMERO}(?![\d.,]*\d)\s*%?"
    hecho_en = (
        rf"(?<!\w)(?!{cambian})\w{{3,}}[ai]d[oa]s?\s+(?:en\s+(?:un\s+|el\s+)?|al\s+){_NUMERO}{_SIGNO}(?!\s+(?:de|del|con|por)\b)"
    )
    return re.compile(
        rf"(?<![\w]){con_rotulo}|\b{delante}|{hecho_en}|{_NUMERO}{_SIGNO}\s+de\s+"
        rf"(?:(?:{nombres})\b(?!\s+(?:del?\s+)?(?:{ajenas}|financier))|(?:la\s+|las\s+)metas?\b|l[oa]s?\s+(?:\w+\s+){{0,2}}{_PEDIDAS})"
    )


_ANTES = re.compile(
    r"\W*(?:al?\s+(?:\d+\s+de\s+)?(?!la\b|los\b)\w+(?:\s+de\s+\d{4})?,?\s+)?"
    r"(?:se\s+(?:ha\s+|han\s+)?(?!esper|proyect|estim|program|prev|contempl|busc|pretend|debe)\w+(?<![aei]ra)(?<![aei]ran)\s+"
    r")?(?:con\s+)?(?:a\s+)?(?:solo\s+|solamente\s+|apenas\s+|casi\s+|cerca\s+de\s+)?(?:un\s+|el\s+|al\s+)?"
)
"""What may stand before a percentage of the fulfilment that is still the answer ("A mayo se registra sólo un ...")."""
_CLARA = re.compile(
    r"\W*(?:[^.;:,%\d]{1,30}:\s*)?(?:se\s+(?:ha\s+)?(?:logr\w+|alcanz\w+|obtuv\w+|obten\w+|cumpl\w+)\s+)?(?:con\s+)?(?:un\s+|el\s+|al\s+)?"
)
"""What leaves no doubt."""
_INICIAL = re.compile(
    rf"[\s\-–—•*(]*{_NUMERO}(?P<signo>{_SIGNO})\s*(?P<corte>$|[.;:,()\n–—-]|ok\b|aprox|en\s+(?:amb[oa]s|tod[oa]s)\b|(?:por|debido|ya\s+que|dado)\b)"
)


@cache
def _de_que_parte() -> re.Pattern[str]:
    """Right after a percentage: what it is of, which is no fulfilment."""
    return re.compile(rf"[\s,:(–-]*(?:del?\s+|en\s+)?(?:l[oa]s?\s+|el\s+)?{_raices('de_que_parte')}")


@cache
def _nombra_parte() -> re.Pattern[str]:
    return re.compile(rf"\b{_raices('de_que_parte')}")


_CERCA = 60
"""Characters after a percentage where a copula tells what it is of."""


def cuota_inicial(texto: str) -> CuotaEstado | None:
    """The percentage that opens the cell before a stop ("50% (falta una provincia)"): the fulfilment, unless what follows tells
    another percentage, or says that it is of people or of money."""
    plegado, lugares = plegar_con_lugares(texto)
    hallada = _INICIAL.match(plegado)
    if hallada is None:
        return None
    resto = plegado[hallada.end() :]
    ajena = (
        "%" in resto
        or re.search(r"\b(?:son|eran|fueron)\s+(?!\w+[ai]d[oa]s?\b)", resto[:_CERCA]) is not None
        or _de_que_parte().match(resto) is not None
    )
    if ajena:
        return None
    fin = lugares[hallada.end("signo") - 1] + 1
    return _cuota(hallada.group(1), texto[lugares[hallada.start(1)] : fin], declarada=True, clara=True)


_MAS_O_MENOS = r"(?:\s*\(?aprox\w*|\s*mas\s+o\s+menos)?[\s.)]*"
_VA_EN = re.compile(
    rf"\W*(?:(?:el|la|los|las)\s+(?:[a-z]+\s+){{1,5}}?)?(?:se\s+)?(?:va|van|vamos|lleva|llevamos|ha\s+avanzado|hemos\s+avanzado|avanzo|alcanza|llega)\s+(?:en\s+|a\s+|hasta\s+)?(?:un|el|al)?\s*"
    rf"{_NUMERO}{_SIGNO}{_MAS_O_MENOS}|\W*(?:(?:solo|solamente|apenas)\s+)?(?:al|(?:en|con)\s+(?:un|el)|un|casi(?:\s+un)?|cerca\s+de(?:l|\s+un)?|alrededor\s+de(?:l|\s+un)?|aprox\w*\.?(?:\s+un)?)\s+{_NUMERO}{_SIGNO}{_MAS_O_MENOS}"
)
"""A whole cell that tells how far it has come ("Vamos en un 50%")."""


def medida(texto: str) -> CuotaEstado | None:
    """A percentage said of the fulfilment itself ("avance de un 60%"); declared when it opens the text or is what "se logró"."""
    plegado, lugares = plegar_con_lugares(texto)
    if not any(map(plegado.__contains__, _DE_CUOTA)):
        return None
    sola = _VA_EN.fullmatch(plegado)
    if sola is not None:
        con_sujeto = re.match(r"\W*(?:el|la|los|las)\s", plegado) is not None
        return _cuota(sola.group(1) or sola.group(2), texto.strip(), declarada=True, clara=not con_sujeto)
    hallada = _medidas().search(plegado)
    if hallada is None:
        return None
    grupo = next(i for i, g in enumerate(hallada.groups(), 1) if g)
    numero = hallada[grupo]
    inicio = hallada.start() if hallada.start() < hallada.start(grupo) else hallada.start(grupo)
    sujeto = re.fullmatch(r"[^.;:,()]*", plegado[:inicio]) is not None and re.match(r"\w+[ai]d[oa]", plegado[inicio:]) is not None
    if _nombra_parte().search(plegado, 0, inicio):
        return None
    clara = not plegado[:inicio].strip(" -•*") or _CLARA.fullmatch(plegado, 0, hallada.start(grupo)) is not None
    abre = clara or sujeto or _ANTES.fullmatch(plegado, 0, inicio) is not None
    palabras = texto[lugares[hallada.start()] : lugares[hallada.end() - 1] + 1]
    return _cuota(numero, palabras, declarada=abre, clara=clara)


def cuota_tras_veredicto(valor: ValorEstado, resto: str) -> str | None:
    """The percentage of fulfilment that the sentence after a verdict opens with, unless it contradicts it; canonical text."""
    plegado = plegar_frase(resto).lstrip(" .,;:-–(")
    hallada = _medidas().match(plegado)
    if hallada is None:
        return None
    numero = next(g for g in hallada.groups() if g).replace(",", ".")
    suyo = valor_de_porcentaje(Decimal(numero))
    return numero if valor == suyo or (valor == "NO_CUMPLE" and suyo == "PARCIAL") else None


@cache
def _rotulada() -> re.Pattern[str]:
    return re.compile(rf"(?s).*[.;,(\n]\s*(?:{alternativas(vocabulario().narracion.medidas)})\s*[:=]\s*{_NUMERO}{_SIGNO}[\s.)]*")


def cuota_rotulada(texto: str) -> CuotaEstado | None:
    """The percentage of a labelled field that closes the cell ("Meta: 4 charlas. Realizadas: 3. Cumplimiento: 75%")."""
    plegado, lugares = plegar_con_lugares(texto)
    hallada = _rotulada().fullmatch(plegado) if "%" in plegado or "ciento" in plegado else None
    if hallada is None:
        return None
    return _cuota(hallada.group(1), texto[lugares[hallada.start(1)] :].strip(), declarada=True, clara=False)


@cache
def _letras() -> tuple[re.Pattern[str], dict[str, int]]:
    valores = {plegar_frase(k): v for k, v in vocabulario().narracion.decenas.items()}
    unidades = {plegar_frase(k): v for k, v in vocabulario().narracion.cantidades.items() if v < 10}
    decena, unidad = alternativas(valores), alternativas(unidades)
    return re.compile(
        rf"\W*(?:el\s+|un\s+)?(?P<d>{decena})(?:\s+y\s+(?P<u>{unidad}))?\s+por\s+cien(?:to)?\W*"
    ), valores | unidades


def en_letras(texto: str) -> CuotaEstado | None:
    """ "Ochenta por ciento" as the whole cell: its value, without a printed figure."""
    forma, valores = _letras()
    plegado = plegar_frase(texto)
    hallada = forma.fullmatch(plegado) if "por" in plegado else None
    if hallada is None:
        return None
    cantidad = valores[hallada["d"]] + (valores[hallada["u"]] if hallada["u"] else 0)
    return CuotaEstado(Decimal(cantidad), None, texto, True, True)


_FINAL = re.compile(r"(?P<antes>.*?)(?P<corte>[.;:()\n–—-]\s*|\s)(?P<numero>\d{1,3}(?:[.,]\d{1,2})?)\s*%[\s.)]*", re.DOTALL)


def cuota_final(texto: str) -> CuotaEstado | None:
    """The percentage that closes a narration and is its state: after a stop, or after a noun, once the figure of what was done
    opens the text ("85 productores con asesoría 85%"). One that a verb or a preposition governs tells something else."""
    plegado, lugares = plegar_con_lugares(texto)
    hallada = _FINAL.fullmatch(plegado) if "%" in plegado else None
    if hallada is None or "%" in hallada["antes"] or re.match(r"\W*(?:\w+\s+)?(?:asistencia|participacion)", hallada["antes"]):
        return None
    parado = bool(hallada["corte"].strip())
    antes = hallada["antes"].split()
    if not antes or Decimal(hallada["numero"].replace(",", ".")) > 100:
        return None
    if not parado:
        escrita = texto[: lugares[len(hallada["antes"]) - 1] + 1].split()[-1]
        enlaza = antes[-1] in {"de", "del", "el", "un", "al", "a", "en", "por", "con", "es", "sobre", "y", "o"}
        if enlaza or not antes[0].isdigit() or escrita.lower().endswith(("ó", "aron", "ieron")):
            return None
    return _cuota(hallada["numero"], texto[lugares[hallada.start("numero")] :].strip(), declarada=True, clara=False)


_ESPERADO = re.compile(
    r"\W*(?:avance|cumplimiento|porcentaje|ejecucion)\s+(?:esperad|programad|comprometid|previst|planificad|exigid|requerid|minim)[oa]\b(?=[^%]*%|\s*[:=]\s*\d)"
    r"(?!.*\b(?:real|logrado|efectiv[oa]|alcanzado|obtenido))"
)
_META = re.compile(
    r"\W*metas?\s*(?:de\s+(?:avance|cumplimiento|ejecucion|logro)\s*)?(?:es|de|:|=)?\s*(?:un|una|el|al)?\s*(?!20[0-3]\d)\d{1,4}(?!\d)"
)


_INDICADOR = re.compile(
    r"\W*(?:numero|n[°º]|cantidad|porcentaje|tasa|razon|proporcion)\s+(?:total\s+)?de\b[^\d%]*(?:(?:\*|\bx|\bpor)\s*100)?\W*"
)
"""The name of an indicator ("Número de talleres realizados"), without its figure."""


_DINERO = re.compile(
    r"\W*(?:(?:ejecucion|avance|gasto|cumplimiento)\s+(?:del?\s+(?:los\s+)?)?)?(?:presupuest|gasto|fondos?|recursos|montos?|inversion|financier)\w*"
    r"(?:\s+[a-z]+){0,3}\s*[:=]?\s*\d{1,3}(?:[.,]\d{1,2})?\s*%\W*"
)
"""A whole cell that tells how much of the money was used: that is no fulfilment."""


def es_meta(texto: str) -> bool:
    """Whether the cell repeats what the goal was ("Meta 80% de ...") or how it is measured: it says nothing of what was done."""
    plegado = plegar_frase(texto)
    if _DINERO.fullmatch(plegado) is not None:
        return True
    if _ESPERADO.match(plegado) is not None:
        return True
    return _META.match(plegado) is not None or _INDICADOR.fullmatch(plegado) is not None
