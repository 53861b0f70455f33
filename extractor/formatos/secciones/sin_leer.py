"""Sections of an evaluation whose form stands under labels that nobody knows: an audit that read none of them must say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from extractor.comun.texto import corto
from extractor.formatos.contexto import ETAPA_EVALUACION, Contexto, Hallado
from extractor.modelo.base import Origen
from extractor.modelo.documento import Parrafo

_CELDAS_DE_FORMULARIO = 3
"""Cells of a section's form, at least: two labels and something under them."""
_LARGO_ROTULO = 60


class SeccionesSinLeer:
    """The cells met under each section that no header claims."""

    def __init__(self, hallado: Hallado) -> None:
        self.hallado = hallado
        self._celdas: dict[str, list[Parrafo]] = {}
        self._de_flujo: Counter[str] = Counter()

    def contar(self) -> None:
        """A cell of a stream, which no header claims, is text of the open section."""
        if self.hallado.secciones:
            self._de_flujo[self.hallado.secciones[-1].id] += 1

    def soltar(self) -> None:
        """The text of the sections that holds a form's cells tells no grade: which of them is the grade's is not known."""
        for sitio, seccion in enumerate(self.hallado.secciones):
            if self._de_flujo[seccion.id] >= _CELDAS_DE_FORMULARIO:
                self.hallado.secciones[sitio] = replace(seccion, etapa=None)

    def anotar(self, parrafos: Iterable[Parrafo], contexto: Contexto) -> None:
        """Cells stand under the open section, one that the form asks for, of which no form was read so far."""
        ultima = self.hallado.secciones[-1] if self.hallado.secciones else None
        if ultima is None or ultima.nivel != "seccion" or ultima.campos or ultima.patron is None:
            return
        if contexto.etapa in (None, ETAPA_EVALUACION):
            self._celdas.setdefault(ultima.id, []).extend(parrafos)

    def aviso(self) -> tuple[str, str, Origen] | None:
        """The notice of the sections whose form was not read, with the labels of the first; None where none was missed."""
        vacias = {s.id for s in self.hallado.secciones if not s.campos}
        perdidas = [p for i, p in self._celdas.items() if i in vacias and len(p) >= _CELDAS_DE_FORMULARIO]
        if not perdidas:
            return None
        rotulos = "», «".join(corto(p.texto, _LARGO_ROTULO) for p in perdidas[0][:2])
        cuantas = (
            f"{len(perdidas)} secciones de la evaluación tienen" if len(perdidas) > 1 else "una sección de la evaluación tiene"
        )
        frase = f"{cuantas} celdas bajo rótulos que no se reconocen («{rotulos}»): su desarrollo y su grado no se leyeron"
        return "LECTURA_DUDOSA", frase, perdidas[0][0].origen
