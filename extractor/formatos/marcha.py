"""What the walk over a document keeps, and what it does with a piece that is neither a title nor a table."""

from __future__ import annotations

from extractor.formatos.celdas_sueltas import filas_sueltas
from extractor.formatos.contexto import Contexto, Hallado
from extractor.formatos.cuerpos import Cuerpos
from extractor.formatos.encabezados import Encabezado, Rotulos
from extractor.formatos.filas_sueltas import FilasSueltas
from extractor.formatos.piezas import Pieza, Titulos
from extractor.formatos.regiones_de_titulos import RegionesDeTitulos
from extractor.formatos.secciones_abiertas import SeccionesAbiertas
from extractor.formatos.totales_bajo_tabla import anotar_totales
from extractor.modelo.crudo import ColumnaReconocida, LineaRegion
from extractor.modelo.documento import Parrafo
from extractor.modelo.patron import SeccionPatron


class Marcha:
    """The state of one walk, and its loose pieces."""

    def __init__(
        self,
        piezas: list[Pieza],
        titulos: Titulos,
        rotulos: tuple[Rotulos, ...],
        secciones: tuple[SeccionPatron, ...],
        anio: int | None = None,
    ) -> None:
        self.piezas = piezas
        self.titulos = titulos
        self.contexto = Contexto()
        self.hallado = Hallado(anio=anio)
        self.secciones = SeccionesAbiertas(self.hallado, secciones, any(p.clase == "capitulo" for p in titulos.patrones))
        self.regiones = RegionesDeTitulos()
        self.sueltas = FilasSueltas(self.hallado, rotulos)
        self.vigente: Encabezado | None = None
        self.columnas: tuple[ColumnaReconocida, ...] = ()
        self.cabeza: Pieza | None = None
        self.bloque_vigente = -2
        self.fin_del_flujo = -1
        self.sin_tabla_hasta = 0
        self.cuerpos = Cuerpos(piezas, titulos, rotulos)

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
        hechas = filas_sueltas([p.celdas[0] for p in self.piezas[indice:fin]])
        self.sin_tabla_hasta = fin
        if hechas is None:
            return 0
        self._cerrar_sueltas(None)
        self.sueltas.de_flujo(hechas[0], self.contexto)
        self.hallado.bajo_tabla = 0
        for parrafo in hechas[1]:
            self._linea_libre(parrafo)
        return fin

    def _libre(self, pieza: Pieza, indice: int) -> int:
        if pieza.clase == "fila":
            self.sueltas.tomar(pieza)
            if pieza.bloque != self.bloque_vigente:
                self.hallado.bajo_tabla = 0
        else:
            for parrafo in pieza.parrafos:
                self._linea_libre(parrafo)
        return indice + 1

    def _linea_libre(self, parrafo: Parrafo) -> None:
        al_principio = self.contexto.etapa is None and not self.hallado.tablas
        self.regiones.linea(parrafo, self.contexto, al_principio=al_principio, sin_tablas=not self.hallado.tablas)
        anotar_totales(self.hallado, parrafo, self.contexto.region)
        self.secciones.texto(parrafo, self.contexto)

    def _cerrar_sueltas(self, bloque: int | None) -> None:
        """The loose rows met so far end here; those of the table ``bloque`` only band the columns of its header."""
        if bloque is not None:
            self.cuerpos.anotar_bandas([p for p in self.sueltas.filas if p.bloque == bloque])
            self.regiones.previas.extend(self.sueltas.bandas(bloque))
        for parrafo in self.sueltas.cerrar(self.contexto):
            self.secciones.texto(parrafo, self.contexto)
