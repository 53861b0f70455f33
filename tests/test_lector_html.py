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


FILA = "<tr><td>{}</td><td>{}</td></tr>"


@pytest.mark.parametrize(
    "oculta",
    [
        "<tr style='display:none'><td>zz</td><td>99</td></tr>",
        "<tr class=xl1><td>zz</td><td>99</td></tr>",
        "<tr height=0 style='mso-height-source:userset;mso-height-alt:0'><td>zz</td><td>99</td></tr>",
        "<tr style='height:0pt;mso-height-rule:exactly'><td>zz</td><td>99</td></tr>",
        "<tr style='visibility:collapse'><td>zz</td><td>99</td></tr>",
        "<tr hidden height=0 style='height:0pt'><td>zz</td><td>99</td></tr>",
    ],
)
def test_una_fila_que_no_se_muestra_no_se_lee_y_se_dice(oculta: str) -> None:
    estilo = (
        "<style><!-- td {font-family:Arial} @media print {tr {display:none}} .xl1, .xl2 {color:red; display:none} --></style>"
    )
    documento = leido(f"{estilo}<table>{FILA.format('a', 40)}{oculta}{FILA.format('b', 60)}</table>")
    assert celdas(documento) == [
        [(0, 1, 1, ["a"]), (1, 1, 1, ["40"])],
        [],
        [(0, 1, 1, ["b"]), (1, 1, 1, ["60"])],
    ]
    assert [f.origen.fila for f in documento.bloques[0].filas] == [0, 1, 2]
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]


@pytest.mark.parametrize(
    "regla",
    [
        "tr.oculta td", "table.f tr.oculta > td", ".f .oculta", "#t tbody tr.oculta", "tr.otra.oculta", ".oculta *", "body tr.oculta",
        ".OCULTA td",
    ],
)  # fmt: skip
def test_un_selector_compuesto_oculta_una_fila(regla: str) -> None:
    """Whether the row or its cells are hidden, nothing of them is read."""
    fila = "<tr class='oculta otra'><td>zz</td><td>99</td></tr>"
    tabla = f"<table class=f id=t><tbody>{FILA.format('a', 40)}{fila}{FILA.format('b', 60)}</tbody></table>"
    documento = leido(f"<style>{regla} {{display:none}}</style>{tabla}")
    assert [[c[3] for c in f] for f in celdas(documento)] == [[["a"], ["40"]], [], [["b"], ["60"]]]
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]


@pytest.mark.parametrize(
    "regla",
    [
        "table > td",
        ".otra tr.oculta",
        "tr.oculta.mas td",
        "p tr.oculta",
        "tr.oculta:hover td",
        "tr.oculta td::before",
        "tr.oculta $",
    ],
)
def test_un_selector_que_no_es_de_la_fila_no_la_oculta(regla: str) -> None:
    tabla = f"<table class=f><tr class=oculta><td>zz</td><td>99</td></tr>{FILA.format('b', 60)}</table>"
    documento = leido(f"<style>{regla} {{display:none}}</style>{tabla}")
    assert [[c[3] for c in f] for f in celdas(documento)] == [[["zz"], ["99"]], [["b"], ["60"]]]
    assert documento.avisos == ()


@pytest.mark.parametrize(
    ("reglas", "visto"),
    [
        (".f td {display:none} td {display:table-cell}", []),
        ("td {display:none} .f td {display:table-cell}", ["b"]),
        (".f td {display:none} .f tr td {display:table-cell}", ["b"]),
        ("td.x {display:none} td.y {display:table-cell}", ["b"]),
        ("td.y {display:table-cell} td.x {display:none}", []),
        ("#u {display:table-cell} .f .x.y {display:none}", ["b"]),
    ],
)
def test_de_dos_reglas_gana_la_mas_precisa_y_luego_la_ultima(reglas: str, visto: list[str]) -> None:
    documento = leido(f"<style>{reglas}</style><p>fin</p><table class=f><tr><td id=u class='y x'>b</td></tr></table>")
    assert [c[3][0] for f in celdas(documento) for c in f] == visto


@pytest.mark.parametrize("regla", ["td:nth-child(2)", "td[align=right]", "td + td", "tr > :not(.a)", ".f td:last-child"])
def test_lo_que_oculta_un_estilo_que_no_se_evalua_se_dice(regla: str) -> None:
    tabla = f"<table class=f>{FILA.format('a', 40)}{FILA.format('b', 60)}</table>"
    documento = leido(f"<style>{regla} {{display:none}}</style>{tabla}")
    assert [[c[3] for c in f] for f in celdas(documento)] == [[["a"], ["40"]], [["b"], ["60"]]]
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]
    assert leido(f"<style>{regla} {{color:red}} p:empty {{display:none}}</style>{tabla}").avisos == ()


def test_un_alto_de_cero_que_nadie_fija_es_solo_un_minimo() -> None:
    documento = leido(f"<table>{FILA.format('a', 40)}<tr style='height:0'><td>zz</td><td>99</td></tr></table>")
    assert [f[0][3] for f in celdas(documento)] == [["a"], ["zz"]]
    assert documento.avisos == ()


def test_columnas_ocultas_y_celdas_que_las_cruzan() -> None:
    columnas = "<col width=64><col width=0 span=2 style='display:none;mso-width-source:userset'><col width=64>"
    cuerpo = (
        f"<table>{columnas}<tr><td colspan=3>título</td><td>x</td></tr><tr><td>a</td><td>no</td><td>no</td><td>d</td></tr>"
        "<tr><td>b</td><td colspan=3>e</td></tr></table>"
    )
    documento = leido(cuerpo)
    assert celdas(documento) == [
        [(0, 1, 1, ["título"]), (3, 1, 1, ["x"])],
        [(0, 1, 1, ["a"]), (3, 1, 1, ["d"])],
        [(0, 1, 1, ["b"]), (3, 1, 1, ["e"])],
    ]
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]


def test_una_celda_unida_que_empieza_en_una_fila_oculta_se_ve_en_las_otras() -> None:
    cuerpo = "<table><tr style='display:none'><td rowspan=3>a</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>"
    assert celdas(leido(cuerpo)) == [[], [(0, 1, 2, ["a"]), (1, 1, 1, ["2"])], [(1, 1, 1, ["3"])]]


@pytest.mark.parametrize(
    ("marca", "visto"),
    [
        ("<span style='font-family:Wingdings'>ü</span>", "✓"),
        ("<span style='mso-char-type:symbol;mso-symbol-font-family:Wingdings'>û</span>", "✗"),
        ("<font face=Wingdings>þ</font>", "☑"),
        ("<span class=font7>&#252;</span>", "✓"),
        ("<span style='font:11.0pt \"Wingdings 2\"'>P</span>", "✓"),
        ("<span style='font-family:Webdings'>r</span>", "✗"),
        ("<span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'> ü</span></span>", "• ü"),
        ("<span style='font-family:Wingdings'>Cumple</span>", "Cumple"),
        ("<span style='font-family:\"Segoe UI Symbol\"'>ü</span>", "ü"),
    ],
)
def test_letras_de_una_fuente_de_signos(marca: str, visto: str) -> None:
    documento = leido(f"<style>.font7 {{font-size:10.0pt; font-family:Wingdings; mso-font-charset:2;}}</style><p>{marca}</p>")
    assert lineas(documento) == [(visto, 0)]


def test_un_estilo_de_clase_tacha_y_oculta() -> None:
    documento = leido(
        "<style>span.f1{text-decoration:line-through} #n{display:none}</style><p>a<span class=f1>b</span></p><p id=n>c</p>"
    )
    assert lineas(documento) == [("a", 0)]
    assert len(documento.avisos) == 2


@pytest.mark.parametrize("trozo", ["a", "/*", "{", "}", "@{", "@;", "1.1.", "a{b:", "a{font:1.1.1 1"])
def test_una_hoja_de_estilos_sin_fin_no_detiene_la_lectura(trozo: str) -> None:
    from lxml import etree

    from extractor.lectores.html.estilos import Estilos

    # a sheet of this length would take hours if it were gone over once for each of its signs
    estilos = Estilos([trozo * (1_500_000 // len(trozo)), "td{display:none}"])
    assert estilos.oculta(etree.Element("td")) and not estilos.oculta(etree.Element("th"))


def test_reglas_dentro_de_otras_y_tras_una_sin_bloque() -> None:
    hoja = "@import url(x); .a{display:none} @media print{.b{display:none}} /* .c{display:none} */ .d{color:red}.e{display:none}"
    documento = leido(f"<style>{hoja}</style>" + "".join(f"<p class={c}>{c}</p>" for c in "abcde"))
    assert [t for t, _ in lineas(documento)] == ["b", "c", "d"]
