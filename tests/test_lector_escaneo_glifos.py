"""Figures compared by the shape of their digits: tiny drawn pages, some words read otherwise than they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from escaneo_de_prueba import gastada
from PIL import Image, ImageDraw, ImageFont

from extractor.lectores import leer
from extractor.lectores.escaneo import glifos, lectura
from extractor.lectores.escaneo.glifos import Digito, digitos_de, dudosos
from extractor.lectores.escaneo.laminas import limpiar
from extractor.lectores.escaneo.ocr import Palabra
from extractor.lectores.escaneo.pagina import PaginaEscaneada
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import BloqueTabla, Celda, Documento, Parrafo
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

FIGURAS = ["75%", "12,5", "40", "38", "25", "29", "50%", "90%", "80%", "30%", "100%", "2007", "16,7", "63", "84", "19", "57", "46"]
LETRA = 30


def _hoja(
    textos: Sequence[str], leidos: Sequence[str] = (), desgaste: bool = False, gruesas: Sequence[int] = (), junto: int = 0
) -> list[tuple[Digito, ...]]:
    """The digits of a page on which each text is drawn and read as its pair in ``leidos`` (as drawn, if none is given).
    ``gruesas``: the indexes drawn bolder and larger; ``junto``: pixels by which letters overlap."""
    hoja = Image.new("L", (1000, 90 * (len(textos) // 6 + 1) + 40), 255)
    lapiz = ImageDraw.Draw(hoja)
    palabras = []
    for n, texto in enumerate(textos):
        x, y = 30 + n % 6 * 160, 30 + n // 6 * 90
        fuente = ImageFont.load_default(LETRA * 1.3 if n in gruesas else LETRA)
        x0, y0, x1, y1 = (round(v) for v in lapiz.textbbox((x, y), texto, font=fuente))
        if junto:
            for letra in texto:
                lapiz.text((x, y), letra, font=fuente, fill=0)
                x += round(lapiz.textlength(letra, font=fuente)) - junto
            x1 = x
        else:
            lapiz.text((x, y), texto, font=fuente, fill=0, stroke_width=int(n in gruesas))
        palabras.append(Palabra(leidos[n] if leidos else texto, x0 - 1, y0 - 1, x1 + 1, y1 + 1, 95.0))
    if desgaste:
        hoja = gastada(hoja, 0.0)
    limpia = limpiar(np.asarray(hoja, dtype=np.uint8).copy())
    return [digitos_de(p, limpia) for p in palabras]


def _con(n: int, leido: str) -> list[str]:
    return [leido if i == n else t for i, t in enumerate(FIGURAS)]


@pytest.mark.parametrize("desgaste", [False, True])
@pytest.mark.parametrize(
    ("dibujada", "leida"), [("75%", "73%"), ("40", "48"), ("25", "29"), ("50%", "90%"), ("80%", "30%"), ("12,5", "12,6"), ("19", "79")]
)
def test_la_cifra_mal_leida_queda_dudosa_y_las_demas_no(dibujada: str, leida: str, desgaste: bool) -> None:
    n = FIGURAS.index(dibujada)
    textos = [*FIGURAS, *FIGURAS]
    assert dudosos([_hoja(textos, [*_con(n, leida), *FIGURAS], desgaste)]) == [{n}]


@pytest.mark.parametrize("desgaste", [False, True])
def test_las_cifras_bien_leidas_no_se_ponen_en_duda(desgaste: bool) -> None:
    """Not even the few that are bolder and larger than the rest."""
    hoja = _hoja([*FIGURAS, *FIGURAS], desgaste=desgaste, gruesas=(0, 7, 13, 20))
    assert dudosos([hoja]) == [set()]
    assert sum(bool(palabra) for palabra in hoja) >= 35


def test_el_mismo_error_repetido_se_ve_por_las_bien_leidas() -> None:
    textos = [*FIGURAS, *["75%"] * 6]
    leidos = [*FIGURAS, "73%", "75%", "75%", "73%", "75%", "75%"]
    assert {len(FIGURAS), len(FIGURAS) + 3} <= dudosos([_hoja(textos, leidos)])[0]


def test_un_digito_sin_otro_de_su_clase_se_compara_con_los_demas() -> None:
    """No other word holds a 3: what was read as one is drawn like the fives."""
    textos = ["75%", "25", "50", "15", "40"]
    assert dudosos([_hoja(textos, ["73%", "25", "50", "15", "40"])]) == [{0}]
    assert dudosos([_hoja(["73%", "25", "50", "15", "40"])]) == [set()]


def test_ejemplos_de_otras_paginas() -> None:
    sola = _hoja(["75%"], ["73%"])
    assert dudosos([sola]) == [set()]
    assert dudosos([sola, _hoja(FIGURAS), []]) == [{0}, set(), set()]


def test_tope_de_ejemplos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples come from the nearest pages: with room for one page's, the one that could tell is too far."""
    cerca, lejos = _hoja(["11", "14", "17", "71"]), _hoja(FIGURAS)
    paginas = [_hoja(["75%", "11", "14"], ["73%", "11", "14"]), cerca, lejos]
    assert dudosos(paginas)[0] == {0}
    monkeypatch.setattr(glifos, "MAX_EJEMPLOS", 14)
    assert dudosos(paginas)[0] == set()


@pytest.mark.parametrize(
    ("dibujada", "leida", "digitos"),
    [
        ("12,5", "12,5", "125"),
        ("100%", "100%", "100"),
        ("(25)", "(25)", "25"),
        ("1.", "1", "1"),
        ("2007", "2007", "2007"),
        ("enero", "enero", ""),
        ("125", "12", ""),
        ("25%", "2596", ""),
        ("i0", "80", ""),
    ],
)
def test_recorte_de_digitos(dibujada: str, leida: str, digitos: str) -> None:
    """As many as are read, or none where glyphs and characters disagree or one is too narrow to be that digit."""
    (cortados,) = _hoja([dibujada], [leida])
    assert "".join(d.leido for d in cortados) == digitos
    assert all(d.forma.shape == (glifos.ALTO, glifos.ANCHO) and d.forma.max() > 200 for d in cortados)


def test_digitos_que_se_tocan_no_se_comparan() -> None:
    assert _hoja(["88"], junto=6) == [()]


def test_palabra_fuera_de_la_hoja_o_sin_tinta() -> None:
    limpia = np.full((40, 40), 255, dtype=np.uint8)
    assert digitos_de(Palabra("25", 5, 5, 30, 30, 90.0), limpia) == ()
    assert digitos_de(Palabra("25", 50, 50, 70, 70, 90.0), limpia) == ()


def test_la_palabra_dudosa_conserva_su_lugar(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the shapes put in doubt is marked on the page's words; those already doubtful stay so."""
    leidos = _con(0, "73%")
    hoja = PaginaEscaneada(1, 100.0, 100.0, digitos=_hoja(FIGURAS, leidos))
    hoja.palabras = [((float(n), 0.0, n + 1.0, 1.0), n == 4) for n in range(len(FIGURAS))]
    lectura._dudar_por_formas([hoja])
    assert [n for n, (_, dudosa) in enumerate(hoja.palabras) if dudosa] == [0, 4]
    assert hoja.palabras[0][0] == (0.0, 0.0, 1.0, 1.0) and hoja.digitos == []


def _releido(documento: Documento, cambiar: Callable[[Parrafo], Parrafo]) -> Informe:
    """The Informe of a document as if its paragraphs came from a scan, each one passed through ``cambiar``."""

    def celda(c: Celda) -> Celda:
        return replace(c, parrafos=tuple(cambiar(replace(p, estilo="ocr")) for p in c.parrafos))

    bloques = [
        replace(b, filas=tuple(replace(f, celdas=tuple(celda(c) for c in f.celdas)) for f in b.filas))
        if isinstance(b, BloqueTabla)
        else b
        for b in documento.bloques
    ]
    return informe_de(replace(documento, bloques=tuple(bloques)), Declarado())


def _aritmeticos(informe: Informe) -> list[tuple[str, str | None, str | None, str | None]]:
    graves = [h for h in informe.hallazgos if h.gravedad in ("aritmetica", "cambia_decision")]
    return [(h.codigo, h.tabla, h.informado, h.recalculado) for h in graves]


def test_un_porcentaje_dudoso_no_funda_hallazgos(corpus: Path) -> None:
    """Weight 40, state 75 %, earned 35: read as "73%" it would give 29.2; doubtful, it gives no finding but its own."""
    documento = leer(corpus / "docx" / "injuv_2007_etapa3.docx", "a.docx")

    def mal_leido(parrafo: Parrafo, estilo: str) -> Parrafo:
        return replace(parrafo, texto="73%", estilo=estilo) if parrafo.texto == "75%" else parrafo

    creido = _releido(documento, lambda p: mal_leido(p, "ocr"))
    assert ("GANADA_NO_CORRESPONDE", "t03", "35", "29.2") in _aritmeticos(creido)
    dudoso = _releido(documento, lambda p: mal_leido(p, "ocr_dudosa"))
    assert _aritmeticos(dudoso) == [h for h in _aritmeticos(creido) if h[1] != "t03"]
    (actividad,) = dudoso.tablas[2].filas[0].actividades
    assert actividad.estado is not None and (actividad.estado.texto, actividad.estado.certeza) == ("73%", "dudosa")
    assert "dudosa" not in actividad.alineacion.values()
    avisos = [(h.tabla, h.fila, h.campo) for h in dudoso.hallazgos if h.codigo == "LECTURA_DUDOSA"]
    assert avisos == [("t03", 0, "estado")]
    assert dudoso.cobertura.no_verificables["lectura_dudosa"] >= 1


def test_lo_dudoso_nunca_funda_hallazgos_aritmeticos(corpus: Path) -> None:
    """With every cell in doubt no sample gives an arithmetic finding, though read for sure they give several."""
    seguros = dudosos_ = 0
    for muestra in sorted((corpus / "docx").glob("*.docx")):
        documento = leer(muestra, muestra.name)
        seguros += len(_aritmeticos(_releido(documento, lambda p: p)))
        dudosos_ += len(_aritmeticos(_releido(documento, lambda p: replace(p, estilo="ocr_dudosa"))))
    assert seguros >= 10 and dudosos_ == 0
