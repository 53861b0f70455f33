"""What ``formatos`` tells of a document: its family and, in order, the raw tables and sections found in it.

Nothing is split or judged yet: a raw table still has its rows as the source marks them, or a stream of cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from extractor.modelo.base import Origen
from extractor.modelo.documento import Celda, FilaCruda, Parrafo
from extractor.modelo.patron import Patron, RolPatron, SeccionPatron, TablaPatron
from extractor.modelo.tabla import Programa
from extractor.modelo.valores import Certeza, ValorEstado

Suposicion = Literal["descarte", "valor", "ciento", "final", "epoca", "cuenta", "corrido", "sin_actividades", "sin_pesos"]
"""Why a role is a supposition: no other column may have it, the label says a value of anything, a percentage that may be of what
was done, or "final" where others are "initial", it tells of another time, the figures may count things or be of anything that
grows, or the table has no column of activities, or of weights, that is known."""


@dataclass(frozen=True, slots=True)
class ColumnaReconocida:
    """A header cell: its text, the role it was given and how near its words came (0-100). ``supuesta``: why what
    stands there may be of another thing than its role says; ``en_cientos``: its figures without a sign are percentages by what
    they are."""

    texto: str
    rol: RolPatron
    puntaje: float
    obligatoria: bool
    supuesta: Suposicion | None = None
    en_cientos: bool = False


@dataclass(frozen=True, slots=True)
class LineaRegion:
    """A region line as printed. ``texto`` None: the line is there and blank. ``heredada``: it was not this table's.
    ``certeza``: the most that may be said of it where no line states it (prose, the file's name). ``anio``: that of the part of
    the document in which it stands, where it has several."""

    texto: str | None
    origen: Origen | None
    heredada: bool = False
    certeza: Certeza = "exacta"
    anio: int | None = None


@dataclass(frozen=True, slots=True)
class TablaCruda:
    """A recognised table before its rows are read. Either ``filas`` (rows marked by the source) or ``celdas`` (a
    stream whose rows only the column count gives). ``objetivos`` and ``sobrante``: text left over in the first and
    in the last header cell. ``tramos``: the grid columns (first, past the last)
    of each header cell, empty where the source has no sure grid. ``cortada``: a heading came before the last row was whole.
    ``programa``: the one that a heading before it names. ``totales``: figures of totals that a sentence below the table prints,
    by column. ``partida``: it may be a part of a larger one that could not be put together. ``claves``: short forms of verdicts
    in its column of states and what they stand for; ``claves_dudosas``: nothing in the document says so. ``anuncios``: the
    headings right above it; ``ajena``: what says that it is of another matter than a programme."""

    patron: TablaPatron
    columnas: tuple[ColumnaReconocida, ...]
    origen: Origen
    titulo: str | None
    objetivo: str | None
    etapa: int | None
    region: LineaRegion | None
    objetivos: tuple[Parrafo, ...] = ()
    sobrante: tuple[Parrafo, ...] = ()
    filas: tuple[FilaCruda, ...] = ()
    celdas: tuple[Celda, ...] = ()
    tramos: tuple[tuple[int, int], ...] = ()
    cortada: bool = False
    partida: bool = False
    programa: Programa | None = None
    declarada: Parrafo | None = None
    desempeno_region: tuple[Parrafo | None, ...] = ()
    desempeno_servicio: tuple[Parrafo | None, ...] = ()
    programas: tuple[tuple[int, Celda], ...] = ()
    totales: Mapping[str, Parrafo] = field(default_factory=dict)
    claves: Mapping[str, ValorEstado] = field(default_factory=dict)
    claves_dudosas: bool = False
    anuncios: tuple[str, ...] = ()
    ajena: str | None = None


@dataclass(frozen=True, slots=True)
class SeccionCruda:
    """A chapter, objective or section. ``campos``: the columns of its two-column form, by role; ``vacia`` columns
    are there with no paragraph. ``parrafos``: its own text, without subsections. ``partida``: something cuts its form, so that
    what it does not say may stand in the rest. ``etapa``: the stage under whose title its heading stands. ``sin_grado``: its cell
    is blank in a column where other rows say grades."""

    id: str
    nivel: Literal["capitulo", "objetivo", "seccion"]
    padre: str | None
    numero: str | None
    titulo: str
    origen: Origen
    region: LineaRegion | None = None
    parrafos: tuple[Parrafo, ...] = ()
    campos: dict[str, tuple[Parrafo, ...]] = field(default_factory=dict)
    patron: SeccionPatron | None = None
    partida: bool = False
    etapa: int | None = None
    sin_grado: bool = False


@dataclass(frozen=True, slots=True)
class NotaReconocida:
    """A note of the form or a footnote. ``grupo``: the number of the activity whose notes these are ("III.1")."""

    grupo: str | None
    marca: str
    texto: str
    origen: Origen


@dataclass(frozen=True, slots=True)
class Candidato:
    """How well a family fits: 0-100, and the lines that spoke for it or were missed."""

    patron: str
    puntaje: float
    porque: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reconocimiento:
    """The document as its family reads it. ``patron`` is None on a tie or when nothing fits."""

    patron: Patron | None
    candidatos: tuple[Candidato, ...]
    anio: int | None
    etapas: tuple[int, ...]
    servicio: tuple[Parrafo, ...]
    tablas: tuple[TablaCruda, ...]
    secciones: tuple[SeccionCruda, ...]
    notas: tuple[NotaReconocida, ...]
    estados: dict[str, tuple[str, ...]]
    avisos: tuple[tuple[str, str, Origen | None], ...]
    anios: tuple[int, ...] = ()
    anio_supuesto: bool = False
    duda_de_anio: str | None = None
    no_reconocidas: int = 0
    descartadas: int = 0
