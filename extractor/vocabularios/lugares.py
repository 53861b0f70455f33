"""Chile's provinces and communes: official codes, other names, and the region they belong to in each division."""

from __future__ import annotations

from functools import cache
from typing import Self

from pydantic import model_validator

from extractor.modelo.valores import Division
from extractor.vocabularios.base import Entrada, leer_vocabulario, plegar_frase
from extractor.vocabularios.regiones import antes_de
from extractor.vocabularios.regiones import vocabulario as vocabulario_regiones


class EntradaProvincia(Entrada):
    """``desde`` and ``hasta``: years in which it exists, both included; ``comunas``: name by official code."""

    codigo: str
    nombre: str
    desde: int | None = None
    hasta: int | None = None
    comunas: dict[str, str]


class AliasLugar(Entrada):
    texto: str
    codigo: str
    visto: str


class VocabularioLugares(Entrada):
    id: str
    visto: str
    provincias: tuple[EntradaProvincia, ...]
    alias: tuple[AliasLugar, ...]
    rotulos: tuple[str, ...]
    con_rotulo: tuple[str, ...]
    comunes: tuple[str, ...]
    abreviaturas: dict[str, str]
    calles: tuple[str, ...]

    @model_validator(mode="after")
    def _codigos_y_nombres(self) -> Self:
        """A commune's code opens with its province's; an alias is of a registered place; no name is of two regions."""
        nombres = self.nombres()
        codigos = {p.codigo for p in self.provincias} | {c for p in self.provincias for c in p.comunas}
        for provincia in self.provincias:
            malos = sorted(c for c in provincia.comunas if len(c) != 5 or c[:3] != provincia.codigo)
            if malos:
                raise ValueError(f"comunas de otra provincia en {provincia.codigo}: {', '.join(malos)}")
        perdidos = sorted(({a.codigo for a in self.alias} | set(self.con_rotulo)) - codigos)
        if perdidos:
            raise ValueError(f"alias de un lugar sin registrar: {', '.join(perdidos)}")
        vistos: dict[str, str] = {}
        for codigo, nombre in nombres:
            if codigo in self.con_rotulo:
                continue
            plegado = plegar_frase(nombre)
            if vistos.setdefault(plegado, codigo[:2]) != codigo[:2]:
                raise ValueError(f"«{nombre}» nombra lugares de dos regiones: {vistos[plegado]} y {codigo[:2]}")
        return self

    def nombres(self) -> tuple[tuple[str, str], ...]:
        """Every (code, name), provinces and communes, aliases included."""
        propios = [(p.codigo, p.nombre) for p in self.provincias]
        comunas = [par for p in self.provincias for par in p.comunas.items()]
        return (*propios, *comunas, *((a.codigo, a.texto) for a in self.alias))


@cache
def vocabulario() -> VocabularioLugares:
    return leer_vocabulario("lugares", VocabularioLugares)


@cache
def region_de_lugar(codigo: str, division: Division) -> str | None:
    """The region of a province or commune in ``division``.

    >>> region_de_lugar("14101", "1974"), region_de_lugar("161", "2018")
    ('10', '16')
    """
    return antes_de(codigo[:2], division)


@cache
def cambio_de_region(codigo: str) -> bool:
    """Whether the place was of different regions in different divisions, so that its region needs a year."""
    return len({region_de_lugar(codigo, d.id) for d in vocabulario_regiones().divisiones}) > 1
