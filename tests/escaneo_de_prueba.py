"""Pages drawn for the tests of scans: tables of ruling lines and text, as grey pixels at 200 dots per inch."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

PPP = 200
LETRA = 34
RENGLON = 46
FILAS = [
    ["Actividades comprometidas", "Pond.", "Cumple", "Ganada"],
    ["Reunir los estudios de cada provincia", "12,5", "Cumplido", "12,5"],
    ["Validar los perfiles con los ejecutores", "37,5", "No cumplido", ""],
    ["Publicar el registro de organizaciones", "50", "Cumplido", "50"],
]
ANCHOS = [760, 200, 320, 220]


def tabla(
    filas: Sequence[Sequence[str]] = FILAS, anchos: Sequence[int] = ANCHOS, alto: int = 70, titulo: str = ""
) -> Image.Image:
    """A letter page lying on its side with a ruled table; ``titulo`` gets a merged row on top."""
    hoja = Image.new("L", (2200, 1200), 255)
    lapiz = ImageDraw.Draw(hoja)
    fuente = ImageFont.load_default(LETRA)
    x0, y = 200, 200
    if titulo:
        lapiz.rectangle((x0, y, x0 + sum(anchos), y + alto), outline=0, width=2)
        lapiz.text((x0 + 14, y + 12), titulo, font=fuente, fill=0)
        y += alto
    for fila in filas:
        x = x0
        for texto, ancho in zip(fila, anchos, strict=True):
            lapiz.rectangle((x, y, x + ancho, y + alto), outline=0, width=2)
            for n, linea in enumerate(texto.split("\n")):
                lapiz.text((x + 14, y + 12 + n * RENGLON), linea, font=fuente, fill=0)
            x += ancho
        y += alto
    return hoja


def gastada(hoja: Image.Image, angulo: float, semilla: int = 7) -> Image.Image:
    """The page as a poor scanner gives it: slanted, blurred, grey, with noise and dust (seeded)."""
    azar = np.random.default_rng(semilla)
    torcida = hoja.rotate(angulo, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.7))
    puntos = np.asarray(torcida).astype(np.float64) * 0.92 + 10 + azar.normal(0, 10, (hoja.height, hoja.width))
    polvo = azar.random(puntos.shape)
    puntos[polvo < 0.0005], puntos[polvo > 0.9995] = 0, 255
    return Image.fromarray(np.clip(puntos, 0, 255).astype(np.uint8))


def archivo(paginas: Sequence[Image.Image], formato: str = "TIFF") -> bytes:
    """The pages as one file (TIFF and PDF may hold several)."""
    salida = io.BytesIO()
    varias = {"save_all": True, "append_images": list(paginas[1:])} if formato in ("TIFF", "PDF") else {}
    resolucion = {"resolution": PPP} if formato == "PDF" else {"dpi": (PPP, PPP)}
    paginas[0].save(salida, formato, **varias, **resolucion)
    return salida.getvalue()
