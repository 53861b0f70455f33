"""The free text of a sheet: each line is a paragraph, but for the rest of a sentence that went on to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.lectores.diagramado.hoja import Renglon, Trozo
from extractor.lectores.pdf.palabras import ultima_palabra
from extractor.lectores.pdf.parrafos import SIN_FINAL
from extractor.modelo.base import unir_origenes
from extractor.modelo.documento import Parrafo

_LARGA = 0.6
"""Part of the longest free line that one must fill for its sentence to go on."""


def parrafos_libres(renglones: Sequence[Renglon]) -> list[Parrafo]:
    """The paragraphs of lines that are in no table, each with the places of its lines."""
    largo = max((len(r.texto) for r in renglones), default=0)
    grupos: list[list[Renglon]] = []
    for renglon in renglones:
        if grupos and _sigue(grupos[-1][-1], renglon, largo):
            grupos[-1].append(renglon)
        else:
            grupos.append([renglon])
    parrafos = []
    previo: Renglon | None = None
    for grupo in grupos:
        trozos = [t for r in grupo if (t := _entero(r)) is not None]
        # across a page end nothing tells how far apart they stood
        hueco = 0 if previo is None else 1 if previo.pagina != grupo[0].pagina else grupo[0].y - previo.y - 1
        texto = " ".join(t.texto for t in trozos)
        parrafos.append(Parrafo(texto, unir_origenes([t.origen for t in trozos]), max(0, hueco)))
        previo = grupo[-1]
    return parrafos


def _entero(renglon: Renglon) -> Trozo | None:
    return renglon.cortado(0, len(renglon.crudo))


def _sigue(previo: Renglon, renglon: Renglon, largo: int) -> bool:
    """Whether a line goes on with the sentence of the one above."""
    if len(previo.trozos) > 1 or len(renglon.trozos) > 1 or (previo.pagina, previo.y + 1) != (renglon.pagina, renglon.y):
        return False
    if len(previo.texto) < _LARGA * largo:
        return False
    if previo.texto.isupper() and renglon.texto.isupper() and previo.texto[-1:] not in ".:":
        return True
    return renglon.texto[:1].islower() or ultima_palabra(previo.texto) in SIN_FINAL or previo.texto[-1:] in ",("
