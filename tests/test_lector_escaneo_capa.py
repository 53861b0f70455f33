"""Scanned pages whose PDF brings the text of another program: its words in the tables that only the picture shows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import pytest
from escaneo_de_prueba import ANCHOS, FILAS, PPP, gastada, tabla
from pdf_de_prueba import Hoja, pdf
from PIL import Image, ImageDraw

from extractor.comun.herramientas import tesseract
from extractor.lectores import leer_bytes
from extractor.lectores.escaneo import cifras
from extractor.lectores.escaneo.ocr import Palabra
from extractor.lectores.pdf.capa import mirar
from extractor.modelo.documento import BloqueTabla, Celda, Documento, Parrafo

ANCHO, ALTO = 2200, 1200
ESCALA = 72 / PPP
LEIDAS = [["Actividades cornprometidas", *FILAS[0][1:]], *FILAS[1:]]
"""What the other program made of the table: a slip in a word."""


@pytest.fixture(autouse=True)
def _sin_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "falta", lambda: "falta tesseract")


def _hoja(imagen: Image.Image, filas: Sequence[Sequence[str]], angulo: float = 0.0, *, modo: int = 3, antes: bool = False, dx: float = 0.0) -> Hoja:
    """A page with its picture and the words of a table over it (``antes``: under it), each where the picture shows it."""
    hoja = Hoja(ANCHO * ESCALA, ALTO * ESCALA)
    if not antes:
        hoja.fondo(ANCHO, ALTO, imagen.tobytes())
    coseno, seno = math.cos(math.radians(angulo)), math.sin(math.radians(angulo))
    for n, fila in enumerate(filas):
        x = 200.0
        for texto, ancho in zip(fila, ANCHOS, strict=True):
            lugar = x + 14 + dx
            for palabra in texto.split():
                a, b = lugar - ANCHO / 2, 200 + 70 * n + 45 - ALTO / 2
                hoja.texto((a * coseno + b * seno + ANCHO / 2) * ESCALA, (b * coseno - a * seno + ALTO / 2) * ESCALA, palabra, 8, modo)
                lugar += (len(palabra) + 1) * 4.8 / ESCALA
            x += ancho
    if antes:
        hoja.fondo(ANCHO, ALTO, imagen.tobytes())
    return hoja


def _leido(*hojas: Hoja) -> Documento:
    return leer_bytes(pdf(*hojas), "x.pdf")


def _tablas(documento: Documento) -> list[list[list[str]]]:
    return [[[" ".join(p.texto for p in c.parrafos) for c in f.celdas] for f in b.filas] for b in documento.bloques if isinstance(b, BloqueTabla)]


def _celdas(documento: Documento) -> list[Celda]:
    return [c for b in documento.bloques if isinstance(b, BloqueTabla) for f in b.filas for c in f.celdas]


@pytest.mark.parametrize(("angulo", "antes"), [(0.0, False), (1.2, False), (-2.5, False), (0.0, True)])
def test_palabras_de_la_capa_en_la_rejilla_de_la_imagen(angulo: float, antes: bool) -> None:
    limpia = tabla()
    documento = _leido(_hoja(gastada(limpia, angulo) if angulo else limpia, LEIDAS, angulo, modo=0 if antes else 3, antes=antes))
    assert _tablas(documento) == [LEIDAS]
    assert {p.estilo for c in _celdas(documento) for p in c.parrafos} == {"ocr"}
    assert (documento.formato, documento.paginas_ocr, documento.avisos) == ("pdf", (1,), ())
    assert "tesseract" not in documento.lector
    x0, y0, x1, y1 = _celdas(documento)[5].parrafos[0].origen.caja or (0, 0, 0, 0)  # its place on the page as it came
    a, b = 960 + 14 + 40 - ANCHO / 2, 270 + 35 - ALTO / 2
    giro = math.radians(angulo)
    assert x0 < (a * math.cos(giro) + b * math.sin(giro) + ANCHO / 2) * ESCALA < x1
    assert y0 < (b * math.cos(giro) - a * math.sin(giro) + ALTO / 2) * ESCALA < y1


def test_texto_visible_sobre_la_imagen_no_es_reconocido() -> None:
    documento = _leido(_hoja(tabla(), FILAS, modo=0))
    assert _tablas(documento) == [FILAS]
    assert {p.estilo for c in _celdas(documento) for p in c.parrafos} == {None}
    assert documento.paginas_ocr == ()


def test_imagen_sin_rejilla_se_lee_como_sin_lineas() -> None:
    blanca = Image.new("L", (ANCHO, ALTO), 255)
    con, sin = _leido(_hoja(blanca, FILAS)), Hoja(ANCHO * ESCALA, ALTO * ESCALA)
    sin.partes = [x for x in _hoja(blanca, FILAS, modo=0).partes if " Do " not in x]
    assert _tablas(con) == _tablas(_leido(sin))
    assert con.paginas_ocr == (1,)
    assert {p.estilo for b in con.bloques for p in (b,) if isinstance(p, Parrafo)} <= {"ocr"}


def test_capa_corrida_de_su_imagen_no_se_reparte() -> None:
    documento = _leido(_hoja(tabla(), FILAS, dx=-60))
    corridas = [b for b in documento.bloques if isinstance(b, BloqueTabla) and b.cuadricula]
    assert corridas == []


def test_recuadro_de_una_columna_no_es_tabla() -> None:
    hoja = Image.new("L", (ANCHO, ALTO), 255)
    lapiz = ImageDraw.Draw(hoja)
    for y in (150, 400, 700):
        lapiz.rectangle((150, y, 1900, y + 250), outline=0, width=3)
    filas = [["uno dos tres cuatro cinco seis siete", "", "", ""] for _ in range(4)]
    assert _tablas(_leido(_hoja(hoja, filas))) == []


def test_tinta_que_falta_en_la_capa_se_avisa() -> None:
    mudas = [list(f) for f in FILAS]
    mudas[1][1] = ""
    documento = _leido(_hoja(tabla(), mudas))
    assert _tablas(documento) == [mudas]
    assert [(codigo, o.pagina) for codigo, _, o in documento.avisos if o] == [("LECTURA_DUDOSA", 1)]
    assert _leido(_hoja(tabla(mudas), mudas)).avisos == ()


@pytest.mark.parametrize(("segura", "estilo"), [(True, "ocr"), (False, "ocr_dudosa")])
def test_tinta_que_falta_en_la_capa_se_lee_de_la_imagen(monkeypatch: pytest.MonkeyPatch, segura: bool, estilo: str) -> None:
    def releer(_: object, ppp: float, cajas: Sequence[tuple[int, int, int, int]], tamano: float) -> list[tuple[list[Palabra], bool]]:
        assert (ppp, round(tamano * ESCALA)) == (PPP, 8)
        return [([Palabra("12,5", x0 + 2, y0 + 2, x1 - 2, y1 - 2, 90.0, (1,))], segura) for x0, y0, x1, y1 in cajas]

    monkeypatch.setattr(tesseract, "falta", lambda: None)
    monkeypatch.setattr(cifras, "releer", releer)
    mudas = [list(f) for f in FILAS]
    mudas[1][1] = ""
    documento = _leido(_hoja(tabla(), mudas))
    assert _tablas(documento) == [FILAS]
    assert [p.estilo for p in _celdas(documento)[5].parrafos] == [estilo]
    assert {p.estilo for p in _celdas(documento)[4].parrafos} == {"ocr"}
    assert documento.avisos == ()
    assert "tesseract" in documento.lector


def test_pagina_de_lado() -> None:
    """The picture lies on its side and so does the text: places are given on the page as it is shown."""
    imagen = tabla().rotate(90, expand=True)
    hoja = Hoja(ALTO * ESCALA, ANCHO * ESCALA)
    hoja.fondo(ALTO, ANCHO, imagen.tobytes())
    for n, fila in enumerate(FILAS):
        x = 200.0
        for texto, ancho in zip(fila, ANCHOS, strict=True):
            lugar = x + 14
            for palabra in texto.split():
                abajo = 200 + 70 * n + 45
                hoja.partes.append(f"BT 3 Tr /F1 8 Tf 0 1 -1 0 {abajo * ESCALA} {lugar * ESCALA} Tm ({palabra}) Tj ET")
                lugar += (len(palabra) + 1) * 4.8 / ESCALA
            x += ancho
    documento = _leido(hoja)
    assert _tablas(documento) == [FILAS]
    caja = _celdas(documento)[5].parrafos[0].origen.caja or (0, 0, 0, 0)
    assert caja[0] < (270 + 40) * ESCALA < caja[2]
    assert caja[1] < (ANCHO - 960 - 40) * ESCALA < caja[3]


def test_solo_algunas_paginas_con_capa() -> None:
    otra = Hoja(ANCHO * ESCALA, ALTO * ESCALA).texto(80, 80, "Se informa lo realizado durante el periodo anterior")
    documento = _leido(otra, _hoja(tabla(), FILAS))
    assert documento.paginas_ocr == (2,)
    (suelto, *_) = documento.bloques
    assert isinstance(suelto, Parrafo)
    assert suelto.estilo is None
    assert _tablas(documento) == [FILAS]


def test_un_numero_estampado_no_hace_visible_la_capa() -> None:
    letra = {"text": "a", "x0": 10.0, "x1": 15.0, "top": 10.0, "bottom": 20.0, "sin_tinta": True, "orden": 5}
    foto = {"x0": 0.0, "x1": 100.0, "top": 0.0, "bottom": 100.0, "orden": 1}
    visible = {**letra, "sin_tinta": False}
    assert mirar([letra] * 20 + [visible], [foto], 10_000.0) == (True, True)
    assert mirar([visible] * 20, [foto], 10_000.0) == (True, False)
    assert mirar([visible] * 20, [{**foto, "orden": 9}], 10_000.0) == (True, True)
    assert mirar([visible] * 20, [foto], 40_000.0) == (False, False)
    assert mirar([{**letra, "x0": 200.0, "x1": 210.0}] * 20, [foto], 10_000.0) == (False, False)
    assert mirar([letra], [], 10_000.0) == (False, False)


def test_imagen_que_no_se_puede_tener_deja_la_pagina_como_estaba(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.errores import ErrorLectura
    from extractor.lectores.escaneo import lectura

    def danada(datos: bytes, numeros: tuple[int, ...]) -> None:
        raise ErrorLectura("DOCUMENTO_ILEGIBLE", "dañada")

    antes = _leido(_hoja(Image.new("L", (ANCHO, ALTO), 255), FILAS))
    monkeypatch.setattr(lectura, "paginas_de_pdf", danada)
    despues = _leido(_hoja(tabla(), FILAS))
    assert replace(despues, sha256="", bytes=0) == replace(antes, sha256="", bytes=0)
