"""PDFs page by page: those with a text layer are read from it, the others from their image.

``pdf_escaneado`` when no page has a text layer; else ``pdf``, with the pages read from images in ``paginas_ocr``.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.lectores.leido import Archivo
from extractor.lectores.pdf import lectura as pdf
from extractor.modelo.documento import Documento


def leer(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of a PDF, scanned pages among the others. Raises what the PDF reader raises."""
    paginas, metadatos, avisos = pdf.leer_paginas(datos)
    archivo = Archivo(datos, ruta, sha256)
    sin_texto = [p.numero for p in paginas if p.sin_texto]
    if not sin_texto:
        leido = pdf.armar(paginas)
        return archivo.documento("pdf", pdf.NOMBRE, replace(leido, avisos=(*avisos, *leido.avisos), metadatos=metadatos))
    # only a page without text needs tesseract and what handles images
    from extractor.lectores.escaneo import lectura as escaneo

    escaneadas, propios = escaneo.leer_paginas(datos, sin_texto)
    por_numero = {p.numero: p for p in escaneadas}
    leido = escaneo.armar([por_numero.get(p.numero, p) for p in paginas])
    leido = replace(
        leido,
        avisos=(*avisos, *(propios if leido.bloques else escaneo.aviso_de_vacio(paginas, propios)), *leido.avisos),
        metadatos=metadatos,
        paginas_ocr=escaneo.leidas(escaneadas),
    )
    lector = escaneo.nombre_del_lector()
    if len(sin_texto) == len(paginas):
        return archivo.documento("pdf_escaneado", lector, leido)
    return archivo.documento("pdf", f"{pdf.NOMBRE}, {lector}", leido)
