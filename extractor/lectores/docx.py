"""Word documents (docx) by python-docx: merged cells as spans, soft breaks as lines, footnotes kept apart.

Text boxes, tracked changes and tables inside cells: text of deletions is left out, the rest is counted in ``avisos``.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from extractor.comun.texto import blancos
from extractor.errores import ErrorLectura
from extractor.modelo.base import Origen
from extractor.modelo.documento import Bloque, BloqueTabla, Celda, Documento, FilaCruda, NotaCruda, Parrafo

NOMBRE = "docx/1"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OMITIDOS = {f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}instrText", f"{_W}delText", f"{_W}footnoteReference"}
_CORTES = {f"{_W}br", f"{_W}cr"}


def leer(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of a docx file. Raises ErrorLectura(DOCUMENTO_ILEGIBLE) for one that cannot be opened."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        archivo = docx.Document(io.BytesIO(datos))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile, SyntaxError, OSError) as error:
        raise ErrorLectura(
            "DOCUMENTO_ILEGIBLE", "el archivo Word está dañado o incompleto; pida otra copia o ábralo y guárdelo de nuevo"
        ) from error
    lectura = _Lectura()
    bloques = tuple(lectura.bloques(archivo.element.body))
    propiedades = archivo.core_properties
    metadatos = {
        "autor": propiedades.author or None,
        "creado": propiedades.created.isoformat() if propiedades.created else None,
        "modificado": propiedades.modified.isoformat() if propiedades.modified else None,
        "titulo": propiedades.title or None,
    }
    return Documento(
        ruta=ruta,
        nombre=PurePosixPath(ruta).name,
        sha256=sha256,
        bytes=len(datos),
        formato="docx",
        lector=NOMBRE,
        bloques=bloques,
        notas=tuple(_notas(archivo)),
        metadatos=metadatos,
        avisos=tuple(lectura.avisos),
    )


class _Lectura:
    """Walks the body keeping the counters that make an ``Origen``."""

    def __init__(self) -> None:
        self.tabla = 0
        self.parrafo = 0
        self.hueco = 0
        self.avisos: list[tuple[str, str, Origen | None]] = []

    def bloques(self, cuerpo: Any) -> Iterator[Bloque]:
        for elemento in _hijos(cuerpo):
            if elemento.tag == f"{_W}p":
                lineas, self.hueco = _lineas(elemento, self.hueco, parrafo=self.parrafo)
                self.parrafo += 1
                yield from lineas
            elif elemento.tag == f"{_W}tbl":
                yield BloqueTabla(self.tabla, tuple(self._filas(elemento)), cuadricula=True)
                self.tabla += 1
                self.hueco = 0

    def _filas(self, tabla: Any) -> Iterator[FilaCruda]:
        filas = [f for f in _hijos(tabla) if f.tag == f"{_W}tr"]
        rejilla = [list(_celdas(fila)) for fila in filas]
        for numero, celdas in enumerate(rejilla):
            leidas = []
            for columna, ancho, continua, elemento in celdas:
                if continua:
                    continue
                alto = 1
                for siguiente in rejilla[numero + 1 :]:
                    if not any(c == columna and sigue for c, _, sigue, _ in siguiente):
                        break
                    alto += 1
                leidas.append(self._celda(elemento, numero, columna, ancho, alto))
            texto = "\n".join(c.origen.texto for c in leidas)
            yield FilaCruda(tuple(leidas), Origen(tabla=self.tabla, fila=numero, texto=texto))

    def _celda(self, elemento: Any, fila: int, columna: int, ancho: int, alto: int) -> Celda:
        parrafos: list[Parrafo] = []
        crudos: list[str] = []
        hueco = 0
        for indice, hijo in enumerate(h for h in _hijos(elemento) if h.tag == f"{_W}p"):
            lugar = {"tabla": self.tabla, "fila": fila, "columna": columna, "parrafo": indice}
            crudos.append(_texto(hijo))
            lineas, hueco = _lineas(hijo, hueco if parrafos else 0, **lugar)
            parrafos.extend(lineas)
        if any(h.tag == f"{_W}tbl" for h in _hijos(elemento)):
            origen = Origen(tabla=self.tabla, fila=fila, columna=columna, texto="")
            self.avisos.append(("LECTURA_DUDOSA", "hay una tabla dentro de una celda que no se leyó", origen))
        origen = Origen(tabla=self.tabla, fila=fila, columna=columna, texto="\n".join(crudos))
        return Celda(tuple(parrafos), origen, columna, ancho, alto)


def _hijos(elemento: Any) -> Iterator[Any]:
    """The children, those of content controls and of insertions included."""
    for hijo in elemento:
        if hijo.tag == f"{_W}sdt":
            contenido = hijo.find(f"{_W}sdtContent")
            if contenido is not None:
                yield from _hijos(contenido)
        elif hijo.tag in (f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
            yield from _hijos(hijo)
        else:
            yield hijo


def _celdas(fila: Any) -> Iterator[tuple[int, int, bool, Any]]:
    """Grid column, columns spanned, whether it continues a vertical merge, and the element of each cell."""
    propiedades = fila.find(f"{_W}trPr")
    antes = propiedades.find(f"{_W}gridBefore") if propiedades is not None else None
    columna = int(antes.get(f"{_W}val", "0")) if antes is not None else 0
    for celda in _hijos(fila):
        if celda.tag != f"{_W}tc":
            continue
        ancho, continua = 1, False
        propiedades = celda.find(f"{_W}tcPr")
        if propiedades is not None:
            extension = propiedades.find(f"{_W}gridSpan")
            if extension is not None:
                ancho = max(1, int(extension.get(f"{_W}val", "1")))
            vertical = propiedades.find(f"{_W}vMerge")
            continua = vertical is not None and vertical.get(f"{_W}val", "continue") == "continue"
        yield columna, ancho, continua, celda
        columna += ancho


def _texto(parrafo: Any) -> str:
    """The raw text of a paragraph: breaks as line ends, tabs as tabs, deleted text and text boxes left out."""
    partes: list[str] = []
    pendientes = [*reversed(parrafo)]
    while pendientes:
        nodo = pendientes.pop()
        if nodo.tag in _OMITIDOS or not isinstance(nodo.tag, str):
            continue
        if nodo.tag == f"{_W}t":
            partes.append(nodo.text or "")
        elif nodo.tag == f"{_W}tab" and nodo.getparent().tag == f"{_W}r":
            partes.append("\t")
        elif nodo.tag in _CORTES:
            partes.append("\n")
        elif nodo.tag == f"{_W}noBreakHyphen":
            partes.append("-")
        else:
            pendientes.extend(reversed(nodo))
    return "".join(partes)


def _lineas(elemento: Any, hueco: int, **lugar: int) -> tuple[list[Parrafo], int]:
    """The lines of a Word paragraph (soft breaks part them) and the gap that follows it."""
    crudo = _texto(elemento)
    if not crudo.strip():
        return [], hueco + 1
    estilo = elemento.find(f"{_W}pPr/{_W}pStyle")
    nombre = estilo.get(f"{_W}val") if estilo is not None else None
    leidas: list[Parrafo] = []
    desde = 0
    for trozo in crudo.split("\n"):
        texto = trozo.strip()
        if texto:
            inicio = desde + len(trozo) - len(trozo.lstrip())
            origen = Origen(**lugar, inicio=inicio, fin=inicio + len(texto), texto=texto)
            leidas.append(Parrafo(texto, origen, 0 if leidas else hueco, nombre))
        desde += len(trozo) + 1
    return leidas, 1


def _notas(archivo: Any) -> Iterator[NotaCruda]:
    """The footnotes, numbered as Word prints them."""
    from lxml import etree

    partes = [r.target_part for r in archivo.part.rels.values() if r.reltype.endswith("/footnotes")]
    for parte in partes:
        raiz = etree.fromstring(parte.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        numero = 0
        for nota in raiz.findall(f"{_W}footnote"):
            if nota.get(f"{_W}type") in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            numero += 1
            crudo = "\n".join(_texto(p) for p in nota.iter(f"{_W}p"))
            texto = crudo.strip()
            if texto:
                yield NotaCruda(str(numero), Parrafo(blancos(texto), Origen(texto=crudo)))
