"""Spreadsheets as shown: number formats, merged cells, several sheets, what is hidden; xlsx and xls alike."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from ayudas_docx import celdas, lineas
from ayudas_lectores import leidos_con_danos

from extractor.errores import ErrorLectura
from extractor.lectores.hojas import leer
from extractor.lectores.hojas.fechas import es_fecha, mostrar_fecha
from extractor.lectores.hojas.numeros import mostrar
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import Documento
from extractor.proceso import informe_de


@pytest.mark.parametrize(
    ("valor", "formato", "visto"),
    [
        ("0.25", "0%", "25%"), ("0.125", "0.0%", "12,5%"), ("0.145", "0%", "15%"), ("12.5", "0.00", "12,50"),
        ("1234.5", "#,##0.00", "1.234,50"), ("37.5", "General", "37,5"), ("16.666666666666668", "General", "16,66666667"),
        ("0.30000000000000004", "General", "0,3"), ("-3", "0;(0)", "(3)"), ("0", '0;-0;"-"', "-"), ("-0.4", "0", "0"),
        ("42000", '"$"#,##0', "$42.000"), ("42000", "[$$-340A]#,##0;[Red]-[$$-340A]#,##0", "$42.000"), ("7", "000", "007"),
        ("25", '0"%"', "25%"), ("5", 'General" años"', "5 años"), ("12.5", "_-* #,##0.00_-;-* #,##0.00_-", "12,50"),
        ("1500000", "#,##0,", "1.500"), ("1E+15", "0", "1000000000000000"), ("2.50", "0.0#", "2,5"),
    ],
)  # fmt: skip
def test_numeros_como_se_ven(valor: str, formato: str, visto: str) -> None:
    assert mostrar(Decimal(valor), formato) == visto


@pytest.mark.parametrize(
    ("valor", "formato", "visto"),
    [
        ("39448", "mm-dd-yy", "01-01-2008"), ("39448", "dd/mm/yyyy", "01/01/2008"), ("1", "d/m/yyyy", "1/1/1900"),
        ("39447", '[$-340A]d" de "mmmm" de "yyyy', "31 de diciembre de 2007"), ("39448.75", "dd/mm/yy h:mm", "01/01/08 18:00"),
        ("0.5", "h:mm AM/PM", "12:00 PM"), ("99999999", "dd/mm/yyyy", None),
    ],
)  # fmt: skip
def test_fechas_como_se_ven(valor: str, formato: str, visto: str | None) -> None:
    assert es_fecha(formato)
    assert mostrar_fecha(Decimal(valor), formato, False) == visto


@pytest.mark.parametrize("formato", ["General", "0.00", "[Red]0", '#,##0 "días"', '"$"#,##0;[Red]\\-"$"#,##0'])
def test_formatos_que_no_son_fechas(formato: str) -> None:
    assert not es_fecha(formato)


ENCABEZADO = ["Objetivos específicos", "Actividades", "Ponderación actividad", "Cumple o No cumple", "Ponderación ganada"]
FILAS: list[list[Any]] = [
    ["ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007"],
    ["SERVICIO: Instituto de Desarrollo Agropecuario (INDAP)"],
    ["OBJETIVO N°1: LA INSTITUCION IMPLEMENTA EL PLAN GT Y PROGRAMA DE TRABAJO"],
    [],
    ["Actividad 1.1: Implementación de las actividades del Programa de Trabajo GT 2007"],
    ["Región: Antofagasta"],
    ENCABEZADO,
    ["Cuidar los canales", "Limpiar las tomas", 0.25, "Cumple", 0.25],
    [None, "Medir los caudales\nInformar", 0.25, "No cumple", 0],
    [],
    ["Enseñar", "Hacer dos talleres", 0.5, "Cumple", 0.45],
]


def libro() -> openpyxl.Workbook:
    hecho = openpyxl.Workbook()
    hoja = hecho.active
    for fila in FILAS:
        hoja.append(fila)
    for fila in (8, 9, 11):
        for columna in (3, 5):
            hoja.cell(fila, columna).number_format = "0%"
    hoja.merge_cells("A8:A9")
    return hecho


def bytes_de(hecho: openpyxl.Workbook) -> bytes:
    salida = io.BytesIO()
    hecho.save(salida)
    return salida.getvalue()


def leido(hecho: openpyxl.Workbook) -> Documento:
    return leer(bytes_de(hecho), "prueba.xlsx", "0" * 64)


def comprobar_programa(documento: Documento) -> None:
    assert [t for t, _ in lineas(documento)][-1] == "Región: Antofagasta"
    assert lineas(documento)[3][1] == 2
    assert celdas(documento)[1:] == [
        [
            (0, 1, 2, ["Cuidar los canales"]),
            (1, 1, 1, ["Limpiar las tomas"]),
            (2, 1, 1, ["25%"]),
            (3, 1, 1, ["Cumple"]),
            (4, 1, 1, ["25%"]),
        ],
        [(1, 1, 1, ["Medir los caudales", "Informar"]), (2, 1, 1, ["25%"]), (3, 1, 1, ["No cumple"]), (4, 1, 1, ["0%"])],
        [
            (0, 1, 1, ["Enseñar"]),
            (1, 1, 1, ["Hacer dos talleres"]),
            (2, 1, 1, ["50%"]),
            (3, 1, 1, ["Cumple"]),
            (4, 1, 1, ["45%"]),
        ],
    ]
    origen = documento.bloques[-1].filas[2].celdas[0].parrafos[1].origen
    assert (origen.tabla, origen.fila, origen.columna, origen.parrafo, origen.inicio, origen.texto) == (
        0,
        8,
        1,
        0,
        19,
        "Informar",
    )
    informe = json.loads(informe_de(documento, Declarado()).model_dump_json())
    assert [t["region"]["codigos"] for t in informe["tablas"]] == [["02"]]
    pesos = [a["ponderacion"]["valor"] for f in informe["tablas"][0]["filas"] for a in f["actividades"]]
    assert pesos == ["25", "25", "50"]
    fallas = [(h["codigo"], h["informado"], h["recalculado"]) for h in informe["hallazgos"] if h["gravedad"] == "aritmetica"]
    assert fallas == [("GANADA_NO_CORRESPONDE", "45", "50")]


def test_programa_en_una_planilla() -> None:
    documento = leido(libro())
    comprobar_programa(documento)
    assert (documento.formato, documento.lector, documento.avisos) == ("xlsx", "xlsx/1", ())


def test_programa_en_una_planilla_antigua(tmp_path: Path, programa: Callable[[str], str]) -> None:
    (tmp_path / "p.xlsx").write_bytes(bytes_de(libro()))
    orden = [programa("soffice"), f"-env:UserInstallation={(tmp_path / 'perfil').as_uri()}", "--headless", "--convert-to", "xls"]
    subprocess.run([*orden, "--outdir", str(tmp_path), str(tmp_path / "p.xlsx")], check=True, capture_output=True, timeout=120)
    if not (tmp_path / "p.xls").exists():
        pytest.skip("this LibreOffice has no spreadsheet module")
    documento = leer((tmp_path / "p.xls").read_bytes(), "p.xls", "0" * 64)
    comprobar_programa(documento)
    assert (documento.formato, documento.lector, documento.avisos) == ("xls", "xls/1", ())


def test_cadena_de_sectores_que_se_muerde_la_cola(tmp_path: Path, programa: Callable[[str], str]) -> None:
    import olefile

    hecho = libro()
    for numero in range(200):
        hecho.active.append([f"relleno {numero}"])
    (tmp_path / "p.xlsx").write_bytes(bytes_de(hecho))
    orden = [programa("soffice"), f"-env:UserInstallation={(tmp_path / 'perfil').as_uri()}", "--headless", "--convert-to", "xls"]
    subprocess.run([*orden, "--outdir", str(tmp_path), str(tmp_path / "p.xlsx")], check=True, capture_output=True, timeout=120)
    if not (tmp_path / "p.xls").exists():
        pytest.skip("this LibreOffice has no spreadsheet module")
    datos = bytearray((tmp_path / "p.xls").read_bytes())
    with olefile.OleFileIO(io.BytesIO(bytes(datos))) as contenedor:
        inicio = contenedor.direntries[contenedor._find("Workbook")].isectStart
    tabla = (int.from_bytes(datos[76:80], "little") + 1) * 512
    datos[tabla + 4 * inicio : tabla + 4 * inicio + 4] = inicio.to_bytes(4, "little")
    with pytest.raises(ErrorLectura) as error:
        leer(bytes(datos), "x.xls", "0" * 64)
    assert error.value.codigo == "DOCUMENTO_ILEGIBLE"


def test_varias_hojas_y_lo_oculto() -> None:
    hecho = openpyxl.Workbook()
    primera = hecho.active
    primera.title = "II Región"
    primera.append(["a", "b", "c"])
    primera.append(["x", "y", "z"])
    primera.column_dimensions["B"].hidden = True
    segunda = hecho.create_sheet("Hoja2")
    segunda.append(["d", 1])
    tapada = hecho.create_sheet("Borrador")
    tapada.append(["no"])
    tapada.sheet_state = "hidden"
    hecho.create_sheet("Vacía")
    documento = leido(hecho)
    assert lineas(documento) == [("II Región", 1)]
    assert celdas(documento, 0) == [[(0, 1, 1, ["a"]), (2, 1, 1, ["c"])], [(0, 1, 1, ["x"]), (2, 1, 1, ["z"])]]
    assert celdas(documento, 1) == [[(0, 1, 1, ["d"]), (1, 1, 1, ["1"])]]
    assert [(c, o.tabla) for c, _, o in documento.avisos if o] == [("LECTURA_DUDOSA", 0), ("LECTURA_DUDOSA", 2)]


def test_valores_que_no_son_numeros_ni_textos() -> None:
    hecho = openpyxl.Workbook()
    hecho.active.append([True, "=1+1", "#DIV/0!", "  "])
    documento = leido(hecho)
    assert celdas(documento) == [[(0, 1, 1, ["VERDADERO"]), (1, 1, 1, []), (2, 1, 1, ["#DIV/0!"])]]
    # a formula without a stored result shows nothing here: it is told
    assert [a[0] for a in documento.avisos] == ["LECTURA_DUDOSA"]


def cambiado(patron: str, por: str, parte: str = "xl/worksheets/sheet1.xml") -> bytes:
    """The workbook with one of its parts rewritten."""
    salida = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bytes_de(libro()))) as origen, zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as destino:
        for nombre in origen.namelist():
            texto = origen.read(nombre)
            destino.writestr(nombre, re.sub(patron, por, texto.decode(), count=1).encode() if nombre == parte else texto)
    return salida.getvalue()


def test_lugares_y_uniones_disparatados() -> None:
    lejos = leer(cambiado('r="C8"', 'r="XFD1048576"'), "x.xlsx", "0" * 64)
    assert lejos.bloques
    todo = leer(cambiado('ref="A8:A9"', 'ref="A1:XFD1048576"'), "x.xlsx", "0" * 64)
    assert todo.bloques


@pytest.mark.parametrize(
    ("datos", "codigo"),
    [
        (bytes_de(libro())[:500], "DOCUMENTO_ILEGIBLE"),
        (cambiado("<worksheet", "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet"), "DOCUMENTO_ILEGIBLE"),
        (cambiado("<workbook", "<otro", "xl/workbook.xml"), "DOCUMENTO_ILEGIBLE"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "DOCUMENTO_ILEGIBLE"),
    ],
)
def test_archivos_malos_se_rechazan_con_su_codigo(datos: bytes, codigo: str) -> None:
    with pytest.raises(ErrorLectura) as error:
        leer(datos, "malo.xlsx", "0" * 64)
    assert error.value.codigo == codigo


def test_bytes_cambiados_nunca_hacen_caer_al_lector() -> None:
    base = bytes_de(libro())
    assert leidos_con_danos(leer, base, 5, 150, 4) < 130


def test_quien_reconoce_que() -> None:
    from ayudas_docx import hacer, p

    from extractor.lectores import html, odt, rtf
    from extractor.lectores.hojas import reconoce_xls, reconoce_xlsx

    planilla, word = bytes_de(libro()), hacer(p("a"))
    muestras = {
        "xlsx": planilla,
        "docx": word,
        "rtf": b"\r\n{\\rtf1 a}",
        "html": b"\xef\xbb\xbf<!-- x --><HTML xmlns:o='urn'><p>a",
        "mht": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n",
        "texto": b"<br> a & b",
        "xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\x00".encode("utf-16-le"),
        "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument\x00Workbook\x00".encode("utf-16-le"),
    }
    lectores = {"xlsx": reconoce_xlsx, "xls": reconoce_xls, "rtf": rtf.reconoce, "odt": odt.reconoce, "html": html.reconoce}
    vistos = {nombre: [quien for quien, reconoce in lectores.items() if reconoce(datos)] for nombre, datos in muestras.items()}
    assert vistos == {
        "xlsx": ["xlsx"], "docx": [], "rtf": ["rtf"], "html": ["html"], "mht": ["html"], "texto": [], "xls": ["xls"], "doc": [],
    }  # fmt: skip


def test_letras_de_una_fuente_de_signos() -> None:
    libro = openpyxl.Workbook()
    libro.active.append(["a", "ü", "ü"])
    libro.active["B1"].font = openpyxl.styles.Font(name="Wingdings")
    salida = io.BytesIO()
    libro.save(salida)
    (tabla,) = leer(salida.getvalue(), "x.xlsx", "0" * 64).bloques
    assert [c.texto for c in tabla.filas[0].celdas] == ["a", "✓", "ü"]
