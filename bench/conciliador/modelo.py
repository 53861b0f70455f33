"""A report as its author would think of it: tables of one programme, rows, weighted items. Everything may be rewritten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .cifras import Cifra

CUMPLE, NO_CUMPLE, PENDIENTE, PARCIAL, NARRADO, PORCENTAJE = (
    "CUMPLE",
    "NO_CUMPLE",
    "PENDIENTE",
    "PARCIAL",
    "NARRADO",
    "PORCENTAJE",
)


@dataclass
class Estado:
    """``clase`` is one of the names above; ``porcentaje`` only under PORCENTAJE; ``texto`` what is printed."""

    clase: str
    texto: str
    porcentaje: int | None = None


@dataclass
class Partida:
    """One weighted item: a stacked activity, or the whole row where the form weighs rows."""

    texto: str
    peso: Cifra
    estado: Estado | None
    ganada: Cifra | None


@dataclass
class Fila:
    """A row of the table, with the totals printed at its end."""

    objetivo: str
    partidas: list[Partida]
    total_peso: Cifra | None = None
    total_ganada: Cifra | None = None
    bloque: int = 0


@dataclass
class Cuadro:
    """One table of a programme. ``modo``: por_actividad, acumulada or sin_datos. ``programa``: which of the three of 2009."""

    region: str
    filas: list[Fila]
    modo: str = "por_actividad"
    programa: str = ""
    declarada: Cifra | None = None
    desempeno: Cifra | None = None
    servicio: str | None = None

    @property
    def partidas(self) -> list[Partida]:
        return [p for fila in self.filas for p in fila.partidas]

    @property
    def bloques(self) -> list[list[Fila]]:
        """The rows whose weights make one whole, in order."""
        grupos: dict[int, list[Fila]] = {}
        for fila in self.filas:
            grupos.setdefault(fila.bloque, []).append(fila)
        return [grupos[n] for n in sorted(grupos)]


@dataclass
class Reporte:
    """``familia``: apilado, por_region or anual_2009. ``proporcional``: how partial fulfilment is credited. ``estilo``:
    what only the writing of it needs (headers, order of columns, separators)."""

    familia: str
    cuadros: list[Cuadro]
    proporcional: bool = False
    estilo: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Sitio:
    """One printed figure: table, row, item (None for the row's or the table's own) and column."""

    cuadro: int
    fila: int | None
    partida: int | None
    campo: str


def leer(reporte: Reporte, sitio: Sitio) -> Cifra | None:
    cuadro = reporte.cuadros[sitio.cuadro]
    if sitio.fila is None:
        return cuadro.declarada if sitio.campo == "declarada" else cuadro.desempeno
    fila = cuadro.filas[sitio.fila]
    if sitio.partida is None:
        return fila.total_peso if sitio.campo == "total_peso" else fila.total_ganada
    partida = fila.partidas[sitio.partida]
    return partida.peso if sitio.campo == "peso" else partida.ganada


def escribir(reporte: Reporte, sitio: Sitio, cifra: Cifra) -> None:
    cuadro = reporte.cuadros[sitio.cuadro]
    donde: object = cuadro
    if sitio.fila is not None:
        fila = cuadro.filas[sitio.fila]
        donde = fila if sitio.partida is None else fila.partidas[sitio.partida]
    setattr(donde, sitio.campo, cifra)


def sitios(reporte: Reporte) -> Iterator[Sitio]:
    """Every printed figure of the weighed tables, in order; words are not figures."""
    for n, cuadro in enumerate(reporte.cuadros):
        for k, fila in enumerate(cuadro.filas):
            for i in range(len(fila.partidas)):
                yield from (s for s in (Sitio(n, k, i, "peso"), Sitio(n, k, i, "ganada")) if _hay(reporte, s))
            yield from (s for s in (Sitio(n, k, None, "total_peso"), Sitio(n, k, None, "total_ganada")) if _hay(reporte, s))
        yield from (s for s in (Sitio(n, None, None, "declarada"), Sitio(n, None, None, "desempeno")) if _hay(reporte, s))


def _hay(reporte: Reporte, sitio: Sitio) -> bool:
    cifra = leer(reporte, sitio)
    return cifra is not None and cifra.valor is not None
