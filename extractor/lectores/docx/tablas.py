"""Body and tables of a Word document as a tree: grid columns, merges, tracked rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.lectores.arbol import Casilla, Cuadro, Linea, Nodo, mezclar_verticales, revisar_hondura
from extractor.lectores.docx.apariencia import Apariencia
from extractor.lectores.docx.nombres import W, entero, hijos, valor
from extractor.lectores.docx.numeracion import Numeracion
from extractor.lectores.docx.parrafos import Parrafos

MAXIMO_COLUMNAS = 256
"""Word allows 63; a file that says more than this is read as if it said this."""


class Cuerpo:
    """Reads the body, cells and text boxes: wherever paragraphs and tables stand."""

    def __init__(self, numeracion: Numeracion, apariencia: Apariencia) -> None:
        self.parrafos = Parrafos(numeracion, self.nodos, apariencia)
        self._hondura = 0

    def nodos(self, contenedor: Any) -> list[Nodo]:
        """The paragraphs and tables of a container. Raises ErrorLectura(LIMITE_EXCEDIDO) when nested without end."""
        self._hondura += 1
        revisar_hondura(self._hondura)
        leidos: list[Nodo] = []
        unir: Linea | None = None
        for elemento, muestra in hijos(contenedor):
            if elemento.tag == f"{W}p":
                linea = self.parrafos.leer(elemento)
                if muestra:
                    linea = Linea("", linea.estilo)
                if unir is not None:
                    # the mark between two paragraphs was deleted: they are printed as one
                    unir.texto += linea.texto
                    unir.dibujos += linea.dibujos
                    unir.tachados += linea.tachados
                    unir.imagenes += linea.imagenes
                    leidos.append(Linea("", linea.estilo, unida=True))
                else:
                    leidos.append(linea)
                if elemento.find(f"{W}pPr/{W}rPr/{W}del") is not None or elemento.find(f"{W}pPr/{W}rPr/{W}moveFrom") is not None:
                    unir = unir or linea
                else:
                    unir = None
            elif elemento.tag == f"{W}tbl":
                leidos.append(self._tabla(elemento))
                unir = None
        self._hondura -= 1
        return leidos

    def _tabla(self, tabla: Any) -> Cuadro:
        filas: list[list[tuple[Casilla, bool]]] = []
        for fila, _ in hijos(tabla):
            if fila.tag == f"{W}tr":
                borrada = fila.find(f"{W}trPr/{W}del") is not None
                filas.append([] if borrada else list(self._fila(fila)))
        return Cuadro(mezclar_verticales(filas))

    def _fila(self, fila: Any) -> Iterator[tuple[Casilla, bool]]:
        columna = min(max(0, entero(valor(fila, "trPr/gridBefore"), 0)), MAXIMO_COLUMNAS)
        abierta: Casilla | None = None
        for celda, muestra in hijos(fila):
            if celda.tag != f"{W}tc":
                continue
            ancho = min(max(1, entero(valor(celda, "tcPr/gridSpan"), 1)), MAXIMO_COLUMNAS)
            contenido = self.nodos(celda)
            if muestra or celda.find(f"{W}tcPr/{W}cellDel") is not None:
                contenido = [Linea("") for _ in contenido]
            horizontal = celda.find(f"{W}tcPr/{W}hMerge")
            if horizontal is not None and horizontal.get(f"{W}val", "continue") == "continue" and abierta is not None:
                abierta.ancho += ancho
                abierta.contenido += [n for n in contenido if isinstance(n, Cuadro) or n.texto.strip() or n.imagenes]
            else:
                vertical = celda.find(f"{W}tcPr/{W}vMerge")
                continua = vertical is not None and vertical.get(f"{W}val", "continue") == "continue"
                abierta = Casilla(columna, ancho, 1, contenido)
                yield abierta, continua
            columna += ancho
