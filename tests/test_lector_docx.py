"""What a Word file may hold and a person sees or does not see: fields, tracked changes, controls, notes, drawings."""

from __future__ import annotations

import pytest
from ayudas_docx import W, celdas, empacar, hacer, leido, lineas, p, parte, r, tabla, tc

from extractor.errores import ErrorLectura
from extractor.lectores.docx import leer

CAMPO = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def campo(codigo: str, resultado: str) -> str:
    return CAMPO.format("begin") + codigo + CAMPO.format("separate") + resultado + CAMPO.format("end")


def test_cortes_y_huecos() -> None:
    suave = "<w:r><w:t>uno</w:t><w:br/><w:t>dos</w:t><w:br/><w:br/><w:t>tres</w:t></w:r>"
    leidas = lineas(leido(p("a") + p() + p() + p(suave) + p("b")))
    # a soft break is 0, two of them show a blank line, each empty paragraph adds one
    assert leidas == [("a", 0), ("uno", 3), ("dos", 0), ("tres", 1), ("b", 1)]


def test_lugar_devuelve_el_texto() -> None:
    documento = leido(p("  a  ") + p("<w:r><w:t>xy</w:t><w:br/><w:t xml:space='preserve'> z </w:t></w:r>"))
    origenes = [b.origen for b in documento.bloques]
    assert [(o.parrafo, o.inicio, o.fin, o.texto) for o in origenes] == [(0, 2, 3, "a"), (1, 0, 2, "xy"), (1, 4, 5, "z")]


def test_cambios_registrados() -> None:
    insertado, borrado = f"<w:ins>{r('25')}</w:ins>", "<w:del><w:r><w:delText>30</w:delText></w:r></w:del>"
    movido = f"<w:moveFrom>{r('aquí')}</w:moveFrom><w:moveTo>{r('allá')}</w:moveTo>"
    assert lineas(leido(p(insertado, borrado, movido))) == [("25allá", 0)]


def test_marca_de_parrafo_borrada_une() -> None:
    borrada = "<w:rPr><w:del/></w:rPr>"
    leidas = lineas(leido(p("Cum", propiedades=borrada) + p("plido") + p("fin")))
    assert [texto for texto, _ in leidas] == ["Cumplido", "fin"]


def test_filas_y_celdas_borradas_no_se_leen() -> None:
    fila = "<w:tr><w:trPr><w:del/></w:trPr>" + tc("x") + tc("y") + "</w:tr>"
    documento = leido(tabla(("a", "b"), fila, ("c", tc("d", propiedades="<w:cellDel/>"))))
    assert celdas(documento) == [[(0, 1, 1, ["a"]), (1, 1, 1, ["b"])], [], [(0, 1, 1, ["c"]), (1, 1, 1, [])]]
    assert documento.bloques[0].filas[2].origen.fila == 2


def test_campos_dan_su_resultado() -> None:
    codigo = "<w:r><w:instrText> IF </w:instrText></w:r>" + campo("<w:r><w:instrText>REF</w:instrText></w:r>", r("no"))
    simple = f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>'
    assert lineas(leido(p(campo(codigo, r("sí")), simple))) == [("sí7", 0)]


def test_campo_abierto_en_un_parrafo_y_cerrado_en_otro() -> None:
    inicio, fin = CAMPO.format("begin") + r("código") + CAMPO.format("separate") + r("uno"), r("dos") + CAMPO.format("end")
    assert [t for t, _ in lineas(leido(p(inicio) + p(fin)))] == ["uno", "dos"]


def test_casillas_y_listas_de_formulario() -> None:
    casilla = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData></w:fldChar></w:r>'
    lista = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Sí"/>'
        '<w:listEntry w:val="No"/></w:ddList></w:ffData></w:fldChar></w:r>'
    )
    fin = CAMPO.format("end")
    documento = leido(p(casilla.format(1), fin, r("Cumple "), casilla.format(0), fin, r("No cumple "), lista, fin))
    assert lineas(documento) == [("☒Cumple ☐No cumple No", 0)]


def test_controles_de_contenido() -> None:
    muestra = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    lleno = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    documento = leido(
        p("a", muestra.format(r("Haga clic")), lleno.format(r("b"))) + lleno.format(p("c")) + muestra.format(p("Elija"))
    )
    assert lineas(documento) == [("ab", 0), ("c", 1)]
    fila = "<w:tr>" + tc("x") + lleno.format(tc("25")) + "</w:tr>"
    assert celdas(leido(tabla(fila))) == [[(0, 1, 1, ["x"]), (1, 1, 1, ["25"])]]


def test_signos_y_guiones() -> None:
    signos = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>ok</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>x</w:t></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>oculto</w:t></w:r>"
    )
    documento = leido(p(signos))
    assert lineas(documento) == [("✓ok-x", 0)]
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]


def test_celdas_unidas() -> None:
    inicio, sigue = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    documento = leido(
        tabla(
            (tc("t", propiedades='<w:gridSpan w:val="3"/>'),),
            (tc("a", propiedades=inicio), "b", "c"),
            (tc("", propiedades=sigue), tc("d", propiedades='<w:gridSpan w:val="2"/>')),
            '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>' + tc("e") + "</w:tr>",
            (tc("f", propiedades='<w:hMerge w:val="restart"/>'), tc("", propiedades="<w:hMerge/>"), "g"),
        )
    )
    assert celdas(documento) == [
        [(0, 3, 1, ["t"])],
        [(0, 1, 2, ["a"]), (1, 1, 1, ["b"]), (2, 1, 1, ["c"])],
        [(1, 2, 1, ["d"])],
        [(1, 1, 1, ["e"])],
        [(0, 2, 1, ["f"]), (2, 1, 1, ["g"])],
    ]


def test_union_sin_comienzo_no_pierde_su_texto() -> None:
    assert celdas(leido(tabla((tc("25", propiedades="<w:vMerge/>"), "b")))) == [[(0, 1, 1, ["25"]), (1, 1, 1, ["b"])]]


def test_tabla_dentro_de_una_celda() -> None:
    dentro = tabla(("1", "2"), (tc("3", "tres"), "4"))
    documento = leido(tabla(("A", "B"), ("C", tc(p("antes"), dentro, p("después")))) + tabla(("z", "y")))
    celda = documento.bloques[0].filas[1].celdas[1]
    assert [(x.texto, x.hueco, x.origen.parrafo) for x in celda.parrafos] == [
        ("antes", 0, 0), ("1", 1, 1), ("2", 1, 2), ("3", 1, 3), ("tres", 0, 4), ("4", 1, 5), ("después", 1, 6),
    ]  # fmt: skip
    assert [(c, o.tabla, o.fila, o.columna) for c, _, o in documento.avisos if o] == [("LECTURA_DUDOSA", 0, 1, 1)]
    assert documento.bloques[1].filas[0].origen.tabla == 1


def test_tabla_que_solo_enmarca_otra() -> None:
    dentro = tabla(("1", "2"), ("3", "4"))
    documento = leido(tabla((tc(p("Región: Maule"), dentro, p("pie")),)) + tabla(("z", "y")))
    assert [getattr(b, "texto", None) for b in documento.bloques] == ["Región: Maule", None, "pie", None]
    assert celdas(documento)[1] == [(0, 1, 1, ["3"]), (1, 1, 1, ["4"])]
    # tables of the body keep their numbers; the inner one comes after them
    assert [b.filas[0].origen.tabla for b in documento.bloques if hasattr(b, "filas")] == [2, 1]
    assert documento.avisos == ()


def test_cuadro_de_texto_se_lee_una_vez_y_aparte() -> None:
    caja = "<w:txbxContent>" + p("Inicio") + p("Fin") + "</w:txbxContent>"
    doble = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{caja}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{caja}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    documento = leido(p("antes") + p("ancla", doble) + p("después"))
    assert [(b.texto, b.estilo, b.origen.parrafo) for b in documento.bloques] == [
        ("antes", None, 0), ("ancla", None, 1), ("Inicio", "dibujo", 1), ("Fin", "dibujo", 1), ("después", None, 2),
    ]  # fmt: skip


NUMERACION = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def num(numero: int, nivel: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{nivel}"/><w:numId w:val="{numero}"/></w:numPr>'


def test_numeros_automaticos_se_ven_y_el_lugar_guarda_lo_crudo() -> None:
    cuerpo = (
        p("Alcance", propiedades=num(1)) + p("Uno", propiedades=num(1, 1)) + p("Dos", propiedades=num(1, 1))
        + p("Roles", propiedades=num(1)) + p("Uno", propiedades=num(1, 1)) + p("ítem", propiedades=num(2))
        + p("Otra", propiedades=num(3)) + p("sin", propiedades=num(0)) + p("12,5%", propiedades=num(1))
    )  # fmt: skip
    documento = leido(cuerpo, numbering=NUMERACION)
    assert [t for t, _ in lineas(documento)] == [
        "1. Alcance", "1.1 Uno", "1.2 Dos", "2. Roles", "2.1 Uno", "• ítem", "1. Otra", "sin", "12,5%",
    ]  # fmt: skip
    origen = documento.bloques[1].origen
    assert (origen.texto, origen.inicio, origen.fin) == ("Uno", 0, 3)
    assert origen.partes is not None and [o.texto for o in origen.partes] == ["Uno"]


def test_numero_por_estilo_y_columna_solo_de_numeros() -> None:
    estilos = (
        f'<w:style w:type="paragraph" w:styleId="Base"><w:pPr>{num(1)}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Hijo"><w:basedOn w:val="Base"/></w:style>'
    )
    hijo = '<w:pStyle w:val="Hijo"/>'
    documento = leido(p("x", propiedades=hijo) + tabla((tc(p(propiedades=hijo)), "y")), numbering=NUMERACION, styles=estilos)
    assert lineas(documento) == [("1. x", 0)]
    assert celdas(documento) == [[(0, 1, 1, ["2."]), (1, 1, 1, ["y"])]]
    assert documento.bloques[1].filas[0].celdas[0].parrafos[0].origen.texto == ""


def test_notas_al_pie_y_finales_en_el_orden_en_que_se_citan() -> None:
    cita = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    pies = '<w:footnote w:type="separator" w:id="-1"/>' + "".join(
        f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> {t}</w:t></w:r></w:p></w:footnote>'
        for i, t in ((1, "segunda"), (2, "primera"), (3, "suelta"))
    )
    finales = f'<w:endnote w:id="5">{p("uno")}{p("dos")}</w:endnote>'
    documento = leido(
        p("a", cita.format("footnote", 2), "b", cita.format("footnote", 1), cita.format("endnote", 5)),
        footnotes=pies,
        endnotes=finales,
    )
    assert lineas(documento) == [("ab", 0)]
    assert [(n.marca, n.parrafo.texto) for n in documento.notas] == [
        ("1", "primera"), ("2", "segunda"), ("3", "suelta"), ("i", "uno dos"),
    ]  # fmt: skip
    origen = documento.notas[0].parrafo.origen
    assert (origen.tabla, origen.fila, origen.columna, origen.parrafo, origen.inicio, origen.texto) == (
        None,
        0,
        0,
        0,
        1,
        "primera",
    )
    assert [(o.columna, o.parrafo) for o in documento.notas[3].parrafo.origen.lugares] == [(1, 0), (1, 1)]


def test_variante_estricta() -> None:
    estricto = parte("document", "<w:body>" + p("hola") + "</w:body>").replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert lineas(leer(empacar({"word/document.xml": estricto}), "a.docx", "0")) == [("hola", 0)]


def test_objeto_incrustado_se_avisa() -> None:
    assert [a[0] for a in leido(p("a", "<w:r><w:object/></w:r>")).avisos] == ["LECTURA_DUDOSA"]


ENTIDAD = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{}"><w:body><w:p/></w:body></w:document>'


@pytest.mark.parametrize(
    ("datos", "codigo"),
    [
        (hacer(p("a"))[:300], "DOCUMENTO_ILEGIBLE"),
        (b"PK\x03\x04", "DOCUMENTO_ILEGIBLE"),
        (empacar({}), "DOCUMENTO_ILEGIBLE"),
        (empacar({"word/document.xml": "<w:document"}), "DOCUMENTO_ILEGIBLE"),
        (empacar({"word/document.xml": ENTIDAD.format(W)}), "DOCUMENTO_ILEGIBLE"),
        (empacar({"word/document.xml": parte("document", "<w:body>" + " " * 30_000_000 + "</w:body>")}), "LIMITE_EXCEDIDO"),
        (hacer("<w:tbl><w:tr><w:tc>" * 60 + p("x") + "</w:tc></w:tr></w:tbl>" * 60), "LIMITE_EXCEDIDO"),
    ],
)
def test_archivos_malos_se_rechazan_con_su_codigo(datos: bytes, codigo: str) -> None:
    with pytest.raises(ErrorLectura) as error:
        leer(datos, "malo.docx", "0" * 64)
    assert error.value.codigo == codigo


def test_anchos_disparatados_no_crecen() -> None:
    documento = leido(
        tabla((tc("a", propiedades='<w:gridSpan w:val="999999999"/>'), tc("b", propiedades='<w:gridSpan w:val="x"/>')))
    )
    assert celdas(documento) == [[(0, 256, 1, ["a"]), (256, 1, 1, ["b"])]]


def test_una_relacion_sin_tipo_es_un_archivo_danado() -> None:
    relaciones = "http://schemas.openxmlformats.org/package/2006/relationships"
    rotas = f'<Relationships xmlns="{relaciones}"><Relationship Id="r1" Target="settings.xml"/></Relationships>'
    archivos = {"word/document.xml": parte("document", f"<w:body>{p('uno')}</w:body>"), "word/_rels/document.xml.rels": rotas}
    with pytest.raises(ErrorLectura) as error:
        leer(empacar({**archivos, "word/settings.xml": parte("settings", "")}), "a.docx", "0" * 64)
    assert error.value.codigo == "DOCUMENTO_ILEGIBLE"


def test_letras_en_una_fuente_de_signos() -> None:
    alas = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    otra = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Arial"/>'
    assert lineas(leido(p(r("ü", alas), r(" ü", otra), r(" û", alas), r(" Riego", alas)))) == [("✓ ü ✗ Riego", 0)]
