"""Tiny .docx files made in the tests, part by part, so that they hold what no library writes."""

from __future__ import annotations

import io
import zipfile

from extractor.lectores.docx import leer
from extractor.modelo.documento import BloqueTabla, Documento, Parrafo

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ESPACIOS = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def parte(raiz: str, contenido: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{raiz} {_ESPACIOS}>{contenido}</w:{raiz}>'


def hacer(cuerpo: str, **partes: str) -> bytes:
    """A docx whose body is ``cuerpo``; ``partes``: the content of footnotes, endnotes, numbering, styles, settings."""
    return empacar({"word/document.xml": parte("document", f"<w:body>{cuerpo}</w:body>")}, **partes)


def empacar(archivos: dict[str, str], **partes: str) -> bytes:
    paquete_rel = "http://schemas.openxmlformats.org/package/2006/relationships"
    tipos = "http://schemas.openxmlformats.org/package/2006/content-types"
    relaciones = "".join(f'<Relationship Id="r{n}" Type="{REL}/{n}" Target="{n}.xml"/>' for n in partes)
    todas = {
        "[Content_Types].xml": (
            f'<Types xmlns="{tipos}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": f'<Relationships xmlns="{paquete_rel}"><Relationship Id="a" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{paquete_rel}">{relaciones}</Relationships>',
        **archivos,
        **{f"word/{n}.xml": parte(n, c) for n, c in partes.items()},
    }
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as paquete:
        for nombre, contenido in todas.items():
            paquete.writestr(nombre, contenido)
    return salida.getvalue()


def leido(cuerpo: str, **partes: str) -> Documento:
    return leer(hacer(cuerpo, **partes), "prueba.docx", "0" * 64)


def r(texto: str, propiedades: str = "") -> str:
    return f'<w:r><w:rPr>{propiedades}</w:rPr><w:t xml:space="preserve">{texto}</w:t></w:r>'


def p(*corridas: str, propiedades: str = "") -> str:
    """A paragraph of runs; a plain text becomes one."""
    hechas = "".join(c if c.startswith("<") else r(c) for c in corridas)
    return f"<w:p><w:pPr>{propiedades}</w:pPr>{hechas}</w:p>"


def tc(*contenido: str, propiedades: str = "") -> str:
    hecho = "".join(c if c.startswith("<") else p(c) for c in contenido)
    return f"<w:tc><w:tcPr>{propiedades}</w:tcPr>{hecho}</w:tc>"


def tabla(*filas: tuple[str, ...] | str) -> str:
    """A table; a row is a tuple of cells (plain texts or w:tc) or a ready w:tr."""
    hechas = [
        f if isinstance(f, str) else "<w:tr>" + "".join(c if c.startswith("<w:tc>") else tc(c) for c in f) + "</w:tr>"
        for f in filas
    ]
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(hechas)}</w:tbl>"


def lineas(documento: Documento) -> list[tuple[str, int]]:
    """Free lines with their gaps."""
    return [(b.texto, b.hueco) for b in documento.bloques if isinstance(b, Parrafo)]


def celdas(documento: Documento, cual: int = 0) -> list[list[tuple[int, int, int, list[str]]]]:
    """The cells of a table: column, width, height and lines."""
    tablas = [b for b in documento.bloques if isinstance(b, BloqueTabla)]
    return [[(c.columna, c.ancho, c.alto, [x.texto for x in c.parrafos]) for c in f.celdas] for f in tablas[cual].filas]
