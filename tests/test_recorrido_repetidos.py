"""A file named twice is one document; two copies in different places are two."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.lote import planear


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    for nombre in ("a.txt", "b/c.txt"):
        (tmp_path / "i" / nombre).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "i" / nombre).write_text("igual", "utf-8")
    return tmp_path / "i"


def test_una_carpeta_y_un_archivo_suyo(carpeta: Path) -> None:
    plan = planear([carpeta, carpeta / "a.txt", carpeta / "b" / ".." / "a.txt", carpeta / "b"])
    assert [e.ruta_relativa for e in plan.encargos] == ["a.txt", "b/c.txt"]
    assert plan.avisos == ("3 archivos se indicaron más de una vez; cada uno se lee una sola",)


def test_el_mismo_archivo_dos_veces(carpeta: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(carpeta)
    plan = planear(["a.txt", carpeta / "a.txt"])
    assert [e.ruta_relativa for e in plan.encargos] == ["a.txt"]
    assert plan.avisos == ("1 archivo se indicó más de una vez; cada uno se lee una sola",)


def test_dos_copias_son_dos(carpeta: Path) -> None:
    plan = planear([carpeta / "a.txt", carpeta / "b"])
    assert [e.ruta_relativa for e in plan.encargos] == ["a.txt", "c.txt"] and plan.avisos == ()
