"""The words with which files are compared, from ``patrones/regimenes/_conjunto.yaml``, and what a file's name says of its
version."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.comun.texto import palabras
from extractor.comun.yaml_estricto import cargar, carpeta_patrones
from extractor.vocabularios.base import Entrada, alternativas


class PalabrasConjunto(Entrada):
    """Closed lists; the file itself says what each one is for."""

    id: str
    posteriores: tuple[str, ...]
    anteriores: tuple[str, ...]
    version: tuple[str, ...]
    indiferentes: tuple[str, ...]
    por_region: tuple[str, ...]
    por_nombre: tuple[str, ...]


@cache
def lexico() -> PalabrasConjunto:
    """The lists. Raises ErrorPatron naming file and line for an unknown key."""
    return cargar(carpeta_patrones() / "regimenes" / "_conjunto.yaml", PalabrasConjunto)


@dataclass(frozen=True, slots=True)
class NombreLeido:
    """What a file's name says. ``orden``: greater is later, 0 when it says nothing; ``dicho``: the words that say it;
    ``raiz``: the name without them."""

    orden: int
    dicho: str
    raiz: str


_POSTERIOR, _ANTERIOR = 1, -1
_NUMERO = 10
"""A stated number of version weighs more than a word: "v3" comes after "v2 final"."""


@cache
def _expresiones() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    listas = lexico()

    def entera(lista: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(rf"(?<![0-9a-z])(?:{alternativas(lista)})(?![0-9a-z])")

    numerada = re.compile(rf"(?<![0-9a-z])(?:{alternativas(listas.version)})\s?(\d{{1,2}})(?![0-9a-z])")
    return numerada, entera(listas.posteriores), entera(listas.anteriores), entera(listas.indiferentes)


def leer_nombre(nombre: str) -> NombreLeido:
    """What the name of a file says of its version.

    >>> leer_nombre("INFORME_sernam_v2.doc").orden > leer_nombre("informe_sernam.doc").orden
    True
    >>> leer_nombre("borrador sernam.doc").raiz == leer_nombre("Sernam (corregido).pdf").raiz
    True
    """
    numerada, posterior, anterior, indiferente = _expresiones()
    tronco = palabras(re.sub(r"\.[A-Za-z0-9]{2,4}$", "", nombre).replace("_", " "))
    orden, dichas = 0, []
    for hallada in numerada.finditer(tronco):
        orden += _NUMERO * int(hallada[1])
        dichas.append(hallada[0])
    resto = numerada.sub(" ", tronco)
    for expresion, vale in ((posterior, _POSTERIOR), (anterior, _ANTERIOR)):
        halladas = expresion.findall(resto)
        orden += vale * len(halladas)
        dichas.extend(halladas)
        resto = expresion.sub(" ", resto)
    return NombreLeido(orden, ", ".join(dichas), " ".join(indiferente.sub(" ", resto).split()))
