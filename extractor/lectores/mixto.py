"""PDFs page by page: those with a text layer are read from it, the others from their image. A text that lies over the image of
its page, as programs that recognise scans leave it, is read with the tables that the image shows.

``pdf_escaneado`` when no page has a text layer; else ``pdf``. The pages whose text was recognised, here or before, are in
``paginas_ocr``.
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
    con_capa = [p for p in paginas if p.capa]
    if not sin_texto and not con_capa and not any(p.reconocida for p in paginas):
        leido = pdf.armar(paginas)
        return archivo.documento("pdf", pdf.NOMBRE, replace(leido, avisos=(*avisos, *leido.avisos), metadatos=metadatos))
    # only a page that is an image needs what handles images, and only one without text needs tesseract
    from extractor.lectores.escaneo import lectura as escaneo

    escaneadas, propios = escaneo.leer_paginas(datos, sin_texto) if sin_texto else ([], [])
    capas, de_capas = escaneo.leer_capas(datos, con_capa)
    por_numero = {p.numero: p for p in (*escaneadas, *capas)}
    todas = [por_numero.get(p.numero, p) for p in paginas]
    leido = escaneo.armar(todas)
    leido = replace(
        leido,
        avisos=(*avisos, *(propios if leido.bloques else escaneo.aviso_de_vacio(paginas, propios)), *de_capas, *leido.avisos),
        metadatos=metadatos,
        paginas_ocr=escaneo.leidas(todas),
    )
    lector = escaneo.nombre_del_lector() if sin_texto or any(p.palabras for p in capas) else escaneo.NOMBRE
    if len(sin_texto) == len(paginas):
        return archivo.documento("pdf_escaneado", lector, leido)
    return archivo.documento("pdf", f"{pdf.NOMBRE}, {lector}", leido)
