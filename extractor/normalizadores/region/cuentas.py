"""Counts in a region line ("las 13 regiones", "dos direcciones regionales") and what "sin" leaves out of them."""

from __future__ import annotations

from functools import cache

from extractor.modelo.valores import Division
from extractor.normalizadores.region.menciones import buscar_menciones
from extractor.normalizadores.region.palabra import Palabra, numero_de
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.regiones import vocabulario


@cache
def _letras() -> dict[str, int]:
    return {plegar_frase(k): v for k, v in vocabulario().numeros_en_letras.items()}


def cardinal(palabra: Palabra) -> int | None:
    """The count a word is, in figures or in letters."""
    return int(palabra.texto) if palabra.texto.isdigit() else _letras().get(palabra.texto)


def cuenta_de(palabras: tuple[Palabra, ...]) -> tuple[int, int, int] | None:
    """The count of "las 13 regiones", "13 direcciones regionales", "las 13" and where it stands.

    None when the number is a region's or there is none.
    """
    if len(palabras) == 2 and palabras[0].texto == "las" and not palabras[1].ordinal and cardinal(palabras[1]) is not None:
        return cardinal(palabras[1]) or 0, 1, 2
    contadas = not {"regiones", "regionales"}.isdisjoint([p.texto for p in palabras])
    for indice in range(len(palabras) - 1) if contadas else ():
        palabra = palabras[indice]
        seguida = tuple(p.texto for p in palabras[indice + 1 : indice + 3])
        largo = 1 if seguida[0] == "regiones" else 2 if seguida[1:] == ("regionales",) else 0
        if not largo or palabra.ordinal:
            continue
        numero = cardinal(palabra)
        previas = [p.texto for p in palabras[:indice] if p.texto not in ("y", "e")]
        en_lista = bool(previas) and (previas[-1].isdigit() or previas[-1] == "la" or palabra.antes == ",")
        if numero is not None and not en_lista:
            return numero, indice, indice + 1 + largo
    return None


def sin_una(palabras: tuple[Palabra, ...], division: Division) -> tuple[int, int] | None:
    """Where "sin" stands right before a region that is left out ("14 regiones (sin la Metropolitana)"); None when it does not."""
    for indice, palabra in enumerate(palabras[:-1]):
        if indice and palabra.texto == "sin":
            fuera = buscar_menciones(palabras[indice + 1 :], division)
            antes = {p.texto for p in palabras[indice + 1 : indice + 1 + (fuera[0].inicio if fuera else 0)]}
            if fuera and antes <= {"la", "las", "los", "el", "region", "regiones", "de", "del"}:
                return indice, indice + 1
    return None


def otro_numero(cabeza: tuple[Palabra, ...], inicio: int, fin: int) -> bool:
    """Whether a Roman number or an ordinal that may be a region's stands beside a count."""
    fuera = (*cabeza[:inicio], *cabeza[fin:])
    return any(numero_de(p) is not None and p.texto not in ("i", "v", "x") for p in fuera)
