"""Rows of a table of texts whose cells stand one a line with no mark.

No figure tells where a row ends: the lines must make whole rows up to a blank one, a title or the end, be cells rather than
paragraphs, and hold dates where the terms stand and nowhere else. A row whose first cell is blank looks as text after the table
does: it is read where its term is in its place; where there are no terms the table is left unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractor.comun.meses import MESES
from extractor.comun.texto import plegar, tiene_vineta
from extractor.formatos.flujo.celdas import Roles
from extractor.modelo.documento import Celda

Linea = Celda | None
"""A line, with those that surely go on with it; None for one that is blank, which is an empty cell or parts what is around it."""
_LARGO_CORTA, _LARGO_FRASE = 80, 60
_CORTAS = ("plazo", "responsable", "territorio", "otro", None)
_MES = re.compile(rf"\b(?:{'|'.join(MESES)})\b")
_SOLO_FECHA = re.compile(rf"(?:\d{{1,2}} de )?(?:{'|'.join(MESES)})(?: del?)? \d{{4}}\.?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}")


@dataclass(frozen=True, slots=True)
class Fila:
    """The lines of each cell of a row; ``ancha``: how many columns the first one spans; ``hasta``: the line after it; ``dudosa``:
    whether some line may be of another of its cells."""

    celdas: tuple[tuple[Celda, ...], ...]
    hasta: int
    ancha: int = 1
    costo: int = 0
    dudosa: bool = False


def filas_de_textos(lineas: Sequence[Linea], roles: Roles, corta: Callable[[Celda], bool]) -> tuple[Fila, ...]:
    """The rows up to the first line where whole ones end at a blank line, a title or the end; none where they do not come out."""
    filas: list[Fila] = []
    ancho = len(roles)
    sitio = 0
    while True:
        propias = list(lineas[sitio : sitio + ancho])
        if len(propias) < ancho or not _son_de_fila(propias, roles):
            return ()
        if (primera := propias[0]) is not None and corta(primera):
            return ()
        filas.append(Fila(tuple(() if c is None else (c,) for c in propias), min(len(lineas), sitio + ancho)))
        sitio += ancho
        siguiente = lineas[sitio] if sitio < len(lineas) else None
        if siguiente is not None and corta(siguiente):
            break
        if siguiente is None and not _siguen(lineas[sitio + 1 :], roles, corta):
            break
        if siguiente is None and "plazo" not in roles:
            return ()
    return tuple(filas) if filas[0].celdas[0] and _con_plazos(filas, roles) else ()


def _son_de_fila(lineas: Sequence[Linea], roles: Roles) -> bool:
    """Whether lines are cells rather than paragraphs: those of short columns are short, no first one announces the others, and
    not all are sentences."""
    for linea, rol in zip(lineas, roles, strict=True):
        if linea is not None and rol in _CORTAS and len(linea.texto) > _LARGO_CORTA:
            return False
    llenas = [c.texto for c in lineas if c is not None]
    frases = sum(t.endswith((".", ";")) and len(t) > _LARGO_FRASE for t in llenas)
    return 2 * len(llenas) > len(roles) and frases < len(llenas) and not llenas[0].endswith(":")


def _con_plazos(filas: Sequence[Fila], roles: Roles) -> bool:
    """Whether half of the terms, if there is a column of them, say when; and no other cell is a date."""
    sitio = roles.index("plazo") if "plazo" in roles else None
    if sitio is None:
        return True
    plazos = [c.texto for f in filas for c in f.celdas[sitio]]
    otros = [c.texto for f in filas for i, celda in enumerate(f.celdas) if i != sitio for c in celda]
    dichos = sum(_dice_cuando(t) for t in plazos)
    return 2 * dichos >= len(plazos) and not any(_SOLO_FECHA.fullmatch(plegar(t)) for t in otros)


def _dice_cuando(texto: str) -> bool:
    return any(c.isdigit() for c in texto) or _MES.search(plegar(texto)) is not None


def _siguen(lineas: Sequence[Linea], roles: Roles, corta: Callable[[Celda], bool]) -> bool:
    """Whether the lines after a blank one may be rows whose first cell goes on with the one above: as many as the other cells of
    one, and then a blank one, without the marks of sentences or of a list; with a term in its place where there are terms."""
    faltan = len(roles) - 1
    suyas = [c for c in lineas[:faltan] if c is not None]
    if len(suyas) < faltan or any(map(corta, suyas)):
        return False
    if all(c.texto.endswith((".", ":", ";")) for c in suyas[:-1]) or all(tiene_vineta(c.texto) for c in suyas):
        return False
    return "plazo" not in roles or roles.index("plazo") == 0 or _dice_cuando(suyas[roles.index("plazo") - 1].texto)
