"""CSV to be opened in a spreadsheet: no text in it can be taken for a formula.

The rule, which can be undone: a text whose first character beyond spaces could start a formula, or that begins with an
apostrophe, gets an apostrophe before it. Who reads the files takes one apostrophe off whatever text begins with one.
Columns of numbers hold numbers only and stay as they are. UTF-8 with its mark, without which Excel garbles accents.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.marcos.columnas import Clase
from extractor.salidas.exportacion.escritor import Escritor, Renglon
from extractor.salidas.exportacion.recursos import Recurso
from extractor.salidas.exportacion.texto_csv import ArchivoCsv

PELIGROSOS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
"""What starts a formula, in its usual and its wide form, a command of old spreadsheets, or another cell."""
DICCIONARIO: dict[str, Clase] = dict.fromkeys(
    ("tabla", "que_es_la_tabla", "columna", "tipo", "que_es_la_columna", "llave"), "texto"
)


class EscritorCsvSeguro(Escritor):
    """One file per resource, and ``columnas.csv``, which says what each column is."""

    def abrir(self) -> None:
        self._archivos: dict[str, ArchivoCsv] = {}
        for recurso in self.recursos:
            self._archivos[recurso.nombre] = self._nuevo(recurso.nombre, {c.nombre: c.clase for c in recurso.campos})
        self._nuevo("columnas", DICCIONARIO).agregar(diccionario(self.recursos))

    def agregar(self, recurso: Recurso, filas: Sequence[Renglon]) -> None:
        self._archivos[recurso.nombre].agregar(filas)

    def cerrar(self) -> None:
        """Nothing comes after the last row."""

    def _nuevo(self, nombre: str, columnas: dict[str, Clase]) -> ArchivoCsv:
        archivo = ArchivoCsv(self.carpeta / f"{nombre}.csv", columnas, marca=True, proteger=proteger)
        self.pila.callback(archivo.cerrar)
        return archivo


def proteger(texto: str) -> str:
    """
    >>> proteger("=1+1"), proteger("'cita"), proteger("Región")
    ("'=1+1", "''cita", 'Región')
    """
    return f"'{texto}" if texto.startswith("'") or texto.lstrip(" \xa0").startswith(PELIGROSOS) else texto


def diccionario(recursos: Sequence[Recurso]) -> list[tuple[str, ...]]:
    """One row per column of each resource, as ``DICCIONARIO`` names them."""
    return [
        (
            recurso.nombre,
            recurso.titulo,
            campo.nombre,
            campo.clase,
            campo.descripcion,
            "sí" if campo.nombre in recurso.llave else "no",
        )
        for recurso in recursos
        for campo in recurso.campos
    ]
