"""Informes as pandas frames: ``extractor.marcos(informes)``.

Every flat output (sheets, CSV, tables to compare) is written from these frames. Figures stand as printed text beside a
column of ``Decimal`` objects, never as float64. pandas is imported by the call, not by the import of this package.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from types import ModuleType
from typing import TYPE_CHECKING

from extractor.marcos.columnas import COLUMNAS
from extractor.modelo.informe import Informe

if TYPE_CHECKING:
    from extractor.marcos.construccion import Marcos

__all__ = ["COLUMNAS", "marcos"]


def marcos(informes: Iterable[Informe]) -> Marcos:
    """The frames of ``informes``: documentos, tablas, actividades, cifras, verificaciones, hallazgos, regiones, nombres, filas,
    responsables, secciones, notas.

    Always the columns of ``COLUMNAS``, in that order, also when there is nothing to show.
    """
    from extractor.marcos.construccion import construir

    return construir(informes)


class _ModuloLlamable(ModuleType):
    """The public function and this package share one name, and importing the package puts the module over any function
    in ``extractor``; so the module itself answers the call."""

    def __call__(self, informes: Iterable[Informe]) -> Marcos:
        return marcos(informes)


sys.modules[__name__].__class__ = _ModuloLlamable
