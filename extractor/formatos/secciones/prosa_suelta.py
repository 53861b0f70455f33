"""Free prose that stands under no section: each stretch of it is a section without number or title, so that its text is kept."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.crudo import SeccionCruda
from extractor.modelo.documento import Parrafo

_PALABRAS = 8
"""Words of the shortest sentence that makes lines prose; a cover, a signature or a label has none."""
_FINALES = (".", ";", ":", "!", "?")


class ProsaSuelta:
    """The free lines of one walk, in stretches that titles and tables part."""

    def __init__(self) -> None:
        self._tramos: list[list[Parrafo]] = [[]]

    def linea(self, parrafo: Parrafo) -> None:
        """A free line that no section takes."""
        self._tramos[-1].append(parrafo)

    def soltar(self, origen: Origen) -> None:
        """The last line is the heading of what opens, not free text."""
        ultimo = next((tramo for tramo in reversed(self._tramos) if tramo), [])
        if ultimo and ultimo[-1].origen == origen:
            ultimo.pop()

    def cortar(self) -> None:
        """A title or a table stands here."""
        if self._tramos[-1]:
            self._tramos.append([])

    def secciones(self, otras: Sequence[SeccionCruda]) -> tuple[SeccionCruda, ...]:
        """The stretches with a sentence as sections, and after them ``otras``, those of the document: free text after the first
        of these is its own."""
        guardados = {p.origen for s in otras for p in s.parrafos}
        propios = [[p for p in tramo if p.origen not in guardados] for tramo in self._tramos]
        hechas = [
            SeccionCruda(f"p{n:03d}", "seccion", None, None, "", unir_origenes([p.origen for p in tramo]), None, tuple(tramo))
            for n, tramo in enumerate((t for t in propios if _dice_algo(t)), start=1)
        ]
        return (*hechas, *otras)


def _dice_algo(tramo: Sequence[Parrafo]) -> bool:
    """Whether a stretch has a sentence, which may take several lines."""
    palabras = 0
    for parrafo in tramo:
        palabras += len(parrafo.texto.split())
        if parrafo.texto.rstrip(' "»)').endswith(_FINALES):
            if palabras >= _PALABRAS and any(c.islower() for c in parrafo.texto):
                return True
            palabras = 0
    return False
