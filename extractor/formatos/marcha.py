"""What the walk over a document keeps, and what it does with a piece that is neither a title nor a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from extractor.comun.texto import palabras
from extractor.formatos.anios.partes_anuales import Anios
from extractor.formatos.anuncios import Anuncios
from extractor.formatos.columnas.encabezados import Encabezado, Rotulos
from extractor.formatos.contexto import ETAPA_EVALUACION, Contexto, Hallado
from extractor.formatos.desempeno.en_parrafo import tomar_del_parrafo
from extractor.formatos.desempeno.lineas_dudosas import aviso_de_desempeno
from extractor.formatos.flujo.celdas import roles_de, sin_cola
from extractor.formatos.flujo.celdas_sueltas import Suelta, tabla_suelta
from extractor.formatos.flujo.titulos_en_fila import primera_fila
from extractor.formatos.lineas_de_nota import es_nota
from extractor.formatos.piezas import Pieza, Titulos
from extractor.formatos.programa_dicho import ProgramaDicho, abre_con_programa
from extractor.formatos.regiones.bandas import Banda, Serie
from extractor.formatos.regiones.de_titulos import RegionesDeTitulos
from extractor.formatos.regiones.resumen_desconocido import FILAS_QUE_DICEN, filas_de_resumen
from extractor.formatos.secciones.de_actividades import SeccionesDeActividades
from extractor.formatos.secciones.numeradas import abre_anexo
from extractor.formatos.tablas.cuerpos import Cuerpos
from extractor.formatos.tablas.de_textos import tabla_de_textos
from extractor.formatos.tablas.filas_sueltas import FilasSueltas
from extractor.formatos.tablas.objetivos_en_banda import objetivos_en_banda
from extractor.formatos.tablas.sobre_encabezado import SobreElEncabezado
from extractor.formatos.tablas.totales_bajo_tabla import anotar_totales
from extractor.modelo.crudo import ColumnaReconocida, LineaRegion
from extractor.modelo.documento import Celda, Parrafo
from extractor.modelo.patron import SeccionPatron
from extractor.vocabularios.filas import abre_texto_bajo_tabla, totales_en_frase
from extractor.vocabularios.textos import palabras_de

_HUECO_DE_COLA = 2


class Marcha:
    """The state of one walk, and its loose pieces."""

    def __init__(
        self,
        piezas: list[Pieza],
        titulos: Titulos,
        rotulos: tuple[Rotulos, ...],
        secciones: tuple[SeccionPatron, ...],
        anio: int | None = None,
        anios: Anios = MappingProxyType({}),
        etapa: int | None = None,
    ) -> None:
        """``etapa``: the stage of what stands before any title of one."""
        self.piezas = piezas
        self.titulos = titulos
        self.contexto = Contexto(etapa=etapa)
        self.hallado = Hallado(anio=anio)
        self.anio, self.anios = anio, anios
        self.secciones = SeccionesDeActividades(self.hallado, secciones, any(p.clase == "capitulo" for p in titulos.patrones))
        self.regiones = RegionesDeTitulos()
        self.programa = ProgramaDicho()
        self.sueltas = FilasSueltas(self.hallado, rotulos)
        self.vigente: Encabezado | None = None
        self.columnas: tuple[ColumnaReconocida, ...] = ()
        self.cabeza: Pieza | None = None
        self.bloque_vigente = -2
        self.fin_del_flujo = -1
        self.sin_tabla_hasta = 0
        self.cuerpos = Cuerpos(piezas, titulos, rotulos)
        self.series: list[Serie] = []
        self.banda_de_linea: Banda = "ancha"
        self.anuncios = Anuncios()
        self.de_banda: tuple[Parrafo, ...] = ()
        self.sobre = SobreElEncabezado()

    def _aviso_perdida(self, pieza: Pieza) -> None:
        self.hallado.no_reconocidas += 1
        self.hallado.bajo_tabla = 0
        frase = "hay un encabezado de tabla cuyas celdas no vienen marcadas en el texto; use el archivo original"
        self.hallado.avisos.append(("LECTURA_DUDOSA", frase, pieza.origen))

    def _abre_otra_cosa(self, indice: int) -> bool:
        """Whether a header or a title stands at a place, or nothing does."""
        pieza = self.piezas[indice] if indice < len(self.piezas) else None
        return pieza is None or self.titulos.de_pieza(pieza) is not None or self.cuerpos.encabezado(indice) is not None

    def _declaradas(self, pieza: Pieza) -> bool:
        """A programme's declared weight may share its row with a title."""
        halladas = False
        for celda in pieza.llenas:
            titulo = self.titulos.buscar(celda.texto, celda.origen)
            if titulo and titulo.clase == "ponderacion_declarada" and titulo.valor:
                self.contexto.declarada = Parrafo(titulo.valor, celda.origen)
                halladas = True
            elif titulo and titulo.clase == "region" and len(pieza.llenas) > 2 and titulo.valor:
                self.contexto.nombrar_region(LineaRegion(titulo.valor, titulo.origen))
        return halladas

    def _celdas_sueltas(self, indice: int) -> int:
        """Keeps the table of no family whose cells stand from a place on in a stream; the piece after it, 0 where none does."""
        if indice < self.sin_tabla_hasta or self.piezas[indice].clase != "celda":
            return 0
        fin = indice
        while fin < len(self.piezas) and self.piezas[fin].clase == "celda" and (fin == indice or not self._abre_otra_cosa(fin)):
            fin += 1
        celdas = [p.celdas[0] for p in self.piezas[indice:fin]]
        hecha = tabla_suelta(celdas) or self._de_textos(celdas)
        self.sin_tabla_hasta = fin if hecha is None else indice
        if hecha is None:
            self._aviso_de_filas(celdas)
            return 0
        self._cerrar_sueltas(None)
        if hecha.titulo is not None:
            self._linea_libre(hecha.titulo)
        self.sueltas.de_flujo(list(hecha.filas), self.contexto)
        self.hallado.bajo_tabla = 0
        for parrafo in hecha.libres:
            self._linea_libre(parrafo)
        return indice + hecha.tomadas

    def _de_textos(self, celdas: Sequence[Celda]) -> Suelta | None:
        """The table of sentences that cells after a programme are, under labels that nobody knows."""
        if self.contexto.etapa == ETAPA_EVALUACION or not any(t.patron.pesa for t in self.hallado.tablas):
            return None
        return tabla_de_textos(celdas, self.cuerpos.rotulos)

    def _aviso_de_filas(self, celdas: Sequence[Celda]) -> None:
        """Loose cells that fall into the columns of the table before them, with no header over them, are told: they are read as
        text."""
        fila = primera_fila(celdas, roles_de(self.vigente)) if self.vigente is not None else None
        if fila is not None:
            frase = "tras una tabla siguen celdas que parecen filas suyas, sin un encabezado que lo diga; no se leyeron"
            self.hallado.avisos.append(("LECTURA_DUDOSA", frase, fila.origen))

    def _resumen_desconocido(self, indice: int) -> int:
        """Keeps the cells of a stream, or the header of rows, that give each region a figure under labels nobody knows; the piece
        after them, 0 where none stand here."""
        pieza = self.piezas[indice]
        rotulo = palabras(pieza.llenas[0].texto) if pieza.clase != "linea" and pieza.llenas else ""
        if rotulo not in palabras_de("columna_de_regiones"):
            return 0
        if pieza.clase == "fila":
            propias = [p for p in self.piezas[indice : indice + FILAS_QUE_DICEN] if p.bloque == pieza.bloque]
            if not filas_de_resumen([c for p in propias for c in p.llenas]):
                return 0
            # the header of loose rows, which would pass for the line of one region
            self.sueltas.tomar(pieza)
            return indice + 1
        fin = indice
        while fin < len(self.piezas) and self.piezas[fin].clase == "celda":
            fin += 1
        filas = filas_de_resumen([p.celdas[0] for p in self.piezas[indice:fin]])
        if filas is None:
            return 0
        tomadas = sum(len(f.celdas) for f in filas)
        ultima, libres = sin_cola(filas[-1].celdas[-1], _HUECO_DE_COLA)
        filas[-1] = replace(filas[-1], celdas=(*filas[-1].celdas[:-1], ultima))
        self._cerrar_sueltas(None)
        self.sueltas.de_flujo(filas, self.contexto)
        self.hallado.bajo_tabla = 0
        for parrafo in libres:
            self._linea_libre(parrafo)
        return indice + tomadas

    def _libre(self, pieza: Pieza, indice: int) -> int:
        if pieza.clase == "linea" and self.contexto.etapa == ETAPA_EVALUACION and self.sueltas.es_recuadro():
            # the answer in a box comes before the line under it
            self._cerrar_sueltas(None)
        if pieza.clase == "fila" and len(pieza.llenas) == 1 and self.regiones.nombra_oficina(pieza.parrafos[0], self.contexto):
            return indice + 1
        if pieza.clase == "fila":
            par = [c.parrafos[0] for c in pieza.llenas] if len(pieza.llenas) == 2 else []
            dicha = bool(par) and self._aviso_de_desempeno(*par)
            self.sueltas.tomar(pieza)
            if len(pieza.llenas) > 2:
                self.programa.seguir()
            if pieza.bloque != self.bloque_vigente and not dicha:
                self.hallado.bajo_tabla = 0
        else:
            if pieza.clase == "celda":
                self.secciones.sin_leer.anotar(pieza.parrafos[:1], self.contexto)
                self.secciones.sin_leer.contar()
            for parrafo in pieza.parrafos:
                self._linea_libre(parrafo, pieza.clase == "linea" or abre_con_programa(parrafo.texto))
        return indice + 1

    def _aviso_de_desempeno(self, parrafo: Parrafo, al_lado: Parrafo | None = None) -> bool:
        """Whether a line right below a programme may tell its performance in words nobody knows, which is told."""
        aviso = aviso_de_desempeno(parrafo, al_lado) if self.hallado.bajo_tabla > 0 and self.contexto.notas is None else None
        if aviso is not None:
            self.hallado.avisos.append(aviso)
        return aviso is not None

    def _linea_libre(self, parrafo: Parrafo, encabeza: bool = True) -> None:
        al_principio = self.contexto.etapa is None and not self.hallado.tablas
        self.regiones.linea(parrafo, self.contexto, al_principio=al_principio, sin_tablas=not self.hallado.tablas)
        if encabeza:
            self.programa.linea(parrafo)
        else:
            self.programa.seguir()
        if self.contexto.notas is None and not tomar_del_parrafo(self.hallado, self.titulos, parrafo, self.contexto.region):
            self._aviso_de_desempeno(parrafo)
        anexo = self.contexto.etapa == ETAPA_EVALUACION and abre_anexo(parrafo.texto)
        if anexo:
            self.contexto.en_anexo = self.secciones.de_varias_regiones()
        anotar_totales(self.hallado, parrafo, self.contexto.region)
        if not (anexo and self.secciones.abrir_anexo(parrafo, self.contexto)):
            self.secciones.texto(parrafo, self.contexto)
        # below the notes of a form a line set apart is none of them, nor what goes on with one
        aparte = self.contexto.notas is None or parrafo.hueco > 0
        de_arriba = abre_texto_bajo_tabla(parrafo.texto) or totales_en_frase(parrafo.texto)
        if aparte and es_nota(parrafo.texto) is None and not de_arriba:
            self.anuncios.linea(parrafo)

    def _cerrar_sueltas(self, bloque: int | None) -> None:
        """The loose rows met so far end here; those of the table ``bloque`` only band the columns of its header."""
        if bloque is not None:
            sobre_ella = [p for p in self.sueltas.filas if p.bloque == bloque]
            self.cuerpos.anotar_bandas(sobre_ella)
            self.sobre.anotar_totales(sobre_ella, self.hallado)
            self.de_banda = objetivos_en_banda(sobre_ella, self.cuerpos.rotulos)
            bandas = self.sueltas.bandas(bloque)
            self.regiones.previas.extend(bandas)
            for parrafo in bandas:
                self.anuncios.linea(parrafo)
                self.programa.linea(parrafo)
        for fila in (f for f in self.sueltas.filas if f.bloque != bloque and not self.sueltas.de_grados(f.bloque)):
            self.secciones.sin_leer.anotar([c.parrafos[0] for c in fila.llenas], self.contexto)
        tablas = len(self.hallado.tablas)
        libres = self.sueltas.cerrar(self.contexto)
        if len(self.hallado.tablas) > tablas:
            self.anuncios.cerrar()
        for parrafo in libres:
            self._region_en_cuadro(parrafo)
            self.programa.linea(parrafo)
            self.secciones.texto(parrafo, self.contexto)
            self.anuncios.linea(parrafo)

    def _region_en_cuadro(self, parrafo: Parrafo) -> None:
        """A line in a table of its own, which holds no more than a title: it may be the region's."""
        titulo = self.titulos.buscar(parrafo.texto, parrafo.origen)
        if titulo is not None and titulo.clase == "region" and titulo.valor:
            self.contexto.nombrar_region(LineaRegion(titulo.valor, titulo.origen))
        elif titulo is None:
            al_principio = self.contexto.etapa is None and not self.hallado.tablas
            self.regiones.linea(parrafo, self.contexto, al_principio=al_principio, sin_tablas=not self.hallado.tablas)
