"""The written names of one unit brought together, within a report and across the reports of a service.

Units are an open vocabulary: nobody lists them, so only what is written can tell that two names are one. Names are one
when their words are the same once folded and unabbreviated, or when a single word differs by a typing slip, a plural or a
gender. A number, a Roman number, or a word that is itself known ("Estudios", "Planificación", a region) never is a slip.
Names of different services are never compared: every service has its own "Unidad de Estudios".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractor.comun.huellas import huella
from extractor.comun.texto import blancos
from extractor.modelo.base import Origen
from extractor.normalizadores.responsable.unidades_parecido import clave_de, comparar, junta

UMBRAL = 80.0
"""Least likeness (0-100, of the letters of both names) of a name to the group's own, when one word differs."""
MARGEN = 3.0
"""By how much a group must be nearer than the next one; else the name stays alone."""
HUECOS = (1, 2)
"""Words that may differ between two names; two only in names of at least ``PALABRAS_PARA_DOS``."""
PALABRAS_PARA_DOS = 5


@dataclass(frozen=True, slots=True)
class MencionUnidad:
    """A unit as read somewhere. ``servicio``: code of the service whose report it is, None when unknown."""

    nombre: str
    documento: str
    servicio: str | None = None
    lugar: Origen | None = None


@dataclass(frozen=True, slots=True)
class VarianteUnidad:
    """One spelling: how often it was seen, its likeness to the group's own (0-100), why it is here, and where it was seen."""

    nombre: str
    veces: int
    puntaje: float
    porque: str
    lugares: tuple[tuple[str, Origen | None], ...]


@dataclass(frozen=True, slots=True)
class GrupoUnidades:
    """One unit. ``canonico`` is the spelling most often seen of the words most often seen, the fullest on a tie."""

    id: str
    servicio: str | None
    canonico: str
    veces: int
    documentos: int
    variantes: tuple[VarianteUnidad, ...]


@dataclass(slots=True)
class _Nombre:
    """All mentions that fold to the same words."""

    clave: tuple[str, ...]
    menciones: list[MencionUnidad]

    @property
    def escrito(self) -> str:
        cuentas = Counter(blancos(m.nombre) for m in self.menciones)
        return max(cuentas, key=lambda n: (cuentas[n], len(n), not n.isupper(), n))


def agrupar_unidades(menciones: Iterable[MencionUnidad]) -> tuple[GrupoUnidades, ...]:
    """The units of all mentions, by service and canonical name. The order of the mentions changes nothing but that of places."""
    por_servicio: dict[str | None, list[MencionUnidad]] = defaultdict(list)
    for mencion in menciones:
        if clave_de(mencion.nombre):
            por_servicio[mencion.servicio].append(mencion)
    grupos = [g for servicio, suyas in por_servicio.items() for g in _de_un_servicio(servicio, suyas)]
    return tuple(sorted(grupos, key=lambda g: (g.servicio or "", g.canonico, g.id)))


def _de_un_servicio(servicio: str | None, menciones: Sequence[MencionUnidad]) -> list[GrupoUnidades]:
    """Names take places in order, the most often seen first, each beside the nearest group's own name or as a new group:
    compared with that name only, so that no chain of small steps joins what is far apart."""
    grupos: list[list[tuple[_Nombre, float, str]]] = []
    por_hueco: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for nombre in _nombres(menciones):
        huecos = _huecos(nombre.clave)
        cercanos = sorted({g for hueco in huecos for g in por_hueco.get(hueco, ())})
        elegido = _mejor(nombre, [(g, grupos[g][0][0]) for g in cercanos])
        if elegido is None:
            for hueco in huecos:
                por_hueco[hueco].append(len(grupos))
            grupos.append([(nombre, 100.0, "es el nombre del grupo")])
        else:
            grupos[elegido[0]].append((nombre, elegido[1], elegido[2]))
    return [_grupo(servicio, grupo) for grupo in grupos]


def _nombres(menciones: Sequence[MencionUnidad]) -> list[_Nombre]:
    """Mentions whose words, or whose letters without spaces, are the same; the most often seen first, then the longest."""
    por_letras: dict[str, list[MencionUnidad]] = defaultdict(list)
    for mencion in menciones:
        por_letras[junta(mencion.nombre)].append(mencion)
    nombres = []
    for iguales in por_letras.values():
        claves = Counter(clave_de(m.nombre) for m in iguales)
        nombres.append(_Nombre(max(claves, key=lambda c: (claves[c], -len(c), c)), iguales))
    return sorted(nombres, key=lambda n: (-len(n.menciones), -len(junta(n.escrito)), n.clave))


def _huecos(clave: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The name with each word left out in turn (each two words, in long names): names that share one may be near."""
    salida: list[tuple[str, ...]] = []
    for cuantos in HUECOS:
        if cuantos == 1 or len(clave) >= PALABRAS_PARA_DOS:
            for fuera in combinations(range(len(clave)), cuantos):
                salida.append((str(cuantos), *("" if i in fuera else p for i, p in enumerate(clave))))
    return salida


def _mejor(nombre: _Nombre, grupos: Sequence[tuple[int, _Nombre]]) -> tuple[int, float, str] | None:
    """The group nearest to the name with its likeness and why; None when none is near, or two are as near."""
    cercanos = []
    for indice, otro in grupos:
        parecido = comparar(nombre.clave, otro.clave, len(nombre.menciones), len(otro.menciones))
        if parecido is not None and parecido[0] >= UMBRAL:
            cercanos.append((parecido[0], indice, parecido[1]))
    cercanos.sort(key=lambda c: (-c[0], c[1]))
    if not cercanos or (len(cercanos) > 1 and cercanos[0][0] - cercanos[1][0] < MARGEN):
        return None
    puntaje, indice, porque = cercanos[0]
    return indice, puntaje, porque


def _grupo(servicio: str | None, nombres: Sequence[tuple[_Nombre, float, str]]) -> GrupoUnidades:
    canonico = nombres[0][0].escrito
    variantes: list[VarianteUnidad] = []
    for nombre, puntaje, porque in nombres:
        por_escrito: dict[str, list[MencionUnidad]] = defaultdict(list)
        for mencion in nombre.menciones:
            por_escrito[blancos(mencion.nombre)].append(mencion)
        for escrito, suyas in por_escrito.items():
            propio = "las mismas palabras" if puntaje == 100 and escrito != canonico else porque
            variantes.append(VarianteUnidad(escrito, len(suyas), puntaje, propio, tuple((m.documento, m.lugar) for m in suyas)))
    menciones = [m for nombre, _, _ in nombres for m in nombre.menciones]
    return GrupoUnidades(
        id=huella(servicio, list(nombres[0][0].clave)),
        servicio=servicio,
        canonico=canonico,
        veces=len(menciones),
        documentos=len({m.documento for m in menciones}),
        variantes=tuple(sorted(variantes, key=lambda v: (-v.puntaje, -v.veces, v.nombre))),
    )
