"""Scans, the parts that need no OCR: pixels, rulings, grids, agreement of two reads, limits and damaged files."""

from __future__ import annotations

import io
import struct
import subprocess
import zlib
from dataclasses import replace

import numpy as np
import pytest
from escaneo_de_prueba import ANCHOS, FILAS, PPP, archivo, gastada, tabla
from PIL import Image, ImageDraw, ImageFont

from extractor.comun import ajustes
from extractor.comun.herramientas import tesseract
from extractor.errores import ErrorLectura
from extractor.lectores import escaneo
from extractor.lectores.escaneo import cifras, ocr, pagina
from extractor.lectores.escaneo.enderezado import dada_vuelta, enderezar
from extractor.lectores.escaneo.imagenes import Pagina, paginas_de_imagen, paginas_de_pdf
from extractor.lectores.escaneo.laminas import caja_de_tinta, leer_recortes, limpiar
from extractor.lectores.escaneo.notas import separar_notas
from extractor.lectores.escaneo.ocr import Palabra, palabras_de_tsv
from extractor.lectores.escaneo.ordinales import con_ordinales, sin_ele
from extractor.lectores.escaneo.rayas import rayas, sin_rayas
from extractor.lectores.escaneo.rejilla import Rejilla, rejillas
from extractor.lectores.escaneo.renglones import Renglon, en_renglones
from extractor.lectores.escaneo.retoques import retocar
from extractor.lectores.escaneo.trazos import cerrar_cortes, tramos_largos
from extractor.lectores.pdf.lineas import Letra, en_lineas


def _pagina(imagen: Image.Image) -> Pagina:
    return Pagina(1, np.asarray(imagen, dtype=np.uint8), float(PPP))


def _rejillas(imagen: Image.Image) -> list[Rejilla]:
    hoja = enderezar(_pagina(imagen))
    return rejillas(*rayas(hoja.pixeles, hoja.ppp), hoja.ppp)


def test_tramos_y_cortes() -> None:
    tinta = np.zeros((2, 12), dtype=bool)
    tinta[0, 1:5] = tinta[0, 6:10] = True
    tinta[1, 3:5] = True
    assert tramos_largos(tinta, 4) == [(0, 1, 5), (0, 6, 10)]
    assert tramos_largos(cerrar_cortes(tinta, 1), 4) == [(0, 1, 10)]
    assert tramos_largos(tinta, 5) == []


@pytest.mark.parametrize("angulo", [0.0, 1.2, -2.5])
def test_rejilla_con_celda_combinada_aunque_la_hoja_este_gastada(angulo: float) -> None:
    limpia = tabla(titulo="Programa de trabajo")
    halladas = _rejillas(gastada(limpia, angulo) if angulo else limpia)
    assert len(halladas) == 1
    celdas = [(c.fila, c.columna, c.alto, c.ancho) for c in halladas[0].celdas]
    assert celdas == [(0, 0, 1, 4), *((f, c, 1, 1) for f in range(1, 5) for c in range(4))]
    anchos = [round(b - a) for a, b in zip(halladas[0].bordes_x, halladas[0].bordes_x[1:], strict=False)]
    assert all(abs(a - b) <= 6 for a, b in zip(anchos, ANCHOS, strict=True))


def test_rejilla_con_raya_cortada_y_celda_de_dos_filas() -> None:
    hoja = tabla()
    lapiz = ImageDraw.Draw(hoja)
    lapiz.rectangle((203, 338, 955, 343), fill=255)  # rows 1 and 2 of the first column become one
    lapiz.rectangle((1180, 200, 1184, 210), fill=255)  # a scratch in a vertical ruling
    (hallada,) = _rejillas(hoja)
    assert (1, 0, 2, 1) in [(c.fila, c.columna, c.alto, c.ancho) for c in hallada.celdas]
    assert len(hallada.celdas) == 15


def test_texto_sin_rayas_no_da_tabla() -> None:
    hoja = Image.new("L", (1700, 1000), 255)
    lapiz = ImageDraw.Draw(hoja)
    for n in range(12):
        lapiz.text((150, 100 + 50 * n), "mmmm illl mmmmnnnn uuuu lllll IIIII mmmm", font=ImageFont.load_default(34), fill=0)
    assert _rejillas(hoja) == []


@pytest.mark.parametrize(("cuartos", "angulo"), [(0, 1.5), (1, 0.0), (1, -1.2), (2, 0.8), (3, 0.0)])
def test_enderezar_y_volver(cuartos: int, angulo: float) -> None:
    derecha = tabla()
    ImageDraw.Draw(derecha).rectangle((1200, 900, 1239, 919), fill=0)
    torcida = derecha.rotate(angulo, Image.Resampling.BICUBIC, fillcolor=255).rotate(90 * cuartos, expand=True)
    hoja = enderezar(_pagina(torcida))
    if (hoja.cuartos + cuartos) % 4 == 2:
        hoja = dada_vuelta(hoja)
    assert (hoja.cuartos + cuartos) % 4 == 0
    assert abs(hoja.angulo + angulo) <= 0.1
    assert abs(hoja.pixeles.shape[1] - 2200) <= 1
    # The mark stands at its place on the straight sheet, and that place leads back to the mark on the page as it came.
    assert hoja.pixeles[905:915, 1206:1234].mean() < 60
    x0, y0, x1, y1 = (v * PPP / 72 for v in hoja.a_puntos((1200, 900, 1240, 920)))
    marca = np.asarray(torcida)[round(y0) + 4 : round(y1) - 3, round(x0) + 4 : round(x1) - 3]
    assert marca.mean() < 60
    assert x1 - x0 < 50 and y1 - y0 < 50


def test_limpiar_quita_el_polvo_y_deja_el_punto() -> None:
    hoja = np.full((200, 300), 240, dtype=np.uint8)
    hoja[50:80, 50:54] = 20  # a stroke
    hoja[76:80, 60:64] = 20  # a full stop
    hoja[43:46, 50:53] = 20  # the dot of an i
    hoja[150, 200] = hoja[151, 201] = 20  # dust
    limpia = limpiar(hoja)
    assert limpia[60, 51] < 30 and limpia[78, 62] < 30 and limpia[44, 51] < 30
    assert limpia[150, 200] == 255 and limpia[0, 0] == 255
    assert caja_de_tinta(limpia, (100, 100, 300, 200), 5) is None
    assert caja_de_tinta(limpia, (30, 30, 100, 100), 5) == (45, 38, 69, 85)


def _lecturas(monkeypatch: pytest.MonkeyPatch, *lecturas: str) -> list[str]:
    """The reads that follow the first, in order; what was asked for is told in the list given back."""
    pedidas: list[str] = []

    def leer(pixeles: object, ppp: float, cajas: list[object], escala: float, psm: int = 6) -> list[list[Palabra]]:
        pedidas.append(lecturas[len(pedidas)])
        return [[Palabra(pedidas[-1], 0, 0, 10, 10, 90.0)] if pedidas[-1] else [] for _ in cajas]

    monkeypatch.setattr(cifras, "leer_recortes", leer)
    return pedidas


@pytest.mark.parametrize(
    ("primera", "otras", "texto", "segura"),
    [
        ("12,5", ["12,5"], "12,5", True),
        ("l2,5", ["12,5"], "12,5", True),
        ("O,25", ["0,25"], "0,25", True),
        ("S0", ["50"], "50", True),
        ("12,5", ["125", "12,5"], "12,5", True),
        ("37,0", ["37,5", "37,5"], "37,5", True),
        ("29", ["25", "20"], "29", False),
        ("25", ["", ""], "25", False),
        ("80%.", ["80%"], "80%", True),
        (":10", ["10"], "10", True),
    ],
)
def test_dos_lecturas(monkeypatch: pytest.MonkeyPatch, primera: str, otras: list[str], texto: str, segura: bool) -> None:
    pedidas = _lecturas(monkeypatch, *otras)
    renglon = Renglon((Palabra(primera, 10, 10, 60, 34, 91.0),), 34.0, 33.0)
    (nuevo,), dudosas = cifras.revisar(np.full((60, 90), 255, dtype=np.uint8), 200.0, [renglon], 33.0)
    assert [p.texto for p in nuevo.palabras] == [texto]
    assert (not dudosas) is segura
    assert pedidas == otras


def test_las_palabras_sin_cifras_no_se_releen(monkeypatch: pytest.MonkeyPatch) -> None:
    pedidas = _lecturas(monkeypatch)
    renglon = Renglon(
        tuple(Palabra(t, 90 * n, 0, 90 * n + 80, 24, 90.0) for n, t in enumerate(["Sol", "los", "buzos"])), 24.0, 33.0
    )
    (nuevo,), dudosas = cifras.revisar(np.full((60, 400), 255, dtype=np.uint8), 200.0, [renglon], 33.0)
    assert nuevo == renglon and not dudosas and not pedidas


def test_demasiadas_cifras_quedan_dudosas(monkeypatch: pytest.MonkeyPatch) -> None:
    _lecturas(monkeypatch, "7")
    monkeypatch.setattr(cifras, "MAX_CIFRAS", 2)
    renglones = [Renglon((Palabra("7", 10, 40 * n, 30, 40 * n + 24, 91.0),), 40.0 * n + 24, 33.0) for n in range(3)]
    nuevos, dudosas = cifras.revisar(np.full((200, 90), 255, dtype=np.uint8), 200.0, renglones, 33.0)
    assert [r.palabras[0].texto for r in nuevos] == ["7", "7", "7"]
    assert dudosas == {nuevos[2].palabras[0]}


def test_tsv_danado() -> None:
    buena = "5\t1\t2\t1\t3\t1\t10\t20\t30\t12\t96.5\tCumplido"
    filas = [
        "level\tpage",
        buena,
        buena[:-9],
        "5\t1\tx\t1\t3\t1\t10\t20\t30\t12\t96.5\tmal",
        "4\t1\t2\t1\t3\t0\t1\t1\t1\t1\t-1\t",
        "\x00",
    ]
    assert palabras_de_tsv("\n".join(filas)) == [Palabra("Cumplido", 10, 20, 40, 32, 96.5, (1, 2, 1, 3))]


def test_renglones_por_su_pie() -> None:
    palabras = [
        Palabra("casa", 10, 40, 60, 57, 90.0, (1, 1, 1, 2)),
        Palabra("Para", 10, 0, 60, 24, 90.0, (1, 1, 1, 1)),
        Palabra("grupos", 70, 7, 150, 31, 90.0, (1, 1, 1, 1)),
        Palabra("25", 300, 34, 330, 57, 90.0, (1, 2, 1, 1)),
    ]
    renglones = en_renglones(palabras)
    assert [([p.texto for p in r.palabras], r.base) for r in renglones] == [(["Para", "grupos"], 24.0), (["casa", "25"], 57.0)]


def _glifos(*glifos: tuple[int, int, int, int]) -> np.ndarray:
    hoja = np.full((60, 200), 255, dtype=np.uint8)
    for x0, y0, x1, y1 in glifos:
        hoja[y0:y1, x0:x1] = 0
    return hoja


@pytest.mark.parametrize(
    ("leido", "glifos", "sigue", "texto"),
    [
        ("N*1", [(10, 10, 28, 34), (31, 10, 39, 22), (44, 10, 50, 34)], "de", "Nº1"),
        ("32", [(10, 10, 24, 34), (27, 10, 35, 22)], "Región", "3ª"),
        ("32", [(10, 10, 24, 34), (27, 10, 41, 34)], "Región", "32"),
        ("11a", [(10, 10, 16, 34), (20, 10, 26, 34), (30, 10, 38, 22)], "Región", "IIª"),
        ("2'", [(10, 10, 24, 34), (27, 10, 30, 14)], "de", "2'"),
        ("20", [(10, 10, 24, 34), (27, 12, 41, 34)], "de", "20"),
    ],
)
def test_letras_elevadas(leido: str, glifos: list[tuple[int, int, int, int]], sigue: str, texto: str) -> None:
    renglon = Renglon((Palabra(leido, 8, 8, 60, 36, 80.0), Palabra(sigue, 80, 10, 150, 34, 90.0)), 34.0, 33.0)
    assert con_ordinales(renglon, _glifos(*glifos)).palabras[0].texto == texto


@pytest.mark.parametrize(("leido", "texto"), [("l.-", "1.-"), ("|.", "1."), ("a.-", "a.-"), ("l.a", "l.a")])
def test_numero_que_se_leyo_como_letra(leido: str, texto: str) -> None:
    renglon = Renglon((Palabra(leido, 0, 0, 20, 20, 80.0), Palabra("Revisar", 30, 0, 90, 20, 90.0)), 20.0, 30.0)
    assert sin_ele(renglon).palabras[0].texto == texto


def _linea(texto: str, y: float) -> list[Letra]:
    return [Letra(c, 50 + 6 * n, y, 56 + 6 * n, y + 10, 10.0) for n, c in enumerate(texto) if c != " "]


def test_notas_al_pie() -> None:
    lineas = [x for t, y in (("Texto", 100.0), ("1 Dato propio", 520.0), ("2 Otro", 535.0)) for x in en_lineas(_linea(t, y), 1)]
    quedan, notas = separar_notas(lineas, [(515.0, 50.0, 200.0)], 300.0, 600.0)
    assert [x.texto for x in quedan] == ["Texto"]
    assert [[x.texto for x in n] for n in notas] == [["1 Dato propio"], ["2 Otro"]]
    assert separar_notas(lineas, [(515.0, 50.0, 550.0)], 300.0, 600.0) == (lineas, [])
    assert separar_notas(lineas, [(515.0, 50.0, 200.0)], 700.0, 600.0) == (lineas, [])


def _png_falso(ancho: int, alto: int) -> bytes:
    """A PNG that claims a size it does not hold."""

    def trozo(tipo: bytes, datos: bytes) -> bytes:
        return struct.pack(">I", len(datos)) + tipo + datos + struct.pack(">I", zlib.crc32(tipo + datos))

    cabeza = struct.pack(">IIBBBBB", ancho, alto, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + trozo(b"IHDR", cabeza) + trozo(b"IDAT", zlib.compress(b"\0" * 50)) + trozo(b"IEND", b"")


PNG = archivo([tabla()], "PNG")


@pytest.mark.parametrize(
    ("datos", "codigo"),
    [
        (b"", "DOCUMENTO_ILEGIBLE"),
        (b"\x89PNG\r\n\x1a\n", "DOCUMENTO_ILEGIBLE"),
        (b"no es una imagen", "DOCUMENTO_ILEGIBLE"),
        (PNG[: len(PNG) // 2], "DOCUMENTO_ILEGIBLE"),
        (archivo([tabla()])[:900], "DOCUMENTO_ILEGIBLE"),
        (_png_falso(60_000, 60_000), "LIMITE_EXCEDIDO"),
        (_png_falso(9_000, 9_000), "LIMITE_EXCEDIDO"),
        (archivo([Image.new("L", (30, 30), 255)], "PNG"), "DOCUMENTO_ILEGIBLE"),
    ],
)
def test_imagenes_danadas_o_enormes(datos: bytes, codigo: str) -> None:
    with pytest.raises(ErrorLectura) as caso:
        list(paginas_de_imagen(datos))
    assert caso.value.codigo == codigo


def test_bytes_cambiados_no_derriban_la_lectura() -> None:
    azar = np.random.default_rng(3)
    bases = [PNG, archivo([tabla()]), archivo([tabla()], "JPEG")]
    leidas = 0
    for vuelta in range(60):
        datos = bytearray(bases[vuelta % 3])
        for puesto in azar.integers(0, len(datos), 12):
            datos[puesto] = int(azar.integers(0, 256))
        try:
            leidas += len(list(paginas_de_imagen(bytes(datos[: len(datos) - vuelta]))))
        except ErrorLectura as error:
            assert error.codigo in ("DOCUMENTO_ILEGIBLE", "LIMITE_EXCEDIDO")
    assert leidas


@pytest.mark.parametrize("modo", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_modos_de_color(modo: str) -> None:
    base = tabla()
    if modo == "I;16":
        imagen = Image.fromarray(np.asarray(base).astype(np.uint16) * 257)
    elif modo == "RGBA":
        imagen = Image.new("RGBA", base.size, (0, 0, 0, 0))  # transparent black is paper
        imagen.paste((0, 0, 0, 255), (0, 0), Image.eval(base, lambda v: 255 - v))
    else:
        imagen = base.convert(modo)
    (leida,) = paginas_de_imagen(archivo([imagen], "TIFF"))
    assert leida.ppp == PPP
    assert leida.pixeles[5, 5] > 250 and leida.pixeles[200:202, 300:800].mean() < 10


def test_resoluciones() -> None:
    salida = io.BytesIO()
    tabla().resize((1100, 600)).save(salida, "PNG", dpi=(100, 100))
    (leida,) = paginas_de_imagen(salida.getvalue())
    assert leida.ppp == 200 and leida.pixeles.shape == (1200, 2200)
    sin_dato = io.BytesIO()
    tabla().save(sin_dato, "PNG")
    (leida,) = paginas_de_imagen(sin_dato.getvalue())
    assert leida.ppp == 200  # 2200 points on the 11 inches of a letter page


def test_demasiadas_paginas(monkeypatch: pytest.MonkeyPatch) -> None:
    propios = ajustes.cargar_ajustes()
    dos = propios.limites.model_copy(update={"paginas": 2})
    monkeypatch.setattr(ajustes, "_EN_USO", [propios.model_copy(update={"limites": dos})])
    with pytest.raises(ErrorLectura) as caso:
        list(paginas_de_imagen(archivo([tabla()] * 3)))
    assert caso.value.codigo == "LIMITE_EXCEDIDO"


def test_pdf_danado_o_sin_la_pagina() -> None:
    for datos, numeros in ((b"%PDF-1.4\nnada", (1,)), (archivo([tabla()], "PDF"), (2,))):
        with pytest.raises(ErrorLectura) as caso:
            list(paginas_de_pdf(datos, numeros))
        assert caso.value.codigo == "DOCUMENTO_ILEGIBLE"


def test_falta_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "apt-get install tesseract-ocr tesseract-ocr-spa" in (tesseract.falta() or "")
    with pytest.raises(ErrorLectura) as caso:
        escaneo.leer(PNG, "a.png", "0" * 64)
    assert caso.value.codigo == "PAGINA_SIN_TEXTO" and "apt-get install" in str(caso.value)
    paginas, avisos = escaneo.leer_paginas(archivo([tabla()] * 2, "PDF"), [1, 2])
    assert [(p.numero, p.lineas, p.tablas) for p in paginas] == [(1, [], []), (2, [], [])]
    assert [(a[0], a[2].pagina if a[2] else None) for a in avisos] == [("PAGINA_SIN_TEXTO", 1), ("PAGINA_SIN_TEXTO", 2)]
    assert all("apt-get install" in a[1] for a in avisos)


def test_tesseract_que_no_termina(monkeypatch: pytest.MonkeyPatch) -> None:
    def demora(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("tesseract", 60)

    monkeypatch.setattr(tesseract, "falta", lambda: None)
    monkeypatch.setattr(type(tesseract.SONDA), "ruta", lambda _: "/bin/true")
    monkeypatch.setattr(ocr.subprocess, "run", demora)
    documento = escaneo.leer(archivo([tabla()], "PNG"), "a.png", "0" * 64)
    assert [(a[0], a[2].pagina if a[2] else None) for a in documento.avisos] == [("LIMITE_EXCEDIDO", 1)]
    assert documento.bloques == () and documento.paginas_ocr == ()


def test_hoja_en_blanco_no_llama_a_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    def llamada(*_: object) -> list[Palabra]:
        raise AssertionError("nothing to read")

    monkeypatch.setattr(pagina, "leer_recortes", llamada)
    leida = pagina.leer_pagina(Pagina(1, np.full((1200, 900), 250, dtype=np.uint8), 200.0))
    assert leida.lineas == [] and leida.tablas == [] and leida.palabras == []


def test_los_recortes_vuelven_a_su_lugar(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read on a sheet is given back in pixels of the page, each word to its own piece."""
    hoja = np.full((400, 400), 255, dtype=np.uint8)
    hoja[50:60, 20:40], hoja[300:310, 200:240] = 0, 0

    def leer(lamina: np.ndarray, ppp: float, psm: int) -> list[Palabra]:
        filas = np.flatnonzero((lamina < 128).any(axis=1))
        cortes = np.split(filas, np.flatnonzero(np.diff(filas) > 1) + 1)
        salida = []
        for corte in cortes:
            columnas = np.flatnonzero((lamina[corte[0] : corte[-1] + 1] < 128).any(axis=0))
            salida.append(Palabra("x", int(columnas[0]), int(corte[0]), int(columnas[-1]) + 1, int(corte[-1]) + 1, 90.0))
        return salida

    monkeypatch.setattr("extractor.lectores.escaneo.laminas.leer_palabras", leer)
    leidas = leer_recortes(hoja, 200.0, [(10, 40, 60, 70), (100, 100, 150, 150), (190, 290, 250, 320)], 2.0)
    assert [[(p.x0, p.y0, p.x1, p.y1) for p in palabras] for palabras in leidas] == [
        [(20, 50, 40, 60)],
        [],
        [(200, 300, 240, 310)],
    ]


def test_filas_de_prueba() -> None:
    assert len(FILAS) == 4 and all(len(f) == len(ANCHOS) for f in FILAS)


def _letras_sueltas(*altos: tuple[int, int, int]) -> np.ndarray:
    """Glyphs 8 pixels wide as (x, top, foot)."""
    return _glifos(*((x, y0, x + 8, y1) for x, y0, y1 in altos))


def test_espacio_tragado_y_mayuscula_por_su_alto() -> None:
    separadas = _letras_sueltas(*((10 + 11 * n, 17, 34) for n in range(4)), (64, 17, 34))
    palabra = Palabra("vera", 10, 10, 72, 34, 90.0)
    junta = Renglon((replace(palabra, texto="verasa"[:5]), Palabra("x", 100, 17, 108, 34, 90.0)), 34.0, 33.0)
    assert [p.texto for p in retocar(junta, separadas, 33.0).palabras] == ["vera", "s", "x"]
    # Fewer glyphs than letters: where the space falls cannot be told.
    assert [p.texto for p in retocar(Renglon((palabra,), 34.0, 33.0), separadas, 33.0).palabras] == ["vera"]
    baja, alta = _letras_sueltas((10, 17, 34)), _letras_sueltas((10, 10, 34))
    for leido, hoja, texto in (
        ("Ss", baja, "s"),
        ("S", baja, "s"),
        ("5", baja, "s"),
        ("5", alta, "5"),
        ("O", alta, "O"),
        ("0", alta, "0"),
    ):
        suelta = Renglon((Palabra(leido, 10, 10, 18, 34, 90.0),), 34.0, 23.0)
        assert retocar(suelta, hoja, 33.0).palabras[0].texto == texto, (leido, texto)


@pytest.mark.parametrize("paso", [2, 6, 40])
def test_tramas_y_cuadriculas_sin_fin(paso: int) -> None:
    """A halftone, a checked sheet and a fine grid: no grid of thousands of cells, and an end."""
    hoja = np.full((2000, 2000), 255, dtype=np.uint8)
    hoja[::paso, :] = 0
    hoja[:, ::paso] = 0
    halladas = rejillas(*rayas(hoja, 200.0), 200.0)
    assert sum(len(r.celdas) for r in halladas) <= 4000


def test_raya_corta_que_el_polvo_alarga() -> None:
    """A row of one line of text at the foot of the page has rulings no longer than a letter; dust below one is no end."""
    hoja = tabla([["Cumple o", "Ponderación"]], [700, 700], 50)
    ImageDraw.Draw(hoja).line((900, 251, 900, 257), fill=0, width=2)
    (hallada,) = _rejillas(hoja)
    assert [(c.fila, c.columna) for c in hallada.celdas] == [(0, 0), (0, 1)]


def test_la_coma_pequena_de_una_hoja_limpia_se_queda() -> None:
    hoja = np.full((1000, 1000), 255, dtype=np.uint8)
    hoja[50:70, 50:60] = hoja[50:70, 75:85] = 0  # two digits
    hoja[68:70, 66:68] = 0  # a decimal point no larger than dust, 7 pixels from both
    hoja[200:202, 200:202] = 0  # dust, far from everything
    limpia = limpiar(hoja)
    assert limpia[69, 67] == 0 and limpia[200, 200] == 255


def test_al_borrar_una_raya_que_baja_queda_el_pie_de_la_letra() -> None:
    hoja = np.full((300, 1200), 255, dtype=np.uint8)
    hoja[100:102, 50:600] = hoja[103:105, 600:1150] = 0  # a ruling that steps down three pixels
    hoja[90:105, 200:204] = 0  # the foot of a "g", through it where it still is above
    (raya,) = rayas(hoja, float(PPP))[0]
    assert (raya.minimo, raya.maximo) == (100, 104)
    limpia = sin_rayas(hoja, [raya], [], float(PPP))
    assert limpia[97, 202] == limpia[104, 202] == 0
    assert limpia[100:102, 300].min() == limpia[103:105, 900].min() == 255


def test_celda_hasta_la_raya_solo_donde_la_tinta_llega() -> None:
    hoja = Image.new("L", (1400, 700), 255)
    lapiz = ImageDraw.Draw(hoja)
    for y in (100, 300, 500):
        lapiz.line((100, y, 1300, y), fill=0, width=2)
    for x in (100, 700, 1300):
        lapiz.line((x, 100, x, 500), fill=0, width=2)
    lapiz.rectangle((200, 270, 208, 297), fill=0)  # its foot two pixels from the ruling
    lapiz.rectangle((800, 200, 808, 230), fill=0)  # far from both
    lapiz.rectangle((400, 303, 408, 340), fill=0)  # its head two pixels from the ruling
    cajas = [r.caja for r in pagina._Lectura(enderezar(_pagina(hoja), 0)).regiones]
    assert len(cajas) == 3
    assert cajas[0][3] >= 298 and cajas[0][1] <= 270
    assert cajas[1][1] <= 200 and cajas[1][3] >= 231
    assert cajas[2][1] <= 303
