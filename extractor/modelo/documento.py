"""What a reader gives back: a document as paragraphs and tables of cells, each with its place.

A reader knows bytes and layout and nothing of regions, stages or rules. The next stage cannot tell a docx from a
text file except by the ``Origen`` of what it reads.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extractor.modelo.base import Origen

Formato = Literal["txt", "docx", "doc", "pdf", "pdf_escaneado", "rtf", "odt", "html", "xlsx", "xls", "imagen"]


NOMBRE_DE_HOJA = "hoja"
"""``Parrafo.estilo`` of the line that gives the name of a workbook's sheet."""
OCR_DUDOSA = "ocr_dudosa"
"""``Parrafo.estilo`` of what was read with doubt: two reads of a scan disagree, or it may not belong to the cell it stands in."""


@dataclass(frozen=True, slots=True)
class Parrafo:
    """One line of text as a person sees it: a line of a text file, a Word paragraph or a part of it up to a soft break.

    ``hueco`` tells how it is parted from the text before it in the same cell or body: 0 a line break only, 1 a new
    paragraph (one blank line in a text file), n > 1 a new paragraph after n - 1 empty ones. The first one of a cell
    has 0. ``texto`` is trimmed; ``origen.texto`` is raw.
    """

    texto: str
    origen: Origen
    hueco: int = 0
    estilo: str | None = None


@dataclass(frozen=True, slots=True)
class Celda:
    """A cell: its paragraphs, the first grid column it covers and how many columns and rows it spans."""

    parrafos: tuple[Parrafo, ...]
    origen: Origen
    columna: int = 0
    ancho: int = 1
    alto: int = 1

    @property
    def texto(self) -> str:
        """The cell's text on one line, white space folded; empty for a blank cell."""
        return " ".join(" ".join(p.texto for p in self.parrafos).split())


@dataclass(frozen=True, slots=True)
class FilaCruda:
    """A row as the source marks it. ``tras_corte``: a blank line or a rule of dashes stood before it (page ends).
    ``dudosa``: why its cells are not sure, in Spanish, where the source does not mark them wholly; ``corrida``: so that its
    figures are not sure either."""

    celdas: tuple[Celda, ...]
    origen: Origen
    tras_corte: bool = False
    dudosa: str | None = None
    corrida: bool = False


@dataclass(frozen=True, slots=True)
class BloqueTabla:
    """A table whose rows the source marks.

    ``cuadricula`` is true when cells also carry sure grid columns (Word, ruled PDF); false for tab-separated text,
    where a row may have lost or gained a separator.
    """

    indice: int
    filas: tuple[FilaCruda, ...]
    cuadricula: bool


@dataclass(frozen=True, slots=True)
class FlujoCeldas:
    """Cells whose row ends are lost (text of Word origin: a new line + tab opens a cell). Only the column count of
    the header gives the rows, and the last cell of a table swallows the free text that follows."""

    celdas: tuple[Celda, ...]


Bloque = Parrafo | BloqueTabla | FlujoCeldas


@dataclass(frozen=True, slots=True)
class NotaCruda:
    """A footnote kept apart by the reader: its printed mark and its text."""

    marca: str
    parrafo: Parrafo


@dataclass(frozen=True, slots=True)
class Imagen:
    """A picture of the size of a table: how many blocks stand before it, or before the table of its cell, and its place. Nothing
    in it is read."""

    bloques: int
    origen: Origen


@dataclass(frozen=True, slots=True)
class Documento:
    """A read document. ``avisos``: what the reader skipped or could not read, as (code, sentence, place); ``membretes``: lines
    printed at the head or the foot of its pages, which are no part of the text."""

    ruta: str
    nombre: str
    sha256: str
    bytes: int
    formato: Formato
    lector: str
    bloques: tuple[Bloque, ...]
    notas: tuple[NotaCruda, ...] = ()
    paginas: int | None = None
    paginas_ocr: tuple[int, ...] = ()
    metadatos: dict[str, str | None] = field(default_factory=dict)
    avisos: tuple[tuple[str, str, Origen | None], ...] = ()
    descartadas: int = 0
    membretes: tuple[str, ...] = ()
    imagenes: tuple[Imagen, ...] = ()
