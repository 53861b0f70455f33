"""Words that stand beside a service's name without saying that the line is about anything else."""

from __future__ import annotations

import re
from functools import cache

from extractor.normalizadores.letras.aperturas_unidad import aperturas
from extractor.normalizadores.region.palabras import acompanan, es_de_lugar
from extractor.vocabularios.base import plegar_frase
from extractor.vocabularios.responsables import formas_de_cargo
from extractor.vocabularios.servicios import por_codigo, vocabulario

_PALABRA = re.compile(r"[^\W_]+")
VACIAS = frozenset({"de", "del", "la", "las", "los", "el", "y", "e", "a", "en", "para", "chile", "su", "sus", "que"})

MENOR_ABREVIATURA = 3
"""Letters of the shortest abbreviation told by how it begins."""


@cache
def frases(clave: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a list of the vocabulary, as folded words."""
    return frozenset(tuple(_PALABRA.findall(plegar_frase(f))) for f in getattr(vocabulario(), clave))


@cache
def abren(clave: str) -> frozenset[str]:
    """The first words of the phrases of a list."""
    return frozenset(f[0] for f in frases(clave) if f)


@cache
def sueltas(clave: str) -> frozenset[str]:
    """The single words of a list of the vocabulary."""
    return frozenset(f[0] for f in frases(clave) if len(f) == 1)


@cache
def internas() -> frozenset[str]:
    """What opens the name of a unit inside a service."""
    return aperturas("internas")


@cache
def de_titulo() -> frozenset[str]:
    return frozenset(p for f in frases("titulo") for p in f)


@cache
def _de_siempre() -> frozenset[str]:
    """Words of titles, offices, roles of one person and labels."""
    cargos = {f for f in formas_de_cargo() if " " not in f and not f.endswith("s")}
    emisores = {p for f in frases("emisores") for p in f}
    rotulos = {p for f in frases("rotulos") for p in f}
    return VACIAS | acompanan() | de_titulo() | rotulos | internas() | cargos | emisores | sueltas("verbos_de_emisor")


@cache
def entera(corta: str) -> str:
    """The word that an abbreviation with its stop is the beginning of ("coord", "unid"); itself when it is none's."""
    if len(corta) < MENOR_ABREVIATURA or corta in _de_siempre():
        return corta
    return min((p for p in _de_siempre() if p.startswith(corta)), key=lambda p: (len(p), p), default=corta)


@cache
def de_sus_nombres(codigo: str) -> frozenset[str]:
    """Words of the names of a service, which beside its acronym say no more than it does."""
    servicio = por_codigo()[codigo]
    return frozenset(p for n in (servicio.nombre, *servicio.otros, *servicio.antes) for p in _PALABRA.findall(plegar_frase(n)))


def explica(palabra: str, codigo: str) -> bool:
    """Whether a folded word beside a service's name says nothing against its being that service: of a title, an office, a role,
    a place, a number, its own names, or a lone letter."""
    if len(palabra) == 1 or palabra.isdigit() or palabra in _de_siempre() or palabra in de_sus_nombres(codigo):
        return True
    return es_de_lugar(palabra)


@cache
def de_oficina() -> frozenset[str]:
    """Words of an office of a service, and those that link."""
    return VACIAS | internas() | frozenset({"regional", "regionales", "provincial", "nacional", "zonal"})


@cache
def solo_de_su_nombre(palabra: str, codigo: str) -> bool:
    """Whether only the service's name explains the word, which opens none of its names: before the acronym it may as well be what
    the service gives ("Capacitación SENCE", "Becas JUNAEB")."""
    servicio = por_codigo()[codigo]
    abren = {next(iter(_PALABRA.findall(plegar_frase(n))), "") for n in (servicio.nombre, *servicio.otros, *servicio.antes)}
    suya = palabra in de_sus_nombres(codigo) - abren - _de_siempre() and not es_de_lugar(palabra)
    return suya or palabra in sueltas("de_lo_que_hace")


LARGO_SIGLA = 5
"""Letters of the shortest acronym of which a word may be a slip."""


@cache
def casi_su_sigla(palabra: str, codigo: str) -> bool:
    """Whether a folded word is an acronym of the service with one wrong letter or two exchanged ("SERNATRU")."""
    from rapidfuzz.distance import OSA

    suyas = [plegar_frase(s) for s in por_codigo()[codigo].siglas]
    return any(len(s) >= LARGO_SIGLA and OSA.distance(palabra, s, score_cutoff=1) <= 1 for s in suyas)
