"""Forms of the evaluation whose rows are sections: what each opens, under which chapter and of which region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.formatos.contexto import Contexto, Hallado
from extractor.formatos.secciones.en_tabla import FilaSeccion, secciones_de
from extractor.formatos.secciones.halladas import SeccionesHalladas
from extractor.formatos.tablas.cuerpo import Cuerpo
from extractor.modelo.base import Origen
from extractor.modelo.crudo import ColumnaReconocida, LineaRegion, SeccionCruda
from extractor.modelo.documento import Celda
from extractor.modelo.patron import RolPatron, SeccionPatron

DE_FILA: tuple[RolPatron, ...] = ("seccion", "objetivo")
"""The columns that name what each row of a form is about."""
_DESCUADRADO = (
    "las celdas de un formulario de la evaluación no caen en sus columnas: puede tener una bajo un rótulo que no se reconoce; "
    "sus grados no se leyeron"
)


class SeccionesPorFilas(SeccionesHalladas):
    """The sections met so far, and those of the rows of a form; the chapter and the objective that are open."""

    def __init__(self, hallado: Hallado, patrones: tuple[SeccionPatron, ...]) -> None:
        super().__init__(hallado, patrones)
        self.capitulo: str | None = None
        self.objetivo: str | None = None
        self._region_abierta: Origen | None = None

    def _por_filas(
        self,
        columnas: tuple[ColumnaReconocida, ...],
        cuerpo: Cuerpo,
        clave: RolPatron,
        region: LineaRegion | None,
        contexto: Contexto,
    ) -> None:
        """A form whose rows are sections. The region it stands under opens a chapter, unless one is open already or the rows
        say each its own."""
        filas = secciones_de(columnas, cuerpo, clave)
        propia = region is not None and region.texto and contexto.region_capitulo is None and not any(f.region for f in filas)
        if propia and region is not None and region.origen is not None and self._region_abierta != region.origen:
            self._region_abierta = region.origen
            if region.certeza != "dudosa":
                self.soltar_rotulo(region.origen)
            self.capitulo, self.objetivo = self._nueva("capitulo", None, None, region.texto or "", region.origen, region), None
        linea = region or contexto.region_capitulo
        heredada = replace(linea, heredada=True) if linea else None
        for fila in filas:
            padre, patron = self.objetivo or self.capitulo, self._patron(fila.numero, fila.titulo)
            self._de_fila(fila, padre, fila.numero, fila.titulo, _de(fila.region) or heredada, patron)

    def _por_regiones(self, columnas: tuple[ColumnaReconocida, ...], cuerpo: Cuerpo) -> None:
        """A form under a section whose rows are regions: each one is that section in its region."""
        abierta = self._abierta()
        for fila in secciones_de(columnas, cuerpo, "territorio"):
            de_ella = fila.region is not None and fila.titulo == fila.region.texto
            if abierta is None:
                self._de_fila(fila, self.objetivo, None, fila.titulo, _de(fila.region), None)
            else:
                titulo = abierta.titulo if de_ella else fila.titulo
                self._de_fila(fila, abierta.id, abierta.numero, titulo, _de(fila.region), abierta.patron)

    def _por_grados(self, filas: Sequence[FilaSeccion], abierta: SeccionCruda | None, contexto: Contexto) -> None:
        """A form whose rows grade each another thing, under a section or none: each one is a section of it."""
        heredada = replace(contexto.region_capitulo, heredada=True) if contexto.region_capitulo else None
        for fila in filas:
            if abierta is None:
                padre = self.objetivo or self.capitulo
                self._de_fila(fila, padre, fila.numero, fila.titulo, heredada, self._patron(fila.numero, fila.titulo))
            else:
                numero = fila.numero if fila.titulo else abierta.numero
                self._de_fila(fila, abierta.id, numero, fila.titulo or abierta.titulo, abierta.region, abierta.patron)

    def _descuadrado(self, cuerpo: Cuerpo, origen: Origen) -> None:
        """A stream of cells that do not fall in the columns of its form: told, and kept as text that grades nothing."""
        self.hallado.avisos.append(("LECTURA_DUDOSA", _DESCUADRADO, origen))
        parrafos = tuple(p for c in cuerpo.celdas for p in c.parrafos)
        abierta = self._ultima()
        if abierta is not None:
            self.hallado.secciones[-1] = replace(abierta, parrafos=(*abierta.parrafos, *parrafos), etapa=None)
            return
        for parrafo in parrafos:
            self.hallado.prosa.linea(parrafo)

    def _abierta(self) -> SeccionCruda | None:
        """The section that is open."""
        ultima = self._ultima()
        return ultima if ultima is not None and ultima.nivel == "seccion" else None

    def _de_fila(
        self,
        fila: FilaSeccion,
        padre: str | None,
        numero: str | None,
        titulo: str,
        region: LineaRegion | None,
        patron: SeccionPatron | None,
    ) -> None:
        """Adds the section that a row is. A section that the form asks no grade of lacks none."""
        self._nueva("seccion", padre, numero, titulo, fila.origen, region, fila.campos, patron)
        pide = patron is None or patron.grado
        if fila.sin_grado and pide:
            self.hallado.secciones[-1] = replace(self.hallado.secciones[-1], sin_grado=True)


def _de(celda: Celda | None) -> LineaRegion | None:
    """The region that a cell of a column of regions names."""
    return LineaRegion(celda.texto, celda.origen) if celda is not None else None
