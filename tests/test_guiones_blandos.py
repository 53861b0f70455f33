"""Soft hyphens inside words are not printed: what is parsed goes without them, what is quoted keeps them."""

from __future__ import annotations

import io

import openpyxl
import pytest
from ayudas_docx import hacer, p
from test_lector_odt import hacer as hacer_odt

from extractor.lectores import leer_bytes
from extractor.modelo.documento import BloqueTabla, Documento, Parrafo

BLANDO = "\u00ad"
PALABRA = f"Cum{BLANDO}plido en par{BLANDO}te"


def _xlsx() -> bytes:
    libro = openpyxl.Workbook()
    libro.active["A1"] = PALABRA
    salida = io.BytesIO()
    libro.save(salida)
    return salida.getvalue()


@pytest.mark.parametrize(
    "datos",
    [
        PALABRA.encode(),
        PALABRA.encode("cp1252"),
        PALABRA.encode("utf-16"),
        hacer(p(PALABRA)),
        hacer_odt(f"<text:p>{PALABRA}</text:p>"),
        b"{\\rtf1\\ansi Cum\\'adplido en par\\'adte\\par}",
        f"<html><body><p>{PALABRA}</p></body></html>".encode(),
        _xlsx(),
    ],
    ids=["utf8", "cp1252", "utf16", "docx", "odt", "rtf", "html", "xlsx"],
)
def test_se_lee_sin_ellos_y_se_cita_con_ellos(datos: bytes) -> None:
    (parrafo,) = leer_bytes(datos, "a").bloques
    assert isinstance(parrafo, Parrafo)
    assert parrafo.texto == "Cumplido en parte"
    assert [lugar.texto for lugar in parrafo.origen.lugares] == [PALABRA]
    assert parrafo.origen.fin - parrafo.origen.inicio == len(PALABRA)


def _lineas(documento: Documento) -> list[str]:
    return [b.texto for b in documento.bloques if isinstance(b, Parrafo)]


def test_entre_cifras_suelto_o_al_final_de_un_renglon_se_queda() -> None:
    texto = f"2008{BLANDO}2009\n\n{BLANDO} Sembrar\n\npla{BLANDO}\nnificar\n"
    assert _lineas(leer_bytes(texto.encode(), "a.txt")) == [f"2008{BLANDO}2009", f"{BLANDO} Sembrar", f"pla{BLANDO}", "nificar"]


def test_en_las_celdas_y_en_su_final() -> None:
    fila = f"<tr><td>Sem{BLANDO}brar</td><td>Sí{BLANDO}</td></tr>"
    documento = leer_bytes(f"<html><body><table>{fila}{fila}</table></body></html>".encode(), "a.html")
    (tabla,) = documento.bloques
    assert isinstance(tabla, BloqueTabla)
    assert [c.texto for c in tabla.filas[0].celdas] == ["Sembrar", "Sí"]
    assert tabla.filas[0].celdas[0].origen.texto == f"Sem{BLANDO}brar"
