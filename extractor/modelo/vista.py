"""A source document as a person looks at it: paragraphs and tables, or page images, each element with an id and its place.

It carries no markup and no verdict. What shows a source (``revision.html``, the review page) draws these records, and finds
the place of a figure in them through ``vista_lugares``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from extractor.modelo.base import Origen

Caja = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ParrafoVisto:
    """A line of text as the reader gave it. ``hueco`` as in ``documento.Parrafo``."""

    id: str
    texto: str
    origen: Origen
    hueco: int = 0


@dataclass(frozen=True, slots=True)
class CeldaVista:
    """A cell: its paragraphs, the first grid column it covers and how many columns and rows it spans."""

    id: str
    parrafos: tuple[ParrafoVisto, ...]
    origen: Origen
    columna: int = 0
    ancho: int = 1
    alto: int = 1


@dataclass(frozen=True, slots=True)
class FilaVista:
    """A row. ``origen`` is None for one that the source does not mark and that was laid out for the view."""

    id: str
    celdas: tuple[CeldaVista, ...]
    origen: Origen | None = None
    encabezado: bool = False


@dataclass(frozen=True, slots=True)
class TablaVista:
    """``indice``: the table's number in the source; None where the source marks no tables."""

    id: str
    filas: tuple[FilaVista, ...]
    indice: int | None = None


BloqueVisto = ParrafoVisto | TablaVista


@dataclass(frozen=True, slots=True)
class CajaVista:
    """A text that the program read at a place of a page, in points from its top left corner."""

    caja: Caja
    texto: str


@dataclass(frozen=True, slots=True)
class PaginaVista:
    """A page (from 1) with its size in points and what was read on it. Its image is asked for apart: most are not wanted."""

    numero: int
    ancho: float
    alto: float
    cajas: tuple[CajaVista, ...] = ()

    @property
    def id(self) -> str:
        return f"g{self.numero}"


@dataclass(frozen=True, slots=True)
class ImagenPagina:
    """The image of a page: file bytes and their type, ready for a browser."""

    tipo: Literal["image/png", "image/jpeg"]
    datos: bytes
    ancho: int
    alto: int


class FuenteImagenes(Protocol):
    """What renders pages, one at a time, when asked."""

    def imagen(self, numero: int) -> ImagenPagina:
        """The page of that number (from 1). Raises ErrorLectura when it cannot be rendered."""
        ...


@dataclass(frozen=True, slots=True)
class Vista:
    """A source to be shown: ``paginas`` for PDF, scans and images, ``bloques`` for every other format.

    ``notas``: footnotes kept apart by the reader, as (mark, paragraph).
    """

    ruta: str
    sha256: str
    bloques: tuple[BloqueVisto, ...] = ()
    notas: tuple[tuple[str, ParrafoVisto], ...] = ()
    paginas: tuple[PaginaVista, ...] = ()
    imagenes: FuenteImagenes | None = None

    def pagina(self, numero: int) -> PaginaVista | None:
        """The page of that number, or None when there is none."""
        return self.paginas[numero - 1] if 0 < numero <= len(self.paginas) else None
