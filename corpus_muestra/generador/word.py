"""The same descriptions as .docx: real tables with merged cells, several paragraphs and soft breaks in a cell, and
footnotes in their own part. Bytes are the same on every run: fixed zip times and core properties."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from html import escape
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from .descripcion import Fila, Muestra, Tabla

FECHA = datetime.datetime(2009, 12, 15, 9, 0, 0)
TIPO_NOTAS = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def escribir(muestra: Muestra) -> bytes:
    """The .docx file's bytes."""
    documento = Document()
    paquete = documento.part.package
    for clave in [c for c, relacion in paquete.rels.items() if relacion.reltype.endswith("/thumbnail")]:
        del paquete.rels[clave]
    seccion = documento.sections[0]
    seccion.page_width, seccion.page_height = Mm(330), Mm(216)
    propiedades = documento.core_properties
    propiedades.author = propiedades.last_modified_by = "Corpus de muestra"
    propiedades.title = muestra.nombre
    propiedades.created = propiedades.modified = FECHA
    for bloque in muestra.bloques:
        if isinstance(bloque, Tabla):
            _tabla(documento, bloque)
        else:
            _parrafo(documento.add_paragraph(), bloque)
    if muestra.notas_pie:
        _notas(documento, muestra.notas_pie)
    crudo = io.BytesIO()
    documento.save(crudo)
    return _fijar(crudo.getvalue())


def _parrafo(parrafo: Any, texto: str) -> None:
    """Fills a paragraph: soft breaks, and the reference to the first footnote where ``[nota]`` stands."""
    antes, marca, despues = re.sub(r"\[n:\w+\]", "", texto).replace("‖", " ").partition("[nota]")
    _corrida(parrafo, antes)
    if marca:
        parrafo._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>'))
        _corrida(parrafo, despues)


def _corrida(parrafo: Any, texto: str) -> None:
    if not texto.strip():
        return
    corrida = parrafo.add_run()
    for orden, linea in enumerate(texto.split("↵")):
        if orden:
            corrida.add_break()
        corrida.add_text(" ".join(linea.split()))


def _tabla(documento: Any, tabla: Tabla) -> None:
    hecha = documento.add_table(rows=0, cols=tabla.columnas, style="Table Grid")
    anterior: tuple[Fila, Any] | None = None
    for fila in tabla.filas:
        if not fila.celdas:
            continue
        celdas = hecha.add_row().cells
        if fila.titulo:
            _celda(celdas[0].merge(celdas[-1]) if tabla.columnas > 1 else celdas[0], fila.celdas[0])
        else:
            for indice, texto in enumerate(fila.celdas):
                if texto == "^" and anterior is not None:
                    anterior[1][indice].merge(celdas[indice])
                elif texto != "<":
                    ancho = 1
                    while indice + ancho < len(fila.celdas) and fila.celdas[indice + ancho] == "<":
                        ancho += 1
                    _celda(celdas[indice].merge(celdas[indice + ancho - 1]) if ancho > 1 else celdas[indice], texto)
        anterior = (fila, celdas)
    documento.add_paragraph()


def _celda(celda: Any, texto: str) -> None:
    for orden, parrafo in enumerate(texto.split("¶")):
        _parrafo(celda.paragraphs[0] if orden == 0 else celda.add_paragraph(), parrafo)


def _notas(documento: Any, notas: tuple[str, ...]) -> None:
    cuerpo = "".join(
        f'<w:footnote w:id="{numero}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(nota)}</w:t></w:r></w:p></w:footnote>'
        for numero, nota in enumerate(notas, start=1)
    )
    separador = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{separador}{cuerpo}</w:footnotes>'
    parte = Part(PackURI("/word/footnotes.xml"), TIPO_NOTAS, xml.encode("utf-8"), documento.part.package)
    documento.part.relate_to(parte, RELATIONSHIP_TYPE.FOOTNOTES)


def _fijar(crudo: bytes) -> bytes:
    """The same package with every entry dated alike, so that equal content gives equal bytes."""
    salida = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(crudo)) as origen, zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as destino:
        for nombre in sorted(origen.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            ficha = zipfile.ZipInfo(nombre, date_time=FECHA.timetuple()[:6])
            ficha.compress_type = zipfile.ZIP_DEFLATED
            ficha.external_attr = 0o600 << 16
            destino.writestr(ficha, origen.read(nombre), compresslevel=9)
    return salida.getvalue()
