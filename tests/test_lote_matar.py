"""A slice of ``bench/matar.py``: a load ended in bad ways leaves, once repeated, what an undisturbed one leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_trabajador import SOLO_LINUX


@SOLO_LINUX
@pytest.mark.parametrize("semilla", [3])
def test_terminada_de_mala_manera_y_repetida_queda_igual(raiz: Path, semilla: int) -> None:
    orden = [sys.executable, str(raiz / "bench" / "matar.py"), "--veces", "3", "--documentos", "8", "--semilla", str(semilla)]
    hecho = subprocess.run(
        orden, capture_output=True, encoding="utf-8", check=False, timeout=600, env={**os.environ, "PYTHONPATH": str(raiz)}
    )
    assert hecho.returncode == 0, hecho.stdout + hecho.stderr
    assert "3 of 3 equal" in hecho.stdout
    # the seed stands for these ways of ending; another one must still hold several
    assert "'disco'" in hecho.stdout and "'todos'" in hecho.stdout
