"""The same sample in every format the services sent: the data of the truth, and the data of the docx.

The files come from ``corpus_muestra/generar.py --formatos`` (LibreOffice). Scans are compared by their figures.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from test_corpus import CORPUS, MUESTRAS, _datos, _informe, _leido
from verdad import comparar, leer_verdad

from extractor.modelo.informe import Informe

FORMATOS = ("doc", "rtf", "odt", "html", "pdf")
ESCANEADAS = ("fosis_2007_etapa3", "salud_coquimbo_2007_etapa3", "gore_los_lagos_2009_etapa3")
"""A few here; bench/escaneo.py reads them all, clean and degraded."""


@pytest.mark.parametrize("formato", FORMATOS)
def test_hay_una_muestra_de_cada_una(formato: str) -> None:
    assert [p.stem for p in sorted((CORPUS / formato).glob("*"))] == MUESTRAS


@pytest.mark.parametrize("muestra", MUESTRAS)
@pytest.mark.parametrize("formato", FORMATOS)
def test_los_mismos_datos_en_cada_formato(formato: str, muestra: str) -> None:
    leido = _leido(f"{formato}/{muestra}.{formato}")
    assert leido["documento"]["formato"] == formato
    assert comparar(leido, leer_verdad(CORPUS / "verdad" / f"{muestra}.yaml")) == []
    assert _datos(leido) == _datos(_leido(f"docx/{muestra}.docx"))


def _cifras(archivo: str) -> list[tuple[str, str]]:
    informe = Informe.model_validate(json.loads(_informe(archivo)))
    return [
        (c.valor or c.texto, c.certeza)
        for t in informe.tablas
        for f in t.filas
        for c in (
            *(f.ponderacion, f.ponderacion_ganada, f.total_ponderacion, f.total_ganada),
            *(c for a in f.actividades for c in (a.ponderacion, a.ponderacion_ganada)),
        )
        if c is not None
    ]


@pytest.mark.parametrize("muestra", ESCANEADAS)
def test_escaneado_da_las_mismas_cifras_y_los_mismos_hallazgos(muestra: str, programa: Callable[[str], str]) -> None:
    programa("tesseract")
    escaneado, word = f"escaneado/{muestra}.pdf", f"docx/{muestra}.docx"
    leido = _leido(escaneado)
    assert leido["documento"]["formato"] == "pdf_escaneado"
    assert leido["documento"]["paginas_ocr"]
    leidas, escritas = _cifras(escaneado), [v for v, _ in _cifras(word)]
    iguales = SequenceMatcher(None, [v for v, _ in leidas], escritas, autojunk=False).get_matching_blocks()
    assert sum(b.size for b in iguales) >= 0.97 * len(escritas)
    assert {c for _, c in leidas} <= {"ocr", "dudosa"}

    def graves(archivo: str) -> list[tuple[str, int | None, int | None, str | None]]:
        hallazgos = _leido(archivo)["hallazgos"]
        return [(h["codigo"], h["fila"], h["actividad"], h["recalculado"]) for h in hallazgos if h["gravedad"] in ("aritmetica", "cambia_decision")]

    assert graves(escaneado) == graves(word)


def test_el_contenido_manda_sobre_el_nombre(tmp_path: Path) -> None:
    """A .doc may hold RTF, HTML, a docx or plain text."""
    from extractor.lectores import leer

    for formato in ("rtf", "html", "docx", "odt", "pdf", "txt"):
        muestra = next((CORPUS / formato).glob("conaf*"))
        disfraz = tmp_path / f"{formato}.doc"
        disfraz.write_bytes(muestra.read_bytes())
        assert leer(disfraz, disfraz.name).formato == formato
