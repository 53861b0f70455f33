"""The text of a Word paragraph as a person sees it, and what hangs from it: notes and text boxes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from extractor.lectores.arbol import Linea, Nodo
from extractor.lectores.docx.apariencia import Apariencia
from extractor.lectores.docx.imagenes import imagenes_grandes
from extractor.lectores.docx.nombres import ALTERNATIVA, M, W, activo, eleccion, entero, es_muestra, valor
from extractor.lectores.docx.numeracion import Numeracion
from extractor.lectores.simbolos import en_fuente, simbolo, sin_privados

_NO_LEIDOS = ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "rt", "sdtPr", "sdtEndPr")
_OMITIDOS = {f"{W}{nombre}" for nombre in _NO_LEIDOS}
_FIJOS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_CORTES = {f"{W}br", f"{W}cr"}
_DIBUJOS = {f"{W}drawing", f"{W}pict"}
_CASILLA = ("☐", "☒")

LeerCuerpo = Callable[[Any], list[Nodo]]


class Parrafos:
    """Reads paragraphs in document order; fields may open in one and close in another, so the state goes on.

    ``notas``: (kind, id, own mark) of the note references met, in order. ``ocultos`` and ``objetos``: runs of hidden
    text and embedded objects left out.
    """

    def __init__(self, numeracion: Numeracion, leer_cuerpo: LeerCuerpo, apariencia: Apariencia) -> None:
        self.notas: list[tuple[str, str, bool]] = []
        self.ocultos = 0
        self.objetos = 0
        self._numeracion = numeracion
        self._leer_cuerpo = leer_cuerpo
        self._apariencia = apariencia
        self._estilo: str | None = None
        self._tachados = self._imagenes = 0
        self._campos: list[bool] = []
        self._texto: list[str] = []
        self._dibujos: list[Nodo] = []

    def leer(self, parrafo: Any) -> Linea:
        """The paragraph with its style, printed number and text boxes."""
        # a text box is read while its paragraph is: what was gathered so far waits
        texto, dibujos, estilo, tachados = self._texto, self._dibujos, self._estilo, self._tachados
        imagenes, self._imagenes = self._imagenes, 0
        self._texto, self._dibujos, self._estilo, self._tachados = [], [], valor(parrafo, "pPr/pStyle"), 0
        try:
            for hijo in parrafo:
                self._nodo(hijo)
            rotulo = self._numeracion.rotulo(parrafo)
            return Linea(
                "".join(self._texto), self._estilo, rotulo, self._dibujos, tachados=self._tachados, imagenes=self._imagenes
            )
        finally:
            self._texto, self._dibujos, self._estilo, self._tachados = texto, dibujos, estilo, tachados
            self._imagenes = imagenes

    @property
    def _en_codigo(self) -> bool:
        return any(self._campos)

    def _nodo(self, nodo: Any) -> None:
        etiqueta = nodo.tag
        if etiqueta in _OMITIDOS or not isinstance(etiqueta, str):
            return
        if etiqueta == f"{W}r":
            self._corrida(nodo)
        elif etiqueta == ALTERNATIVA:
            rama = eleccion(nodo)
            for hijo in rama if rama is not None else ():
                self._nodo(hijo)
        elif etiqueta in _DIBUJOS:
            self._imagenes += imagenes_grandes(nodo)
            self._dibujo(nodo)
        elif etiqueta == f"{M}t":
            self._poner(nodo.text or "")
        elif etiqueta == f"{W}sdt" and es_muestra(nodo):
            return
        else:
            for hijo in nodo:
                self._nodo(hijo)

    def _poner(self, texto: str) -> None:
        if not self._en_codigo:
            self._texto.append(texto)

    def _corrida(self, corrida: Any) -> None:
        oculta = self._apariencia.oculta(corrida, self._estilo)
        if oculta or self._apariencia.tachada(corrida, self._estilo):
            visible = any((t.text or "").strip() for t in corrida.iter(f"{W}t")) and not self._en_codigo
            self.ocultos += visible and oculta
            self._tachados += visible and not oculta
            for hijo in corrida:
                if hijo.tag == f"{W}fldChar":
                    self._campo(hijo)
                elif hijo.tag in _CORTES and not oculta:
                    self._poner("\n")
            return
        fuente = valor(corrida, "rPr/rFonts", "ascii")
        # letters with accents take the other font: only a run that is of signs throughout is one
        de_signos = valor(corrida, "rPr/rFonts", "hAnsi") == fuente
        for hijo in corrida:
            etiqueta = hijo.tag
            if etiqueta == f"{W}t":
                texto = hijo.text or ""
                self._poner(en_fuente(texto, fuente) if de_signos else sin_privados(texto, fuente))
            elif etiqueta in _FIJOS:
                self._poner(_FIJOS[etiqueta])
            elif etiqueta == f"{W}sym":
                self._poner(simbolo(hijo.get(f"{W}font"), _hexadecimal(hijo.get(f"{W}char"))))
            elif etiqueta == f"{W}fldChar":
                self._campo(hijo)
            elif etiqueta in (f"{W}footnoteReference", f"{W}endnoteReference"):
                clase = "footnote" if "footnote" in etiqueta else "endnote"
                self.notas.append((clase, hijo.get(f"{W}id", ""), hijo.get(f"{W}customMarkFollows") in ("1", "true", "on")))
            elif etiqueta == f"{W}object":
                self.objetos += 1
                self._dibujo(hijo)
            elif etiqueta not in _OMITIDOS:
                self._nodo(hijo)

    def _campo(self, marca: Any) -> None:
        """Between its start and its separator stands the code of a field, then the result that is printed."""
        tipo = marca.get(f"{W}fldCharType")
        if tipo == "begin":
            self._poner(_de_formulario(marca))
            self._campos.append(True)
        elif tipo == "separate" and self._campos:
            self._campos[-1] = False
        elif tipo == "end" and self._campos:
            self._campos.pop()

    def _dibujo(self, nodo: Any) -> None:
        for hijo in nodo:
            if hijo.tag == f"{W}txbxContent":
                self._dibujos.extend(self._leer_cuerpo(hijo))
            elif hijo.tag == ALTERNATIVA:
                rama = eleccion(hijo)
                if rama is not None:
                    self._dibujo(rama)
            else:
                self._dibujo(hijo)


def _de_formulario(marca: Any) -> str:
    """What a form field shows that is no text of the document: a tick box, or the choice of a list."""
    casilla = marca.find(f"{W}ffData/{W}checkBox")
    if casilla is not None:
        propia = casilla.find(f"{W}checked")
        return _CASILLA[activo(casilla, "checked" if propia is not None else "default")]
    lista = marca.find(f"{W}ffData/{W}ddList")
    if lista is not None:
        opciones = [o.get(f"{W}val", "") for o in lista.findall(f"{W}listEntry")]
        elegida = entero(valor(lista, "result") or valor(lista, "default"), 0)
        return str(opciones[elegida]) if 0 <= elegida < len(opciones) else ""
    return ""


def _hexadecimal(texto: str | None) -> int:
    try:
        return int(texto or "", 16)
    except ValueError:
        return 0xF0A3
