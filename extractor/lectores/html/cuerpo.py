"""A web page as a tree of paragraphs and tables, white space folded as a browser does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from extractor.lectores.arbol import Casilla, Cuadro, Linea, Nodo, revisar_hondura
from extractor.lectores.html.estilos import Estilos
from extractor.lectores.html.tablas import a_la_vista, colocar, columnas_ocultas
from extractor.lectores.notas import FINAL, PIE, nota_de
from extractor.lectores.rotulos import VINETA, formatear
from extractor.lectores.simbolos import en_fuente
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
_NOTA = re.compile(r"^(?:sd)?(?P<clase>footnote|endnote|ftn|edn)(?P<numero>\d{1,5})$")
_CITA = re.compile(r"^#(?:_(?:ftn|edn)\d+|sd(?:footnote|endnote)\d+sym)$")
_VUELTA = re.compile(r"^#(?:_(?:ftn|edn)ref\d+|sd(?:footnote|endnote)\d+anc)$")
_LISTAS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class _Forma(NamedTuple):
    """How the text around an element is set: its paragraph's style, whether its white space is kept, its font."""

    estilo: str | None = None
    conservar: bool = False
    fuente: str | None = None


class _Parrafo:
    """The paragraph being gathered in one container."""

    def __init__(self) -> None:
        self.nodos: list[Nodo] = []
        self.rotulo = ""
        self.tachados = self.imagenes = 0
        self._partes: list[str] = []
        self._tras_blanco = True

    def poner(self, texto: str | None, forma: _Forma) -> None:
        if not texto:
            return
        plano = texto.replace("\r\n", "\n") if forma.conservar else _BLANCOS.sub(" ", texto)
        if plano.startswith(" ") and self._tras_blanco and not forma.conservar:
            plano = plano[1:]
        if plano:
            self._partes.append(en_fuente(plano, forma.fuente))
            self._tras_blanco = plano[-1] in " \n"

    def corte(self) -> None:
        self._partes.append("\n")
        self._tras_blanco = True

    def cerrar(self, estilo: str | None) -> None:
        """A paragraph of nothing shows nothing; one of a hard space or a break is an empty line."""
        texto, self._partes, self._tras_blanco = "".join(self._partes), [], True
        (tachados, self.tachados), (imagenes, self.imagenes) = (self.tachados, 0), (self.imagenes, 0)
        if not texto.strip(" ") and (tachados or imagenes):
            self.nodos.append(Linea("", estilo, unida=True, tachados=tachados, imagenes=imagenes))
        if texto.strip(" "):
            self.nodos.append(Linea(texto, estilo, self.rotulo, tachados=tachados, imagenes=imagenes))
            if texto.strip():
                self.rotulo = ""


class Cuerpo:
    """Reads a page. ``notas``, ``ocultos`` and ``dudosos``: footnotes set apart, hidden passages left out, and those that may be
    hidden or struck out."""

    def __init__(self, estilos: Estilos | None = None) -> None:
        self.notas: list[NotaCruda] = []
        self.ocultos = self.dudosos = 0
        self._estilos = estilos or Estilos()
        self._hondura = 0
        self._marca = ""
        self._ordenes = {PIE: 0, FINAL: 0}

    def nodos(self, contenedor: Any) -> list[Nodo]:
        """The paragraphs and tables of a container. Raises ErrorLectura(LIMITE_EXCEDIDO) when nested without end."""
        self._hondura += 1
        revisar_hondura(self._hondura)
        actual = _Parrafo()
        if self._esta_tachado(contenedor):
            actual.tachados += 1
        else:
            self._dentro(contenedor, actual, _Forma(_estilo(contenedor)))
        actual.cerrar(None)
        self._hondura -= 1
        return actual.nodos

    def _dentro(self, elemento: Any, actual: _Parrafo, forma: _Forma) -> None:
        forma = forma._replace(fuente=self._estilos.fuente(elemento, forma.fuente))
        actual.poner(elemento.text, forma)
        numero = _entero(elemento.get("start"), 1)
        for hijo in elemento:
            if hijo.tag == "li":
                numero = _entero(hijo.get("value"), numero)
                actual.cerrar(forma.estilo)
                if elemento.tag in ("ol", "ul"):
                    actual.rotulo = _de_lista(elemento, numero)
                numero += 1
            self._hijo(hijo, actual, forma)
            actual.poner(hijo.tail, forma)

    def _hijo(self, hijo: Any, actual: _Parrafo, forma: _Forma) -> None:
        etiqueta = hijo.tag
        if not isinstance(etiqueta, str) or etiqueta in _OMITIDOS or self._apartado(hijo) or _es_cambio(hijo):
            return
        if self._esta_tachado(hijo):
            actual.tachados += 1
            return
        if etiqueta == "br":
            actual.corte()
        elif etiqueta == "img":
            actual.imagenes += self._estilos.imagen_grande(hijo)
        elif etiqueta == "table":
            actual.cerrar(forma.estilo)
            actual.nodos.extend(self._tabla(hijo))
        elif etiqueta == "select":
            elegidas = [o for o in hijo.iter("option") if o.get("selected") is not None] or [*hijo.iter("option")][:1]
            actual.poner(" ".join("".join(o.itertext()) for o in elegidas), forma)
        elif etiqueta in _BLOQUES:
            actual.cerrar(forma.estilo)
            propio = _estilo(hijo) or forma.estilo
            self._dentro(hijo, actual, forma._replace(estilo=propio, conservar=forma.conservar or etiqueta == "pre"))
            actual.cerrar(propio)
        else:
            self._dentro(hijo, actual, forma)

    def _oculto(self, elemento: Any) -> bool:
        """Whether an element is not shown; one that says something is counted."""
        oculto = self._estilos.oculta(elemento)
        if oculto or self._estilos.en_duda(elemento):
            dice = bool("".join(elemento.itertext()).strip())
            self.ocultos += oculto and dice
            self.dudosos += not oculto and dice
        return oculto

    def _esta_tachado(self, elemento: Any) -> bool:
        """Whether an element shows struck out and says something."""
        tachado = elemento.tag in ("s", "strike", "del") or self._estilos.tacha(elemento)
        return tachado and bool("".join(elemento.itertext()).strip())

    def _apartado(self, elemento: Any) -> bool:
        """Whether the element is no running text: hidden, a page header, the mark of a note, or a note (read apart)."""
        if self._oculto(elemento):
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
        filas = _filas(tabla)
        # what is not shown is no part of the table, but its rows keep their numbers
        ocultas = {n for n, fila in enumerate(filas) if self._oculto(fila) or self._estilos.oculta(fila.getparent())}
        columnas = columnas_ocultas(tabla, self._estilos.oculta)
        puestas = colocar(filas, self.nodos, self._oculto)
        tapadas = [c for fila in puestas for c in fila if columnas.issuperset(range(c.columna, c.columna + c.ancho))]
        self.ocultos += sum(_dice(c) for n in ocultas for c in puestas[n]) + sum(_dice(c) for c in tapadas)
        yield Cuadro(a_la_vista(puestas, ocultas, columnas) if ocultas or columnas else puestas)


def _dice(casilla: Casilla) -> bool:
    return any(isinstance(n, Cuadro) or n.texto.strip() for n in casilla.contenido)


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
