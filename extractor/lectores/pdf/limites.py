"""How much of a PDF is read, and the page that stops itself when it asks for more.

A page may draw forms that draw forms, ten times each; pdfminer would follow them all. The device counts what it is given
and stops the page, so that a hostile file costs no more than the limit.
"""

from __future__ import annotations

import re
import zlib
from typing import Any

from extractor.comun.ajustes import MB, exceso, limites
from extractor.errores import ErrorLectura

OBJETOS_PAGINA = 120_000
"""Characters, strokes, images and forms of one page; a full page of small type has about 8,000."""
CRUCES_PAGINA = 250_000
"""Vertical by horizontal strokes: the work of finding the tables of a page."""
_SIN_TINTA = 3
"""The mode of text that is laid and not painted."""
_FLUJO = re.compile(rb"stream\r?\n")


class PaginaExcesiva(Exception):
    """A page asks for more objects than are read."""


class PaginaDanada(Exception):
    """A page that the library cannot interpret."""


def silenciar() -> None:
    """pdfminer tells of every oddity of a file through the log; what matters to the user is told in ``avisos``."""
    import logging

    for nombre in ("pdfminer", "pdfplumber"):
        logging.getLogger(nombre).setLevel(logging.ERROR)


def cargar(pagina: Any) -> None:
    """Has the page interpreted. Raises PaginaDanada for whatever the library could not take of a damaged one: it lets
    through errors of every kind, so all are caught here and nowhere else."""
    try:
        _ = pagina.objects
        _ = pagina.edges
    except (PaginaExcesiva, MemoryError):
        raise
    except Exception as error:
        raise PaginaDanada from error


def revisar_flujos(datos: bytes) -> None:
    """Raises ErrorLectura(LIMITE_EXCEDIDO) when the deflated streams inflate to more than is read: a small file may hold
    gigabytes of blanks. What is not deflate, or is damaged, is left for the reader to tell."""
    quedan = limites().expandido_mb * MB
    for hallado in _FLUJO.finditer(datos):
        inicio = hallado.end()
        if datos[inicio : inicio + 1] not in (b"\x78", b"\x68", b"\x58", b"\x48"):
            continue
        quedan -= _inflado(memoryview(datos)[inicio:], quedan)
        if quedan <= 0:
            raise exceso("expandido_mb", "el PDF contiene mucho más de lo que muestra su tamaño")


def _inflado(crudo: memoryview, limite: int) -> int:
    """Bytes that a deflated stream gives, counted without keeping them, up to ``limite``."""
    inflador = zlib.decompressobj()
    total = 0
    desde = 0
    pendiente: bytes | memoryview = crudo[:65536]
    try:
        while pendiente and total < limite and not inflador.eof:
            total += len(inflador.decompress(pendiente, 1 << 20))
            if inflador.unconsumed_tail:
                pendiente = inflador.unconsumed_tail
            else:
                desde += 65536
                pendiente = crudo[desde : desde + 65536]
    except zlib.error:
        return total
    return total


def paginas_limitadas(pdf: Any) -> Any:
    """Yields the pages of an open pdfplumber document one by one, each with its own limit of objects.

    Raises ErrorLectura(LIMITE_EXCEDIDO) past the last page that is read.
    """
    from pdfminer.pdfpage import PDFPage

    tipo = _tipo_pagina()
    objetos = PDFPage.create_pages(pdf.doc)
    indice, maximo = 0, limites().paginas
    while True:
        try:
            objeto = next(objetos, None)
            pagina = tipo(pdf, objeto, indice + 1) if objeto is not None else None
        except MemoryError:
            raise
        except Exception as error:
            raise ErrorLectura(
                "DOCUMENTO_ILEGIBLE", "el PDF está dañado: no se pueden hallar sus páginas; pida otra copia"
            ) from error
        if pagina is None:
            return
        if indice >= maximo:
            raise exceso("paginas", f"el PDF tiene más de {maximo} páginas")
        indice += 1
        yield pagina


def _tipo_pagina() -> Any:
    """pdfplumber's page with a device that counts. Made here so that pdfplumber is imported only when a PDF is read."""
    from pdfminer.layout import LTChar, LTImage
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent
    from pdfplumber.utils.exceptions import PdfminerException

    class Contador(PDFPageAggregatorWithMarkedContent):
        contados = 0
        sin_tinta = False

        def _contar(self) -> None:
            self.contados += 1
            if self.contados > OBJETOS_PAGINA:
                raise PaginaExcesiva

        def render_string(self, textstate: Any, *args: Any, **kwargs: Any) -> None:
            self.sin_tinta = textstate.render == _SIN_TINTA
            super().render_string(textstate, *args, **kwargs)

        def render_char(self, *args: Any, **kwargs: Any) -> Any:
            self._contar()
            avance = super().render_char(*args, **kwargs)
            letra: Any = self.cur_item._objs[-1]
            letra.sin_tinta, letra.orden = self.sin_tinta, self.contados
            return avance

        def render_image(self, *args: Any, **kwargs: Any) -> None:
            super().render_image(*args, **kwargs)
            imagen: Any = self.cur_item._objs[-1]
            imagen.orden = self.contados

        def paint_path(self, *args: Any, **kwargs: Any) -> None:
            self._contar()
            super().paint_path(*args, **kwargs)

        def begin_figure(self, *args: Any, **kwargs: Any) -> None:
            self._contar()
            super().begin_figure(*args, **kwargs)

    class PaginaLimitada(Page):
        @property
        def layout(self) -> Any:
            if not hasattr(self, "_layout"):
                device = Contador(self.pdf.rsrcmgr, pageno=self.page_number, laparams=self.pdf.laparams)
                try:
                    PDFPageInterpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
                except PaginaExcesiva:
                    raise
                except Exception as error:
                    raise PdfminerException(error) from error
                self._layout = device.get_result()
            return self._layout

        def process_object(self, obj: Any) -> Any:
            """A character with no more than is asked of it: the library's own record takes as long as interpreting it.
            ``orden``: when it was painted, among characters and pictures."""
            if isinstance(obj, LTImage):
                return {**super().process_object(obj), "orden": getattr(obj, "orden", 0)}
            if not isinstance(obj, LTChar):
                return super().process_object(obj)
            izquierda, arriba = self.mediabox[0], self.mediabox[1] + self.height
            return {
                "object_type": "char",
                "text": obj.get_text(),
                "x0": obj.x0 + izquierda,
                "x1": obj.x1 + izquierda,
                "top": arriba - obj.y1,
                "bottom": arriba - obj.y0,
                "size": obj.size,
                "upright": obj.upright,
                "matrix": obj.matrix,
                "sin_tinta": getattr(obj, "sin_tinta", False),
                "orden": getattr(obj, "orden", 0),
            }

    return PaginaLimitada
