"""Web pages as Word and LibreOffice save them: encodings, spans, notes, and what a browser does not show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ayudas_docx import celdas, lineas
from ayudas_lectores import convertir, da_lo_del_docx, leidos_con_danos
from test_corpus import MUESTRAS

from extractor.errores import ErrorLectura
from extractor.lectores.html import leer
from extractor.lectores.html.codificacion import es_mime
from extractor.modelo.documento import Documento


def leido(cuerpo: str) -> Documento:
    return leer(f"<html><head><title>T</title></head><body>{cuerpo}</body></html>".encode(), "prueba.html", "0" * 64)


def test_blancos_cortes_y_huecos() -> None:
    cuerpo = "<p>uno\n  <b>dos</b>  tres<br>cuatro<br><br>cinco</p><p>&nbsp;</p><p></p><div>seis</div>suelto"
    assert lineas(leido(cuerpo)) == [("uno dos tres", 0), ("cuatro", 0), ("cinco", 1), ("seis", 2), ("suelto", 1)]


@pytest.mark.parametrize(
    ("cabeza", "codificacion"),
    [
        ('<meta http-equiv=Content-Type content="text/html; charset=windows-1252">', "cp1252"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta charset="no-existe">', "utf-8"),
        ("", "cp1252"),
        ("", "utf-16"),
    ],
)
def test_codificaciones(cabeza: str, codificacion: str) -> None:
    pagina = f"<html><head>{cabeza}</head><body><p>Región de Ñuble – “año”</p></body></html>"
    assert lineas(leer(pagina.encode(codificacion), "a.html", "0" * 64)) == [("Región de Ñuble – “año”", 0)]


def test_lo_que_no_se_ve_no_se_lee() -> None:
    cuerpo = (
        "<script>var x = '<p>no</p>';</script><style>p{}</style><p>a<!-- no --><del cite='mailto:x' datetime='2008-01-02'>no</del><o:p>&nbsp;</o:p></p>"
        "<div title='header'><p>pie</p></div><p style='display: none'>oculto</p>"
    )
    documento = leido(cuerpo)
    assert lineas(documento) == [("a", 0)]
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]


def test_listas_y_comentarios_de_word() -> None:
    cuerpo = (
        "<ol start=3><li>tres</li><li><p>cuatro</p><ul><li>raya</li></ul></li></ol>"
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Alcance</p>"
    )
    documento = leido(cuerpo)
    assert [t for t, _ in lineas(documento)] == ["3. tres", "4. cuatro", "• raya", "1.\xa0 Alcance"]
    assert documento.bloques[3].estilo == "MsoListParagraph"


def test_tabla_con_uniones_y_parrafos() -> None:
    cuerpo = (
        "<table><thead><tr><th colspan=3>t</th></tr></thead><tbody>"
        "<tr><td rowspan=2><p class=MsoNormal>a</p><p class=MsoNormal>b</p></td><td>c</td><td>d</td></tr>"
        "<tr><td colspan=2>e</td></tr><tr><td>f<td rowspan=0>g<td>h</tr><tr height=0><td></td></tr></tbody></table>"
    )
    documento = leido(cuerpo)
    assert celdas(documento) == [
        [(0, 3, 1, ["t"])],
        [(0, 1, 2, ["a", "b"]), (1, 1, 1, ["c"]), (2, 1, 1, ["d"])],
        [(1, 2, 1, ["e"])],
        [(0, 1, 1, ["f"]), (1, 1, 1, ["g"]), (2, 1, 1, ["h"])],
    ]
    assert [x.hueco for x in documento.bloques[0].filas[1].celdas[0].parrafos] == [0, 1]


def test_tabla_de_diseno_alrededor_de_otra() -> None:
    documento = leido(
        "<table><tr><td><p>Región</p><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></td></tr></table>"
    )
    assert lineas(documento) == [("Región", 0)]
    assert celdas(documento) == [[(0, 1, 1, ["1"]), (1, 1, 1, ["2"])], [(0, 1, 1, ["3"]), (1, 1, 1, ["4"])]]


def test_marcas_sin_cerrar_no_cortan_la_pagina() -> None:
    assert lineas(leido("<font><b>" * 150 + "x</p><p>y")) == [("x", 0), ("y", 1)]


def test_notas_de_word() -> None:
    cuerpo = (
        "<p>a<a href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a></p><div style='mso-element:footnote-list'>"
        "<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> pie</p></div></div>"
    )
    documento = leido(cuerpo)
    assert lineas(documento) == [("a", 0)]
    assert [(n.marca, n.parrafo.texto) for n in documento.notas] == [("1", "pie")]


def test_pagina_de_un_solo_archivo() -> None:
    mime = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="windows-1252"\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>Regi=F3n</p></body></html>\r\n--x\r\n"
        b"Content-Type: image/png\r\n\r\nxx\r\n--x--\r\n"
    )
    assert es_mime(mime)
    assert lineas(leer(mime, "a.mht", "0" * 64)) == [("Región", 0)]


@pytest.mark.parametrize(
    ("datos", "codigo"),
    [
        (b"\x00\x01\x02\x03" * 100, "FORMATO_DESCONOCIDO"),
        (b"<table><tr><td>" * 60 + b"x", "LIMITE_EXCEDIDO"),
        (b"<div>" * 100_000 + b"x", "LIMITE_EXCEDIDO"),
        (b"<table><tr>" + b"<td colspan=900>x" * 3, "LIMITE_EXCEDIDO"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/plain\n\nno\n--x--",
            "DOCUMENTO_ILEGIBLE",
        ),
    ],
)
def test_archivos_malos_se_rechazan_con_su_codigo(datos: bytes, codigo: str) -> None:
    with pytest.raises(ErrorLectura) as error:
        leer(datos, "malo.html", "0" * 64)
    assert error.value.codigo == codigo


def test_bytes_cambiados_nunca_hacen_caer_al_lector() -> None:
    base = b"<html><meta charset=utf-8><body><table><tr><td rowspan=2>a<td>b<tr><td>c</table><ol><li>d</ol><div id=ftn1>e</div></body></html>"
    assert leidos_con_danos(leer, base, 3, 400, 6, cortados=True) > 200


@pytest.fixture(scope="module")
def convertidos(tmp_path_factory: pytest.TempPathFactory, corpus: Path, programa: Callable[[str], str]) -> Path:
    return convertir("html", tmp_path_factory.mktemp("html"), corpus, programa("soffice"))


@pytest.mark.parametrize("muestra", MUESTRAS)
def test_la_misma_muestra_da_los_mismos_datos(muestra: str, convertidos: Path, corpus: Path) -> None:
    da_lo_del_docx(leer, convertidos / f"{muestra}.html", corpus)
