"""The text of one OpenDocument paragraph: white space folds as the format says, breaks and tabs are elements."""

from __future__ import annotations

import re
from typing import Any, Protocol

from extractor.lectores.arbol import Nodo
from extractor.lectores.imagenes import en_cm, es_grande
from extractor.lectores.odt.apariencia import Apariencia, Aspecto
from extractor.lectores.odt.nombres import DRAW, OFFICE, SVG, TEXT, entero
from extractor.lectores.simbolos import en_fuente

_BLANCOS = re.compile(r"[ \t\r\n]+")
_NO_LEIDOS = ("tracked-changes", "hidden-paragraph", "ruby-text", "note-citation", "deletion", "script")
_OMITIDOS = {f"{TEXT}{nombre}" for nombre in _NO_LEIDOS}
_OMITIDOS |= {f"{OFFICE}{nombre}" for nombre in ("annotation", "annotation-end", "event-listeners")}
_MAXIMO_ESPACIOS = 500


class Ajenos(Protocol):
    """Who reads what hangs from a paragraph and is no text of it."""

    def dibujo(self, elemento: Any) -> list[Nodo]: ...

    def nota(self, elemento: Any) -> None: ...


class Texto:
    """Gathers the text of one paragraph; ``dibujos``: what the frames anchored in it hold; ``ocultos`` and ``tachados``: how
    many stretches were left out for being hidden or struck out; ``imagenes``: pictures of the size of a table."""

    def __init__(self, ajenos: Ajenos, apariencia: Apariencia, aspecto: Aspecto) -> None:
        self.dibujos: list[Nodo] = []
        self.ocultos = self.tachados = self.imagenes = 0
        self._ajenos = ajenos
        self._apariencia = apariencia
        self._aspecto = aspecto
        self._partes: list[str] = []
        self._tras_blanco = True

    @property
    def texto(self) -> str:
        """The paragraph as it shows; soft breaks are line ends."""
        return "".join(self._partes)

    def leer(self, elemento: Any) -> None:
        """The element's own text and that of its children, in order."""
        self._poner(elemento.text)
        for hijo in elemento:
            self._hijo(hijo)
            self._poner(hijo.tail)

    def _hijo(self, hijo: Any) -> None:
        etiqueta = hijo.tag
        if not isinstance(etiqueta, str) or etiqueta in _OMITIDOS:
            return
        if etiqueta == f"{TEXT}s":
            self._fijo(" " * entero(hijo, f"{TEXT}c", maximo=_MAXIMO_ESPACIOS))
        elif etiqueta == f"{TEXT}tab":
            self._fijo("\t")
        elif etiqueta == f"{TEXT}line-break":
            self._fijo("\n")
            self._tras_blanco = True
        elif etiqueta == f"{TEXT}hidden-text":
            if hijo.get(f"{TEXT}is-hidden") == "false":
                self.leer(hijo)
            else:
                self.ocultos += bool((hijo.text or hijo.get(f"{TEXT}string-value") or "").strip())
        elif etiqueta == f"{TEXT}note":
            if not self._aspecto.oculto:
                self._ajenos.nota(hijo)
        elif etiqueta.startswith(DRAW) and etiqueta != f"{DRAW}a":
            if not self._aspecto.oculto:
                self.imagenes += es_imagen_grande(hijo)
                self.dibujos += self._ajenos.dibujo(hijo)
        elif etiqueta == f"{TEXT}span":
            fuera = self._aspecto
            self._aspecto = self._apariencia.de("text", hijo.get(f"{TEXT}style-name"), fuera)
            self.leer(hijo)
            self._aspecto = fuera
        else:
            self.leer(hijo)

    def _poner(self, texto: str | None) -> None:
        if not texto:
            return
        if self._aspecto.oculto or self._aspecto.tachado:
            visto = bool(texto.strip())
            self.ocultos += visto and self._aspecto.oculto
            self.tachados += visto and not self._aspecto.oculto
            return
        plano = _BLANCOS.sub(" ", texto)
        if plano.startswith(" ") and self._tras_blanco:
            plano = plano[1:]
        if plano:
            self._partes.append(en_fuente(plano, self._aspecto.fuente))
            self._tras_blanco = plano.endswith(" ")

    def _fijo(self, texto: str) -> None:
        if self._aspecto.oculto:
            return
        self._partes.append(texto)
        self._tras_blanco = False


def es_imagen_grande(marco: Any) -> bool:
    """Whether a frame shows a picture of the size of a table, and no object."""
    imagen = marco.tag == f"{DRAW}frame" and marco.find(f"{DRAW}image") is not None and marco.find(f"{DRAW}object") is None
    return imagen and es_grande(en_cm(marco.get(f"{SVG}width")), en_cm(marco.get(f"{SVG}height")))
