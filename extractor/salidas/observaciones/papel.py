"""The Word document as paper: styles, boxes, fields and a file whose bytes depend on nothing but what it says."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extractor.salidas.revision.plantilla import limpia

_TINTA, _GRIS = "1F3A5F", "555555"
_FECHA_ZIP = (1980, 1, 1, 0, 0, 0)
_PRIMERO = "[Content_Types].xml"


class Papel:
    """A document being written from top to bottom. Everything it is given is cleaned of what XML cannot hold."""

    def __init__(self, titulo: str, autor: str, creado: dt.datetime) -> None:
        from docx import Document
        from docx.shared import Cm, Pt, RGBColor

        self._documento: Any = Document()
        self._cm, self._pt, self._rgb = Cm, Pt, RGBColor
        propiedades = self._documento.core_properties
        propiedades.title, propiedades.author, propiedades.last_modified_by = limpia(titulo), limpia(autor), limpia(autor)
        propiedades.created = propiedades.modified = creado
        propiedades.comments, propiedades.language, propiedades.revision = "", "es-CL", 1
        self._estilos()
        self._hoja(self._documento.sections[0])

    def _estilos(self) -> None:
        from docx.oxml.ns import qn

        normal = self._documento.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", self._pt(10.5)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Calibri")
        normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = self._pt(4), 1.08
        idioma = normal.element.rPr.makeelement(qn("w:lang"), {qn("w:val"): "es-CL"})
        normal.element.rPr.append(idioma)
        for nombre, medida, antes in (("Title", 22, 0), ("Heading 1", 15, 12), ("Heading 2", 12, 12), ("Heading 3", 10.5, 8)):
            estilo = self._documento.styles[nombre]
            estilo.font.name, estilo.font.size, estilo.font.bold = "Calibri", self._pt(medida), True
            estilo.font.color.rgb = self._rgb.from_string(_TINTA)
            fuentes = estilo.element.rPr.rFonts
            for atributo in list(fuentes.attrib):
                del fuentes.attrib[atributo]
            fuentes.set(qn("w:ascii"), "Calibri")
            fuentes.set(qn("w:hAnsi"), "Calibri")
            estilo.paragraph_format.space_before, estilo.paragraph_format.space_after = self._pt(antes), self._pt(4)
            estilo.paragraph_format.keep_with_next = True

    def _hoja(self, seccion: Any) -> None:
        seccion.page_width, seccion.page_height = self._cm(21.59), self._cm(27.94)
        seccion.left_margin = seccion.right_margin = self._cm(2.2)
        seccion.top_margin, seccion.bottom_margin = self._cm(2.2), self._cm(2.0)

    def seccion(self, encabezado: str, nueva: bool) -> None:
        """A part with a header of its own; ``nueva``: on a new page. The footer numbers the pages of the whole file."""
        seccion = self._documento.add_section() if nueva else self._documento.sections[-1]
        self._hoja(seccion)
        seccion.header.is_linked_to_previous = False
        parrafo = seccion.header.paragraphs[0]
        self._correr(parrafo, encabezado, medida=8, color=_GRIS)
        if not nueva:
            pie = seccion.footer.paragraphs[0]
            pie.alignment = 2
            self._correr(pie, "Página ", medida=8, color=_GRIS)
            self._campo(pie, "PAGE")
            self._correr(pie, " de ", medida=8, color=_GRIS)
            self._campo(pie, "NUMPAGES")

    def titulo(self, texto: str, nivel: int) -> None:
        """Level 0 is the title of the paper."""
        parrafo = self._documento.add_paragraph(limpia(texto))
        # by its id: looking a style up by its name walks all of them, for each paragraph
        parrafo._p.style = f"Heading{nivel}" if nivel else "Title"

    def parrafo(self, texto: str, *, negrita: bool = False, gris: bool = False, junto: bool = False) -> None:
        """``junto``: never parted from what follows."""
        parrafo = self._documento.add_paragraph()
        parrafo.paragraph_format.keep_with_next = junto
        self._correr(parrafo, texto, negrita=negrita, color=_GRIS if gris else None)

    def dato(self, nombre: str, valor: str) -> None:
        """A named fact on a line of its own."""
        parrafo = self._documento.add_paragraph()
        self._correr(parrafo, f"{nombre}: ", negrita=True)
        self._correr(parrafo, valor)

    def lista(self, textos: Sequence[str]) -> None:
        for texto in textos:
            parrafo = self._documento.add_paragraph()
            parrafo._p.style = "ListBullet"
            parrafo.paragraph_format.space_after = self._pt(1)
            self._correr(parrafo, texto)

    def ficha(self, renglones: Sequence[tuple[str, str]]) -> None:
        """Names at the left, values at the right."""
        self.tabla(None, renglones, (4.0, 13.2), nombres=True)

    def tabla(
        self, encabezado: Sequence[str] | None, filas: Sequence[Sequence[str]], anchos: Sequence[float], nombres: bool = False
    ) -> None:
        """``anchos`` in centimetres; ``nombres``: the first column names the row. A header is repeated on each page."""
        tabla = self._documento.add_table(rows=0, cols=len(anchos))
        tabla._tbl.tblStyle_val = "TableGrid"
        tabla.autofit = False
        for columna, ancho in zip(tabla.columns, anchos, strict=True):
            columna.width = self._cm(ancho)
        for numero, fila in enumerate([encabezado, *filas] if encabezado is not None else filas):
            propia = tabla.add_row()
            _no_partir(propia)
            es_titulo = encabezado is not None and numero == 0
            if es_titulo:
                _repetir(propia)
            for lugar, (celda, texto, ancho) in enumerate(zip(propia.cells, fila or (), anchos, strict=True)):
                celda.width = self._cm(ancho)
                if es_titulo or (nombres and lugar == 0):
                    _pintar(celda, "E8EEF5")
                parrafo = celda.paragraphs[0]
                parrafo.paragraph_format.space_after = self._pt(1)
                parrafo.paragraph_format.keep_with_next = es_titulo or None
                self._correr(parrafo, texto, negrita=es_titulo or (nombres and lugar == 0), medida=9.5)
        self._documento.add_paragraph().paragraph_format.space_after = self._pt(2)

    def caja(self, titulo: str, contenido: str, alto: float, junto: bool = False) -> None:
        """A bordered box to write in by hand, ``alto`` centimetres at least; ``junto``: never parted from what follows."""
        tabla = self._documento.add_table(rows=1, cols=1)
        tabla._tbl.tblStyle_val = "TableGrid"
        fila = tabla.rows[0]
        fila.height = self._cm(alto)
        _no_partir(fila)
        celda = fila.cells[0]
        celda.paragraphs[0].paragraph_format.keep_with_next = junto
        self._correr(celda.paragraphs[0], titulo, negrita=True, medida=9, color=_GRIS)
        if contenido:
            self._correr(celda.add_paragraph(), contenido, medida=9.5)
        despues = self._documento.add_paragraph()
        despues.paragraph_format.space_after, despues.paragraph_format.keep_with_next = self._pt(0), junto

    def _correr(
        self, parrafo: Any, texto: str, *, negrita: bool = False, medida: float | None = None, color: str | None = None
    ) -> None:
        tramo = parrafo.add_run(limpia(texto))
        tramo.bold = negrita or None
        if medida is not None:
            tramo.font.size = self._pt(medida)
        if color is not None:
            tramo.font.color.rgb = self._rgb.from_string(color)

    def _campo(self, parrafo: Any, nombre: str) -> None:
        """A field that Word counts: the page, the number of pages."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        for tipo, texto in (("begin", None), (None, nombre), ("separate", None), ("texto", "1"), ("end", None)):
            tramo = parrafo.add_run()
            tramo.font.size, tramo.font.color.rgb = self._pt(8), self._rgb.from_string(_GRIS)
            if tipo is None:
                elemento = OxmlElement("w:instrText")
                elemento.set(qn("xml:space"), "preserve")
                elemento.text = texto
            elif tipo == "texto":
                elemento = OxmlElement("w:t")
                elemento.text = texto
            else:
                elemento = OxmlElement("w:fldChar")
                elemento.set(qn("w:fldCharType"), tipo)
            tramo._r.append(elemento)

    def guardar(self, archivo: Path) -> None:
        """Writes the file with fixed times, its list of types first."""
        crudo = io.BytesIO()
        self._documento.save(crudo)
        with zipfile.ZipFile(crudo) as origen, zipfile.ZipFile(archivo, "w", zipfile.ZIP_DEFLATED) as destino:
            for nombre in sorted(origen.namelist(), key=lambda n: (n != _PRIMERO, n)):
                ficha = zipfile.ZipInfo(nombre, _FECHA_ZIP)
                ficha.compress_type, ficha.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
                destino.writestr(ficha, origen.read(nombre))


def _no_partir(fila: Any) -> None:
    from docx.oxml import OxmlElement

    fila._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repetir(fila: Any) -> None:
    from docx.oxml import OxmlElement

    fila._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _pintar(celda: Any, color: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    sombra = OxmlElement("w:shd")
    sombra.set(qn("w:val"), "clear")
    sombra.set(qn("w:color"), "auto")
    sombra.set(qn("w:fill"), color)
    celda._tc.get_or_add_tcPr().append(sombra)
