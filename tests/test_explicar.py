"""``explicar`` and decisions on the command line, over a real reading."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from extractor.cli import main


def test_explicar_bajo_las_decisiones(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The finding as it stands once the reading it hangs on was corrected: 17 + 16 + 17 + 17 + 17 = 84 becomes 83."""
    muestra = str(corpus / "txt" / "fosis_2007_etapa3.txt")
    assert main(["extraer", muestra]) == 0
    leido = json.loads(capsys.readouterr().out.splitlines()[0])
    (errada,) = [h for h in leido["hallazgos"] if h["codigo"] == "GANADA_NO_CORRESPONDE"]
    (total,) = [h for h in leido["hallazgos"] if h["codigo"] == "TOTAL_GANADA_NO_CUADRA" and h["recalculado"] == "84"]
    lugar = json.dumps({k: v for k, v in errada["origen"].items() if k not in ("texto", "partes")})
    with (tmp_path / "d.csv").open("w", encoding="utf-8", newline="") as archivo:
        filas = csv.writer(archivo)
        filas.writerow(["id", "tipo", "clave", "valor", "quien", "cuando", "porque", "anula"])
        clave = f"{leido['documento']['sha256']}|ponderacion_ganada|{lugar}"
        filas.writerow(["d1", "lectura", clave, "16", "A", "2026-05-31", "", ""])
    decisiones = ["--decisiones", str(tmp_path / "d.csv")]
    assert main(["explicar", total["huella"], muestra, *decisiones]) == 0
    assert "Recalculado: 83" in capsys.readouterr().out
    assert main(["explicar", errada["huella"], muestra, *decisiones]) == 3
    assert main(["explicar", errada["huella"], "--db", "sqlite:///x.db", *decisiones]) == 3
    assert "quite --decisiones" in capsys.readouterr().err


def test_una_decision_imposible_se_rechaza_antes_de_leer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "vacia").mkdir()
    encabezado = "id,tipo,clave,valor,quien,cuando,porque,anula\n"
    (tmp_path / "d.csv").write_text(f"{encabezado}d1,nombre,region|la frontera,77,A,2026-05-31,,\n", "utf-8")
    assert main(["auditar", str(tmp_path / "vacia"), "--decisiones", str(tmp_path / "d.csv")]) == 3
    assert "una región que no existe: 77" in capsys.readouterr().err
