"""Rows that no header claims: bands over one, or a table that no family knows."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.comun.texto import palabras
from extractor.formatos.columnas.encabezados import Rotulos
from extractor.formatos.contexto import ETAPA_EVALUACION, Contexto, Hallado
from extractor.formatos.piezas import Pieza
from extractor.formatos.regiones.dichas import son_regiones
from extractor.formatos.regiones.resumen_desconocido import aviso_de_resumen
from extractor.formatos.secciones.grados_en_cuadro import linea_de_grados
from extractor.formatos.tablas.ajenas import es_ajena
from extractor.formatos.tablas.de_textos import aviso_de_textos
from extractor.modelo.crudo import ColumnaReconocida, TablaCruda
from extractor.modelo.documento import Celda, FilaCruda, Parrafo
from extractor.modelo.patron import ColumnaPatron, TablaPatron
from extractor.vocabularios.filas import nombra_total
from extractor.vocabularios.textos import palabras_de

OTRA = TablaPatron(id="otra", tipo="otra", columnas=(ColumnaPatron(rol="otro"),), requiere=())
"""Stands for a table that no family knows: kept as printed."""


class FilasSueltas:
    """Rows met so far whose table is not known yet."""

    def __init__(self, hallado: Hallado, rotulos: tuple[Rotulos, ...]) -> None:
        self.hallado = hallado
        self.rotulos = rotulos
        self.filas: list[Pieza] = []

    def tomar(self, pieza: Pieza) -> None:
        self.filas.append(pieza)

    def es_recuadro(self) -> bool:
        """Whether what was met so far is a box drawn around a text, or around none: rows of one cell each."""
        return bool(self.filas) and all(p.fila is not None and len(p.fila.celdas) == 1 for p in self.filas)

    def de_grados(self, bloque: int) -> bool:
        """Whether the rows of a table are the grades of a section's form, which are its text."""
        return linea_de_grados([p.fila for p in self.filas if p.bloque == bloque and p.fila]) is not None

    def bandas(self, bloque: int) -> list[Parrafo]:
        """Takes out the rows above a header in its own table, which only band its columns; the text of those of one cell."""
        propias = [p for p in self.filas if p.bloque == bloque]
        self.hallado.descartadas += len(propias)
        self.filas = [p for p in self.filas if p.bloque != bloque]
        return [p.llenas[0].parrafos[0] for p in propias if len(p.llenas) == 1]

    def cerrar(self, contexto: Contexto) -> list[Parrafo]:
        """Keeps what is left as tables of no family; what is too little to be one is given back as free text."""
        libres: list[Parrafo] = []
        for bloque in dict.fromkeys(p.bloque for p in self.filas):
            filas = [p.fila for p in self.filas if p.bloque == bloque and p.fila and p.llenas]
            if not filas:
                continue
            grados = linea_de_grados([p.fila for p in self.filas if p.bloque == bloque and p.fila])
            if grados is not None and contexto.etapa == ETAPA_EVALUACION:
                libres.append(grados)
                continue
            if len(filas) == 1 or max(len(f.celdas) for f in filas) == 1:
                libres.extend(p for f in filas for c in f.celdas for p in c.parrafos)
                continue
            self._guardar(filas, contexto)
        self.filas = []
        return libres

    def de_flujo(self, filas: list[FilaCruda], contexto: Contexto) -> None:
        """Keeps the rows that loose cells of a stream make, as many cells in each."""
        self._guardar(filas, contexto, celdas=tuple(c for f in filas for c in f.celdas))

    def _guardar(self, filas: list[FilaCruda], contexto: Contexto, celdas: tuple[Celda, ...] = ()) -> None:
        modelo = max(filas, key=lambda f: len(f.celdas))
        regiones = _columna_de_regiones(modelo, filas)
        columnas = tuple(
            ColumnaReconocida(c.texto, "territorio" if i == regiones else "otro", 0.0, False) for i, c in enumerate(modelo.celdas)
        )
        titulos = (contexto.titulo, contexto.objetivo, contexto.etapa)
        propias = () if celdas else tuple(filas)
        tabla = TablaCruda(
            OTRA, columnas, filas[0].origen, *titulos, contexto.region_vigente(), filas=propias, celdas=celdas
        )
        self.hallado.tablas.append(tabla)
        evalua, con_programa = contexto.etapa == ETAPA_EVALUACION, any(t.patron.pesa for t in self.hallado.tablas)
        de_regiones = regiones is not None and evalua and not con_programa
        self.hallado.no_reconocidas += not es_ajena(filas, self.rotulos, de_regiones)
        # an evaluation that tells no programme has nothing that a summary would be compared with
        aviso = aviso_de_resumen(filas, self.rotulos) if con_programa or not evalua else None
        if aviso is None and con_programa and not evalua:
            aviso = aviso_de_textos(filas, self.rotulos)
        if aviso is not None:
            self.hallado.avisos.append(aviso)


def _columna_de_regiones(cabeza: FilaCruda, filas: Sequence[FilaCruda]) -> int | None:
    """Where the column stands whose label says regions and whose cells under it name one each, but for a total's; or None."""
    sitio = next((i for i, c in enumerate(cabeza.celdas) if palabras(c.texto) in palabras_de("columna_de_regiones")), None)
    if sitio is None:
        return None
    bajo = filas[filas.index(cabeza) + 1 :]
    rotulo = palabras(cabeza.celdas[sitio].texto)
    suyas = [f.celdas[sitio].texto for f in bajo if len(f.celdas) == len(cabeza.celdas) and f.celdas[sitio].parrafos]
    nombres = [t for t in suyas if palabras(t) != rotulo and not nombra_total(t)]
    return sitio if nombres and all(map(son_regiones, nombres)) else None
