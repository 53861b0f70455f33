"""The grades that a form admits, named one beside the other and said of nothing ("Los grados son avance mayor y menor")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.normalizadores.estado.alternativas_grado import lista_de_grado

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def sin_escala(doc: Doc, marcas: Sequence[Span]) -> list[Span]:
    """The grades without those of a sentence that presents the scale: after a word for it, two or more that differ, with nothing
    but links between them and nothing said after the last."""
    quedan: list[Span] = []
    resto = list(marcas)
    while resto:
        serie = [resto.pop(0)]
        while resto and _solo_enlaza(doc, serie[-1].end, resto[0].start):
            serie.append(resto.pop(0))
        quedan.extend([] if _presenta(doc, serie) else serie)
    return quedan


def _solo_enlaza(doc: Doc, desde: int, hasta: int) -> bool:
    entre = [t.norm_ for t in doc[desde:hasta] if not t.is_space]
    return bool(entre) and set(entre) <= lista_de_grado("enlazan_escala")


def _presenta(doc: Doc, serie: Sequence[Span]) -> bool:
    if len({m.label_ for m in serie}) < 2:
        return False
    inicio, fin = serie[0].start, serie[-1].end
    abre = next((i + 1 for i in range(inicio - 1, -1, -1) if doc[i].text in (".", ";")), 0)
    nombrada = any(t.norm_ in lista_de_grado("escalas") for t in doc[abre:inicio])
    despues = next((t for t in doc[fin:] if not t.is_space and t.text not in ('"', "”", "»", ")")), None)
    return nombrada and (despues is None or despues.text in (".", ";"))
