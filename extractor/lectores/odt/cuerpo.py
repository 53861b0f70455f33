"""Body of an OpenDocument text as a tree: paragraphs, lists, tables, frames, notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.errores import ErrorLectura
from extractor.lectores.arbol import Casilla, Cuadro, Linea, Nodo, revisar_hondura
from extractor.lectores.notas import FINAL, PIE, nota_de
from extractor.lectores.odt.apariencia import Apariencia, Aspecto, esta_oculto
from extractor.lectores.odt.listas import Cuentas, Listas
from extractor.lectores.odt.nombres import DRAW, OFFICE, SVG, TABLE, TEXT, entero
from extractor.lectores.odt.texto import Texto, es_imagen_grande
from extractor.modelo.documento import NotaCruda

MAXIMO_COLUMNAS, MAXIMO_REPETIDAS = 256, 1000
MAXIMO_REPETIDAS_EN_TOTAL = 20_000
_SECCIONES = {f"{TEXT}{n}" for n in ("section", "index-body", "index-title", "numbered-paragraph")}
_INDICES = (
    "table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index", "bibliography",
)  # fmt: skip
_SECCIONES |= {f"{TEXT}{nombre}" for nombre in _INDICES}
_PARRAFOS = {f"{TEXT}p", f"{TEXT}h"}
_AJENOS = {f"{SVG}title", f"{SVG}desc", f"{DRAW}image", f"{OFFICE}event-listeners"}
_GRUPOS_FILAS = {f"{TABLE}{n}" for n in ("table-header-rows", "table-rows", "table-row-group")}


class Cuerpo:
    """Reads containers of paragraphs and tables. ``notas``, ``ocultos`` and ``objetos``: what was met on the way."""

    def __init__(self, listas: Listas, apariencia: Apariencia) -> None:
        self.notas: list[NotaCruda] = []
        self.ocultos = self.objetos = 0
        self._listas = listas
        self._apariencia = apariencia
        self._ordenes = {PIE: 0, FINAL: 0}
        self._hondura = 0
        self._repetidas = 0

    def nodos(self, contenedor: Any) -> list[Nodo]:
        """The paragraphs and tables of a container. Raises ErrorLectura(LIMITE_EXCEDIDO) when nested without end."""
        self._hondura += 1
        revisar_hondura(self._hondura)
        leidos = [n for hijo in contenedor for n in self._elemento(hijo)]
        self._hondura -= 1
        return leidos

    def _elemento(self, elemento: Any) -> Iterator[Nodo]:
        etiqueta = elemento.tag
        if etiqueta in _PARRAFOS:
            rotulo = self._listas.rotulo_titulo(elemento) if etiqueta == f"{TEXT}h" else ""
            yield self._parrafo(elemento, rotulo)
        elif etiqueta == f"{TEXT}list":
            estilo = elemento.get(f"{TEXT}style-name", "")
            yield from self._lista(elemento, estilo, 1, self._listas.abrir(elemento, estilo))
        elif etiqueta == f"{TABLE}table":
            yield self._tabla(elemento)
        elif etiqueta in _SECCIONES:
            if esta_oculto(elemento):
                self.ocultos += 1
            else:
                for hijo in elemento:
                    yield from self._elemento(hijo)
        elif isinstance(etiqueta, str) and etiqueta.startswith(DRAW):
            # a frame fixed to the page belongs to no paragraph
            yield Linea("", unida=True, dibujos=self.dibujo(elemento), imagenes=es_imagen_grande(elemento))

    def _parrafo(self, elemento: Any, rotulo: str = "") -> Linea:
        estilo = elemento.get(f"{TEXT}style-name")
        aspecto = self._apariencia.de("paragraph", estilo, Aspecto())
        if any(esta_oculto(campo) for campo in elemento.iterchildren(f"{TEXT}hidden-paragraph")):
            aspecto = Aspecto(oculto=True)
        lectura = Texto(self, self._apariencia, aspecto)
        lectura.leer(elemento)
        self.ocultos += lectura.ocultos
        if aspecto.oculto and not lectura.texto.strip():
            return Linea("", estilo, dibujos=lectura.dibujos, unida=True)
        return Linea(lectura.texto, estilo, rotulo, lectura.dibujos, tachados=lectura.tachados, imagenes=lectura.imagenes)

    def _lista(self, lista: Any, estilo: str, nivel: int, cuentas: Cuentas) -> Iterator[Nodo]:
        for item in lista:
            con_numero = item.tag == f"{TEXT}list-item"
            for hijo in item if isinstance(item.tag, str) else ():
                if hijo.tag in _PARRAFOS:
                    inicio = entero(item, f"{TEXT}start-value") if item.get(f"{TEXT}start-value") else None
                    yield self._parrafo(hijo, self._listas.rotulo(estilo, nivel, cuentas, inicio) if con_numero else "")
                    con_numero = False
                elif hijo.tag == f"{TEXT}list":
                    yield from self._lista(hijo, hijo.get(f"{TEXT}style-name") or estilo, nivel + 1, cuentas)
                else:
                    yield from self._elemento(hijo)

    def _tabla(self, tabla: Any) -> Cuadro:
        filas: list[list[Casilla]] = []
        for fila in _filas(tabla):
            veces = entero(fila, f"{TABLE}number-rows-repeated", maximo=MAXIMO_REPETIDAS)
            filas.append(self._fila(fila))
            # a repeated row holds the same text; blank ones only fill a page
            if veces > 1 and any(c.contenido for c in filas[-1]):
                self._gastar((veces - 1) * len(filas[-1]))
                filas += [self._fila(fila) for _ in range(veces - 1)]
        return Cuadro(filas)

    def _gastar(self, cuantas: int) -> None:
        """Counts cells that stand only as a repetition; a report has few, a hostile file millions."""
        self._repetidas += cuantas
        if self._repetidas > MAXIMO_REPETIDAS_EN_TOTAL:
            raise ErrorLectura("LIMITE_EXCEDIDO", "el documento repite demasiadas celdas; no parece un informe y no se leyó")

    def _fila(self, fila: Any) -> list[Casilla]:
        casillas: list[Casilla] = []
        columna = 0
        for celda in fila:
            veces = entero(celda, f"{TABLE}number-columns-repeated", maximo=MAXIMO_COLUMNAS)
            if celda.tag == f"{TABLE}table-cell":
                ancho = max(1, entero(celda, f"{TABLE}number-columns-spanned", maximo=MAXIMO_COLUMNAS))
                alto = max(1, entero(celda, f"{TABLE}number-rows-spanned", maximo=MAXIMO_REPETIDAS))
                self._gastar(max(1, veces) - 1)
                for repetida in range(max(1, veces)):
                    casillas.append(Casilla(columna + repetida, ancho, alto, self.nodos(celda)))
            if celda.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                columna += max(1, veces)
        return casillas

    def dibujo(self, elemento: Any) -> list[Nodo]:
        """What a frame or a shape says: its text box, or the paragraphs written on it."""
        self._hondura += 1
        revisar_hondura(self._hondura)
        leidos: list[Nodo] = []
        for hijo in elemento:
            if hijo.tag in (f"{DRAW}object", f"{DRAW}object-ole"):
                self.objetos += 1
            elif hijo.tag == f"{DRAW}text-box":
                leidos += self.nodos(hijo)
            elif isinstance(hijo.tag, str) and hijo.tag.startswith(DRAW) and hijo.tag not in _AJENOS:
                leidos += self.dibujo(hijo)
            elif hijo.tag in _PARRAFOS or hijo.tag in (f"{TEXT}list", f"{TABLE}table"):
                leidos += self._elemento(hijo)
        self._hondura -= 1
        return leidos

    def nota(self, elemento: Any) -> None:
        """A footnote or endnote where its mark stands."""
        clase = FINAL if elemento.get(f"{TEXT}note-class") == "endnote" else PIE
        cuerpo = elemento.find(f"{TEXT}note-body")
        cita = elemento.find(f"{TEXT}note-citation")
        marca = "".join(cita.itertext()) if cita is not None else ""
        nota = nota_de(marca.strip(), self.nodos(cuerpo) if cuerpo is not None else [], self._ordenes[clase], clase)
        self._ordenes[clase] += 1
        if nota is not None:
            self.notas.append(nota)


def _filas(tabla: Any) -> Iterator[Any]:
    for hijo in tabla:
        if hijo.tag == f"{TABLE}table-row":
            yield hijo
        elif hijo.tag in _GRUPOS_FILAS:
            yield from _filas(hijo)
