"""What a region line mentions."""

from __future__ import annotations

from typing import NamedTuple


class Mencion(NamedTuple):
    """Words ``inicio`` to ``fin`` (excluded) mention region ``codigo``. ``clase``: nombre, lugar, numero, ajena (a region of
    another division), choque (a number and a name that disagree, a range that runs backwards). ``hasta``: last code of a range.
    ``oficial``: the official name itself. ``lugar``: official code of the province or commune. ``segura``: the line says that
    it is a region, or a commune ("Región del Maule", "comuna de Lota"), so that strange words beside it do not undo it."""

    clase: str
    codigo: str
    inicio: int
    fin: int
    oficial: bool = False
    hasta: str | None = None
    lugar: str | None = None
    segura: bool = False
