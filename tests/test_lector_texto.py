"""Plain text: encodings, dialects, cells and places."""

from __future__ import annotations

import pytest

from extractor.errores import ErrorLectura
from extractor.lectores import leer_bytes
from extractor.lectores.comunes import decodificar
from extractor.modelo.documento import BloqueTabla, FlujoCeldas, Parrafo


@pytest.mark.parametrize(
    ("datos", "codificacion"),
    [
        ("Región".encode(), "utf-8"),
        ("Región".encode("utf-8-sig"), "utf-8"),
        ("Región".encode("utf-16"), "utf-16"),
        ("Región de Ñuble".encode("utf-16-le"), "utf-16-le"),
        ("Región de Ñuble".encode("utf-16-be"), "utf-16-be"),
        ("Región “X” – 1".encode("cp1252"), "windows-1252"),
        ("Región: 7ª Región".encode("cp850"), "cp850"),
        ("Región de O’Higgins, señal ÁREA".encode("mac_roman"), "mac-roman"),
        (b"Regi\xf3n\xa0de\xa0Los\xa0R\xedos \x81", "iso-8859-1"),
    ],
)
def test_la_codificacion_se_decide_una_vez(datos: bytes, codificacion: str) -> None:
    texto, nombre = decodificar(datos)
    assert nombre == codificacion
    assert texto.startswith("Región")


@pytest.mark.parametrize(
    "datos", [b"", b"  \n\t ", b"\x00\x01\x02\x03" * 50, b"%PDF-1.4 nada", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600]
)
def test_lo_que_no_se_lee_tiene_codigo_y_frase(datos: bytes) -> None:
    with pytest.raises(ErrorLectura) as error:
        leer_bytes(datos, "malo.doc")
    assert error.value.codigo in {"DOCUMENTO_ILEGIBLE", "FORMATO_DESCONOCIDO"}
    assert len(str(error.value)) > 10


def test_celdas_de_word() -> None:
    documento = leer_bytes("Título\n\n\tuno\n\n\tdos\n\ndos bis\ntris\n\t\n \tcuatro\n".encode(), "a.txt")
    titulo, flujo = documento.bloques
    assert isinstance(titulo, Parrafo) and isinstance(flujo, FlujoCeldas)
    assert "celdas" in documento.lector
    assert [[(p.texto, p.hueco) for p in c.parrafos] for c in flujo.celdas] == [
        [("uno", 0)],
        [("dos", 0), ("dos bis", 1), ("tris", 0)],
        [],
        [("cuatro", 0)],
    ]
    lugar = flujo.celdas[1].parrafos[1].origen
    assert (lugar.linea_inicio, lugar.inicio, lugar.fin) == (7, 0, 7)


def test_columnas_de_pdf() -> None:
    texto = "A\tB\tC\n1\t<p>x</p> <p>y</p>\t\n---\t--\t--\n\n\tz\t\nfin\n"
    (tabla, fin) = leer_bytes(texto.encode(), "a.txt").bloques
    assert isinstance(tabla, BloqueTabla) and isinstance(fin, Parrafo)
    assert not tabla.cuadricula
    assert [[c.texto for c in f.celdas] for f in tabla.filas] == [["A", "B", "C"], ["1", "x y", ""], ["", "z", ""]]
    assert [f.tras_corte for f in tabla.filas] == [False, False, True]
    assert [p.origen.inicio for p in tabla.filas[1].celdas[1].parrafos] == [5, 14]


def test_barras_de_antiword() -> None:
    texto = "Título\n\n|Uno      |Dos |\n|a que    |10  |\n|sigue    |20  |\n|         |30  |\n|b        |40  |\n\nfin\n"
    tabla = leer_bytes(texto.encode(), "a.txt").bloques[1]
    assert isinstance(tabla, BloqueTabla)
    assert [[c.texto for c in f.celdas] for f in tabla.filas] == [["Uno a que sigue", "Dos 10 20 30"], ["b", "40"]]


def test_crlf_no_cambia_los_lugares() -> None:
    unix, dos = (leer_bytes(t.encode(), "a.txt").bloques for t in ("\tuno\n\tdos\n", "\tuno\r\n\tdos\r\n"))
    assert unix == dos


PROSA = (
    "MINISTERIO DE ECONOMÍA\n\nRegión: 7ª Región\n\nN° 1. Diseñar el boletín con los pingüinos — «útil» y más; 12.5%\n"
    "¿Cuándo? En la 3ª semana, según acordó la señora Muñoz. EDUCACIÓN Y NIÑEZ\n"
)


@pytest.mark.parametrize("codificacion", ["cp1252", "cp850", "mac_roman", "utf-8"])
def test_la_pagina_de_codigos_se_conoce_por_sus_letras(codificacion: str) -> None:
    texto = PROSA if codificacion != "cp850" else PROSA.replace("—", "-")
    assert decodificar(texto.encode(codificacion))[0] == texto
    assert leer_bytes(texto.encode(codificacion), "a.txt").avisos == ()


def test_un_cuadro_de_lineas_de_dos_no_se_toma_por_letras() -> None:
    texto = "┌────────┬────┐\n│ Región │ 20 │\n└────────┴────┘\n"
    assert decodificar(texto.encode("cp850")) == (texto, "cp850")


def test_sin_letras_que_digan_se_lee_como_siempre() -> None:
    assert decodificar(b"10\xa0% \x96 20\xa0%") == ("10\xa0% – 20\xa0%", "windows-1252")


@pytest.mark.parametrize("texto", ["Curso básico", "Se trabajará y estarán", "Una vez más", "Gráfico 2", "plan práctico\n\n"])
def test_una_sola_a_con_acento_de_dos_se_conoce_por_su_palabra(texto: str) -> None:
    """In cp850 it is the byte of a hard space in Windows."""
    assert decodificar(texto.encode("cp850")) == (texto, "cp850")
    assert leer_bytes(texto.encode("cp850"), "a.txt").avisos == ()


@pytest.mark.parametrize(
    "texto", ["5\xa0talleres", "10\xa0% de la meta", "la\xa0Red", "PLAN\xa0DE OBRAS", "¡Se logró!", "III\xa0etapa 2\xa0%"]
)
def test_un_espacio_duro_no_se_toma_por_letra(texto: str) -> None:
    assert decodificar(texto.encode("cp1252")) == (texto, "windows-1252")
    assert leer_bytes(texto.encode("cp1252"), "a.txt").avisos == ()


def test_donde_nada_dice_si_es_letra_o_espacio_se_dice() -> None:
    documento = leer_bytes(b"avance\xa0del plan", "a.txt")
    assert [p.texto for p in documento.bloques if isinstance(p, Parrafo)] == ["avance\xa0del plan"]
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]
    # other letters of the document decide
    assert leer_bytes("avance\xa0del plan según la meta".encode("cp1252"), "a.txt").avisos == ()
    assert decodificar("el ámbito y la acción".encode("cp850"))[0] == "el ámbito y la acción"


def test_una_pagina_de_codigos_que_se_supone_se_dice() -> None:
    mezcla = "Región del año\n".encode("cp850") + "Región del año\n".encode("cp1252")
    assert [a[0] for a in leer_bytes(mezcla, "a.txt").avisos] == ["LECTURA_DUDOSA"]
