"""The weighted items of a table: an activity, or a whole row where the form weighs the row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.modelo.base import Origen
from extractor.modelo.tabla import Actividad, Fila, Tabla
from extractor.modelo.valores import Cifra, Estado
from extractor.reconciliador.escaneo import de_escaneo, estado_incierto


@dataclass(frozen=True)
class Partida:
    """One weighted item with the figures that stand for it. ``actividad`` is None where the row is the unit."""

    fila: Fila
    actividad: Actividad | None
    escaneada: bool = False
    """Whether the state, or the row where the state's own place is not known, was read from an image, or with doubt."""

    @property
    def lugar(self) -> tuple[int, int | None]:
        return self.fila.indice, None if self.actividad is None else self.actividad.indice

    @property
    def ponderacion(self) -> Cifra | None:
        return self.fila.ponderacion if self.actividad is None else self.actividad.ponderacion

    @property
    def ganada(self) -> Cifra | None:
        return self.fila.ponderacion_ganada if self.actividad is None else self.actividad.ponderacion_ganada

    @property
    def estado(self) -> Estado | None:
        return self.fila.estado if self.actividad is None else self.actividad.estado

    @property
    def texto(self) -> str:
        """What identifies the item in another copy of the report."""
        if self.actividad is not None and self.actividad.texto:
            return self.actividad.texto
        return " ".join((*self.fila.objetivos, self.fila.meta or ""))

    @property
    def peso(self) -> Decimal | None:
        return None if self.ponderacion is None else self.ponderacion.decimal

    @property
    def valor_ganado(self) -> Decimal | None:
        """The printed earned figure; None for a blank and for a word."""
        return None if self.ganada is None else self.ganada.decimal

    @property
    def palabra_ganada(self) -> bool:
        """Whether a word such as "Pendiente" stands in the earned column."""
        return self.ganada is not None and self.ganada.valor is None

    @property
    def origen_estado(self) -> Origen | None:
        return None if self.actividad is None else self.actividad.origen.get("estado")

    @property
    def porcentaje(self) -> Decimal | None:
        estado = self.estado
        return None if estado is None or estado.porcentaje is None else Decimal(estado.porcentaje)

    @property
    def estado_mal_leido(self) -> bool:
        """Whether a scan's reading of the state is not sure: nothing can be said because of it."""
        return self.escaneada and estado_incierto(self.estado)

    @property
    def leida_sin_dudas(self) -> bool:
        """Whether weight, state and earned value were read without doubt."""
        return segura(self.ponderacion, self.ganada) and (self.estado is None or self.estado.certeza != "dudosa")

    def pareja_segura(self, *campos: str) -> bool:
        """Whether these cells surely belong together."""
        return self.actividad is None or all(self.actividad.alineacion.get(campo) != "dudosa" for campo in campos)

    @property
    def origen(self) -> Origen:
        for cifra in (self.ganada, self.ponderacion):
            if cifra is not None:
                return cifra.origen
        if self.actividad is not None and self.actividad.origen:
            return next(iter(self.actividad.origen.values()))
        return self.fila.origen


def partidas_de(
    tabla: Tabla, escaneadas: frozenset[int] = frozenset(), dudosas: frozenset[tuple[str, int | None, str]] = frozenset()
) -> tuple[Partida, ...]:
    """The weighted items of ``tabla`` in its order; empty where nothing is weighed nor earned. ``escaneadas``: pages that were
    read from images; ``dudosas``: cells (table, row, role) that were read with doubt.

    A row without figures follows the rest of its table: it is one item where rows are weighed, its activities are where
    activities are.
    """
    por_fila = any(f.ponderacion or f.ponderacion_ganada for f in tabla.filas) and not any(
        _pesa(a) for f in tabla.filas for a in f.actividades
    )
    lista: list[Partida] = []
    for fila in tabla.filas:
        duda = not dudosas.isdisjoint({(tabla.id, fila.indice, "estado"), (tabla.id, fila.indice, "*")})
        propias = [
            Partida(fila, a, duda or de_escaneo(a.origen.get("estado", fila.origen), escaneadas)) for a in fila.actividades
        ]
        if por_fila or (not any(_pesa(a) for a in fila.actividades) and (fila.ponderacion or fila.ponderacion_ganada)):
            propias = [Partida(fila, None, duda or de_escaneo(fila.origen, escaneadas))]
        lista.extend(propias)
    return tuple(lista) if any(p.ponderacion or p.ganada for p in lista) else ()


def partidas_por_fila(partidas: Iterable[Partida]) -> Mapping[int, Sequence[Partida]]:
    """The items by the index of their row; a row of none is not there."""
    juntas: dict[int, list[Partida]] = {}
    for partida in partidas:
        juntas.setdefault(partida.fila.indice, []).append(partida)
    return juntas


def _pesa(actividad: Actividad) -> bool:
    return actividad.ponderacion is not None or actividad.ponderacion_ganada is not None


def segura(*cifras: Cifra | None) -> bool:
    """Whether every figure present was read without doubt."""
    return all(cifra is None or cifra.certeza != "dudosa" for cifra in cifras)
