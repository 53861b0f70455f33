"""observaciones.docx: what goes to the service, what is kept apart, and the same bytes for the same input."""

from __future__ import annotations

import datetime as dt
import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from ayudas_reconciliador import IMPRESO, PORCENTAJE, auditar, tabla
from ayudas_salidas import hallazgo, informe, origen

from extractor.comun.herramientas.libreoffice import convertir
from extractor.lote.fallidos import informe_fallido
from extractor.modelo.decision import Decision, DecisionTomada
from extractor.modelo.hallazgo import Hallazgo
from extractor.modelo.informe import Informe
from extractor.salidas import observaciones
from extractor.salidas.observaciones import escribir_observaciones
from extractor.salidas.observaciones.grupos import repartir

REGIMENES = {r.id: r for r in (IMPRESO, PORCENTAJE)}


def escrito(tmp_path: Path, *informes: Informe, **mas: Any) -> Any:
    escribir_observaciones(tmp_path / "o.docx", informes, regimenes=REGIMENES, **mas)
    return docx.Document(str(tmp_path / "o.docx"))


def titulos(papel: Any, nivel: int) -> list[str]:
    return [p.text for p in papel.paragraphs if p.style.name == f"Heading {nivel}"]


def fichas(papel: Any) -> list[dict[str, str]]:
    """The tables of two columns, as dictionaries."""
    return [{f.cells[0].text: f.cells[1].text for f in t.rows} for t in papel.tables if len(t.columns) == 2]


def cajas(papel: Any) -> list[str]:
    return [t.rows[0].cells[0].text for t in papel.tables if len(t.columns) == 1]


def todo(papel: Any) -> str:
    celdas = [c.text for t in papel.tables for f in t.rows for c in f.cells]
    return "\n".join([*(p.text for p in papel.paragraphs), *celdas])


def fallas(*hallazgos: Hallazgo) -> Informe:
    return informe(hallazgos=hallazgos)


def test_una_observacion_con_su_cita_su_recalculo_y_lugar_para_responder(tmp_path: Path) -> None:
    auditado = auditar(tabla("60 | 100% | 60\n40 | 70% | 92\ntotal: 100 |", "acumulada"), regimenes=(PORCENTAJE,))
    papel = escrito(tmp_path, auditado)
    assert titulos(papel, 1) == ["a.txt"]
    observada = [t for t in titulos(papel, 2) if t.startswith("Observación")]
    assert observada == ["Observación 1. ▲ Cambia la decisión"]
    ficha = fichas(papel)[1]
    assert (ficha["Está impreso"], ficha["Informado"], ficha["Recalculado"], ficha["Diferencia"]) == ("«92»", "92", "88", "4")
    assert ficha["Dónde está"].startswith("línea 2")
    (operandos,) = [t for t in papel.tables if len(t.columns) == 5 and t.rows[0].cells[1].text == "Valor"]
    assert [(f.cells[1].text, f.cells[2].text) for f in operandos.rows][1:] == [
        ("60", "ponderación ganada, 1ª actividad"), ("40", "ponderación, 2ª actividad"),
        ("70", "estado, 2ª actividad"), ("92", "ponderación ganada, 2ª actividad"),
    ]  # fmt: skip
    (consecuencia,) = [p.text for p in papel.paragraphs if p.text.startswith("Consecuencia")]
    assert "Si rige el 90 %" in consecuencia and "no alcanza" in consecuencia
    assert cajas(papel) == ["Respuesta del servicio", "Resolución del auditor"]


def test_la_ficha_dice_con_que_y_cuanto_se_verifico(tmp_path: Path) -> None:
    auditado = auditar(tabla("60 | 100% | 60\n40 | 50% | 20\ntotal: 100 | 80"), regimenes=(PORCENTAJE,))
    papel = escrito(tmp_path, auditado, autor="Ana Pérez", fecha=dt.date(2010, 5, 3))
    ficha = fichas(papel)[0]
    assert ficha["SHA-256"] == "0" * 64 and ficha["Verificado con"].startswith("extractor ")
    cuantas, reglas = ficha["Reglas aplicadas"].split(": ")
    assert int(cuantas) == len({v.regla for v in auditado.verificaciones}) == len(reglas.split("; "))
    assert {"Ponderación ganada no corresponde", "Tablas idénticas", "Ponderaciones no suman 100"} <= set(reglas.split("; "))
    assert ficha["Régimen"] == "por porcentaje (supuesto; crédito proporcional, si rige el 90 %)"
    assert f"{auditado.cobertura.verificadas} de {auditado.cobertura.verificables} verificaciones hechas" in ficha["Cobertura"]
    assert (ficha["Preparado por"], ficha["Fecha"]) == ("Ana Pérez", "3 de mayo de 2010")
    assert "sha256 0000000000000000…" in papel.sections[0].header.paragraphs[0].text
    assert "PAGE" in papel.sections[0].footer._element.xml and "NUMPAGES" in papel.sections[0].footer._element.xml


def test_sin_observaciones_se_dice_que_se_verifico(tmp_path: Path) -> None:
    auditado = auditar(tabla("60 | cumple | 60\n40 | cumple | 40\ntotal: 100 | 100"), regimenes=(IMPRESO,))
    papel = escrito(tmp_path, auditado)
    assert titulos(papel, 2) == ["Qué se verificó", "Qué no se pudo verificar y por qué"]
    assert "No hay observaciones desde la gravedad «Aritmética»" in todo(papel) and cajas(papel) == []
    verificado = {f.cells[0].text: [c.text for c in f.cells[1:]] for f in papel.tables[1].rows}
    assert verificado["Ponderación ganada no corresponde"] == ["2", "0", "0"]
    assert verificado["Total ponderación ganada no cuadra"] == ["1", "0", "0"]


def test_el_mismo_desliz_en_varios_lugares_es_una_observacion() -> None:
    iguales = [hallazgo(f"{n:016d}", "ACUMULADO_NO_CUADRA", "aritmetica", lugar=f"Región {n}", origen=origen(n, "32,5")) for n in (1, 2, 3)]
    otro = hallazgo("9" * 16, "ACUMULADO_NO_CUADRA", "aritmetica", informado="30", diferencia="-7.5")
    hecho = repartir(fallas(iguales[0], otro, *iguales[1:]), "aritmetica")
    assert [[d.lugar for d in o.detalles] for o in hecho.observaciones] == [["Región 1", "Región 2", "Región 3"], [otro.lugar]]


def test_lo_que_solo_arrastra_se_cuenta_con_su_causa() -> None:
    raiz = hallazgo("a" * 16, "ACUMULADO_NO_CUADRA", "aritmetica")
    efecto = hallazgo("b" * 16, "TOTAL_GANADA_NO_CUADRA", "aritmetica", causa="a" * 16)
    hecho = repartir(fallas(raiz, efecto), "aritmetica")
    assert [([d.huella for d in o.detalles], [d.huella for d in o.efectos]) for o in hecho.observaciones] == [
        (["a" * 16], ["b" * 16])
    ]


def test_orden_minimo_dudas_y_descartes(tmp_path: Path) -> None:
    tomada = DecisionTomada(id="d1", valor="descartado", quien="ana", porque="no corresponde")
    confirmada = DecisionTomada(id="d2", valor="confirmado", quien="ana", porque="se revisó el original")
    uno = fallas(
        hallazgo("1" * 16, "GANADA_NO_CORRESPONDE", "aritmetica", decision=confirmada),
        hallazgo("2" * 16, "TOTAL_GANADA_NO_CUADRA", "cambia_decision", informado="100"),
        hallazgo("3" * 16, "LECTURA_DUDOSA", "aviso", mensaje="Una cifra se leyó con dudas."),
        hallazgo("4" * 16, "META_CONTRADICTORIA", "aritmetica", certeza="dudosa", mensaje="La meta no se leyó bien."),
        hallazgo("5" * 16, "TOTAL_AUSENTE", "aviso", mensaje="No hay total."),
        hallazgo("6" * 16, "ACUMULADO_NO_CUADRA", "aritmetica", decision=tomada, mensaje="Esto se descartó."),
    )
    papel = escrito(tmp_path, uno)
    assert [t for t in titulos(papel, 2) if t.startswith("Obs")] == [
        "Observación 1. ▲ Cambia la decisión", "Observación 2. ≠ Aritmética",
    ]  # fmt: skip
    (dudas,) = [t for t in papel.tables if t.rows[0].cells[-1].text == "Duda"]
    assert [f.cells[2].text for f in dudas.rows][1:] == ["La meta no se leyó bien.", "Una cifra se leyó con dudas."]
    texto = todo(papel)
    assert "1 aviso" in texto and "Una persona descartó 1 hallazgo" in texto
    assert "Esto se descartó." not in texto and "No hay total." not in texto
    assert cajas(papel)[3] == "Resolución del auditor\nDecisión registrada: confirmado, por ana: se revisó el original"
    assert len([t for t in titulos(escrito(tmp_path, uno, gravedad="aviso"), 2) if t.startswith("Obs")]) == 3
    assert len([t for t in titulos(escrito(tmp_path, uno, gravedad="cambia_decision"), 2) if t.startswith("Obs")]) == 1


def test_un_documento_que_no_se_pudo_leer(tmp_path: Path) -> None:
    papel = escrito(tmp_path, informe_fallido(tmp_path / "no.txt", "no.txt", "DOCUMENTO_ILEGIBLE", "está dañado"), informe())
    assert titulos(papel, 1) == ["no.txt", "a.txt"] and len(papel.sections) == 2
    assert "El documento no se pudo leer: está dañado. Nada se verificó." in todo(papel)
    assert "no.txt" in papel.sections[0].header.paragraphs[0].text and "a.txt" in papel.sections[1].header.paragraphs[0].text


def test_textos_hostiles(tmp_path: Path) -> None:
    malo = "\x00\x01\x1b[31m\ud800\ufffe <w:p>&amp;=1+1 " + "á" * 50_000
    papel = escrito(tmp_path, fallas(hallazgo("1" * 16, "X", "aritmetica", mensaje=malo, explicacion=malo, lugar=malo, norma=malo)))
    parrafo = next(p for p in papel.paragraphs if "<w:p>" in p.text)
    assert "&amp;=1+1" in parrafo.text and len(parrafo.text) <= 1_500


def test_lo_que_no_cabe_se_dice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observaciones, "MAXIMO_OBSERVACIONES", 3)
    varios = fallas(*(hallazgo(f"{n:016d}", "ACUMULADO_NO_CUADRA", "aritmetica", informado=str(n)) for n in range(2)))
    papel = escrito(tmp_path, varios, varios, varios)
    assert len([t for t in titulos(papel, 2) if t.startswith("Obs")]) == 3
    assert "1 documento sin parte propia y 3 observaciones más" in todo(papel)


def test_decisiones_registradas(tmp_path: Path) -> None:
    decision = Decision(id="d1", tipo="hallazgo", clave="k", valor="confirmado", quien="ana", cuando="2010-05-03", porque="cierto")
    papel = escrito(tmp_path, informe(), decisiones=[decision])
    assert [c.text for c in papel.tables[-1].rows[1].cells] == ["d1", "hallazgo", "confirmado", "ana", "2010-05-03", "cierto"]


def test_sin_documentos(tmp_path: Path) -> None:
    assert "No se leyó ningún documento." in todo(escrito(tmp_path))


def test_mismos_bytes(tmp_path: Path) -> None:
    escribir_observaciones(tmp_path / "a.docx", [informe()])
    time.sleep(2.1)  # zip times count by two seconds
    escribir_observaciones(tmp_path / "b.docx", [informe()])
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.docx") as paquete:
        assert paquete.namelist()[0] == "[Content_Types].xml" and paquete.testzip() is None
        assert {ficha.date_time for ficha in paquete.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_libreoffice_lo_imprime(tmp_path: Path, programa: Callable[[str], str]) -> None:
    programa("soffice")
    escrito(tmp_path, informe("uno.txt"), informe("dos.txt", b"b"))
    pdf = pypdfium2.PdfDocument(io.BytesIO(convertir((tmp_path / "o.docx").read_bytes(), ".docx", "pdf")))
    paginas = [pagina.get_textpage().get_text_range() for pagina in pdf]
    assert f"de {len(paginas)}" in paginas[0] and "Página 1" in paginas[0]
    junto = "\n".join(paginas)
    for dicho in ("uno.txt", "dos.txt", "Observación 1.", "Respuesta del servicio", "Resolución del auditor", "«32,5»"):
        assert dicho in junto
