"""A scanned page without ink is blank, not unread; one with ink that cannot be read is told."""

from __future__ import annotations

import numpy as np
import pytest
from escaneo_de_prueba import gastada, tabla
from PIL import Image, ImageDraw, ImageFont

from extractor.lectores.escaneo.blancas import en_blanco

HOJA = (2200, 1200)


def _pixeles(hoja: Image.Image) -> np.ndarray:
    return np.asarray(hoja, dtype=np.uint8)


def _escrita(tinta: int, texto: str = "Cumple 100", papel: int = 255) -> Image.Image:
    hoja = Image.new("L", HOJA, papel)
    ImageDraw.Draw(hoja).text((900, 500), texto, font=ImageFont.load_default(34), fill=tinta)
    return hoja


@pytest.mark.parametrize("papel", [255, 235, 190])
def test_el_papel_solo_esta_en_blanco(papel: int) -> None:
    assert en_blanco(_pixeles(Image.new("L", HOJA, papel)))


@pytest.mark.parametrize("semilla", [1, 2, 3])
def test_el_ruido_y_el_polvo_del_escaner_no_son_tinta(semilla: int) -> None:
    assert en_blanco(_pixeles(gastada(Image.new("L", HOJA, 255), 0.0, semilla)))


@pytest.mark.parametrize(
    "hoja",
    [
        _escrita(0),
        _escrita(235),  # too pale to be read
        _escrita(0, "7,5"),
        gastada(_escrita(0), 0.4),
        tabla([["", ""], ["", ""]], [400, 400]),  # the rulings of a form nobody filled
        Image.new("L", HOJA, 20),  # the lid of the scanner was open
    ],
    ids=["escrita", "palida", "una_cifra", "gastada", "solo_rayas", "negra"],
)
def test_lo_que_tiene_tinta_no_esta_en_blanco(hoja: Image.Image) -> None:
    assert not en_blanco(_pixeles(hoja))


def test_una_sombra_se_dice() -> None:
    sombra = np.full((1200, 2200), 250, dtype=np.uint8)
    sombra[:, 2100:] = 120
    assert not en_blanco(sombra)
