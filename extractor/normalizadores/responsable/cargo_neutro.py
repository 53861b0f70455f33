"""A written role in its neutral form: singular, both genders, short forms in full."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from extractor.normalizadores.responsable.oficios import oficio
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import cargos, formas_de_adjetivo, formas_de_cargo


@lru_cache(maxsize=8192)
def neutro(rol: str, complemento: str) -> str:
    """The role in its neutral form with its complement as written.

    >>> neutro("Coordinadora Regional", "programa VIF")
    'Coordinador/a Regional programa VIF'
    """
    escritas = plegar_frase(rol).split()
    if escritas[:1] == ["ex"] and len(escritas) > 1 and len(rol) > 3:
        return f"Ex {neutro(rol[3:], complemento)}"
    plegado = "".join(escritas)
    if plegado.endswith("(s)") and plegado[:-3] in _abreviados():
        return f"{_abreviados()[plegado[:-3]]} (S) {complemento}".strip()
    if plegado in _abreviados():
        return f"{_abreviados()[plegado]} {complemento}".strip()
    cabeza = _comienzo(plegado, _formas_juntas())
    if cabeza.isalpha() and cabeza not in _con_plural(escritas) and oficio(escritas[0]):
        cabeza = ""  # "consultor" is not "cónsul"
    corta = _comienzo(plegado[: len(cabeza) - 1], _formas_juntas()) if cabeza else ""
    if corta and _todos_adjetivos(plegado[len(corta) :]) and not _todos_adjetivos(plegado[len(cabeza) :]):
        cabeza = corta  # "directora subrogante" is not "directoras ubrogante"
    if not cabeza and rol and (canonico := oficio(escritas[0])) is not None:
        return " ".join([canonico, *_adjetivos("".join(escritas[1:])), *complemento.split()])
    canonico = _formas_juntas().get(cabeza, rol)
    palabras = complemento.split()
    if len(cabeza) < len(plegado) and not cabeza:
        return " ".join([rol, *palabras])
    if palabras and cabeza.endswith("s") and palabras[-1].endswith("s") and plegar_frase(palabras[-1]) in formas_de_adjetivo():
        palabras[-1] = formas_de_adjetivo()[plegar_frase(palabras[-1])]  # "Encargados PMG regionales"
    elif len(palabras) == 1 and cabeza.endswith("s") and palabras[0].endswith("ales"):
        palabras[0] = palabras[0].removesuffix("es")  # "Trabajadores sociales"
    return " ".join([canonico, *_adjetivos(plegado[len(cabeza) :]), *palabras])


@cache
def _abreviados() -> dict[str, str]:
    return {plegar_frase(f).replace(" ", ""): canonico for canonico, formas in cargos().abreviados.items() for f in formas}


def _con_plural(palabras: list[str]) -> set[str]:
    """The first words, put together one by one."""
    return {"".join(palabras[:n]) for n in range(1, len(palabras) + 1)}


LARGO_FORMA = 64
"""No written head of a role is longer."""


def _comienzo(texto: str, formas: Mapping[str, str]) -> str:
    """The longest of ``formas`` that ``texto`` begins with; empty when none."""
    for largo in range(min(len(texto), LARGO_FORMA), 0, -1):
        if texto[:largo] in formas:
            return texto[:largo]
    return ""


@cache
def _formas_juntas() -> dict[str, str]:
    cortas = {f"{plegar_frase(corta)}.": canonico for corta, canonico in cargos().abreviaturas.items()}
    rotulos = {plegar_frase(f): canonico for canonico, formas in cargos().rotulos_cargo.items() for f in formas}
    return rotulos | {forma.replace(" ", ""): canonico for forma, canonico in formas_de_cargo().items()} | cortas


def _adjetivos(junto: str) -> list[str]:
    """The neutral forms of the adjectives that were written one after another, without spaces."""
    salida: list[str] = []
    while junto:
        forma = _comienzo(junto, _formas_tras_cargo())
        if not forma:
            return [*salida, junto]
        salida.append(_formas_tras_cargo()[forma])
        junto = junto[len(forma) :]
    return salida


@cache
def _formas_tras_cargo() -> dict[str, str]:
    """Adjectives of a role, and the roles that are one after a profession ("Enfermera Jefe")."""
    roles = {f: formas_de_cargo().get(f, f) for f in map(plegar_frase, cargos().tras_profesion)}
    return roles | formas_de_adjetivo()


@cache
def _neutras_tras_cargo() -> frozenset[str]:
    return frozenset(_formas_tras_cargo().values())


def _todos_adjetivos(junto: str) -> bool:
    return _neutras_tras_cargo().issuperset(_adjetivos(junto))
