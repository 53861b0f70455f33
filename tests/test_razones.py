"""Why the system refused a file, told in Spanish wherever it can be."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.comun.razones import razon


def test_lo_que_el_sistema_dice_en_ingles_se_dice_en_castellano(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as no_esta:
        (tmp_path / "a").read_bytes()
    with pytest.raises(IsADirectoryError) as carpeta:
        tmp_path.read_bytes()
    assert [razon(e.value) for e in (no_esta, carpeta)] == ["no existe", "es una carpeta"]
    assert razon(OSError(errno.ENOSPC, "No space left on device")) == "no queda espacio en el disco"


def test_lo_desconocido_se_dice_como_viene() -> None:
    assert razon(OSError(9999, "something else")) == "something else"
    assert razon(OSError("sin número")) == "sin número"
    assert razon(OSError()) == "OSError"


def test_en_la_orden(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "i").mkdir()
    assert main(["auditar", str(tmp_path / "i"), "--decisiones", str(tmp_path / "no.csv")]) == 3
    assert capsys.readouterr().err.endswith("no.csv» (no existe)\n")
    assert main(["auditar", str(tmp_path / "i"), "--ajustes", str(tmp_path / "no.yaml")]) == 3
    assert capsys.readouterr().err.endswith("no.yaml» (no existe)\n")
