"""Pages as grey pixels: rendered from a PDF or decoded from an image file, within limits, at a resolution tesseract
reads well."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.comun.ajustes import exceso, limites
from extractor.errores import ErrorLectura

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grises = NDArray[np.uint8]
    Mascara = NDArray[np.bool_]

PUNTOS_POR_PULGADA = 72.0
PPP_MINIMO, PPP_MAXIMO = 200.0, 300.0
"""Below 200 dots per inch tesseract loses decimal commas; above 300 it only gets slower."""
MAX_PIXELES = 40_000_000
LADO_CARTA = 11.0
"""Long side in inches supposed for an image that does not state its resolution."""
MIN_LADO = 60


@dataclass(frozen=True, slots=True)
class Pagina:
    """One page as it came: grey pixels (0 black), dots per inch, number from 1."""

    numero: int
    pixeles: Grises
    ppp: float


def paginas_de_pdf(datos: bytes, numeros: tuple[int, ...]) -> Iterator[Pagina]:
    """The pages of a PDF, rendered one at a time. Raises ErrorLectura for a PDF that cannot be opened."""
    import pypdfium2 as pdfium

    try:
        pdf = pdfium.PdfDocument(datos)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ErrorLectura("DOCUMENTO_PROTEGIDO", "el PDF pide una contraseña; guarde una copia sin ella") from error
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", "el PDF está dañado o incompleto; pida otra copia") from error
    try:
        for numero in numeros:
            if not 1 <= numero <= len(pdf):
                raise ErrorLectura("DOCUMENTO_ILEGIBLE", f"el PDF no tiene página {numero}; pida otra copia")
            yield _pagina_de_pdf(pdf, numero)
    finally:
        pdf.close()


def _pagina_de_pdf(pdf: Any, numero: int) -> Pagina:
    import pypdfium2 as pdfium

    try:
        pagina = pdf[numero - 1]
        try:
            ancho, alto = pagina.get_size()
            ppp = _ppp_de_pagina(pagina, ancho, alto)
            area = ancho * alto / PUNTOS_POR_PULGADA**2
            if area <= 0 or area * ppp**2 > MAX_PIXELES:
                ppp = (MAX_PIXELES / max(area, 1e-6)) ** 0.5
            if ppp < PPP_MINIMO / 2:
                raise ErrorLectura("LIMITE_EXCEDIDO", f"la página {numero} es demasiado grande para leerla como imagen; divídala")
            mapa = pagina.render(scale=ppp / PUNTOS_POR_PULGADA, grayscale=True)
            return Pagina(numero, mapa.to_numpy().reshape(mapa.height, mapa.width).copy(), ppp)
        finally:
            pagina.close()
    except (pdfium.PdfiumError, ValueError) as error:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", f"la página {numero} del PDF está dañada; pida otra copia") from error


def _ppp_de_pagina(pagina: Any, ancho: float, alto: float) -> float:
    """The resolution of the scan inside the page (its largest image), kept between the two bounds."""
    from pypdfium2 import raw

    mayor = 0.0
    for objeto in pagina.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        pixeles = max(objeto.get_px_size())
        mayor = max(mayor, pixeles / max(ancho, alto, 1.0) * PUNTOS_POR_PULGADA)
    return min(max(mayor, PPP_MINIMO), PPP_MAXIMO)


def paginas_de_imagen(datos: bytes) -> Iterator[Pagina]:
    """The pages of an image file (a tif may hold several). Raises ErrorLectura for one that cannot be decoded."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            imagen = Image.open(io.BytesIO(datos))
            cuantas = getattr(imagen, "n_frames", 1)
        except Image.DecompressionBombError as error:
            raise _demasiado_grande() from error
        except Exception as error:  # decoders raise whatever their format makes them stumble on
            raise _danada() from error
        if cuantas > limites().paginas:
            raise exceso("paginas", f"la imagen trae {cuantas} páginas")
        for indice in range(cuantas):
            yield _pagina_de_imagen(imagen, indice)


def _pagina_de_imagen(imagen: Any, indice: int) -> Pagina:
    from PIL import Image, ImageOps

    try:
        imagen.seek(indice)
        if imagen.width * imagen.height > MAX_PIXELES:
            raise _demasiado_grande()
        ppp = _ppp_de_imagen(imagen)
        cuadro = ImageOps.exif_transpose(imagen)
        gris = _sobre_blanco(cuadro)
    except ErrorLectura:
        raise
    except Image.DecompressionBombError as error:
        raise _demasiado_grande() from error
    except Exception as error:  # see above: third-party decoding only
        raise _danada() from error
    if min(gris.size) < MIN_LADO:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", "la imagen es demasiado pequeña para tener texto; escanéela de nuevo a 300 ppp")
    util = min(max(ppp, PPP_MINIMO), PPP_MAXIMO)
    escala = util / ppp
    if abs(escala - 1) > 0.02 and gris.width * gris.height * escala**2 <= MAX_PIXELES:
        gris = gris.resize((round(gris.width * escala), round(gris.height * escala)), Image.Resampling.LANCZOS)
        ppp = util
    import numpy as np

    return Pagina(indice + 1, np.array(gris, dtype=np.uint8), ppp)


def _sobre_blanco(imagen: Any) -> Any:
    """The image in grey; transparent parts are paper."""
    from PIL import Image

    if imagen.mode in ("I;16", "I;16B", "I;16L", "I", "F"):
        import numpy as np

        valores = np.asarray(imagen, dtype=np.float64)
        tope = max(float(valores.max()), 1.0)
        return Image.fromarray((valores / tope * 255).clip(0, 255).astype(np.uint8))
    if imagen.mode in ("RGBA", "LA", "PA") or "transparency" in imagen.info:
        capa = imagen.convert("RGBA")
        fondo = Image.new("RGBA", capa.size, (255, 255, 255, 255))
        fondo.alpha_composite(capa)
        return fondo.convert("L")
    return imagen.convert("L")


def _ppp_de_imagen(imagen: Any) -> float:
    """Dots per inch: the stated ones if a sheet of paper can have them, else as if the page were letter size."""
    dicho = imagen.info.get("dpi")
    largo = max(imagen.width, imagen.height)
    try:
        ppp = float(dicho[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        ppp = 0.0
    return ppp if 100 <= ppp <= 1200 and 3 <= largo / ppp <= 50 else largo / LADO_CARTA


def _demasiado_grande() -> ErrorLectura:
    frase = f"la imagen supera {MAX_PIXELES // 1_000_000} millones de puntos; escanéela de nuevo a 300 ppp"
    return ErrorLectura("LIMITE_EXCEDIDO", frase)


def _danada() -> ErrorLectura:
    return ErrorLectura("DOCUMENTO_ILEGIBLE", "la imagen está dañada o incompleta; pida otra copia o escanéela de nuevo")
