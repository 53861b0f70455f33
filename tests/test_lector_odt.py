"""OpenDocument text: white space, spans, lists, notes, frames, and what is not read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from ayudas_docx import celdas, lineas
from ayudas_lectores import convertir, da_lo_del_docx, leidos_con_danos
from test_corpus import MUESTRAS

from extractor.errores import ErrorLectura
from extractor.lectores.odt import leer
from extractor.modelo.documento import Documento

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
_ESPACIOS = " ".join(
    f'xmlns:{corto}="{_BASE}{largo}:1.0"'
    for corto, largo in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"), ("svg", "svg-compatible"))
)  # fmt: skip


def hacer(cuerpo: str, estilos: str = "", **otras: str) -> bytes:
    contenido = (
        f"<office:document-content {_ESPACIOS}><office:automatic-styles>{estilos}</office:automatic-styles>"
        f"<office:body><office:text>{cuerpo}</office:text></office:body></office:document-content>"
    )
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as paquete:
        paquete.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        paquete.writestr("content.xml", contenido)
        for nombre, texto in otras.items():
            paquete.writestr({"manifiesto": "META-INF/manifest.xml", "meta": "meta.xml"}[nombre], texto)
    return salida.getvalue()


def leido(cuerpo: str, estilos: str = "") -> Documento:
    return leer(hacer(cuerpo, estilos), "prueba.odt", "0" * 64)


def p(texto: str) -> str:
    return f"<text:p>{texto}</text:p>"


def test_blancos_cortes_y_huecos() -> None:
    cuerpo = p("  uno \n <text:span> dos</text:span><text:s text:c='2'/>x<text:tab/>y") + p("") + p("a<text:line-break/> b")
    assert lineas(leido(cuerpo)) == [("uno dos  x\ty", 0), ("a", 2), ("b", 0)]


OCULTOS = (
    "<style:style style:name='Nada' style:family='text'><style:text-properties text:display='none'/></style:style>"
    "<style:style style:name='Heredado' style:family='text' style:parent-style-name='Nada'/>"
    "<style:style style:name='Visto' style:family='text'><style:text-properties text:display='true'/></style:style>"
    "<style:style style:name='Aparte' style:family='paragraph'><style:text-properties text:display='none'/></style:style>"
)


@pytest.mark.parametrize("cuerpo", [
    p("Meta 25<text:span text:style-name='Nada'> antes 30</text:span>"),
    p("Meta 25<text:span text:style-name='Heredado'> antes <text:span>30</text:span></text:span>"),
    p("Meta 25") + "<text:p text:style-name='Aparte'>antes 30</text:p>",
    p("Meta 25") + p("<text:hidden-paragraph text:condition='ooow:1==1' text:is-hidden='true'/>antes 30"),
    p("Meta 25<text:hidden-text text:condition='ooow:x' text:string-value=' antes 30' text:is-hidden='true'/>"),
    p("Meta 25") + f"<text:section text:display='condition' text:condition='x' text:is-hidden='true'>{p('antes 30')}</text:section>",
])  # fmt: skip
def test_texto_oculto_por_estilo_o_por_campo(cuerpo: str) -> None:
    documento = leido(cuerpo, OCULTOS)
    assert lineas(documento) == [("Meta 25", 0)]
    assert [codigo for codigo, _, _ in documento.avisos] == ["LECTURA_DUDOSA"]


@pytest.mark.parametrize("cuerpo", [
    "<text:p text:style-name='Aparte'>no<text:span text:style-name='Visto'>Meta 25</text:span></text:p>",
    p("<text:hidden-paragraph text:condition='ooow:1==0' text:is-hidden='false'/>Meta 25"),
    p("Meta <text:hidden-text text:condition='ooow:x' text:string-value='25' text:is-hidden='false'>25</text:hidden-text>"),
    f"<text:section text:display='condition' text:condition='x'>{p('Meta 25')}</text:section>",
])  # fmt: skip
def test_lo_que_se_muestra_se_lee(cuerpo: str) -> None:
    assert lineas(leido(cuerpo, OCULTOS)) == [("Meta 25", 0)]


def test_tabla_dentro_de_una_forma_con_el_nombre_de_libreoffice() -> None:
    ext = "xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'"
    fila = "<loext:table-row><loext:table-cell table:number-columns-spanned='2'>{}</loext:table-cell><loext:covered-table-cell/></loext:table-row>"
    dos = f"<loext:table-row><loext:table-cell>{p('c')}</loext:table-cell><loext:table-cell>{p('d')}</loext:table-cell></loext:table-row>"
    marco = f"<draw:custom-shape {ext}>{p('título')}<loext:table>{fila.format(p('ab'))}{dos}</loext:table></draw:custom-shape>"
    documento = leido(p(f"antes{marco}"))
    assert celdas(documento) == [[(0, 2, 1, ["ab"])], [(0, 1, 1, ["c"]), (1, 1, 1, ["d"])]]
    assert lineas(documento)[0] == ("antes", 0)


def test_lo_que_no_se_ve_no_se_lee() -> None:
    cuerpo = (
        f"<text:tracked-changes><text:changed-region><text:deletion>{p('borrado')}</text:deletion></text:changed-region></text:tracked-changes>"
        + p("a<office:annotation>" + p("ojo") + "</office:annotation><text:hidden-text>h</text:hidden-text>b")
        + f"<text:section text:display='none'>{p('oculta')}</text:section><text:section>{p('c')}</text:section>"
    )
    documento = leido(cuerpo)
    assert lineas(documento) == [("ab", 0), ("c", 1)]
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]


def test_celdas_unidas_y_repetidas() -> None:
    celda, tapada = "<table:table-cell {}>{}</table:table-cell>", "<table:covered-table-cell/>"
    filas = (
        "<table:table-header-rows><table:table-row>"
        + celda.format("table:number-columns-spanned='3'", p("t")) + "<table:covered-table-cell table:number-columns-repeated='2'/>"
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + celda.format("table:number-rows-spanned='2'", p("a")) + celda.format("table:number-columns-repeated='2'", p("b"))
        + "</table:table-row><table:table-row>" + tapada + celda.format("", p("c")) + celda.format("", "") + "</table:table-row>"
    )  # fmt: skip
    assert celdas(leido(f"<table:table>{filas}</table:table>")) == [
        [(0, 3, 1, ["t"])],
        [(0, 1, 2, ["a"]), (1, 1, 1, ["b"]), (2, 1, 1, ["b"])],
        [(1, 1, 1, ["c"]), (2, 1, 1, [])],
    ]


def test_listas_con_sus_numeros() -> None:
    estilos = (
        "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
        "<text:list-level-style-number text:level='2' style:num-format='a' text:display-levels='2'/></text:list-style>"
        "<text:list-style style:name='V'><text:list-level-style-bullet text:level='1' text:bullet-char='-'/></text:list-style>"
    )
    item = "<text:list-item>{}</text:list-item>"
    cuerpo = (
        "<text:list xml:id='x' text:style-name='L'>" + item.format(p("uno") + p("sigue"))
        + item.format(p("dos") + "<text:list>" + item.format(p("hijo")) + "</text:list>") + "</text:list>"
        + "<text:list text:style-name='V'>" + item.format(p("raya")) + "</text:list>"
        + "<text:list text:style-name='L' text:continue-list='x'>" + item.format(p("tres")) + "</text:list>"
        + "<text:list text:style-name='L'>" + item.format(p("otra")) + "</text:list>"
    )  # fmt: skip
    documento = leido(cuerpo, estilos)
    assert [t for t, _ in lineas(documento)] == ["1. uno", "sigue", "2. dos", "2.a hijo", "- raya", "3. tres", "1. otra"]
    assert documento.bloques[0].origen.texto == "uno"


def test_notas_y_cuadros_de_texto() -> None:
    nota = "<text:note text:note-class='{}'><text:note-citation>{}</text:note-citation><text:note-body>{}</text:note-body></text:note>"
    marco = "<draw:frame><draw:text-box>" + p("Inicio") + "</draw:text-box><svg:title>no</svg:title></draw:frame>"
    documento = leido(p("a" + nota.format("footnote", "1", p("pie")) + marco + nota.format("endnote", "i", p("fin"))) + p("b"))
    assert [(b.texto, b.estilo) for b in documento.bloques] == [("a", None), ("Inicio", "dibujo"), ("b", None)]
    assert [(n.marca, n.parrafo.texto, n.parrafo.origen.columna) for n in documento.notas] == [("1", "pie", 0), ("i", "fin", 1)]


def test_metadatos() -> None:
    meta = (
        f'<office:document-meta {_ESPACIOS} xmlns:meta="{_BASE}meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        "<meta:initial-creator>Ana</meta:initial-creator><dc:title>Informe</dc:title></office:meta></office:document-meta>"
    )
    documento = leer(hacer(p("a"), meta=meta), "a.odt", "0" * 64)
    assert documento.metadatos == {"autor": "Ana", "creado": None, "modificado": None, "titulo": "Informe"}


HONDA = (
    "<table:table><table:table-row><table:table-cell>" * 40 + p("x") + "</table:table-cell></table:table-row></table:table>" * 40
)


@pytest.mark.parametrize(
    ("datos", "codigo"),
    [
        (hacer(p("a"))[:200], "DOCUMENTO_ILEGIBLE"),
        (hacer(p("a"), manifiesto="<m><encryption-data/></m>"), "DOCUMENTO_PROTEGIDO"),
        (hacer("<text:p>"), "DOCUMENTO_ILEGIBLE"),
        (hacer(HONDA), "LIMITE_EXCEDIDO"),
    ],
)
def test_archivos_malos_se_rechazan_con_su_codigo(datos: bytes, codigo: str) -> None:
    with pytest.raises(ErrorLectura) as error:
        leer(datos, "malo.odt", "0" * 64)
    assert error.value.codigo == codigo


def test_repeticiones_disparatadas_no_crecen() -> None:
    enorme = "<table:table-cell table:number-columns-repeated='99999999'/>"
    fila = f"<table:table-row table:number-rows-repeated='1048576'>{enorme}</table:table-row>"
    documento = leido(f"<table:table>{fila}</table:table>")
    assert len(documento.bloques[0].filas) <= 1000
    assert max(len(f.celdas) for f in documento.bloques[0].filas) == 256


def test_bytes_cambiados_nunca_hacen_caer_al_lector() -> None:
    base = hacer(
        p("uno") + f"<table:table><table:table-row><table:table-cell>{p('a')}</table:table-cell></table:table-row></table:table>"
    )
    assert leidos_con_danos(leer, base, 11, 300, 4) < 250


@pytest.fixture(scope="module")
def convertidos(tmp_path_factory: pytest.TempPathFactory, corpus: Path, programa: Callable[[str], str]) -> Path:
    return convertir("odt", tmp_path_factory.mktemp("odt"), corpus, programa("soffice"))


@pytest.mark.parametrize("muestra", MUESTRAS)
def test_la_misma_muestra_da_los_mismos_datos(muestra: str, convertidos: Path, corpus: Path) -> None:
    da_lo_del_docx(leer, convertidos / f"{muestra}.odt", corpus)


def test_reconoce_su_tipo_y_no_otro_del_mismo_formato() -> None:
    from extractor.lectores.odt import reconoce

    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w") as paquete:
        paquete.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        paquete.writestr("content.xml", "<a/>")
    assert reconoce(hacer(p("a")))
    assert not reconoce(salida.getvalue())
    assert not reconoce(b"PK\x03\x04")


def test_letras_de_una_fuente_de_signos() -> None:
    estilos = (
        '<style:font-face style:name="Wingdings1" svg:font-family="Wingdings"/>'
        '<style:style style:name="T1" style:family="text"><style:text-properties style:font-name="Wingdings1"/></style:style>'
        '<style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>'
    )
    cuerpo = '<text:p><text:span text:style-name="T2">ü</text:span> ü <text:span text:style-name="T1">\uf0fb</text:span></text:p>'
    assert lineas(leido(cuerpo, estilos)) == [("✓ ü ✗", 0)]
