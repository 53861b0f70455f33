"""Mentions of a region line that are none: names of streets, persons and firms, numbers that count or number something."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from extractor.comun.texto import romano
from extractor.modelo.valores import Certeza
from extractor.normalizadores.letras.aperturas_unidad import aperturas
from extractor.normalizadores.region.ambitos import sueltas
from extractor.normalizadores.region.menciones import Mencion
from extractor.normalizadores.region.nombres import calles, enlaces, rotulos_lugar
from extractor.normalizadores.region.palabra import Palabra
from extractor.normalizadores.region.palabras import acompanan
from extractor.vocabularios import servicios
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos

_PORCENTAJE_O_ITEM = re.compile(r"%|(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.])|\b[IVX]{1,5}\.\s?\d")
"""A percentage, a decimal, the number of an item ("5 %", "1.5", "IV.2")."""
_DOS_CIFRAS = re.compile(r"\d{1,2}[,/]\d{1,2}")
"""A decimal, a date or "so many of so many", as the whole text."""
_REGION = frozenset({"region", "regiones", "reg", "r"})


def sin_ajenas(
    palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]
) -> tuple[tuple[Mencion, ...], frozenset[int], str | None]:
    """The mentions that are where something is, the indexes of the words of the others' stretches (between commas), and why
    all of them are something else's, when they are: then they are kept, for candidates.

    "Calle Antofagasta 1230, Santiago" keeps Santiago; "Sra. Rosa Talca" keeps Talca and tells why it is no place.
    """
    senales = _senales()
    if not any(p.texto in senales or p.texto.isdigit() for p in palabras):
        return menciones, frozenset(), None
    dichas = {i for m in menciones for i in range(m.inicio, m.fin)}
    ajenas: list[Mencion] = []
    fuera: set[int] = set()
    motivo: str | None = None
    for desde, hasta in _tramos(palabras):
        suyas = [m for m in menciones if desde <= m.inicio < hasta]
        porque = _de_quien(palabras, (desde, hasta), suyas, dichas)
        if porque is not None:
            motivo = motivo or porque
            ajenas += suyas
            fuera |= set(range(desde, hasta))
    quedan = tuple(m for m in menciones if m not in ajenas)
    if quedan or not ajenas:
        return quedan, frozenset(fuera), None
    return menciones, frozenset(), motivo


def _tramos(palabras: tuple[Palabra, ...]) -> list[tuple[int, int]]:
    cortes = [0, *(i for i, p in enumerate(palabras) if i and p.antes == ","), len(palabras)]
    return list(pairwise(cortes))


def _de_quien(palabras: tuple[Palabra, ...], tramo: tuple[int, int], suyas: list[Mencion], dichas: set[int]) -> str | None:
    """Why what a stretch mentions is no place; None when it is one, or the line says that it is."""
    llamado = _establecimiento(palabras, tramo, suyas)
    if llamado is not None:
        return llamado
    if any(m.segura for m in suyas):
        return None
    primera = min((m.inicio for m in suyas), default=tramo[1])
    for indice in range(*tramo):
        palabra = palabras[indice]
        if indice in dichas:
            continue
        if palabra.texto in sueltas("ajenas") or (palabra.texto in calles() and indice < primera):
            return f"«{palabra.texto}» nombra otra cosa que un lugar"
        if suyas and palabra.texto in _titulos() and indice < primera:
            return f"«{palabra.texto}» nombra a una persona"
    detras = palabras[tramo[1] :]
    entero = len(suyas) == 1 and (suyas[0].inicio, suyas[0].fin) == tramo
    lugares = any(i in dichas for i in range(tramo[1], len(palabras)))
    if entero and 1 <= len(detras) <= 2 and not lugares and all(p.texto in _nombres_de_persona() for p in detras):
        return f"«{detras[0].texto}» nombra a una persona"  # "Osorno, Pedro"
    previas = [p.texto for p in palabras[tramo[0] : primera] if p.texto not in ("de", "del")][-1:]
    if suyas and previas and primera - 1 not in dichas and previas[0] in _nombres_de_persona():
        return f"«{previas[0]}» nombra a una persona"
    numerada = next((m for m in suyas if m.fin < tramo[1] and _de_calle(palabras[m.fin], palabras[m.fin + 1 : tramo[1]])), None)
    if numerada is not None and numerada.clase != "numero":
        return "el número que sigue al nombre es de una calle"
    return None


_DONDE = frozenset({"de", "del", "en"})


def _establecimiento(palabras: tuple[Palabra, ...], tramo: tuple[int, int], suyas: list[Mencion]) -> str | None:
    """Why a place in the stretch is a school's or a ship's name ("Liceo República de Tarapacá"); None where it tells where it is
    ("Hospital de Ovalle", "Liceo Agrícola, Región del Maule")."""
    primera = min((m.inicio for m in suyas), default=tramo[1])
    clase = next((i for i in range(tramo[0], primera) if palabras[i].texto in sueltas("establecimientos")), None)
    if clase is None:
        return None
    entre = [p.texto for p in palabras[clase + 1 : primera] if p.texto not in sueltas("clases_de_establecimiento")]
    propio = [t for t in entre if t not in _REGION and t not in _DONDE]
    donde = entre[:1] and entre[0] in _DONDE and all(t in enlaces() | rotulos_lugar() | _DONDE for t in entre)
    if suyas and (donde or (suyas[0].segura and suyas[0].clase != "lugar" and propio)):
        return None
    return f"«{palabras[clase].texto}» puede llevar el nombre de un lugar donde no está"


_MENOR_ALTURA, _ANIOS = 100, range(1900, 2100)


def _de_calle(palabra: Palabra, resto: tuple[Palabra, ...]) -> bool:
    """Whether the word after a name is the number of a house ("Magallanes 450", "Valparaíso N° 20")."""
    if palabra.texto in ("n", "no", "nro", "numero") and resto:
        palabra = resto[0]
        return palabra.texto.isdigit()
    return palabra.texto.isdigit() and int(palabra.texto) >= _MENOR_ALTURA and int(palabra.texto) not in _ANIOS


@cache
def _senales() -> frozenset[str]:
    """Every word that may tell a mention to be something else's."""
    return sueltas("ajenas") | sueltas("establecimientos") | calles() | _titulos() | _nombres_de_persona()


@cache
def _titulos() -> frozenset[str]:
    """What stands before a person's name; not what also abbreviates an office."""
    return frozenset(plegar_frase(t).strip(".") for t in cargos().titulos) - acompanan()


@cache
def _nombres_de_persona() -> frozenset[str]:
    return frozenset(plegar_frase(n) for n in cargos().nombres_propios)


def reparo_de_numeros(
    texto: str, palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...], rotulado: bool
) -> tuple[Certeza, str] | None:
    """How far numbers that stand without "región" or a name can be taken for regions; None when nothing speaks against them.
    ``rotulado``: a label stood before ("Región: 5")."""
    sueltos = [m for m in menciones if m.clase == "numero" and not m.segura]
    if not sueltos or len(sueltos) != len(menciones) or _REGION & {p.texto for p in palabras}:
        return None
    if _PORCENTAJE_O_ITEM.search(texto) or _DOS_CIFRAS.fullmatch(texto.strip()):
        return "dudosa", "una cifra, una fecha o el número de un ítem no es una región"
    dichas = {i for m in menciones for i in range(m.inicio, m.fin)}
    cifras = all(palabras[m.inicio].texto.isdigit() and not palabras[m.inicio].ordinal for m in sueltos)
    otra = next((p.texto for i, p in enumerate(palabras) if i not in dichas and p.texto not in _llevan_numero(cifras)), None)
    if otra is not None:
        return "dudosa", f"el número es de «{otra}»"
    varias = len(sueltos) > 1 or sueltos[0].hasta is not None or any(i not in dichas for i in range(len(palabras)))
    if rotulado and not varias:
        return None
    oficinas = {p.texto for i, p in enumerate(palabras) if i not in dichas and p.texto in aperturas("fuertes") | {"gobierno"}}
    if oficinas and not oficinas & sueltas("una_por_region") and not any(p.texto.startswith("regional") for p in palabras):
        return "aproximada", "el número puede ser de la oficina"  # "Dirección V"
    if cifras and (varias or palabras[sueltos[0].inicio].texto[:1] != "0"):
        return "aproximada", "cifras sin la palabra «región»"
    if any(palabras[m.inicio].texto.isalpha() and romano(palabras[m.inicio].texto) is None for m in sueltos):
        return "aproximada", "un ordinal sin la palabra «región» puede ser de otra cosa"
    return None


def rango_con_guion(palabras: tuple[Palabra, ...], menciones: tuple[Mencion, ...]) -> str | None:
    """Why a dash between two numbers that do not follow each other ("VII-X") may join those two only; None without one."""
    for mencion in menciones:
        propias = palabras[mencion.inicio + 1 : mencion.fin]
        if mencion.hasta is not None and int(mencion.hasta) > int(mencion.codigo) + 1 and any(p.antes == "-" for p in propias):
            return "el guion puede unir dos regiones y no un tramo"
    return None


@cache
def _llevan_numero(cifras: bool) -> frozenset[str]:
    """What may stand beside a region's number; acronyms of services where it is no bare figure ("SERNAM IV", not "SERNAM 4")."""
    siglas = {plegar_frase(s) for servicio in servicios.vocabulario().servicios for s in servicio.siglas}
    return sueltas("llevan_numero") | enlaces() | (frozenset() if cifras else siglas)
