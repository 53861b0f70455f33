"""What a table holds once its body was found."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.modelo.documento import Celda, FilaCruda, Parrafo


@dataclass(frozen=True, slots=True)
class Cuerpo:
    """What a table holds. ``libres``: text given back; ``siguiente``: the piece after it; ``descartadas``: blank or
    merely decorative rows left out; ``dudoso``: where text of its last cell may be none of it."""

    siguiente: int
    filas: tuple[FilaCruda, ...] = ()
    celdas: tuple[Celda, ...] = ()
    tramos: tuple[tuple[int, int], ...] = ()
    cortada: bool = False
    programas: tuple[tuple[int, Celda], ...] = ()
    libres: tuple[Parrafo, ...] = ()
    descartadas: int = 0
    dudoso: Parrafo | None = None
