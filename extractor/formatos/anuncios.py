"""The lines right above a table that tell what it is of, where it is no form of its own with a title in known words."""

from __future__ import annotations

from extractor.modelo.documento import Parrafo

_LINEAS = 4
"""Lines above a table among which its headings may stand."""
_LARGO_TITULO = 120
_CIERRAN_FRASE = ".;,"


class Anuncios:
    """The free lines, and the headings of parts, since the last table or the last title of a form."""

    def __init__(self) -> None:
        self._lineas: list[str] = []
        self._con_regiones: list[str] = []

    def linea(self, parrafo: Parrafo) -> None:
        """A line that is no title of the families."""
        self._lineas.append(parrafo.texto.strip())
        self._con_regiones.append(parrafo.texto.strip())

    def abrir(self, titulo: str) -> None:
        """A title was met: what is above it tells of something else."""
        self._lineas = [titulo]
        self._con_regiones = [titulo]

    def cerrar(self) -> None:
        """A table was met, or a title that tells of what is above it."""
        self._lineas = []
        self._con_regiones = []

    def region(self) -> None:
        """A region's line was met: what is above it may head what comes after it too."""
        self._lineas = []

    def dicho(self) -> str | None:
        """What the lines say of a table that stands here: the headings among the last ones, and the last one whatever it is;
        None where there is none."""
        ultimas = [linea for linea in self._lineas[-_LINEAS:] if linea]
        titulos = [linea for linea in ultimas[:-1] if _es_titulo(linea)]
        return ". ".join([*titulos, *ultimas[-1:]]) or None

    def titulos(self) -> tuple[str, ...]:
        """The headings among the last lines, regions' lines aside."""
        return tuple(linea for linea in self._con_regiones[-_LINEAS:] if linea and _es_titulo(linea))


def _es_titulo(linea: str) -> bool:
    return len(linea) <= _LARGO_TITULO and linea[-1] not in _CIERRAN_FRASE
