"""Text that a person struck out is no figure of the report: it is left out like deleted text, and said, in every format."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest
from ayudas_docx import hacer, p, r, tabla, tc
from doc_minimo import Doc
from pdf_de_prueba import Hoja, pdf
from test_lector_odt import hacer as hacer_odt

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import BloqueTabla, Parrafo
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

CABEZA = ("Propósito", "Tareas", "Peso (%)", "Cumplimiento", "Peso obtenido")
TITULOS = ("ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT 2007", "Región: X de Los Lagos")
RAYA_ODT = (
    "<style:style style:name='Raya' style:family='text'><style:text-properties style:text-line-through-style='solid'/></style:style>"
    "<style:style style:name='Fina' style:family='text' style:parent-style-name='Raya'/>"
)


def _celda_docx(vivo: str, tachado: str, propiedad: str = "<w:strike/>") -> str:
    return tc(p(r(tachado, propiedad), r(vivo)))


def _docx(vivo: str, tachado: str, propiedad: str = "<w:strike/>", estilos: str = "") -> bytes:
    filas = [CABEZA, ("Ordenar", "Censar", _celda_docx(vivo, tachado, propiedad), "Cumple", "60"), ("Ordenar", "Pintar", "40", "Cumple", "40")]
    partes = {"styles": estilos} if estilos else {}
    return hacer("".join(p(t) for t in TITULOS) + tabla(*filas), **partes)


def _html(vivo: str, tachado: str, abre: str = "<s>", cierra: str = "</s>") -> bytes:
    filas = [CABEZA, ("Ordenar", "Censar", f"{abre}{tachado}{cierra}{vivo}", "Cumple", "60"), ("Ordenar", "Pintar", "40", "Cumple", "40")]
    cuerpo = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in f)}</tr>" for f in filas)
    return f"<html><body>{''.join(f'<p>{t}</p>' for t in TITULOS)}<table>{cuerpo}</table></body></html>".encode()


def _rtf(vivo: str, tachado: str, palabra: str = "strike") -> bytes:
    def fila(*celdas: str) -> str:
        bordes = "".join(f"\\cellx{1000 * (i + 1)}" for i in range(len(celdas)))
        return f"\\trowd{bordes}\\pard\\intbl " + "".join(f"{c}\\cell " for c in celdas) + "\\row\n"

    def plano(texto: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\'{ord(c):02x}" for c in texto)

    propia = f"{{\\{palabra} {tachado}}}{vivo}"
    filas = fila(*map(plano, CABEZA)) + fila("Ordenar", "Censar", propia, "Cumple", "60") + fila("Ordenar", "Pintar", "40", "Cumple", "40")
    titulos = "".join(f"{plano(t)}\\par " for t in TITULOS)
    return ("{\\rtf1\\ansi\\ansicpg1252 " + titulos + filas + "\\pard\\par}").encode("latin-1")


def _odt(vivo: str, tachado: str, estilo: str = "Raya") -> bytes:
    propia = f"<text:span text:style-name='{estilo}'>{tachado}</text:span>{vivo}"
    filas = [CABEZA, ("Ordenar", "Censar", propia, "Cumple", "60"), ("Ordenar", "Pintar", "40", "Cumple", "40")]
    celdas = ["".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in f) for f in filas]
    cuerpo = "".join(f"<text:p>{t}</text:p>" for t in TITULOS)
    cuerpo += f"<table:table>{''.join(f'<table:table-row>{c}</table:table-row>' for c in celdas)}</table:table>"
    return hacer_odt(cuerpo, RAYA_ODT)


FORMATOS: list[tuple[str, Callable[..., bytes], tuple[str, ...]]] = [
    ("x.docx", _docx, ()), ("x.docx", _docx, ("<w:dstrike/>",)), ("x.html", _html, ()), ("x.html", _html, ("<strike>", "</strike>")),
    ("x.html", _html, ("<del>", "</del>")), ("x.html", _html, ("<span style='text-decoration: line-through'>", "</span>")),
    ("x.rtf", _rtf, ()), ("x.rtf", _rtf, ("striked1",)), ("x.odt", _odt, ()), ("x.odt", _odt, ("Fina",)),
]  # fmt: skip


def _informe(datos: bytes, nombre: str) -> Informe:
    return informe_de(leer_bytes(datos, nombre), Declarado())


@pytest.mark.parametrize(("nombre", "escribir", "como"), FORMATOS)
def test_lo_tachado_no_es_cifra_del_informe(nombre: str, escribir: Callable[..., bytes], como: tuple[str, ...]) -> None:
    leido = _informe(escribir("60", "75 ", *como), nombre)
    pesos = [a.ponderacion.texto for f in leido.tablas[0].filas for a in f.actividades if a.ponderacion]
    assert pesos == ["60", "40"]
    assert [h.codigo for h in leido.hallazgos] == ["LECTURA_DUDOSA"]
    assert "tachado (1 pasaje" in leido.hallazgos[0].mensaje
    assert leido.documento.estado == "parcial"


@pytest.mark.parametrize(("nombre", "escribir", "como"), FORMATOS)
def test_una_celda_solo_tachada_es_blanco_con_duda(nombre: str, escribir: Callable[..., bytes], como: tuple[str, ...]) -> None:
    leido = _informe(escribir("", "60", *como), nombre)
    primera = leido.tablas[0].filas[0].actividades[0]
    assert primera.ponderacion is None
    assert ("LECTURA_DUDOSA", 0) in [(h.codigo, h.fila) for h in leido.hallazgos]
    assert [h.codigo for h in leido.hallazgos if h.gravedad != "aviso"] == []
    assert ("PONDERACIONES_NO_SUMAN_100", "NO_VERIFICABLE") in [(v.regla, v.resultado) for v in leido.verificaciones]
    assert all(v.resultado != "NO_CUADRA" for v in leido.verificaciones)


def test_tachado_de_un_estilo_y_lo_que_lo_apaga() -> None:
    estilos = "<w:style w:type='character' w:styleId='Malo'><w:rPr><w:strike/></w:rPr></w:style>"
    estilos += "<w:style w:type='character' w:styleId='Peor'><w:basedOn w:val='Malo'/></w:style>"
    for propiedad, esperado in (
        ("<w:rStyle w:val='Peor'/>", "60"), ("<w:rStyle w:val='Peor'/><w:strike w:val='0'/>", "7560"), ("<w:strike w:val='false'/>", "7560"),
    ):  # fmt: skip
        (bloque,) = [b for b in leer_bytes(_docx("60", "75", propiedad, estilos), "x.docx").bloques if isinstance(b, BloqueTabla)]
        assert bloque.filas[1].celdas[2].texto == esperado


def test_un_borrado_con_seguimiento_no_es_tachado() -> None:
    datos = _html("60", "75", "<del cite='mailto:a' datetime='2008-01-02T10:00'>", "</del>")
    assert _informe(datos, "x.html").documento.estado == "ok"


def _lineas_doc(texto: str, desde: int, hasta: int, codigo: int) -> tuple[list[str], int]:
    """The free lines of a .doc with a struck stretch, and how many notices it gives."""
    cambios = [(desde, hasta, struct.pack("<HB", codigo, 1))]
    documento = leer_bytes(Doc([(texto, True, 0)], caracteres=cambios).bytes(), "x.doc")
    return [b.texto for b in documento.bloques if isinstance(b, Parrafo)], len(documento.avisos)


@pytest.mark.parametrize("codigo", [0x0837, 0x2A53])
def test_tachado_de_un_doc(codigo: int) -> None:
    assert _lineas_doc("Peso 75 60\rotro\r", 5, 8, codigo) == (["Peso 60", "otro"], 1)


def test_una_marca_de_parrafo_tachada_no_une_parrafos() -> None:
    assert _lineas_doc("Peso 75\rotro\r", 4, 8, 0x0837) == (["Peso", "otro"], 1)


def test_un_doc_con_una_pieza_tachada() -> None:
    datos = Doc([("uno ", True, 0), ("dos ", True, 0x57 << 1 | 1 << 8), ("tres\r", True, 0)]).bytes()
    assert [b.texto for b in leer_bytes(datos, "x.doc").bloques if isinstance(b, Parrafo)] == ["uno tres"]


def _pdf(*rayas: tuple[float, float, float], tabla_reglada: bool = True) -> tuple[list[list[str]], int]:
    """The cells of a table whose first weight is "75 60" (Courier 10, foot at 112, from 205), with more strokes across."""
    hoja = Hoja()
    if tabla_reglada:
        hoja.rejilla([50.0, 200.0, 300.0], [100, 120, 140])
    hoja.texto(55, 112, "Censar").texto(205, 112, "75 60").texto(55, 132, "Pintar").texto(205, 132, "40")
    for x0, x1, y in rayas:
        hoja.raya(x0, y, x1, y)
    documento = leer_bytes(pdf(hoja), "x.pdf")
    filas = [f for b in documento.bloques if isinstance(b, BloqueTabla) for f in b.filas]
    return [[c.texto for c in f.celdas] for f in filas], len(documento.avisos)


def test_tachado_de_un_pdf() -> None:
    assert _pdf((205, 217, 109)) == ([["Censar", "60"], ["Pintar", "40"]], 1)


@pytest.mark.parametrize("raya", [(205, 217, 113.5), (201, 240, 109), (205, 217, 117)])
def test_una_raya_que_no_tacha(raya: tuple[float, float, float]) -> None:
    """It underlines the words, is longer than them, or stands below."""
    filas, avisos = _pdf(raya)
    assert " ".join(c for f in filas for c in f if c) == "Censar 75 60 Pintar 40"
    assert avisos == 0


def test_lo_tachado_de_un_pdf_con_paginas_escaneadas_tambien_se_dice() -> None:
    hoja = Hoja().texto(50, 100, "Meta 75 talleres de la red")
    hoja.raya(50, 97, 84, 97)
    imagen = Hoja()
    imagen.partes.append("q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x41 EI Q")
    assert any("tachado" in a[1] for a in leer_bytes(pdf(hoja), "x.pdf").avisos)
    assert any("tachado" in a[1] for a in leer_bytes(pdf(hoja, imagen), "x.pdf").avisos)
