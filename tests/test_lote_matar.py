"""A slice of ``bench/matar.py``: a load ended in bad ways leaves, once repeated, what an undisturbed one leaves, and the same
bytes when it is handed on."""

from __future__ import annotations

import os
import re
import runpy
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from ayudas_lote import escribir
from test_trabajador import SOLO_LINUX

from extractor.cli import main


@SOLO_LINUX
@pytest.mark.parametrize("semilla", [3])
def test_terminada_de_mala_manera_y_repetida_queda_igual(raiz: Path, semilla: int) -> None:
    orden = [sys.executable, str(raiz / "bench" / "matar.py"), "--veces", "3", "--documentos", "8", "--semilla", str(semilla)]
    hecho = subprocess.run(
        orden, capture_output=True, encoding="utf-8", check=False, timeout=600, env={**os.environ, "PYTHONPATH": str(raiz)}
    )
    assert hecho.returncode == 0, hecho.stdout + hecho.stderr
    assert "3 of 3 equal" in hecho.stdout
    assert re.search(r"handed on as [1-9]\d+ files", hecho.stdout)
    # the seed stands for these ways of ending; another one must still hold several
    assert "'disco'" in hecho.stdout and "'todos'" in hecho.stdout


def test_la_comparacion_ve_un_solo_dato_distinto(raiz: Path, tmp_path: Path) -> None:
    """What the bench compares: two loads are equal, one changed cell is not, in the tables and in both ways of handing on."""
    bases = runpy.run_path(str(raiz / "bench" / "bases.py"))
    texto = (raiz / "corpus_muestra" / "txt" / "gore_los_lagos_2009_etapa3.txt").read_text("utf-8")
    escribir(tmp_path / "i", bueno=texto, vacio="")
    urls = [f"sqlite:///{tmp_path / nombre}.db" for nombre in ("a", "b")]
    for url in urls:
        assert main(["migrar", str(tmp_path / "i"), "--db", url, "--sin-cache"]) == 2
    dos = [(bases["contenido"](url), bases["entregado"](url, tmp_path / f"e{n}")) for n, url in enumerate(urls)]
    assert bases["diferencias"](dos[0][0], dos[1][0]) == bases["diferencias"](dos[0][1], dos[1][1]) == []
    with closing(sqlite3.connect(tmp_path / "b.db")) as conexion, conexion:
        assert conexion.execute("UPDATE documento_ruta SET caja = '7' WHERE ruta = 'bueno.txt'").rowcount == 1
    assert [d.partition(":")[0] for d in bases["diferencias"](dos[0][0], bases["contenido"](urls[1]))] == ["documento_ruta"]
    distintos = {d.partition(":")[0] for d in bases["diferencias"](dos[0][1], bases["entregado"](urls[1], tmp_path / "e1"))}
    # the file, the lists of files that name its hash, and the workbook
    assert distintos == {
        "datapackage/datos/documentos_rutas.csv", "datapackage/datapackage.json", "datapackage/exportacion.json",
        "xlsx/informes.xlsx", "xlsx/exportacion.json",
    }  # fmt: skip
