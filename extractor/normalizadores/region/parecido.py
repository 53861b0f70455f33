"""Near spellings that a repair word by word does not reach: a name cut in two or written as one word; and the candidates."""

from __future__ import annotations

from functools import cache

from extractor.modelo.valores import Division
from extractor.normalizadores.letras.trazos import parecida
from extractor.normalizadores.region.palabras import palabras_de
from extractor.vocabularios import lugares
from extractor.vocabularios.regiones import regiones_de

PISO_CANDIDATO = 45.0
LARGO_PARECIDO = 4
"""Shorter words are like too many names."""
LARGO_JUNTO, LARGO_JUNTO_DOS = 6, 9
"""Letters of a name without its spaces from which it is known in one piece, and with a slip."""


@cache
def _nombres(division: Division) -> tuple[tuple[str, str], ...]:
    """Names fit for comparing by likeness (long enough) and their code."""
    escritos = [(n.texto, r.codigo) for r in regiones_de(division).values() for n in r.fuertes]
    nombres = {(" ".join(p.texto for p in palabras_de(texto)), codigo) for texto, codigo in escritos}
    return tuple(sorted((n, c) for n, c in nombres if len(n) >= LARGO_PARECIDO))


def puntajes_de(variantes: list[str], division: Division) -> list[tuple[str, float]]:
    """Regions by their likeness to the nearest of ``variantes``, the nearest first."""
    from rapidfuzz import fuzz, process

    pares = _nombres(division)
    mejores: dict[str, float] = {}
    for variante in variantes:
        for _, puntaje, lugar in process.extract_iter(
            variante, [n for n, _ in pares], scorer=fuzz.ratio, score_cutoff=PISO_CANDIDATO
        ):
            codigo = pares[lugar][1]
            mejores[codigo] = max(mejores.get(codigo, 0.0), puntaje)
    return sorted(mejores.items(), key=lambda par: (-par[1], par[0]))


@cache
def _juntos(division: Division) -> dict[str, frozenset[str]]:
    """Names of regions and places in one piece, by their look-alike form, with the regions they are of."""
    comunes = set(lugares.vocabulario().comunes)
    vocab = lugares.vocabulario()
    de_lugar = [
        (n, lugares.region_de_lugar(c, division)) for c, n in vocab.nombres() if c not in vocab.con_rotulo and n not in comunes
    ]
    juntos: dict[str, set[str]] = {}
    for nombre, codigo in (*_nombres(division), *de_lugar):
        forma = parecida("".join(p.texto for p in palabras_de(nombre)))
        if codigo is not None and len(forma) >= LARGO_JUNTO - 1:
            juntos.setdefault(forma, set()).add(codigo)
    return {clave: frozenset(valor) for clave, valor in juntos.items()}


@cache
def _formas(division: Division) -> tuple[str, ...]:
    return tuple(sorted(_juntos(division)))


@cache
def _palabras_de_nombres(division: Division) -> frozenset[str]:
    return frozenset(p for nombre, _ in _nombres(division) for p in nombre.split() if len(p) > 2)


def en_una_pieza(escrito: str, division: Division) -> str | None:
    """The region of the only name that ``escrito`` is once its spaces are taken out ("ANTOFA GASTA", "LOSLAGOS"); else None."""
    from rapidfuzz.distance.OSA import distance
    from rapidfuzz.process import extract

    forma = parecida(escrito.replace(" ", ""))
    if len(forma) < LARGO_JUNTO:
        return None
    for prefijo in ("", "region", "regionde", "regiondel"):
        resto = forma.removeprefix(parecida(prefijo)) if prefijo else forma
        codigos = _juntos(division).get(resto, frozenset())
        if len(codigos) == 1 and (not prefijo or resto != forma):
            return next(iter(codigos))
    nombrada = " " in escrito and any(p in _palabras_de_nombres(division) for p in escrito.split())
    if len(forma) < LARGO_JUNTO_DOS and not nombrada:
        return None
    hallados = extract(forma, _formas(division), scorer=distance, score_cutoff=1, limit=None)
    cerca = {c for nombre, _, _ in hallados for c in _juntos(division)[nombre]}
    return next(iter(cerca)) if len(cerca) == 1 else None
