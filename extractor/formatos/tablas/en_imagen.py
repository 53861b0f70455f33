"""Titles of a table under which there is a picture and no table: what it shows was not read, and that is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.comun.texto import corto
from extractor.formatos.piezas import Titulo, Titulos
from extractor.modelo.base import Origen
from extractor.modelo.documento import Bloque, BloqueTabla, Documento, Imagen, Parrafo

_LINEAS = 4
"""Lines that may stand between a title and its table."""
_DE_TABLA = ("actividad", "region")
"""Kinds of titles that tables follow."""


def avisos_de_imagenes(documento: Documento, titulos: Titulos) -> Iterator[tuple[str, str, Origen | None]]:
    """A notice for each picture of the size of a table that stands where a table is announced."""
    for imagen in documento.imagenes:
        despues = documento.bloques[imagen.bloques :]
        suya = _tabla_de(imagen, despues)
        titulo = _titulo(documento.bloques[: imagen.bloques], titulos) or _titulo(_sobre(imagen, suya), titulos)
        if titulo is None:
            continue
        if suya is not None and any(c.parrafos for f in suya.filas for c in f.celdas):
            donde = f"en una celda de la tabla que sigue a «{corto(titulo.texto, 60)}» hay una imagen del tamaño de una tabla"
        elif not _hay_tabla(despues[suya is not None :], titulos):
            donde = f"bajo «{corto(titulo.texto, 60)}» hay una imagen del tamaño de una tabla y ninguna tabla"
        else:
            continue
        yield "LECTURA_DUDOSA", f"{donde}; lo que muestra no se leyó", imagen.origen


def _tabla_de(imagen: Imagen, despues: Sequence[Bloque]) -> BloqueTabla | None:
    """The table in a cell of which a picture stands; None when it stands in none."""
    tabla = next((b for b in despues[:1] if isinstance(b, BloqueTabla)), None)
    lugar = imagen.origen.tabla, imagen.origen.fila
    return tabla if tabla is not None and any((f.origen.tabla, f.origen.fila) == lugar for f in tabla.filas) else None


def _sobre(imagen: Imagen, tabla: BloqueTabla | None) -> list[Bloque]:
    """What stands in the rows of a table above a picture's."""
    filas = tabla.filas if tabla is not None else ()
    return [p for f in filas if (f.origen.fila or 0) < (imagen.origen.fila or 0) for c in f.celdas for p in c.parrafos]


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
