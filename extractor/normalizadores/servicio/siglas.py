"""Names of services as they are typed and read: abbreviations and dotted acronyms in full, slips repaired one word at a time."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from extractor.normalizadores.letras.cercanas import cercanas
from extractor.normalizadores.letras.trazos import Lecturas, con_letras, parecida, sin_dobles
from extractor.normalizadores.region.palabras import acompanan, de_lugar_o_region
from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
from extractor.vocabularios.responsables import unidades
from extractor.vocabularios.servicios import vocabulario

LARGO_SIGLA, LARGO_SIGLA_CON_DESLIZ = 4, 6
"""Letters of an acronym that may be read with figures for letters, and of one that may carry a wrong letter."""
LARGO_UN_DESLIZ, LARGO_DOS_DESLICES = 6, 9
"""Letters of a word of a name from which one, and two, wrong letters are repaired."""
_CON_PUNTOS = re.compile(r"(?<![^\W_])(?:[A-ZÑ]\.\s?){2,6}(?:[A-ZÑ](?![^\W_])\.?)?")
_BARRA = re.compile(r"(?<=[^\W\d_])\|(?=[^\W\d_])|(?<![^\W_])\|(?=[^\W\d_]{3})|(?<=[A-ZÑ]{3})\|(?![^\W_])")
"""An "I" read as a bar; names parted by one were read before."""
_PIEZA = re.compile(r"[A-ZÑ]{1,3}|[ey]")
"""A piece of a dotted acronym: its letters, or the link that is one of them ("S.R.C. e I.")."""
_TRAMO_PUNTEADO = re.compile(r"(?<![^\W_])[A-ZÑ]{1,3}(?:(?:\.\s?|\s)(?:[A-ZÑ]{1,3}|[ey])(?![^\W_])){1,7}\.?")
MENOR_PUNTEADA = 3
"""Letters of an acronym that is known with its stops misplaced, or alone in a line with a figure for a letter."""
_SUELTAS = re.compile(r"(?<![^\W_])(?:[A-ZÑ0-9] ){3,}[A-ZÑ0-9](?![^\W_])")
_SUELTO = re.compile(r"(?<=\bsub)[\s-]+(?=secretar|direcc|depart)", re.IGNORECASE)
"""The space of a prefix written apart ("Sub Secretaría")."""
_PALABRA = re.compile(r"[^\W_]+")
_ENLACES = frozenset({"de", "del", "la", "las", "los", "el", "y"})
_LEIDAS = str.maketrans({"0": "O", "1": "I", "l": "I", "5": "S", "8": "B", "|": "I"})


@cache
def siglas() -> frozenset[str]:
    """Acronyms of one word, in capitals."""
    todas = {s.upper() for servicio in vocabulario().servicios for s in servicio.siglas}
    return frozenset(plegar_frase(s).upper() for s in todas if " " not in s)


@cache
def _siglas_de_materia() -> frozenset[str]:
    """Subjects of units and roles that may be acronyms, and are neither a service's nor a kind of unit's."""
    return frozenset(m for m in map(plegar_frase, unidades().materias) if len(m) <= LARGO_SIGLA) - frozenset(
        plegar_frase(s) for s in (*siglas(), *unidades().siglas_unidad)
    )


def sigla_de_materia(texto: str) -> bool:
    """Whether the text is one acronym in capitals of what a role or a unit is about ("PMG", "VIF")."""
    return texto.isupper() and plegar_frase(texto) in _siglas_de_materia()


@cache
def _palabras_de_nombres() -> dict[str, tuple[str, ...]]:
    """Words of the names of services, by first letter."""
    nombres = (n for s in vocabulario().servicios for n in (s.nombre, *s.otros, *s.antes))
    palabras = {p for n in nombres for p in _PALABRA.findall(plegar_frase(n)) if len(p) >= LARGO_UN_DESLIZ}
    indice: dict[str, list[str]] = {}
    for palabra in sorted(palabras):
        indice.setdefault(palabra[0], []).append(palabra)
    return {clave: tuple(valor) for clave, valor in indice.items()}


@cache
def _palabras_bien_escritas() -> frozenset[str]:
    """Every word of the names of services, the short ones too, and of other bodies': none of them is a slip of another."""
    nombres = (n for s in vocabulario().servicios for n in (s.nombre, *s.otros, *s.antes))
    de_otros = (*vocabulario().de_otros, *vocabulario().no_encabezan)
    return frozenset(p for n in (*nombres, *de_otros) for p in _PALABRA.findall(plegar_frase(n)))


@cache
def _siglas_leidas() -> Lecturas:
    return Lecturas(frozenset(s.lower() for s in siglas()))


@cache
def _enlaces_leidos() -> Lecturas:
    return Lecturas(_ENLACES)


@cache
def palabras_leidas() -> Lecturas:
    """The words of the names of services by how they may be misread."""
    return Lecturas(_palabras_bien_escritas())


@cache
def _abreviaturas() -> re.Pattern[str]:
    cortas = "|".join(re.escape(a) for a in sorted(vocabulario().abreviaturas, key=lambda a: (-len(a), a)))
    return re.compile(rf"(?<![^\W_])({cortas})(?:\.|(?=\s))\s*")


@lru_cache(maxsize=8192)
def desplegar(texto: str) -> str:
    """``texto`` with acronyms without their dots or spaces and abbreviated words in full.

    >>> desplegar("S.A.G."), desplegar("Minist. de Salud")
    ('SAG', 'ministerio de Salud')
    """
    if "sub" in texto.casefold():
        texto = _SUELTO.sub("", texto)
    junto = _SUELTAS.sub(lambda m: m.group().replace(" ", ""), texto)
    if "." in junto:
        junto = _TRAMO_PUNTEADO.sub(_punteada, _CON_PUNTOS.sub(lambda m: _junta(m.group()), junto))
    plegado, lugares = plegar_con_lugares(junto)
    salida, cursor = [], 0
    for hallada in _abreviaturas().finditer(plegado):
        entera = vocabulario().abreviaturas[hallada.group(1)]
        salida += [junto[cursor : lugares[hallada.start()]], entera, " "]
        cursor = lugares[hallada.end() - 1] + 1
    return "".join([*salida, junto[cursor:]]).strip()


def _punteada(hallada: re.Match[str]) -> str:
    """A run of short pieces parted by stops and blanks, its first known acronym in one piece ("S.R.C.e I.", "R.M. S.A. G.")."""
    escrito = hallada.group()
    piezas = list(_PIEZA.finditer(escrito))
    for desde in range(len(piezas)):
        for hasta in range(len(piezas), desde + 1, -1):
            tramo = escrito[piezas[desde].start() : piezas[hasta - 1].end()]
            letras = "".join(p.group() for p in piezas[desde:hasta]).upper()
            if "." in tramo and len(letras) >= MENOR_PUNTEADA and letras in siglas():
                return f"{escrito[: piezas[desde].start()]}{letras} {escrito[piezas[hasta - 1].end() :].lstrip('.')}"
    return escrito


def _junta(escrito: str) -> str:
    """The letters without dots, when they are a known acronym; as written otherwise."""
    letras = re.sub(r"[.\s]", "", escrito)
    return f"{letras} " if letras in siglas() else escrito


def unidas(texto: str) -> str:
    """``texto`` with two words in one where together they are a word of a service's name, or an acronym, and apart they are not.

    >>> unidas("Superintende ncia de Salud"), unidas("SEC REDOC"), unidas("SAG OSORNO")
    ('Superintendencia de Salud', 'SECREDOC', 'SAG OSORNO')
    """
    palabras = list(_PALABRA.finditer(texto))
    salida, cursor, previa = [], 0, False
    for una, otra in pairwise(palabras):
        corte = texto[una.end() : otra.start()].strip()
        previa = not previa and corte in ("", "-") and _son_una(una.group(), otra.group())
        if previa:
            salida.append(texto[cursor : una.end()])
            cursor = otra.start()
    return "".join([*salida, texto[cursor:]])


def _son_una(una: str, otra: str) -> bool:
    primera, segunda, bien = plegar_frase(una), plegar_frase(otra), _palabras_bien_escritas()
    junta = primera + segunda
    if junta in bien:
        return primera not in bien or segunda not in bien
    es_sigla = len(junta) > LARGO_SIGLA and junta.upper() in siglas() and (una + otra).isupper()
    return es_sigla and segunda not in bien and otra not in siglas()


@lru_cache(maxsize=8192)
def corregir(texto: str) -> str:
    """``texto`` with each misspelt or misread word repaired, where one repair only is near; a split acronym joined."""
    texto = con_letras(_BARRA.sub("I", texto) if "|" in texto else texto)
    entera = "".join(texto.split())
    entera = entera.replace("-", "").upper() if "-" in texto else entera
    if entera != texto and len(texto.split()) <= 3 and len(entera) >= LARGO_SIGLA and entera.translate(_LEIDAS) in siglas():
        return entera.translate(_LEIDAS)
    palabras = _PALABRA.findall(texto)
    propias = [p for p in palabras if not _de_donde(plegar_frase(p))] if 1 < len(palabras) <= LARGO_CON_LUGAR else palabras
    unica = propias[0] if len(propias) == 1 and (len(palabras) == 1 or propias[0].isupper()) else ""
    return _PALABRA.sub(lambda m: _palabra(m.group(), m.group() == unica), texto)


LARGO_CON_LUGAR = 6
"""Most words of a line that is one acronym and where it is ("SERVUI Región de Los Ríos")."""


def _de_donde(palabra: str) -> bool:
    return de_lugar_o_region(palabra) or palabra in acompanan()


def _sonido(palabra: str) -> str:
    """How an acronym sounds: "SENSE" is "SENCE", "INJUB" is "INJUV", "SERNAN" is "SERNAM"."""
    return parecida(sin_dobles(palabra.casefold())).replace("m", "n")


@cache
def _por_sonido() -> dict[str, frozenset[str]]:
    """Acronyms of five letters or more by their sound."""
    grupos: dict[str, set[str]] = {}
    for sigla in siglas():
        if len(sigla) > LARGO_SIGLA:
            grupos.setdefault(_sonido(sigla), set()).add(sigla)
    return {clave: frozenset(valor) for clave, valor in grupos.items()}


@lru_cache(maxsize=16384)
def _palabra(escrita: str, sola: bool) -> str:
    leida = escrita.translate(_LEIDAS)
    mayusculas = sum(c.isupper() for c in escrita)
    if (
        len(escrita) >= LARGO_SIGLA
        and leida != escrita
        and leida.isupper()
        and leida in siglas()
        and mayusculas * 2 >= len(escrita)
    ):
        return leida
    plegada = plegar_frase(escrita)
    if len(plegada) >= (MENOR_PUNTEADA if sola else LARGO_SIGLA) and not plegada.isdigit() and not escrita.islower():
        leidas = _siglas_leidas().de(plegada)
        if len(leidas) == 1 and plegada not in _palabras_bien_escritas():
            return min(leidas).upper()
    enlaces = _enlaces_leidos().de(plegada)
    if len(enlaces) == 1 and not sola:
        return min(enlaces)
    if sola and len(plegada) > LARGO_SIGLA and plegada.upper() not in siglas():
        iguales = _por_sonido().get(_sonido(plegada), frozenset())
        if len(iguales) == 1:
            return min(iguales)
    if sola and len(plegada) == LARGO_SIGLA_CON_DESLIZ - 1 and plegada.upper() not in siglas():
        # two neighbouring letters exchanged ("INDPA"): the letters are all there
        trocadas = [s for _, s in cercanas(plegada.upper(), sorted(siglas()), 1) if sorted(s) == sorted(plegada.upper())]
        if len(trocadas) == 1:
            return trocadas[0]
    if sola and len(plegada) >= LARGO_SIGLA_CON_DESLIZ - 1:
        cerca = [s for _, s in cercanas(plegada.upper(), sorted(siglas()), 1) if len(s) >= LARGO_SIGLA_CON_DESLIZ]
        if len(cerca) == 1:
            return cerca[0]
    candidatas = _palabras_de_nombres().get(plegada[:1], ())
    iguales = palabras_leidas().de(plegada) if len(plegada) >= LARGO_SIGLA else frozenset()
    if len(iguales) == 1 and (len(plegada) >= LARGO_UN_DESLIZ - 1 or not plegada.isalpha()):
        return min(iguales)
    if len(plegada) < LARGO_UN_DESLIZ - 1 or plegada in _palabras_bien_escritas():
        return escrita
    hallados: list[tuple[int, str]] = []
    for distancia, meta in cercanas(plegada, candidatas, 2):
        permitidos = 2 if len(meta) >= LARGO_DOS_DESLICES else 1
        if distancia <= permitidos:
            hallados.append((distancia, meta))
    menor = min((d for d, _ in hallados), default=0)
    mejores = [m for d, m in hallados if d == menor]
    return mejores[0] if len(mejores) == 1 else escrita
