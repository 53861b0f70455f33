"""The tables of one document about one programme of one region, as one side of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from extractor.modelo.base import Origen
from extractor.modelo.conjunto import LugarConjunto, LugarFuente, PartidaResumida, Resumen, TablaResumida


@dataclass(frozen=True, slots=True, order=True)
class Clave:
    """What two documents may both report: year, kind of table, programme and region. ``codigos`` is empty for the central
    level."""

    anio: int
    tipo: str
    programa: str
    alcance: str
    codigos: tuple[str, ...]


@dataclass(frozen=True)
class Lado:
    resumen: Resumen
    tablas: tuple[TablaResumida, ...]

    @cached_property
    def partidas(self) -> tuple[PartidaResumida, ...]:
        return tuple(partida for tabla in self.tablas for partida in tabla.partidas)

    @cached_property
    def _de(self) -> dict[int, TablaResumida]:
        return {id(partida): tabla for tabla in self.tablas for partida in tabla.partidas}

    def lugar(self, partida: PartidaResumida | None = None, campo: str = "ponderacion") -> LugarConjunto:
        """The place of a field of an item of this side, or of its (first) table."""
        tabla = self.tablas[0] if partida is None else self._de[id(partida)]
        lugar: LugarFuente | None = tabla.lugar
        if partida is not None:
            lugar = {"ponderacion_ganada": partida.lugar_ganada, "estado": partida.lugar_estado}.get(campo, partida.lugar)
        return LugarConjunto(
            documento=self.resumen.sha256, tabla=tabla.id, fila=partida.fila if partida is not None else None,
            actividad=partida.actividad if partida is not None else None,
            origen=_origen(lugar.origen) if lugar is not None else None,
        )

    def en_palabras(self, partida: PartidaResumida) -> str:
        """ "tabla 3, fila 2, 1ª actividad"."""
        tabla = self._de[id(partida)]
        partes = [f"tabla {tabla.numero}"]
        if len({p.fila for p in tabla.partidas}) > 1:
            partes.append(f"fila {partida.fila + 1}")
        if partida.actividad is not None:
            partes.append(f"{partida.actividad + 1}ª actividad")
        return ", ".join(partes)


def _origen(origen: Origen) -> Origen | None:
    """None where the place is of no use to anybody."""
    coordenadas = origen.model_dump(exclude={"texto"}, exclude_none=True)
    return origen if coordenadas else None


def claves_de(resumen: Resumen, etapa: int | None, con_tipo: bool = True) -> Iterator[tuple[Clave, TablaResumida]]:
    """The tables of that stage with a sure region: two files without one say nothing of each other. Without ``con_tipo``
    the kind of table does not count, for forms of two stages."""
    if resumen.anio is None:
        return
    for tabla in resumen.tablas:
        if tabla.etapa == etapa and tabla.region_segura and tabla.alcance != "SIN_DATO":
            yield Clave(resumen.anio, tabla.tipo if con_tipo else "", tabla.programa or "", tabla.alcance, tabla.codigos), tabla


def lados_de(resumenes: Iterable[Resumen], etapa: int | None, con_tipo: bool = True) -> dict[Clave, list[Lado]]:
    """By programme and region, one side per document, in the order given; keys sorted."""
    salida: dict[Clave, list[Lado]] = {}
    for resumen in resumenes:
        propias: dict[Clave, list[TablaResumida]] = {}
        for clave, tabla in claves_de(resumen, etapa, con_tipo):
            propias.setdefault(clave, []).append(tabla)
        for clave, tablas in propias.items():
            salida.setdefault(clave, []).append(Lado(resumen, tuple(tablas)))
    return dict(sorted(salida.items()))
