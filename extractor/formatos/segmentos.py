"""Where the tables and sections of a document are: one walk over its pieces, keeping what the titles have stated."""

from __future__ import annotations

from dataclasses import replace

from extractor.formatos.anios.partes_anuales import lugar_de
from extractor.formatos.contexto import Contexto, Hallado
from extractor.formatos.desempeno.en_lineas import avisos_de_rotulos_vertidos
from extractor.formatos.desempeno.impreso import tomar_desempeno
from extractor.formatos.desempeno.lineas_dudosas import avisos_de_pesos, avisos_de_vertidas
from extractor.formatos.desempeno.rotulo import partir
from extractor.formatos.flujo.sigue_tras_region import filas_tras_region
from extractor.formatos.marcha_de_tablas import MarchaDeTablas
from extractor.formatos.piezas import DE_DESEMPENO, Pieza, Titulo
from extractor.formatos.regiones.bandas import banda_de, sin_reparto
from extractor.formatos.regiones.de_varias import con_regiones_de_varias
from extractor.formatos.regiones.dichas import son_regiones
from extractor.formatos.regiones.vertidas import con_regiones_vertidas
from extractor.formatos.secciones.palabras_titulo import con_valor, entero, grupo
from extractor.formatos.tablas.filas_de_otra import encabeza_otra
from extractor.modelo.crudo import LineaRegion
from extractor.modelo.documento import Parrafo


class Recorrido(MarchaDeTablas):
    """One walk. ``hallado`` holds the result; nothing of the document is read twice."""

    def recorrer(self) -> Hallado:
        """The whole walk."""
        indice = 0
        while indice < len(self.piezas):
            indice = self._paso(indice)
        self._cerrar_sueltas(None)
        self.sobre.soltar(self.hallado, al_final=True)
        self.secciones.soltar_firma()
        self.hallado.tablas[:], avisos = sin_reparto(self.series, self.hallado.tablas)
        self.hallado.avisos.extend(avisos)
        self.hallado.tablas[:], avisos = con_regiones_vertidas(self.hallado.tablas)
        self.hallado.avisos.extend(avisos)
        self.hallado.tablas[:] = con_regiones_de_varias(tuple(self.hallado.tablas), self.regiones.dicha_del_documento())
        self.secciones.sin_leer.soltar()
        if (sin_leer := self.secciones.sin_leer.aviso()) is not None:
            self.hallado.avisos.append(sin_leer)
        self.hallado.avisos.extend((*avisos_de_vertidas(self.hallado, self.titulos), *avisos_de_pesos(self.piezas, self.titulos)))
        self.hallado.avisos.extend(avisos_de_rotulos_vertidos(self.hallado.tablas))
        return self.hallado

    def _paso(self, indice: int) -> int:
        pieza = self.piezas[indice]
        if self.anios:
            self.hallado.anio = self.anios.get(lugar_de(pieza.origen), self.anio)
        self._abre_hoja(pieza)
        titulo = self.titulos.de_pieza(pieza)
        # "Región" alone may be a column's label; any other title is one before it is a header
        encabezado = self.cuerpos.encabezado(indice) if titulo is None or self._puede_rotular(titulo, pieza) else None
        if encabezado and pieza.clase == "linea":
            self._aviso_perdida(pieza)
            return indice + encabezado.piezas
        if encabezado:
            if pieza.clase == "fila":
                self._declaradas(pieza)
            self._cerrar_sueltas(pieza.bloque)
            return self._tabla(indice, encabezado)
        if (despues := self._resumen_desconocido(indice)) and (titulo is None or titulo.clase == "region"):
            return despues
        if titulo:
            self._cerrar_sueltas(pieza.bloque)
            self._declaradas(pieza)
            despues = indice + self._aplicar(titulo, pieza, indice)
            if titulo.clase == "region" and indice == self.fin_del_flujo:
                self.fin_del_flujo = despues
            return despues
        if pieza.clase == "fila" and self._declaradas(pieza):
            return indice + 1
        if indice == self.fin_del_flujo and self.vigente and self.cuerpos.flujo.es_banda_de_region(indice, self.vigente):
            self._nombrar(pieza.parrafos[0])
            if self._abre_otra_cosa(indice + 1):
                return indice + 1
            filas = filas_tras_region(self.piezas, indice + 1, self.vigente, self.cuerpos.flujo) or indice + 1
            return self._de_su_region(self.vigente, pieza, self.cuerpos.flujo.cuerpo(filas, self.vigente))
        if (desde := self._tras_region(indice)) is not None and self.vigente is not None:
            return self._de_su_region(self.vigente, pieza, self.cuerpos.flujo.cuerpo(desde, self.vigente))
        if self._linea_de_region(indice):
            return indice + 1
        if self.vigente is not None and self._tabla_tras_region(indice):
            self.bloque_vigente = pieza.bloque
            cuerpo = self.cuerpos.de_filas(indice, pieza.bloque, self.columnas, self.cabeza, None)
            return self._de_su_region(self.vigente, pieza, cuerpo)
        if pieza.bloque == self.bloque_vigente and encabeza_otra(self.piezas, indice, len(self.columnas)):
            self.bloque_vigente = -2
        if pieza.clase == "fila" and pieza.bloque == self.bloque_vigente and self.vigente and pieza.llenas:
            cuerpo = self.cuerpos.de_filas(indice, pieza.bloque, self.columnas, self.cabeza, self._region())
            previa = self.piezas[indice - 1]
            banda = banda_de(previa, self.titulos.de_pieza(previa)) if previa.bloque == pieza.bloque else None
            return self._guardar(self.vigente, self.columnas, pieza.origen, cuerpo, banda)
        return self._celdas_sueltas(indice) or self._libre(pieza, indice)

    @staticmethod
    def _puede_rotular(titulo: Titulo, pieza: Pieza) -> bool:
        """Whether a title may be the label of a column: nothing follows it, or "Región" stands beside what is no region."""
        al_lado = titulo.clase == "region" and len(pieza.llenas) > 1 and not son_regiones(titulo.valor or "")
        con_su_valor = titulo.clase in DE_DESEMPENO and bool(partir(titulo.texto)[1])
        return titulo.numero is None and (titulo.valor is None or al_lado) and not con_su_valor

    # titles

    def _aplicar(self, titulo: Titulo, pieza: Pieza, indice: int) -> int:
        """Takes what the title states; returns how many pieces it took."""
        if titulo.clase not in DE_DESEMPENO:
            # a performance is of the table above: the region that its line names announces nothing
            self.regiones.previas.append(Parrafo(con_valor(titulo), titulo.origen))
        contexto = self.contexto
        self.hallado.prosa.cortar()
        tomadas = 1
        if titulo.clase in ("actividad", "seccion"):
            self.anuncios.abrir(con_valor(titulo))
        elif titulo.clase == "region":
            self.anuncios.region()
        else:
            self.anuncios.cerrar()
        if titulo.clase not in ("notas", "ponderacion_declarada"):
            contexto.notas, contexto.en_anexo = None, False
            if titulo.clase not in ("desempeno_region", "desempeno_servicio"):
                self.hallado.bajo_tabla = 0
        if titulo.clase == "etapa":
            numero = entero(titulo.numero)
            # a region named right before the title of the first stage, or of the same one again, is of what follows
            suya = contexto.etapa in (None, numero) and not contexto.region_usada
            self.contexto = Contexto(etapa=numero, region=contexto.region if suya else None)
            self.programa.cerrar()
            self.secciones.cerrar()
            if numero is not None and numero not in self.hallado.etapas:
                self.hallado.etapas.append(numero)
        elif titulo.clase == "servicio":
            self.hallado.servicio.append(Parrafo(con_valor(titulo), titulo.origen))
        elif titulo.clase == "region":
            valor = titulo.valor
            if valor is None and (celda := self.cuerpos.celda_al_lado(indice)) and son_regiones(celda.texto):
                valor, tomadas = celda.texto, 2
            contexto.nombrar_region(LineaRegion(valor, titulo.origen))
            self.banda_de_linea = "ancha"
        elif titulo.clase == "actividad":
            self.programa.cerrar()
            contexto.titulo = con_valor(titulo)
            contexto.declarada = None
            contexto.dejar_region()
            self.secciones.actividad(titulo, contexto)
        elif titulo.clase in ("objetivo", "capitulo", "seccion"):
            self.programa.linea(Parrafo(con_valor(titulo), titulo.origen))
            if titulo.valor is None and pieza.clase != "fila":
                siguiente = self.piezas[indice + 1] if indice + 1 < len(self.piezas) else None
                if siguiente and siguiente.clase == pieza.clase == "celda" and not self.titulos.de_pieza(siguiente):
                    titulo = replace(titulo, valor=siguiente.celdas[0].texto or None)
                    tomadas = 2
            self.secciones.abrir(titulo, contexto)
        elif titulo.clase == "notas":
            contexto.notas = grupo(titulo)
        elif titulo.clase in DE_DESEMPENO and self._sobre_su_tabla(indice):
            self.sobre.desempenos.append((titulo, pieza))
        elif titulo.clase in DE_DESEMPENO:
            tomadas, libres = tomar_desempeno(self.hallado, titulo, pieza, self.cuerpos.celda_al_lado(indice), contexto.region)
            if pieza.clase == "linea" and not partir(titulo.texto)[1]:
                # a line without its value heads what comes after it
                self.anuncios.linea(Parrafo(titulo.texto, titulo.origen))
            for parrafo in libres:
                self._linea_libre(parrafo)
        elif titulo.clase == "fin":
            self.secciones.cerrar()
        return tomadas
