"""PDFs page by page: those with a text layer are read from it, the others from their image.

``pdf_escaneado`` when no page has a text layer; else ``pdf``, with the pages read from images in ``paginas_ocr``.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from extractor.lectores.pdf import lectura as pdf
from extractor.modelo.documento import Documento


def leer(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of a PDF, scanned pages among the others. Raises what the PDF reader raises."""
    paginas, metadatos, avisos = pdf.leer_paginas(datos)
    sin_texto = [p.numero for p in paginas if p.sin_texto]
    if not sin_texto:
        return pdf.armar(paginas, metadatos, avisos, datos, ruta, sha256)
    # only a page without text needs tesseract and what handles images
    from extractor.lectores.escaneo import lectura as escaneo

    escaneadas, propios = escaneo.leer_paginas(datos, sin_texto)
    por_numero = {p.numero: p for p in escaneadas}
    armado = escaneo.armar([por_numero.get(p.numero, p) for p in paginas])
    leidas = tuple(p.numero for p in escaneadas if p.hoja is not None)
    lector = escaneo.nombre_del_lector()
    return Documento(
        ruta=ruta,
        nombre=PurePosixPath(ruta).name,
        sha256=sha256,
        bytes=len(datos),
        formato="pdf_escaneado" if len(sin_texto) == len(paginas) else "pdf",
        lector=lector if len(sin_texto) == len(paginas) else f"{pdf.NOMBRE}, {lector}",
        bloques=armado.bloques,
        notas=armado.notas,
        paginas=len(paginas),
        paginas_ocr=leidas,
        metadatos=metadatos,
        avisos=(*avisos, *(propios if armado.bloques else escaneo.aviso_de_vacio(paginas, propios)), *armado.avisos),
        descartadas=armado.descartadas,
    )
