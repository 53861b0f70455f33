"""One call of tesseract over a page of pixels: words with their boxes and confidence."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.comun.herramientas import tesseract
from extractor.errores import ErrorLectura

if TYPE_CHECKING:
    from extractor.lectores.escaneo.imagenes import Grises

ESPERA = 60
"""Seconds for one page; a clean one takes one or two."""
MAX_PALABRAS = 20_000
COLUMNAS_TSV = 12
NIVEL_PALABRA = "5"


class OcrNoDisponible(ErrorLectura):
    """tesseract is missing or too old; the message carries the line that installs it."""

    def __init__(self, falta: str) -> None:
        super().__init__("PAGINA_SIN_TEXTO", falta)


class OcrDemorado(ErrorLectura):
    """tesseract did not finish a page in time."""

    def __init__(self) -> None:
        super().__init__("LIMITE_EXCEDIDO", f"la lectura de la imagen tardó más de {ESPERA} segundos; escanéela de nuevo")


@dataclass(frozen=True, slots=True)
class Palabra:
    """A word read, its box in pixels, tesseract's confidence (0 to 100) and the line it put it in (page, block,
    paragraph, line), which only tells words of one call apart."""

    texto: str
    x0: int
    y0: int
    x1: int
    y1: int
    confianza: float
    linea: tuple[int, ...] = ()


def leer_palabras(pixeles: Grises, ppp: float, psm: int) -> list[Palabra]:
    """The words of a page, in tesseract's order.

    ``psm``: tesseract's page mode (3 whole page, 6 one block). Raises OcrNoDisponible or OcrDemorado; a page on which
    tesseract fails gives no words.
    """
    ruta = tesseract.SONDA.ruta()
    if ruta is None:
        raise OcrNoDisponible(tesseract.falta() or "")
    alto, ancho = pixeles.shape
    orden = [ruta, "stdin", "stdout", "-l", "spa", "--psm", str(psm), "--dpi", str(round(ppp)), "tsv"]
    imagen = b"P5\n%d %d\n255\n" % (ancho, alto) + pixeles.tobytes()
    try:
        hecho = subprocess.run(
            orden, input=imagen, capture_output=True, timeout=ESPERA, check=False, env={**os.environ, "OMP_THREAD_LIMIT": "1"}
        )
    except subprocess.TimeoutExpired as error:
        raise OcrDemorado from error
    except OSError as error:
        frase = f"no se pudo ejecutar tesseract ({error.strerror}); reinstálelo con: {tesseract.SONDA.instalar}"
        raise OcrNoDisponible(frase) from error
    if hecho.returncode != 0:
        return []
    return palabras_de_tsv(hecho.stdout.decode("utf-8", "replace"))


def palabras_de_tsv(salida: str) -> list[Palabra]:
    """The words of tesseract's table; lines that are no word, or are damaged, are left out."""
    palabras: list[Palabra] = []
    for fila in salida.split("\n"):
        campos = fila.split("\t")
        if len(campos) != COLUMNAS_TSV or campos[0] != NIVEL_PALABRA or not campos[11].strip():
            continue
        try:
            x, y, ancho, alto = (int(c) for c in campos[6:10])
            linea = tuple(int(c) for c in campos[1:5])
            palabras.append(Palabra(campos[11].strip(), x, y, x + ancho, y + alto, float(campos[10]), linea))
        except ValueError:
            continue
        if len(palabras) >= MAX_PALABRAS:
            break
    return palabras
