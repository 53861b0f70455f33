"""Titles of a table under which there is a picture and no table: what it shows was not read, and that is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.comun.texto import corto
from extractor.formatos.piezas import Titulo, Titulos
from extractor.modelo.base import Origen
from extractor.modelo.documento import Bloque, Documento, Parrafo

_LINEAS = 4
"""Lines that may stand between a title and its table."""
_DE_TABLA = ("actividad", "region")
"""Kinds of titles that tables follow."""


def avisos_de_imagenes(documento: Documento, titulos: Titulos) -> Iterator[tuple[str, str, Origen | None]]:
    """A notice for each picture of the size of a table that stands where a table is announced."""
    for imagen in documento.imagenes:
        titulo = _titulo(documento.bloques[: imagen.bloques], titulos)
        if titulo is not None and not _hay_tabla(documento.bloques[imagen.bloques :], titulos):
            donde = f"bajo «{corto(titulo.texto, 60)}» hay una imagen del tamaño de una tabla y ninguna tabla"
            yield "LECTURA_DUDOSA", f"{donde}; lo que muestra no se leyó", imagen.origen


def _titulo(antes: Sequence[Bloque], titulos: Titulos) -> Titulo | None:
    """The title of a table among the lines right above, none but lines being between them."""
    vistas = 0
    for bloque in reversed(antes):
        if not isinstance(bloque, Parrafo) or vistas >= _LINEAS:
            return None
        vistas += bool(bloque.texto.strip())
        titulo = titulos.buscar(bloque.texto, bloque.origen)
        if titulo is not None and titulo.clase in _DE_TABLA:
            return titulo
    return None


def _hay_tabla(despues: Sequence[Bloque], titulos: Titulos) -> bool:
    """Whether a table follows before any other title."""
    for bloque in despues[:_LINEAS]:
        if not isinstance(bloque, Parrafo):
            return True
        if titulos.buscar(bloque.texto, bloque.origen) is not None:
            return False
    return False
