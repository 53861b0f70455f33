"""Regions named where no label announces them: a heading that is a region, a title that ends in one, a column.

Only whole names count ("Región del Maule", "... GT 2007 – IX de la Araucanía"): a sentence that mentions a place states
no context. Whose region it then is, and how surely, is for the normaliser to say.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.texto import palabras, romano, sin_marcas_nota
from extractor.formatos.regiones.divisiones import partir_lugares, sin_division
from extractor.vocabularios.oficinas import es_clase_de_oficina, lugar_de_oficina, tras_la_oficina
from extractor.vocabularios.regiones import ordinales_en_letras, vocabulario

_ENLACES = frozenset({"de", "del", "la", "el", "y"})
_ROTULOS = frozenset({"region", "reg"})
_CORTES = re.compile(
    r"\s[-–—]\s|[:,(]|(?<=\w)\.\s|\s(?=regi[oó]n\b)|\s(?=regional\b)|\s(?=(?:[ivx]{1,4}|\d{1,2})[ªa°º]?\s+regi[oó]n\b)",
    re.IGNORECASE,
)
_LARGO_TITULO = 200
_DE = re.compile(r"^de(?:l|\s+la)?\s+", re.IGNORECASE)
_CON_ORDINAL = re.compile(r"(?:[ivx]{1,4}|\d{1,2})[ªa°º]?\s+regi[oó]n\b", re.IGNORECASE)
_ROTULO = re.compile(r"^\s*regi[oó]n\s*[,;.:]+\s*(?=\w)", re.IGNORECASE)
_NUMERO = re.compile(r"^(\d{1,2})(?:a|o|ª|°|era|ta|va)?$")
_NUMERO_AL_FINAL = re.compile(r"(?<=\w)\s*\(\s*(?:[ivx]{1,4}|\d{1,2})[ªa°º]?(?:\s+regi[oó]n)?\s*\)[\s.]*$", re.IGNORECASE)
_LUGAR = re.compile(
    r"^\s*(?:(?:\d{1,2}|[a-h])\s*(?:\.\s?-|[.)])|(?:\d{1,2}|[ivx]{1,4})(?:\.\d{1,2}){1,3}(?:\s*(?:\.\s?-|[.)-])|(?=\s)))\s*"
    r"(?=regi[oó]n|direcci[oó]n|\w+ regional\b|[ivx]+\s)",
    re.IGNORECASE,
)


@cache
def _nombres() -> dict[tuple[str, ...], str]:
    """The names of the regions by their own words, each with its code."""
    regiones = vocabulario().regiones
    return {nucleo(n): r.codigo for r in regiones for n in (r.nombre, *(f.texto for f in r.fuertes)) if nucleo(n)}


@cache
def _ambitos() -> frozenset[str]:
    """The scopes of several words that say so anywhere: all regions, or the central level by that name. The offices of the
    central level ("Dirección Nacional") may as well be who answers for something."""
    centrales = (palabras(frase) for frase in vocabulario().nivel_central)
    todas = (palabras(frase) for frase in vocabulario().todas)
    return frozenset([f for f in todas if " " in f] + [f for f in centrales if f.startswith("nivel")])


def nucleo(texto: str) -> tuple[str, ...]:
    """The words of a region's name without the word "región", those that only join and a service's own division."""
    trozos = palabras(texto).split()
    return tuple(p for p in sin_division(trozos) or trozos if p not in _ENLACES and p not in _ROTULOS)


def es_region(texto: str, rotulada: bool = False) -> bool:
    """Whether a whole text names a region, by its name, its number beside the word "región", or both. ``rotulada``: it
    stands under that word already.

    >>> es_region("IX DE LA ARAUCANIA"), es_region("VII Región"), es_region("Dirección de Vialidad")
    (True, True, False)
    >>> es_region("Novena Región"), es_region("REGIÓN DEL MAULE (VII)"), es_region("Novena")
    (True, True, False)
    """
    limpio = _NUMERO_AL_FINAL.sub("", sin_numero(sin_marcas_nota(texto))).strip(" .:()–-")
    plano = palabras(limpio)
    if plano in _ambitos():
        return True
    trozos = plano.split()
    rotulada = (rotulada or any(t in _ROTULOS for t in trozos)) and sin_division(trozos) is None
    propias = list(nucleo(limpio))
    ordinal = next((n for n in (2, 1) if " ".join(propias[:n]) in _ordinales()), 0)
    numerada = ordinal > 0
    del propias[:ordinal]
    while propias and _es_numero(propias[0]):
        propias.pop(0)
        numerada = True
    return (tuple(propias) in _nombres()) if propias else (numerada and rotulada)


@cache
def _ordinales() -> frozenset[str]:
    """The words for a region's number ("novena", "décimo segunda")."""
    return frozenset(palabras(o) for o in ordinales_en_letras())


def _es_numero(trozo: str) -> bool:
    if trozo == "rm":
        return True
    hallado = _NUMERO.match(trozo)
    valor = int(hallado[1]) if hallado else romano(trozo)
    return valor is not None and 1 <= valor <= 16


def sin_numero(texto: str) -> str:
    """A heading without the number of its place in the report ("2. Región de Los Lagos"); "2ª Región" keeps its own."""
    return _LUGAR.sub("", texto, count=1)


def es_titulo_de_region(texto: str) -> bool:
    """A heading that is a region and nothing else, with the word in it, or an office of one ("REGIÓN DE COQUIMBO", "Dirección
    Regional Maule", "Procuraduría Fiscal: Región de Aysén")."""
    if nombra_ambito(texto) or region_con_mas(texto) is not None:
        return True
    trozos = palabras(sin_numero(texto)).split()
    if any(t in _ROTULOS for t in trozos) and sin_division(trozos) is None and es_region(texto):
        return True
    return region_de_oficina(texto) is not None


def region_con_mas(texto: str) -> str | None:
    """The region of a heading that says it by the service's own division of the country, or names its provinces beside it, which
    must be of it; None when it does neither, or runs on as a sentence does.

    >>> [region_con_mas(t) for t in ("Región Policial de Aysén", "Región de Aysén, comuna de Cochrane", "Región de Aysén")]
    ['Región Policial de Aysén', 'Región de Aysén', None]
    """
    limpio = sin_numero(sin_marcas_nota(texto)).strip()
    if limpio[:1].islower() or limpio.endswith((".", ";")):
        return None
    cabeza, codigos = partir_lugares(limpio) or (limpio, frozenset())
    trozos = palabras(cabeza).split()
    dividida = sin_division(trozos) is not None
    if not es_region(cabeza) or not (dividida or (codigos and any(t in _ROTULOS for t in trozos))):
        return None
    return cabeza if not codigos or _codigo(cabeza) in codigos else None


def _codigo(texto: str) -> str | None:
    """The code of the region that a text names by its name, or by its number alone."""
    propias = list(nucleo(_NUMERO_AL_FINAL.sub("", texto)))
    numero = None
    while propias and _es_numero(propias[0]):
        hallado = _NUMERO.match(propias[0])
        numero = int(hallado[1]) if hallado else romano(propias[0])
        propias.pop(0)
    return _nombres().get(tuple(propias)) if propias else f"{numero:02d}" if numero else None


def es_nombre_de_region(texto: str) -> bool:
    """Whether a whole text is the name of a region without the word, which alone in its line may as well be a city's."""
    return texto[:1].isupper() and es_region(texto) and not es_titulo_de_region(texto)


def es_la_misma(una: str | None, otra: str | None) -> bool:
    """Whether two texts name one region: one has all the words of the other ("Lagos", "Los Lagos")."""
    unas, otras = set(nucleo(una or "")), set(nucleo(otra or ""))
    return unas <= otras or otras <= unas


def nombra_ambito(texto: str) -> bool:
    """Whether a whole text says all regions ("TODAS LAS REGIONES"), which needs no label."""
    plano = palabras(sin_numero(texto))
    return plano in _ambitos() and not plano.startswith("nivel")


def es_titulo_central(texto: str) -> bool:
    """Whether a whole heading is the central level's: by that name, or an office of it in capitals, which otherwise may as well
    be who answers for something.

    >>> [es_titulo_central(t) for t in ("Nivel Central", "DIRECCIÓN NACIONAL", "Dirección Nacional", "El nivel central")]
    [True, True, False, False]
    """
    plano = palabras(sin_numero(texto))
    return plano in _centrales() and (plano.startswith("nivel") or texto == texto.upper()) and " " in plano


@cache
def _centrales() -> frozenset[str]:
    return frozenset(palabras(frase) for frase in vocabulario().nivel_central)


def region_de_oficina(texto: str) -> str | None:
    """The region of the office that a heading is; None when it is none, or names none.

    >>> region_de_oficina("SEREMI de Salud, Región del Maule"), region_de_oficina("Oficina de Partes")
    ('Región del Maule', None)
    """
    limpio = sin_numero(sin_marcas_nota(texto)).strip()
    if len(limpio) > _LARGO_TITULO or limpio.endswith((".", ";")):
        return None
    for cola, de_region in tras_la_oficina(limpio):
        con_palabra = palabras(cola).startswith("region")
        if (de_region or con_palabra or _CON_ORDINAL.match(cola)) and es_region(cola):
            return _DE.sub("", cola.strip(" .:()–-"))
    lugar, region = lugar_de_oficina(limpio) or ("", "")
    dice_region = palabras(region).startswith("region") or _CON_ORDINAL.match(region)
    return f"{lugar} ({region})" if lugar and dice_region and es_region(region) else None


def oficina_de_lugar(texto: str) -> str | None:
    """The province, commune or region of the office that a whole heading is, in words that open with capitals; None when it is
    none, or names a place and a region.

    >>> oficina_de_lugar("OFICINA LA SERENA"), oficina_de_lugar("Sede de Atacama"), oficina_de_lugar("Oficina de Partes")
    ('LA SERENA', 'Atacama', None)
    """
    limpio = sin_numero(sin_marcas_nota(texto)).strip()
    propia = es_clase_de_oficina(palabras(limpio).partition(" ")[0])
    colas = [_DE.sub("", cola) for cola, _ in tras_la_oficina(limpio)] if propia else []
    region = next((cola for cola in colas if es_region(cola)), None)
    lugar, resto = (region, "") if region is not None else lugar_de_oficina(limpio) or ("", "")
    return lugar if lugar and not resto and lugar[:1].isupper() and not limpio.endswith((".", ";")) else None


def region_de_titulo(texto: str) -> str:
    """What a heading that is a region (``es_titulo_de_region``) says of it: without its office, nor its number in the report, nor
    a label that a mark parts from the name, whatever a scan made of its colon.

    >>> region_de_titulo("Región, Tarapacá"), region_de_titulo("Región de Tarapacá")
    ('Tarapacá', 'Región de Tarapacá')
    """
    return region_con_mas(texto) or region_de_oficina(texto) or _ROTULO.sub("", sin_numero(texto))


def region_al_final(texto: str) -> str | None:
    """The region that a title ends in, after a dash, a colon, a comma or the word "Región"; None when it ends in none.

    >>> region_al_final("Programa de Trabajo GT 2007 – IX DE LA ARAUCANIA")
    'IX DE LA ARAUCANIA'
    """
    limpio = sin_marcas_nota(texto).strip()
    if len(limpio) > _LARGO_TITULO or limpio.endswith((".", ";")):
        return None
    for corte in _CORTES.finditer(limpio):
        cola = re.sub(r"^regional\b", "", limpio[corte.end() :].strip(" ):–-"), flags=re.IGNORECASE).strip()
        if cola and es_region(cola):
            return cola
    return None
