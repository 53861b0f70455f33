"""RTF as Word and other writers leave it: code pages, fields, notes, and tables whose cells only control words mark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ayudas_docx import celdas, lineas
from ayudas_lectores import convertir, da_lo_del_docx, leidos_con_danos
from test_corpus import MUESTRAS

from extractor.errores import ErrorLectura
from extractor.lectores import leer_bytes
from extractor.lectores.rtf import leer
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import BloqueTabla, Documento, Parrafo
from extractor.proceso import informe_de


def leido(
    cuerpo: str, cabeza: str = r"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Wingdings;}}"
) -> Documento:
    return leer(("{\\rtf1" + cabeza + cuerpo + "}").encode("latin-1"), "prueba.rtf", "0" * 64)


def fila(*textos: str, bordes: tuple[int, ...] = (), uniones: tuple[str, ...] = ()) -> str:
    """A row; ``bordes``: right edges in twips; ``uniones``: merge words before each edge."""
    bordes = bordes or tuple(2000 * (n + 1) for n in range(len(textos)))
    uniones = uniones or ("",) * len(bordes)
    definicion = "".join(f"{u}\\cellx{b}" for u, b in zip(uniones, bordes, strict=True))
    return f"\\trowd\\trleft0{definicion}\\pard\\intbl " + "".join(f"{t}\\cell " for t in textos) + "\\row\n"


def test_parrafos_cortes_y_huecos() -> None:
    documento = leido(r"\pard uno\line dos\par\par tres\_x\~y\tab z\par")
    assert lineas(documento) == [("uno", 0), ("dos", 0), ("tres-x\xa0y\tz", 2)]


def test_letras_por_pagina_de_codigos_y_unicode() -> None:
    documento = leido(r"\pard Regi\'f3n de \u209\'d1u\u241?oa \uc2\u8364\'80\'80 {\uc0\u191}qu\'e9? \uc1\u-10179?\u-8704?\par")
    assert lineas(documento) == [("Región de Ñuñoa € ¿qué? 😀", 0)]


def test_fuente_de_otra_pagina_y_de_simbolos() -> None:
    cabeza = r"\ansi\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Wingdings;}{\f2\fcharset204 Arial Cyr;}}"
    assert lineas(leido(r"\pard{\f1\'fc} ok {\f2\'c4\'e0} \'c4\par", cabeza)) == [("✓ ok Да Ä", 0)]


def test_byte_sin_letra_no_se_pierde() -> None:
    assert lineas(leido(r"\pard a\'81b\par")) == [("a\x81b", 0)]


def test_destinos_que_no_son_texto() -> None:
    ajenos = r"{\info{\title T\'edtulo}{\author Ana}{\creatim\yr2007\mo11\dy3\hr9}}{\header pie{\par}}{\*\nadie x}{\pict 00ff}"
    documento = leido(ajenos + r"{\stylesheet{\s1 Normal;}}\pard\s1 a{\v oculto}{\deleted no}\bin3 }{xb\par")
    assert lineas(documento) == [("ab", 0)]
    assert documento.metadatos == {"autor": "Ana", "creado": "2007-11-03T09:00:00", "modificado": None, "titulo": "Título"}
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]


def test_campo_da_su_resultado() -> None:
    campo = r"{\field{\*\fldinst IF {\field{\*\fldinst A}{\fldrslt no}}}{\fldrslt s\'ed}}"
    assert lineas(leido(r"\pard " + campo + r"\par")) == [("sí", 0)]


def test_marca_de_parrafo_borrada_une() -> None:
    assert [t for t, _ in lineas(leido(r"\pard Cum{\deleted\par}plido\par fin\par"))] == ["Cumplido", "fin"]


def test_numeros_de_lista_se_ven() -> None:
    uno, dos = r"{\listtext\tab 1.\tab}", r"{\pntext\f1\'b7\tab}"
    assert lineas(leido(rf"\pard {uno}Alcance\par {dos}cosa\par")) == [("1. Alcance", 0), ("• cosa", 1)]


def test_notas_al_pie_y_finales() -> None:
    documento = leido(
        r"\aftnnrlc\pard a{\super\chftn}{\footnote\pard\plain{\super\chftn} primera\par sigue}b"
        r"{\*\footnote\ftnalt\chftn final}\par c\par"
    )
    assert lineas(documento) == [("ab", 0), ("c", 1)]
    assert [(n.marca, n.parrafo.texto) for n in documento.notas] == [("1", "primera sigue"), ("i", "final")]
    assert [(o.fila, o.columna, o.parrafo) for o in documento.notas[0].parrafo.origen.lugares] == [(0, 0, 0), (0, 0, 1)]


def test_cuadro_de_texto_una_vez() -> None:
    forma = (
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv 1}}{\shptxt\pard Inicio\par Fin\par}}"
        r"{\shprslt{\*\do{\dptxbxtext\pard Inicio\par}}}}"
    )
    documento = leido(rf"\pard ancla{forma}\par despu\'e9s\par")
    assert [(b.texto, b.estilo) for b in documento.bloques] == [
        ("ancla", None), ("Inicio", "dibujo"), ("Fin", "dibujo"), ("después", None),
    ]  # fmt: skip


def test_tabla_con_parrafos_en_sus_celdas() -> None:
    documento = leido(r"\pard antes\par" + fila(r"a\par b\line c", "25") + fila("", "x") + r"\pard despu\'e9s\par")
    assert lineas(documento) == [("antes", 0), ("después", 0)]
    assert celdas(documento) == [[(0, 1, 1, ["a", "b", "c"]), (1, 1, 1, ["25"])], [(0, 1, 1, []), (1, 1, 1, ["x"])]]
    assert [p.hueco for p in documento.bloques[1].filas[0].celdas[0].parrafos] == [0, 1, 0]


def test_bordes_distintos_dan_una_sola_rejilla() -> None:
    documento = leido(
        fila("título", bordes=(6000,)) + fila("a", "b", "c", bordes=(2000, 4000, 6000)) + fila("d", "e", bordes=(4010, 5995))
    )
    assert celdas(documento) == [
        [(0, 3, 1, ["título"])],
        [(0, 1, 1, ["a"]), (1, 1, 1, ["b"]), (2, 1, 1, ["c"])],
        [(0, 2, 1, ["d"]), (2, 1, 1, ["e"])],
    ]


def test_celdas_unidas() -> None:
    documento = leido(
        fila("a", "b", "", uniones=(r"\clvmgf", r"\clmgf", r"\clmrg"))
        + fila("", "c", "d", uniones=(r"\clvmrg", "", ""))
        + fila("", "e", "f", uniones=(r"\clvmrg", "", ""))
    )
    assert celdas(documento) == [
        [(0, 1, 3, ["a"]), (1, 2, 1, ["b"])],
        [(1, 1, 1, ["c"]), (2, 1, 1, ["d"])],
        [(1, 1, 1, ["e"]), (2, 1, 1, ["f"])],
    ]


def test_tabla_dentro_de_una_celda() -> None:
    interior = (
        r"\pard\intbl antes\par\pard\intbl\itap2 1\nestcell 2\nestcell{\*\nesttableprops\trowd\cellx900\cellx1800\nestrow}"
        r"{\nonesttables\par}\pard\intbl\itap2 3\nestcell 4\nestcell{\*\nesttableprops\trowd\cellx900\cellx1800\nestrow}"
        r"{\nonesttables\par}\pard\intbl fin\cell "
    )
    # beside a row of data it is text of its cell; alone with text at its side each cell is a page of its own
    documento = leido(fila("x", "y") + r"\trowd\cellx2000\cellx4000" + interior + r"z\cell\row\pard\par")
    assert celdas(documento)[1] == [(0, 1, 1, ["antes", "1", "2", "3", "4", "fin"]), (1, 1, 1, ["z"])]
    suelto = leido(r"\trowd\cellx2000\cellx4000" + interior + r"z\cell\row\pard\par")
    assert celdas(suelto) == [[(0, 1, 1, ["1"]), (1, 1, 1, ["2"])], [(0, 1, 1, ["3"]), (1, 1, 1, ["4"])]]
    assert [t for t, _ in lineas(suelto)] == ["antes", "fin", "z"]
    assert suelto.avisos == ()
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]


def test_filas_sin_intbl_ni_definicion_propia() -> None:
    documento = leido(r"\trowd\cellx2000\cellx4000 a\cell b\cell\row\intbl c\cell d\cell\row\pard fin\par")
    assert celdas(documento) == [[(0, 1, 1, ["a"]), (1, 1, 1, ["b"])], [(0, 1, 1, ["c"]), (1, 1, 1, ["d"])]]


def test_archivo_cortado_se_lee_hasta_donde_llega() -> None:
    documento = leer(rb"{\rtf1\ansi\pard a\par\trowd\cellx2000\cellx4000\pard\intbl b\cell c", "corto.rtf", "0" * 64)
    assert lineas(documento) == [("a", 0)]
    assert celdas(documento) == [[(0, 1, 1, ["b"]), (1, 1, 1, ["c"])]]
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]


@pytest.mark.parametrize(
    ("datos", "codigo"),
    [(b"hola", "FORMATO_DESCONOCIDO"), (b"{\\rtf1", "DOCUMENTO_ILEGIBLE"), (b"{\\rtf1" + b"{" * 5000, "LIMITE_EXCEDIDO"),
     (b"{\\rtf1 " + b"".join(b"\\itap%d a\\nestcell " % n for n in range(40)), "LIMITE_EXCEDIDO")],
)  # fmt: skip
def test_archivos_malos_se_rechazan_con_su_codigo(datos: bytes, codigo: str) -> None:
    with pytest.raises(ErrorLectura) as error:
        leer(datos, "malo.rtf", "0" * 64)
    assert error.value.codigo == codigo


def test_bytes_cambiados_nunca_hacen_caer_al_lector() -> None:
    base = ("{\\rtf1\\ansi " + fila("a", "b", uniones=("\\clvmgf", "")) + "{\\footnote x}\\u209?\\'f3\\pard fin\\par}").encode()
    assert leidos_con_danos(leer, base, 7, 400, 6, cortados=True) > 200


@pytest.fixture(scope="module")
def convertidos(tmp_path_factory: pytest.TempPathFactory, corpus: Path, programa: Callable[[str], str]) -> Path:
    return convertir("rtf", tmp_path_factory.mktemp("rtf"), corpus, programa("soffice"))


@pytest.mark.parametrize("muestra", MUESTRAS)
def test_la_misma_muestra_da_los_mismos_datos(muestra: str, convertidos: Path, corpus: Path) -> None:
    da_lo_del_docx(leer, convertidos / f"{muestra}.rtf", corpus)


def test_los_membretes_quedan_aparte() -> None:
    """Heads and feet, a table of theirs too, are no text, no table and no notice of the report."""
    cabeza = r"{\header \pard Direcci\'f3n de Riego\par \trowd\cellx900\cellx1800\pard\intbl Unidad\cell Avance 2008\cell\row\pard{\v nada}{\object x}\par}"
    pies = r"{\footerf \pard P\'e1gina 3{\footnote uno}\par}{\headerl \pard Direcci\'f3n de Riego\par}{\footer{\shp{\*\shpinst{\shptxt Huanhual\'ed 22\par}}}\par}"
    documento = leer(
        rf"{{\rtf1\ansi\ansicpg1252 {cabeza}{pies}Uno\par{{\header Otra secci\'f3n}} Dos\par}}".encode(), "x.rtf", "0" * 64
    )
    assert documento.membretes == ("Dirección de Riego", "Unidad", "Avance 2008", "Página 3", "Otra sección")
    assert [b.texto for b in documento.bloques if isinstance(b, Parrafo)] == ["Uno", "Dos"]
    assert documento.avisos == () and not any(isinstance(b, BloqueTabla) for b in documento.bloques)


def test_el_membrete_dice_de_quien_es_el_informe() -> None:
    cuerpo = r"ETAPA 3: IMPLEMENTACI\'d3N DEL PLAN GT Y PROGRAMA DE TRABAJO 2007\par Regi\'f3n: Maule\par"
    datos = rf"{{\rtf1\ansi\ansicpg1252 {{\header Instituto Nacional de Estad\'edsticas\par}}{cuerpo}}}".encode()
    servicio = informe_de(leer_bytes(datos, "x.rtf"), Declarado()).documento.servicio
    assert servicio is not None and servicio.codigo == "ine"


def test_un_membrete_dentro_de_otro_texto_se_calla() -> None:
    documento = leer(rb"{\rtf1\ansi {\header Uno{\header dos}\par}{\footnote\header tres}Cuatro\par}", "x.rtf", "0" * 64)
    assert [b.texto for b in documento.bloques if isinstance(b, Parrafo)] == ["Cuatro"]
    assert documento.membretes == ("dos", "Uno")


def test_letras_de_una_fuente_de_signos_que_no_dice_su_juego() -> None:
    fuentes = "{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset0 Wingdings;}}"
    assert lineas(leido("{\\f1\\'fc} {\\f1\\u251?} {\\f0\\'fc}\\par", fuentes)) == [("✓ ✗ ü", 0)]
