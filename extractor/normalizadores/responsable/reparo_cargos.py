"""Misspelt and misread words of roles and units, repaired one at a time; what is kept as written is never touched."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.normalizadores.letras.cercanas import cercanas
from extractor.normalizadores.letras.trazos import parecida
from extractor.normalizadores.region.palabras import conocida
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo, unidades

LARGO_UN_DESLIZ, LARGO_DOS_DESLICES = 6, 10
"""Letters, of the shorter of the two words, from which one and two wrong letters are repaired."""
LARGO_RAIZ = 4
"""First letters that two professions share when one is a slip of the other with two wrong letters."""
_DE_OFICIO = re.compile(r"(?:[dst]or|dora|tora|ista)(?:e?s)?$")
_CUERPOS = ("ria", "rias")
"""How the names of bodies end that share their stem with a position."""


@cache
def _metas() -> tuple[dict[str, str], dict[str, frozenset[str]], dict[str, tuple[str, ...]]]:
    """Words to repair to, with what each stands for; by look-alike form; and by first letter."""
    vocab = unidades()
    sentido: dict[str, str] = {}
    sueltas = (*vocab.fuertes, *vocab.debiles, *vocab.materias, *formas_de_adjetivo())
    for frase in sueltas:
        for palabra in re.findall(r"[a-z]+", plegar_frase(frase)):
            if len(palabra) >= LARGO_UN_DESLIZ - 1:
                sentido.setdefault(palabra, palabra)
    for forma, canonico in formas_de_cargo().items():
        if forma.isalpha() and len(forma) >= LARGO_UN_DESLIZ - 1:
            sentido[forma] = canonico
    formas: dict[str, set[str]] = {}
    letras: dict[str, list[str]] = {}
    for palabra in sorted(sentido):
        formas.setdefault(parecida(palabra), set()).add(palabra)
        letras.setdefault(palabra[0], []).append(palabra)
    return sentido, {k: frozenset(v) for k, v in formas.items()}, {k: tuple(v) for k, v in letras.items()}


@cache
def _intocables() -> frozenset[str]:
    return frozenset(plegar_frase(n) for n in cargos().nombres_propios) | frozenset({"de", "del", "para", "con", "por"})


@cache
def _temas() -> frozenset[str]:
    de_cargos = (forma for forma in formas_de_cargo() if len(forma.split()) > 1 < len(forma.split()[-1]))
    return frozenset(p for frase in (*map(plegar_frase, unidades().temas), *de_cargos) for p in frase.split())


@lru_cache(maxsize=16384)
def norma_reparada(norma: str) -> str:
    """The word of the vocabulary that ``norma`` is a slip of; itself when it is none, or when two meanings are as near.

    >>> norma_reparada("coordiandora"), norma_reparada("prograrna"), norma_reparada("secretan")
    ('coordinadora', 'programa', 'secretan')
    """
    sentido, formas, letras = _metas()
    if norma in sentido or len(norma) < LARGO_UN_DESLIZ - 1 or norma in _intocables() or not norma.isalnum() or norma.isdigit():
        return norma
    if norma in _temas() or conocida(norma):
        return norma  # a subject, a place, or a word of the lines of regions
    iguales = (
        formas.get(parecida(norma), frozenset()) if any(c.isdigit() for c in norma) or "rn" in norma or norma[0] == "l" else ()
    )
    if len(iguales) == 1:
        return next(iter(iguales))
    hallados: list[tuple[int, bool, str]] = []
    cuerpo = norma.endswith(_CUERPOS) and len(norma) > LARGO_UN_DESLIZ
    for distancia, meta in cercanas(norma, letras.get(norma[0], ()), 2):
        if cuerpo and not meta.endswith(_CUERPOS):
            continue  # "defensoría" is a body, not a slip of "defensora"
        corto = min(len(meta), len(norma))
        permitidos = 2 if corto >= LARGO_DOS_DESLICES else 1 if corto >= LARGO_UN_DESLIZ - (len(meta) != len(norma)) else 0
        if len(meta) == len(norma) > LARGO_UN_DESLIZ and sorted(meta) == sorted(norma):
            permitidos = 2  # the same letters in another order ("regonial")
        if distancia == permitidos == 2 and norma[:LARGO_RAIZ] != meta[:LARGO_RAIZ] and _otro_oficio(norma, meta):
            continue  # "consultor" is a profession of its own, no slip of "conductor"
        if distancia <= permitidos and norma not in (meta + "s", meta[:-1]) and norma + "s" != meta:
            hallados.append((distancia, meta[-1] != norma[-1], meta))
    if not hallados:
        return norma
    hallados.sort()
    mejores = [h for h in hallados if h[:2] == hallados[0][:2]]
    return mejores[0][2] if len({sentido[m] for _, _, m in mejores}) == 1 else norma


def _otro_oficio(norma: str, meta: str) -> bool:
    """Whether the word ends as a profession and has other letters than ``meta``."""
    return _DE_OFICIO.search(norma) is not None and sorted(norma) != sorted(meta)


LARGO_TRUNCADA, LARGO_CONTRAIDA = 4, 4
"""Letters of the beginning of a role, and of some of its letters in order, from which it is known; a contraction of three
letters only of a role of five at most ("Jfa.")."""


@lru_cache(maxsize=4096)
def rol_abreviado(corta: str) -> str | None:
    """The written head that ``corta`` shortens, by its beginning or by letters of it in order with the first and the last; None
    when that would be of two roles, or when it is or begins another known word.

    >>> rol_abreviado("encdo"), rol_abreviado("presid"), rol_abreviado("admin"), rol_abreviado("depto")
    ('encargado', 'presidente', None, None)
    """
    sentido, _, _ = _metas()
    abren = (*unidades().fuertes, *unidades().debiles, *unidades().mandadas)
    otras = _intocables() | {plegar_frase(p) for p in (*abren, *cargos().titulos, *cargos().preambulos)}
    otras |= sentido.keys() | formas_de_cargo().keys() | cargos().abreviaturas.keys()
    if corta in otras or corta in formas_de_adjetivo() or len(corta) < LARGO_CONTRAIDA - 1:
        return None
    cabezas = [f for f in formas_de_cargo() if f.isalpha() and f[0] == corta[0] and len(f) > len(corta)]
    halladas = [f for f in cabezas if _contrae(corta, f)]
    if not halladas and len(corta) >= LARGO_TRUNCADA:
        halladas = [f for f in cabezas if f.startswith(corta)]
        if any(p.startswith(corta) and p not in formas_de_cargo() for p in sentido):
            return None  # "Planif." may be the subject
    return halladas[0] if len({formas_de_cargo()[f] for f in halladas}) == 1 else None


def _contrae(corta: str, forma: str) -> bool:
    letras = iter(forma)
    seguidas = corta[-1] == forma[-1] and all(letra in letras for letra in corta)
    return seguidas and (len(corta) >= LARGO_CONTRAIDA or len(forma) <= LARGO_CONTRAIDA + 1)


LARGO_COLA = 2
"""Most letters of the end of a misspelt role that was cut off ("Coodinado r")."""
COLAS_SUELTAS = frozenset({"a", "de", "y", "e", "o", "la", "el", "en", "al", "s"})


@lru_cache(maxsize=4096)
def sin_cortes(texto: str) -> str:
    """``texto`` with a role's or unit's word that a cell or a reading cut in two joined again ("Coordina dora").

    >>> sin_cortes("Coordina dora Regional")
    'Coordinadora Regional'
    """
    salida: list[str] = []
    for palabra in texto.split(" "):
        if salida and palabra[:1].islower() and _es_su_resto(salida[-1], palabra):
            salida[-1] += palabra
        else:
            salida.append(palabra)
    return " ".join(salida)


@lru_cache(maxsize=16384)
def _es_su_resto(escrita: str, palabra: str) -> bool:
    """Whether a word in lower case is the rest of the one before it."""
    sentido, _, _ = _metas()
    previa, resto = plegar_frase(escrita), plegar_frase(palabra)
    junta = previa + resto
    if not (previa.isalpha() and palabra.isalpha() and len(junta) >= LARGO_UN_DESLIZ) or previa in _intocables():
        return False
    if previa in sentido and resto in sentido:
        return False
    corta_cola = len(palabra) <= LARGO_COLA and norma_reparada(previa) == previa and palabra not in COLAS_SUELTAS
    return junta in sentido or (corta_cola and norma_reparada(junta) in formas_de_cargo())
