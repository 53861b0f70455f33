"""The bodies that share a code, each a service of its own: which one a text names ("Servicio de Salud Osorno", "S.S. Osorno")."""

from __future__ import annotations

import re
from functools import cache

from extractor.vocabularios.base import plegar_con_lugares, plegar_frase
from extractor.vocabularios.servicios import por_codigo, vocabulario

_ENLACE = r"(?:del?[^a-z0-9]+)?(?:l[ao]s?[^a-z0-9]+)?"
_ENTRE = r"[^a-z0-9.;:]+"


def _voces(frase: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", plegar_frase(frase)))


def _seguidas(frase: str) -> str:
    return _ENTRE.join(_voces(frase).split())


def _con_puntos(abreviado: str) -> str:
    return r"\s?".join(rf"{re.escape(letra)}\.?" for letra in plegar_frase(abreviado))


@cache
def _nombres(codigo: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """What finds a body after its service's name, and the full name by the folded words of the way it is written."""
    servicio = por_codigo()[codigo]
    if not servicio.organismos:
        return None
    enteros = {_voces(forma): f"{servicio.nombre} {formas[0]}" for formas in servicio.organismos for forma in formas}
    lugares = "|".join(_seguidas(f) for f in sorted(enteros, key=lambda f: (-len(f), f)))
    cabezas = "|".join((_seguidas(servicio.nombre), *(_con_puntos(a) for a in servicio.abreviado)))
    return re.compile(rf"(?<![a-z0-9])({cabezas}){_ENTRE}{_ENLACE}({lugares})(?![a-z0-9])"), enteros


def organismos_en(codigo: str, texto: str) -> frozenset[str]:
    """Full names of the bodies of ``codigo`` that ``texto`` names; empty for a code that is of one body only."""
    hallador = _nombres(codigo)
    if hallador is None:
        return frozenset()
    expresion, enteros = hallador
    return frozenset(enteros[_voces(h[2])] for h in expresion.finditer(plegar_con_lugares(texto)[0]))


def es_nombre_de_organismo(codigo: str, texto: str) -> bool:
    """Whether a text is the name of one of the bodies of ``codigo``, however its place is written, and nothing else.

    >>> [es_nombre_de_organismo("gore", x) for x in ("GOBIERNO REGIONAL DE MAGALLANES", "Gobierno Regional y otros")]
    [True, False]
    """
    hallador = _nombres(codigo)
    return hallador is not None and hallador[0].fullmatch(plegar_con_lugares(texto)[0].strip(" .:-–")) is not None


def organismo_de(codigo: str, texto: str) -> str | None:
    """The one body of ``codigo`` that ``texto`` names; None when it names none or several.

    >>> organismo_de("ss", "S.S. Metropolitano Norte")
    'Servicio de Salud Metropolitano Norte'
    """
    nombrados = organismos_en(codigo, texto)
    return min(nombrados) if len(nombrados) == 1 else None


def subsecretaria_de(codigo: str, texto: str) -> str | None:
    """The under-secretariat of a ministry that ``texto`` names, which is the service that reports; None when it names none.

    >>> subsecretaria_de("minvu", "Subsecretaría de Vivienda"), subsecretaria_de("minvu", "MINVU")
    ('Subsecretaría de Vivienda y Urbanismo', None)
    """
    propias = _subsecretarias(codigo)
    if not propias:
        return None
    dicho = f" {_voces(texto)} "
    return propias[0] if any(f" {_voces(n)} " in dicho for n in propias) else None


@cache
def _subsecretarias(codigo: str) -> tuple[str, ...]:
    """Names of the under-secretariats that a ministry's code stands for; none for any other service."""
    servicio = por_codigo()[codigo]
    de_ministerio = servicio.nombre.startswith("Ministerio")
    return tuple(n for n in servicio.otros if de_ministerio and n.startswith("Subsecretaría"))


@cache
def _de_varios_organismos() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """The services that have bodies and a short name: the full name, what finds the short one in capitals ("SS", "S. S."), and
    what finds a body after either."""
    salida = []
    for servicio in vocabulario().servicios:
        hallador = _nombres(servicio.codigo) if servicio.abreviado else None
        if hallador is not None:
            iniciales = "|".join(r"\.?\s?".join(map(re.escape, corto.upper())) for corto in servicio.abreviado)
            salida.append((servicio.nombre, re.compile(iniciales), hallador[0]))
    return tuple(salida)


def sin_abreviar(texto: str) -> str:
    """``texto`` with the short name of a service in full where one of its bodies follows it ("SS Osorno")."""
    for nombre, iniciales, hallador in _de_varios_organismos():
        if not iniciales.search(texto):
            continue
        plegado, lugares = plegar_con_lugares(texto)
        for hallada in reversed(list(hallador.finditer(plegado))):
            desde, hasta = lugares[hallada.start(1)], lugares[hallada.end(1) - 1] + 1
            if texto[desde:hasta].isupper() and plegar_frase(texto[desde:hasta]) != plegar_frase(nombre):
                texto = f"{texto[:desde]}{nombre}{texto[hasta:]}"
    return texto
