"""Names of services as they are typed and read: abbreviations and dotted acronyms in full, slips repaired one word at a time."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.normalizadores.palabras_region import parecida
from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
from extractor.vocabularios.servicios import vocabulario

LARGO_SIGLA, LARGO_SIGLA_CON_DESLIZ = 4, 6
"""Letters of an acronym that may be read with figures for letters, and of one that may carry a wrong letter."""
LARGO_UN_DESLIZ, LARGO_DOS_DESLICES = 6, 9
"""Letters of a word of a name from which one, and two, wrong letters are repaired."""
_CON_PUNTOS = re.compile(r"(?<![^\W_])(?:[A-ZÑ]\.\s?){2,6}(?:[A-ZÑ](?![^\W_])\.?)?")
_SUELTAS = re.compile(r"(?<![^\W_])(?:[A-ZÑ0-9] ){3,}[A-ZÑ0-9](?![^\W_])")
_SUELTO = re.compile(r"(?<=\bsub)[\s-]+(?=secretar|direcc|depart)", re.IGNORECASE)
"""The space of a prefix written apart ("Sub Secretaría")."""
_PALABRA = re.compile(r"[^\W_]+")
_UNO = str.maketrans({"1": "l", "|": "l"})
_ENLACES = frozenset({"de", "del", "la", "las", "los", "el", "y"})
_LEIDAS = str.maketrans({"0": "O", "1": "I", "l": "I", "5": "S", "8": "B", "|": "I"})


@cache
def siglas() -> frozenset[str]:
    """Acronyms of one word, in capitals."""
    todas = {s.upper() for servicio in vocabulario().servicios for s in servicio.siglas}
    return frozenset(plegar_frase(s).upper() for s in todas if " " not in s)


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
def _abreviaturas() -> re.Pattern[str]:
    cortas = "|".join(re.escape(a) for a in sorted(vocabulario().abreviaturas, key=lambda a: (-len(a), a)))
    return re.compile(rf"(?<![^\W_])({cortas})(?:\.|(?=\s))\s*")


@lru_cache(maxsize=8192)
def desplegar(texto: str) -> str:
    """``texto`` with acronyms without their dots or spaces and abbreviated words in full.

    >>> desplegar("S.A.G."), desplegar("Minist. de Salud")
    ('SAG', 'ministerio de Salud')
    """
    texto = _SUELTO.sub("", texto)
    junto = _CON_PUNTOS.sub(lambda m: _junta(m.group()), _SUELTAS.sub(lambda m: m.group().replace(" ", ""), texto))
    plegado, lugares = plegar_con_lugares(junto)
    salida, cursor = [], 0
    for hallada in _abreviaturas().finditer(plegado):
        entera = vocabulario().abreviaturas[hallada.group(1)]
        salida += [junto[cursor : lugares[hallada.start()]], entera, " "]
        cursor = lugares[hallada.end() - 1] + 1
    return "".join([*salida, junto[cursor:]]).strip()


def _junta(escrito: str) -> str:
    """The letters without dots, when they are a known acronym; as written otherwise."""
    letras = re.sub(r"[.\s]", "", escrito)
    return f"{letras} " if letras in siglas() else escrito


@lru_cache(maxsize=8192)
def corregir(texto: str) -> str:
    """``texto`` with each misspelt or misread word repaired, where one repair only is near; a split acronym joined."""
    entera = re.sub(r"[\s-]+", "", texto).upper() if "-" in texto else re.sub(r"\s+", "", texto)
    if entera != texto and len(texto.split()) <= 3 and len(entera) >= LARGO_SIGLA and entera.translate(_LEIDAS) in siglas():
        return entera.translate(_LEIDAS)
    sola = len(_PALABRA.findall(texto)) == 1
    return _PALABRA.sub(lambda m: _palabra(m.group(), sola), texto)


def _sonido(palabra: str) -> str:
    """How an acronym sounds: "SENSE" is "SENCE", "INJUB" is "INJUV", "SERNAN" is "SERNAM"."""
    return parecida(re.sub(r"(.)\1+", r"\1", palabra.casefold())).replace("m", "n")


@cache
def _por_sonido() -> dict[str, frozenset[str]]:
    """Acronyms of five letters or more by their sound."""
    grupos: dict[str, set[str]] = {}
    for sigla in siglas():
        if len(sigla) > LARGO_SIGLA:
            grupos.setdefault(_sonido(sigla), set()).add(sigla)
    return {clave: frozenset(valor) for clave, valor in grupos.items()}


def _palabra(escrita: str, sola: bool) -> str:
    from rapidfuzz.distance import OSA

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
    if plegada.translate(_UNO) in _ENLACES and plegada not in _ENLACES:
        return plegada.translate(_UNO)
    if sola and len(plegada) > LARGO_SIGLA and plegada.upper() not in siglas():
        iguales = _por_sonido().get(_sonido(plegada), frozenset())
        if len(iguales) == 1:
            return min(iguales)
    if sola and len(plegada) == LARGO_SIGLA_CON_DESLIZ - 1 and plegada.upper() not in siglas():
        # two neighbouring letters exchanged ("INDPA"): the letters are all there
        trocadas = [
            s for s in siglas() if sorted(s) == sorted(plegada.upper()) and OSA.distance(plegada.upper(), s, score_cutoff=1) == 1
        ]
        if len(trocadas) == 1:
            return trocadas[0]
    if sola and len(plegada) >= LARGO_SIGLA_CON_DESLIZ - 1:
        cerca = [
            s for s in siglas() if len(s) >= LARGO_SIGLA_CON_DESLIZ and OSA.distance(plegada.upper(), s, score_cutoff=1) <= 1
        ]
        if len(cerca) == 1:
            return cerca[0]
    candidatas = _palabras_de_nombres().get(plegada[:1], ())
    if len(plegada) < LARGO_UN_DESLIZ - 1 or plegada in candidatas:
        return escrita
    hallados: list[tuple[int, str]] = []
    for meta in candidatas:
        permitidos = 2 if len(meta) >= LARGO_DOS_DESLICES else 1
        distancia = OSA.distance(plegada, meta, score_cutoff=permitidos)
        if distancia <= permitidos:
            hallados.append((distancia, meta))
    menor = min((d for d, _ in hallados), default=0)
    mejores = [m for d, m in hallados if d == menor]
    return mejores[0] if len(mejores) == 1 else escrita
