"""Scanned documents: images as documents of their own, and the pages of a PDF that have no text layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractor.comun.herramientas import tesseract
from extractor.errores import ErrorLectura
from extractor.lectores.arbol import Aviso
from extractor.lectores.escaneo.blancas import en_blanco
from extractor.lectores.escaneo.capa import leer_capa
from extractor.lectores.escaneo.enderezado import Caja
from extractor.lectores.escaneo.glifos import dudosos
from extractor.lectores.escaneo.imagenes import Pagina, paginas_de_imagen, paginas_de_pdf
from extractor.lectores.escaneo.ocr import OcrDemorado, OcrNoDisponible
from extractor.lectores.escaneo.pagina import PaginaEscaneada, leer_pagina
from extractor.lectores.leido import Archivo, Leido
from extractor.lectores.pdf.lectura import armar as armar_paginas
from extractor.lectores.pdf.paginas import PaginaLeida
from extractor.modelo.base import Origen
from extractor.modelo.documento import Bloque, BloqueTabla, Celda, Documento, FilaCruda, FlujoCeldas, NotaCruda, Parrafo

NOMBRE = "escaneo/1"
ESTILO_SEGURO, ESTILO_DUDOSO = "ocr", "ocr_dudosa"
HOLGURA = 1.5
"""Points by which a word may stand out of its paragraph's box."""


def leer(datos: bytes, ruta: str, sha256: str) -> Documento:
    """The document of an image file (png, jpg, tif of several pages).

    Raises ErrorLectura: DOCUMENTO_ILEGIBLE, LIMITE_EXCEDIDO, or PAGINA_SIN_TEXTO with the line that installs tesseract.
    """
    falta = tesseract.falta()
    if falta is not None:
        raise OcrNoDisponible(falta)
    paginas, avisos = _leer_todas(paginas_de_imagen(datos))
    leido = armar(paginas)
    avisos = [*(avisos if leido.bloques else aviso_de_vacio(paginas, avisos)), *leido.avisos]
    leido = replace(leido, avisos=tuple(avisos), paginas_ocr=leidas(paginas))
    return Archivo(datos, ruta, sha256).documento("imagen", nombre_del_lector(), leido)


def leidas(paginas: Iterable[PaginaLeida]) -> tuple[int, ...]:
    """The numbers of the pages whose text was recognised in an image, by this program or before it."""
    return tuple(p.numero for p in paginas if p.reconocida and (not isinstance(p, PaginaEscaneada) or p.hoja is not None))


def nombre_del_lector() -> str:
    """Reader and version of tesseract: another version reads otherwise, so stored results must not be reused."""
    return f"{NOMBRE} (tesseract {tesseract.SONDA.version() or 'ausente'})"


def leer_paginas(datos: bytes, numeros: Sequence[int]) -> tuple[list[PaginaEscaneada], list[Aviso]]:
    """The pages of a PDF (from 1) that show no text, read from their image, to stand among those that the PDF reader
    gives, and what could not be read. A page not read has no lines and an aviso; nothing is raised for tesseract."""
    falta = tesseract.falta()
    if falta is not None:
        vacias = [PaginaEscaneada(n, 0.0, 0.0) for n in numeros]
        frase = "la página {} es una imagen y {}"
        return vacias, [("PAGINA_SIN_TEXTO", frase.format(n, falta), Origen(pagina=n, texto="")) for n in numeros]
    return _leer_todas(paginas_de_pdf(datos, tuple(numeros)))


def leer_capas(datos: bytes, paginas: Sequence[PaginaLeida]) -> tuple[list[PaginaEscaneada], list[Aviso]]:
    """Those of these pages of a PDF, whose text lies over their picture, that have tables drawn in it, and what these do not let
    read. Nothing is raised for tesseract."""
    leidas: list[PaginaEscaneada] = []
    avisos: list[Aviso] = []
    for pagina in paginas:
        try:
            leida = leer_capa(next(paginas_de_pdf(datos, (pagina.numero,))), pagina)
        except ErrorLectura:
            continue  # the picture cannot be had: the page stays as its text alone tells it
        if leida is None:
            continue
        leidas.append(leida)
        if leida.sin_leer:
            falta = tesseract.falta()
            motivo = "no se pudo leer" if falta is None else falta
            frase = f"en {leida.sin_leer} celdas de la página {leida.numero} hay tinta que el texto del PDF no trae y {motivo}"
            avisos.append(("LECTURA_DUDOSA", frase, Origen(pagina=leida.numero, texto="")))
    return leidas, avisos


def armar(paginas: Sequence[PaginaLeida]) -> Leido:
    """The document of these pages, scanned ones among them: tables joined over page ends, paragraphs rebuilt, and each
    paragraph of a page that was recognised marked ``ocr`` or ``ocr_dudosa`` in its ``estilo``."""
    leido = armar_paginas(paginas)
    palabras = {p.numero: p.palabras if isinstance(p, PaginaEscaneada) else [] for p in paginas if p.reconocida}
    marcados = tuple(_marcar(b, palabras) for b in leido.bloques)
    notas = tuple(NotaCruda(n.marca, _marcar_parrafo(n.parrafo, palabras)) for n in leido.notas)
    return replace(leido, bloques=marcados, notas=notas)


def _leer_todas(paginas: Iterator[Pagina]) -> tuple[list[PaginaEscaneada], list[Aviso]]:
    leidas: list[PaginaEscaneada] = []
    avisos: list[Aviso] = []
    for pagina in paginas:
        lugar = Origen(pagina=pagina.numero, texto="")
        try:
            leida = leer_pagina(pagina)
        except (OcrDemorado, OcrNoDisponible) as error:
            avisos.append((error.codigo, f"la página {pagina.numero} no se leyó: {error}", lugar))
            leida = PaginaEscaneada(pagina.numero, 0.0, 0.0)
        else:
            if not leida.palabras and not en_blanco(pagina.pixeles):
                avisos.append(("PAGINA_SIN_TEXTO", f"en la imagen de la página {pagina.numero} no se halló texto", lugar))
            if leida.sin_leer:
                frase = f"en {leida.sin_leer} celdas de la página {pagina.numero} hay tinta que no se pudo leer"
                avisos.append(("LECTURA_DUDOSA", frase, lugar))
        leidas.append(leida)
    _dudar_por_formas(leidas)
    return leidas, avisos


def aviso_de_vacio(paginas: Sequence[PaginaLeida], avisos: Sequence[Aviso]) -> list[Aviso]:
    """The notices of a document of which nothing was read, where a blank page is told too: it is no blank among others."""
    dichas = {lugar.pagina for _, _, lugar in avisos if lugar is not None}
    vacias = [p.numero for p in paginas if p.numero not in dichas]
    return [*avisos, *(("PAGINA_SIN_TEXTO", f"la página {n} está en blanco", Origen(pagina=n, texto="")) for n in vacias)]


def _dudar_por_formas(paginas: Sequence[PaginaEscaneada]) -> None:
    """Words with a digit that is drawn like another digit of the document become doubtful."""
    for pagina, cuales in zip(paginas, dudosos([p.digitos for p in paginas]), strict=True):
        for n in cuales:
            pagina.palabras[n] = (pagina.palabras[n][0], True)
        pagina.digitos = []


Palabras = dict[int, list[tuple[Caja, bool]]]


def _marcar(bloque: Bloque, palabras: Palabras) -> Bloque:
    if isinstance(bloque, Parrafo):
        return _marcar_parrafo(bloque, palabras)
    if isinstance(bloque, FlujoCeldas):
        return FlujoCeldas(tuple(_marcar_celda(c, palabras) for c in bloque.celdas))
    filas = (FilaCruda(tuple(_marcar_celda(c, palabras) for c in f.celdas), f.origen, f.tras_corte) for f in bloque.filas)
    return BloqueTabla(bloque.indice, tuple(filas), bloque.cuadricula)


def _marcar_celda(celda: Celda, palabras: Palabras) -> Celda:
    return replace(celda, parrafos=tuple(_marcar_parrafo(p, palabras) for p in celda.parrafos))


def _marcar_parrafo(parrafo: Parrafo, palabras: Palabras) -> Parrafo:
    lugares = [o for o in parrafo.origen.lugares if o.pagina in palabras and o.caja is not None]
    if not lugares:
        return parrafo
    dudosa = any(d for o in lugares if o.pagina is not None and o.caja for d in _dentro(palabras[o.pagina], o.caja))
    return replace(parrafo, estilo=ESTILO_DUDOSO if dudosa else ESTILO_SEGURO)


def _dentro(palabras: Iterable[tuple[Caja, bool]], caja: Caja) -> Iterator[bool]:
    for (x0, y0, x1, y1), dudosa in palabras:
        dentro_x = caja[0] - HOLGURA <= (x0 + x1) / 2 <= caja[2] + HOLGURA
        if dentro_x and caja[1] - HOLGURA <= (y0 + y1) / 2 <= caja[3] + HOLGURA:
            yield dudosa


__all__ = ["NOMBRE", "armar", "aviso_de_vacio", "leer", "leer_capas", "leer_paginas", "leidas"]
