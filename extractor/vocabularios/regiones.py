"""Chile's regions in the three divisions in force since 1974, and the names and numbers they go by."""

from __future__ import annotations

from functools import cache
from typing import Self

from pydantic import model_validator

from extractor.modelo.valores import Alcance, Division
from extractor.vocabularios.base import Entrada, leer_vocabulario, plegar_frase

_DIEZ = 10


class DivisionRegional(Entrada):
    """A division of the country; ``desde`` and ``hasta`` are years of a programme, both included."""

    id: Division
    desde: int
    hasta: int
    nombre: str


class NombreRegion(Entrada):
    texto: str
    visto: str


class EntradaRegion(Entrada):
    codigo: str
    romano: str
    nombre: str
    divisiones: tuple[Division, ...]
    fuertes: tuple[NombreRegion, ...]


class Equivalencia(Entrada):
    """``codigo`` of ``division`` covers ground that was ``antes`` in ``antes_division``."""

    codigo: str
    division: Division
    antes: str
    antes_division: Division


class EjemploRegion(Entrada):
    texto: str
    anio: int | None = None
    codigos: tuple[str, ...] = ()
    alcance: Alcance = "REGION"


class EjemplosRegion(Entrada):
    acepta: tuple[EjemploRegion, ...]
    rechaza: tuple[EjemploRegion, ...]


class VocabularioRegiones(Entrada):
    id: str
    divisiones: tuple[DivisionRegional, ...]
    regiones: tuple[EntradaRegion, ...]
    equivalencias: tuple[Equivalencia, ...]
    ordinales: dict[str, int]
    decenas: dict[str, int]
    rotulos: tuple[str, ...]
    acompanan: tuple[str, ...]
    adornos: dict[str, tuple[str, ...]]
    todas: tuple[str, ...]
    todas_dentro: tuple[str, ...]
    clases_de_oficina: tuple[str, ...]
    entre_oficina_y_lugar: tuple[str, ...]
    oficinas_de_region: tuple[str, ...]
    nivel_central: tuple[str, ...]
    no_es_central: tuple[str, ...]
    excepto: tuple[str, ...]
    incluyen: tuple[str, ...]
    con_ambito: tuple[str, ...]
    de_una: tuple[str, ...]
    niegan: tuple[str, ...]
    nada_excluido: tuple[str, ...]
    indefinidas: tuple[str, ...]
    hasta: tuple[str, ...]
    ajenas: tuple[str, ...]
    antiguas: tuple[str, ...]
    actuales: tuple[str, ...]
    establecimientos: tuple[str, ...]
    otras_divisiones: tuple[str, ...]
    llevan_division: tuple[str, ...]
    divisiones_de_servicio: tuple[str, ...]
    parten_regiones: tuple[str, ...]
    clases_de_establecimiento: tuple[str, ...]
    sitios_menores: tuple[str, ...]
    una_por_region: tuple[str, ...]
    partes: tuple[str, ...]
    accidentes: tuple[str, ...]
    breves: tuple[str, ...]
    llevan_numero: tuple[str, ...]
    no_son_deslices: tuple[str, ...]
    numeros_en_letras: dict[str, int]
    quedan_abiertas: tuple[str, ...]
    sin_dato: tuple[str, ...]
    ejemplos: EjemplosRegion

    @model_validator(mode="after")
    def _un_nombre_un_sentido(self) -> Self:
        """No name may mean two regions within one division."""
        for division in self.divisiones:
            vistos: dict[str, str] = {}
            for nombre, codigo in self.nombres(division.id):
                plegado = plegar_frase(nombre)
                if vistos.setdefault(plegado, codigo) != codigo:
                    raise ValueError(f"«{nombre}» nombra dos regiones en la división {division.id}: {vistos[plegado]} y {codigo}")
        return self

    def nombres(self, division: Division) -> tuple[tuple[str, str], ...]:
        """Every name with its code in ``division``."""
        return tuple((n.texto, r.codigo) for r in self.regiones if division in r.divisiones for n in r.fuertes)


@cache
def vocabulario() -> VocabularioRegiones:
    return leer_vocabulario("regiones", VocabularioRegiones)


@cache
def ordinales_en_letras() -> dict[str, int]:
    """Every ordinal in folded words, the compound ones too, and its number.

    >>> [ordinales_en_letras()[o] for o in ("sexta", "decima tercera", "decimotercera")]
    [6, 13, 13]
    """
    simples = {plegar_frase(nombre): numero for nombre, numero in vocabulario().ordinales.items()}
    unidades = [(nombre, numero) for nombre, numero in simples.items() if numero < _DIEZ]
    decenas = [(plegar_frase(nombre), numero) for nombre, numero in vocabulario().decenas.items()]
    compuestos = {f"{d}{junta}{u}": diez + uno for d, diez in decenas for u, uno in unidades for junta in ("", " ")}
    return compuestos | simples


def division_de(anio: int | None) -> Division:
    """The division for a programme of ``anio``; without a year, that of 2007.

    >>> division_de(2007), division_de(2009), division_de(None)
    ('1974', '2007', '2007')
    """
    if anio is None:
        return "2007"
    for division in vocabulario().divisiones:
        if anio <= division.hasta:
            return division.id
    return vocabulario().divisiones[-1].id


@cache
def regiones_de(division: Division) -> dict[str, EntradaRegion]:
    """The regions of ``division`` by code, in the order of their codes."""
    return {r.codigo: r for r in sorted(vocabulario().regiones, key=lambda r: r.codigo) if division in r.divisiones}


@cache
def codigos_que_cambiaron() -> frozenset[str]:
    """Codes whose ground changed from one division to another: their number alone needs a year."""
    return frozenset(e.antes for e in vocabulario().equivalencias)


def antes_de(codigo: str, division: Division) -> str | None:
    """The code in ``division`` of the region that held what is now ``codigo``, or None when nothing tells it.

    >>> antes_de("14", "1974")
    '10'
    """
    actual: str | None = codigo
    while actual is not None and actual not in regiones_de(division):
        previa = [e.antes for e in vocabulario().equivalencias if e.codigo == actual and e.antes != actual]
        actual = previa[0] if previa else None
    return actual
