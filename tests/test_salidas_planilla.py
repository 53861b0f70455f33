"""hallazgos.xlsx: safe, complete, and the same bytes for the same input."""

from __future__ import annotations

import time
from pathlib import Path

import openpyxl
import pytest
from ayudas_salidas import hallazgo, informe

from extractor.errores import ErrorUso
from extractor.lote.fallidos import informe_fallido
from extractor.marcos.columnas import COLUMNAS
from extractor.modelo.informe import Informe
from extractor.salidas.carpeta import CarpetaSalida
from extractor.salidas.planilla import escribir_planilla


def columna(hoja: object, nombre: str) -> list[object]:
    filas = list(hoja.iter_rows(values_only=True))  # type: ignore[attr-defined]
    lugar = filas[0].index(nombre)
    return [fila[lugar] for fila in filas[1:]]


def test_hojas_columnas_y_valores(tmp_path: Path) -> None:
    fallido = informe_fallido(tmp_path / "no.txt", "no.txt", "DOCUMENTO_ILEGIBLE", "dañado")
    escribir_planilla(tmp_path / "h.xlsx", [informe("a.txt", b"a"), informe("b.txt", b"b"), fallido])
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    assert libro.sheetnames == ["Resumen", "Hallazgos", "Verificaciones", "Actividades", "Documentos"]
    hojas = [[celda.value for celda in libro[hoja][1]] for hoja in libro.sheetnames[1:]]
    assert hojas == [list(COLUMNAS[marco]) for marco in ("hallazgos", "verificaciones", "actividades", "documentos")]
    assert columna(libro["Hallazgos"], "codigo") == ["ACUMULADO_NO_CUADRA", "TOTAL_AUSENTE"] * 2 + ["DOCUMENTO_ILEGIBLE"]
    assert columna(libro["Hallazgos"], "informado_valor")[0] == 32.5
    assert columna(libro["Actividades"], "ponderacion")[:2] == ["50", "50,0"]
    assert columna(libro["Actividades"], "ponderacion_valor")[:2] == [50, 50]
    assert columna(libro["Actividades"], "ganada_valor")[1] is None
    assert columna(libro["Documentos"], "estado") == ["ok", "ok", "fallido"]
    resumen = {fila[0]: fila[1] for fila in libro["Resumen"].iter_rows(min_row=2, values_only=True)}
    assert (resumen["Documentos"], resumen["Hallazgos: aritmetica"], resumen["Sin verificar: falta_total"]) == (3, 2, 2)
    assert [fila[2] for fila in libro["Resumen"].iter_rows(values_only=True) if fila[0] == "No se pudo leer"] == [
        "no.txt: dañado"
    ]


HOSTILES = ['=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(1)", "http://x.cl", "{=1}", "\x01=1", "00123"]


def test_ninguna_celda_es_formula_ni_enlace(tmp_path: Path) -> None:
    hostiles = tuple(
        hallazgo(f"{n:016d}", "X", "aviso", mensaje=texto, lugar=texto, informado=texto)
        for n, texto in enumerate(
            ['=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(1)", "http://x.cl", "{=1}", "\x01=1", "00123"]
        )
    )
    escribir_planilla(tmp_path / "h.xlsx", [informe(hallazgos=hostiles)])
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    celdas = [celda for hoja in libro for fila in hoja.iter_rows() for celda in fila if celda.value is not None]
    assert len(celdas) > 200
    assert {celda.data_type for celda in celdas} == {"s", "n"}
    assert not [celda for celda in celdas if celda.hyperlink]
    assert columna(libro["Hallazgos"], "mensaje")[0] == '=HYPERLINK("http://x","y")'
    assert columna(libro["Hallazgos"], "informado")[7] == "00123"


def test_texto_mas_largo_que_una_celda_se_corta_y_se_dice(tmp_path: Path) -> None:
    largo = informe(hallazgos=(hallazgo("e" * 16, "X", "aviso", mensaje="á" * 40_000),))
    escribir_planilla(tmp_path / "h.xlsx", [largo])
    (mensaje,) = columna(openpyxl.load_workbook(tmp_path / "h.xlsx")["Hallazgos"], "mensaje")
    assert isinstance(mensaje, str) and len(mensaje) == 32_767 and "texto cortado" in mensaje


def test_mismos_bytes(tmp_path: Path) -> None:
    escribir_planilla(tmp_path / "a.xlsx", [informe()])
    time.sleep(2.1)  # zip times count by two seconds
    escribir_planilla(tmp_path / "b.xlsx", [informe()])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_sin_informes_quedan_los_encabezados(tmp_path: Path) -> None:
    escribir_planilla(tmp_path / "h.xlsx", [])
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    assert [celda.value for celda in libro["Hallazgos"][1]] == list(COLUMNAS["hallazgos"])


def test_carpeta_de_salida_entera_o_nada(tmp_path: Path) -> None:
    destino = tmp_path / "r" / "s"
    with CarpetaSalida(destino) as carpeta:
        carpeta.agregar(informe())
    assert sorted(ruta.name for ruta in destino.iterdir()) == ["hallazgos.xlsx", "informes.jsonl", "revision.html"]
    antes = (destino / "informes.jsonl").read_bytes()
    assert [Informe.model_validate_json(fila) for fila in antes.decode().splitlines()] == [informe()]
    with pytest.raises(ZeroDivisionError), CarpetaSalida(destino) as carpeta:
        carpeta.agregar(informe("otro.txt"))
        raise ZeroDivisionError
    assert (destino / "informes.jsonl").read_bytes() == antes
    assert sorted(ruta.name for ruta in destino.iterdir()) == ["hallazgos.xlsx", "informes.jsonl", "revision.html"]


def test_carpeta_que_no_se_puede_crear(tmp_path: Path) -> None:
    (tmp_path / "archivo").write_text("x", "utf-8")
    with pytest.raises(ErrorUso, match="no es una carpeta"), CarpetaSalida(tmp_path / "archivo" / "sub"):
        pass


def test_sin_carpeta_no_escribe_nada(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with CarpetaSalida(None) as carpeta:
        carpeta.agregar(informe())
    assert list(tmp_path.iterdir()) == []


def test_mas_informes_que_una_tanda_quedan_todos_y_en_orden(tmp_path: Path) -> None:
    rutas = [f"{n:02d}.txt" for n in range(35)]
    escribir_planilla(tmp_path / "h.xlsx", (informe(ruta, ruta.encode()) for ruta in rutas))
    libro = openpyxl.load_workbook(tmp_path / "h.xlsx")
    assert columna(libro["Documentos"], "ruta") == rutas
    assert columna(libro["Hallazgos"], "ruta") == [ruta for ruta in rutas for _ in range(2)]
