"""The words of a region line, with the slips of typing and reading in them repaired where only one repair is possible."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.comun.texto import sin_marcas_nota
from extractor.normalizadores.letras.abreviaturas import palabra_abreviada
from extractor.normalizadores.letras.cercanas import cercanas
from extractor.normalizadores.letras.trazos import Lecturas, con_letras, parecida
from extractor.normalizadores.region.palabra import Palabra, numero_de
from extractor.vocabularios import lugares, servicios
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.regiones import ordinales_en_letras, vocabulario

_PALABRA = re.compile(r"([a-z0-9]+)(#?)")
_PEGADA = re.compile(r"([ivx]{1,5}|\d{1,2}(?:[ao]|r[ao]|d[ao]|t[ao]|er[ao]?|v[ao]|n[ao]|m[ao]|e?av[ao])?)(region(?:es)?)")
_CON_ERRE = re.compile(r"(r|reg|region)(\d{1,2})")
_PALOS = re.compile(r"(?<![^\W_])[|IVX]*\|[|IVX]*(?=\s?[ªº°]?\s*[Rr][Ee][Gg])")
"""A Roman number whose strokes were read as bars, before "Región"."""
_LETRAS_SUELTAS = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
_ORDINALES = re.compile(r"(?<=\w)\s?[ªº°\"]")
_APOSTROFO = re.compile(r"(?<=[^\W_])['´`’‘′\"](?=[^\W\d_])|(?<=\b[oO0])\s?['´`’‘′\"]\s?(?=[hH])")
_SEPARADORES = tuple((s, re.compile(c)) for s, c in ((",", r"[,;/|+&]"), ("(", r"[(\[]"), (")", r"[)\]]"), ("-", r"[-–—]")))
LARGO_UN_DESLIZ, LARGO_DOS_DESLICES = 6, 8
"""Letters of a word from which one, and two, wrong letters may be repaired; shorter ones only look-alikes and swapped letters."""


@lru_cache(maxsize=32768)
def palabras_de(texto: str, *, reparar: bool = False) -> tuple[Palabra, ...]:
    """The words of ``texto`` without note marks; misspelt ones repaired when asked.

    >>> [p.texto for p in palabras_de("IIª Región (1)")]
    ['ii', 'region']
    """
    crudo = _sin_deslices(texto, reparar=reparar).replace("\n", " ; ").replace("\t", " ")
    marcada = _MARCAS.search(crudo) is not None
    sin_notas = sin_marcas_nota(_APOSTROFO.sub("", crudo) if marcada else crudo)
    plegado = plegar_frase(_ORDINALES.sub("#", sin_notas) if marcada else sin_notas)
    abreviaturas = lugares.vocabulario().abreviaturas if reparar else {}
    salida: list[Palabra] = []
    cursor = 0
    for hallada in _PALABRA.finditer(plegado):
        entre = plegado[cursor : hallada.start()]
        separador = "" if entre in ("", " ") else next((s for s, clase in _SEPARADORES if clase.search(entre)), "")
        cursor, (escrita, ordinal) = hallada.end(), hallada.groups()
        pegada = _PEGADA.fullmatch(escrita) if "region" in escrita else None
        pegada = pegada or (_CON_ERRE.fullmatch(escrita) if escrita[0] == "r" else None)
        if pegada:
            salida += [Palabra(pegada.group(1), separador), Palabra(pegada.group(2), "")]
            continue
        corta = abreviaturas.get(escrita)
        con_punto = reparar and plegado.startswith(".", cursor)
        bien = corta or (abreviada(escrita) if con_punto else None) or (reparada(escrita) if reparar else escrita)
        salida.append(Palabra(bien, separador, bool(ordinal), bien if corta else escrita))
    return tuple(salida)


_MARCAS = re.compile(r"['´`’‘′\"ªº°]")
"""What ``_APOSTROFO`` and ``_ORDINALES`` look for: few lines have any."""


def _sin_deslices(texto: str, *, reparar: bool) -> str:
    """The line with its letters written apart, its strokes read as bars and its parted words in one piece. Each is looked for
    only where the mark stands without which there is none."""
    if reparar:
        texto = con_letras(texto)
        texto = _BARRA.sub(_con_i, texto) if "|" in texto else texto
        texto = _UN_LA.sub("la", texto) if "1a" in texto or "1A" in texto else texto
    texto = _PALOS.sub(lambda m: m.group().replace("|", "I"), texto) if "|" in texto else texto
    texto = _LETRAS_SUELTAS.sub(_espaciada, texto) if texto.count(" ") >= _MENOS_SUELTAS else texto
    return _CORTADA.sub(_juntada, texto) if reparar and "-" in texto else texto


_MENOS_SUELTAS = 3
"""Blanks between the letters of a word written apart."""


def _espaciada(hallada: re.Match[str]) -> str:
    """A word written with its letters apart ("A N T O F A G A S T A"); Roman numbers and links are none ("I a V y X a XI")."""
    junta = hallada.group().replace(" ", "")
    return hallada.group() if set(junta.lower()) <= _DE_NUMEROS else junta


_DE_NUMEROS = frozenset("ivxaye")
_UN_LA = re.compile(r"(?<=\b[Dd][Ee] )1a(?= (?![Rr]eg)[^\W\d_]{4})|(?<=\bDE )1A(?= (?!REG)[^\W\d_]{4})")
"""An article with its first letter read as a figure ("de 1a Araucanía"; not "de 1a Región")."""
_BARRA = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\|([^\W\d_]+)")


def _con_i(hallada: re.Match[str]) -> str:
    """The word whose "i" was read as a bar, when that makes it known; as written otherwise ("Maule|Aysén")."""
    junta = f"{hallada[1]}i{hallada[2]}"
    return junta if plegar_frase(junta) in _de_nombres() or conocida(plegar_frase(junta)) else hallada.group()


_CORTADA = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})-\s?([a-záéíóúñü]{2,})")


def _juntada(hallada: re.Match[str]) -> str:
    """A word that a line's end cut ("Quil-lota") in one piece, when the whole is known and a part of it is not."""
    partes = [plegar_frase(p) for p in hallada.groups()]
    entera = conocida("".join(partes)) and not all(conocida(p) for p in partes)
    return "".join(hallada.groups()) if entera else hallada.group()


@cache
def acompanan() -> frozenset[str]:
    """Words that may stand beside a region's name and say nothing of it."""
    vocab = vocabulario()
    propias = {
        p.texto for frase in (*vocab.acompanan, *vocab.rotulos, *lugares.vocabulario().rotulos) for p in palabras_de(frase)
    }
    siglas = {p.texto for s in servicios.vocabulario().servicios for sigla in s.siglas for p in palabras_de(sigla)}
    return frozenset((propias | siglas) - {"a", "i"})


@cache
def _generales() -> frozenset[str]:
    """Words that are not a place: labels, scopes, ordinals, links."""
    vocab = vocabulario()
    frases = (
        *vocab.rotulos,
        *vocab.acompanan,
        *vocab.todas,
        *vocab.todas_dentro,
        *vocab.nivel_central,
        *vocab.excepto,
        *vocab.sin_dato,
        *vocab.indefinidas,
        *vocab.no_es_central,
        *vocab.nada_excluido,
        *ordinales_en_letras(),
        *vocab.numeros_en_letras,
        *lugares.vocabulario().rotulos,
        *lugares.vocabulario().calles,
        "a al hasta por incluida incluyendo y",
    )
    return frozenset(p for frase in frases for p in plegar_frase(frase).replace(".", " ").replace("/", " ").split() if len(p) > 1)


@cache
def _conocidas() -> tuple[dict[str, frozenset[str]], dict[str, tuple[str, ...]], frozenset[str]]:
    """Words worth repairing to: by their look-alike form, and by first letter; and all words that need no repair."""
    nombres = {p.texto for r in vocabulario().regiones for n in r.fuertes for p in palabras_de(n.texto) if len(p.texto) > 3}
    comunes = {p.texto for f in lugares.vocabulario().comunes for p in palabras_de(f)}
    de_lugar = {p.texto for _, n in lugares.vocabulario().nombres() for p in palabras_de(n) if len(p.texto) > 3}
    siglas = {p.texto for s in servicios.vocabulario().servicios for sigla in s.siglas for p in palabras_de(sigla)}
    metas = (
        {p for p in _generales() if len(p) > 2}
        | nombres
        | {p for p in de_lugar if p not in comunes or len(p) >= LARGO_DOS_DESLICES}
    )
    por_forma: dict[str, set[str]] = {}
    por_letra: dict[str, list[str]] = {}
    for palabra in sorted(metas):
        por_forma.setdefault(parecida(palabra), set()).add(palabra)
        if len(palabra) > 3:
            por_letra.setdefault(palabra[0], []).append(palabra)
    formas = {clave: frozenset(valor) for clave, valor in por_forma.items()}
    return formas, {k: tuple(v) for k, v in por_letra.items()}, frozenset(metas | comunes | de_lugar | siglas | _generales())


def conocida(palabra: str) -> bool:
    return palabra in _conocidas()[2]


@cache
def _de_nombres() -> dict[str, frozenset[str]]:
    """Words of the regions' own names, with the regions whose name has them."""
    donde: dict[str, set[str]] = {}
    for region in vocabulario().regiones:
        for nombre in region.fuertes:
            for palabra in palabras_de(nombre.texto):
                donde.setdefault(palabra.texto, set()).add(region.codigo)
    return {clave: frozenset(valor) for clave, valor in donde.items()}


def de_lugar_o_region(palabra: str) -> bool:
    """Whether the word says where: of a place's or region's name, or a region's number ("Gore Bío-Bío", "Serviu VIII")."""
    return conocida(palabra) or palabra in _de_nombres() or numero_de(Palabra(palabra, "")) is not None


@cache
def _de_lugares() -> frozenset[str]:
    """Words of the names of provinces, communes and regions."""
    vocab = lugares.vocabulario()
    return frozenset(p.texto for _, n in vocab.nombres() for p in palabras_de(n)) | frozenset(_de_nombres())


def es_de_lugar(palabra: str) -> bool:
    """Whether the word is of a place's or region's name, or a region's number; not a word that only goes with one."""
    return palabra in _de_lugares() or numero_de(Palabra(palabra, "")) is not None


def _misma_region(palabras: frozenset[str]) -> bool:
    """Whether all are words of one region's names ("Aysén", "Aisén")."""
    return len({_de_nombres().get(p, frozenset({p})) for p in palabras}) == 1


@cache
def _leidas() -> Lecturas:
    """The words worth repairing to, and the short ones of the regions' names, by how they may be misread."""
    por_forma = _conocidas()[0].values()
    return Lecturas(frozenset(p for palabras in por_forma for p in palabras if len(p) > 3) | _cortas())


@cache
def _cortas() -> frozenset[str]:
    """Words of five letters that a slip is repaired to when its first and last letters stand: regions' names, "todas"."""
    nombres = {p for p, codigos in _de_nombres().items() if len(codigos) == 1}
    return frozenset(p for p in nombres | {"todas", "menos", "salvo"} if len(p) == LARGO_UN_DESLIZ - 1)


@cache
def _corrientes() -> frozenset[str]:
    return frozenset(plegar_frase(p) for p in vocabulario().no_son_deslices)


@lru_cache(maxsize=16384)
def abreviada(corta: str) -> str | None:
    """The word of one region's name that ``corta``, written with a stop, abbreviates; None when it is none's, or a word itself.

    >>> abreviada("coqbo"), abreviada("atac"), abreviada("val"), abreviada("meta")
    ('coquimbo', 'atacama', None, None)
    """
    if not corta.isalpha() or conocida(corta) or corta in _corrientes() or corta in _de_nombres():
        return None
    return palabra_abreviada(corta, _de_nombres(), _de_lugares() | _generales())


@lru_cache(maxsize=65536)
def reparada(palabra: str) -> str:
    """The one known word that ``palabra`` is a slip of; itself when it is known or none, or more than one, is near.

    >>> reparada("antofagsta"), reparada("segnuda"), reparada("1as"), reparada("rural")
    ('antofagasta', 'segunda', 'las', 'rural')
    """
    formas, por_letra, conocidas = _conocidas()
    if palabra in conocidas or palabra.isdigit() or len(palabra) < 3 or numero_de(Palabra(palabra, "")) is not None:
        return palabra
    if palabra in _corrientes():
        return palabra
    margen = 1 if len(palabra) < LARGO_UN_DESLIZ else 2
    iguales = frozenset(p for p in formas.get(parecida(palabra), ()) if abs(len(p) - len(palabra)) <= margen)
    if iguales:
        return min(iguales) if len(iguales) == 1 or _misma_region(iguales) else palabra
    leidas = _leidas().de(palabra)
    if len(leidas) == 1:
        return min(leidas)
    hallados: list[tuple[int, str]] = []
    for distancia, meta in cercanas(palabra, por_letra.get(palabra[0], ()), 2):
        permitidos = 2 if len(meta) >= LARGO_DOS_DESLICES else 1
        trocada = len(meta) == len(palabra) and sorted(meta) == sorted(palabra)
        corta = len(meta) == LARGO_UN_DESLIZ - 1 and meta in _cortas() and meta[-1] == palabra[-1]
        if distancia <= permitidos and (len(meta) >= LARGO_UN_DESLIZ or trocada or corta):
            hallados.append((distancia, meta))
    if not hallados:
        return palabra
    menor = min(d for d, _ in hallados)
    mejores = [m for d, m in hallados if d == menor]
    return mejores[0] if len(mejores) == 1 else palabra
