"""What the walk does with a table: its columns and rows, and what the titles before it have stated, kept together.

The titles, the region and the programme in force where a table stands change with the lines after it: it takes them at once.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from extractor.formatos.columnas.encabezados import Encabezado
from extractor.formatos.contexto import ETAPA_EVALUACION
from extractor.formatos.flujo.sigue_tras_region import filas_tras_region
from extractor.formatos.marcha_de_regiones import MarchaDeRegiones
from extractor.formatos.piezas import Pieza
from extractor.formatos.regiones.bandas import Banda, Serie
from extractor.formatos.regiones.en_columna import con_las_de_su_columna, partir_por_region
from extractor.formatos.tablas.cuerpo import Cuerpo
from extractor.formatos.tablas.piezas import columnas_de
from extractor.formatos.tablas.totales_bajo_tabla import PARRAFOS_BAJO_TABLA
from extractor.modelo.base import Origen, unir_origenes
from extractor.modelo.crudo import ColumnaReconocida, TablaCruda


class MarchaDeTablas(MarchaDeRegiones):
    """The tables of one walk."""

    def _tabla(self, indice: int, encabezado: Encabezado) -> int:
        pieza = self.piezas[indice]
        self.series.append(Serie())
        celdas = encabezado.celdas or self.cuerpos.celdas_encabezado(indice, len(encabezado.etiquetas))
        columnas = columnas_de(encabezado, celdas, self.hallado.anio)
        if pieza.clase == "fila":
            if encabezado.celdas:
                pieza = replace(pieza, celdas=encabezado.celdas)
            self.vigente, self.columnas, self.cabeza, self.bloque_vigente = encabezado, columnas, pieza, pieza.bloque
            cuerpo = self.cuerpos.de_filas(indice + encabezado.piezas, pieza.bloque, columnas, pieza, self._region())
            return self._guardar(encabezado, columnas, pieza.origen, cuerpo)
        origen = unir_origenes([p.origen for p in self.piezas[indice : indice + encabezado.piezas]])
        self.vigente, self.columnas, self.bloque_vigente = encabezado, columnas, -2
        return self._guardar(encabezado, columnas, origen, self.cuerpos.flujo.cuerpo(indice + encabezado.piezas, encabezado))

    def _guardar(
        self,
        encabezado: Encabezado,
        columnas: tuple[ColumnaReconocida, ...],
        origen: Origen,
        cuerpo: Cuerpo,
        banda: Banda | None = None,
    ) -> int:
        """Keeps a table, or gives its fields to the open section; returns the piece after it. ``banda``: what heads it."""
        self.hallado.descartadas += cuerpo.descartadas
        self.hallado.bajo_tabla = 0
        self.secciones.ante_tabla()
        self.hallado.prosa.cortar()
        if cuerpo.dudoso:
            frase = "el texto que sigue a la última celda de la tabla puede no ser de ella; se dejó en la celda"
            self.hallado.avisos.append(("LECTURA_DUDOSA", frase, cuerpo.dudoso.origen))
        self.fin_del_flujo = cuerpo.siguiente
        if encabezado.tabla.tipo == "seccion":
            self._campos(columnas, cuerpo)
            return self._tras(cuerpo)
        if self._sigue_por_region(cuerpo):
            return self._tras(cuerpo)
        contexto = self.contexto
        region = self.regiones.de_tabla(contexto)
        if region is not None and region.origen is not None and contexto.etapa == ETAPA_EVALUACION:
            self.secciones.soltar_rotulo(region.origen)
        rotulo = self.secciones.soltar_encabezado() if contexto.etapa == ETAPA_EVALUACION else None
        primera, ultima = encabezado.etiquetas[0], encabezado.etiquetas[-1]
        tabla = TablaCruda(
            patron=encabezado.tabla,
            columnas=columnas,
            origen=origen,
            titulo=(self.anuncios.dicho() if encabezado.tabla.tipo == "otra" else None) or contexto.titulo or rotulo,
            objetivo=contexto.objetivo,
            etapa=contexto.etapa,
            region=region,
            objetivos=(primera.sobrante if primera else ()) or self.de_banda,
            sobrante=ultima.sobrante if ultima and len(encabezado.etiquetas) > 1 else (),
            filas=cuerpo.filas,
            celdas=cuerpo.celdas,
            tramos=cuerpo.tramos,
            cortada=cuerpo.cortada,
            declarada=contexto.declarada if encabezado.tabla.pesa else None,
            programa=self.programa.de_tabla(contexto.region_vigente()) if encabezado.tabla.pesa else None,
            programas=cuerpo.programas,
            anuncios=self.anuncios.titulos(),
        )
        contexto.region_usada = True
        self.regiones.previas.clear()
        self.anuncios.cerrar()
        if tabla.patron.tipo == "otra":
            partes: tuple[TablaCruda, ...] = (tabla,)
        else:
            partes = partir_por_region(tabla) if tabla.patron.pesa else (con_las_de_su_columna(tabla),)
        if tabla.patron.pesa:
            self.series[-1].sumar(len(self.hallado.tablas), len(partes), banda)
        self.hallado.tablas.extend(partes)
        if tabla.patron.pesa:
            self.sobre.dar(self.hallado, len(partes), self.bloque_vigente)
        self.hallado.bajo_tabla = PARRAFOS_BAJO_TABLA if tabla.patron.pesa else 0
        return self._tras(cuerpo)

    def _sobre_su_tabla(self, indice: int) -> bool:
        """Whether a piece stands above the header of a programme in one table with it, or ahead of every one of its sheet."""
        pieza = self.piezas[indice]
        if self.sobre.hoja_abierta or pieza.clase != "fila" or pieza.bloque == self.bloque_vigente:
            return self.sobre.hoja_abierta
        siguen = range(indice + 1, len(self.piezas))
        propias = itertools.takewhile(lambda i: self.piezas[i].bloque == pieza.bloque, siguen)
        return any((e := self.cuerpos.encabezado(i)) is not None and e.tabla.pesa is not None for i in propias)

    def _de_su_region(self, encabezado: Encabezado, pieza: Pieza, cuerpo: Cuerpo) -> int:
        """Keeps the rows under a region's line as a table of ``encabezado``, the header before it."""
        return self._guardar(encabezado, self.columnas, pieza.origen, cuerpo, self.banda_de_linea)

    def _tras(self, cuerpo: Cuerpo) -> int:
        for parrafo in cuerpo.libres:
            self._linea_libre(parrafo)
        ultima = cuerpo.libres[-1] if cuerpo.celdas and cuerpo.libres else None
        sigue = ultima is not None and filas_tras_region(self.piezas, cuerpo.siguiente, self.vigente, self.cuerpos.flujo)
        if ultima is not None and sigue and self._es_otra_region(ultima):
            self._nombrar(ultima)
        return cuerpo.siguiente

    def _campos(self, columnas: tuple[ColumnaReconocida, ...], cuerpo: Cuerpo) -> None:
        siguiente = self.piezas[cuerpo.siguiente] if cuerpo.siguiente < len(self.piezas) else None
        blanca = not cuerpo.filas and not cuerpo.celdas and self.bloque_vigente < 0
        if blanca and siguiente and siguiente.clase == "linea" and not self.titulos.de_pieza(siguiente):
            # not a blank form: its cells stand as loose lines, which no mark gives back
            self._aviso_perdida(siguiente)
            return
        self.secciones.formulario(columnas, cuerpo, self.regiones.de_tabla(self.contexto), self.contexto)
