"""What the titles of a document have stated so far, and what was found under them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from extractor.comun.texto import palabras
from extractor.formatos.secciones.prosa_suelta import ProsaSuelta
from extractor.modelo.base import Origen
from extractor.modelo.crudo import LineaRegion, NotaReconocida, SeccionCruda, TablaCruda
from extractor.modelo.documento import Parrafo
from extractor.modelo.patron import TablaPatron

ETAPA_EVALUACION = 4


@dataclass
class Contexto:
    """What the titles met so far state for the tables to come."""

    etapa: int | None = None
    objetivo: str | None = None
    titulo: str | None = None
    region: LineaRegion | None = None
    region_capitulo: LineaRegion | None = None
    regiones_etapa: list[LineaRegion] = field(default_factory=list)
    region_usada: bool = False
    declarada: Parrafo | None = None
    notas: str | None = None
    en_anexo: bool = False
    """Whether an annex is open after chapters of several regions: what stands in it is not the last one's."""

    def region_vigente(self) -> LineaRegion | None:
        """The region of a table that stands here: its own line, the chapter's, or the only one the stage names."""
        if self.region is not None:
            return self.region
        if self.region_capitulo and not self.en_anexo:
            return replace(self.region_capitulo, heredada=True)
        distintas = {palabras(r.texto or ""): r for r in self.regiones_etapa}
        if len(distintas) == 1:
            return replace(next(iter(distintas.values())), heredada=True)
        return None

    def hereda_de_otra_tabla(self) -> bool:
        """Whether what ``region_vigente`` gives is only what was said for another table."""
        return (self.region is None or self.region_usada) and self.region_capitulo is None and self.etapa != ETAPA_EVALUACION

    def nombrar_region(self, linea: LineaRegion) -> None:
        """A region line was met."""
        self.region, self.region_usada = linea, False
        if linea.texto:
            self.regiones_etapa.append(linea)

    def dejar_region(self) -> None:
        """Another form begins. A programme's region line is its own; that of an evaluation holds for all its forms, up to
        the next one."""
        if not self.region_usada or self.region is None:
            return
        self.region = replace(self.region, heredada=True) if self.etapa == ETAPA_EVALUACION and self.region.texto else None


@dataclass
class Hallado:
    """What the walk found. ``sin_filas``: the kinds of the tables whose rows the text does not let us tell. ``anio``: the
    report's, or that of the part of it where the walk is; ``anios``: those of its parts, where they are several; ``bajo_tabla``:
    how many paragraphs more may still give the last weighed table its totals."""

    tablas: list[TablaCruda] = field(default_factory=list)
    sin_filas: list[TablaPatron] = field(default_factory=list)
    secciones: list[SeccionCruda] = field(default_factory=list)
    prosa: ProsaSuelta = field(default_factory=ProsaSuelta)
    notas: list[NotaReconocida] = field(default_factory=list)
    servicio: list[Parrafo] = field(default_factory=list)
    etapas: list[int] = field(default_factory=list)
    avisos: list[tuple[str, str, Origen | None]] = field(default_factory=list)
    descartadas: int = 0
    no_reconocidas: int = 0
    anio: int | None = None
    anios: tuple[int, ...] = ()
    bajo_tabla: int = 0
