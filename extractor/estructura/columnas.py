"""A row's cells by role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.comun.texto import blancos, palabras, plegar, sin_marcas_nota
from extractor.estructura.filas import FilaArmada
from extractor.modelo.crudo import ColumnaReconocida
from extractor.modelo.documento import Celda, Parrafo

_MARCAS = frozenset({"x", "xx", "✓", "✔", "√", "☒", "☑", "●", "■", ""})
"""What stands in a box that is marked; nothing is left of an asterisk."""


@dataclass(frozen=True, slots=True)
class PorRol:
    """The cells of one row, looked up by role."""

    fila: FilaArmada
    columnas: Sequence[ColumnaReconocida]

    def celda(self, rol: str) -> Celda | None:
        """The first cell with that role, or None when the table has no such column."""
        return next((c for c, k in zip(self.fila.celdas, self.columnas, strict=True) if k.rol == rol), None)

    def parrafos(self, rol: str) -> tuple[Parrafo, ...]:
        if rol == "estado" and sum(k.rol == "estado" for k in self.columnas) > 1:
            return self._marcado()
        celda = self.celda(rol)
        return celda.parrafos if celda else ()

    def texto(self, rol: str) -> str | None:
        if rol == "estado":
            return limpiar(" ".join(p.texto for p in self.parrafos(rol))) or None
        celda = self.celda(rol)
        return limpiar(celda.texto) or None if celda else None

    def _marcado(self) -> tuple[Parrafo, ...]:
        """The state where each answer has a column of its own: the label of the one marked; what else is written there as
        it is."""
        dichos: list[Parrafo] = []
        for celda, columna in zip(self.fila.celdas, self.columnas, strict=True):
            if columna.rol == "estado" and celda.parrafos:
                marca = plegar(celda.texto).strip(" .()[]*") in _MARCAS
                dichos.extend((Parrafo(columna.texto, celda.origen),) if marca else celda.parrafos)
        return tuple(dichos)

    def textos(self) -> tuple[str, ...]:
        return tuple(limpiar(c.texto) for c in self.fila.celdas)


def lineas_de_nombres(parrafos: Sequence[Parrafo]) -> list[str]:
    """The lines of a cell of names. On a page a break that may only be a wrapped line (``hueco`` 0) parts no names; in a
    Word file whoever typed it meant it."""
    lineas: list[str] = []
    for parrafo in parrafos:
        if lineas and parrafo.hueco == 0 and parrafo.origen.lugares[0].pagina is not None:
            lineas[-1] += f" {parrafo.texto}"
        else:
            lineas.append(parrafo.texto)
    return lineas


def limpiar(texto: str) -> str:
    """White space folded and the marks of footnotes at the end of a text left out ("Definición ^{viii}")."""
    plano = blancos(texto)
    marca = plano.rsplit(" ", 1)
    if len(marca) == 2 and not sin_marcas_nota(marca[1]) and not marca[1].startswith("("):
        return marca[0]
    return plano


def pesa_actividades(rotulo: str) -> bool:
    """Whether the label of a column of weights says that they are the activities' and not a goal's.

    >>> [pesa_actividades(rotulo) for rotulo in ("Ponderación actividad (%)", "Ponderación (%)", "Ponderación meta o actividad")]
    [True, False, False]
    """
    dichas = palabras(rotulo).split()
    return any(p.startswith("activ") for p in dichas) and not any(p.startswith(("meta", "objetiv")) for p in dichas)
