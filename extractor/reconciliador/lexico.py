"""The words the logic rules look for, from ``patrones/regimenes/_logica.yaml``, and what is asked of them."""

from __future__ import annotations

import re
from functools import cache

from extractor.comun.texto import plegar
from extractor.comun.yaml_estricto import cargar, carpeta_patrones
from extractor.vocabularios.base import Entrada, alternativas


class PalabrasLogica(Entrada):
    """Closed lists of words; the file itself says what each one is for."""

    id: str
    metas: tuple[str, ...]
    calificativos_meta: tuple[str, ...]
    cabezas_indicador: tuple[str, ...]
    menos_es_mejor: tuple[str, ...]
    por_bajar: tuple[str, ...]
    comprometidos: tuple[str, ...]
    de_su_meta: tuple[str, ...]
    ante_su_meta: tuple[str, ...]
    otra_meta: tuple[str, ...]
    otros_duenos: tuple[str, ...]
    cambian_metas: tuple[str, ...]
    muestran_lo_hecho: tuple[str, ...]
    alcanzados: tuple[tuple[tuple[str, ...], ...], ...]
    vacias: tuple[str, ...]
    meses: tuple[str, ...]
    antes_de_anio: tuple[str, ...]
    antes_de_ordinal: tuple[str, ...]
    cierran_cantidad: tuple[str, ...]
    sin_parte: tuple[str, ...]
    horas_o_dinero: tuple[str, ...]
    anio_siguiente: tuple[str, ...]
    resto: tuple[str, ...]
    pendientes: tuple[str, ...]
    faltan: tuple[str, ...]
    de_orden: tuple[str, ...]
    quedan: tuple[str, ...]
    nada_queda: tuple[str, ...]
    no_es_hacer: tuple[str, ...]
    planes: tuple[str, ...]
    medidas: tuple[str, ...]
    acciones: tuple[str, ...]
    rotulos_de_objetivo: tuple[str, ...]
    todos_los_objetivos: tuple[str, ...]
    terminan_nombres: tuple[str, ...]
    parientes: tuple[tuple[str, str], ...]
    anuncian: tuple[str, ...]
    con_nombre_propio: tuple[str, ...]
    cambian_lo_contado: tuple[str, ...]
    de_ponderaciones: tuple[str, ...]
    ganadas: tuple[str, ...]
    de_resumen: tuple[str, ...]
    ponderan_juntos: tuple[str, ...]


@cache
def lexico() -> PalabrasLogica:
    """The lists. Raises ErrorPatron naming file and line for an unknown key."""
    return cargar(carpeta_patrones() / "regimenes" / "_logica.yaml", PalabrasLogica)


@cache
def conjunto(clave: str) -> frozenset[str]:
    """One list, folded, for looking single words up."""
    return frozenset(plegar(palabra) for palabra in getattr(lexico(), clave))


@cache
def frases(clave: str) -> re.Pattern[str]:
    """One list as an expression that finds any of its phrases as whole words in folded text."""
    return re.compile(rf"(?<![0-9a-z])(?:{alternativas(getattr(lexico(), clave))})(?![0-9a-z])")


@cache
def comienzos(clave: str) -> re.Pattern[str]:
    """One list of word beginnings as an expression that finds a word with any of them in folded text."""
    return re.compile(rf"(?<![0-9a-z])(?:{alternativas(getattr(lexico(), clave))})[a-z]*")


_PALABRAS = re.compile(r"[a-z][a-z0-9]*")


def raiz(palabra: str) -> str:
    """A word without its plural and its last vowel, so that "talleres" and "taller", "elaboradas" and "elaborado" meet.

    >>> raiz("talleres"), raiz("taller"), raiz("personas"), raiz("redes")
    ('taller', 'taller', 'person', 'red')
    """
    base = plegar(palabra)
    if len(base) > 4 and base.endswith("ces"):
        return f"{base[:-3]}z"
    if len(base) > 3 and base.endswith("es") and base[-3] in "lrndjz":
        return base[:-2]
    if len(base) > 3 and base.endswith("s"):
        base = base[:-1]
    return base[:-1] if len(base) > 3 and base[-1] in "aeo" else base


def raices(texto: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    vacias = conjunto("vacias")
    return frozenset(raiz(p) for p in _PALABRAS.findall(plegar(texto)) if p not in vacias and len(p) > 2)
