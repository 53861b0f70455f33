"""A web page as a tree of paragraphs and tables, white space folded as a browser does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from extractor.lectores.arbol import Cuadro, Linea, Nodo, revisar_hondura
from extractor.lectores.html.tablas import colocar
from extractor.lectores.notas import FINAL, PIE, nota_de
from extractor.lectores.rotulos import VINETA, formatear
from extractor.lectores.simbolos import sin_privados
from extractor.modelo.documento import NotaCruda

_BLANCOS = re.compile(r"[ \t\r\n\f]+")
_OMITIDOS = frozenset(
    (
        "head", "script", "style", "title", "noscript", "template", "object", "embed", "applet",
        "svg", "math", "iframe", "frameset", "audio", "video", "map", "input",
        "xml",
    )
)  # fmt: skip
_BLOQUES = frozenset(
    (
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li",
        "ul", "ol", "dl", "dt", "dd", "blockquote", "center", "address", "pre",
        "form", "fieldset", "legend", "section", "article", "main", "aside", "header", "footer",
        "nav", "figure", "figcaption", "hr", "body", "html", "caption", "dir", "menu",
        "details", "summary",
    )
)  # fmt: skip
_OCULTO = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
_TACHADO = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_NOTA = re.compile(r"^(?:sd)?(?P<clase>footnote|endnote|ftn|edn)(?P<numero>\d{1,5})$")
_CITA = re.compile(r"^#(?:_(?:ftn|edn)\d+|sd(?:footnote|endnote)\d+sym)$")
_VUELTA = re.compile(r"^#(?:_(?:ftn|edn)ref\d+|sd(?:footnote|endnote)\d+anc)$")
_LISTAS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class _Parrafo:
    """The paragraph being gathered in one container."""

    def __init__(self) -> None:
        self.nodos: list[Nodo] = []
        self.rotulo = ""
        self.tachados = 0
        self._partes: list[str] = []
        self._tras_blanco = True

    def poner(self, texto: str | None, *, conservar: bool = False) -> None:
        if not texto:
            return
        plano = texto.replace("\r\n", "\n") if conservar else _BLANCOS.sub(" ", texto)
        if plano.startswith(" ") and self._tras_blanco and not conservar:
            plano = plano[1:]
        if plano:
            self._partes.append(plano)
            self._tras_blanco = plano[-1] in " \n"

    def corte(self) -> None:
        self._partes.append("\n")
        self._tras_blanco = True

    def cerrar(self, estilo: str | None) -> None:
        """A paragraph of nothing shows nothing; one of a hard space or a break is an empty line."""
        texto, self._partes, self._tras_blanco = "".join(self._partes), [], True
        tachados, self.tachados = self.tachados, 0
        if not texto.strip(" ") and tachados:
            self.nodos.append(Linea("", estilo, unida=True, tachados=tachados))
        if texto.strip(" "):
            self.nodos.append(Linea(sin_privados(texto), estilo, self.rotulo, tachados=tachados))
            if texto.strip():
                self.rotulo = ""


class Cuerpo:
    """Reads a page. ``notas`` and ``ocultos``: footnotes set apart, and hidden passages left out."""

    def __init__(self) -> None:
        self.notas: list[NotaCruda] = []
        self.ocultos = 0
        self._hondura = 0
        self._marca = ""
        self._ordenes = {PIE: 0, FINAL: 0}

    def nodos(self, contenedor: Any) -> list[Nodo]:
        """The paragraphs and tables of a container. Raises ErrorLectura(LIMITE_EXCEDIDO) when nested without end."""
        self._hondura += 1
        revisar_hondura(self._hondura)
        actual = _Parrafo()
        if _esta_tachado(contenedor):
            actual.tachados += 1
        else:
            self._dentro(contenedor, actual, _estilo(contenedor), False)
        actual.cerrar(None)
        self._hondura -= 1
        return actual.nodos

    def _dentro(self, elemento: Any, actual: _Parrafo, estilo: str | None, conservar: bool) -> None:
        actual.poner(elemento.text, conservar=conservar)
        numero = _entero(elemento.get("start"), 1)
        for hijo in elemento:
            if hijo.tag == "li":
                numero = _entero(hijo.get("value"), numero)
                actual.cerrar(estilo)
                if elemento.tag in ("ol", "ul"):
                    actual.rotulo = _de_lista(elemento, numero)
                numero += 1
            self._hijo(hijo, actual, estilo, conservar)
            actual.poner(hijo.tail, conservar=conservar)

    def _hijo(self, hijo: Any, actual: _Parrafo, estilo: str | None, conservar: bool) -> None:
        etiqueta = hijo.tag
        if not isinstance(etiqueta, str) or etiqueta in _OMITIDOS or self._apartado(hijo) or _es_cambio(hijo):
            return
        if _esta_tachado(hijo):
            actual.tachados += 1
            return
        if etiqueta == "br":
            actual.corte()
        elif etiqueta == "table":
            actual.cerrar(estilo)
            actual.nodos.extend(self._tabla(hijo))
        elif etiqueta == "select":
            elegidas = [o for o in hijo.iter("option") if o.get("selected") is not None] or [*hijo.iter("option")][:1]
            actual.poner(" ".join("".join(o.itertext()) for o in elegidas))
        elif etiqueta in _BLOQUES:
            actual.cerrar(estilo)
            propio = _estilo(hijo) or estilo
            self._dentro(hijo, actual, propio, conservar or etiqueta == "pre")
            actual.cerrar(propio)
        else:
            self._dentro(hijo, actual, estilo, conservar)

    def _apartado(self, elemento: Any) -> bool:
        """Whether the element is no running text: hidden, a page header, the mark of a note, or a note (read apart)."""
        if elemento.get("hidden") is not None or _OCULTO.search(elemento.get("style", "")):
            self.ocultos += bool("".join(elemento.itertext()).strip())
            return True
        if elemento.tag == "div":
            if elemento.get("title") in ("header", "footer") or "mso-element:header" in elemento.get("style", ""):
                return True
            nota = _NOTA.match(elemento.get("id", ""))
            if nota:
                self._nota(elemento, FINAL if nota["clase"] in ("endnote", "edn") else PIE, nota["numero"])
                return True
        if elemento.tag == "a":
            destino = elemento.get("href", "")
            if _VUELTA.match(destino):
                self._marca = "".join(elemento.itertext()).strip(" []\xa0\n")
                return True
            return bool(_CITA.match(destino))
        return False

    def _nota(self, elemento: Any, clase: int, numero: str) -> None:
        self._marca = numero
        contenido = self.nodos(elemento)
        nota = nota_de(self._marca or numero, contenido, self._ordenes[clase], clase)
        self._ordenes[clase] += 1
        if nota is not None:
            self.notas.append(nota)

    def _tabla(self, tabla: Any) -> Iterator[Nodo]:
        for titulo in tabla.findall("caption"):
            yield from self.nodos(titulo)
        yield Cuadro(colocar(_filas(tabla), self.nodos))


def _esta_tachado(elemento: Any) -> bool:
    """Whether an element shows struck out and says something."""
    tachado = elemento.tag in ("s", "strike", "del") or _TACHADO.search(elemento.get("style", "")) is not None
    return tachado and bool("".join(elemento.itertext()).strip())


def _es_cambio(elemento: Any) -> bool:
    """Whether an element is a tracked deletion (who and when are stated): no text of the document any more."""
    return elemento.tag == "del" and (elemento.get("cite") is not None or elemento.get("datetime") is not None)


def _filas(tabla: Any) -> list[Any]:
    """The rows of a table, not those of inner ones; without the blank row of no height that Word adds for alignment."""
    filas: list[Any] = []
    for hijo in tabla:
        filas += [hijo] if hijo.tag == "tr" else hijo if hijo.tag in ("thead", "tbody", "tfoot") else ()
    return [f for f in filas if f.tag == "tr" and not (f.get("height") == "0" and not "".join(f.itertext()).strip())]


def _estilo(elemento: Any) -> str | None:
    etiqueta = elemento.tag
    if isinstance(etiqueta, str) and re.fullmatch(r"h[1-6]", etiqueta):
        return etiqueta
    return elemento.get("class") if etiqueta == "p" else None


def _de_lista(lista: Any, numero: int) -> str:
    if lista.tag == "ul":
        return "" if "list-style-type:none" in lista.get("style", "").replace(" ", "") else VINETA
    return f"{formatear(numero, _LISTAS.get(lista.get('type', '1'), 'decimal'))}."


def _entero(texto: str | None, si_falta: int) -> int:
    return int(texto) if texto and re.fullmatch(r"\d{1,6}", texto.strip()) else si_falta
