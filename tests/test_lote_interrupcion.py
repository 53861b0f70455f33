"""The first Ctrl-C lets the documents being read end and gives them back; nothing else is begun."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from ayudas_lote import escribir
from test_trabajador import SOLO_LINUX, esperar, lanzar

from extractor.cli.ritmo import Ritmo
from extractor.lote.interrupcion import Interruptor


def lineas(salida: str) -> list[str]:
    return [json.loads(linea)["documento"]["ruta"] for linea in salida.splitlines()]


@SOLO_LINUX
@pytest.mark.parametrize("a_todos", [True, False])
def test_lo_empezado_termina_y_se_entrega(tmp_path: Path, a_todos: bool) -> None:
    nota = tmp_path / "nota"
    escribir(tmp_path / "i", a="bien", b=f"lento_con_nota 3 {nota}", c="bien", d="bien")
    with lanzar(tmp_path, "extraer", str(tmp_path / "i"), "--trabajadores", "1", "--sin-cache") as proceso:
        assert esperar(lambda: proceso.poll() is not None or nota.is_file(), 60)
        assert proceso.poll() is None, proceso.communicate()
        (os.killpg if a_todos else os.kill)(proceso.pid, signal.SIGINT)
        salida, error = proceso.communicate(timeout=60)
    assert proceso.returncode == 130
    assert lineas(salida) == ["a.txt", "b.txt"]
    assert error == "Interrumpido. 2 de 4 documentos quedaron hechos, completos; repita la orden para hacer los demás.\n"


@SOLO_LINUX
@pytest.mark.parametrize(("a_todos", "hechos"), [(True, ["a.txt"]), (False, ["a.txt", "b.txt"])])
def test_pedir_que_termine_es_como_ctrl_c(tmp_path: Path, a_todos: bool, hechos: list[str]) -> None:
    """``kill`` asks the program alone; ``timeout`` and a service that stops, its workers too: what they had in hand is not
    read, and is not told as unreadable."""
    nota = tmp_path / "nota"
    escribir(tmp_path / "i", a="bien", b=f"lento_con_nota 3 {nota}", c="bien", d="bien")
    with lanzar(tmp_path, "extraer", str(tmp_path / "i"), "--trabajadores", "1", "--sin-cache") as proceso:
        assert esperar(lambda: proceso.poll() is not None or nota.is_file(), 60)
        assert proceso.poll() is None, proceso.communicate()
        (os.killpg if a_todos else os.kill)(proceso.pid, signal.SIGTERM)
        salida, error = proceso.communicate(timeout=60)
    assert proceso.returncode == 128 + signal.SIGTERM, error
    assert lineas(salida) == hechos
    cuantos = f"{len(hechos)} de 4 documentos"
    assert error == f"Interrumpido. {cuantos} quedaron hechos, completos; repita la orden para hacer los demás.\n"


@SOLO_LINUX
def test_la_segunda_vez_no_espera(tmp_path: Path) -> None:
    nota = tmp_path / "nota"
    escribir(tmp_path / "i", a="bien", b=f"lento_con_nota 60 {nota}")
    with lanzar(tmp_path, "extraer", str(tmp_path / "i"), "--trabajadores", "1", "--sin-cache") as proceso:
        assert esperar(lambda: proceso.poll() is not None or nota.is_file(), 60)
        os.kill(proceso.pid, signal.SIGINT)
        with pytest.raises(subprocess.TimeoutExpired):
            proceso.wait(2)
        os.kill(proceso.pid, signal.SIGINT)
        salida, error = proceso.communicate(timeout=8)
    assert proceso.returncode == 130 and lineas(salida) == ["a.txt"]
    assert error.startswith("Interrumpido. 1 de 2 ") and "Traceback" not in error


@SOLO_LINUX
def test_interrumpida_no_reemplaza_la_salida_anterior_y_seguir_la_completa(tmp_path: Path, raiz: Path) -> None:
    """With the real reading: what was read is kept, the folder of an earlier run stays as it was, the next run completes."""
    carpeta = tmp_path / "i"
    carpeta.mkdir()
    muestra = (raiz / "corpus_muestra" / "txt" / "gore_los_lagos_2009_etapa3.txt").read_bytes()
    for numero in range(40):
        (carpeta / f"{numero:02}.txt").write_bytes(muestra + b"\n" * numero)
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "informes.jsonl").write_text("anterior\n", "utf-8")
    orden = [sys.executable, "-m", "extractor", "auditar", str(carpeta), "--salida", str(tmp_path / "r"), "--trabajadores", "1"]
    orden += ["--cache", str(tmp_path / "c"), "--formato", "jsonl"]
    entorno = {**os.environ, "PYTHONPATH": str(raiz)}
    tuberia = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8", "env": entorno}
    with subprocess.Popen(orden, start_new_session=True, **tuberia) as proceso:  # type: ignore[call-overload]
        primera = proceso.stdout.readline()
        os.kill(proceso.pid, signal.SIGINT)
        resto, error = proceso.communicate(timeout=60)
    assert proceso.returncode == 130, error
    hechas = lineas(primera + resto)
    assert 0 < len(hechas) < 40 and "repita la orden para seguir: lo ya leído no se lee de nuevo" in error
    assert (tmp_path / "r" / "informes.jsonl").read_text("utf-8") == "anterior\n"
    hecho = subprocess.run(orden, check=False, **tuberia)  # type: ignore[call-overload]
    assert hecho.returncode in (0, 1), hecho.stderr
    documentos = [linea for linea in hecho.stdout.splitlines() if '"informe/1"' in linea[:40]]
    assert lineas("\n".join(documentos)) == [f"{n:02}.txt" for n in range(40)]
    escritas = (tmp_path / "r" / "informes.jsonl").read_text("utf-8").splitlines()
    assert [linea for linea in escritas if '"informe/1"' in linea[:40]] == documentos


def test_el_plazo_empieza_con_el_pedido() -> None:
    interruptor = Interruptor(espera=0.0)
    assert not interruptor.pedida and not interruptor.vencida
    interruptor.pedir()
    assert interruptor.pedida and interruptor.vencida
    largo = Interruptor(espera=1000.0)
    largo.pedir()
    assert largo.pedida and not largo.vencida


def test_ritmo_tiempo_que_falta_y_fallos() -> None:
    ahora = [0.0]
    ritmo = Ritmo(10, lambda: ahora[0])
    assert ritmo.frase(0) == ""
    for _ in range(4):
        ahora[0] += 0.5
        ritmo.sumar()
    assert ritmo.frase(0) == "2,0 por segundo, faltan 3 s"
    assert ritmo.frase(2) == "2,0 por segundo, faltan 3 s, 2 sin leer"
    ritmo.sumar(de_cache=True)
    ahora[0] += 60
    ritmo.sumar()
    assert ritmo.frase(0) == "0,0 por segundo, faltan 4 min 0 s"
    ahora[0] += 7200
    ritmo.sumar()
    assert ritmo.frase(0).endswith("faltan 3 h 1 min")


@SOLO_LINUX
def test_el_arreglo_json_se_cierra_al_interrumpir(tmp_path: Path) -> None:
    nota = tmp_path / "nota"
    escribir(tmp_path / "i", a="bien", b="bien", c=f"lento_con_nota 1 {nota}", d="bien")
    with lanzar(tmp_path, "extraer", str(tmp_path / "i"), "--trabajadores", "1", "--sin-cache", "--formato", "json") as proceso:
        assert esperar(lambda: proceso.poll() is not None or nota.is_file(), 60)
        os.kill(proceso.pid, signal.SIGINT)
        salida, _ = proceso.communicate(timeout=60)
    assert proceso.returncode == 130
    assert [informe["documento"]["ruta"] for informe in json.loads(salida)] == ["a.txt", "b.txt", "c.txt"]
