"""Lines of a page's furniture that are printed once, or that only their place tells: beside a page's number in a broken row.

Nothing of a report can stand in the middle of one of its rows: a short line there, next to the number of a page or a form
feed, is the paper's. A bare date beside any mark of a page's end is too. What was proved so is furniture again wherever it
stands next to a page's number.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extractor.comun.meses import MESES
from extractor.comun.texto import blancos, ordinal, plegar, tiene_vineta

_LARGO = 90
_NUMERADA = re.compile(r"^[-–]\s*\d{1,4}\s*[-–]$")
"""A page's number between dashes, which needs no other to be told."""
_FECHA = re.compile(
    rf"^(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{2}}|\d{{4}})|(?:\d{{1,2}} de )?(?:{'|'.join(MESES)})(?: del?)? \d{{4}})"
    r"(?:,? \d{1,2}:\d{2}(?::\d{2})?(?: ?hrs?\.?)?)?$"
)
_CIFRA = re.compile(r"^[-+$]?\s*[\d.,]+\s*%?$")


@dataclass(frozen=True, slots=True)
class Grupo:
    """Free lines between two rows. ``parte``: rows of one width, the second no header seen before; ``mitad``: the second is the
    rest of the first; ``marcado``: a form feed or a rule of dashes stands among them."""

    lineas: tuple[int, ...]
    parte: bool
    mitad: bool
    marcado: bool


def es_mitad_angosta(previa: Sequence[str], otra: Sequence[str]) -> bool:
    """Whether a row of few columns is the rest of the one before it: each of its cells goes on in lower case with one that no
    stop ends."""
    pares = [(a.strip(), b.strip()) for a, b in zip(previa, otra, strict=True) if b.strip()]
    return len(pares) > 1 and all(a and a[-1] not in ".:;" and b[:1].islower() for a, b in pares)


def sueltos(lineas: Sequence[str], grupos: Sequence[Grupo], hechas: Collection[int], paginas: Collection[int]) -> set[int]:
    """The lines (from 0) that are furniture besides ``hechas``, which are already known to be. ``paginas``: those of them that
    give a page's number."""
    quitar: set[int] = set()
    probadas: set[str] = set()
    for grupo in grupos:
        numeradas = [n for n in grupo.lineas if n in paginas or (grupo.mitad and _NUMERADA.match(lineas[n].strip()))]
        salto = any("\f" in x for x in lineas[grupo.lineas[0] : grupo.lineas[-1] + 1])
        for n in grupo.lineas:
            texto = plegar(blancos(lineas[n]))
            fechada = _FECHA.match(texto) and grupo.parte and (grupo.marcado or numeradas)
            suelta = grupo.mitad and (numeradas or salto) and _puede_ser(lineas, n)
            if fechada or suelta or n in numeradas:
                quitar.add(n)
            if grupo.mitad and (n in quitar or n in hechas) and n not in numeradas:
                probadas.add(texto)
    for n, linea in enumerate(lineas):
        if plegar(blancos(linea)) in probadas and "\t" not in linea and _junto_a(lineas, n, paginas, hechas):
            quitar.add(n)
    return quitar - set(hechas)


def _puede_ser(lineas: Sequence[str], n: int) -> bool:
    """Whether a line may be a page's head or foot: short, no item of a list nor sentence, and apart from the row above it."""
    texto = lineas[n].strip()
    if not texto or len(texto) > _LARGO or _CIFRA.match(texto):
        return False
    abre = not texto[:1].islower() and not tiene_vineta(texto) and ordinal(texto) is None
    return abre and texto[-1] not in ".;:," and n > 0 and "\t" not in lineas[n - 1]


def _junto_a(lineas: Sequence[str], n: int, paginas: Collection[int], hechas: Collection[int]) -> bool:
    """Whether the next filled line before or after one gives a page's number, past other furniture."""
    for sentido in (range(n - 1, -1, -1), range(n + 1, len(lineas))):
        for m in itertools.islice((m for m in sentido if lineas[m].strip()), 3):
            if m in paginas:
                return True
            if m not in hechas:
                break
    return False
