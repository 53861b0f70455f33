"""The sections of a document as the walk opens and fills them."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.comun.texto import blancos
from extractor.formatos.contexto import ETAPA_EVALUACION, Contexto, Hallado
from extractor.formatos.lineas_de_nota import es_nota
from extractor.formatos.piezas import DIBUJO, Titulo
from extractor.formatos.regiones.en_titulo import es_titulo_central, nucleo, oficina_de_lugar, region_de_oficina
from extractor.formatos.secciones.con_grados import fuera_de_su_columna
from extractor.formatos.secciones.de_su_region import es_de_otra_region, las_demas_tienen_capitulo
from extractor.formatos.secciones.en_tabla import secciones_de
from extractor.formatos.secciones.firma import firma_con_oficina
from extractor.formatos.secciones.palabras_titulo import con_valor, es_encabezado, numero_impreso
from extractor.formatos.secciones.por_filas import DE_FILA, SeccionesPorFilas
from extractor.formatos.secciones.sin_leer import SeccionesSinLeer
from extractor.formatos.tablas.cuerpo import Cuerpo
from extractor.modelo.base import Origen
from extractor.modelo.crudo import ColumnaReconocida, LineaRegion, NotaReconocida
from extractor.modelo.documento import Parrafo
from extractor.modelo.patron import SeccionPatron


def _enteros(numero: str | None) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", numero or ""))


class SeccionesAbiertas(SeccionesPorFilas):
    """Chapters, objectives and sections, kept in ``hallado``; the chapter and the objective that are open."""

    def __init__(self, hallado: Hallado, patrones: tuple[SeccionPatron, ...], por_region: bool = False) -> None:
        """``por_region``: the families at hand part their evaluation in chapters, so that a region line opens one."""
        super().__init__(hallado, patrones)
        self.por_region = por_region
        self._encabeza: Parrafo | None = None
        self._numeros: dict[tuple[str, str], tuple[int, ...]] = {}
        self.sin_leer = SeccionesSinLeer(hallado)

    def cerrar(self) -> None:
        """What comes next is of no chapter."""
        self.capitulo = self.objetivo = None

    def de_varias_regiones(self) -> bool:
        """Whether the chapters met so far are of several regions."""
        return len({nucleo(s.region.texto or "") for s in self.hallado.secciones if s.nivel == "capitulo" and s.region}) > 1

    def abrir(self, titulo: Titulo, contexto: Contexto) -> None:
        """A chapter, objective or section begins."""
        numero, self._encabeza = numero_impreso(titulo.numero), None
        if titulo.clase == "capitulo":
            propia = LineaRegion(titulo.valor, titulo.origen) if titulo.valor else None
            contexto.region_capitulo, contexto.region = propia, None
            self.capitulo, self.objetivo = self._nueva("capitulo", None, numero, con_valor(titulo), titulo.origen, propia), None
            return
        if not self._soltar_oficina_que_firma(contexto, titulo.clase, numero):
            self._capitulo_por_region(contexto, sigue=self._sigue_la_cuenta(titulo.clase, numero))
        if self._vuelve_atras(titulo.clase, numero):
            self._dejar_capitulo(contexto)
        nacional = titulo.clase == "objetivo" and numero is not None and numero in titulo.patron.sin_padre
        if nacional:
            self.capitulo, contexto.region_capitulo = None, None
        nombre = titulo.valor or titulo.texto
        region = replace(contexto.region_capitulo, heredada=True) if contexto.region_capitulo else None
        if titulo.clase == "objetivo":
            contexto.objetivo, contexto.titulo = con_valor(titulo), None
            contexto.dejar_region()
            self.objetivo = self._nueva("objetivo", self.capitulo, numero, nombre, titulo.origen, region)
        else:
            padre, patron = self.objetivo or self.capitulo, self._patron(numero, nombre)
            self._nueva("seccion", padre, numero, nombre, titulo.origen, region, patron=patron, etapa=contexto.etapa)

    def abrir_anexo(self, parrafo: Parrafo, contexto: Contexto) -> bool:
        """Whether an annex begins after sections: what stands in it is no text of the last one, whose grade it does not tell."""
        if not self.hallado.secciones:
            return False
        vigente = contexto.region_capitulo if not contexto.en_anexo else None
        region = replace(vigente, heredada=True) if vigente is not None else None
        titulo = blancos(parrafo.texto)
        self._encabeza = None
        self._nueva("seccion", None, None, titulo, parrafo.origen, region)
        contexto.titulo, contexto.objetivo = titulo, None
        return True

    def _dejar_capitulo(self, contexto: Contexto) -> None:
        """The same parts begin again under a heading that nothing told: they are not of the region before them, nor is the
        objective that they stand under."""
        self.capitulo, contexto.region_capitulo = None, None
        ultima = self._ultima()
        if ultima is not None and ultima.id == self.objetivo:
            self.hallado.secciones[-1] = replace(ultima, padre=None, region=None)
        else:
            self.objetivo = None

    def _vuelve_atras(self, clase: str, numero: str | None) -> bool:
        """Whether the numbers of the chapter that is open begin again: objective 1 after objective 2, section 1.1 after 1.3."""
        propios = _enteros(numero)
        if not propios or self.capitulo is None or (clase == "seccion" and len(propios) < 2):
            return False
        previos = self._numeros.get((self.capitulo, clase), ())
        self._numeros[self.capitulo, clase] = propios
        return propios < previos

    def _sigue_la_cuenta(self, clase: str, numero: str | None) -> bool:
        """Whether a section is the next one of its chapter (1.2 after 1.1): an office named between them opens none."""
        propios, previos = _enteros(numero), self._numeros.get((self.capitulo or "", clase), ())
        return clase == "seccion" and len(propios) > 1 and (*propios[:-1], propios[-1] - 1) == previos

    def _soltar_oficina_que_firma(self, contexto: Contexto, clase: str, numero: str | None) -> bool:
        """Whether the office named last only signs the part of the chapter before it: it stands in a signature, and is the
        chapter's own or what follows goes on with higher numbers. The signature is then no section's text."""
        linea, vigente = contexto.region, contexto.region_capitulo
        ultima = self._ultima()
        if linea is None or linea.origen is None or vigente is None or ultima is None or self.capitulo is None:
            return False
        sitio = next((i for i, p in enumerate(ultima.parrafos) if p.origen == linea.origen), None)
        firma = firma_con_oficina(ultima.parrafos, sitio) if sitio is not None else None
        propios, previos = _enteros(numero), self._numeros.get((self.capitulo, clase), ())
        misma = nucleo(linea.texto or "") == nucleo(vigente.texto or "")
        if firma is None or not (misma or (propios and previos and propios > previos)):
            return False
        contexto.region = None
        self.hallado.secciones[-1] = replace(ultima, parrafos=(*ultima.parrafos[: firma[0]], *ultima.parrafos[firma[1] :]))
        self.hallado.descartadas += firma[1] - firma[0]
        return True

    def _capitulo_por_region(self, contexto: Contexto, *, sigue: bool) -> None:
        """The region named since the last chapter, whatever office its heading is of, opens one where the parts of an evaluation
        follow it. ``sigue``: what follows goes on counting the parts of the chapter that is open."""
        linea = contexto.region
        if not self.por_region or contexto.etapa != ETAPA_EVALUACION or linea is None:
            return
        if not linea.texto or linea.origen is None or linea.origen == self._region_abierta:
            return
        rotulo = linea.origen.texto
        de_oficina = es_titulo_central(rotulo) or region_de_oficina(rotulo) is not None or oficina_de_lugar(rotulo) is not None
        solo_nombrada = linea.certeza == "dudosa" or (sigue and de_oficina)
        if solo_nombrada and contexto.region_capitulo is not None:
            contexto.region = None
            return
        if (linea.heredada or contexto.region_usada) and not las_demas_tienen_capitulo(linea, contexto, self.hallado.secciones):
            if contexto.region_capitulo is not None and nucleo(linea.texto) != nucleo(contexto.region_capitulo.texto or ""):
                self._dejar_capitulo(contexto)
            return
        self._region_abierta = linea.origen
        self.soltar_rotulo(linea.origen)
        contexto.region_capitulo, contexto.region = linea, None
        titulo = blancos(linea.origen.texto)
        self.capitulo, self.objetivo = self._nueva("capitulo", None, None, titulo, linea.origen, linea), None

    def soltar_encabezado(self) -> str | None:
        """The heading right above a table that is not of the section before it, whose form was read, is not its text either."""
        ultima, encabezado = self._ultima(), self._encabeza
        if encabezado is None or ultima is None or not ultima.campos or ultima.parrafos[-1:] != (encabezado,):
            return None
        self.soltar_rotulo(encabezado.origen)
        self._encabeza = None
        return blancos(encabezado.texto)

    def formulario(
        self, columnas: tuple[ColumnaReconocida, ...], cuerpo: Cuerpo, region: LineaRegion | None, contexto: Contexto
    ) -> None:
        """A form of the evaluation: its rows are sections, or regions, or it gives its fields to the open section."""
        if (suelta := fuera_de_su_columna(columnas, cuerpo.celdas)) is not None:
            self._descuadrado(cuerpo, suelta.origen)
            return
        roles = {c.rol for c in columnas}
        clave = next((rol for rol in DE_FILA if rol in roles), None)
        if clave is not None:
            self._por_filas(columnas, cuerpo, clave, region, contexto)
        elif "territorio" in roles:
            self._por_regiones(columnas, cuerpo)
        elif len(filas := secciones_de(columnas, cuerpo, None)) > 1 and sum(bool(f.campos.get("grado")) for f in filas) > 1:
            abierta = None if self._pide_seccion() else self._ultima()
            if abierta is None:
                self._capitulo_por_region(contexto, sigue=False)
            self._por_grados(filas, abierta, contexto)
        else:
            self._campos(columnas, cuerpo, contexto)

    def _campos(self, columnas: tuple[ColumnaReconocida, ...], cuerpo: Cuerpo, contexto: Contexto) -> None:
        """A two-column form gives its fields to the open section."""
        filas, celdas = cuerpo.filas, cuerpo.celdas
        campos: dict[str, tuple[Parrafo, ...]] = {c.rol: () for c in columnas}
        grupos = [list(f.celdas) for f in filas] or [
            list(celdas[i : i + len(columnas)]) for i in range(0, len(celdas), len(columnas))
        ]
        for grupo in grupos:
            for columna, celda in zip(columnas, grupo, strict=False):
                campos[columna.rol] = (*campos[columna.rol], *celda.parrafos)
        if self._pide_seccion():
            origen = celdas[0].origen if celdas else filas[0].origen if filas else Origen(texto="")
            self._sin_numero(contexto, origen)
        ultima = self.hallado.secciones[-1]
        self.hallado.secciones[-1] = replace(ultima, campos=campos)
        self._encabeza = None

    def _pide_seccion(self) -> bool:
        """Whether no section is open that a form may be of."""
        ultima = self._ultima()
        return ultima is None or ultima.nivel != "seccion" or bool(ultima.campos)

    def _sin_numero(self, contexto: Contexto, origen: Origen) -> None:
        """A section begins at a form that no number opens: by the heading right above it, in the region named since the last."""
        titulo = self._encabeza
        if titulo is not None and contexto.region is not None and titulo.origen == contexto.region.origen:
            titulo = None
        if titulo is not None:
            self.soltar_rotulo(titulo.origen)
        self._capitulo_por_region(contexto, sigue=False)
        region = replace(contexto.region_capitulo, heredada=True) if contexto.region_capitulo else None
        nombre = titulo.texto if titulo is not None else contexto.titulo or ""
        propio = titulo.origen if titulo is not None else origen
        self._nueva("seccion", self.objetivo or self.capitulo, None, nombre, propio, region, patron=self._patron(None, nombre))

    def texto(self, parrafo: Parrafo, contexto: Contexto) -> None:
        """Free text: a note of the form, or the open section's; kept apart where none is open."""
        if parrafo.estilo == DIBUJO:
            self.hallado.descartadas += 1
            return
        self._encabeza = parrafo if es_encabezado(parrafo.texto) else None
        nota = es_nota(parrafo.texto)
        if nota and (contexto.notas is not None or not nota[0].startswith("(") or "*" in nota[0]):
            self.hallado.notas.append(NotaReconocida(contexto.notas, nota[0], nota[1], parrafo.origen))
        elif (ultima := self._ultima()) is not None and not (self.por_region and es_de_otra_region(contexto, ultima, parrafo)):
            self.hallado.secciones[-1] = replace(ultima, parrafos=(*ultima.parrafos, parrafo))
        else:
            self.hallado.prosa.linea(parrafo)
