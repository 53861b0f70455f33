"""Quantities that tell a state: a percentage of the fulfilment, a count of a count, a share of what was to be done.

Figures are taken from the text as printed; none is computed from others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extractor.modelo.informe import ValorEstado
from extractor.vocabularios.base import alternativas, plegar_con_lugares, plegar_frase
from extractor.vocabularios.estados import valor_de_porcentaje, vocabulario

_ANIO_MINIMO = 1900
_NUMERO = r"(\d{1,3}(?:[.,]\d{1,2})?)"
_SIGNO = r"\s*(?:%|por ciento)"
_CUAL = r"(?:\s+(?:fisic[oa]|real|efectiv[oa]|total|global|general|acumulad[oa]|programatic[oa]|regional|anual|promedio))?"
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
def _medidas() -> re.Pattern[str]:
    nombres = alternativas(vocabulario().narracion.medidas)
    delante = (
        rf"(?:(?:el|un)\s+)?(?:(?:grado|nivel|porcentaje|estado|tasa)\s+de\s+)?(?:{nombres}){_CUAL}\s*(?:es|fue|alcanza|alcanzo|llega|llego)?\s*"
        rf"(?:de|del|:|=|a)?\s*(?:un|el|al)?\s*{_NUMERO}{_SIGNO}"
    )
    con_rotulo = rf"(?:%|porcentaje)\s+de\s+(?:{nombres})(?:\s+(?:es|fue|de|del))?\s*[:=]?\s*{_NUMERO}(?![\d.,]*\d)\s*%?"
    return re.compile(
        rf"(?<![\w]){con_rotulo}|\b{delante}|{_NUMERO}{_SIGNO}\s+de\s+(?:{nombres}|(?:la\s+|las\s+)metas?|lo\s+(?:program|comprometi|planifica)\w+)\b"
    )


_LOGRAN = re.compile(r"\W*se\s+(?:ha\s+)?(?:logr\w+|alcanz\w+|obtuv\w+|obten\w+|cumpl\w+)\s+(?:con\s+)?(?:un|el|al)?\s*")


_VA_EN = re.compile(
    rf"\W*(?:se\s+)?(?:va|vamos|lleva|llevamos|ha\s+avanzado|hemos\s+avanzado|avanzo|alcanza|llega)\s+(?:en\s+|a\s+|hasta\s+)?(?:un|el|al)?\s*"
    rf"{_NUMERO}{_SIGNO}[\s.)]*"
)
"""A whole cell that tells how far it has come ("Vamos en un 50%")."""


def medida(texto: str) -> CuotaEstado | None:
    """A percentage said of the fulfilment itself ("avance de un 60%"); declared when it opens the text or is what "se logró"."""
    plegado, lugares = plegar_con_lugares(texto)
    sola = _VA_EN.fullmatch(plegado)
    if sola is not None:
        return _cuota(sola.group(1), texto.strip(), declarada=True, clara=True)
    hallada = _medidas().search(plegado)
    if hallada is None:
        return None
    grupo = next(i for i, g in enumerate(hallada.groups(), 1) if g)
    numero = hallada[grupo]
    abre = not plegado[: hallada.start()].strip(" -•*") or _LOGRAN.fullmatch(plegado, 0, hallada.start(grupo)) is not None
    palabras = texto[lugares[hallada.start()] : lugares[hallada.end() - 1] + 1]
    return _cuota(numero, palabras, declarada=abre, clara=abre)


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
    hallada = forma.fullmatch(plegar_frase(texto))
    if hallada is None:
        return None
    cantidad = valores[hallada["d"]] + (valores[hallada["u"]] if hallada["u"] else 0)
    return CuotaEstado(Decimal(cantidad), None, texto, True, True)


_FINAL = re.compile(r"(?P<antes>.*?)(?P<corte>[.;:()\n–—-]\s*|\s)(?P<numero>\d{1,3}(?:[.,]\d{1,2})?)\s*%[\s.)]*", re.DOTALL)


def cuota_final(texto: str) -> CuotaEstado | None:
    """The percentage that closes a narration and is its state: after a stop, or after a noun, once the figure of what was done
    opens the text ("85 productores con asesoría 85%"). One that a verb or a preposition governs tells something else."""
    plegado, lugares = plegar_con_lugares(texto)
    hallada = _FINAL.fullmatch(plegado)
    if hallada is None or "%" in hallada["antes"]:
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


_META = re.compile(r"\W*metas?\s*(?:es|de|:|=)?\s*(?:un|una|el|al)?\s*(?!20[0-3]\d)\d{1,4}(?!\d)")


def es_meta(texto: str) -> bool:
    """Whether the cell repeats what the goal was ("Meta 80% de ..."): it says nothing of what was done."""
    return _META.match(plegar_frase(texto)) is not None


_CUOTA_DE = re.compile(
    r"\W*(?:(?:solo|solamente|cerca|casi|un|el|del|al|mas)\s+){0,3}(\d{1,2}(?:[.,]\d{1,2})?)\s*%\s+de\s+(?:los|las|la|el)\b"
)
"""A share of what was to be done, as the subject: "Un 50% de los talleres se realizó"."""
_CUOTA_HECHA = re.compile(
    r"\b(?:(?:se|ha|han)\s+\w+(?:o|ron|ado|ido)|(?!como|solo|cuando)\w{3,}(?:io|aron|ieron|o)(?=\s+(?:solo\s+)?(?:el|un)\s))\s+"
    r"(?:solo\s+|solamente\s+)?(?:el|un|al|a un)?\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*%\s+(?:de|del)\b"
)
"""The same as the object: "Se entregó el 50% de los equipos"."""


@cache
def _numero_o_letras() -> str:
    return rf"(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}}|{alternativas(vocabulario().narracion.cantidades)})"


@cache
def _cantidades() -> re.Pattern[str]:
    numero = _numero_o_letras()
    enlace = r"\s*(?:\S+\s+){0,2}?(?:de|sobre|/)\s*(?:(?:los|las|un|una|total|de|el)\s+)*"
    return re.compile(rf"\b{numero}{enlace}{numero}\b(?!\s*%)")


@cache
def _al_reves() -> re.Pattern[str]:
    """ "De 10 talleres se realizaron 6"; "8 programados, 3 ejecutados": the whole first, what was done after."""
    numero = _numero_o_letras()
    de_tantos = rf"\bde\s+(?:un\s+total\s+de\s+)?(?:(?:los|las)\s+)?{numero}\s+[^.;]*?\bse\s+\w+\s+(?:solo\s+)?{numero}\b(?!\s*%)"
    planes = r"(?:programad|comprometid|planificad|previst|agendad|contemplad)[oa]s?"
    hechos = r"(?:realizad|ejecutad|efectuad|cumplid|entregad|hech|lograd|terminad|implementad)[oa]s?"
    pares = rf"\b{numero}\s+(?:\w+\s+){{0,2}}{planes}\W+(?:y\s+)?(?:solo\s+)?{numero}\s+(?:\w+\s+){{0,2}}{hechos}"
    se_planeo = (
        r"\b(?:se\s+)?(?:programaron|comprometieron|planificaron|agendaron|contemplaron|convocaron|previeron|reprogramaron)"
    )
    se_hizo = (
        r"(?:realizaron|realizo|hicieron|hizo|efectuaron|efectuo|ejecutaron|ejecuto|concretaron|concreto|cumplieron|cumplio)"
    )
    verbos = rf"{se_planeo}\s+{numero}\b[^.;]*?\b(?:se\s+)?{se_hizo}\s+(?:solo\s+)?{numero}\b"
    titulos = rf"\b{planes}\s*:?\s*{numero}\W+(?:y\s+)?{hechos}\s*:?\s*(?:solo\s+)?{numero}\b"
    return re.compile(rf"{de_tantos}|{pares}|{verbos}|{titulos}")


@cache
def _apenas() -> re.Pattern[str]:
    """ "Sólo dos provincias ...": less than what was to be."""
    letras = alternativas(vocabulario().narracion.cantidades)
    solo = r"(?:tan\s+)?(?:solo|solamente|unicamente|apenas)"
    enlace = r"(?:(?:a|en|con|el|la|los|las|se\s+\w+)\s+)?"
    return re.compile(rf"(?:^\W*{solo}\s+(?!se\b)|(?<!no )\b{solo}\s+{enlace}(?=\d|un\b|una\b|parte\b|(?:{letras})\b))")


_UNOS_NO = re.compile(
    r"\W*(?:vari[oa]s|much[oa]s|algun[oa]s|ciert[oa]s|l[oa]s demas)\s+\w+\s+no\b(?!\s+(?:se\s+)?(?:inform|report))"
)
"""Some of several did not: "Varios municipios no firmaron"."""


def fraccion(texto: str, *, hecho: bool) -> tuple[str, str] | None:
    """ "3 de 10": PARCIAL, HECHO or FRACASO by comparing the two counts, with the words; None when no count of a count is told.

    ``hecho``: the text tells that something was done; a bare share of people ("El 60% de los asistentes ...") is no state.
    """
    plegado, lugares = plegar_con_lugares(texto)
    letras = {plegar_frase(k): v for k, v in vocabulario().narracion.cantidades.items()}
    for forma, vale in ((_CUOTA_DE.match(plegado), hecho), (_CUOTA_HECHA.search(plegado), True)):
        if forma is not None and vale and Decimal(forma.group(1).replace(",", ".")) < 100:
            return "PARCIAL", texto[lugares[forma.start()] : lugares[forma.end() - 1] + 1]
    for patron, vuelta in ((_al_reves(), True), (_cantidades(), False)):
        for hallada in patron.finditer(plegado):
            parte, total = (letras[g] if g in letras else int(g.replace(".", "")) for g in hallada.groups() if g)
            if vuelta:
                parte, total = total, parte
            if total < 2 or total >= _ANIO_MINIMO or parte > total:
                continue
            palabras = texto[lugares[hallada.start()] : lugares[hallada.end() - 1] + 1]
            return ("HECHO" if parte == total else "PARCIAL" if parte else "FRACASO"), palabras
    unos = _UNOS_NO.match(plegado)
    if unos is not None:
        return "PARCIAL", texto[lugares[unos.start()] : lugares[unos.end() - 1] + 1]
    apenas = _apenas().search(plegado)
    return ("PARCIAL", texto[lugares[apenas.start()] : lugares[apenas.end() - 1] + 1]) if apenas and hecho else None
