"""The list of a document's sections as it grows: one more at its end, or a line less in the last one.

What opens a section and what is its text is told elsewhere (``abiertas``); here the list alone is kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from extractor.formatos.contexto import Hallado
from extractor.formatos.secciones.firma import sin_cierre
from extractor.formatos.secciones.patron import seccion_de
from extractor.modelo.base import Origen
from extractor.modelo.crudo import LineaRegion, SeccionCruda
from extractor.modelo.documento import Parrafo
from extractor.modelo.patron import SeccionPatron


class SeccionesHalladas:
    """The sections met so far, kept in ``hallado``."""

    def __init__(self, hallado: Hallado, patrones: tuple[SeccionPatron, ...]) -> None:
        self.hallado = hallado
        self.patrones = patrones

    def _nueva(
        self,
        nivel: Literal["capitulo", "objetivo", "seccion"],
        padre: str | None,
        numero: str | None,
        titulo: str,
        origen: Origen,
        region: LineaRegion | None,
        campos: dict[str, tuple[Parrafo, ...]] | None = None,
        patron: SeccionPatron | None = None,
        etapa: int | None = None,
    ) -> str:
        """Adds a section after those there are; returns its id."""
        identidad = f"s{len(self.hallado.secciones) + 1:03d}"
        self.hallado.secciones.append(
            SeccionCruda(identidad, nivel, padre, numero, titulo, origen, region, (), campos or {}, patron, etapa=etapa)
        )
        return identidad

    def _ultima(self) -> SeccionCruda | None:
        return self.hallado.secciones[-1] if self.hallado.secciones else None

    def _patron(self, numero: str | None, nombre: str) -> SeccionPatron | None:
        hallado = seccion_de(nombre, self.patrones)
        return hallado or next((p for p in self.patrones if p.numero and p.numero == numero), None)

    def soltar_rotulo(self, origen: Origen) -> None:
        """The heading of what opens, a chapter or a table, was met as free text: it is not the text of the section before it,
        nor of the free lines."""
        self.hallado.prosa.soltar(origen)
        ultima = self._ultima()
        if ultima is not None and ultima.parrafos and ultima.parrafos[-1].origen == origen:
            self.hallado.secciones[-1] = replace(ultima, parrafos=ultima.parrafos[:-1])

    def soltar_firma(self) -> None:
        """The document ended: who signs it is not the last section's text."""
        if self.hallado.secciones:
            ultima = self.hallado.secciones[-1]
            propios = sin_cierre(ultima.parrafos)
            self.hallado.descartadas += len(ultima.parrafos) - len(propios)
            self.hallado.secciones[-1] = replace(ultima, parrafos=propios)
