"""External programs: found and asked once, converted in a private profile, and never believed without their output."""

from __future__ import annotations

import http.server
import re
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from test_trabajador import SOLO_LINUX, esperar, vivo

from extractor.comun.herramientas import libreoffice
from extractor.comun.herramientas.sonda import Sonda


def _programa(carpeta: Path, nombre: str, guion: str) -> None:
    ruta = carpeta / nombre
    ruta.write_text(f"#!/bin/sh\n{guion}\n")
    ruta.chmod(ruta.stat().st_mode | stat.S_IXUSR)


def _sonda(minimo: tuple[int, ...] = (6,)) -> Sonda:
    return Sonda("Falso", ("falso",), "--version", r"Falso (\d+(?:\.\d+)*)", minimo, "apt-get install falso")


@pytest.mark.parametrize(
    ("guion", "minimo", "version"),
    [
        ("echo Falso 7.4.7", (6,), "7.4.7"),
        ("echo Falso 5.4", (6,), None),
        ("echo Falso 7.4", (7, 4), "7.4"),
        ("echo otra cosa", (6,), None),
        ("exit 3", (6,), None),
    ],
)
def test_version(
    guion: str, minimo: tuple[int, ...], version: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _programa(tmp_path, "falso", guion)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert _sonda(minimo).version() == version


def test_programa_ausente(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _sonda().ruta() is None
    assert _sonda().version() is None
    with pytest.raises(libreoffice.ErrorConversion, match="apt-get install"):
        libreoffice.convertir(b"x", ".doc", "docx")


@pytest.mark.parametrize("guion", ["exit 0", "exit 1"])
def test_salida_0_sin_archivo_es_un_fallo(guion: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _programa(tmp_path, "soffice", guion)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(libreoffice.ErrorConversion):
        libreoffice.convertir(b"x", ".doc", "docx")


@SOLO_LINUX
def test_programa_que_no_termina_se_corta_con_sus_hijos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nota = tmp_path / "hijo.pid"
    _programa(tmp_path, "soffice", f"sleep 600 & echo $! > {nota}; wait")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(libreoffice.ErrorConversion, match="3 segundos"):
        libreoffice.convertir(b"x", ".doc", "docx", segundos=3)
    assert esperar(lambda: not vivo(int(nota.read_text("ascii"))))


def test_perfil_sin_macros_ni_red(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guion = f"""for a; do case "$a" in -env:UserInstallation=file://*) p="${{a#*file://}}";; esac; done
cp "$p/user/registrymodifications.xcu" {tmp_path}/visto.xcu"""
    _programa(tmp_path, "soffice", guion)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(libreoffice.ErrorConversion):
        libreoffice.convertir(b"x", ".doc", "docx")
    puestos = dict(re.findall(r'oor:name="(\w+)" oor:op="fuse"><value>([^<]*)<', (tmp_path / "visto.xcu").read_text("utf-8")))
    assert puestos["MacroSecurityLevel"] == "3" and puestos["DisableMacrosExecution"] == "true"
    assert puestos["BlockUntrustedRefererLinks"] == "true" and puestos["AutoCheckEnabled"] == "false"


def test_no_pide_nada_por_la_red(programa: Callable[[str], str]) -> None:
    programa("soffice")
    vistos: list[str] = []

    class Servidor(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            vistos.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Servidor) as servidor:
        threading.Thread(target=servidor.serve_forever, daemon=True).start()
        pagina = f'<html><body><p>hola</p><img src="http://127.0.0.1:{servidor.server_port}/foto.png"></body></html>'
        assert libreoffice.convertir(pagina.encode(), ".html", "pdf").startswith(b"%PDF")
        servidor.shutdown()
    assert vistos == []  # as it is installed, it asks three times


def test_convierte_de_verdad(programa: Callable[[str], str]) -> None:
    programa("soffice")
    assert libreoffice.convertir(b"hola\n", ".txt", "docx").startswith(b"PK")


def test_un_archivo_danado_no_pasa_por_texto(programa: Callable[[str], str]) -> None:
    programa("soffice")
    with pytest.raises(libreoffice.ErrorConversion):
        libreoffice.convertir(b"\xd0\xcf\x11\xe0 esto no es Word", ".doc", "docx", filtro="MS Word 97")
