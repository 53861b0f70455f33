"""Why the system refused a file, told in Spanish wherever it can be."""

from __future__ import annotations

import errno
import re
from pathlib import Path
from typing import get_args

import pytest

from extractor.cli import main
from extractor.comun.razones import razon
from extractor.comun.razones_codigos import MOTIVOS, NO_LEIDOS, cuentas_por_codigo
from extractor.modelo.codigos import CODIGOS
from extractor.modelo.hallazgo import Motivo


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


def test_cada_codigo_tiene_sus_palabras() -> None:
    assert set(MOTIVOS) == set(get_args(Motivo))
    assert set(NO_LEIDOS) <= set(CODIGOS)


def test_las_cuentas_se_dicen_con_palabras_y_codigo() -> None:
    cuentas = {"PAGINA_SIN_TEXTO": 1, "DOCUMENTO_PROTEGIDO": 2}
    assert cuentas_por_codigo(cuentas, NO_LEIDOS) == (
        "2 por estar protegido con clave [DOCUMENTO_PROTEGIDO], 1 por no tener texto que leer [PAGINA_SIN_TEXTO]"
    )
    assert cuentas_por_codigo({"OTRO": 3}, NO_LEIDOS) == "3 [OTRO]"


def test_los_lectores_no_rechazan_bajo_otros_codigos(raiz: Path) -> None:
    """Every code that an ``ErrorLectura`` is made with has its words."""
    hallados = set()
    for archivo in sorted((raiz / "extractor").rglob("*.py")):
        hallados.update(re.findall(r'ErrorLectura\(\s*"([A-Z_]+)"', archivo.read_text("utf-8")))
    assert hallados and hallados <= set(NO_LEIDOS)
