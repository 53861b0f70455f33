"""Each reader keeps the limits of the settings file: the same bytes are read as shipped, and refused under a lower limit
with a sentence that names it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from ayudas_docx import hacer, p, tabla
from doc_minimo import EN_TABLA, Doc, definicion, fila, interior
from pdf_de_prueba import Hoja, pdf
from test_lector_odt import hacer as odt

from extractor.comun.ajustes import cargar_ajustes, usar
from extractor.errores import ErrorLectura
from extractor.lectores import leer_bytes


@pytest.fixture(autouse=True)
def _como_antes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("EXTRACTOR_AJUSTES", raising=False)
    usar(cargar_ajustes())
    yield
    usar(cargar_ajustes())


def _planilla(unidas: str = "") -> bytes:
    libro = openpyxl.Workbook()
    for n in range(1, 7):
        libro.active.append([f"a{n}", f"b{n}"])
    if unidas:
        libro.active.merge_cells(unidas)
    salida = io.BytesIO()
    libro.save(salida)
    return salida.getvalue()


def _larga() -> Hoja:
    """A page of one word and a megabyte of blanks."""
    larga = Hoja().texto(50, 100, "palabra")
    larga.partes.append(" " * 1_200_000)
    return larga


def _tablas_dentro(veces: int) -> str:
    """Tables of two by two, each inside the first cell of another."""
    dentro = p("x")
    for _ in range(veces):
        dentro = tabla((f"<w:tc><w:tcPr/>{dentro}{p('y')}</w:tc>", "b"), ("c", "d"))
    return dentro


MUCHO = "largo " * 400_000
"""2.4 MB of text that packs into a few kilobytes."""
VARIADO = " ".join(str(n * 7919 % 1_000_003) for n in range(700_000))
"""4.7 MB that pack into less than half."""
CON_INTERIOR = Doc(
    [("E\ra\r\rF\x07\x07fin\r", True, 0)],
    [EN_TABLA, interior(2, celda=True), interior(2, fila=True) + definicion([0, 500]), EN_TABLA, fila([0, 900])],
)
HTML = "<html><body>" + "<table><tr><td>" * 4 + "x" + "</td></tr></table>" * 4
ODT = "<table:table><table:table-row><table:table-cell>" * 4 + "<text:p>x</text:p>"
ODT += "</table:table-cell></table:table-row></table:table>" * 4
RTF = rb"{\rtf1\ansi " + b"{" * 30 + b"hola" + b"}" * 30 + b"}"
CASOS = {
    "pdf, páginas": ("paginas: 2", pdf(*[Hoja().texto(50, 100, "una pagina")] * 3)),
    "pdf, expandido": ("expandido_mb: 1", pdf(_larga())),
    "docx, expandido": ("expandido_mb: 2", hacer(p(MUCHO))),
    "docx, parte": ("parte_mb: 2", hacer(p(MUCHO))),
    "docx, razón": ("expansion: 2", hacer(p(VARIADO))),
    "odt, expandido": ("expandido_mb: 2", odt(f"<text:p>{MUCHO}</text:p>")),
    "xlsx, celdas": ("celdas: 11", _planilla()),
    "xlsx, celdas unidas": ("celdas: 12", _planilla("A2:Z2")),
    "docx, celdas": ("celdas: 3", hacer(tabla(("a", "b"), ("c", "d")))),
    "docx, profundidad": ("profundidad: 3", hacer(_tablas_dentro(5))),
    "odt, profundidad": ("profundidad: 3", odt(ODT)),
    "html, profundidad": ("profundidad: 3", HTML.encode()),
    "doc, tamaño": ("tamano_mb: 1", CON_INTERIOR.bytes() + bytes(1_100_000)),
    "rtf, grupos": ("grupos: 20", RTF),
    "rtf, profundidad": ("profundidad: 3", b"{\\rtf1 " + b"".join(b"\\itap%d a\\nestcell " % n for n in range(6)) + b"}"),
}


@pytest.mark.parametrize("caso", CASOS)
def test_un_limite_mas_bajo_rechaza_lo_que_se_leia(caso: str, tmp_path: Path) -> None:
    limite, datos = CASOS[caso]
    assert leer_bytes(datos, "a").bloques
    archivo = tmp_path / "mios.yaml"
    archivo.write_text(f"limites: {{{limite}}}\n", "utf-8")
    usar(cargar_ajustes(archivo))
    with pytest.raises(ErrorLectura) as rechazo:
        leer_bytes(datos, "a")
    assert rechazo.value.codigo == "LIMITE_EXCEDIDO"
    assert f"«{limite.split(':')[0]}»" in str(rechazo.value)
