"""Figures that a person struck out in a spreadsheet are left out and said, as in the other formats: whole cells and runs."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font

from extractor.lectores import leer_bytes
from extractor.modelo.declarado import Declarado
from extractor.modelo.documento import BloqueTabla
from extractor.modelo.informe import Informe
from extractor.proceso import informe_de

RAYA, LISA = InlineFont(strike=True), InlineFont(strike=False)
FILAS = (
    ("ETAPA 3: IMPLEMENTACIÓN DEL PLAN GT Y PROGRAMA DE TRABAJO 2007",),
    ("Región: Los Lagos",),
    ("Propósito", "Tareas", "Peso (%)", "Cumplimiento", "Peso obtenido"),
    ("Riego", "Abrir las compuertas", 60, "Cumple", 60),
    ("Huertos", "Repartir semillas", 40, "Cumple", 40),
)


def _libro(*cambios: tuple[str, object, bool]) -> bytes:
    """A workbook with these cells changed: place, value (None leaves it) and whether its font strikes out."""
    libro = openpyxl.Workbook()
    hoja = libro.active
    for fila in FILAS:
        hoja.append(fila)
    for lugar, valor, tachada in cambios:
        if valor is not None:
            hoja[lugar] = valor
        if tachada:
            hoja[lugar].font = Font(strike=True)
    salida = io.BytesIO()
    libro.save(salida)
    return salida.getvalue()


def _leer(datos: bytes, nombre: str = "x.xlsx") -> Informe:
    return informe_de(leer_bytes(datos, nombre), Declarado())


def _a_xls(datos: bytes, carpeta: Path, soffice: str) -> bytes:
    (carpeta / "p.xlsx").write_bytes(datos)
    orden = [soffice, f"-env:UserInstallation={(carpeta / 'perfil').as_uri()}", "--headless", "--convert-to", "xls"]
    subprocess.run([*orden, "--outdir", str(carpeta), str(carpeta / "p.xlsx")], check=True, capture_output=True, timeout=120)
    if not (carpeta / "p.xls").exists():
        pytest.skip("LibreOffice Calc no está instalado")
    return (carpeta / "p.xls").read_bytes()


MEDIA = CellRichText(TextBlock(RAYA, "75 "), TextBlock(LISA, "60"))
DOS = CellRichText("Abrir ", TextBlock(RAYA, "y pintar "), "las compuertas ", TextBlock(RAYA, "del sur"))


def _comprobar(leer: Callable[[bytes], Informe]) -> None:
    entera = leer(_libro(("C4", None, True)))
    assert entera.tablas[0].filas[0].actividades[0].ponderacion is None
    assert ("LECTURA_DUDOSA", 0) in [(h.codigo, h.fila) for h in entera.hallazgos]
    assert [h.codigo for h in entera.hallazgos if h.gravedad != "aviso"] == []
    assert ("PONDERACIONES_NO_SUMAN_100", "NO_VERIFICABLE") in [(v.regla, v.resultado) for v in entera.verificaciones]

    media = leer(_libro(("C4", MEDIA, False), ("B4", DOS, False)))
    primera = media.tablas[0].filas[0].actividades[0]
    assert (primera.texto, primera.ponderacion and primera.ponderacion.texto) == ("Abrir las compuertas", "60")
    assert [h.mensaje for h in media.hallazgos if "tachado (3 pasaje" in h.mensaje] and media.documento.estado == "parcial"

    assert leer(_libro()).hallazgos == ()


def test_xlsx() -> None:
    _comprobar(_leer)


def test_xls(tmp_path: Path, programa: Callable[[str], str]) -> None:
    soffice = programa("soffice")
    _comprobar(lambda datos: _leer(_a_xls(datos, tmp_path, soffice), "x.xls"))


def test_letras_de_una_fuente_de_signos_en_xls(tmp_path: Path, programa: Callable[[str], str]) -> None:
    libro = openpyxl.Workbook()
    mezcla = CellRichText(TextBlock(InlineFont(rFont="Wingdings"), "ü"), TextBlock(InlineFont(rFont="Arial"), " según ü"))
    libro.active.append(["a", "ü", "ü", mezcla])
    libro.active["B1"].font = Font(name="Wingdings")
    libro.active["D1"].font = Font(name="Wingdings")
    salida = io.BytesIO()
    libro.save(salida)
    (tabla,) = leer_bytes(_a_xls(salida.getvalue(), tmp_path, programa("soffice")), "x.xls").bloques
    assert isinstance(tabla, BloqueTabla)
    assert [c.texto for c in tabla.filas[0].celdas] == ["a", "✓", "ü", "✓ según ü"]


def test_una_corrida_puede_no_tachar_en_una_celda_tachada() -> None:
    """The run's own font wins over the cell's; a run without one has the cell's."""
    mixta = CellRichText("Nada ", TextBlock(LISA, "Repartir semillas"))
    leido = _leer(_libro(("B5", mixta, True)))
    assert [a.texto for f in leido.tablas[0].filas for a in f.actividades] == ["Abrir las compuertas", "Repartir semillas"]


def test_lo_tachado_de_una_hoja_o_una_fila_oculta_no_se_cuenta() -> None:
    libro = openpyxl.load_workbook(io.BytesIO(_libro(("A7", "Nota vieja", True))))
    libro.active.row_dimensions[7].hidden = True
    oculta = libro.create_sheet("Borrador")
    oculta["A1"], oculta["A1"].font, oculta.sheet_state = "Peso 75", Font(strike=True), "hidden"
    salida = io.BytesIO()
    libro.save(salida)
    assert not any("tachado" in h.mensaje for h in _leer(salida.getvalue()).hallazgos)


@pytest.mark.parametrize(
    ("rango", "tacha", "dicho"),
    [("C4:C5", True, True), ("E5", True, True), ("C4:C5", False, False), ("H20:H30", True, False)],
)
def test_lo_que_una_condicion_puede_tachar_se_dice(rango: str, tacha: bool, dicho: bool) -> None:
    """Whether the condition holds is not evaluated: the figures stay, and the doubt is told; of blank cells there is none."""
    libro = openpyxl.load_workbook(io.BytesIO(_libro()))
    regla = FormulaRule(formula=['$D4="Anulada"'], font=Font(strike=True) if tacha else Font(bold=True))
    libro.active.conditional_formatting.add(rango, regla)
    salida = io.BytesIO()
    libro.save(salida)
    leido = _leer(salida.getvalue())
    assert [a.ponderacion.valor for f in leido.tablas[0].filas for a in f.actividades if a.ponderacion] == ["60", "40"]
    assert [h.codigo for h in leido.hallazgos if "condición" in h.mensaje] == (["LECTURA_DUDOSA"] if dicho else [])
