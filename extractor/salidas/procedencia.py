"""Who made a working paper, with what and when: told at the head of each, so that anyone can make it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.comun.meses import MESES
from extractor.modelo.decision import Decision


@dataclass(frozen=True, slots=True)
class Procedencia:
    """``version``: of the program; ``patrones``: hash of the rules and vocabularies in force. ``autor``, ``fecha`` and
    ``decisiones`` are who signs, when, and what was decided; a run by itself has none of them."""

    version: str
    patrones: str
    autor: str | None = None
    fecha: dt.date | None = None
    decisiones: Sequence[Decision] = ()

    @property
    def creado(self) -> dt.datetime:
        """When a file says it was made: the stated date, else a fixed one. The clock has no place in it."""
        return dt.datetime(2000, 1, 1) if self.fecha is None else dt.datetime(self.fecha.year, self.fecha.month, self.fecha.day)


def procedencia(autor: str | None = None, fecha: dt.date | None = None, decisiones: Iterable[Decision] = ()) -> Procedencia:
    """That of this program with the patterns in force."""
    from extractor import __version__
    from extractor.comun.huellas import suma_de_carpeta
    from extractor.comun.yaml_estricto import carpeta_patrones

    return Procedencia(__version__, suma_de_carpeta(carpeta_patrones(), ".yaml"), autor, fecha, tuple(decisiones))


def fecha_escrita(fecha: dt.date) -> str:
    """ "3 de mayo de 2010"."""
    return f"{fecha.day} de {MESES[fecha.month - 1]} de {fecha.year}"
