"""PDF tables without strokes: narrow gaps in line with others, turned labels, bands over columns, and page ends."""

from __future__ import annotations

from pdf_de_prueba import Hoja, pdf

from extractor.lectores import leer_bytes
from extractor.modelo.documento import BloqueTabla, Documento

XS = (30.0, 160.0, 290.0, 400.0, 450.0, 500.0)
ROTULOS = ("Propósitos", "Tareas", "Encargado", "Peso", "Hecho", "Logro")


def _renglon(hoja: Hoja, y: float, textos: tuple[str, ...]) -> None:
    for x, texto in zip(XS, textos, strict=True):
        if texto:
            hoja.texto(x, y, texto, 8)


def _filas(documento: Documento) -> list[list[list[str]]]:
    return [[[c.texto for c in f.celdas] for f in b.filas] for b in documento.bloques if isinstance(b, BloqueTabla)]


def _leido(*hojas: Hoja) -> Documento:
    return leer_bytes(pdf(*hojas), "a.pdf")


def test_dos_celdas_llenas_se_parten_donde_empiezan_las_otras() -> None:
    hoja = Hoja()
    for n, (a, b, c) in enumerate(
        [("Meta", "Avance", "Quien"), ("Riego", "Canal abierto hasta el", "La oficina"), ("Huerto", "Semilla", "El taller"),
         ("Poda", "Rama", "La escuela")]
    ):  # fmt: skip
        hoja.texto(40, 100 + 30 * n, a).texto(150, 100 + 30 * n, b).texto(289, 100 + 30 * n, c)
    assert _filas(_leido(hoja)) == [
        [["Meta", "Avance", "Quien"], ["Riego", "Canal abierto hasta el", "La oficina"], ["Huerto", "Semilla", "El taller"],
         ["Poda", "Rama", "La escuela"]]
    ]  # fmt: skip


def _pagina(filas: list[tuple[str, ...]], banda: str = "Control de los resultados") -> Hoja:
    """A header under a band wider than its first column, then rows well apart, each of two lines in its first cell."""
    hoja = Hoja()
    hoja.texto(30, 60, "x" * 20, 8).texto(30, 100, banda + " y otros", 8).texto(400, 100, "Seguimiento", 8)
    _renglon(hoja, 120, ROTULOS)
    for n, fila in enumerate(filas):
        _renglon(hoja, 150 + 40 * n, fila)
        hoja.texto(XS[0], 160 + 40 * n, "de la zona", 8)
    return hoja


UNA = [("Abrir canales", "Limpiar", "Juan", "40", "Sí", "40"), ("Podar", "Cortar", "Ana", "20", "No", "0")]
OTRA = [("Sembrar", "Repartir", "Eva", "40", "Sí", "40"), ("Regar", "Llevar agua", "Luz", "5", "Sí", "5")]
CABEZA = [list(ROTULOS)]
HECHAS = [[f"{f[0]} de la zona", *f[1:]] for f in (*UNA, *OTRA)]


def test_una_banda_sobre_varias_columnas_no_las_junta() -> None:
    assert _filas(_leido(_pagina([*UNA, *OTRA]))) == [CABEZA + HECHAS]


def test_sigue_en_otra_pagina_bajo_el_mismo_encabezado() -> None:
    documento = _leido(_pagina(UNA), _pagina(OTRA))
    assert _filas(documento) == [CABEZA + HECHAS]
    (tabla,) = (b for b in documento.bloques if isinstance(b, BloqueTabla))
    assert [f.tras_corte for f in tabla.filas] == [False, False, False, True, False]
    assert [f.origen.pagina for f in tabla.filas] == [1, 1, 1, 2, 2]
    assert not any(f.dudosa for f in tabla.filas)


def _sin_cabeza(corrida: float) -> Hoja:
    hoja = Hoja()
    for n, fila in enumerate((*OTRA, *UNA)):
        for x, texto in zip(XS, fila, strict=True):
            hoja.texto(x + corrida * (x > XS[0]), 60 + 30 * n, texto, 8)
    return hoja


def test_sin_encabezado_sigue_por_sus_columnas() -> None:
    (tabla,) = (b for b in _leido(_pagina(UNA), _sin_cabeza(0)).bloques if isinstance(b, BloqueTabla))
    assert [f.celdas[0].texto for f in tabla.filas] == ["Propósitos", *(f[0] for f in HECHAS[:2]), *(f[0] for f in (*OTRA, *UNA))]
    assert [f.tras_corte for f in tabla.filas].index(True) == 3 and not any(f.corrida for f in tabla.filas)


def test_una_que_puede_seguir_con_otras_columnas_queda_en_duda() -> None:
    tablas = [b for b in _leido(_pagina(UNA), _sin_cabeza(28)).bloques if isinstance(b, BloqueTabla)]
    assert [[f.corrida for f in t.filas] for t in tablas] == [[False, False, True], [True, True, False, False]]


def test_rotulos_girados_en_su_fila() -> None:
    hoja = Hoja()
    _renglon(hoja, 100, ("Propósitos", "Tareas", "Encargado", "", "", ""))
    hoja.parado(455, 130, "Pondera").parado(466, 130, "ción").parado(508, 130, "Logro")
    _renglon(hoja, 110, ("de la zona", "hechas", "", "", "", ""))
    for n, fila in enumerate((*UNA, *OTRA)):
        hoja.texto(30, 160 + 30 * n, fila[0], 8).texto(160, 160 + 30 * n, fila[1], 8).texto(290, 160 + 30 * n, fila[2], 8)
        hoja.texto(456, 160 + 30 * n, fila[3], 8).texto(501, 160 + 30 * n, fila[5], 8)
    (tabla,) = _filas(_leido(hoja))
    assert tabla[0] == ["Propósitos de la zona", "Tareas hechas", "Encargado", "Pondera ción", "Logro"]
    assert tabla[1] == ["Abrir canales", "Limpiar", "Juan", "40", "40"]


def test_renglones_iguales_que_siguen_la_fila_de_arriba() -> None:
    hoja = Hoja()
    textos = [("Meta", "Avance del", "Quien"), ("", "trabajo", ""), ("Riego", "Canal abierto", "La oficina"), ("", "", "de aguas"),
              ("Huerto", "Semilla", "El taller"), ("Poda", "Rama", "La escuela")]  # fmt: skip
    for n, fila in enumerate(textos):
        for x, texto in zip((40, 200, 400), fila, strict=True):
            if texto:
                hoja.texto(x, 100 + 12 * n, texto)
    assert _filas(_leido(hoja)) == [
        [["Meta", "Avance del trabajo", "Quien"], ["Riego", "Canal abierto", "La oficina de aguas"], ["Huerto", "Semilla", "El taller"],
         ["Poda", "Rama", "La escuela"]]
    ]  # fmt: skip


def test_cifras_en_varios_renglones_sin_nada_que_los_separe() -> None:
    hoja = Hoja()
    _renglon(hoja, 100, ROTULOS)
    for n, fila in enumerate((*UNA, *OTRA)):
        _renglon(hoja, 130 + 10 * n, fila)
    assert _filas(_leido(hoja)) == [CABEZA + [list(f) for f in (*UNA, *OTRA)]]
    hoja = Hoja()
    _renglon(hoja, 100, ROTULOS)
    for n, fila in enumerate((*UNA, *OTRA)):
        _renglon(hoja, 130 + 10 * n, (*(("a los",) if n == 1 else fila[:1]), *fila[1:]))
    (tabla,) = (b for b in _leido(hoja).bloques if isinstance(b, BloqueTabla))
    assert [f.corrida for f in tabla.filas] == [False, True]


def test_columnas_que_no_se_distinguen_se_dicen() -> None:
    hoja = Hoja()
    _renglon(hoja, 100, (*ROTULOS[:3], "Peso Hecho Logro final", "", ""))
    for n, fila in enumerate((*UNA, *OTRA)):
        _renglon(hoja, 130 + 30 * n, fila)
    documento = _leido(hoja)
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]


def test_un_visto_solo_es_un_visto_y_ante_texto_una_vineta() -> None:
    from extractor.lectores.pdf.lineas import Letra, en_lineas

    letras = [Letra("✓", 10, 10, 16, 20, 10), Letra("✓", 10, 40, 16, 50, 10), Letra("a", 22, 40, 28, 50, 10)]
    assert [x.texto for x in en_lineas(letras, 1)] == ["✓", "• a"]


def test_letras_de_una_fuente_de_signos() -> None:
    from extractor.lectores.pdf.paginas import _letras

    base = {"x0": 1.0, "top": 1.0, "x1": 6.0, "bottom": 9.0, "size": 8.0, "upright": True}
    crudas = [
        {**base, "text": "ü", "fontname": "ABCDEF+Wingdings-Regular"}, {**base, "text": "\uf0fb", "fontname": "ABCDEF+Wingdings"},
        {**base, "text": "ü", "fontname": "Arial"}, {**base, "text": "\uf0b7", "fontname": "Symbol"},
    ]  # fmt: skip
    assert "".join(x.texto for x in _letras(crudas, 0, 0, 100, 100)) == "✓✗ü•"
