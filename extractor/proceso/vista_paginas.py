"""Page images for a view: rendered one at a time, at a resolution made for reading on a screen, small enough to embed.

The same page always gives the same bytes. Nothing of a page is kept once its image is given.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from extractor.errores import ErrorLectura
from extractor.modelo.vista import ImagenPagina

PUNTOS_POR_PULGADA = 72.0
PPP = 110.0
"""Dots per inch of a page image: ten-point type stays readable, a page stays under 100 KB."""
MAX_LADO = 2200
"""Pixels of the longer side: a poster is reduced to it."""
GRISES = 16
CALIDAD_JPEG = 60
COLOR = 24
"""How far apart the channels of a pixel must be for it to be coloured, and not a grey that a scanner tinted."""


class Laminas:
    """The pages of a PDF, or of an image file, given as its bytes. ``medidas``: width and height of each, in points.

    Raises ErrorLectura when the file cannot be opened.
    """

    def __init__(self, datos: bytes, es_imagen: bool) -> None:
        self._datos = datos
        self._es_imagen = es_imagen
        self.medidas: tuple[tuple[float, float], ...] = tuple(_medidas_de_imagen(datos) if es_imagen else _medidas_de_pdf(datos))

    def imagen(self, numero: int) -> ImagenPagina:
        """The image of a page (from 1). Raises ErrorLectura when it cannot be rendered."""
        if not 0 < numero <= len(self.medidas):
            raise ErrorLectura("DOCUMENTO_ILEGIBLE", f"el documento no tiene página {numero}")
        return _codificar(self._de_imagen(numero) if self._es_imagen else self._de_pdf(numero))

    def _de_pdf(self, numero: int) -> Any:
        ancho, alto = self.medidas[numero - 1]
        escala = min(PPP / PUNTOS_POR_PULGADA, MAX_LADO / max(ancho, alto, 1.0))
        try:
            with _abierto(self._datos) as pdf:
                pagina = pdf[numero - 1]
                try:
                    return pagina.render(scale=escala).to_pil().convert("RGB")
                finally:
                    pagina.close()
        except ErrorLectura:
            raise
        except Exception as error:  # rendering raises whatever a damaged page makes it stumble on
            raise _danada(numero) from error

    def _de_imagen(self, numero: int) -> Any:
        from PIL import Image

        from extractor.lectores.escaneo.imagenes import paginas_de_imagen

        for pagina in paginas_de_imagen(self._datos):
            if pagina.numero == numero:
                entera = Image.fromarray(pagina.pixeles)
                escala = min(PPP / pagina.ppp, MAX_LADO / max(entera.size), 1.0)
                medida = (max(1, round(entera.width * escala)), max(1, round(entera.height * escala)))
                return entera.resize(medida, Image.Resampling.LANCZOS).convert("RGB")
        raise _danada(numero)


@contextmanager
def _abierto(datos: bytes) -> Iterator[Any]:
    import pypdfium2 as pdfium

    try:
        pdf = pdfium.PdfDocument(datos)
    except pdfium.PdfiumError as error:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", "sus páginas no se pueden mostrar: el PDF está dañado o protegido") from error
    try:
        yield pdf
    finally:
        pdf.close()


def _medidas_de_pdf(datos: bytes) -> Iterator[tuple[float, float]]:
    with _abierto(datos) as pdf:
        for numero in range(len(pdf)):
            ancho, alto = pdf.get_page_size(numero)
            yield round(float(ancho), 1), round(float(alto), 1)


def _medidas_de_imagen(datos: bytes) -> Iterator[tuple[float, float]]:
    from extractor.lectores.escaneo.imagenes import paginas_de_imagen

    for pagina in paginas_de_imagen(datos):
        alto, ancho = pagina.pixeles.shape
        yield round(ancho * PUNTOS_POR_PULGADA / pagina.ppp, 1), round(alto * PUNTOS_POR_PULGADA / pagina.ppp, 1)


def _codificar(imagen: Any) -> ImagenPagina:
    """The smaller of a PNG of few greys (type and rulings) and a JPEG (photographs of paper). Colour is kept where the page
    has any."""
    from PIL import Image, ImageChops

    rojo, verde, azul = imagen.split()
    distancias = ImageChops.lighter(ImageChops.difference(rojo, verde), ImageChops.difference(verde, azul))
    coloreada = distancias.point(lambda v: v > COLOR and 255).getbbox() is not None
    jpeg = io.BytesIO()
    (imagen if coloreada else imagen.convert("L")).save(jpeg, "JPEG", quality=CALIDAD_JPEG, optimize=True)
    png = io.BytesIO()
    if coloreada:
        paleta = imagen.quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    else:
        paso = 255 / (GRISES - 1)
        paleta = imagen.convert("L").point([round(v / paso) for v in range(256)]).convert("P")
        paleta.putpalette([round(n * paso) for n in range(GRISES) for _ in range(3)])
    # the highest level saves 4 % and takes seven times as long
    paleta.save(png, "PNG", bits=8 if coloreada else 4, compress_level=6)
    if len(png.getvalue()) <= len(jpeg.getvalue()):
        return ImagenPagina("image/png", png.getvalue(), imagen.width, imagen.height)
    return ImagenPagina("image/jpeg", jpeg.getvalue(), imagen.width, imagen.height)


def _danada(numero: int) -> ErrorLectura:
    return ErrorLectura("DOCUMENTO_ILEGIBLE", f"la página {numero} está dañada y no se puede mostrar")
