"""A narration cut at its stops, commas and "y", and in which of the pieces a deed is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.normalizadores.estado.obras import es_obra
from extractor.normalizadores.estado.oracion import Indicio, Oracion, Palabra
from extractor.normalizadores.estado.verbos import CORTE_FRASE, empieza_como, es_participio, lista

_PARTEN = CORTE_FRASE | {",", "/", "y", "e", "pero", "mas", "-", "–", "—", "quedando", "dejando"}


class Trozo(NamedTuple):
    """A clause between two stops. ``corte``: what opens it; ``cierre``: what ends it; ``hecho``: whether it tells a deed."""

    palabras: tuple[Palabra, ...]
    corte: str
    cierre: str
    hecho: bool

    @property
    def normas(self) -> tuple[str, ...]:
        """Its folded words."""
        return tuple(p.norm_ for p in self.palabras)


def trozos(doc: Oracion, indicios: Sequence[Indicio]) -> list[Trozo]:
    hechos = {i for s in indicios if s.label_ in ("HECHO", "HECHO_DEBIL") and _de_hecho(s) for i in range(s.start, s.end)}
    salida: list[Trozo] = []
    desde, corte = 0, ""
    for lugar in range(len(doc) + 1):
        if lugar < len(doc) and doc[lugar].norm_ not in _PARTEN and not (doc[lugar].is_space and "\n" in doc[lugar].text):
            continue
        palabras = tuple(p for p in doc[desde:lugar] if not p.is_space)
        if palabras:
            cierre = doc[lugar].norm_ if lugar < len(doc) else ""
            salida.append(Trozo(palabras, corte, cierre, any(p.i in hechos for p in palabras)))
        desde, corte = lugar + 1, doc[lugar].norm_ if lugar < len(doc) else ""
    return salida


def _de_hecho(indicio: Indicio) -> bool:
    """Whether the cue tells something done, and not by a present of any verb ("la segunda cursa el módulo")."""
    norma = indicio[0].norm_
    if empieza_como(norma, "deshacen_raices"):
        return False
    presente = (
        len(indicio) == 1 and norma[-1:] in "aen" and not norma.endswith(("aron", "ieron", "yeron")) and not es_participio(norma)
    )
    return not presente or es_obra(norma) or empieza_como(norma, "en_regimen") or norma in lista("hay_algo")
