"""A disk that takes no more: a sentence and status 3 wherever it happens; nothing half written stays; no traceback."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from test_trabajador import SOLO_LINUX

from extractor.cli.disco import no_se_pudo_escribir

MUESTRA = "fosis_2007_etapa3.docx"


def correr(raiz: Path, *orden: str, tope: int | None = None, **mas: object) -> subprocess.CompletedProcess[str]:
    def limitar() -> None:
        if tope is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (tope, tope))

    return subprocess.run(
        [sys.executable, "-m", "extractor", *orden], env={**os.environ, "PYTHONPATH": str(raiz)}, preexec_fn=limitar,
        stderr=subprocess.PIPE, encoding="utf-8", check=False, **mas,
    )  # type: ignore[call-overload,no-any-return]  # fmt: skip


@SOLO_LINUX
@pytest.mark.parametrize("tope", [3_000, 14_000, 40_000])
def test_salida_que_no_cabe(tmp_path: Path, raiz: Path, tope: int) -> None:
    muestra = raiz / "corpus_muestra" / "docx" / MUESTRA
    hecho = correr(
        raiz, "auditar", str(muestra), "--sin-cache", "--salida", str(tmp_path / "r"), tope=tope, stdout=subprocess.DEVNULL
    )
    assert hecho.returncode == 3, hecho.stderr
    assert "llegó al tamaño máximo" in hecho.stderr and hecho.stderr.splitlines()[-1].startswith("Error: ")
    assert "Traceback" not in hecho.stderr and "Errno" not in hecho.stderr
    assert not list((tmp_path / "r").glob("*.parcial")) and not (tmp_path / "r" / "hallazgos.xlsx").exists()


@SOLO_LINUX
@pytest.mark.parametrize("formato", ["xlsx", "datapackage"])
def test_exportacion_que_no_cabe(tmp_path: Path, raiz: Path, formato: str) -> None:
    base = f"sqlite:///{tmp_path / 'i.db'}"
    muestra = raiz / "corpus_muestra" / "docx" / MUESTRA
    assert correr(raiz, "migrar", str(muestra), "--sin-cache", "--db", base, stdout=subprocess.DEVNULL).returncode == 0
    hecho = correr(
        raiz, "exportar", "--db", base, "--formato", formato, "--salida", str(tmp_path / "e"), tope=6_000, stdout=subprocess.DEVNULL
    )
    assert hecho.returncode == 3, hecho.stderr
    assert "llegó al tamaño máximo" in hecho.stderr and "Traceback" not in hecho.stderr
    assert [ruta.name for ruta in tmp_path.iterdir() if "e" in ruta.name and ruta.is_dir()] == []


@SOLO_LINUX
@pytest.mark.parametrize("orden", [("esquema",), ("extraer", MUESTRA, "--sin-cache"), ("auditar", MUESTRA, "--sin-cache")])
def test_salida_estandar_llena(raiz: Path, orden: tuple[str, ...]) -> None:
    with open("/dev/full", "w") as lleno:  # noqa: PTH123
        hecho = correr(raiz, *orden, stdout=lleno, cwd=raiz / "corpus_muestra" / "docx")
    assert hecho.returncode == 3, hecho.stderr
    assert hecho.stderr.splitlines()[-1].startswith("Error: no se pudo escribir: no queda espacio en el disco")
    assert "Traceback" not in hecho.stderr and "Exception" not in hecho.stderr


def test_solo_lo_del_disco() -> None:
    class DeBiblioteca(Exception):
        pass

    envuelto = DeBiblioteca(OSError(errno.ENOSPC, "No space left on device", "x.xlsx"))
    assert (no_se_pudo_escribir(envuelto) or "").startswith("no se pudo escribir en «x.xlsx»: no queda espacio en el disco")
    assert no_se_pudo_escribir(OSError(errno.ENOENT, "No such file or directory")) is None
    assert no_se_pudo_escribir(ValueError("otra cosa")) is None
