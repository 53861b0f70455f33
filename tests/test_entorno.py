"""``extractor entorno``, and the program on a system that has none of what only POSIX has."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from extractor.cli import main
from extractor.comun import plataforma
from extractor.lectores import LECTORES
from extractor.lote.entorno import BIBLIOTECAS, mirar
from extractor.modelo.documento import Formato


def test_cada_formato_del_contrato_tiene_su_renglon() -> None:
    assert set(BIBLIOTECAS) == set(get_args(Formato))
    leidos = {legible.formato: legible for legible in mirar().formatos}
    registrados = {str(formato) for lector in LECTORES for formato in lector.formatos}
    assert set(leidos) == set(BIBLIOTECAS)
    assert [f for f, legible in leidos.items() if legible.se_lee and f not in registrados] == []
    assert leidos["txt"].se_lee and leidos["txt"].con == ("lector propio texto/1",)
    assert leidos["docx"].se_lee and any(nombre.startswith("lxml ") for nombre in leidos["docx"].con)


def test_json_y_consola_dicen_lo_mismo(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["entorno", "--formato", "json"]) == 0
    datos = json.loads(capsys.readouterr().out)
    assert datos["programa"]["Python"] == sys.version.split()[0]
    assert main(["entorno"]) == 0
    consola = capsys.readouterr().out
    for formato in datos["formatos"]:
        assert f"  {formato['formato']:<14} {'sí' if formato['se_lee'] else 'no'}" in consola
    for nombre, valor in datos["ajustes"]["limites"].items():
        assert f"  {nombre:<16} {valor}\n" in consola


def test_muestra_los_ajustes_que_se_le_dan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mios.yaml").write_text("limites: {paginas: 77}\n", "utf-8")
    assert main(["entorno", "--ajustes", str(tmp_path / "mios.yaml")]) == 0
    assert "(con mios.yaml)" in (salida := capsys.readouterr().out) and "  paginas          77\n" in salida
    (tmp_path / "malos.yaml").write_text("limites: {pajinas: 77}\n", "utf-8")
    assert main(["entorno", "--ajustes", str(tmp_path / "malos.yaml")]) == 3
    assert "malos.yaml:1" in capsys.readouterr().err


def _con_camino(camino: str, *args: str) -> subprocess.CompletedProcess[str]:
    orden = [sys.executable, "-m", "extractor", *args]
    return subprocess.run(orden, capture_output=True, encoding="utf-8", check=False, env={**os.environ, "PATH": camino})


def test_sin_programas_opcionales_dice_que_instalar(tmp_path: Path) -> None:
    hecho = _con_camino(str(tmp_path), "entorno", "--formato", "json")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    datos = json.loads(hecho.stdout)
    assert [(p["nombre"], p["version"], p["falta"]) for p in datos["programas"]] == [
        ("LibreOffice", None, "no está instalado"),
        ("tesseract", None, "no está instalado"),
    ]
    leidos = {f["formato"]: f for f in datos["formatos"]}
    assert not leidos["imagen"]["se_lee"] and "tesseract" in leidos["imagen"]["nota"]
    assert leidos["docx"]["se_lee"]


@pytest.mark.skipif(sys.platform == "win32", reason="the false program is a shell script")
def test_un_programa_que_no_responde_no_es_falla_nuestra(tmp_path: Path) -> None:
    for nombre in ("soffice", "tesseract"):
        falso = tmp_path / nombre
        falso.write_text("#!/bin/sh\nexit 3\n", "ascii")
        falso.chmod(0o755)
    hecho = _con_camino(str(tmp_path), "entorno")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert hecho.stdout.count("no responde o su versión es demasiado antigua; instálelo con:") == 2


def test_perdidas_de_un_sistema_sin_limites(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(plataforma, "_RESOURCE", None)
    monkeypatch.setattr(plataforma, "_PROC", tmp_path / "nada")
    assert plataforma.limitar_memoria(1) is False
    assert plataforma.memoria_residente() is None
    frases = plataforma.perdidas()
    assert len(frases) == 2 and "memoria" in frases[0] and "LibreOffice" in frases[1]


# Put before the standard library on the path of the program and of the workers it starts.
SIN_POSIX = '''
import importlib.abc, os, signal, sys

class Sin(importlib.abc.MetaPathFinder):
    def find_spec(self, nombre, camino=None, destino=None):
        if nombre in {"resource", "fcntl", "termios", "pwd", "grp"}:
            raise ImportError(f"no hay {nombre} en este sistema")

sys.meta_path.insert(0, Sin())
for nombre in ("resource", "fcntl", "termios", "pwd", "grp"):
    sys.modules.pop(nombre, None)
for nombre in ("SIGALRM", "SIGKILL", "alarm", "setitimer"):
    if hasattr(signal, nombre):
        delattr(signal, nombre)
for nombre in ("killpg", "setsid", "sched_getaffinity", "sysconf"):
    if hasattr(os, nombre):
        delattr(os, nombre)
import extractor.comun.plataforma as plataforma
plataforma.sistema = lambda: "Windows"
from pathlib import Path
plataforma._PROC = Path("no-hay")
'''


@pytest.mark.parametrize("orden", [["auditar"], ["extraer"]])
def test_sin_lo_que_solo_posix_tiene_se_lee_lo_mismo(tmp_path: Path, corpus: Path, raiz: Path, orden: list[str]) -> None:
    (tmp_path / "sitecustomize.py").write_text(SIN_POSIX, "utf-8")
    archivos = [str(next(iter(sorted((corpus / carpeta).glob("fosis_2007*"))))) for carpeta in ("txt", "docx")]

    def correr(camino: list[str]) -> subprocess.CompletedProcess[str]:
        entorno = {**os.environ, "PYTHONPATH": os.pathsep.join([*camino, str(raiz)])}
        # a kept result of the first run would stand for the second one
        orden_entera = [sys.executable, "-m", "extractor", *orden, "--sin-cache", *archivos]
        return subprocess.run(orden_entera, capture_output=True, encoding="utf-8", check=False, env=entorno)

    aqui, alla = correr([]), correr([str(tmp_path)])
    assert len(aqui.stdout.splitlines()) >= 2
    assert (alla.returncode, alla.stdout, alla.stderr) == (aqui.returncode, aqui.stdout, aqui.stderr)


def test_sin_lo_que_solo_posix_tiene_entorno_dice_que_se_pierde(tmp_path: Path, raiz: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SIN_POSIX, "utf-8")
    entorno = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(raiz)])}
    orden = [sys.executable, "-m", "extractor", "entorno"]
    hecho = subprocess.run(orden, capture_output=True, encoding="utf-8", check=False, env=entorno)
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert "no se puede limitar la memoria" in hecho.stdout
