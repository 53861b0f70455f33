"""The prose under an activity of an evaluation: a section of its own, of the region at hand, told by what stands before it.

An activity is a form as a rule, and its title heads a table: it opens a section only where text follows that heads none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.comun.texto import palabras
from extractor.formatos.contexto import ETAPA_EVALUACION, Contexto
from extractor.formatos.lineas_de_nota import es_nota
from extractor.formatos.piezas import DIBUJO, Titulo
from extractor.formatos.regiones.en_titulo import nucleo
from extractor.formatos.secciones.abiertas import SeccionesAbiertas
from extractor.formatos.secciones.palabras_titulo import con_valor, es_encabezado, numero_impreso
from extractor.formatos.secciones.patron import seccion_de
from extractor.formatos.tablas.cuerpo import Cuerpo
from extractor.modelo.crudo import ColumnaReconocida, LineaRegion
from extractor.modelo.documento import Parrafo
from extractor.vocabularios.textos import palabras_de

_LARGO_ROTULO, _LARGO_TITULO = 40, 160


@dataclass
class _Actividad:
    """An activity's title, and what is known of the text under it. ``espera``: lines that may head a table, or be its text;
    ``contexto``, ``de``: where they stand and of which region; ``propia``: its section, once it is open, of ``abierta_de``."""

    titulo: Titulo
    contexto: Contexto
    tras_tabla: bool = False
    espera: tuple[Parrafo, ...] = ()
    de: LineaRegion | None = None
    propia: str | None = None
    abierta_de: LineaRegion | None = None


class SeccionesDeActividades(SeccionesAbiertas):
    """The sections of a document, those of its activities too."""

    _vigente: _Actividad | None = None
    _de_actividad: frozenset[str] = frozenset()
    """The sections that activities opened."""

    def actividad(self, titulo: Titulo, contexto: Contexto) -> None:
        """An activity's title."""
        self.terminar()
        self._vigente = _Actividad(titulo, contexto) if contexto.etapa == ETAPA_EVALUACION else None

    def terminar(self) -> None:
        """What comes next is of no activity."""
        self._soltar_espera()
        self._vigente = None

    def cerrar(self) -> None:
        self.terminar()
        super().cerrar()

    def soltar_firma(self) -> None:
        self.terminar()
        super().soltar_firma()

    def abrir(self, titulo: Titulo, contexto: Contexto) -> None:
        self.terminar()
        super().abrir(titulo, contexto)

    def abrir_anexo(self, parrafo: Parrafo, contexto: Contexto) -> bool:
        self.terminar()
        return super().abrir_anexo(parrafo, contexto)

    def ante_tabla(self) -> None:
        """A table stands here: the lines right before it head it."""
        if self._vigente is not None:
            self._vigente.tras_tabla = True
            self._soltar_espera()

    def formulario(
        self, columnas: tuple[ColumnaReconocida, ...], cuerpo: Cuerpo, region: LineaRegion | None, contexto: Contexto
    ) -> None:
        if self._vigente is not None and self._es_de_otra() and not {c.rol for c in columnas} & {"seccion", "territorio"}:
            self._abrir_propia(self._vigente, contexto.region_vigente(), ())
        super().formulario(columnas, cuerpo, region, contexto)

    def texto(self, parrafo: Parrafo, contexto: Contexto) -> None:
        vigente = self._vigente
        if vigente is None or parrafo.estilo == DIBUJO or contexto.notas is not None or es_nota(parrafo.texto):
            super().texto(parrafo, contexto)
            return
        vigente.contexto = contexto
        region = contexto.region_vigente()
        if contexto.region is not None and contexto.region.origen == parrafo.origen:
            # it heads what follows, under this activity or another
            self._soltar_espera()
            self._ajena(parrafo, contexto)
            vigente.tras_tabla = False
            return
        if vigente.espera and not _misma(vigente.de, region):
            self._soltar_espera()
        if vigente.propia is not None and not self._es_de_otra() and _misma(vigente.abierta_de, region):
            self._anotar(parrafo)
            return
        al_abrir = not (vigente.espera or vigente.tras_tabla)
        de_titulo = vigente.titulo.valor is None and al_abrir and len(parrafo.texto) <= _LARGO_TITULO
        vigente.espera, vigente.de = (*vigente.espera, parrafo), region
        if not (de_titulo or es_encabezado(parrafo.texto) or (vigente.tras_tabla and _firma(parrafo.texto))):
            vigente.tras_tabla = False
            self._soltar_espera()

    def _soltar_espera(self) -> None:
        """What waited is the activity's text, unless a table stands before or after it."""
        vigente = self._vigente
        if vigente is None or not vigente.espera:
            return
        espera, vigente.espera = vigente.espera, ()
        if not vigente.tras_tabla:
            self._abrir_propia(vigente, vigente.de, espera)
            return
        for parrafo in espera:
            self._ajena(parrafo, vigente.contexto)

    def _ajena(self, parrafo: Parrafo, contexto: Contexto) -> None:
        """A line that is not the text of the activity at hand, nor of another one before it."""
        if self._es_de_otra() or (self._vigente is not None and self._vigente.propia is not None):
            self.hallado.prosa.linea(parrafo)
        else:
            super().texto(parrafo, contexto)

    def _es_de_otra(self) -> bool:
        """Whether the last section is that of another activity than the one at hand."""
        ultima, propia = self._ultima(), self._vigente.propia if self._vigente is not None else None
        return ultima is not None and ultima.id in self._de_actividad and ultima.id != propia

    def _abrir_propia(self, vigente: _Actividad, region: LineaRegion | None, parrafos: tuple[Parrafo, ...]) -> None:
        """Opens the section of the activity at hand. A title of its number alone goes on in the line below it."""
        titulo, contexto = vigente.titulo, vigente.contexto
        nombre, propios = titulo.valor, parrafos
        if nombre is None and len(parrafos) > 1 and len(parrafos[0].texto) <= _LARGO_TITULO and vigente.propia is None:
            nombre, propios = parrafos[0].texto.rstrip(" .:"), parrafos[1:]
        elif nombre is None:
            nombre = contexto.titulo or con_valor(titulo)
        if region is not None and region.origen is not None:
            self.soltar_rotulo(region.origen)
        suyo = contexto.region is None or _misma(contexto.region, contexto.region_capitulo)
        padre = (self.objetivo or self.capitulo) if suyo or contexto.region_capitulo is None else None
        origen = titulo.origen if vigente.propia is None or not parrafos else parrafos[0].origen
        vigente.propia = self._nueva(
            "seccion", padre, numero_impreso(titulo.numero), nombre, origen, replace(region, heredada=True) if region else None,
            patron=seccion_de(nombre, self.patrones), etapa=contexto.etapa,
        )  # fmt: skip
        vigente.abierta_de, self._de_actividad = region, self._de_actividad | {vigente.propia}
        for parrafo in propios:
            self._anotar(parrafo)

    def _anotar(self, parrafo: Parrafo) -> None:
        """The text of the section that is open."""
        self._encabeza = parrafo if es_encabezado(parrafo.texto) else None
        ultima = self.hallado.secciones[-1]
        self.hallado.secciones[-1] = replace(ultima, parrafos=(*ultima.parrafos, parrafo))


def _firma(texto: str) -> bool:
    """Whether a line opens with who made the report, and so is no text of its last activity."""
    rotulo, dos_puntos, _ = texto.partition(":")
    return bool(dos_puntos) and len(rotulo) <= _LARGO_ROTULO and palabras(rotulo).startswith(palabras_de("firman"))


def _misma(una: LineaRegion | None, otra: LineaRegion | None) -> bool:
    return nucleo((una.texto if una else None) or "") == nucleo((otra.texto if otra else None) or "")
