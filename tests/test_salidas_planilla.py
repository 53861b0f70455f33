"""hallazgos.xlsx: safe, complete, and the same bytes for the same input. Recalculation sheets: test_salidas_planilla_recalculo."""

from __future__ import annotations

import datetime as dt
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from ayudas_salidas import ARAUCANIA, hallazgo, informe

from extractor.comun.herramientas.libreoffice import convertir
from extractor.errores import ErrorUso
from extractor.lote.fallidos import informe_fallido
from extractor.modelo.decision import Decision, DecisionTomada
from extractor.modelo.hallazgo import Correccion
from extractor.modelo.informe import Informe
from extractor.modelo.valores import CandidatoRegion, Region
from extractor.salidas.carpeta import ARCHIVOS, CarpetaSalida
from extractor.salidas.planilla import celdas, escribir_planilla, hojas

HOJAS = ["Resumen", "Hallazgos", "Gráficos", "Resultados", "Datos", "Nombres", "Verificaciones", "Documentos", "Índice"]


def columna(hoja: Any, titulo: str) -> list[Any]:
    filas = list(hoja.iter_rows(values_only=True))
    lugar = filas[0].index(titulo)
    return [fila[lugar] for fila in filas[1:]]


def resumen(libro: Any) -> dict[Any, Any]:
    return {fila[0]: fila[1] for fila in libro["Resumen"].iter_rows(values_only=True)}


def test_hojas_columnas_y_valores(tmp_path: Path) -> None:
    fallido = informe_fallido(tmp_path / "no.txt", "no.txt", "DOCUMENTO_ILEGIBLE", "dañado")
    escribir_planilla(tmp_path / "h.xlsx", [informe("a.txt", b"a"), informe("b.txt", b"b"), fallido])
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    assert libro.sheetnames == [*HOJAS, "R01 La Araucanía", "R02 La Araucanía"]
    h = libro["Hallazgos"]
    assert columna(h, "Código") == ["ACUMULADO_NO_CUADRA", "TOTAL_AUSENTE"] * 2 + ["DOCUMENTO_ILEGIBLE"]
    assert columna(h, "Gravedad")[:2] == ["≠ Aritmética", "○ Aviso"]
    assert [columna(h, t)[0] for t in ("Impreso en el documento", "Informado", "Recalculado", "Diferencia")] == ["32,5", 32.5, 37.5, -5]
    assert [columna(h, t)[0] for t in ("Fila", "Actividad", "Dónde está")] == [1, 2, "línea 8"]
    assert columna(h, "Corrección probable")[0] == "ponderación ganada: 32,5 → 37,5 (explica 3)"
    assert columna(h, "Decisión") == [None] * 5 and columna(h, "Comentario") == [None] * 5
    assert columna(libro["Datos"], "Ponderación (impresa)")[:2] == ["50", "50,0"]
    assert columna(libro["Datos"], "Ponderación")[:2] == [50, 50]
    assert columna(libro["Datos"], "Ganada informada")[1] is None
    assert columna(libro["Documentos"], "Estado") == ["ok", "ok", "fallido"]
    cuentas = resumen(libro)
    assert (cuentas["Documentos"], cuentas["≠ Aritmética"], cuentas["no hay total con qué comparar"]) == (3, 2, 2)
    dichos = [fila[:3] for fila in libro["Resumen"].iter_rows(values_only=True)]
    assert ("Documentos", 3, None) in dichos and ("no.txt", None, "dañado") in dichos


def test_se_puede_imprimir_filtrar_y_decidir(tmp_path: Path) -> None:
    escribir_planilla(tmp_path / "h.xlsx", [informe()])
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    for hoja in libro:
        assert hoja.page_setup.orientation == "landscape" and hoja.sheet_properties.pageSetUpPr.fitToPage, hoja.title
    h = libro["Hallazgos"]
    assert h.freeze_panes == "D2" and h.auto_filter.ref == "A1:AA3" and h.print_title_rows == "$1:$1"
    (lista,) = h.data_validations.dataValidation
    assert lista.formula1 == '"confirmado,descartado,corregido"' and str(lista.sqref).startswith("U2:U")
    assert h["U1"].value == "Decisión"
    assert {celda.number_format for celda in h["K"] if isinstance(celda.value, float)} <= {"#,##0.00##"}


def test_la_decision_ya_tomada_se_muestra(tmp_path: Path) -> None:
    tomada = DecisionTomada(id="d7", valor="descartado", quien="ana", porque="copia aparte")
    escribir_planilla(tmp_path / "h.xlsx", [informe(hallazgos=(hallazgo("a" * 16, "X", "aritmetica", decision=tomada),))])
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    assert columna(libro["Hallazgos"], "Decisión") == ["descartado"]
    assert columna(libro["Hallazgos"], "Comentario") == ["copia aparte (ana, decisión d7)"]
    assert (resumen(libro)["≠ Aritmética"], resumen(libro)["Descartados por una persona"]) == (0, 1)


def test_quien_cuando_y_que_se_decidio(tmp_path: Path) -> None:
    decision = Decision(id="d1", tipo="hallazgo", clave="k", valor="confirmado", quien="ana", cuando="2010-05-03", porque="=1+1")
    escribir_planilla(tmp_path / "h.xlsx", [informe()], autor="Ana Pérez", fecha=dt.date(2010, 5, 3), decisiones=[decision])
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    assert (resumen(libro)["Preparado por"], resumen(libro)["Fecha"]) == ("Ana Pérez", "3 de mayo de 2010")
    assert columna(libro["Decisiones"], "Quién") == ["ana"] and columna(libro["Decisiones"], "Por qué") == ["=1+1"]
    assert libro.properties.creator == "Ana Pérez" and libro.properties.created == dt.datetime(2010, 5, 3)


HOSTILES = ['=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(1)", "http://x.cl", "{=1}", "\x01=1", "00123", "\t=1", "\r=1", "\ud800=1"]


def test_ninguna_celda_del_documento_es_formula_ni_enlace(tmp_path: Path) -> None:
    varios = tuple(
        hallazgo(f"{n:016d}", "X", "aviso", mensaje=t, lugar=t, informado=t, explicacion=t, norma=t, tabla=None,
                 correccion_probable=Correccion(origen=informe().tablas[0].origen, campo="estado", de=t, a=t, explica=1))
        for n, t in enumerate(HOSTILES)
    )  # fmt: skip
    base = informe("=1+1.txt", hallazgos=varios)
    region = base.tablas[0].region.model_copy(update={"nombre": "=[1]*?/\\:'", "texto": "=1"})
    tabla = base.tablas[0].model_copy(update={"region": region})
    escribir_planilla(tmp_path / "h.xlsx", [base.model_copy(update={"tablas": (tabla,)})])
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    formulas = [c for hoja in libro for fila in hoja.iter_rows() for c in fila if c.data_type == "f"]
    assert {c.parent.title for c in formulas} == {"R01 = 1"}
    assert not [c for c in formulas if "HYPERLINK" in c.value or "1+1" in c.value]
    enlaces = {c.hyperlink.target or c.hyperlink.location for hoja in libro for fila in hoja.iter_rows() for c in fila if c.hyperlink}
    assert enlaces == {"=1+1.txt", "'Índice'!A1", "'R01 = 1'!A1"}
    mensajes = columna(libro["Hallazgos"], "Mensaje")
    assert mensajes[0] == '=HYPERLINK("http://x","y")' and mensajes[6] == "\ufffd=1" and mensajes[10] == "?=1"
    assert columna(libro["Hallazgos"], "Informado")[7] == "00123"
    assert resumen(libro)["textos con caracteres de control, reemplazados por «\ufffd»"] >= 2


def test_texto_mas_largo_que_una_celda_se_corta_y_se_dice(tmp_path: Path) -> None:
    textos = ("á" * 40_000, "😀" * 20_000)
    largos = tuple(hallazgo(letra * 16, "X", "aviso", mensaje=t) for letra, t in zip("ef", textos, strict=True))
    escribir_planilla(tmp_path / "h.xlsx", [informe(hallazgos=largos)])
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    for mensaje in columna(libro["Hallazgos"], "Mensaje"):
        assert 32_700 < len(mensaje.encode("utf-16-le")) // 2 <= 32_767 and "texto cortado" in mensaje
    assert resumen(libro)["textos más largos que una celda, cortados"] == 2


def test_las_filas_y_enlaces_que_no_caben_se_cuentan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hojas, "MAXIMO_FILAS", 3)
    monkeypatch.setattr(celdas, "MAXIMO_ENLACES", 1)
    escribir_planilla(tmp_path / "h.xlsx", [informe("a.txt", b"a"), informe("b.txt", b"b")])
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    assert columna(libro["Hallazgos"], "Documento") == ["a.txt", "a.txt"]
    assert resumen(libro)["filas que no caben en la hoja Hallazgos: completas en informes.jsonl"] == 2
    assert resumen(libro)["enlaces que no caben en una hoja, escritos como texto"] >= 2


def test_nombres_dudosos_con_sus_candidatos(tmp_path: Path) -> None:
    dudosa = ARAUCANIA.model_copy(update={
        "texto": "Araucan", "certeza": "dudosa", "candidatos": (CandidatoRegion(codigo="09", nombre="La Araucanía", puntaje=81.5),),
    })  # fmt: skip
    base = informe()
    tabla = base.tablas[0].model_copy(update={"region": Region.model_validate(dudosa)})
    escribir_planilla(tmp_path / "h.xlsx", [base.model_copy(update={"tablas": (tabla,)}), informe("b.txt", b"b")])
    hoja = openpyxl.load_workbook(tmp_path / "h.xlsx")["Nombres"]
    assert columna(hoja, "Texto") == ["Araucan"] and columna(hoja, "Candidatos") == ["09 La Araucanía (81.5)"]
    assert columna(hoja, "Línea") == [2]


def test_enlace_al_documento_desde_la_planilla(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    with CarpetaSalida(tmp_path / "r") as carpeta:
        carpeta.agregar(informe("uno #1 100%.txt"), archivo=tmp_path / "docs" / "uno #1 100%.txt")
    celda = openpyxl.load_workbook(tmp_path / "r" / "hallazgos.xlsx")["Hallazgos"]["C2"]
    assert celda.hyperlink.target.replace("\\", "/") == "../docs/uno %231 100%25.txt" and celda.value == "uno #1 100%.txt"


def test_mismos_bytes(tmp_path: Path) -> None:
    escribir_planilla(tmp_path / "a.xlsx", [informe()])
    time.sleep(2.1)  # zip times count by two seconds
    escribir_planilla(tmp_path / "b.xlsx", [informe()])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert zipfile.ZipFile(tmp_path / "a.xlsx").namelist()[0] == "[Content_Types].xml"


def test_sin_informes_quedan_los_encabezados(tmp_path: Path) -> None:
    escribir_planilla(tmp_path / "h.xlsx", [])
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    assert libro.sheetnames == HOJAS
    assert [columna(libro["Hallazgos"], t) for t in ("Código", "Huella")] == [[], []]


def test_mas_informes_que_una_tanda_quedan_todos_y_en_orden(tmp_path: Path) -> None:
    rutas = [f"{n:02d}.txt" for n in range(35)]
    escribir_planilla(tmp_path / "h.xlsx", (informe(ruta, ruta.encode()) for ruta in rutas))
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    assert columna(libro["Documentos"], "Documento") == rutas
    assert columna(libro["Hallazgos"], "Documento") == [ruta for ruta in rutas for _ in range(2)]


def test_libreoffice_la_abre(tmp_path: Path, programa: Callable[[str], str]) -> None:
    programa("soffice")
    escribir_planilla(tmp_path / "h.xlsx", [informe()])
    (tmp_path / "abierta.xlsx").write_bytes(convertir((tmp_path / "h.xlsx").read_bytes(), ".xlsx", "xlsx"))
    antes, despues = (openpyxl.load_workbook(tmp_path / nombre) for nombre in ("h.xlsx", "abierta.xlsx"))
    assert antes.sheetnames == despues.sheetnames
    assert columna(antes["Hallazgos"], "Mensaje") == columna(despues["Hallazgos"], "Mensaje")


# The folder of --salida


def test_carpeta_de_salida_entera_o_nada(tmp_path: Path) -> None:
    destino = tmp_path / "r" / "s"
    with CarpetaSalida(destino) as carpeta:
        carpeta.agregar(informe())
    assert sorted(ruta.name for ruta in destino.iterdir()) == sorted(ARCHIVOS)
    antes = {ruta.name: ruta.read_bytes() for ruta in destino.iterdir()}
    assert [Informe.model_validate_json(fila) for fila in antes["informes.jsonl"].decode().splitlines()] == [informe()]
    with pytest.raises(ZeroDivisionError), CarpetaSalida(destino) as carpeta:
        carpeta.agregar(informe("otro.txt"))
        raise ZeroDivisionError
    assert {ruta.name: ruta.read_bytes() for ruta in destino.iterdir()} == antes


def test_carpeta_que_no_se_puede_crear(tmp_path: Path) -> None:
    (tmp_path / "archivo").write_text("x", "utf-8")
    with pytest.raises(ErrorUso, match="no es una carpeta"), CarpetaSalida(tmp_path / "archivo" / "sub"):
        pass


def test_sin_carpeta_no_escribe_nada(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with CarpetaSalida(None) as carpeta:
        carpeta.agregar(informe())
    assert list(tmp_path.iterdir()) == []
